import { PERSON } from '../../approval/people.ts';
import { AGENTS, PIPELINES } from '../../request/harnesses.ts';
import type { Principal } from '../../request/request.ts';
import type { Caller, Claimed, Scope } from '../caller.ts';
import type { Barred } from './peer.ts';

/** A caller with what it says about itself. */
export interface Asking {
  /** Who the request is from. */
  readonly principal: Principal;
  /**
   * The caller as the transport proves it, when that is somebody else. The service decides for both and takes the
   * stricter answer, and approvers that the decision for `observed` asks for count with `observed` as the requester: so a
   * person who says to be an agent of theirs cannot approve what they could not have approved before (IPC-09).
   */
  readonly observed?: Principal;
  readonly supervised: boolean;
  readonly tty: boolean;
  readonly scopes: ReadonlySet<Scope>;
}

/**
 * What the caller may do after it said what it is. A person may say that it is an agent or a pipeline, or supervised; an agent or pipeline stays
 * what it is; harness and session are added where nothing better is known. Pure.
 *
 * A claim earns no name of the directory: the names in `agents` have owners, accounts and run-accounts of their own, and
 * belong to those who come from the account or with the token.
 */
export function claiming(caller: Caller, claimed: Claimed): Asking | Barred {
  const { principal } = caller;
  const isPerson = principal.kind === 'person';
  if (isPerson && claimed.kind !== undefined) {
    if (caller.uid === 0) return { barred: 'root is nobody’s agent' };
    const program = programOf(caller, claimed.kind, claimed);
    return {
      principal: program,
      observed: principal,
      supervised: true,
      tty: claimed.tty,
      scopes: only(caller, ['run']),
    };
  }
  if (isPerson) {
    const supervised = claimed.supervised === true;
    const inPerson: readonly Scope[] = claimed.tty ? ['vote', 'operate'] : ['operate'];
    const scopes = only(caller, ['run', 'read', ...(supervised ? [] : inPerson)]);
    return { principal, supervised, tty: claimed.tty, scopes };
  }
  const harness = harnessOf(principal.kind, claimed.harness);
  const session = sessionOf(claimed.session);
  const described: Principal = {
    ...principal,
    ...(principal.harness === undefined && harness !== undefined ? { harness } : {}),
    ...(principal.session === undefined && session !== undefined ? { session } : {}),
  };
  return { principal: described, supervised: true, tty: claimed.tty, scopes: only(caller, ['run', 'read', 'relay']) };
}

/** Names that the directory, tokens and issuers never give: those hold one `@` at most. */
function programOf(
  { principal, account = `${principal.id.slice(PERSON.length)}@login` }: Caller,
  kind: 'agent' | 'pipeline',
  claimed: Claimed,
): Principal {
  const harness = harnessOf(kind, claimed.harness) ?? (kind === 'agent' ? 'agent' : 'ci');
  const session = sessionOf(claimed.session);
  return {
    kind,
    id: kind === 'agent' ? `agent:${harness}@${account}` : `pipeline:${harness}/${account}`,
    owner: principal.id,
    known: 'claimed',
    harness,
    ...(session === undefined ? {} : { session }),
  };
}

/** One of those that gate knows. */
function harnessOf(kind: 'agent' | 'pipeline', said: string | undefined): string | undefined {
  return (kind === 'agent' ? AGENTS : PIPELINES).find(({ name }) => name === said)?.name;
}

function sessionOf(said: string | undefined): string | undefined {
  return said !== undefined && /^[A-Za-z0-9._/+-]{1,128}$/.test(said) ? said : undefined;
}

function only({ scopes }: Caller, kept: readonly Scope[]): ReadonlySet<Scope> {
  return new Set(kept.filter((scope) => scopes.has(scope)));
}
