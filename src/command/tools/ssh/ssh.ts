import { type Scan, scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, doubtsOf, fields, unknownAction, withDoubt } from '../../reading.ts';
import { GRAMMARS, localRuns, placeOf, settingsOf } from './client.ts';

export const reader: Reader = { names: ['ssh', 'slogin', 'autossh', 'mosh'], read };

/** A session or a command on another machine: always `execute`; the remote words are judged as a shell line as well. */
function read(given: readonly string[], _context: ReadContext): Reading {
  const tool = programOf(given[0] ?? '').base;
  if (tool === 'mosh') return mosh(given);
  const argv = tool === 'autossh' ? withoutMonitor(given) : given;
  const by = GRAMMARS.of('ssh');
  const first = scan(argv, 1, by, true);
  const host = argv[first.end];
  if (host === undefined) {
    const asks = argv.length > 1 && (first.options.has('V') || first.options.has('Q')) && first.unknown.length === 0;
    return { actions: [asks ? act(tool, tool, ['read']) : unknownAction(tool)] };
  }
  // ssh goes on looking for options after the host.
  const more = scan(argv, first.end + 1, by, true);
  const scans: readonly Scan[] = [first, more];
  const settings = settingsOf(scans);
  const place = placeOf(host, first, more);
  const scope = {
    ...fields({ host: place.host, user: place.user, port: place.port }),
    ...(settings.detour ? { reach: 'remote' } : {}),
  };
  const doubts = [...doubtsOf(first), ...doubtsOf(more), ...settings.doubts];
  if (host.startsWith(UNRESOLVED) && host.length === 1) doubts.push('the host is only known when it runs');
  const has = (name: string): boolean => scans.some((one) => one.options.has(name));
  const runs: Run[] = [...localRuns(settings, tool)];
  if (has('G')) {
    // It only prints the settings, but `Match exec` in them runs programs.
    return { ...withDoubt({ actions: [act(tool, 'settings', ['execute'], { scope })] }, doubts), runs };
  }
  if (has('O')) return { ...withDoubt({ actions: [act(tool, 'control', ['write'], { scope })] }, doubts), runs };
  const words = argv.slice(more.end).join(' ');
  const line = words === '' ? (settings.remote ?? '') : words;
  const action = act(tool, tool, ['execute'], { scope, opaque: true });
  if (line !== '') runs.push({ argv: ['sh', '-c', line], via: `${tool} ${host}`, elsewhere: true });
  const notes = ['what the remote machine does cannot be seen from here'];
  return { ...withDoubt({ actions: [action], notes }, doubts), runs, pins: ['SSH_AUTH_SOCK'] };
}

/** autossh takes `-M PORT` and `-f` for itself; all else is ssh's. */
function withoutMonitor(argv: readonly string[]): readonly string[] {
  const kept = [argv[0] as string];
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg === '-M') at++;
    else if (!/^-M\d+$/.test(arg)) kept.push(arg);
  }
  return kept;
}

/** mosh logs in by ssh and stays; its options may name the programs of both sides. */
function mosh(argv: readonly string[]): Reading {
  const rest = argv.slice(1);
  if (rest.length === 1 && /^--(help|version)$/.test(rest[0] as string))
    return { actions: [act('mosh', 'mosh', ['read'])] };
  const at = rest.findIndex((arg) => !arg.startsWith('-'));
  const host = rest[at];
  if (host === undefined) return { actions: [unknownAction('mosh')] };
  const doubts = rest.slice(0, at).some((arg) => /^--(ssh|server|client|experimental)/.test(arg))
    ? ['its options name programs']
    : [];
  const place = placeOf(host);
  const words = rest.slice(at + 1).filter((word, index) => index > 0 || word !== '--');
  const runs: Run[] = words.length === 0 ? [] : [{ argv: words, via: `mosh ${host}`, elsewhere: true }];
  const action = act('mosh', 'mosh', ['execute'], {
    scope: fields({ host: place.host, user: place.user }),
    opaque: true,
  });
  return { ...withDoubt({ actions: [action] }, doubts), runs };
}
