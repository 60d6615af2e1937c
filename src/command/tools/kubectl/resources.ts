import { KINDS } from './kinds-table.ts';

const SINGULAR = new Map<string, string>();
for (const line of KINDS.trim().split('\n')) {
  const [kind = '', names = ''] = line.split(':');
  for (const name of [kind, ...names.trim().split(' ')]) SINGULAR.set(name, kind);
}

/** The singular kind of `po`, `deployments.apps`, `Pod`. Kinds gate does not know stay as they are. */
export function kindOf(word: string): string {
  const bare = (word.split('.')[0] ?? word).toLowerCase();
  return SINGULAR.get(bare) ?? bare;
}

/**
 * Kinds that decide who may do what: roles and bindings, identities, what judges or changes every later request
 * (webhooks, policies, API services), and OpenShift's own.
 */
export const RBAC: ReadonlySet<string> = new Set([
  'role',
  'rolebinding',
  'clusterrole',
  'clusterrolebinding',
  'serviceaccount',
  'certificatesigningrequest',
  'clustertrustbundle',
  'validatingwebhookconfiguration',
  'mutatingwebhookconfiguration',
  'validatingadmissionpolicy',
  'validatingadmissionpolicybinding',
  'mutatingadmissionpolicy',
  'mutatingadmissionpolicybinding',
  'apiservice',
  'podsecuritypolicy',
  'securitycontextconstraint',
  'user',
  'group',
  'identity',
  'useridentitymapping',
  'oauth',
  'oauthclient',
  'oauthclientauthorization',
]);

/** Kinds whose objects hold credentials. */
export const SECRETS: ReadonlySet<string> = new Set([
  'secret',
  'oauthclient',
  'oauthaccesstoken',
  'oauthauthorizetoken',
  'useroauthaccesstoken',
]);

/** An object of the cluster, as far as it is named. */
export interface Target {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly subresource?: string;
}

/** The objects that operands name: `pod x y`, `pod/x svc/y`, `pods,secrets`, `deploy/x`. */
export function targets(operands: readonly string[], fallback?: string): readonly Target[] {
  const found: Target[] = [];
  if (operands.some((operand) => operand.includes('/'))) {
    for (const operand of operands) {
      const slash = operand.indexOf('/');
      if (slash < 0) {
        if (fallback !== undefined) found.push({ kind: fallback, name: operand });
        continue;
      }
      // kubectl refuses a list of kinds with a name behind it; every kind in it counts all the same.
      for (const kind of operand.slice(0, slash).split(','))
        found.push({ kind: kindOf(kind), name: operand.slice(slash + 1) });
    }
    return found;
  }
  if (fallback !== undefined) return operands.map((name) => ({ kind: fallback, name }));
  const [kinds, ...names] = operands;
  if (kinds === undefined) return [];
  for (const kind of kinds.split(',')) {
    if (names.length === 0) found.push({ kind: kindOf(kind) });
    else for (const name of names) found.push({ kind: kindOf(kind), name });
  }
  return found;
}
