import type { Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import type { Input, ReadContext } from '../../reader.ts';
import { fields, inputOf } from '../../reading.ts';

export interface Connection {
  readonly scope: Scope;
  readonly secrets: readonly string[];
  readonly doubts: readonly string[];
  /** The file that says what a service name means, when there is one. */
  readonly inputs: readonly Input[];
}

export interface Address {
  readonly database?: string | undefined;
  readonly user?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

/**
 * Where a program of PostgreSQL connects: options and operands, a connection string or URI in place of a database's
 * name, then the service, then the environment.
 */
export function connectionOf(given: Address, context: ReadContext): Connection {
  const { environment } = context;
  const doubts: string[] = [];
  let { database } = given;
  let parts: Readonly<Record<string, string>> = {};
  if (database !== undefined && /^postgres(ql)?:\/\//.test(database)) {
    parts = uri(database) ?? {};
    if (Object.keys(parts).length === 0) doubts.push('the connection URI is not understood');
    database = undefined;
  } else if (database?.includes('=')) {
    parts = conninfo(database) ?? {};
    if (Object.keys(parts).length === 0) doubts.push('the connection string is not understood');
    database = undefined;
  }
  const name = parts['service'] ?? environment['PGSERVICE'];
  const service = name === undefined ? undefined : serviceOf(name, context);
  const known = service?.parts ?? {};
  for (const keyword of [...Object.keys(parts), ...Object.keys(known)])
    if (!KEYWORDS.has(keyword)) doubts.push(`the connection setting ${keyword} changes what happens there`);
  // A service counts before the environment; without either, what nothing names is the user's own, not guessed here.
  const scope = fields({
    host: parts['host'] ?? given.host ?? known['host'] ?? environment['PGHOST'],
    hostaddr: parts['hostaddr'] ?? known['hostaddr'] ?? environment['PGHOSTADDR'],
    port: parts['port'] ?? given.port ?? known['port'] ?? environment['PGPORT'],
    database: parts['dbname'] ?? database ?? known['dbname'] ?? environment['PGDATABASE'],
    user: parts['user'] ?? given.user ?? known['user'] ?? environment['PGUSER'],
    service: name,
  });
  // hostaddr is where it really connects, whatever the name of the host says.
  const plain = scope['host'] !== undefined && scope['hostaddr'] === undefined && !scope['host'].includes(',');
  return {
    scope: plain ? scope : { ...scope, reach: 'remote' },
    secrets: [parts['password'], parts['sslpassword'], known['password']].filter(
      (value): value is string => value !== undefined && value !== '',
    ),
    doubts,
    inputs: service === undefined ? [] : [service.input],
  };
}

/** The section of a service in the user's file; the system's own belongs to the system. */
function serviceOf(name: string, { environment, home, files }: ReadContext) {
  const path = environment['PGSERVICEFILE'] ?? `${home}/.pg_service.conf`;
  const snapshot = files.read(path);
  const input = inputOf('service', path, snapshot);
  const parts: Record<string, string> = Object.create(null);
  let inside = false;
  for (const line of Buffer.from(snapshot?.bytes ?? '')
    .toString('utf8')
    .split('\n')) {
    const trimmed = line.trim();
    if (trimmed.startsWith('[')) inside = trimmed === `[${name}]`;
    else if (inside && trimmed !== '' && !trimmed.startsWith('#')) {
      const equals = trimmed.indexOf('=');
      if (equals > 0) parts[trimmed.slice(0, equals)] = trimmed.slice(equals + 1);
    }
  }
  return { input, parts };
}

/** Settings of a connection that do not change what a statement means. */
const KEYWORDS = new Names(
  'host hostaddr port dbname user password passfile channel_binding connect_timeout client_encoding application_name fallback_application_name keepalives keepalives_idle keepalives_interval keepalives_count tcp_user_timeout sslmode sslnegotiation sslcompression sslcert sslkey sslpassword sslrootcert sslcrl sslcrldir sslsni ssl_min_protocol_version ssl_max_protocol_version gssencmode krbsrvname service target_session_attrs load_balance_hosts require_auth requirepeer min_protocol_version max_protocol_version',
);

/** `host=db port=5432 password='a b'`. */
export function conninfo(text: string): Readonly<Record<string, string>> | undefined {
  const parts: Record<string, string> = Object.create(null);
  const pair = /\s*([A-Za-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?=\s|$)/y;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    pair.lastIndex = at;
    const match = pair.exec(text);
    if (match === null) return undefined;
    // libpq takes the last of several.
    parts[match[1] as string] = (match[2] ?? match[3] ?? '').replace(/\\(.)/gs, '$1');
    at = pair.lastIndex;
  }
  return parts;
}

/** `postgresql://user:password@host:port/dbname?key=value`. */
export function uri(text: string): Readonly<Record<string, string>> | undefined {
  const match = /^postgres(?:ql)?:\/\/(?:([^:@/?]*)(?::([^@/?]*))?@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(text);
  if (match === null) return undefined;
  try {
    const [, user, password, hosts = '', dbname, query] = match;
    const several = hosts.split(',').map((host) => /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(host));
    if (several.some((host) => host === null)) return undefined;
    const parts: Record<string, string> = Object.create(null);
    const put = (name: string, value: string | undefined): void => {
      if (value !== undefined && value !== '') parts[name] = decodeURIComponent(value);
    };
    put('user', user);
    put('password', password);
    put('host', several.map((host) => host?.[1] ?? '').join(','));
    put(
      'port',
      several
        .map((host) => host?.[2] ?? '')
        .join(',')
        .replace(/^,*$/, ''),
    );
    put('dbname', dbname);
    for (const pair of (query ?? '').split('&')) {
      const equals = pair.indexOf('=');
      if (equals > 0) put(decodeURIComponent(pair.slice(0, equals)), pair.slice(equals + 1));
    }
    if (Object.keys(parts).length === 0) parts['host'] = '';
    return parts;
  } catch {
    return undefined;
  }
}

/** Variables libpq heeds. */
export const PINS = [
  'PGHOST',
  'PGHOSTADDR',
  'PGPORT',
  'PGDATABASE',
  'PGUSER',
  'PGPASSWORD',
  'PGPASSFILE',
  'PGSERVICE',
  'PGSERVICEFILE',
  'PGOPTIONS',
  'PGSSLMODE',
  'PGSSLROOTCERT',
  'PGSSLCERT',
  'PGSSLKEY',
  'PGTARGETSESSIONATTRS',
  'PGCLIENTENCODING',
  'PGAPPNAME',
  'PGCHANNELBINDING',
  'PGREQUIREAUTH',
] as const;
