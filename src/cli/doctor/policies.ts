import { systemConfig } from '../../config/system.ts';
import { loadPolicies } from '../../policy/load.ts';
import type { PolicyPaths } from '../../policy/paths.ts';
import { reported } from '../report.ts';
import type { Finding } from './finding.ts';

export interface Policies {
  readonly valid: boolean;
  readonly files: readonly { readonly layer: string; readonly name: string; readonly digest: string }[];
  readonly message?: string;
}

/** Every file that would decide here, read anew. */
export async function policiesInForce(paths: PolicyPaths): Promise<Policies> {
  try {
    const { mode } = await systemConfig();
    const system = mode === undefined ? {} : { systemMode: mode };
    const { documents } = await loadPolicies({ paths, tools: 'all', ...system });
    return { valid: true, files: documents.map(({ layer, name, digest }) => ({ layer, name, digest })) };
  } catch (error) {
    return { valid: false, files: [], message: reported(error).message };
  }
}

export function policyFindings({ message }: Policies): readonly Finding[] {
  if (message === undefined) return [];
  return [
    { check: 'policy', level: 'problem', subject: 'invalid', text: message, hint: 'nothing runs until it is mended' },
  ];
}
