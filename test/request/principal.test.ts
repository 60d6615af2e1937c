import { describe, expect, test } from 'vitest';
import { AGENTS, PIPELINES } from '../../src/request/harnesses.ts';
import { type Ancestor, identify } from '../../src/request/principal.ts';

function parent(name: string, more: Partial<Ancestor> = {}): Ancestor {
  return { pid: 7, name, programs: [name], environment: {}, ...more };
}

const who = (environment: Record<string, string>, ancestors: Ancestor[] = []) =>
  identify('ann', 'host', environment, ancestors);

describe('who asks', () => {
  test('a person, when nothing says otherwise', () => {
    expect(who({})).toMatchObject({
      principal: { kind: 'person', id: 'person:ann@host', known: 'os' },
      supervised: false,
    });
  });

  test.each(AGENTS.filter(({ variables }) => variables.length > 0).map((harness) => [harness.name, harness] as const))(
    '%s, by its marker or the marker of a parent, is an agent with an owner',
    (name, { variables }) => {
      const [variable = '', value = '1'] = variables[0]!.split('=');
      for (const found of [
        who({ [variable]: value }),
        who({}, [parent('bash'), parent('x', { environment: { [variable]: value } })]),
      ]) {
        expect(found.principal).toMatchObject({
          kind: 'agent',
          id: `agent:${name}@ann@host`,
          owner: 'person:ann@host',
        });
        expect(found.supervised).toBe(true);
      }
    },
  );

  test.each(PIPELINES.map((harness) => [harness.name, harness] as const))('%s is a pipeline', (_, { variables }) => {
    expect(who({ [variables[0]!]: 'true' })).toMatchObject({ principal: { kind: 'pipeline' }, supervised: true });
  });

  test.each(['', '0', 'false', 'False'])('a marker set to %j says nothing', (value) => {
    expect(who({ CLAUDECODE: value }).principal.kind).toBe('person');
  });

  test('an agent in a pipeline is an agent', () => {
    expect(who({ CLAUDECODE: '1', GITHUB_ACTIONS: 'true' }).principal.kind).toBe('agent');
  });

  test('an agent among the parents is known by the system, and a dropped marker is noted', () => {
    const found = who({}, [parent('bash'), parent('claude')]);
    expect(found.principal).toMatchObject({ kind: 'agent', known: 'os', harness: 'claude-code' });
    expect(found.why).toContain('its marker was removed from the environment');
  });

  test('gate among the parents bars from voting, and leaves a person a person', () => {
    expect(who({}, [parent('gate')])).toMatchObject({ principal: { kind: 'person' }, supervised: true });
  });

  test('names are made of harmless characters, whatever the environment holds', () => {
    const found = who({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'a\u001b[2J/b\nc', GITHUB_RUN_ID: 'x y' });
    expect(found.principal.id).toBe('pipeline:github-actions/a__2J/b_c');
    expect(found.principal.session).toBe('x_y');
  });
});
