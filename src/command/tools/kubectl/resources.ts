/** kubectl's short and plural names, by the singular kind. */
const KINDS = new Map<string, string>();
const table = `
pod: po pods
service: svc services
deployment: deploy deployments
replicaset: rs replicasets
statefulset: sts statefulsets
daemonset: ds daemonsets
replicationcontroller: rc replicationcontrollers
namespace: ns namespaces
node: no nodes
secret: secrets
configmap: cm configmaps
serviceaccount: sa serviceaccounts
ingress: ing ingresses
ingressclass: ingressclasses
job: jobs
cronjob: cj cronjobs
persistentvolume: pv persistentvolumes
persistentvolumeclaim: pvc persistentvolumeclaims
storageclass: sc storageclasses
horizontalpodautoscaler: hpa horizontalpodautoscalers
networkpolicy: netpol networkpolicies
poddisruptionbudget: pdb poddisruptionbudgets
priorityclass: pc priorityclasses
resourcequota: quota resourcequotas
limitrange: limits limitranges
endpoints: ep endpoint
endpointslice: endpointslices
event: ev events
customresourcedefinition: crd crds customresourcedefinitions
certificatesigningrequest: csr certificatesigningrequests
componentstatus: cs componentstatuses
role: roles
rolebinding: rolebindings
clusterrole: clusterroles
clusterrolebinding: clusterrolebindings
lease: leases
podtemplate: podtemplates
validatingwebhookconfiguration: validatingwebhookconfigurations
mutatingwebhookconfiguration: mutatingwebhookconfigurations
validatingadmissionpolicy: validatingadmissionpolicies
apiservice: apiservices
controllerrevision: controllerrevisions
`;
for (const line of table.trim().split('\n')) {
  const [kind = '', names = ''] = line.split(':');
  for (const name of [kind, ...names.trim().split(' ')]) KINDS.set(name, kind);
}

/** The singular kind of `po`, `deployments.apps`, `Pod`. Kinds gate does not know stay as they are. */
export function kindOf(word: string): string {
  const bare = (word.split('.')[0] ?? word).toLowerCase();
  return KINDS.get(bare) ?? bare;
}

/** Kinds that decide who may do what. */
export const RBAC: ReadonlySet<string> = new Set([
  'role',
  'rolebinding',
  'clusterrole',
  'clusterrolebinding',
  'serviceaccount',
  'certificatesigningrequest',
  'validatingwebhookconfiguration',
  'mutatingwebhookconfiguration',
  'validatingadmissionpolicy',
  'apiservice',
]);

/** An object of the cluster, as far as it is named. */
export interface Target {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** The objects that operands name: `pod x y`, `pod/x svc/y`, `pods,secrets`, `deploy/x`. */
export function targets(operands: readonly string[], fallback?: string): readonly Target[] {
  const found: Target[] = [];
  if (operands.some((operand) => operand.includes('/'))) {
    for (const operand of operands) {
      const slash = operand.indexOf('/');
      if (slash < 0) continue;
      found.push({ kind: kindOf(operand.slice(0, slash)), name: operand.slice(slash + 1) });
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
