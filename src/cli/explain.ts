import { isUtf8 } from 'node:buffer';
import type { Understanding } from '../command/command.ts';
import { visible } from '../command/display.ts';
import { diskFiles, noFiles } from '../command/files.ts';
import type { Memory } from '../command/reader.ts';
import { understand } from '../command/understand.ts';
import { assumedWorkTree, NOWHERE as NO_SURROUNDINGS, type Surroundings } from '../command/worktree/surroundings.ts';
import { surroundingsOf } from '../command/worktree/work-tree.ts';
import type { Facts } from '../policy/condition.ts';
import { decide } from '../policy/decide.ts';
import type { Decision } from '../policy/decision.ts';
import { explain, render } from '../policy/explain.ts';
import { loadPolicies } from '../policy/load.ts';
import type { PolicyPaths } from '../policy/paths.ts';
import { prepareConditions } from '../policy/prepare.ts';
import type { Principal, Request } from '../request/request.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';

/** `gate explain`: what gate understands and would decide, and why. Runs nothing, records nothing, reads no stdin. */

type Output = Pick<Io, 'stdout' | 'stderr'>;

interface Where {
  readonly paths: PolicyPaths;
  readonly cacheDirectory?: string;
  /** `mode` of the system's configuration. */
  readonly systemMode?: 'enforce' | 'observe';
  /** And of the user's. */
  readonly userMode?: 'enforce' | 'observe';
}

export interface ExplainOptions extends Where {
  readonly request: Request;
  readonly json: boolean;
  /** Why nobody could answer a request from here. */
  readonly unwatched?: string | undefined;
}

export async function explainCommand(
  { request, json, unwatched, ...where }: ExplainOptions,
  io: Output,
): Promise<number> {
  const { argv, environment, cwd, home, stdin } = request;
  const surroundings = surroundingsOf(cwd, home, environment['TMPDIR']);
  const understanding = await understand(argv, { environment, cwd, home, stdin, files: diskFiles(cwd), surroundings });
  const { actions } = understanding;
  const policies = await loadPolicies({ ...where, tools: [...new Set(actions.map((action) => action.tool))] });
  await prepareConditions(policies, understanding);
  // Limits count starts, and nothing starts here.
  const decision = decide(request, understanding, policies, () => 0);
  said({ decision, ...understanding, principal: request.principal }, { json, unwatched }, io);
  return 0;
}

/** By a service, which understands and decides there. @param ask sends a body to `POST /v1/explanations` */
export async function explainElsewhere(
  { argv, cwd, stdin }: Pick<Request, 'argv' | 'cwd' | 'stdin'>,
  json: boolean,
  ask: (body: object) => Promise<unknown>,
  io: Output,
): Promise<number> {
  said((await ask({ argv, cwd, stdin })) as Explained, { json }, io);
  return 0;
}

interface Explained extends Pick<Understanding, 'actions' | 'notes' | 'opaque'> {
  readonly decision: Decision;
  readonly principal: Principal;
}

function said(
  explained: Explained,
  { json, unwatched }: { readonly json: boolean; readonly unwatched?: string | undefined },
  io: Output,
): void {
  const { decision, actions, notes, principal } = explained;
  if (json) io.stdout(jsonLine(answer(decision, explained)));
  else {
    const inVain = decision.kind === 'hold' && decision.mode === 'enforce' ? unwatched : undefined;
    io.stdout(render(explain(decision, actions, principal, inVain !== undefined)));
    if (inVain !== undefined) io.stdout(`${''.padEnd(12)}nobody can: ${visible(inVain)}\n`);
    for (const note of notes) io.stdout(`${'note'.padEnd(12)}${visible(note)}\n`);
  }
}

export interface BatchOptions extends Where {
  /** Bytes as they come; each piece is answered before the next is read, so that both sides may wait for each other. */
  readonly input: AsyncIterable<Uint8Array>;
}

/** One JSON object per line, in order, whatever the lines hold. The caller's repository and machine play no part. */
export async function explainBatch({ input, ...where }: BatchOptions, io: Output): Promise<number> {
  const paths = { ...where.paths, repository: [] };
  const policies = await loadPolicies({ ...where, paths, tools: 'all' });
  await prepareConditions(policies);

  const memory: Memory = { environment: {}, readings: new Map() };
  const row = async (line: Buffer): Promise<string> => {
    let id: Row['id'];
    try {
      const given = rowOf(line, (value) => (id = value));
      const understanding = await understand(given.argv, {
        environment: memory.environment,
        memory,
        cwd: given.cwd,
        home: NOWHERE.home,
        stdin: NOWHERE.facts.stdin,
        files: noFiles,
        surroundings: given.surroundings,
      });
      const { principal, cwd, tty, argv } = given;
      const decision = decide({ ...NOWHERE.facts, principal, cwd, tty, argv }, understanding, policies, () => 0);
      return jsonLine(answer(decision, understanding, id));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return jsonLine({ schema_version: 1, ...(id !== undefined && { id }), error: message });
    }
  };

  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const answers: string[] = [];
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      answers.push(await row(bytes.subarray(start, end)));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (answers.length > 0) io.stdout(answers.join(''));
  }
  if (rest.length > 0) io.stdout(await row(rest));
  return 0;
}

/** The contract of `--json` and of every `--batch` line. */
function answer(
  decision: Decision,
  { actions, opaque }: Pick<Understanding, 'actions' | 'opaque'>,
  id?: Row['id'],
): object {
  return {
    schema_version: 1,
    ...(id !== undefined && { id }),
    decision: decision.kind,
    opaque,
    rules: decision.rules,
    reasons: decision.reasons,
    ...(decision.refusal && { refusal: decision.refusal }),
    ...(decision.mode === 'observe' && { mode: decision.mode }),
    actions: actions.map((action) => ({
      tool: action.tool,
      operation: action.operation,
      effects: action.effects,
      resource: action.resource,
      scope: action.scope,
      opaque: action.opaque,
    })),
  };
}

/** A machine that is nobody's: an agent asks, nothing is set up. */
const NOWHERE = (() => {
  const principal: Principal = { kind: 'agent', id: 'agent:batch@nobody', owner: 'person:nobody', known: 'claimed' };
  const facts: Omit<Facts, 'argv'> = {
    principal,
    cwd: '/home/user/project',
    host: '',
    user: { uid: 65534, name: 'nobody' },
    tty: false,
    // Something may come in that nobody has seen: a shell without a script then counts as one that runs it.
    stdin: 'pipe',
    parents: [],
    at: 0,
  };
  return { facts, home: '/home/user' };
})();

interface Row {
  readonly id?: string | number;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly principal: Principal;
  /** People are taken to sit at a terminal. */
  readonly tty: boolean;
  readonly surroundings: Surroundings;
}

/** @throws Error with what is wrong, in words for the answer */
function rowOf(line: Buffer, withId: (id: string | number) => void): Row {
  if (!isUtf8(line)) throw new Error('the line is not valid UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch {
    throw new Error('the line is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('the line is not an object');
  const { id, argv, shell, cwd, project_root: root, principal } = value as Record<string, unknown>;
  if (typeof id === 'string' || typeof id === 'number') withId(id);
  else if (id !== undefined) throw new Error('`id` must be text or a number');
  if ((argv === undefined) === (shell === undefined)) throw new Error('the line needs either `argv` or `shell`');
  if (
    argv !== undefined &&
    !(Array.isArray(argv) && argv.length > 0 && argv.every((word) => typeof word === 'string'))
  ) {
    throw new Error('`argv` must be a list of words, at least one');
  }
  if (shell !== undefined && typeof shell !== 'string') throw new Error('`shell` must be text');
  for (const [name, path] of Object.entries({ cwd, project_root: root })) {
    if (path !== undefined && !(typeof path === 'string' && path.startsWith('/'))) {
      throw new Error(`\`${name}\` must be an absolute path`);
    }
  }
  const asking = principalOf(principal);
  return {
    argv: argv === undefined ? ['bash', '-c', shell as string] : (argv as string[]),
    cwd: (cwd ?? root ?? NOWHERE.facts.cwd) as string,
    principal: asking,
    tty: asking.kind === 'person',
    surroundings: root === undefined ? NO_SURROUNDINGS : assumedWorkTree(root as string),
  };
}

/** `"person"`, `"agent:claude-code@alice"`, or an object with `kind` and perhaps `id` and `owner`. */
function principalOf(value: unknown): Principal {
  if (value === undefined) return NOWHERE.facts.principal;
  const { kind, id, owner } = (
    typeof value === 'string' ? { kind: value.split(':', 1)[0], id: value } : value
  ) as Record<string, unknown>;
  if (kind !== 'person' && kind !== 'agent' && kind !== 'pipeline') {
    throw new Error('`principal` must be a person, an agent or a pipeline');
  }
  return {
    kind,
    id:
      typeof id === 'string' && id.includes(':')
        ? id
        : `${kind}:${typeof id === 'string' && id !== kind ? id : 'batch'}`,
    ...(typeof owner === 'string' && { owner }),
    known: 'claimed',
  };
}
