import type { Effect, Scope } from '../../action.ts';
import type { CommandLine, CommandTree } from '../../command-tree.ts';
import tree from '../../grammars/terraform.json' with { type: 'json' };
import { UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, fileAt, inputOf } from '../../reading.ts';
import {
  type Found,
  isSet,
  isSurelySet,
  lastOf,
  type Refined,
  readByTable,
  type Table,
  valuesOf,
} from '../orchestration/by-table.ts';
import { EFFECTS } from './effects-table.ts';
import { actionsOf, summaryOf } from './plan.ts';
import { plannedChanges } from './plan-file.ts';

/** terraform, and OpenTofu, which kept its commands. */
export const reader: Reader = { names: [], read: readTerraform };

const TABLE: Table = {
  tree: tree as unknown as CommandTree,
  style: 'goflag',
  effects: EFFECTS,
  scope: scopeOf,
  pretends: ['dry-run'],
  refine,
  pins: ['TF_WORKSPACE', 'TF_INPUT', 'TF_IN_AUTOMATION', 'AWS_PROFILE', 'GOOGLE_PROJECT', 'ARM_SUBSCRIPTION_ID'],
};

export function readTerraform(argv: readonly string[], context: ReadContext): Reading {
  return readByTable(argv, TABLE, context);
}

function folderOf(line: CommandLine, context: ReadContext): string {
  const folder = lastOf(line, 'chdir');
  return folder === undefined ? context.cwd : absolute(folder, context.cwd);
}

/** The workspace is in the environment, or in a file that `workspace select` writes. */
function scopeOf(line: CommandLine, context: ReadContext): Scope {
  const folder = folderOf(line, context);
  const chosen = context.environment['TF_WORKSPACE'] || undefined;
  const written = chosen === undefined ? context.files.read(`${folder}/.terraform/environment`)?.bytes : undefined;
  const name =
    chosen ?? (written === undefined ? undefined : Buffer.from(written).toString('utf8').trim() || undefined);
  return fields({ directory: folder || undefined, workspace: name, reach: 'remote' });
}

function refine(found: Found, context: ReadContext): Refined | undefined {
  const refined = byCommand(found, context) ?? {};
  const { line } = found;
  const folder = folderOf(line, context);
  const files = valuesOf(line, 'var-file').map((file) =>
    inputOf('variables', file, context.files.read(absolute(file, folder))),
  );
  const more = ['out', 'state-out', 'generate-config-out', 'backup']
    .flatMap((name) => valuesOf(line, name))
    .filter((file) => file !== '' && file !== '-')
    .map((file) => act(found.tool, found.path, ['write'], { resource: fileAt(file, folder) }));
  return {
    ...refined,
    inputs: [...(refined.inputs ?? []), ...files.slice(0, 16)],
    more: [...(refined.more ?? []), ...more.slice(0, 4)],
    pins: Object.keys(context.environment).filter((name) => name.startsWith('TF_VAR_')),
    secrets: secretVariables(line, context),
  };
}

function byCommand(found: Found, context: ReadContext): Refined | undefined {
  const { path, line } = found;
  switch (path) {
    case 'apply':
      return applied(found, context);
    case 'plan':
    case 'query':
      return planned(found, context);
    case 'output':
      return reveals(
        line.positionals.length > 0 || ['json', 'raw', 'show-sensitive'].some((name) => isSet(line, name)),
      );
    case 'show':
      return { ...reveals(isSet(line, 'json') || isSet(line, 'show-sensitive')), inputs: planInput(found, context) };
    case 'state show':
      return reveals(isSet(line, 'show-sensitive'));
    case 'fmt':
      return formatted(found, context);
    case 'init':
      return initialised(found, context);
    case 'get':
    case 'providers lock':
    case 'workspace select':
      return inFolder(found, context, path === 'providers lock' ? '.terraform.lock.hcl' : '.terraform');
    case 'providers mirror':
      return { resource: fileAt(line.positionals[0] ?? '.', folderOf(line, context)), scope: {} };
    case 'login':
    case 'logout':
      return { scope: fields({ host: line.positionals[0] ?? 'app.terraform.io' }) };
    case 'version':
    case 'validate':
    case 'modules':
    case 'metadata functions':
      return { scope: fields({ directory: found.scope['directory'] }) };
    default:
      return line.positionals.length === 1 ? { resource: { name: line.positionals[0] as string } } : undefined;
  }
}

function reveals(secret: boolean): Refined {
  return secret ? { effects: ['read', 'secret'] } : {};
}

/**
 * It asks the providers, which changes nothing out there, and runs what the configuration says (external data sources,
 * the providers it names): that is the project's own code, as in a build.
 */
function planned({ line, tool, path, scope }: Found, context: ReadContext): Refined {
  const folder = folderOf(line, context);
  const { reach: _, ...here } = scope;
  const runs = act(tool, path, ['execute'], { resource: { kind: 'build', path: absolute('.', folder) }, scope: here });
  return {
    actions: [act(tool, path, ['read'], { scope }), runs],
    ...(isSet(line, 'destroy') && { notes: ['it plans to destroy everything and changes nothing yet'] }),
  };
}

/** A saved plan says what it does; without one only the configuration and the state know. */
function applied(found: Found, context: ReadContext): Refined {
  const { line, tool, scope } = found;
  if (isSet(line, 'destroy')) return { effects: ['destroy'] };
  if (isSurelySet(line, 'refresh-only')) return { effects: ['write'] };
  const [file] = line.positionals;
  if (file === undefined) return { notes: ['what it changes is only known once it has planned'] };
  const inputs = planInput(found, context);
  const bytes = context.files.read(absolute(file, folderOf(line, context)))?.bytes;
  const changes = plannedChanges(bytes);
  if (changes === undefined) return { inputs, notes: ['gate cannot read what the plan changes'] };
  return { inputs, actions: actionsOf(tool, changes, scope), notes: [summaryOf(changes)] };
}

function planInput({ line }: Found, context: ReadContext): readonly Input[] {
  const [file] = line.positionals;
  if (file === undefined || file.includes(UNRESOLVED)) return [];
  return [inputOf('plan', file, context.files.read(absolute(file, folderOf(line, context))))];
}

function formatted({ line, tool, path }: Found, context: ReadContext): Refined {
  const printed = line.positionals.includes('-');
  const off = line.options.get('write')?.at(-1) === 'false';
  const scope = {};
  const folder = folderOf(line, context);
  const targets = line.positionals.length === 0 ? ['.'] : line.positionals.slice(0, 64);
  const effects: readonly Effect[] = isSurelySet(line, 'check') || printed || off ? ['read'] : ['write'];
  return { actions: targets.map((target) => act(tool, path, effects, { resource: fileAt(target, folder), scope })) };
}

/** Installing providers and modules stays in `.terraform`; changing the backend moves the state. */
function initialised(found: Found, context: ReadContext): Refined {
  const { line, tool, path, scope } = found;
  const local = inFolder(found, context, '.terraform').actions ?? [];
  const moves = ['backend-config', 'reconfigure', 'migrate-state', 'force-copy'].some((name) => line.options.has(name));
  const runs = line.options.has('plugin-dir') || line.options.has('from-module');
  const more = moves ? [act(tool, path, ['write'], { scope, resource: { kind: 'backend' } })] : [];
  return {
    actions: [...local, ...more],
    ...(runs && { doubts: ['providers or code come from a place given by hand'] }),
  };
}

function inFolder(found: Found, context: ReadContext, name: string): Refined {
  const resource = fileAt(name, folderOf(found.line, context));
  return { actions: [act(found.tool, found.path, found.effects, { resource })] };
}

/** Values of variables whose names say that they are secret. */
function secretVariables(line: CommandLine, context: ReadContext): readonly string[] {
  const given = valuesOf(line, 'var').map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, Math.max(equals, 0)), pair.slice(equals + 1)] as const;
  });
  const inherited = Object.keys(context.environment)
    .filter((name) => name.startsWith('TF_VAR_'))
    .map((name) => [name, context.environment[name] ?? ''] as const);
  return [...given, ...inherited]
    .filter(([name, value]) => TELLING.test(name) && value.length > 3)
    .map(([, value]) => value);
}

const TELLING = /pass|secret|token|credential|private|api_?key|access_?key/i;
