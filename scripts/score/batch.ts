import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Answer {
  readonly decision?: string;
  readonly opaque?: boolean;
  readonly rules?: readonly string[];
  readonly actions?: readonly {
    readonly tool: string;
    readonly operation: string;
    readonly effects: readonly string[];
    readonly scope: Readonly<Record<string, string>>;
    readonly opaque: boolean;
  }[];
  readonly error?: string;
}

export interface BatchRow {
  readonly id: string;
  readonly argv?: readonly string[];
  readonly shell?: string;
  readonly cwd?: string;
  readonly project_root?: string;
}

/** One process for all rows, under the default packs. @throws Error when a row gets no answer */
export async function explainBatch(
  rows: readonly BatchRow[],
  { home, source }: { home: string; source: boolean },
): Promise<{ answers: readonly Answer[]; seconds: number }> {
  const [program, ...words] = source ? ['bun', 'src/main.ts'] : ['dist/gate'];
  const start = performance.now();
  const child = spawn(program!, [...words, 'explain', '--batch'], {
    cwd: root,
    env: { PATH: process.env['PATH'], GATE_HOME: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  for (const { id, argv, shell, cwd, project_root } of rows) {
    child.stdin.write(`${JSON.stringify({ id, argv, shell, cwd, project_root })}\n`);
  }
  child.stdin.end();
  await new Promise((done) => child.on('close', done));
  const seconds = (performance.now() - start) / 1000;
  const answers = Buffer.concat(pieces)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  if (answers.length !== rows.length) throw new Error(`${rows.length} rows, but ${answers.length} answers`);
  return { answers, seconds };
}
