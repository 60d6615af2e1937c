import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Gate } from '../test/kit/gate.ts';
import { atInbox } from '../test/kit/inbox.ts';
import type { Cell, Shown } from '../test/kit/screen.ts';

/**
 * Draws docs/pictures/inbox.svg and inbox-narrow.svg from a real inbox at a real terminal. Run it by hand after the
 * screens have changed:
 *
 *     node scripts/picture-inbox.ts
 */

const ADVANCE = 7.83;
const LINE = 18;
const PADDING = 14;
const POLICY = 'version: 1\npacks: [baseline, git, strict]\n';
const COLORS: Readonly<Record<string, string>> = { '31': '#e06c75', '32': '#98c379', '33': '#e5c07b', '36': '#56b6c2' };

function draw({ cells }: Shown, label: string): string {
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

using gate = new Gate(POLICY);
const cwd = mkdtempSync(join(tmpdir(), 'shop-'));
try {
  writeFileSync(join(cwd, 'invoices.csv'), 'id\n1\n');
  await gate.ask(['-m', 'the tests want a clean place', '--', 'rm', '-rf', 'cache'], { cwd });
  await gate.ask(['-m', 'these were moved to the archive', '--', 'rm', 'invoices.csv'], { cwd });
  await gate.ask(['--', 'git', 'push', '--force', 'origin', 'main'], { cwd });
  for (const [name, cols, rows] of [
    ['inbox', 140, 44],
    ['inbox-narrow', 80, 24],
  ] as const) {
    const inbox = atInbox(gate, { cols, rows });
    await inbox.shows('3 wait');
    await inbox.until('j', /^> .*rm invoices\.csv/m);
    await inbox.shows('found by reading');
    await inbox.readsCard();
    if (name === 'inbox-narrow') await inbox.until('a', /^: _$/m);
    const target = fileURLToPath(new URL(`../docs/pictures/${name}.svg`, import.meta.url));
    writeFileSync(
      target,
      draw(inbox.shown(), 'gate inbox: what waits, beside the card of the request under the cursor'),
    );
    inbox.type('\x03');
    await inbox.ended;
  }
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
