import type { Action, Effect, Scope } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fields, fileAt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';

/** What one HTTP request does, for every client. */
export interface Request {
  readonly tool: string;
  /** In capitals, as sent. */
  readonly method: string;
  /** As given; several clients add a scheme by themselves. */
  readonly url: string;
  /** The content of a file or of standard input goes with it. */
  readonly carriesFile: boolean;
  /** Where the connection goes instead of to the host named in the URL: a proxy, `--connect-to`. */
  readonly detour?: boolean;
  readonly tls?: string | undefined;
}

const READS: ReadonlySet<string> = new Set('GET HEAD OPTIONS TRACE PROPFIND REPORT SEARCH CONNECT'.split(' '));
const DESTROYS: ReadonlySet<string> = new Set('DELETE PURGE BAN'.split(' '));

/** The last part of a path that says what a POST is for. */
const DELETES = /(^|[/_.:-]|[a-z](?=[A-Z]))(delete|destroy|remove|purge|drop|truncate|wipe)(?![a-z])/i;

export function requestAction(request: Request, context: ReadContext): Action {
  const { tool, method, url } = request;
  const local = /^file:(?:\/\/(?:localhost)?)?(\/.*)$/is.exec(url)?.[1];
  if (local !== undefined) return localFile(tool, request, decoded(local), context);
  const target = targetOf(url);
  const effects = new Set<Effect>();
  if (method.includes(UNRESOLVED)) effects.add('unknown');
  else if (DESTROYS.has(method)) effects.add('destroy');
  else if (!READS.has(method)) effects.add('write');
  else effects.add('read');
  if (effects.has('write') && target !== undefined && DELETES.test(lastPart(target.path))) effects.add('destroy');
  if (request.carriesFile) effects.add('export');
  if (target !== undefined && revealsCredentials(target)) effects.add('secret');
  // Protocols in which a URL is a line of commands to some other kind of server.
  if (target !== undefined && RAW.has(target.scheme)) effects.add('unknown');
  const scope: Scope = {
    ...fields({ host: target?.host, port: target?.port, tls: request.tls }),
    ...(request.detour === true ? { reach: 'remote' } : {}),
  };
  const resource = url.includes(UNRESOLVED) ? { kind: 'url' } : { kind: 'url', url: withoutUser(url) };
  return act(tool, method, [...effects], { resource, scope });
}

const RAW: ReadonlySet<string> = new Set('gopher gophers dict telnet mqtt tftp rtmp'.split(' '));

function localFile(tool: string, request: Request, path: string, context: ReadContext): Action {
  const effects: Effect[] = [request.carriesFile ? 'write' : 'read'];
  if (namesSecretFile(path)) effects.push('secret');
  return act(tool, request.method, effects, { resource: fileAt(path, context.cwd) });
}

export interface Target {
  readonly scheme: string;
  readonly host: string;
  readonly port: string | undefined;
  readonly path: string;
}

/** The parts of a URL as the clients read it: without a scheme it is HTTP. */
export function targetOf(url: string): Target | undefined {
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/?#@\s]*@)?(\[[^\]]*\]|[^/?#:\s]*)(?::(\d*))?([/?#].*)?$/is.exec(
    url,
  );
  if (parts === null) return undefined;
  const [, scheme = 'http', host = '', port, path = ''] = parts;
  // A name only the shell will know, or one that stands for several.
  if (host === '' || /[\0{}]|\[\d+-/.test(host)) return undefined;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port: port === '' ? undefined : port, path };
}

function lastPart(path: string): string {
  const clean = path.split(/[?#]/, 1)[0] ?? '';
  return clean.slice(clean.lastIndexOf('/', clean.length - 2) + 1);
}

/** The address at which clouds hand credentials to whoever asks from inside. */
function revealsCredentials({ host, path }: Target): boolean {
  const metadata = METADATA.has(host);
  return (
    metadata &&
    (/credential|token|user-data|userdata|identity|attributes|oauth|keys?\b|secret|\0/i.test(path) ||
      path.endsWith('/'))
  );
}

const METADATA: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '[fd00:ec2::254]',
  'metadata.google.internal',
  'metadata',
  '100.100.100.200',
  '2852039166',
  '0xa9fea9fe',
]);

function withoutUser(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@\s]*@/i, '$1');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A file that the client writes; nothing for those that keep nothing. */
export function savedTo(tool: string, path: string, context: ReadContext): readonly Action[] {
  if (path === '-' || path === '' || /^\/dev\/(null|stdout|stderr|tty|fd\/\d+)$/.test(path)) return [];
  return [act(tool, 'save', ['write'], { resource: fileAt(path, context.cwd) })];
}

/** The name under which a URL is saved by itself; undefined when only the server or the shell knows it. */
export function savedName(url: string, index: string | undefined): string | undefined {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[?#]/, 1)[0] ?? '';
  const slash = path.indexOf('/');
  const name = slash < 0 ? '' : path.slice(path.lastIndexOf('/') + 1);
  if (/[\0{}[\]*]/.test(path)) return undefined;
  return name === '' ? index : name;
}
