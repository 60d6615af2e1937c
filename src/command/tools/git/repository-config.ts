import { dirname } from 'node:path/posix';
import type { Input, ReadContext } from '../../reader.ts';
import { inputOf } from '../../reading.ts';
import { isHarmlessKey } from './config-keys.ts';

/** What the repository's own configuration adds to a command of git. The user's own is the user's. */
export interface RepositoryConfig {
  /** Keys that name a program git will start, or send it elsewhere. */
  readonly hazards: readonly string[];
  /** Addresses by the remote's name. */
  readonly remotes: ReadonlyMap<string, string>;
  readonly input: Input;
}

const UP = 32;
const NO_VALUES: ReadonlyMap<string, string> = new Map();

/** The configuration of the work tree that holds a directory; undefined when there is none to be seen. */
export function repositoryConfig(directory: string, context: ReadContext): RepositoryConfig | undefined {
  if (!directory.startsWith('/')) return undefined;
  let at = directory;
  for (let up = 0; up < UP; up++) {
    const found = context.files.read(`${at}/.git/config`) ?? linked(at, context);
    if (found?.bytes !== undefined) return judged(found.path, new TextDecoder().decode(found.bytes), found.digest);
    if (found !== undefined) {
      const input = inputOf('configuration', found.path, found);
      return { hazards: ['a configuration too large to read'], remotes: NO_VALUES, input };
    }
    if (at === '/') return undefined;
    at = dirname(at);
  }
  return undefined;
}

/** `.git` as a file, in a linked work tree or a submodule, names the directory. */
function linked(at: string, context: ReadContext) {
  const bytes = context.files.read(`${at}/.git`)?.bytes;
  const named = bytes === undefined ? undefined : /^gitdir: (.+)$/m.exec(new TextDecoder().decode(bytes))?.[1]?.trim();
  if (named === undefined) return undefined;
  const git = named.startsWith('/') ? named : `${at}/${named}`;
  const common = context.files.read(`${git}/commondir`)?.bytes;
  const shared = common === undefined ? undefined : new TextDecoder().decode(common).trim();
  if (shared === undefined) return context.files.read(`${git}/config`);
  return context.files.read(`${shared.startsWith('/') ? shared : `${git}/${shared}`}/config`);
}

function judged(path: string, text: string, digest: string): RepositoryConfig {
  const hazards = new Set<string>();
  const remotes = new Map<string, string>();
  for (const { key, value } of settings(text)) {
    const address = /^remote\.(.+)\.(url|pushurl)$/.exec(key);
    if (address) remotes.set(address[1] as string, value);
    if (STARTS.test(key.toLowerCase()) && !isHarmlessKey(key, value) && !isUsual(key.toLowerCase(), value))
      hazards.add(key);
  }
  return { hazards: [...hazards], remotes, input: { role: 'configuration', path, digest } };
}

/** Keys whose value is a program, another place, or more configuration (git-config(1)). */
const STARTS =
  /^(core\.(fsmonitor|pager|sshcommand|editor|askpass|gitproxy|alternaterefscommand|hookspath|worktree)|diff\.external|diff\..+\.(textconv|command)|(difftool|mergetool|merge|filter|browser|man|guitool|trailer|tar|imap|sendemail|instaweb)\..*(cmd|path|driver|clean|smudge|process|command|tool|server|smtpserver)|credential\..*helper|gpg\..*program|pager\..+|sequence\.editor|interactive\.difffilter|remote\..+\.(uploadpack|receivepack|vcs|proxy)|url\..+|uploadpack\.packobjectshook|include\.path|includeif\..+|protocol\..+|http\..*(proxy|ssl.*|cookiefile)|ssh\..+|gc\..+hook|receive\..+hook)$/;

/** What installers of hooks and of large files put into every repository they are used in. */
function isUsual(key: string, value: string): boolean {
  if (key === 'core.hookspath') return !value.startsWith('/') && !value.startsWith('~') && !value.includes('..');
  return /^filter\.lfs\./.test(key) && /^git-lfs (clean|smudge|filter-process)( (--|--skip|%f))*$/.test(value);
}

/** Lines of git's configuration: sections, subsections, values with quotes and continued lines. */
function* settings(text: string): Generator<{ readonly key: string; readonly value: string }> {
  let section = '';
  for (const line of text.replace(/\\\r?\n/g, '').split(/\r?\n/)) {
    const head = /^\s*\[\s*([A-Za-z0-9.-]+)\s*(?:"((?:[^"\\]|\\.)*)")?\s*\]\s*(.*)$/.exec(line);
    if (head) {
      const sub = head[2]?.replace(/\\(.)/g, '$1');
      section = sub === undefined ? (head[1] as string) : `${head[1]}.${sub}`;
    }
    const pair = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:=\s*(.*))?$/.exec(head ? (head[3] as string) : line);
    if (pair === null || section === '') continue;
    yield { key: `${section}.${pair[1]}`, value: unquoted(pair[2] ?? 'true') };
  }
}

function unquoted(value: string): string {
  let text = '';
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    const char = value[at] as string;
    if (char === '"') quoted = !quoted;
    else if (char === '\\') text += value[++at] ?? '';
    else if (!quoted && (char === '#' || char === ';')) break;
    else text += char;
  }
  return text.trim();
}
