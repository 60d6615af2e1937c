import type { Action, Effect } from '../../action.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reading } from '../../reader.ts';
import { act, fields } from '../../reading.ts';
import { placesOutside } from './places.ts';
import { running, script } from './running.ts';
import type { Work } from './verbs-table.ts';
import type { Line } from './words.ts';

/** What a verb amounts to, as actions. */

const EFFECTS: Readonly<Record<Work, readonly Effect[]>> = {
  read: ['read'],
  build: ['execute'],
  edit: ['write'],
  drop: ['destroy'],
  machine: ['write'],
  remove: ['destroy'],
  outside: ['execute', 'unknown'],
  publish: ['write'],
  withdraw: ['destroy'],
  rights: ['privilege'],
  token: ['privilege', 'secret'],
  script: ['execute'],
  run: ['execute'],
};

/** Tools whose rights are this machine's: what it trusts, what a program may touch. */
const ON_THE_MACHINE = /^(mise|snap|flatpak|apt-key)$/;

export function meaning(
  tool: string,
  own: string,
  work: Work,
  line: Line,
  directory: string,
  context: ReadContext,
): Reading {
  const { verb, operands } = line;
  const named = operands.length === 1 ? operands[0] : undefined;
  const one = (resource: Action['resource'], scope: Action['scope'] = {}): Reading => ({
    actions: [act(tool, verb, EFFECTS[work], { resource, scope })],
    secrets: secretsOf(line),
  });
  switch (work) {
    case 'read':
      return revealed(own, line)
        ? { actions: [act(tool, verb, ['read', 'secret'])] }
        : one(fields({ kind: 'package', package: named }));
    case 'build':
      return { actions: building(tool, verb, line, directory, context) };
    case 'edit':
      return one(editedBy(own, verb, named, directory));
    case 'drop':
      return one(fields({ kind: 'package', package: named, path: directory }));
    case 'machine':
    case 'remove':
      return one(fields({ kind: 'package', package: named }), { reach: 'machine' });
    case 'rights':
      return one(fields({ kind: 'package', package: named }), {
        reach: ON_THE_MACHINE.test(own) ? 'machine' : 'remote',
      });
    case 'publish':
    case 'withdraw':
    case 'token':
      return one(fields({ kind: 'package', package: named }), { reach: 'remote' });
    case 'script':
      return script(tool, verb, line, directory, context);
    case 'run':
      return running(tool, own, verb, line, directory, context);
    default:
      return { ...one({ kind: 'package' }), notes: [`${tool} ${verb} runs code that gate does not read`] };
  }
}

/** The file that holds what the project depends on. */
const MANIFESTS: Readonly<Record<string, string>> = {
  npm: 'package.json',
  yarn: 'package.json',
  pnpm: 'package.json',
  bun: 'package.json',
  cargo: 'Cargo.toml',
  go: 'go.mod',
  poetry: 'pyproject.toml',
  uv: 'pyproject.toml',
  composer: 'composer.json',
};

/** What a change without running anything falls on: new projects land in a directory of their own. */
function editedBy(tool: string, verb: string, named: string | undefined, directory: string): Action['resource'] {
  if (/^(new|init|phx\.new)$/.test(verb)) return { kind: 'build', path: absolute(named ?? '.', directory) };
  const manifest = Object.hasOwn(MANIFESTS, tool) ? MANIFESTS[tool] : undefined;
  return manifest === undefined
    ? { kind: 'build', path: directory }
    : { kind: 'file', path: absolute(manifest, directory) };
}

function building(tool: string, verb: string, line: Line, directory: string, context: ReadContext): readonly Action[] {
  const values = [...line.options.values()].flat();
  const places = [
    directory,
    ...placesOutside([...line.operands, ...values], context.cwd, context.home).filter((place) => place !== directory),
  ];
  return places.map((path) => act(tool, verb || 'install', ['execute'], { resource: { kind: 'build', path } }));
}

/** Questions whose answer is a credential. */
function revealed(tool: string, { verb, operands }: Line): boolean {
  return (
    /^(npm|pnpm|yarn)$/.test(tool) && /get/.test(verb) && operands.some((key) => /_auth|token|password/i.test(key))
  );
}

/** Credentials given in the open. */
function secretsOf({ options }: Line): readonly string[] {
  return [
    '--token',
    '--password',
    '--otp',
    '-p',
    '--api-key',
    '-ApiKey',
    '--_auth',
    '--build-token',
    '--pypi-token',
  ].flatMap((name) => (options.get(name) ?? []).filter((value) => value !== '' && name !== '-p'));
}
