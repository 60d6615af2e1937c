import { lstatSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { visible } from '../command/display.ts';
import { type BundleKeeping, takeBundle } from '../config/bundle.ts';
import type { BundleSource } from '../config/bundle-schema.ts';
import { GateError } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';
import { type Bundle, formatBundle, readBundle } from '../policy/bundle/bundle.ts';
import { type Offered, offeredFile } from '../policy/bundle/in-force.ts';
import { BUNDLE_NAME, DIRECTORY_MEMBER, formatStatement, MEMBER_NAME, second } from '../policy/bundle/statement.ts';
import { LARGEST_BUNDLE, objectionTo } from '../policy/bundle/succession.ts';
import { formatNoteKey, isKeyName, type NoteKey, parseNote, parseNoteKey } from '../signed-note/note.ts';
import { newSigningKey, parseSigningKey, type SigningKey, signedNote } from '../signed-note/signing-key.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json.ts';
import { checkBundled } from './policy-bundle-check.ts';
import { create, put, textAt } from './text-file.ts';

/** `gate policy bundle ...`: makes, signs, looks at and fetches policy bundles. Exit: 0, or 78 for what does not hold. */
type Output = Pick<Io, 'stdout' | 'stderr'>;

export interface BuildOptions {
  readonly output: string;
  /** Files of signing keys; each signs. */
  readonly key: readonly string[];
  readonly name?: string;
  readonly version?: number;
  /** Seconds from now. */
  readonly expires?: number;
  readonly json?: boolean;
}

export interface Chances {
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** A bundle of a directory: nothing is written unless its policies hold and their own tests pass. */
export async function buildBundle(
  directory: string,
  options: BuildOptions,
  { now, random }: Chances,
  io: Output,
): Promise<number> {
  const name = options.name ?? basename(resolve(directory));
  if (!BUNDLE_NAME.test(name)) {
    throw new GateError('USAGE', `\`${visible(name)}\` is no name for a bundle`, { hint: 'give one with `--name`' });
  }
  const keys = options.key.map(signingKeyIn);
  const members = membersIn(directory);
  const failed = await checkBundled(name, members, io);
  if (failed > 0) {
    throw invalid(
      `${failed} of the policies' own tests failed`,
      'nothing was written; mend the policies, or their tests',
    );
  }
  const before = textAt(options.output);
  const statement = {
    name,
    version: options.version ?? (await nextVersion(options.output, before?.text, name)),
    created: Math.floor(now() / 1000) * 1000,
    ...(options.expires === undefined ? {} : { expires: (Math.floor(now() / 1000) + options.expires) * 1000 }),
    members: [...members].map(([member, text]) => ({ name: member, sha256: sha256Hex(text) })),
  };
  const file = formatBundle(signedNote(formatStatement(statement), keys), members);
  // Read again as others will read it.
  const bundle = await readBundle(Buffer.from(file), options.output, keys);
  if (before === undefined) create(options.output, file, { found: undefined, mode: 0o644 });
  else if (!put(options.output, file, { found: before, mode: 0o644 }, random)) {
    throw new GateError('CANNOT_WRITE', `\`${options.output}\` was changed meanwhile`, { hint: 'build it again' });
  }
  if (options.json) io.stdout(jsonLine(described(bundle)));
  else io.stdout(`${options.output}: ${words(bundle)}\n`);
  return EXIT.ok;
}

export interface VerifyOptions {
  readonly key: readonly string[];
  readonly name?: string;
  readonly json?: boolean;
}

/** Whether a file is a bundle that one of these keys signed, and could come into force now. */
export async function verifyBundle(path: string, options: VerifyOptions, now: number, io: Output): Promise<number> {
  const bundle = await readBundle(bytesOf(offeredFile(path)), path, options.key.map(publicKey));
  const wanted = { name: options.name ?? bundle.statement.name, now };
  const objection = objectionTo(bundle, wanted, undefined);
  if (objection !== undefined) throw invalid(`${path} ${objection}`);
  const failed = await checkBundled(bundle.statement.name, bundle.members, io);
  if (failed > 0) throw invalid(`${path}: ${failed} of the policies' own tests failed`);
  if (options.json) io.stdout(jsonLine(described(bundle)));
  else io.stdout(`${path}: sound, ${words(bundle)}\n`);
  return EXIT.ok;
}

/** What it says, signed by whomever. */
export async function showBundle(
  path: string,
  options: { readonly member?: string; readonly json?: boolean },
  io: Output,
): Promise<number> {
  const bundle = await readBundle(bytesOf(offeredFile(path)), path, []);
  if (options.member !== undefined) {
    const text = bundle.members.get(options.member);
    if (text === undefined) throw new GateError('USAGE', `${path} holds no \`${visible(options.member)}\``);
    io.stdout(text);
  } else if (options.json) io.stdout(jsonLine({ ...described(bundle), signed_by: signaturesOf(bundle) }));
  else {
    io.stdout(bundle.note);
    io.stderr(`gate: the digest is ${bundle.digest}; no signature was checked, \`gate policy bundle verify\` does\n`);
  }
  return EXIT.ok;
}

/** A new key: the secret into a file of the caller's alone, the public half on stdout. */
export async function bundleKeygen(
  name: string,
  options: { readonly output: string; readonly json?: boolean },
  { random }: Chances,
  io: Output,
): Promise<number> {
  if (!isKeyName(name))
    throw new GateError('USAGE', `\`${visible(name)}\` is no name for a key`, { hint: 'letters, digits, `.`, `-`' });
  const [key, secret] = newSigningKey(name, random);
  try {
    create(options.output, secret, { found: undefined, mode: 0o600 });
  } catch (cause) {
    throw new GateError('CANNOT_WRITE', `\`${options.output}\` cannot be made, or is there already`, { cause });
  }
  const written = formatNoteKey(key);
  if (options.json) io.stdout(jsonLine({ schema_version: 1, name, key: written, secret_file: options.output }));
  else {
    io.stdout(`${written}\n`);
    io.stderr(
      `gate: the secret half is in ${visible(options.output)}; whoever has it decides for all who name this key\n`,
    );
  }
  return EXIT.ok;
}

/** Takes what the system's file names and keeps it: in force from now on, unless it is refused. */
export async function fetchBundle(
  source: BundleSource | undefined,
  options: { readonly json?: boolean },
  keeping: BundleKeeping,
  offered: (source: BundleSource) => Promise<Offered>,
  io: Output,
): Promise<number> {
  if (source === undefined) {
    throw new GateError('CONFIG_INVALID', 'no policy bundle is named', {
      hint: 'write `bundle:` into /etc/gate/config.yaml',
    });
  }
  const { problem, ...bundle } = await takeBundle(source, await offered(source), keeping);
  const { name, version, digest } = bundle;
  if (options.json) {
    io.stdout(jsonLine({ schema_version: 1, name, version, digest, problem: problem ?? null }));
  } else io.stdout(`version ${version} of ${name} is in force, ${digest}\n`);
  if (problem !== undefined) io.stderr(`gate: ${problem}\n`);
  return problem === undefined ? EXIT.ok : EXIT.config;
}

function described({ statement, digest, signers }: Bundle) {
  const { name, version, created, expires, members } = statement;
  return {
    schema_version: 1,
    ...{ name, version, digest, created: second(created), expires: expires === undefined ? null : second(expires) },
    members: members.map(({ name: member, sha256 }) => ({ name: member, digest: `sha256:${sha256}` })),
    signed_by: signers.map(({ name: key }) => key),
  };
}

function signaturesOf({ note }: Bundle): readonly string[] {
  return parseNote(note)?.signatures.map(({ name }) => name) ?? [];
}

function words({ statement: { name, version, expires, members }, signers }: Bundle): string {
  const until = expires === undefined ? '' : `, until ${second(expires)}`;
  return `version ${version} of ${name}, ${members.length} ${members.length === 1 ? 'member' : 'members'}, signed by ${signers.map((key) => key.name).join(' and ')}${until}`;
}

/** One more than what is there; a file that is no bundle is not overwritten unasked. */
async function nextVersion(path: string, text: string | undefined, name: string): Promise<number> {
  if (text === undefined) return 1;
  const { statement } = await readBundle(Buffer.from(text), path, []);
  if (statement.name === name) return statement.version + 1;
  throw invalid(`${path} is the bundle \`${statement.name}\``, 'give another file, or `--version`');
}

/** Everything in the directory is a member, or it is refused: nothing is left out unnoticed. */
function membersIn(directory: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  const add = (member: string) => {
    if (!MEMBER_NAME.test(member)) {
      throw invalid(`\`${visible(join(directory, member))}\` is nothing that a bundle holds`, HOLDS);
    }
    members.set(member, textAt(join(directory, member))?.text ?? '');
  };
  for (const entry of namesIn(directory)) {
    const isFolder = lstatSync(join(directory, entry)).isDirectory();
    if (isFolder && (entry === 'policies' || entry === 'packs')) {
      for (const file of namesIn(join(directory, entry))) add(`${entry}/${file}`);
    } else add(entry);
  }
  if (![...members.keys()].some((member) => member.startsWith('policies/') || member === DIRECTORY_MEMBER)) {
    throw invalid(`\`${directory}\` holds no policies and no directory`, HOLDS);
  }
  return new Map([...members].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const HOLDS = `a bundle holds policies/*.yaml, packs/*.yaml and ${DIRECTORY_MEMBER}`;

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).filter((name) => !name.startsWith('.'));
  } catch (cause) {
    throw new GateError('USAGE', `\`${directory}\` cannot be read as a directory`, { cause });
  }
}

function signingKeyIn(path: string): SigningKey {
  const key = parseSigningKey(textAt(path)?.text ?? '');
  if (key !== undefined) return key;
  throw new GateError('USAGE', `\`${path}\` holds no signing key`, {
    hint: 'make one with `gate policy bundle keygen`',
  });
}

/** Written out, or in a file. */
function publicKey(written: string): NoteKey {
  const text = written.includes('+') ? written : (textAt(written)?.text ?? '').trim();
  const key = parseNoteKey(text);
  if (key !== undefined) return key;
  throw new GateError('USAGE', `\`${visible(written)}\` is no public key, nor a file that holds one`);
}

function bytesOf({ from, bytes }: Offered): Uint8Array {
  if (!('missing' in bytes)) return bytes;
  throw new GateError('USAGE', `\`${from}\` ${bytes.missing}`, {
    hint: `a bundle is one file of at most ${LARGEST_BUNDLE} bytes`,
  });
}

function invalid(message: string, hint?: string): GateError {
  return new GateError('POLICY_INVALID', message, hint === undefined ? {} : { hint });
}
