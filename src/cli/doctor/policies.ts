import { loadModes } from '../../config/mode.ts';
import type { Paths } from '../../config/paths.ts';
import type { SystemConfig } from '../../config/system.ts';
import type { Bundled } from '../../policy/decision.ts';
import { loadPolicies } from '../../policy/load.ts';
import type { PolicyPaths } from '../../policy/paths.ts';
import { reported } from '../report.ts';
import type { Finding } from './finding.ts';

export interface Policies {
  readonly valid: boolean;
  readonly files: readonly { readonly layer: string; readonly name: string; readonly digest: string }[];
  /** Layers that only observe: nothing of theirs is held or denied. */
  readonly observed: readonly string[];
  readonly message?: string;
  readonly bundle?: Bundled;
  /** Why the bundle in force is not the one that is offered, or that it is out of date. */
  readonly problem?: string;
}

/** Every file that would decide here, read anew. */
export async function policiesInForce(paths: PolicyPaths, own: Paths, system: SystemConfig): Promise<Policies> {
  try {
    const modes = await loadModes(system, own);
    const { problem } = modes.bundle ?? {};
    const { documents, layers, bundle: set } = await loadPolicies({ paths, tools: 'all', ...modes });
    const observed = layers.filter(({ mode }) => mode === 'observe').map(({ name }) => name);
    return {
      valid: true,
      files: documents.map(({ layer, name, digest }) => ({ layer, name, digest })),
      observed,
      ...(set && { bundle: set }),
      ...(problem === undefined ? {} : { problem }),
    };
  } catch (error) {
    return { valid: false, files: [], observed: [], message: reported(error).message };
  }
}

export function policyFindings({ problem, ...policies }: Policies): readonly Finding[] {
  const hint = 'the bundle in force decides until a newer good one comes; `gate policy bundle verify` looks at a file';
  const refused: readonly Finding[] =
    problem === undefined ? [] : [{ check: 'policy', level: 'problem', subject: 'bundle', text: problem, hint }];
  return [...refused, ...layerFindings(policies)];
}

function layerFindings({ message, observed }: Omit<Policies, 'problem'>): readonly Finding[] {
  if (observed.length > 0) {
    return [
      {
        check: 'policy',
        level: 'warning',
        subject: 'observe',
        text: `the ${observed.join(' and ')} policy only observes: what it would hold or deny runs, and is recorded`,
        hint: '`gate policy simulate` says what it would ask; take `mode: observe` out to enforce it',
      },
    ];
  }
  if (message === undefined) return [];
  return [
    { check: 'policy', level: 'problem', subject: 'invalid', text: message, hint: 'nothing runs until it is mended' },
  ];
}
