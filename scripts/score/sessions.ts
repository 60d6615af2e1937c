import { join } from 'node:path';
import { type Answer, explainBatch } from './batch.ts';

/** Commands of real sessions, in order: how often would their owners be asked? */
interface SessionRow {
  readonly id: string;
  readonly session: string;
  readonly flavour: string;
  readonly shell: string;
  /** Relative to the project; null when not known. */
  readonly cwd: string | null;
  readonly project_root?: string;
  readonly expected: { readonly touches: string } | null;
}

/** At most one question in this many commands that touch only the project. */
const COMMANDS_PER_QUESTION = 200;
const DEFAULT_ROOT = '/home/user/project';

/** @returns how many figures miss their aim */
export async function scoreSessions(
  lines: readonly string[],
  options: { home: string; source: boolean },
): Promise<number> {
  const rows = lines.map((line) => JSON.parse(line) as SessionRow);
  const { answers, seconds } = await explainBatch(
    rows.map(({ id, shell, cwd, project_root: root = DEFAULT_ROOT }) => {
      return { id, shell, project_root: root, cwd: join(root, cwd ?? '.') };
    }),
    options,
  );
  const asks = (index: number): boolean => answers[index]!.decision !== 'allow';

  console.log(`\nsessions  ${rows.length} commands, ${Math.round(rows.length / seconds)} rows/s`);
  for (const touched of ['project', 'system', 'remote', 'nobody decided']) {
    const own = rows.flatMap((row, index) => ((row.expected?.touches ?? 'nobody decided') === touched ? [index] : []));
    const asked = own.filter(asks).length;
    console.log(`  ${touched.padEnd(15)}${String(asked).padStart(6)} of ${own.length} ask`);
  }

  const project = rows.flatMap(({ expected }, index) => (expected?.touches === 'project' ? [index] : []));
  const asking = project.filter(asks);
  const most = Math.floor(project.length / COMMANDS_PER_QUESTION);
  console.log(`  of ${project.length} commands that touch only the project, ${asking.length} ask; the aim is ${most}:`);
  for (const index of asking)
    console.log(`    ${rows[index]!.id}  ${why(answers[index]!)}  ${oneLine(rows[index]!.shell)}`);

  console.log('  what asks, over all commands:');
  const causes = new Map<string, number>();
  answers.forEach((answer, index) => {
    if (!asks(index)) return;
    for (const cause of causesOf(answer)) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  });
  for (const [cause, count] of [...causes].sort((a, b) => b[1] - a[1]).slice(0, 60)) {
    console.log(`    ${String(count).padStart(5)}  ${cause}`);
  }
  return asking.length > most ? 1 : 0;
}

function why(answer: Answer): string {
  return answer.error ?? causesOf(answer).join('; ').slice(0, 100);
}

/** `git push write remote`: tool, operation, effects and reach of everything that is more than a read. */
function causesOf(answer: Answer): readonly string[] {
  const more = (answer.actions ?? []).filter(({ effects, opaque }) => opaque || effects.some((one) => one !== 'read'));
  const causes = more.map(({ tool, operation, effects, scope, opaque }) => {
    const name = tool === operation ? tool : `${tool} ${operation}`;
    const kinds = [...effects, ...(opaque && !effects.includes('unknown') ? ['opaque'] : [])].join('+');
    return `${name}: ${kinds}${scope['reach'] === undefined ? '' : `, ${scope['reach']}`}`;
  });
  return [...new Set(causes)];
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '\u23ce').slice(0, 140);
}
