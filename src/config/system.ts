import { GateError } from '../errors.ts';
import type { BundleInForce } from '../policy/bundle/in-force.ts';
import type { BundleKeeping } from './bundle.ts';
import type { Configuration } from './document.ts';
import { loadConfig } from './load.ts';
import { SYSTEM_DIRECTORY } from './paths.ts';

/** `/etc/gate/config.yaml`: what the machine's owner says, and nobody below can loosen. */
export interface SystemConfig extends Configuration {
  /** The bundle that `bundle` names, as it is in force now; looked for once. @throws GateError POLICY_INVALID */
  readonly bundled?: () => Promise<BundleInForce>;
}

export const SYSTEM_FILE = `${SYSTEM_DIRECTORY}/config.yaml`;

/**
 * Nothing is loaded where there is no such file.
 *
 * @param cacheDirectory what was understood is kept there; never a directory that a variable of the caller names
 * @throws GateError CONFIG_INVALID when it is not root's alone, or says anything that is not understood
 */
export async function systemConfig(file = SYSTEM_FILE, cacheDirectory?: string): Promise<SystemConfig> {
  return (await loadConfig(file, 'root', cacheDirectory)) ?? {};
}

/** With the bundle that it names. Nothing of bundles is loaded where none is named. */
export function withBundle(config: SystemConfig, keeping: BundleKeeping): SystemConfig {
  const { bundle } = config;
  if (bundle === undefined) return config;
  let found: Promise<BundleInForce> | undefined;
  return {
    ...config,
    bundled: () => (found ??= import('./bundle.ts').then(({ systemBundle }) => systemBundle(bundle, keeping))),
  };
}

/** @throws GateError CONFIG_INVALID when it is set, and the system forbids it or says where the service is */
export function requireAllowedHome(
  config: SystemConfig,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  if (!environment['GATE_HOME']) return;
  if (config.gate_home !== 'forbidden' && config.service === undefined) return;
  const why = config.gate_home === 'forbidden' ? 'forbids it' : 'names the service that everybody here uses';
  throw new GateError('CONFIG_INVALID', `GATE_HOME is set, and \`${SYSTEM_FILE}\` ${why}`, {
    hint: 'unset GATE_HOME',
  });
}
