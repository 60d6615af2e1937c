import { levelOf, type Proof, type Proven, reaches } from '../approval/evidence.ts';
import { type Able, digestOf, type Enrolled, type Factor } from '../approval/factors/factor.ts';
import type { Store } from '../audit/log.ts';
import { canonical } from '../command/canonical.ts';
import type { FactorFile } from '../config/factor-files.ts';
import { ableOf, type ProofParts, proven, SKEW_MILLISECONDS, signedBy } from './proofs.ts';
import type { Stream } from './steps.ts';

/** What people do with their own factors. Who they are is for the caller to know. */
export interface Enrolment {
  /** By the log's word; `kept`: the private file still holds exactly that. */
  list(person: string): Promise<readonly (Enrolled & { readonly kept: boolean })[]>;
  able(person: string): Promise<readonly Able[]>;
  /** What a proof for such a change signs. */
  statement(person: string, change: Change, moment: Moment): Promise<string>;
  /** @param used the step of time of a code of it that was shown already */
  enroll(person: string, factor: Factor, leave: Leave, used?: number): Promise<Changed>;
  remove(person: string, id: string, leave: Leave): Promise<Changed>;
  /** What a passkey signs to open a session, whoever's it is. @param nonce of the service, for this one sign-in */
  signInText(nonce: string): Promise<string>;
  /** Whether this person's passkey signed that. */
  signIn(person: string, nonce: string, proof: Proof & { readonly kind: 'passkey' }): Promise<Proven>;
  /** Whether a new key can sign at all, before it is enrolled. */
  fits(key: string, text: string, signature: string): Promise<string | undefined>;
}

/** The digest of the factor that comes, or the id of the one that goes. */
export type Change = { readonly enroll: string } | { readonly remove: string };

/** Makes every statement another one: the clock of the person, and 128 random bits in hexadecimal. */
export interface Moment {
  readonly at: number;
  readonly nonce: string;
}

/** A proof over the statement of the change. The account or a login is enough only for somebody who has nothing else. */
export interface Leave extends Moment {
  readonly proof: Proof;
}

export type Changed = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly why: string };

/** Namespace of signatures for these changes: one given for a vote changes no factor, and the other way round. */
export const ENROL_NAMESPACE = 'enroll@gate';

export function enrolment(
  parts: ProofParts & {
    readonly store: Pick<Store<Stream>, 'enrolled' | 'append' | 'head'>;
  },
): Enrolment {
  const { files, store } = parts;

  const statement = async (person: string, change: Change, { at, nonce }: Moment) =>
    canonical({ v: 1, log: (await store.head()).log, person, ...change, at, nonce });

  /** Checks the proof; then, alone, whether it was enough, and lets `act` do it. */
  async function changed(
    person: string,
    change: Change,
    { proof, ...moment }: Leave,
    act: (file: FactorFile, save: (file: FactorFile) => void) => Promise<void>,
  ): Promise<Changed> {
    if (Math.abs(parts.now() - moment.at) > SKEW_MILLISECONDS) return { kind: 'refused', why: 'the proof is too old' };
    const text = await statement(person, change, moment);
    // Before the lock: checking a proof takes it.
    const shown = await proven(person, { text, namespace: ENROL_NAMESPACE }, proof, parts);
    if (shown.kind === 'rejected') return { kind: 'refused', why: shown.why };
    return files.update(person, async (file, save): Promise<Changed> => {
      const has = (await store.enrolled(person)).length > 0 || parts.keysOf(person).length > 0;
      if (has && !reaches(levelOf(shown.evidence), 'factor')) {
        return { kind: 'refused', why: 'it takes a proof by something that is enrolled already' };
      }
      await act(file, save);
      return { kind: 'done' };
    });
  }

  const signInText = async (nonce: string) => canonical({ v: 1, log: (await store.head()).log, sign_in: nonce });

  return {
    statement,
    signInText,

    signIn: async (person, nonce, proof) => signedBy(person, await signInText(nonce), proof, parts),

    async list(person) {
      const kept = new Set(files.read(person).factors.map((factor) => `${factor.id} ${digestOf(factor)}`));
      return (await store.enrolled(person)).map((each) => ({ ...each, kept: kept.has(`${each.id} ${each.digest}`) }));
    },

    able: (person) => ableOf(person, parts),

    enroll: (person, factor, leave, used) =>
      changed(person, { enroll: digestOf(factor) }, leave, async (file, save) => {
        const { kind, id } = factor;
        const payload: Enrolled = { person, factor: kind, id, digest: digestOf(factor), ...publicPart(factor) };
        // A factor without its event counts for nothing; an event without its factor would lock its owner out.
        const steps = used === undefined ? file.steps : { ...file.steps, [id]: used };
        save({ ...file, factors: [...file.factors, factor], steps });
        await store.append([{ type: 'person.enrolled', request: null, payload }]);
      }),

    async remove(person, id, leave) {
      const known = (await store.enrolled(person)).some((each) => each.id === id);
      if (!known) return { kind: 'refused', why: `nothing with the id ${id} is enrolled` };
      return changed(person, { remove: id }, leave, async (file, save) => {
        await store.append([{ type: 'person.unenrolled', request: null, payload: { person, id } }]);
        save({ ...file, factors: file.factors.filter((factor) => factor.id !== id) });
      });
    },

    async fits(key, text, signature) {
      const { sshSigFault } = await import('../approval/factors/sshsig.ts');
      return sshSigFault(signature, { message: text, key, namespace: ENROL_NAMESPACE });
    },
  };
}

/** What others need to check by it. */
function publicPart(factor: Factor): Pick<Enrolled, 'key' | 'origin'> {
  if (factor.kind === 'ssh-key') return { key: factor.key };
  return factor.kind === 'passkey' ? { key: factor.key, origin: factor.origin } : {};
}
