import type { People } from '../../approval/people.ts';
import type { Caller } from '../caller.ts';
import type { PipelineCallers } from './oidc.ts';
import type { Barred } from './peer.ts';
import type { TokenCallers } from './token.ts';

/** What stands after `Bearer`: a token of gate's own, or one that a CI system signed. */
export interface BearerParts {
  readonly tokens: TokenCallers;
  readonly pipelines: PipelineCallers;
}

/** @param address where the connection comes from; undefined on a unix socket */
export function bearerCaller(
  { tokens, pipelines }: BearerParts,
  text: string,
  address: string | undefined,
  people: People | undefined,
): Promise<Caller | Barred> {
  return text.startsWith('gate_') ? tokens.callerWith(text, address, people) : pipelines.callerWith(text, people);
}
