import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GATE, Gate } from '../test/kit/gate.ts';
import { atTerminal, rubbedOut, sayYes } from '../test/kit/person.ts';
import { startPostgres } from '../test/kit/postgres.ts';

/**
 * Draws docs/pictures/approval.svg from a real approval: a real PostgreSQL, the executable in dist/, an agent at one
 * terminal and a person at another. Run it by hand after the screens have changed:
 *
 *     node scripts/picture.ts
 */

const COLUMNS = 120;
const FONT_SIZE = 13;
const ADVANCE = 7.83;
const LINE = 18;
const PADDING = 14;
const BAR = 28;
const GAP = 14;

const POLICY = `version: 1
packs: [baseline, postgres]
`;

interface Pane {
  readonly title: string;
  readonly command: string;
  readonly screen: string;
}

/** What both terminals showed. */
async function record(): Promise<readonly Pane[]> {
  await using postgres = await startPostgres();
  postgres.sql('create table invoices_2019(id int)');
  using gate = new Gate(POLICY);
  const cwd = mkdtempSync(join(tmpdir(), 'shop-'));
  try {
    const intent = 'the old invoices were moved to the archive';
    const agent = atTerminal([GATE, '-m', intent, '--', 'psql', '-X', '-c', 'drop table invoices_2019'], {
      cwd,
      env: { ...postgres.environment, GATE_HOME: gate.home, CLAUDECODE: '1' },
      cols: COLUMNS,
    });
    await agent.sees('waits as');
    const id = /waits as (\w+)/.exec(agent.screen())?.[1] ?? '';
    const env = { GATE_HOME: gate.home, NO_COLOR: '1' };
    const person = atTerminal([GATE, 'approve', id], { cwd, env, cols: COLUMNS, rows: 80 });
    await sayYes(person);
    const approved = await person.ended;
    const ran = await agent.ended;
    if (approved.status !== 0 || ran.status !== 0) throw new Error(`${approved.screen}\n${ran.screen}`);
    return [
      {
        title: 'the agent',
        command: `gate -m "${intent}" -- psql -X -c "drop table invoices_2019"`,
        screen: ran.screen,
      },
      { title: 'the person, at a terminal of their own', command: `gate approve ${id}`, screen: approved.screen },
    ];
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Screen text as lines of at most COLUMNS characters, control sequences taken out. */
function lines({ command, screen }: Pane): readonly { readonly text: string; readonly typed: boolean }[] {
  const introducer = String.fromCharCode(27);
  const plain = rubbedOut(screen)
    .replaceAll(new RegExp(`${introducer}\\[[0-9;?]*[A-Za-z]`, 'g'), '')
    .replaceAll('\r', '');
  const rows = plain.trimEnd().split('\n');
  const wrap = (text: string) => text.match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? [''];
  return [
    ...wrap(`$ ${command}`).map((text) => ({ text, typed: true })),
    ...rows.flatMap((row) => wrap(row).map((text) => ({ text, typed: false }))),
  ];
}

function draw(panes: readonly Pane[]): string {
  const width = Math.ceil(COLUMNS * ADVANCE) + 2 * PADDING;
  const parts: string[] = [];
  let top = 0;
  for (const pane of panes) {
    const rows = lines(pane);
    const height = BAR + rows.length * LINE + 2 * PADDING - 4;
    parts.push(
      `<rect x="0.5" y="${top + 0.5}" width="${width - 1}" height="${height}" rx="8" fill="#16181d" stroke="#3a3f4b"/>`,
      `<text x="${PADDING}" y="${top + 19}" class="title">${escaped(pane.title)}</text>`,
      `<line x1="1" x2="${width - 1}" y1="${top + BAR}" y2="${top + BAR}" stroke="#3a3f4b"/>`,
      ...rows.map(({ text, typed }, index) => {
        const y = top + BAR + PADDING + index * LINE + 9;
        return `<text x="${PADDING}" y="${y}"${typed ? ' class="typed"' : ''}>${escaped(text)}</text>`;
      }),
    );
    top += height + GAP;
  }
  const height = top - GAP + 1;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="An agent's command is held, a person approves it at another terminal, and it runs">`,
    `<style>text{font:${FONT_SIZE}px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#c8ccd4;white-space:pre}.typed{fill:#ffffff;font-weight:bold}.title{fill:#8b93a3}</style>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const target = fileURLToPath(new URL('../docs/pictures/approval.svg', import.meta.url));
mkdirSync(join(target, '..'), { recursive: true });
writeFileSync(target, draw(await record()));
