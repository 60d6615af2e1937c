const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `90s`, `15m`, `1h30m`, `2d` to seconds; undefined when it is none, is zero, or is longer than a year. */
export function seconds(text: string): number | undefined {
  if (!/^(\d{1,6}[smhdw]){1,5}$/.test(text)) return undefined;
  let total = 0;
  for (const [, digits, unit] of text.matchAll(/(\d+)([smhdw])/g)) total += Number(digits) * UNITS[unit!]!;
  return total > 0 && total <= 366 * 86_400 ? total : undefined;
}

/** The shortest honest way to say it: `15m`, `1h30m`. */
export function spoken(total: number): string {
  let rest = total;
  let text = '';
  for (const [unit, size] of Object.entries(UNITS).reverse()) {
    if (unit === 'w' || rest < size) continue;
    text += `${Math.floor(rest / size)}${unit}`;
    rest %= size;
  }
  return text || '0s';
}

/** How long ago, in one word as lists have it. Both in milliseconds since 1970. */
export function ago(at: number, now: number): string {
  const total = Math.max(0, Math.round((now - at) / 1000));
  if (total < 120) return `${total}s ago`;
  if (total < 7200) return `${Math.round(total / 60)}m ago`;
  return total < 172_800 ? `${Math.round(total / 3600)}h ago` : `${Math.round(total / 86_400)}d ago`;
}
