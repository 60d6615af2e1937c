import { describe, expect, test } from 'vitest';
import { action, judge } from './build.ts';

const drop = (database?: string) =>
  action('psql', ['destroy'], { operation: 'DROP TABLE', scope: database === undefined ? {} : { database } });

const POLICY = (approvers: string) => `version: 1
packs: []
targets:
  - { id: pay, match: { scope: { database: pay } }, owner: payments }
  - { id: shop, match: { scope: { database: shop } }, owner: alice }
  - { id: logs, match: { scope: { database: logs } } }
rules:
  - { id: drop, match: { tool: psql }, decision: hold, approvers: { ${approvers} } }
`;

const asked = async (approvers: string, ...actions: ReturnType<typeof drop>[]) =>
  (await judge({ user: POLICY(approvers) }, actions)).duties.approvers;

describe('target-owner', () => {
  test('is the owner of the target touched', async () => {
    expect(await asked('from: [target-owner], count: 1', drop('pay'))).toMatchObject([
      { from: ['payments'], rule: 'drop' },
    ]);
    expect(await asked('from: [target-owner, sre], count: 2', drop('shop'))).toMatchObject([
      { from: ['alice', 'sre'], count: 2, separation: 'owner' },
    ]);
  });

  test('of two targets both owners must agree', async () => {
    expect(await asked('from: [target-owner]', drop('pay'), drop('shop'))).toMatchObject([
      { from: ['payments'] },
      { from: ['alice'] },
    ]);
    expect(await asked('from: [target-owner]', drop('pay'), drop('pay'))).toHaveLength(1);
  });

  test('stays a name that nobody has where no owner is known, also beside a target that has one', async () => {
    expect(await asked('from: [target-owner]', drop('logs'))).toMatchObject([{ from: ['target-owner'] }]);
    expect(await asked('from: [target-owner]', drop())).toMatchObject([{ from: ['target-owner'] }]);
    expect(await asked('from: [target-owner]', drop('pay'), drop('elsewhere'))).toMatchObject([
      { from: ['payments'] },
      { from: ['target-owner'] },
    ]);
  });

  test('in escalation and break-glass it is the same owner', async () => {
    const blocks = await asked(
      'from: [sre], escalate: { to: [target-owner], after: 5m }, break_glass: [target-owner]',
      drop('pay'),
    );
    expect(blocks).toMatchObject([{ from: ['sre'], escalate: { to: ['payments'] }, breakGlass: ['payments'] }]);
  });
});
