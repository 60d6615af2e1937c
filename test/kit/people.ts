import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Gate } from './gate.ts';

/**
 * Several people on a machine with one account: the configuration says whose it is from now on. A gate that runs already
 * stays with whom it was started by, as one at another desk would.
 *
 * @param groups who is in which: `{ sre: ['bob'] }`
 */
export function sitDown(gate: Gate, person: string, groups: Readonly<Record<string, readonly string[]>>): void {
  const names = [...new Set([person, ...Object.values(groups).flat()])].sort();
  const config = {
    version: 1,
    people: Object.fromEntries(
      names.map((name) => [name, { os: [name === person ? userInfo().username : `${name}-of-tests`] }]),
    ),
    groups,
  };
  writeFileSync(join(gate.home, 'config.yaml'), JSON.stringify(config), { mode: 0o600 });
}
