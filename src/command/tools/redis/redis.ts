import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, inputOf, withDoubt } from '../../reading.ts';
import { judgeCommand } from './commands.ts';
import { OPTIONS } from './commands-table.ts';
import { splitLine } from './lines.ts';

export const reader: Reader = { names: ['redis-cli', 'valkey-cli', 'keydb-cli'], read };

const GRAMMAR = grammar('getopt', OPTIONS);

/** More commands than this on stdin are one that is not understood. */
const MOST_LINES = 500;

/** Modes in which redis-cli only looks. */
const LOOKS = 'stat latency latency-history latency-dist bigkeys memkeys hotkeys scan intrinsic-latency'.split(' ');

const PINS = ['REDISCLI_AUTH', 'REDISCLI_RCFILE'];

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const found = scan(argv, 1, GRAMMAR, true);
  if (found.options.has('help') || found.options.has('version'))
    return withDoubt({ actions: [act(tool, 'help', ['read'])], settled: true }, doubtsOf(found));
  const words = argv.slice(found.end);
  const client = new Client(tool, found, context);
  client.run(words);
  return withDoubt({ actions: client.actions, secrets: client.secrets, inputs: client.inputs, pins: PINS }, [
    ...doubtsOf(found),
    ...client.doubts,
  ]);
}

/** One run of redis-cli: a mode given by an option, a command, or commands on stdin. */
class Client {
  readonly actions: Action[] = [];
  readonly secrets: string[];
  readonly inputs: Input[] = [];
  readonly doubts: string[] = [];
  readonly #tool: string;
  readonly #found: Scan;
  readonly #context: ReadContext;
  #scope: Scope;

  constructor(tool: string, found: Scan, context: ReadContext) {
    this.#tool = tool;
    this.#found = found;
    this.#context = context;
    const address = addressOf(optionValue(found, 'u'));
    // Without any address it is this machine; no variable of the environment says otherwise.
    const host = address.host ?? optionValue(found, 's') ?? optionValue(found, 'h') ?? '127.0.0.1';
    this.#scope = fields({
      host,
      port: address.port ?? optionValue(found, 'p'),
      database: address.database ?? optionValue(found, 'n'),
      user: address.user ?? optionValue(found, 'user'),
    });
    const given = [optionValue(found, 'a'), optionValue(found, 'pass'), optionValue(found, 'cluster-from-pass')];
    this.secrets = [...given, address.password].filter((value): value is string => value !== undefined && value !== '');
    if (address.unclear) this.doubts.push('the address is not understood');
  }

  run(words: readonly string[]): void {
    const has = (name: string): boolean => this.#found.options.has(name);
    const looking = LOOKS.find(has);
    if (has('cluster')) this.#cluster(optionValue(this.#found, 'cluster') ?? '', words);
    else if (looking !== undefined) this.#add(`--${looking}`, ['read']);
    else if (has('rdb') || has('functions-rdb'))
      this.#copy(optionValue(this.#found, 'rdb') ?? optionValue(this.#found, 'functions-rdb'));
    else if (has('replica')) this.#add('--replica', ['export']);
    else if (has('lru-test')) this.#add('--lru-test', ['write']);
    else if (has('pipe')) this.#add('--pipe', ['write', 'unknown']);
    else if (has('eval')) this.#script(optionValue(this.#found, 'eval') ?? '');
    else if (words.length > 0) this.#command(words);
    else this.#stdin();
  }

  #command(words: readonly string[]): void {
    const { operation, effects, name, all, secrets } = judgeCommand(words);
    for (const secret of secrets ?? []) if (secret !== '') this.secrets.push(secret);
    this.#add(operation, effects, {
      ...fields({ kind: 'key', name: name === '' ? undefined : name }),
      ...(all ? { all: 'true' } : {}),
    });
    const start = words[0] ?? '';
    if (start.includes(UNRESOLVED)) this.doubts.push('which command it is will only be known when it runs');
  }

  /** Commands line by line; at a terminal whatever is typed. */
  #stdin(): void {
    const { stdin, files } = this.#context;
    if (stdin === 'null' || stdin === 'closed') {
      this.#add('connect', ['read']);
      return;
    }
    const snapshot = stdin === 'terminal' ? undefined : files.stdin();
    if (stdin !== 'terminal') this.inputs.push(inputOf('commands', '-', snapshot));
    const lines = snapshot?.bytes && Buffer.from(snapshot.bytes).toString('utf8').split('\n');
    if (lines === undefined || lines.length > MOST_LINES) {
      this.#add('session', stdin === 'terminal' ? ['execute'] : ['execute', 'unknown']);
      return;
    }
    for (const line of lines) {
      if (line.trim() === '') continue;
      const words = splitLine(line) ?? [UNRESOLVED];
      // A number in front repeats the command.
      const command = /^\d+$/.test(words[0] ?? '') ? words.slice(1) : words;
      const verb = command[0]?.toLowerCase() ?? '';
      if (verb === 'quit' || verb === 'exit') break;
      if (OWN.has(verb)) this.#add(verb, ['read']);
      else this.#command(command);
    }
    if (this.actions.length === 0) this.#add('connect', ['read']);
  }

  #script(path: string): void {
    const known = !path.includes(UNRESOLVED) && this.#context.changed !== true;
    const snapshot = known ? this.#context.files.read(path) : undefined;
    this.inputs.push(inputOf('script', path, snapshot));
    const seen = snapshot?.bytes !== undefined && !this.#found.options.has('ldb');
    this.#add('EVAL', seen ? ['execute'] : ['execute', 'unknown'], { kind: 'script' });
  }

  #copy(path: string | undefined): void {
    this.#add('--rdb', ['export']);
    if (path === undefined || path === '-') return;
    this.actions.push(act(this.#tool, 'output', ['write'], { resource: fileAt(path, this.#context.cwd) }));
  }

  #cluster(verb: string, words: readonly string[]): void {
    const [node] = words;
    const host = /^(\[[^\]]*\]|[^:]+)(?::(\d+))?$/.exec(node ?? '');
    if (host !== null && verb !== 'help')
      this.#scope = { ...this.#scope, ...fields({ host: host[1], port: host[2] ?? this.#scope['port'] }) };
    if (verb === 'call') {
      this.#command(words.slice(/:/.test(node ?? '') ? 1 : 2));
      return;
    }
    // The options of these verbs stand behind them.
    const rest = scan(words, 0, GRAMMAR);
    const simulated = verb === 'rebalance' && rest.options.has('cluster-simulate');
    const effects = simulated ? READ : Object.hasOwn(CLUSTER, verb) ? (CLUSTER[verb] as readonly Effect[]) : UNKNOWN;
    this.#add(`--cluster ${verb}`, effects);
    this.doubts.push(...doubtsOf(rest));
    const target = verb === 'backup' ? rest.positionals.at(-1) : undefined;
    if (target !== undefined)
      this.actions.push(act(this.#tool, 'output', ['write'], { resource: fileAt(target, this.#context.cwd) }));
  }

  #add(operation: string, effects: readonly Effect[], resource: Resource = {}): void {
    const kept =
      resource['kind'] === 'key' && resource['name'] === undefined && resource['all'] === undefined ? {} : resource;
    this.actions.push(act(this.#tool, operation, effects, { scope: this.#scope, resource: kept }));
  }
}

const READ: readonly Effect[] = ['read'];
const UNKNOWN: readonly Effect[] = ['unknown'];

/** What the cluster manager's verbs do. */
const CLUSTER: Readonly<Record<string, readonly Effect[]>> = {
  help: READ,
  info: READ,
  check: READ,
  create: ['write'],
  fix: ['write'],
  reshard: ['write'],
  rebalance: ['write'],
  'add-node': ['write'],
  'set-timeout': ['write'],
  import: ['write'],
  'del-node': ['destroy'],
  backup: ['export'],
};

/** Lines that redis-cli answers itself. */
const OWN = new Names('help ? clear');

/** `redis://user:password@host:port/database`. */
function addressOf(uri: string | undefined): Readonly<
  Record<'host' | 'port' | 'user' | 'password' | 'database', string | undefined>
> & {
  readonly unclear: boolean;
} {
  const parts = /^(?:rediss?|valkeys?):\/\/(?:([^@/]*)@)?(\[[^\]]*\]|[^:/@]*)(?::(\d+))?(?:\/(\d*))?$/.exec(uri ?? '');
  const [, login, host, port, database] = parts ?? [];
  const colon = login?.indexOf(':') ?? -1;
  return {
    host: host === '' ? undefined : host,
    port,
    database: database === '' ? undefined : database,
    user: login !== undefined && colon > 0 ? decoded(login.slice(0, colon)) : undefined,
    password: login === undefined ? undefined : decoded(colon < 0 ? login : login.slice(colon + 1)),
    unclear: uri !== undefined && parts === null,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
