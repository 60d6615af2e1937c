import { readFileSync, realpathSync } from 'node:fs';
import { type Directory, mayVote } from '../approval/directory.ts';
import type { Proof } from '../approval/evidence.ts';
import { digestOf, type Enrolled, type Factor } from '../approval/factors/factor.ts';
import { sshKey } from '../approval/factors/ssh-key.ts';
import { type Change, ENROL_NAMESPACE, type Enrolment, type Moment } from '../broker/enrolment.ts';
import { visible } from '../command/display.ts';
import { errno, GateError } from '../errors.ts';
import { chance } from '../wiring.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Actor } from './votes.ts';

/**
 * `gate enroll`: what a person proves their votes with. Secrets are asked for at the controlling terminal and come from
 * nowhere else. Exit: 0 done, 77 not theirs to do or not proven, 76 broken off.
 */
export interface EnrollParts {
  readonly enrolment: Enrolment;
  readonly directory: Pick<Directory, 'strongest'>;
  readonly actor: Actor;
}

export interface Wanted {
  readonly kind?: string;
  /** The `.pub` file of an SSH key. */
  readonly file?: string;
  readonly list?: boolean;
  readonly remove?: string;
}

export async function enroll(parts: EnrollParts, wanted: Wanted, io: Io): Promise<number> {
  const { principal, supervised } = parts.actor.identified;
  const unlisted =
    parts.directory.strongest(principal.id) === undefined
      ? 'the configuration does not name this account, and it names everybody who votes'
      : undefined;
  const barred = mayVote(principal, supervised, parts.actor.tty) ?? unlisted;
  if (barred !== undefined) {
    io.stderr(`gate: nothing was enrolled: ${visible(barred)}\n  you are ${visible(principal.id)}\n`);
    return EXIT.refused;
  }
  if (wanted.list) return list(parts, io);
  if (wanted.remove !== undefined) return remove(parts, wanted.remove, io);
  const fresh = await made(wanted, principal.id, io);
  if (fresh === undefined) return brokenOff(io);
  const { factor, used } = fresh;
  const own = moment();
  if (factor.kind === 'ssh-key' && !(await signs(factor, parts, own, io))) return EXIT.refused;
  const proof = await leave(parts, { enroll: digestOf(factor) }, own, io);
  if (proof === undefined) return brokenOff(io);
  const changed = await parts.enrolment.enroll(principal.id, factor, { ...own, proof }, used);
  if (changed.kind === 'refused') return refused(changed.why, io);
  io.stderr(`gate: enrolled: ${factor.kind} ${factor.id}; take it back with: gate enroll --remove ${factor.id}\n`);
  return EXIT.ok;
}

interface Fresh {
  readonly factor: Factor;
  /** The step of the code that was shown meanwhile: it counts once, and that was it. */
  readonly used?: number;
}

async function made({ kind, file }: Wanted, person: string, io: Io): Promise<Fresh | undefined> {
  const id = Buffer.from(chance.random(4)).toString('hex');
  if ((kind === 'ssh') !== (file !== undefined)) {
    throw new GateError('USAGE', 'which key?', { hint: 'gate enroll ssh ~/.ssh/id_ed25519.pub' });
  }
  switch (kind) {
    case 'passphrase':
      return passphrase(id, io);
    case 'totp':
      return totp(id, person, io);
    case 'ssh':
      return { factor: { kind: 'ssh-key', id, ...publicKey(file ?? '') } };
    case 'passkey':
      throw new GateError('USAGE', 'a passkey is made in a browser', {
        hint: 'gate inbox --web, then: account; the same page shows it and takes it back',
      });
    default:
      throw new GateError('USAGE', kind === undefined ? 'enroll what?' : `\`${kind}\` cannot be enrolled`, {
        hint: 'gate enroll passphrase, totp or ssh KEYFILE.pub; gate enroll --list',
      });
  }
}

async function passphrase(id: string, io: Io): Promise<Fresh | undefined> {
  const { askHidden } = await import('../channels/terminal/prompt.ts');
  const { hashed, SHORTEST_PASSPHRASE } = await import('../approval/factors/passphrase.ts');
  for (;;) {
    const first = await askHidden(`a passphrase of ${SHORTEST_PASSPHRASE} characters or more: `);
    if (first.kind !== 'line') return undefined;
    if ([...first.text].length < SHORTEST_PASSPHRASE) {
      io.stderr('gate: that is too short\n');
      continue;
    }
    const second = await askHidden('the same again: ');
    if (second.kind !== 'line') return undefined;
    if (second.text === first.text) {
      return { factor: { kind: 'passphrase', id, scrypt: await hashed(first.text, chance.random(16)) } };
    }
    io.stderr('gate: they are not the same\n');
  }
}

/** The secret goes to the terminal and nowhere else; the first code shows that the authenticator has it. */
async function totp(id: string, person: string, io: Io): Promise<Fresh | undefined> {
  const { askOnTerminal } = await import('../channels/terminal/prompt.ts');
  const { newSecret, stepOf, totpUri } = await import('../approval/factors/totp.ts');
  const secret = await newSecret(chance.random);
  const groups = secret.match(/.{1,4}/g)?.join(' ') ?? '';
  let about = `add this to your authenticator:\n  ${await totpUri(secret, person)}\nor type its secret there: ${groups}\n`;
  for (;;) {
    const typed = await askOnTerminal(about, 'the code that it shows now: ');
    if (typed.kind !== 'line') return undefined;
    const used = await stepOf(typed.text.replaceAll(' ', ''), { secret }, chance.now());
    if (used !== undefined) return { factor: { kind: 'totp', id, secret }, used };
    io.stderr('gate: that is not its code; is the clock of both right?\n');
    about = '';
  }
}

function publicKey(file: string): { readonly key: string; readonly path: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new GateError('USAGE', `\`${file}\` cannot be read (${errno(cause)})`, { cause });
  }
  const key = sshKey(text);
  if (key === undefined) {
    throw new GateError('USAGE', `\`${file}\` is no public key that gate knows`, {
      hint: 'name the `.pub` file of an ed25519, ecdsa, rsa or sk key, never the private half',
    });
  }
  return { key: key.line, path: realpathSync(file) };
}

/** A key that cannot sign would be an enrolment nobody can use. */
async function signs(
  factor: Factor & { readonly kind: 'ssh-key' },
  { enrolment, actor }: EnrollParts,
  own: Moment,
  io: Io,
): Promise<boolean> {
  const { signAtTerminal } = await import('../channels/terminal/ssh-sign.ts');
  const text = await enrolment.statement(actor.identified.principal.id, { enroll: digestOf(factor) }, own);
  const signature = await signAtTerminal(text, ENROL_NAMESPACE, factor);
  const fault =
    signature === undefined ? 'ssh-keygen did not sign with it' : await enrolment.fits(factor.key, text, signature);
  if (fault !== undefined) io.stderr(`gate: nothing was enrolled: ${visible(fault)}\n`);
  return fault === undefined;
}

async function remove(parts: EnrollParts, id: string, io: Io): Promise<number> {
  const own = moment();
  const proof = await leave(parts, { remove: id }, own, io);
  if (proof === undefined) return brokenOff(io);
  const changed = await parts.enrolment.remove(parts.actor.identified.principal.id, id, { ...own, proof });
  if (changed.kind === 'refused') return refused(changed.why, io);
  io.stderr(`gate: taken back: ${visible(id)}\n`);
  return EXIT.ok;
}

/** By something that is enrolled; for the first factor of all the account is enough. */
async function leave(
  { enrolment, actor }: EnrollParts,
  change: Change,
  own: Moment,
  io: Io,
): Promise<Proof | undefined> {
  const person = actor.identified.principal.id;
  const able = await enrolment.able(person);
  if (able.length === 0) return { kind: 'os' };
  const { proveAtTerminal } = await import('../channels/terminal/proof.ts');
  io.stderr('gate: this takes a proof by something that is enrolled already\n');
  const text = await enrolment.statement(person, change, own);
  return proveAtTerminal({ text, namespace: ENROL_NAMESPACE, wanted: 'factor', able });
}

async function list({ enrolment, actor }: EnrollParts, io: Io): Promise<number> {
  const person = actor.identified.principal.id;
  const enrolled = await enrolment.list(person);
  const configured = (await enrolment.able(person)).filter(({ id }) => id === 'configuration');
  for (const each of enrolled) io.stdout(`${each.id}  ${factorWords(each)}\n`);
  for (const each of configured) io.stdout(`-         ${each.kind}, from the configuration\n`);
  if (enrolled.length + configured.length === 0) io.stderr('gate: nothing is enrolled; begin with: gate enroll totp\n');
  return EXIT.ok;
}

export function factorWords({ factor, key, kept }: Enrolled & { readonly kept: boolean }): string {
  const which = key === undefined ? '' : `  ${visible(key)}`;
  return `${factor}${which}${kept ? '' : '  NOT USABLE: what is kept is not what was enrolled'}`;
}

function moment(): Moment {
  return { at: chance.now(), nonce: Buffer.from(chance.random(16)).toString('hex') };
}

function brokenOff(io: Io): number {
  io.stderr('gate: broken off, nothing was changed\n');
  return EXIT.ended;
}

function refused(why: string, io: Io): number {
  io.stderr(`gate: nothing was changed: ${visible(why)}\n`);
  return EXIT.refused;
}
