import { readFileSync } from 'node:fs';
import type { Serve } from '../config/serve.ts';
import { GateError } from '../errors.ts';
import { accountNamed } from '../platform/linux.ts';

/** What a service that is not root must be allowed, by the numbers of the kernel, and what for. */
const NEEDED: readonly (readonly [name: string, number: number, why: string])[] = [
  ['CAP_CHOWN', 0, 'gives a run its home and its streams'],
  ['CAP_KILL', 5, 'passes signals on, and ends commands'],
  ['CAP_SETGID', 6, 'starts commands under other accounts'],
  ['CAP_SETUID', 7, 'starts commands under other accounts'],
];

/**
 * Whether this process may do what the configuration asks of it. `CAP_SYS_ADMIN` is not asked for: without it commands have no namespaces, which
 * the service says when it starts.
 *
 * @throws GateError CONFIG_INVALID
 */
export function requireRights({ runAs, state }: Pick<Serve, 'runAs' | 'state'>): void {
  const uid = process.geteuid?.() ?? -1;
  const names = [...new Set([...Object.values(runAs.agents), ...(runAs.default === undefined ? [] : [runAs.default])])];
  const own = names.find((name) => accountNamed(name)?.uid === uid);
  if (own !== undefined) {
    throw new GateError('CONFIG_INVALID', `\`run_as\` names \`${own}\`, the account of the service itself`, {
      hint: `a command could then read and write ${state}: make another account for commands`,
    });
  }
  if (uid === 0 || names.length === 0) return;
  const has = capabilities();
  const missing = NEEDED.filter(([, number]) => (has & (1n << BigInt(number))) === 0n);
  const [first] = missing;
  if (first === undefined) return;
  throw new GateError(
    'CONFIG_INVALID',
    `the service is not root, and has no ${missing.map(([name]) => name).join(', ')}`,
    {
      hint: `${first[0]} ${first[2]}: let its unit say \`AmbientCapabilities=\` (gate init service prints one)`,
    },
  );
}

function capabilities(): bigint {
  const found = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  return BigInt(`0x${found ?? '0'}`);
}
