import { EVENTS, isEventType } from '../audit/events.ts';
import { displayArgv, flat, visible } from '../command/display.ts';
import type { Text } from '../command/manifest.ts';
import { spoken } from '../policy/duration.ts';

/**
 * What one event says, for people, in one line. It reads whatever is there: a log may hold what no gate wrote. The words
 * of requesters are escaped and stand in quotes.
 */
export function eventWords(type: string, payload: unknown): string {
  const said = typeof payload === 'object' && payload !== null ? (payload as Said) : {};
  const words = WORDS[type]?.(said) ?? (isEventType(type) ? EVENTS[type] : '');
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)} [${words.length - LONGEST} more characters]`;
}

const LONGEST = 160;

type Said = Readonly<Record<string, unknown>>;

const WORDS: Readonly<Record<string, (said: Said) => string>> = {
  __proto__: null as never,
  'log.created': ({ log }) => text(log),
  'policy.recorded': ({ layer, name, digest }) => `${text(layer)} ${text(name)} ${short(digest)}`,
  'token.issued': ({ id, principal, scopes, expires, by }) =>
    `${text(id)} for ${text(object(principal)['id'])} (${list(scopes)}) until ${time(expires)}, by ${text(by)}`,
  'token.revoked': ({ id, by }) => `${text(id)}, by ${text(by)}`,
  'call.seen': ({ principal, command: said, answer, decision }) =>
    `${text(object(principal)['id'])}: ${quote(said)}: ${text(object(decision)['kind'])}, ${text(answer)}`,
  'webhook.stopped': ({ endpoint, event, status }) =>
    `${text(endpoint)} answers ${text(status)} to event ${text(event)}`,
  'webhook.skipped': ({ endpoint, event, status }) =>
    `${text(endpoint)} answers ${text(status)} to event ${text(event)}`,
  'request.submitted': ({ principal, argv }) => `${text(object(principal)['id'])}: ${command(argv)}`,
  'request.decided': ({ kind, mode, rules }) =>
    `${text(kind)} by ${list(rules) || 'nobody'}${mode === 'observe' ? ', only observed' : ''}`,
  'request.confirmed': ({ word }) => `typed ${quote(word)}`,
  'request.repeated': ({ intent }) => (intent === undefined ? 'asked again' : `asked again: ${quote(intent)}`),
  'request.escalated': ({ rule, to }) => `${text(rule)} now asks ${list(to)} too`,
  'request.previewed': ({ by, previews }) => `${text(by)} looked at ${counted(previews, 'preview')}`,
  'request.granted': ({ voters, acknowledged, standing }) =>
    standing === undefined
      ? `${acknowledged === true ? 'acknowledged by the owner' : 'approved by'} ${list(voters)}`
      : `under standing grant ${tail(standing)}`,
  'request.broken': ({ by, why, told }) =>
    `WITHOUT THE VOTES by ${text(by)}: ${quote(why)}; told ${list(told) || 'nobody'}`,
  'request.reviewed': ({ by, verdict, text: words }) =>
    `${verdict === 'justified' ? 'justified' : 'NOT JUSTIFIED'} says ${text(by)}${after(words)}`,
  'request.denied': ({ reason, by, text: words }) =>
    `${reason === 'person' ? 'a no' : text(reason).replaceAll('_', ' ')}${by === undefined ? '' : ` by ${text(by)}`}${after(words)}`,
  'request.withdrawn': ({ by, text: words }) => `by ${text(by)}${after(words)}`,
  'request.superseded': ({ by }) => `by ${tail(by)}`,
  'request.changed': ({ differences }) => list(differences),
  'grant.revoked': ({ by, text: words }) => `by ${text(by)}${after(words)}`,
  'stop.asked': ({ by, text: words }) => `by ${text(by)}${after(words)}`,
  'vote.cast': ({ voter, vote, evidence, standing, relay, text: words }) =>
    `${text(voter)}: ${text(vote)} (${text(evidence)}${through(relay)})${lasting(standing)}${after(words)}`,
  'vote.rejected': ({ voter, evidence, relay, why }) =>
    `${text(voter)} (${text(evidence)}${through(relay)}): ${text(why)}`,
  'question.asked': ({ by, relay, text: words }) =>
    `${text(by)}${relay === undefined ? '' : ` through${through(relay)}`}${after(words)}`,
  'question.answered': ({ by, text: words, file }) =>
    `${text(by)}${after(words)}${file === undefined ? '' : `, with ${quote(object(file)['name'])}`}`,
  'standing.granted': ({ principal, shape, request, until }) =>
    `${text(principal)} may ${command(object(shape)['argv'])} until ${time(until)}, of ${tail(request)}`,
  'standing.used': ({ request }) => `by ${tail(request)}`,
  'standing.revoked': ({ by, text: words }) => `by ${text(by)}${after(words)}`,
  'run.started': ({ credentials, mode, run_as }) =>
    `about to run${place(mode, run_as)}${credentials === undefined ? '' : `, with ${text(credentials)}`}`,
  'run.finished': ({ code, signal, milliseconds }) =>
    `${code === undefined ? `signal ${text(signal)}` : `exit ${text(code)}`}, ${text(milliseconds)} ms`,
  'run.failed': ({ errno }) => text(errno),
};

function place(mode: unknown, account: unknown): string {
  if (mode === 'client') return ' at the client';
  return mode === 'host' ? ` at the service, as ${text(account)}` : '';
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? visible(String(value)) : '?';
}

function quote(value: unknown): string {
  return isText(value) ? `"${visible(flat(value))}"` : '?';
}

function after(words: unknown): string {
  return words === undefined || words === '' ? '' : `: ${quote(words)}`;
}

function list(value: unknown): string {
  return Array.isArray(value) ? value.map(text).join(', ') : '?';
}

function counted(value: unknown, what: string): string {
  const count = Array.isArray(value) ? value.length : 0;
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The name that a standing grant leaves open is a star, which no quoted argument can be. */
function command(argv: unknown): string {
  if (!Array.isArray(argv) || !argv.every((each) => each === null || isText(each))) return '?';
  return argv.map((each) => (each === null ? '*' : displayArgv([each]))).join(' ');
}

function isText(value: unknown): value is Text {
  const part = (each: unknown) => typeof each === 'string' || (typeof each === 'object' && each !== null);
  return typeof value === 'string' || (Array.isArray(value) && value.every(part));
}

/** The name of a relay, and where it shows what it did. */
function through(relay: unknown): string {
  if (relay === undefined) return '';
  const { name, run } = object(relay);
  return ` ${text(name)}${run === undefined ? '' : `, ${text(run)}`}`;
}

function lasting(standing: unknown): string {
  const { seconds } = object(standing);
  return typeof seconds === 'number' ? `, for ${spoken(seconds)}` : '';
}

function short(digest: unknown): string {
  return text(digest)
    .replace(/^sha256:/, '')
    .slice(0, 12);
}

function tail(id: unknown): string {
  return text(id).slice(-8);
}

function time(at: unknown): string {
  const known = typeof at === 'number' && Number.isInteger(at) && Math.abs(at) <= 8_640_000_000_000_000;
  return known ? new Date(at).toISOString() : '?';
}

function object(value: unknown): Said {
  return typeof value === 'object' && value !== null ? (value as Said) : {};
}
