import { prepareCommand } from '../command/prepare.ts';
import { storeKey } from '../config/key.ts';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { decide, limitsOf } from '../policy/decide.ts';
import { loadPolicies } from '../policy/load.ts';
import { policyPaths } from '../policy/paths.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { prepareConditions } from '../policy/prepare.ts';
import { chance, type Local } from '../wiring.ts';
import type { RunAccount } from './accounts.ts';
import type { IntakeParts } from './intake.ts';

/** How the service understands and decides: with the system's policies and its own, never with those of a caller's home. */
export function hostStages(
  { paths, store }: Pick<Local, 'paths' | 'store'>,
  system: () => Promise<SystemConfig>,
  runAs: (principal: string) => RunAccount,
  onPolicies: (policies: PolicySet) => void,
): Pick<IntakeParts, 'understand' | 'decide'> {
  return {
    understand: (request) =>
      prepareCommand(request, {
        stdin: () => {
          throw new GateError(
            'REQUEST_UNREADABLE',
            'what a command reads as code from its standard input does not reach the service',
            {
              hint: 'put it into a file, or give it as an argument',
            },
          );
        },
        sealing: { user: runAs(request.principal.id).name, tty: request.tty },
        digests: { get: (key) => store.cachedDigest(key), set: (key, digest) => store.cacheDigest(key, digest) },
        key: () => storeKey(paths.key, chance.random),
      }),

    async decide(request, command) {
      const { mode } = await system();
      const policies = await loadPolicies({
        paths: policyPaths({ GATE_HOME: paths.state }, '/nonexistent', request.cwd),
        cacheDirectory: paths.cache,
        ...(mode === undefined ? {} : { systemMode: mode }),
        tools: [...new Set(command.actions.map((action) => action.tool))],
      });
      onPolicies(policies);
      await prepareConditions(policies, command);
      const used = new Map<string, number>();
      for (const limit of limitsOf(request, command, policies)) {
        const since = chance.now() - limit.windowSeconds * 1000;
        used.set(`${limit.rule}\0${limit.key}`, await store.starts(limit.rule, limit.key, since));
      }
      return decide(request, command, policies, (limit) => used.get(`${limit.rule}\0${limit.key}`) ?? 0);
    },
  };
}
