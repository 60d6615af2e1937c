import type { Command } from 'commander';
import type { Here } from './subcommand.ts';

/** The service, as a unit of systemd. */
export function initService(init: Command, { add, io, done }: Here): void {
  add(init, 'service', 'the unit of systemd for `gate serve`, printed')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const [{ serviceUnit }, { ownPath }] = await Promise.all([
        import('../init-service.ts'),
        import('../../platform/own-path.ts'),
      ]);
      io.stdout(serviceUnit(ownPath()));
      done(0);
    });
}

const EXAMPLES = `
Examples:
  gate init service | sudo tee /etc/systemd/system/gate.service
  gate init service > gate.service; systemd-analyze verify ./gate.service
`;
