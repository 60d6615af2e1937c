import type { Serve } from '../config/serve.ts';
import { GateError } from '../errors.ts';
import { accountNamed } from '../platform/linux.ts';
import type { Account } from './run/runner.ts';

export interface RunAccount extends Account {
  readonly name: string;
}

/** The account that commands of a principal run under: that of the agent by its name in the directory, else the default. */
export function accountsOf({ runAs }: Pick<Serve, 'runAs'>): (principal: string) => RunAccount {
  return (principal) => {
    const agent = /^agent:([^@]+)@/.exec(principal)?.[1];
    const name =
      (agent !== undefined && Object.hasOwn(runAs.agents, agent) ? runAs.agents[agent] : undefined) ?? runAs.default;
    if (name === undefined) {
      throw new GateError('CONFIG_INVALID', `no account is named for commands of ${principal}`, {
        hint: 'give `run_as` a `default`, or name the agent under `run_as.agents`, in serve.yaml',
      });
    }
    const account = accountNamed(name);
    if (account !== undefined) return { ...account, name };
    throw new GateError(
      'CONFIG_INVALID',
      `\`run_as\` names \`${name}\`, and there is no such account on this machine`,
      {
        hint: 'make the account, or name another',
      },
    );
  };
}
