import { lstatSync, type Stats, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { People } from '../approval/people.ts';
import { type Serve, strangersIn } from '../config/serve.ts';
import { readTls, tlsProblems, tlsWarnings } from '../config/tls-files.ts';
import { errno } from '../errors.ts';
import { accountNamed } from '../platform/linux.ts';

/** Below this the record may soon not be written. */
const LEAST_FREE = 256 * 1024 * 1024;
/** Two clocks of one machine differ by less. */
const CLOCK_MILLISECONDS = 60_000;

/**
 * What stands between this file and a service that works, in sentences: beyond its syntax, what is there on this machine. Looks, and changes nothing.
 *
 * @param user the account that the service runs under, by the name that clients expect; absent: this process's
 */
export function problemsOf(
  config: Serve,
  people: Omit<People, 'source'> | undefined,
  user: string | undefined,
  now: number,
): readonly string[] {
  const uid = user === undefined ? process.geteuid?.() : accountNamed(user)?.uid;
  if (uid === undefined) return [`\`service\` names the account \`${user}\`, and there is none of that name`];
  return [
    ...strangersIn(config, people),
    ...accounts(config, people, uid),
    ...state(config.state, uid, now),
    ...(config.socket === undefined ? [] : socket(config.socket.path, uid)),
    ...(config.https === undefined ? [] : tlsProblems(config.https, now, uid)),
  ];
}

/** What will be wrong before long, in sentences; the service starts all the same. */
export function warningsOf({ https }: Serve, user: string | undefined, now: number): readonly string[] {
  if (https === undefined) return [];
  const uid = user === undefined ? process.geteuid?.() : accountNamed(user)?.uid;
  return tlsProblems(https, now, uid).length > 0 ? [] : tlsWarnings(readTls(https, now, uid), now);
}

function accounts({ runAs }: Serve, people: Omit<People, 'source'> | undefined, service: number): readonly string[] {
  const owners = new Map<number, string>();
  const named = [
    ...(people?.people ?? []).map(({ name, os }) => [`the person ${name}`, os] as const),
    ...(people?.agents ?? []).map(({ name, os = [] }) => [`the agent ${name}`, os] as const),
  ];
  for (const [who, os] of named) {
    for (const name of os) {
      const found = accountNamed(name.replace(/@.*$/, ''));
      if (found !== undefined) owners.set(found.uid, who);
    }
  }
  const given = [...new Set([...(runAs.default === undefined ? [] : [runAs.default]), ...Object.values(runAs.agents)])];
  const none = given.length === 0 ? ['`run_as` names no account: no command can run'] : [];
  return [
    ...none,
    ...given.flatMap((name) => {
      const uid = accountNamed(name)?.uid;
      if (uid === undefined) return [`\`run_as\` names \`${name}\`, and there is no such account on this machine`];
      if (uid === 0) return [`\`run_as\` names \`${name}\`, which is root`];
      if (uid === service) return [`\`run_as\` names \`${name}\`, the account of the service itself`];
      const who = owners.get(uid);
      return who === undefined
        ? []
        : [`\`run_as\` names \`${name}\`, the account of ${who}: it could change what runs there`];
    }),
  ];
}

function state(path: string, uid: number, now: number): readonly string[] {
  const found = look(path);
  if (typeof found === 'string') return [`the state directory \`${path}\`: ${found}`];
  if (!found.isDirectory()) return [`\`${path}\` is no directory`];
  const { bavail, bsize } = statfsSync(path);
  const log = look(`${path}/audit.db`);
  return [
    ...(found.uid === uid ? [] : [`\`${path}\` belongs to uid ${found.uid}, not to the service (uid ${uid})`]),
    ...((found.mode & 0o077) === 0 ? [] : [`\`${path}\` can be entered by others: chmod 700 ${path}`]),
    ...(bavail * bsize >= LEAST_FREE ? [] : [`less than 256 MiB are free for \`${path}\``]),
    ...(typeof log === 'string' || log.mtimeMs <= now + CLOCK_MILLISECONDS
      ? []
      : ['the clock of this machine is behind what was recorded last']),
  ];
}

/** Whoever can write the directory can put another socket into the place of this one. */
function socket(path: string, uid: number): readonly string[] {
  const directory = dirname(path);
  const found = look(directory);
  // The service makes it, where it may.
  if (typeof found === 'string') return uid === 0 ? [] : [`the directory of the socket \`${directory}\`: ${found}`];
  const other = look(path);
  return [
    ...(found.uid === uid || found.uid === 0 ? [] : [`\`${directory}\` belongs to uid ${found.uid}`]),
    ...((found.mode & 0o022) === 0 ? [] : [`\`${directory}\` can be written by others: chmod go-w ${directory}`]),
    ...((found.mode & 0o001) === 0 ? [`\`${directory}\` cannot be entered by those who should connect`] : []),
    ...(typeof other === 'string' || other.isSocket() ? [] : [`\`${path}\` is there, and is no socket`]),
  ];
}

function look(path: string): Stats | string {
  try {
    return lstatSync(path);
  } catch (error) {
    return errno(error) === 'ENOENT' ? 'it is not there' : `it cannot be looked at (${errno(error)})`;
  }
}
