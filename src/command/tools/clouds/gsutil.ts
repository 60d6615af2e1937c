import type { Action, Effect, Scope } from '../../action.ts';
import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import { EffectTable } from '../../effect-table.ts';
import tree from '../../grammars/gsutil.json' with { type: 'json' };
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, unknownAction, withDoubt } from '../../reading.ts';
import { placeOf, transfer } from './transfer.ts';

export const reader: Reader = { names: ['gsutil'], read };

const TREE = tree as unknown as CommandTree;

/** By command, and by command and the word after it where that decides. */
const GSUTIL = new EffectTable(`
  read: ls | du | stat | hash | help | version | versioning get | acl get | defacl get | iam get | cors get | label get | lifecycle get | logging get |
    web get | retention get | requesterpays get | bucketpolicyonly get | ubla get | pap get | rpo get | defstorageclass get | notification list |
    hmac get | hmac list | autoclass get | kms serviceaccount | kms encryption
  read+export: cat
  write: mb | mv | setmeta | compose | rewrite | cors set | label set | label ch | lifecycle set | logging set | web set | retention set |
    retention lock | retention event | retention event-default | retention temp | requesterpays set | versioning set | rpo set | defstorageclass set | autoclass set |
    notification create | notification watchbucket | notification stopchannel | kms authorize | perfdiag
  destroy: rm | rb | notification delete | retention clear | hmac delete
  privilege: acl set | acl ch | defacl set | defacl ch | iam set | iam ch | bucketpolicyonly set | ubla set | pap set | hmac update | config
  secret+privilege: hmac create
  secret: signurl
  execute: test
  execute+write: update
`);

function read(argv: readonly string[], context: ReadContext): Reading {
  const line = parseCommandLine(argv, TREE, 'getopt');
  const [command] = line.path;
  const base = { pins: PINS };
  const doubts = line.unknown.map((option) => `option ${option} is not one gate knows`);
  const scope: Scope = { reach: 'remote' };
  if (command === undefined) {
    const asked = line.stranger === undefined;
    return withDoubt({ ...base, actions: [asked ? act('gsutil', 'help', ['read']) : unknownAction('gsutil')] }, doubts);
  }
  const one = GSUTIL.of(command);
  const [word = ''] = line.positionals;
  const found = one ?? (COPIES.has(command) ? [] : GSUTIL.of(`${command} ${word}`));
  const operands = one === undefined && !COPIES.has(command) ? line.positionals.slice(1) : line.positionals;
  const operation = one === undefined && found !== undefined && !COPIES.has(command) ? `${command} ${word}` : command;
  const actions = found && judge(line, operation, found, operands, scope, context);
  if (actions === undefined || (line.positionals.length === 0 && COPIES.has(command))) {
    return { ...base, actions: [unknownAction('gsutil', operation, { scope })] };
  }
  // Settings by hand may name another endpoint, a proxy or code to load (`-o Boto:plugin_directory=`).
  if (line.options.has('o') && command !== 'config') doubts.push('-o changes settings of gsutil');
  return withDoubt({ ...base, actions }, doubts);
}

const COPIES: ReadonlySet<string> = new Set(['cp', 'mv', 'rsync']);

function judge(
  line: CommandLine,
  operation: string,
  found: readonly Effect[],
  operands: readonly string[],
  scope: Scope,
  context: ReadContext,
): readonly Action[] | undefined {
  if (COPIES.has(operation)) {
    // With -I the names come from standard input.
    const words = line.options.has('I') ? ['gs://', ...operands] : operands;
    return transfer('gsutil', operation, { operands: words, options: line.options }, scope, context);
  }
  const effects = new Set<Effect>(found);
  if (line.options.has('D') || line.options.has('DD')) effects.add('secret');
  if (line.options.has('i')) effects.add('privilege');
  const places = operands.filter((operand) => operand.includes('://')).slice(0, 64);
  if (places.length === 0) return [act('gsutil', operation, [...effects], { scope })];
  return places.map((place) =>
    act('gsutil', operation, [...effects], {
      resource: placeOf(place, context),
      scope: fields(scope as Record<string, string>),
    }),
  );
}

const PINS: readonly string[] = ['BOTO_CONFIG', 'BOTO_PATH', 'CLOUDSDK_CONFIG', 'CLOUDSDK_ACTIVE_CONFIG_NAME'];
