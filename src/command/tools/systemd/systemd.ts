import type { Effect, Resource, Scope } from '../../action.ts';
import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import busctl from '../../grammars/busctl.json' with { type: 'json' };
import hostnamectl from '../../grammars/hostnamectl.json' with { type: 'json' };
import localectl from '../../grammars/localectl.json' with { type: 'json' };
import loginctl from '../../grammars/loginctl.json' with { type: 'json' };
import machinectl from '../../grammars/machinectl.json' with { type: 'json' };
import networkctl from '../../grammars/networkctl.json' with { type: 'json' };
import portablectl from '../../grammars/portablectl.json' with { type: 'json' };
import resolvectl from '../../grammars/resolvectl.json' with { type: 'json' };
import systemctl from '../../grammars/systemctl.json' with { type: 'json' };
import analyze from '../../grammars/systemd-analyze.json' with { type: 'json' };
import timedatectl from '../../grammars/timedatectl.json' with { type: 'json' };
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { isSet, lastOf } from '../orchestration/by-table.ts';
import { EFFECTS, SETS } from './effects-table.ts';

/** systemctl and its relatives: they ask or command a service of the whole machine. */
export const reader: Reader = { names: [], read };

const TREES: Readonly<Record<string, unknown>> = {
  busctl,
  hostnamectl,
  localectl,
  loginctl,
  machinectl,
  networkctl,
  portablectl,
  resolvectl,
  systemctl,
  'systemd-analyze': analyze,
  timedatectl,
};

/** More units than this become one action without a name. */
const MAX_OBJECTS = 16;

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const tree = TREES[tool] as CommandTree;
  const line = parseCommandLine(argv, tree, 'getopt');
  const verb = line.path[0] ?? tool;
  const scope = scopeOf(line);
  const doubts = line.unknown.map((option) => `option ${option} is not one gate knows`);
  if (isSet(line, 'help') || isSet(line, 'version')) {
    return withDoubt({ actions: [act(tool, verb, ['read'])] }, doubts);
  }
  const effects = effectsOf(tool, verb, line);
  if (line.stranger !== undefined || effects === undefined) {
    const word = line.stranger ?? verb;
    return { actions: [unknownAction(tool, word, { scope })], notes: [`gate does not know ${tool} ${word}`] };
  }
  // `unixexec:` addresses start a program.
  const address = lastOf(line, 'address');
  if (address !== undefined && !/^unix:(path|abstract)=/.test(address)) doubts.push('--address may start a program');
  if (effects[0] === 'unknown') doubts.push(`what ${tool} ${verb} does is up to the service that is called`);
  const reading: Reading = {
    actions: objectsOf(tool, verb, line, context).map((resource) => act(tool, verb, effects, { resource, scope })),
    pins: PINS,
    ...(verb === 'shell' && { runs: shellOf(line) }),
  };
  return withDoubt(reading, doubts);
}

const PINS = ['SYSTEMD_PAGER', 'SYSTEMD_EDITOR', 'EDITOR', 'DBUS_SESSION_BUS_ADDRESS', 'DBUS_SYSTEM_BUS_ADDRESS'];

function effectsOf(tool: string, verb: string, line: CommandLine): readonly Effect[] | undefined {
  if (line.path.length === 0) return ['read'];
  const asks = SETS[`${tool} ${verb}`];
  if (asks !== undefined) return line.positionals.length > asks ? ['write'] : ['read'];
  return EFFECTS[tool]?.of(verb);
}

/** `-H` goes to another machine over ssh; everything else is this one. */
function scopeOf(line: CommandLine): Scope {
  const host = lastOf(line, 'host');
  if (host !== undefined) {
    const at = host.lastIndexOf('@');
    return at < 0 ? { host } : { host: host.slice(at + 1), user: host.slice(0, at) };
  }
  return { reach: 'machine' };
}

const ABOUT_UNITS =
  /^(start|stop|.*re(start|load)|isolate|kill|clean|freeze|thaw|(re)?enable|disable|(un)?mask|link|revert|edit|status|show|cat|is-\w+|reset-failed|preset|halt)$/;

/** Units by name; unit files by their path, where that is what is given. */
function objectsOf(tool: string, verb: string, line: CommandLine, context: ReadContext): readonly Resource[] {
  if (tool !== 'systemctl') {
    const [name] = line.positionals;
    return [name === undefined || name === '' ? {} : { name }];
  }
  if (
    /^(halt|poweroff|(soft-)?reboot|kexec|suspend.*|hi.*|hybrid-sleep|sleep|rescue|emergency|switch-root|default|exit)$/.test(
      verb,
    )
  ) {
    return [{ kind: 'machine' }];
  }
  if (verb === 'set-property' || verb === 'bind' || verb === 'mount-image') return [unit(line.positionals[0])];
  if (!ABOUT_UNITS.test(verb)) return [{}];
  const names = line.positionals;
  if (names.length === 0) return [{ kind: 'unit', ...(isSet(line, 'all') && { all: 'true' }) }];
  if (names.length > MAX_OBJECTS) return [{ kind: 'unit', count: String(names.length) }];
  return names.map((name) =>
    (verb === 'link' || verb.endsWith('enable')) && name.includes('/')
      ? { ...fileAt(name, context.cwd), kind: 'unit' }
      : unit(name),
  );
}

function unit(name: string | undefined): Resource {
  return name === undefined || name === '' ? { kind: 'unit' } : { kind: 'unit', name, service: name };
}

/** `machinectl shell NAME COMMAND...` */
function shellOf(line: CommandLine) {
  const [name, ...words] = line.positionals;
  return words.length === 0
    ? []
    : [{ argv: words, via: `machinectl shell ${name ?? ''}`.slice(0, 200), elsewhere: true }];
}
