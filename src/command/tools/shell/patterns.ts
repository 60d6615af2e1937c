/** Shell patterns of literals, `*` and `?`, matched against a known value. */

/** A value or pattern longer than this is not computed: matching takes time by their product. */
const LONGEST = 256;

/** What `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}` leave; undefined when gate does not compute it. */
export function removed(value: string, operator: '#' | '##' | '%' | '%%', pattern: string): string | undefined {
  if (value.length > LONGEST || pattern.length > LONGEST || /[[\]\\()]/.test(pattern)) return undefined;
  const fromStart = operator[0] === '#';
  const longest = operator.length === 2;
  for (let step = 0; step <= value.length; step++) {
    const length = longest ? value.length - step : step;
    const piece = fromStart ? value.slice(0, length) : value.slice(value.length - length);
    if (matches(piece, pattern)) return fromStart ? value.slice(length) : value.slice(0, value.length - length);
  }
  return value;
}

/** True when the whole text fits the pattern. */
export function matches(text: string, pattern: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (place < pattern.length && pattern[place] === '*') {
      star = place++;
      resume = at;
    } else if (place < pattern.length && (pattern[place] === '?' || pattern[place] === text[at])) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[place] === '*') place++;
  return place === pattern.length;
}
