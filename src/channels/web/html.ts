/** Markup that is finished: made by `html`, and by nothing else. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a page. `false` and undefined are nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[];

/**
 * A page, or a piece of one. Whatever is put in is text, wherever it stands: between tags, or in an attribute in double quotes.
 *
 * INVARIANT: text comes out as printable ASCII without `& < > " '`. Everything else is written as an entity, or, where it could change how the
 * rest is read (controls, marks of direction, letters that look like others), by its code.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, index) => string + markup(parts[index])).join(''));
}

function markup(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'string' || typeof part === 'number' ? escaped(String(part)) : part.map(markup).join('');
}

export function escaped(text: string): string {
  return text.replace(
    /[^\x20-\x7e\n]|[&<>"']/gu,
    (char) => ENTITIES[char] ?? `\\u{${char.codePointAt(0)?.toString(16)}}`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
