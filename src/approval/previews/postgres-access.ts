import { join } from 'node:path';
import type { Scope } from '../../command/action.ts';
import type { Look } from '../../platform/look.ts';
import { type Access, noCredential, type PsqlCredential } from './access.ts';

/** The variables with which psql reaches the database that the request means, or why it is not reached. */
export type Database =
  | { readonly environment: Readonly<Record<string, string>>; readonly as: string }
  | { readonly why: string };

/** Nothing of the request's own connection is followed with a configured credential: it must lead to the same place. */
export function databaseFor(scope: Scope, look: Look, access: Access): Database {
  if (scope['hostaddr'] !== undefined) return { why: 'the command connects to an address of its own' };
  return access.kind === 'present'
    ? ownDatabase(scope, access)
    : configured(scope, look, access.credentials.psql ?? []);
}

function configured(scope: Scope, look: Look, credentials: readonly PsqlCredential[]): Database {
  if (credentials.length === 0) return { why: noCredential('psql') };
  if (scope['database'] === undefined) return { why: 'which database it would change is not known' };
  let why = `no credential for previews leads to ${placeOf(scope)}`;
  for (const { service, service_file: file, passfile } of credentials) {
    const read = look.trusted(file);
    if ('why' in read) {
      why = read.why;
      continue;
    }
    const parts = sectionOf(Buffer.from(read.bytes).toString('utf8'), service);
    if (parts === undefined || !isSame(scope, parts)) continue;
    const environment = {
      PGSERVICE: service,
      PGSERVICEFILE: file,
      PGPASSFILE: passfile ?? join(look.home, 'none'),
      PGSYSCONFDIR: look.home,
    };
    return { environment, as: `${placeOf(scope)}, service ${service}` };
  }
  return { why };
}

function sectionOf(text: string, name: string): ReadonlyMap<string, string> | undefined {
  let parts: Map<string, string> | undefined;
  let inside = false;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.startsWith('[')) {
      inside = line === `[${name}]`;
      if (inside) parts ??= new Map();
    } else if (inside && line !== '' && !line.startsWith('#')) {
      const equals = line.indexOf('=');
      if (equals > 0) parts?.set(line.slice(0, equals).trim(), line.slice(equals + 1).trim());
    }
  }
  return parts;
}

function isSame(scope: Scope, parts: ReadonlyMap<string, string>): boolean {
  const socket = (host: string | undefined) => host === undefined || host === '' || host.startsWith('/');
  const [here, there] = [scope['host'], parts.get('host')];
  const sameHost =
    socket(here) && socket(there) ? (here ?? '') === (there ?? '') : here?.toLowerCase() === there?.toLowerCase();
  return (
    sameHost && (scope['port'] ?? '5432') === (parts.get('port') ?? '5432') && scope['database'] === parts.get('dbname')
  );
}

function placeOf(scope: Scope): string {
  const { host = 'this machine', port, database } = scope;
  return `${database ?? ''} on ${host}${port === undefined ? '' : `:${port}`}`;
}

/** What of a person's own environment psql may have: where, who, and how to trust the server. */
const OWN = [
  'PGSSLMODE',
  'PGSSLROOTCERT',
  'PGSSLCERT',
  'PGSSLKEY',
  'PGCHANNELBINDING',
  'PGREQUIREAUTH',
  'PGTARGETSESSIONATTRS',
];

function ownDatabase(scope: Scope, { environment, home }: Extract<Access, { kind: 'present' }>): Database {
  const own: Record<string, string> = { PGPASSFILE: environment['PGPASSFILE'] ?? join(home, '.pgpass') };
  for (const name of OWN) if (environment[name] !== undefined) own[name] = environment[name];
  const { host, port, database, user = environment['USER'] } = scope;
  // A password of the environment belongs to the server of the environment: nobody has agreed to another one yet.
  const password = environment['PGPASSWORD'];
  const same = host === environment['PGHOST'] && (port ?? '5432') === (environment['PGPORT'] ?? '5432');
  if (password !== undefined && same) own['PGPASSWORD'] = password;
  if (host !== undefined) own['PGHOST'] = host;
  if (port !== undefined) own['PGPORT'] = port;
  if (user !== undefined) own['PGUSER'] = user;
  if (database !== undefined) own['PGDATABASE'] = database;
  return { environment: own, as: placeOf(scope) };
}
