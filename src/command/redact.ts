import type { Action } from './action.ts';
import { flat } from './display.ts';
import type { Text } from './manifest.ts';
import { locateSecrets, type Span } from './secret-shapes.ts';

/** The keyed hash of a secret, with the store's key: lower-case hex or base64url. */
export type Hmac = (secret: string) => string;

/** A secret shorter than this is only taken out where it is the whole text or stands alone: `a` is no pattern. */
const MIN_LENGTH = 4;

const SECRET_NAME =
  /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|(^|_)(PWD|API_?KEY|PRIVATE_KEY|ACCESS_KEY|AUTH|CREDENTIALS?|SESSION_KEY|COOKIE|DSN|CONNECTION_STRING)(_|$)/i;

/** Names that match the pattern above and hold no secret. */
const NOT_SECRET_NAME =
  /^(PWD|OLDPWD|SSH_AUTH_SOCK|AWS_ACCESS_KEY_ID|XAUTHORITY|GPG_AGENT_INFO)$|_(FILE|PATH|URI|URL|SOCK|TTL|TYPE)$/i;

/**
 * Takes secrets out of text before it is stored or shown: every occurrence, wherever it is.
 * @param secrets from the tool's own grammar, and from `findSecrets`
 */
export function redactor(secrets: readonly string[], hmac: Hmac): (text: string) => Text {
  const known = [...new Set(secrets)].filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  return (text) => cut(text, occurrences(text, known), hmac);
}

/**
 * Secrets that no tool's grammar announced: by their form, by the option before them, or because they are the value of
 * a variable whose name says so.
 * @param texts everything that will be stored or shown, arguments in their order
 */
export async function findSecrets(
  texts: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const found = new Set<string>();
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string;
    for (const secret of behindLetter(texts, at)) found.add(secret);
    for (const secret of assigned(text)) found.add(secret);
    // `--password X`: the option says that the next argument is one.
    if (at > 0 && text !== '' && !text.startsWith('-') && announces(texts[at - 1] as string)) found.add(text);
    for (const [from, to] of await locateSecrets(text)) found.add(text.slice(from, to));
  }
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  for (const name of Object.keys(variables)) {
    const value = variables[name] as string;
    if (value === '' || value.length > longest) continue;
    const occurs = texts.some((text) => text === value || (value.length >= MIN_LENGTH && text.includes(value)));
    if (occurs && namesSecret(name)) found.add(value);
  }
  return [...found];
}

/** An action with the secrets in its fields taken out. */
export function redactedAction(action: Action, redact: (text: string) => Text): Action {
  const clean = (fields: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value === undefined ? value : flat(redact(value))]),
    );
  return { ...action, resource: clean(action.resource), scope: clean(action.scope) };
}

/** Free words of people and requesters, with whatever looks like a secret replaced. For texts that enter no digest. */
export async function withoutSecrets(text: string): Promise<string> {
  let clean = text;
  for (const secret of await findSecrets([text])) clean = clean.replaceAll(secret, '[secret]');
  return clean;
}

/** True when a variable's name says that its value is a credential. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name) && !NOT_SECRET_NAME.test(name);
}

/** Programs that take a password behind one letter, by their own grammar; a colon parts a name from it. */
const LETTERS: Readonly<Record<string, string>> = {
  mysql: 'p',
  mysqldump: 'p',
  mysqladmin: 'p',
  mysqlimport: 'p',
  mariadb: 'p',
  'mariadb-dump': 'p',
  'mariadb-admin': 'p',
  mongosh: 'p',
  mongo: 'p',
  sshpass: 'p',
  'redis-cli': 'a',
  curl: 'u',
};
/** MySQL's family takes it attached only: what follows a bare `-p` is the database. */
const ATTACHED_ONLY = /^(mysql|mariadb)/;

function behindLetter(texts: readonly string[], at: number): readonly string[] {
  const option = texts[at] as string;
  if (!/^-[pau]/.test(option) || option.startsWith('--')) return [];
  const program = texts.slice(0, at).findLast((text) => Object.hasOwn(LETTERS, base(text)));
  if (program === undefined || LETTERS[base(program)] !== option[1]) return [];
  const given = option.length > 2 ? option.slice(2) : ATTACHED_ONLY.test(base(program)) ? '' : (texts[at + 1] ?? '');
  const secret = option[1] === 'u' ? given.slice(given.indexOf(':') + 1 || given.length) : given;
  return secret === '' ? [] : [secret];
}

function base(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/** `PGPASSWORD=x psql`, in a line for a shell or as a word of `env`: the value, where it is spelled out. */
function assigned(text: string): readonly string[] {
  if (!text.includes('=')) return [];
  const found: string[] = [];
  for (const [, name = '', single, double, bare] of text.matchAll(ASSIGNMENT)) {
    const value = single ?? double ?? bare ?? '';
    if (value === '' || /[$`]/.test(value) || !namesSecret(name)) continue;
    // `MAX_TOKENS=4096` is a number of them.
    if (!/TOKENS$/.test(name) || !/^\d+$/.test(value)) found.push(value);
  }
  return found;
}

const ASSIGNMENT = /(?<![A-Za-z0-9_])([A-Z][A-Z0-9_]*)=(?:'([^']*)'|"([^"]*)"|([^\s;&|()<>'"]+))/g;

const ANNOUNCES =
  /^--?([a-z0-9]+[-_])*(password|passwd|passphrase|token|secret|api[-_]?key|auth[-_]token|private[-_]key|secret[-_]access[-_]key|secret[-_]string|client[-_]secret|access[-_]token)$/i;

function announces(option: string): boolean {
  return ANNOUNCES.test(option);
}

function occurrences(value: string, known: readonly string[]): readonly Span[] {
  const spans: Span[] = [];
  for (const secret of known) {
    if (secret.length < MIN_LENGTH) {
      // As a whole, or as the value of `key=secret` or `-psecret`.
      if (value === secret) spans.push([0, value.length]);
      else if (value.endsWith(`=${secret}`) || (value.startsWith('-') && value.slice(2) === secret)) {
        spans.push([value.length - secret.length, value.length]);
      }
      continue;
    }
    for (let at = value.indexOf(secret); at >= 0; at = value.indexOf(secret, at + 1))
      spans.push([at, at + secret.length]);
  }
  return spans;
}

/** The text with the spans, united where they touch or overlap, replaced by their keyed hash. */
function cut(value: string, spans: readonly Span[], hmac: Hmac): Text {
  if (spans.length === 0) return value;
  const united: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else united.push([from, to]);
  }
  const parts: (string | { readonly hmac: string })[] = [];
  let at = 0;
  for (const [from, to] of united) {
    if (from > at) parts.push(value.slice(at, from));
    parts.push({ hmac: hmac(value.slice(from, to)) });
    at = to;
  }
  if (at < value.length) parts.push(value.slice(at));
  return parts;
}
