import type { Scope } from '../../action.ts';
import { optionValue, type Scan } from '../../options.ts';
import type { Input, ReadContext } from '../../reader.ts';
import { fields, inputOf } from '../../reading.ts';

export interface Connection {
  readonly scope: Scope;
  readonly secrets: readonly string[];
  readonly doubts: readonly string[];
  readonly inputs: readonly Input[];
}

/** What an option file may say without changing what a statement does. */
const PLAIN =
  /^(host|user|password|port|database|socket|protocol|default-character-set|ssl.*|connect-timeout|max-allowed-packet|no-auto-rehash|auto-rehash|prompt|compress|safe-updates|quick|silent|batch|table|get-server-public-key)$/;

/** Where a program around MySQL connects: its options, then the option file, then the environment. */
export function connectionOf(found: Scan, database: string | undefined, context: ReadContext): Connection {
  const doubts: string[] = [];
  const inputs: Input[] = [];
  const settings: Record<string, string> = Object.create(null);
  const given = optionValue(found, 'defaults-file') ?? optionValue(found, 'defaults-extra-file');
  const path = given ?? `${context.home}/.my.cnf`;
  if (!found.options.has('no-defaults') || given !== undefined) {
    const snapshot = context.files.read(path);
    if (snapshot !== undefined || given !== undefined) inputs.push(inputOf('options', path, snapshot));
    if (snapshot?.bytes === undefined && (given !== undefined || snapshot !== undefined))
      doubts.push('the option file cannot be read');
    else if (snapshot?.bytes !== undefined) readOptions(Buffer.from(snapshot.bytes).toString('utf8'), settings, doubts);
  }
  if (found.options.has('login-path')) doubts.push('a login path names a server that cannot be seen');
  for (const name of ['plugin-dir', 'default-auth', 'server-arg']) {
    if (found.options.has(name)) doubts.push(`--${name} may load code`);
  }
  const { environment } = context;
  const host = optionValue(found, 'host') ?? settings['host'] ?? environment['MYSQL_HOST'];
  const socket = optionValue(found, 'socket') ?? settings['socket'] ?? environment['MYSQL_UNIX_PORT'];
  const scope = fields({
    host: host ?? socket,
    port: optionValue(found, 'port') ?? settings['port'] ?? environment['MYSQL_TCP_PORT'],
    database: optionValue(found, 'database') ?? database ?? settings['database'],
    user: optionValue(found, 'user') ?? settings['user'],
  });
  const password = [optionValue(found, 'password'), settings['password']];
  return {
    scope: scope['host'] === undefined ? { ...scope, reach: 'remote' } : scope,
    secrets: password.filter((value): value is string => value !== undefined && value !== ''),
    doubts,
    inputs,
  };
}

function readOptions(text: string, settings: Record<string, string>, doubts: string[]): void {
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '' || /^[#;[]/.test(trimmed)) continue;
    const equals = trimmed.indexOf('=');
    const name = (equals < 0 ? trimmed : trimmed.slice(0, equals)).trim().replaceAll('_', '-');
    if (!PLAIN.test(name)) doubts.push(`the option file sets ${name.slice(0, 40)}`);
    else
      settings[name] =
        equals < 0
          ? ''
          : trimmed
              .slice(equals + 1)
              .trim()
              .replace(/^(["'])(.*)\1$/, '$2');
  }
}
