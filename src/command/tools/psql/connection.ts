import type { Scope } from '../../action.ts';
import { optionValue, type Scan } from '../../options.ts';
import { fields } from '../../reading.ts';

export interface Connection {
  readonly scope: Scope;
  readonly secrets: readonly string[];
  readonly doubts: readonly string[];
}

/** Where psql connects: options and operands, a connection string or URI in place of a name, then the environment. */
export function connectionOf(found: Scan, environment: Readonly<Record<string, string>>): Connection {
  const doubts: string[] = [];
  const operands = [...found.positionals];
  let database = optionValue(found, 'dbname') ?? operands.shift();
  const user = optionValue(found, 'username') ?? operands.shift();
  if (operands.length > 0) doubts.push('psql ignores some of these operands');
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
  for (const name of Object.keys(parts))
    if (!KEYWORDS.has(name)) doubts.push(`the connection setting ${name} changes what happens there`);
  const service = parts['service'] ?? environment['PGSERVICE'];
  // Without a service, what nothing names falls back to the user's own name, which gate does not guess.
  return {
    scope: fields({
      host: parts['host'] ?? optionValue(found, 'host') ?? environment['PGHOST'],
      hostaddr: parts['hostaddr'] ?? environment['PGHOSTADDR'],
      port: parts['port'] ?? optionValue(found, 'port') ?? environment['PGPORT'],
      database: parts['dbname'] ?? database ?? environment['PGDATABASE'],
      user: parts['user'] ?? user ?? environment['PGUSER'],
      service,
    }),
    secrets: [parts['password'], parts['sslpassword']].filter(
      (value): value is string => value !== undefined && value !== '',
    ),
    doubts,
  };
}

/** Settings of a connection that do not change what a statement means. */
const KEYWORDS = new Set(
  'host hostaddr port dbname user password passfile channel_binding connect_timeout client_encoding application_name fallback_application_name keepalives keepalives_idle keepalives_interval keepalives_count tcp_user_timeout sslmode sslnegotiation sslcompression sslcert sslkey sslpassword sslrootcert sslcrl sslcrldir sslsni ssl_min_protocol_version ssl_max_protocol_version gssencmode krbsrvname service target_session_attrs load_balance_hosts require_auth requirepeer min_protocol_version max_protocol_version'.split(
    ' ',
  ),
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
