import { z } from 'zod';

/** What comes back. Handlers' answers are checked against these by tests and by the fuzzer, not while they are given. */

export const principal = z.looseObject({ kind: z.enum(['person', 'agent', 'pipeline']), id: z.string() });
export const known = z.looseObject({ id: z.string(), version: z.number(), view: z.looseObject({}) });
export const knownStanding = known;
export const recordedEvent = z.looseObject({ index: z.number(), at: z.number(), type: z.string() });
export const answer = z.looseObject({ kind: z.enum(['granted', 'refused', 'pending']), request: z.string() });
export const takenIn = z.looseObject({ asked: z.string(), id: z.string(), answer });
export const asked = z.looseObject({ people: z.array(z.string()) });
export const proofAsked = z.looseObject({});
export const statement = z.looseObject({});
export const receiving = z.looseObject({ kind: z.enum(['recorded', 'not_yours', 'ended']), known });
export const standingReceiving = receiving;
