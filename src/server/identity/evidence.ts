import type { Evidence } from '../../approval/evidence.ts';
import type { Caller } from '../caller.ts';

/** What the connection alone proves of a vote; undefined for those who do not vote. */
export function evidenceOf({ principal, by }: Pick<Caller, 'principal' | 'by'>): Evidence | undefined {
  if (principal.kind !== 'person') return undefined;
  if (by === 'peer') return 'os';
  return by === 'login' ? 'oidc' : undefined;
}
