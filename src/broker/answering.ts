import * as acts from '../approval/acts.ts';
import type { Directory } from '../approval/directory.ts';
import type { Proofs } from '../approval/evidence.ts';
import { askedPeople, count, evidenceAsked } from '../approval/quorum.ts';
import type { Store } from '../audit/log.ts';
import { withoutSecrets } from '../command/redact.ts';
import type { Broker } from './broker.ts';
import type { LiveDirectory } from './live-directory.ts';
import type { Steps, Stream } from './steps.ts';

export interface AnsweringParts {
  readonly store: Store<Stream>;
  readonly steps: Steps;
  readonly directory: Directory & Pick<LiveDirectory, 'refresh'>;
  readonly proofs: Proofs;
  readonly now: () => number;
}

export type Answering = Pick<
  Broker,
  | 'asked'
  | 'proofAsked'
  | 'statement'
  | 'vote'
  | 'ask'
  | 'reply'
  | 'review'
  | 'preview'
  | 'withdraw'
  | 'revoke'
  | 'stop'
>;

/** What people and requesters do to a request that is there. Who exists is looked up anew each time. */
export function answering({ store, steps, directory, proofs, now }: AnsweringParts): Answering {
  const statement: Broker['statement'] = async (request, { digest, vote, voter, at, nonce, standing }) => {
    const { log } = await store.head();
    return { v: 1, log, request, digest, vote, voter, at, nonce, ...(standing && { standing }) };
  };

  return {
    async asked(id) {
      await directory.refresh();
      const { view } = await steps.current(id);
      const asked = acts.askedOf(view);
      const counted = count(asked, view.votes, directory);
      const missing = counted.kind === 'waiting' ? counted.missing : [];
      return { people: askedPeople(asked, directory), missing };
    },

    async proofAsked(id, person) {
      await directory.refresh();
      const { view } = await steps.current(id);
      const wanted = evidenceAsked(acts.askedOf(view), person, directory);
      return { wanted, able: wanted === 'os' ? [] : await proofs.able(person) };
    },

    statement,

    async vote(id, ballot) {
      const { vote, voter, proof, digest, at, nonce, standing, relay } = ballot;
      const words = ballot.text === undefined ? {} : { text: await withoutSecrets(ballot.text) };
      const cast = { vote, voter, digest, at, nonce, ...words, ...(standing && { standing }), ...(relay && { relay }) };
      await directory.refresh();
      // What could not count with the best proof is not worth checking one for.
      const known = await steps.current(id);
      const best = acts.castVote(known.view, { ...cast, evidence: 'passkey' }, directory, now());
      if (best === 'ended') return { kind: 'ended', known };
      if ('notYours' in best) return { kind: 'not_yours', why: best.notYours, known };
      const proven = await proofs.verify(await statement(id, ballot), proof);
      if (proven.kind === 'rejected') {
        const { why } = proven;
        const received = await steps.take(id, (view) =>
          acts.rejectVote(view, { voter, evidence: proof.kind, why, ...(relay && { relay }) }),
        );
        return received.kind === 'ended' ? received : { kind: 'not_yours', why, known: received.known };
      }
      const { kind: _, ...evidence } = proven;
      return steps.take(id, (view) => acts.castVote(view, { ...cast, ...evidence }, directory, now()));
    },

    async ask(id, words) {
      const said = await redacted(words);
      await directory.refresh();
      return steps.take(id, (view) => acts.askBack(view, said, directory));
    },

    async reply(id, { by, text, file }) {
      await directory.refresh();
      const said = { by, text: await withoutSecrets(text) };
      const attached = file && { file: { ...file, text: await withoutSecrets(file.text) } };
      return steps.take(id, (view) => acts.answerBack(view, { ...said, ...attached }, directory, now()));
    },

    async review(id, { by, verdict, text }) {
      const said = { by, verdict, text: await withoutSecrets(text) };
      await directory.refresh();
      return steps.take(id, (view) => acts.review(view, said, directory));
    },

    async preview(id, { by, previews }) {
      await directory.refresh();
      const clean = async (lines: readonly string[]) => Promise.all(lines.map(withoutSecrets));
      const seen = await Promise.all(previews.map(async (each) => ({ ...each, lines: await clean(each.lines) })));
      return steps.take(id, (view) => acts.showPreview(view, { by, previews: seen }, directory));
    },

    async withdraw(id, words) {
      const said = await redacted(words);
      return steps.take(id, (view) => acts.withdraw(view, said));
    },

    async revoke(id, words) {
      const said = await redacted(words);
      await directory.refresh();
      return steps.take(id, (view) => acts.revoke(view, said, directory));
    },

    async stop(id, words) {
      const said = await redacted(words);
      await directory.refresh();
      return steps.take(id, (view) => acts.stop(view, said, directory));
    },
  };
}

/** Words as they go into the record. */
export async function redacted({ text, ...rest }: acts.Words): Promise<acts.Words> {
  return text === undefined ? rest : { ...rest, text: await withoutSecrets(text) };
}
