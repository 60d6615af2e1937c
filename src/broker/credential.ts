import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsFor } from '../config/paths.ts';
import type { RemoteService } from '../config/service.ts';
import { keptSession, type Purpose, type Session } from '../config/session-file.ts';
import { errno, GateError } from '../errors.ts';
import type { Credential } from './remote-http.ts';

/** Who this process is to a service elsewhere. */
export interface Seeking {
  readonly service: RemoteService;
  readonly environment: Readonly<Record<string, string>>;
  /** Home of the account, where variables do not say otherwise. */
  readonly home: string;
  /** What a login is wanted for first: asking, or answering. */
  readonly purpose: Purpose;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * What the caller shows, the first of these that is there (docs/callers.md): the token in `GATE_TOKEN`; the token that the CI system signs for
 * this job; the session of `gate login`; the token in the file that the system's file names. Undefined when there is none: then
 * the service knows nobody.
 *
 * @throws GateError CONFIG_INVALID when one is there and is none, or others could read it
 */
export async function credentialFor(seeking: Seeking): Promise<Credential | undefined> {
  const { service, environment } = seeking;
  const given = environment['GATE_TOKEN'];
  if (given !== undefined && given !== '') return fixed(tokenIn(given, '`GATE_TOKEN`'), 'the token in GATE_TOKEN');
  if (isJob(environment)) return (await import('./job-token.ts')).jobCredential(service, environment, seeking.now);
  const session = sessionOf(seeking);
  if (session !== undefined) return fixed(session.token, `the session of ${session.person}, from \`gate login\``);
  if (service.token === undefined) return undefined;
  const text = tokenFile(service.token);
  return text === undefined ? undefined : fixed(tokenIn(text, `\`${service.token}\``), `the token in ${service.token}`);
}

/** The person whose session would be shown; undefined when something else would, or nothing. @throws as `credentialFor` */
export function loggedIn(seeking: Seeking): string | undefined {
  const { environment } = seeking;
  return environment['GATE_TOKEN'] || isJob(environment) ? undefined : sessionOf(seeking)?.person;
}

/** Sessions lie apart: none asks and answers. */
export function sessionFile(environment: Readonly<Record<string, string>>, home: string, purpose: Purpose): string {
  return join(pathsFor(environment, environment['HOME'] || home).state, `session-${purpose}.json`);
}

/** Whether a CI system around this process signs tokens for its jobs. */
function isJob(environment: Readonly<Record<string, string>>): boolean {
  const {
    GATE_ID_TOKEN: given,
    ACTIONS_ID_TOKEN_REQUEST_URL: at,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
  } = environment;
  return Boolean(given || (at && secret));
}

/** The session for what is wanted, else the other one. */
function sessionOf({ service, environment, home, purpose, now }: Seeking): Session | undefined {
  const purposes: readonly Purpose[] = purpose === 'ask' ? ['ask', 'answer'] : ['answer', 'ask'];
  for (const each of purposes) {
    const found = keptSession(sessionFile(environment, home, each), service.url, now());
    if (found !== undefined) return found;
  }
  return undefined;
}

function fixed(token: string, what: string): Credential {
  return { what, authorization: async () => `Bearer ${token}` };
}

function tokenIn(text: string, where: string): string {
  const token = text.trim();
  if (/^gate_[0-9a-f]{10}_[0-9a-f]{72}$/.test(token)) return token;
  throw new GateError('CONFIG_INVALID', `what is in ${where} is no token of gate`, {
    hint: '`gate token create` makes one, and shows it once',
  });
}

/** Undefined where this account cannot read it: it is not meant for it. */
function tokenFile(path: string): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (cause) {
    if (['ENOENT', 'EACCES'].includes(errno(cause))) return undefined;
    throw new GateError('CONFIG_INVALID', `\`${path}\` cannot be read (${errno(cause)})`, { cause });
  }
  try {
    const stats = fstatSync(descriptor);
    const foreign = stats.uid !== 0 && stats.uid !== process.geteuid?.();
    if (!stats.isFile() || stats.size > 4096 || foreign || (stats.mode & 0o027) !== 0) {
      throw new GateError(
        'CONFIG_INVALID',
        `\`${path}\` is no file that only its owner can write, and others cannot read`,
        {
          hint: 'chmod 0640, and the group of those who may come with it',
        },
      );
    }
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}
