/**
 * A value as one line of JSON in printable ASCII. Escapes are part of JSON, so programs read the same text; a terminal
 * that shows the line is moved by none of it (`JSON.stringify` alone lets C1 controls and direction marks through), and
 * no CI system finds its `##[` in it (unheard.ts).
 */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(/[\u007f-\uffff]|(?<=#)#/g, escaped)}\n`;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
