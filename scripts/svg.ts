import type { Cell, Shown } from '../test/kit/screen.ts';

/** Pictures of terminals, for the pages. */

const ADVANCE = 7.83;
const LINE = 18;
const PADDING = 14;
const COLORS: Readonly<Record<string, string>> = { '31': '#e06c75', '32': '#98c379', '33': '#e5c07b', '36': '#56b6c2' };

/** The used lines of a screen, in its colours. @param label for those who cannot see it */
export function draw({ cells }: Shown, label: string): string {
  const used = cells.findLastIndex((line) => line.some(({ char }) => char !== ' ')) + 1;
  const width = Math.ceil((cells[0]?.length ?? 0) * ADVANCE) + 2 * PADDING;
  const height = used * LINE + 2 * PADDING;
  const rows = cells.slice(0, used).flatMap((line, index) => runs(line).map((run) => span(run, index)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
    '<style>text{font:13px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#c8ccd4;white-space:pre}</style>',
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#16181d" stroke="#3a3f4b"/>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
}

interface Run {
  readonly at: number;
  readonly text: string;
  readonly style: string;
}

/** Neighbours of one style, without blanks at the end of a line unless they are marked. */
function runs(line: readonly Cell[]): readonly Run[] {
  const found: { at: number; text: string; style: string }[] = [];
  for (const [at, { char, style }] of line.entries()) {
    const last = found.at(-1);
    if (last && last.style === style) last.text += char;
    else found.push({ at, text: char, style });
  }
  return found.flatMap(({ at, text, style }) => {
    const shown = style.split(';').includes('7') ? text : text.trimEnd();
    return shown === '' ? [] : [{ at, text: shown, style }];
  });
}

function span({ at, text, style }: Run, row: number): string {
  const codes = style.split(';');
  const x = PADDING + at * ADVANCE;
  const y = PADDING + row * LINE + 13;
  const inverse = codes.includes('7');
  const color = COLORS[codes.find((code) => code in COLORS) ?? ''] ?? (codes.includes('2') ? '#8b93a3' : '#c8ccd4');
  const box = inverse
    ? `<rect x="${x}" y="${y - 13}" width="${text.length * ADVANCE}" height="${LINE}" fill="#c8ccd4"/>`
    : '';
  const weight = codes.includes('1') ? ' font-weight="bold"' : '';
  return `${box}<text x="${x}" y="${y}" textLength="${text.length * ADVANCE}" style="fill:${inverse ? '#16181d' : color}"${weight}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
