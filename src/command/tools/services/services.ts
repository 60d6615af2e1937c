import type { Effect, Resource } from '../../action.ts';
import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import airflow from '../../grammars/airflow.json' with { type: 'json' };
import awsVault from '../../grammars/aws-vault.json' with { type: 'json' };
import borg from '../../grammars/borg.json' with { type: 'json' };
import bw from '../../grammars/bw.json' with { type: 'json' };
import circleci from '../../grammars/circleci.json' with { type: 'json' };
import cloudflared from '../../grammars/cloudflared.json' with { type: 'json' };
import cosign from '../../grammars/cosign.json' with { type: 'json' };
import doppler from '../../grammars/doppler.json' with { type: 'json' };
import fastly from '../../grammars/fastly.json' with { type: 'json' };
import hasura from '../../grammars/hasura.json' with { type: 'json' };
import k6 from '../../grammars/k6.json' with { type: 'json' };
import ngrok from '../../grammars/ngrok.json' with { type: 'json' };
import ollama from '../../grammars/ollama.json' with { type: 'json' };
import op from '../../grammars/op.json' with { type: 'json' };
import pscale from '../../grammars/pscale.json' with { type: 'json' };
import rclone from '../../grammars/rclone.json' with { type: 'json' };
import restic from '../../grammars/restic.json' with { type: 'json' };
import stripe from '../../grammars/stripe.json' with { type: 'json' };
import tailscale from '../../grammars/tailscale.json' with { type: 'json' };
import tsh from '../../grammars/tsh.json' with { type: 'json' };
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fields, unknownAction, withDoubt } from '../../reading.ts';
import { OWN, PLAIN_VERBS } from './verbs.ts';

/** Tools of services and of backups, each a tree of commands that one table judges. */
export const SERVICES: Readonly<Record<string, unknown>> = {
  airflow,
  'aws-vault': awsVault,
  borg,
  bw,
  circleci,
  cloudflared,
  cosign,
  doppler,
  fastly,
  hasura,
  k6,
  ngrok,
  ollama,
  op,
  pscale,
  rclone,
  restic,
  stripe,
  tailscale,
  tsh,
};

export const reader: Reader = { names: Object.keys(SERVICES), read };

/** Tools whose work stays on this machine. */
const LOCAL: ReadonlySet<string> = new Set(['ollama', 'tailscale', 'cosign', 'k6', 'aws-vault']);

/** Commands of these tools that start the words behind `--`. */
const WRAPS: ReadonlySet<string> = new Set(['op run', 'doppler run', 'aws-vault exec']);

function read(argv: readonly string[], _context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const tree = Object.hasOwn(SERVICES, tool) ? (SERVICES[tool] as CommandTree) : undefined;
  if (tree === undefined) return { actions: [unknownAction(tool)] };
  const dashes = argv.indexOf('--');
  const line = parseCommandLine(dashes < 0 ? argv : argv.slice(0, dashes), tree, 'pflag');
  const path = line.path.join(' ');
  const asked = argv.length === 2 && /^(--help|-h|--version|help|version)$/.test(argv[1] as string);
  // Behind an operand it may be a word of the command that is run.
  if (asked || (line.options.has('help') && line.positionals.length === 0))
    return { actions: [act(tool, 'help', ['read'])] };
  const doubts = [
    ...line.unknown.map((option) => `option ${option} is not one gate knows`),
    ...[...line.options].filter(startsProgram).map(([name]) => `--${name} names a program that it runs`),
  ];
  const scope = {
    ...fields({ profile: line.options.get('profile')?.at(-1) }),
    reach: LOCAL.has(tool) ? 'machine' : 'remote',
  };
  const secrets = secretsOf(line);
  const found = line.stranger === undefined ? judged(tool, tree, line) : undefined;
  if (found === undefined) {
    const said = [tool, ...line.path, line.stranger ?? ''].join(' ').trim();
    return {
      actions: [unknownAction(tool, path || tool, { scope })],
      secrets,
      notes: [`${said} is not a command gate knows`],
    };
  }
  const command = wrapped(path, line, dashes < 0 ? [] : argv.slice(dashes + 1));
  const runs: Run[] =
    WRAPS.has(`${tool} ${path}`) && command.length > 0 ? [{ argv: command, via: `${tool} ${path}` }] : [];
  // What these run is seen; that it gets their secrets is why they are run.
  const effects: readonly Effect[] =
    runs.length > 0
      ? ['secret']
      : dry(tool, line)
        ? ['read']
        : path === 'check' && line.options.has('repair')
          ? ['destroy']
          : found;
  const action = act(tool, path || 'help', effects, { resource: resourceOf(line), scope });
  return { ...withDoubt({ actions: [action], secrets, pins: [] }, doubts), runs };
}

/** Undefined for what nobody judged. */
export function judged(
  tool: string,
  tree: CommandTree,
  line: Pick<CommandLine, 'path' | 'positionals'>,
): readonly Effect[] | undefined {
  const path = line.path.join(' ');
  const own = OWN[tool]?.of(path);
  // restic's `key` takes its verb as an operand.
  const deeper = line.positionals.length > 0 ? OWN[tool]?.of(`${path} ${line.positionals[0]}`.trim()) : undefined;
  if (deeper !== undefined) return deeper;
  if (own !== undefined) return own;
  let node: CommandTree | string | undefined = tree;
  for (const word of line.path) node = typeof node === 'object' ? node.commands?.[word] : undefined;
  const group = typeof node === 'object' && node.commands !== undefined;
  // A group alone prints what it has.
  if (group) return line.positionals.length === 0 ? ['read'] : undefined;
  return PLAIN_VERBS.of(line.path.at(-1) ?? '');
}

/** The words that `op run`, `doppler run` and `aws-vault exec` start. */
function wrapped(path: string, line: CommandLine, rest: readonly string[]): readonly string[] {
  const text = line.options.get('command')?.at(-1);
  if (text !== undefined && text !== '') return ['sh', '-c', text];
  return rest.length === 0 && path === 'exec' ? line.positionals.slice(1) : rest;
}

/** Options of backup tools whose value this machine runs. */
function startsProgram([name, values]: readonly [string, readonly string[]]): boolean {
  if (/^(password-command|rsh|sftp-ssh|metadata-mapper|remote-path|config-password-command)$/.test(name)) return true;
  return (name === 'o' || name === 'option') && values.some((value) => /command|args/i.test(value));
}

function dry(tool: string, line: CommandLine): boolean {
  return (
    (tool === 'restic' || tool === 'rclone' || tool === 'borg') &&
    line.options.has('dry-run') &&
    !(line.options.get('dry-run') ?? []).some((value) => /^(f|0)/i.test(value))
  );
}

function resourceOf(line: CommandLine): Resource {
  const [name] = line.positionals;
  return fields({ kind: line.path.slice(0, -1).at(-1), name: line.positionals.length === 1 ? name : undefined });
}

function secretsOf(line: CommandLine): readonly string[] {
  const found: string[] = [];
  for (const [name, values] of line.options) {
    if (!/(token|password|secret|api-key|session)$/.test(name)) continue;
    for (const value of values) if (value !== '' && !value.includes(UNRESOLVED)) found.push(value);
  }
  return found;
}
