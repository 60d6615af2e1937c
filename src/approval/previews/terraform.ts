import { posix } from 'node:path';
import { type PlannedChange, plannedChanges } from '../../command/tools/terraform/plan-file.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { counted, found, type Previewer, some, unknown } from './finding.ts';

/**
 * What a saved plan would do, out of the very bytes that were pinned. Without a saved plan nothing is planned here: a plan
 * runs the project's own code and its providers.
 */
export const preview: Previewer = async (_actions, { inputs, manifest, actions }, look) => {
  const plan = inputs.find(({ role }) => role === 'plan');
  if (plan === undefined) return unknown('there is no saved plan, and making one runs what the project brings');
  const directory = actions.find(({ scope }) => scope['directory'] !== undefined)?.scope['directory'] ?? manifest.cwd;
  const path = posix.resolve(directory, plan.path);
  const bytes = look.read(path);
  if (bytes === undefined || plan.digest === undefined || `sha256:${sha256Hex(bytes)}` !== plan.digest)
    return unknown(`${path} is not what it was when this was asked`);
  const changes = plannedChanges(bytes);
  if (changes === undefined) return unknown('the plan cannot be read');
  const of = (...kinds: readonly PlannedChange['action'][]) => changes.filter(({ action }) => kinds.includes(action));
  const gone = of('delete', 'replace');
  const counts = ORDER.map((kind) => [of(kind).length, kind] as const).filter(([count]) => count > 0);
  return found(
    counts.length === 0 ? 'changes no resource' : counts.map(([count, kind]) => `${count} ${WORDS[kind]}`).join(', '),
    [
      ...(gone.length > 0 ? [`${counted(gone.length, 'resource')} destroyed, or destroyed and made anew:`] : []),
      ...some(
        gone.map(({ action, address }) => `${action} ${address}`),
        'of them',
        20,
      ),
      ...some(
        of('create', 'update', 'forget').map(({ action, address }) => `${action} ${address}`),
        'other changes',
      ),
    ],
  );
};

/** What cannot be undone first. */
const ORDER = ['delete', 'replace', 'update', 'forget', 'create'] as const;
const WORDS: Readonly<Record<PlannedChange['action'], string>> = {
  delete: 'to destroy',
  replace: 'to destroy and make anew',
  update: 'to change',
  forget: 'to forget',
  create: 'to make',
};
