/**
 * How well gate understands commands: runs `gate explain --batch` over labelled command lines and prints one figure per
 * corpus and kind of mistake, never pooled.
 *
 *     npm run score                                   every corpus beside the checkout
 *     npm run score -- --corpora DIR --corpus aws     another directory; some of them
 *     npm run score -- --corpus tools --tool git --list wrong-class
 *
 * A corpus is a file of JSON lines: `argv` or `shell`, and `expected` with `effect`, `accept`, `allow`. `sessions.jsonl`
 * holds the commands of whole sessions with what they touch. Exits 1 when a figure misses its aim.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explainBatch } from './score/batch.ts';
import { AIMS, type Judgement, judge, KINDS, type Kind, type LabelledRow } from './score/judge.ts';
import { scoreSessions } from './score/sessions.ts';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    corpus: { type: 'string', multiple: true },
    tool: { type: 'string' },
    /** Which mistakes to list. Without it: the two that must not happen, and harmless rows interrupted. */
    list: { type: 'string', multiple: true },
    /** Runs the source under Bun instead of the executable. */
    source: { type: 'boolean', default: false },
  },
});

const LABELLED = ['aws', 'kubectl', 'sql', 'wrap', 'tools', 'peers'];
const LISTED = ['false-harmless', 'allowed-serious', 'interrupted'];

const wanted = values.corpus ?? [...LABELLED, 'sessions'];
const listed = new Set(values.list ?? LISTED);
const home = mkdtempSync(join(tmpdir(), 'gate-score-'));
let missed = 0;
try {
  if (wanted.some((name) => name !== 'sessions')) console.log(header());
  const details: string[] = [];
  for (const name of wanted) {
    const file = join(values.corpora, `${name}.jsonl`);
    if (!existsSync(file)) throw new Error(`there is no ${file}: name the directory with --corpora`);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    if (name === 'sessions') missed += await scoreSessions(lines, { home, source: values.source });
    else {
      const rows = lines
        .map((line) => JSON.parse(line) as LabelledRow)
        .filter((row) => values.tool === undefined || row.tool === values.tool);
      const { answers, seconds } = await explainBatch(rows, { home, source: values.source });
      const judged = judge(rows, answers);
      const { text, misses } = line(name, rows.length / seconds, judged);
      console.log(text);
      missed += values.tool === undefined ? misses : 0;
      for (const kind of KINDS) {
        if (!listed.has(kind) || judged[kind].rows.length === 0) continue;
        details.push(`\n${name}: ${kind}`, ...judged[kind].rows.map((row) => `  ${row}`));
      }
    }
  }
  if (details.length > 0) console.log(details.join('\n'));
} finally {
  rmSync(home, { recursive: true, force: true });
}
if (missed > 0) console.log(`\n${missed} figures miss their aim`);
process.exitCode = missed > 0 ? 1 : 0;

function header(): string {
  const columns = ['no: harmless', 'serious: allowed', 'yes: interrupted', 'class right', 'opaque', 'rows/s'];
  return `${'corpus'.padEnd(9)}${columns.map((column) => column.padStart(20)).join('')}`;
}

/** One line of the table; a figure that misses its aim is marked. */
function line(name: string, speed: number, judged: Judgement): { text: string; misses: number } {
  let misses = 0;
  const cell = (kind: Kind) => {
    const { rows, of } = judged[kind];
    const right = kind === 'wrong-class';
    const share = of === 0 ? 0 : rows.length / of;
    const aim = AIMS[name]?.[kind];
    const isMissed = aim !== undefined && share > aim;
    if (isMissed) misses++;
    const shown = right ? `${(100 * (1 - share)).toFixed(1)}%` : `${rows.length}/${of} ${(100 * share).toFixed(1)}%`;
    return `${shown}${isMissed ? ' !' : ''}`.padStart(20);
  };
  const text = `${name.padEnd(9)}${KINDS.map(cell).join('')}${Math.round(speed).toString().padStart(20)}`;
  return { text, misses };
}
