import type { Serve } from '../config/serve.ts';
import { GateError } from '../errors.ts';
import { accountNamed } from '../platform/linux.ts';
import type { Account } from './run/runner.ts';

export interface RunAccount extends Account {
  readonly name: string;
}

/**
 * The account that commands of a principal run under: that of the agent by its name in the directory, else the default. Looked up again after a
 * while, not for every request: a directory service may be slow.
 */
export function accountsOf(config: Pick<Serve, 'runAs'>, now: () => number): (principal: string) => RunAccount {
  const known = new Map<string, { readonly account: RunAccount; readonly until: number }>();
  return (principal) => {
    const { runAs } = config;
    const agent = /^agent:([^@]+)@/.exec(principal)?.[1];
    const name =
      (agent !== undefined && Object.hasOwn(runAs.agents, agent) ? runAs.agents[agent] : undefined) ?? runAs.default;
    if (name === undefined) {
      throw new GateError('CONFIG_INVALID', `no account is named for commands of ${principal}`, {
        hint: 'give `run_as` a `default`, or name the agent under `run_as.agents`, in serve.yaml',
      });
    }
    const kept = known.get(name);
    if (kept !== undefined && now() < kept.until) return kept.account;
    const found = accountNamed(name);
    if (found !== undefined) {
      const account = { ...found, name };
      known.set(name, { account, until: now() + KEEP_MILLISECONDS });
      return account;
    }
    known.delete(name);
    throw new GateError(
      'CONFIG_INVALID',
      `\`run_as\` names \`${name}\`, and there is no such account on this machine`,
      {
        hint: 'make the account, or name another',
      },
    );
  };
}

/**
 * Whether commands run under an account. What runs there was asked for by somebody else and approved as it was: were it to ask for more,
 * nobody would know for whom, and an agent could ask in a person's place (SELF-11).
 */
export function ofCommands(config: Pick<Serve, 'runAs'>, now: () => number): (uid: number) => boolean {
  let known = { uids: new Set<number | undefined>(), until: 0 };
  return (uid) => {
    if (now() >= known.until) {
      const { runAs } = config;
      const names = new Set([...Object.values(runAs.agents), ...(runAs.default === undefined ? [] : [runAs.default])]);
      known = {
        uids: new Set([...names].map((name) => accountNamed(name)?.uid)),
        until: now() + KEEP_MILLISECONDS,
      };
    }
    return known.uids.has(uid);
  };
}

const KEEP_MILLISECONDS = 10_000;
