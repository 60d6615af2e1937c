import { PERSON, type People, personOf } from '../../approval/people.ts';
import type { PipelineIssuer, Template } from '../../config/oidc-schema.ts';
import { anyGlob } from '../../policy/glob.ts';
import type { Caller } from '../caller.ts';
import { type IssuerKeys, issuerKeys } from './issuer-keys.ts';
import { type Claims, verified } from './jwt.ts';
import type { Barred } from './peer.ts';

/** Pipelines by the token that their CI system signs for them: no secret of gate's is stored there. */
export interface PipelineCallers {
  /** @param text what the client sent after `Bearer` */
  callerWith(text: string, people: People | undefined): Promise<Caller | Barred>;
}

export interface PipelineCallerParts {
  readonly issuers: readonly PipelineIssuer[];
  /** Milliseconds since 1970, the clock of the service. */
  readonly now: () => number;
  readonly get?: (url: string) => Promise<unknown>;
}

export function pipelineCallers({ issuers, now, get }: PipelineCallerParts): PipelineCallers {
  const keys = new Map<string, IssuerKeys>();
  for (const { issuer } of issuers) {
    if (!keys.has(issuer)) keys.set(issuer, issuerKeys({ issuer, now, ...(get && { get }) }));
  }
  return {
    async callerWith(text, people) {
      const found = await verified(text, {
        keysOf: (issuer) => keys.get(issuer),
        audience: (issuer) => issuers.filter((each) => each.issuer === issuer).map(({ audience }) => audience),
        now,
      });
      if ('refused' in found) return { barred: `the token of the pipeline is refused: ${found.refused}` };
      const { claims } = found;
      const candidates = issuers.filter(({ issuer, audience }) => claims['iss'] === issuer && isFor(claims, audience));
      const reasons: string[] = [];
      for (const candidate of candidates) {
        const caller = pipelineOf(claims, candidate, people);
        if (!('barred' in caller)) return caller;
        reasons.push(caller.barred);
      }
      return { barred: `the token of the pipeline is refused: ${reasons.join('; ')}` };
    },
  };
}

/**
 * Which pipeline these claims are, of which person. Pure.
 *
 * The session is the run: all its jobs and attempts have it. What another job may go on with is what has the same
 * permanent name, the same session and the same digest.
 */
export function pipelineOf(claims: Claims, wanted: PipelineIssuer, people: People | undefined): Caller | Barred {
  for (const { claim, patterns } of wanted.when) {
    const value = textOf(claims, claim);
    if (value === undefined || !anyGlob(patterns)(value))
      return { barred: `its \`${claim}\` is not one that \`when\` lets in` };
  }
  const name = filled(wanted.pipeline, claims);
  if (name === undefined) return { barred: 'the claims that name the pipeline are not all there, or not plain' };
  const session = wanted.session && filled(wanted.session, claims);
  if (wanted.session !== undefined && session === undefined)
    return { barred: 'the claims that name the run are not all there' };
  const starter = textOf(claims, wanted.owner.claim);
  const owner =
    starter !== undefined && Object.hasOwn(wanted.owner.people, starter) ? wanted.owner.people[starter] : undefined;
  if (owner === undefined) return { barred: `its \`${wanted.owner.claim}\` is nobody’s in \`owner.people\`` };
  if (people === undefined || personOf(PERSON + owner, people) === undefined) {
    return { barred: `its owner ${owner} is not in the directory` };
  }
  return {
    principal: {
      kind: 'pipeline',
      id: `pipeline:${name}`,
      owner: PERSON + owner,
      known: 'oidc',
      ...(session === undefined ? {} : { session }),
    },
    by: 'oidc',
    scopes: new Set(['run']),
  };
}

function isFor({ aud }: Claims, audience: string): boolean {
  return [aud].flat().includes(audience);
}

/** A claim that is a text, a number or a yes or no; lists and groups of claims never fit anything. */
function textOf(claims: Claims, claim: string): string | undefined {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || Number.isSafeInteger(value) ? String(value) : undefined;
}

/** Whatever the claims say, two different sets of them are never the same name. */
function filled({ literals, claims: names }: Template, claims: Claims): string | undefined {
  let text = literals[0] ?? '';
  for (const [index, name] of names.entries()) {
    const value = textOf(claims, name);
    const after = literals[index + 1] ?? '';
    if (value === undefined || !/^[A-Za-z0-9._/:+-]{1,256}$/.test(value)) return undefined;
    // What stands between two claims stands in none of them, or nobody could tell where one ends.
    if (index < names.length - 1 && (value + after).indexOf(after) !== value.length) return undefined;
    text += value + after;
  }
  return text;
}
