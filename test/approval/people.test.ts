import { describe, expect, test } from 'vitest';
import { directoryOf } from '../../src/approval/directory.ts';
import { type People, recognised } from '../../src/approval/people.ts';
import { identify } from '../../src/request/principal.ts';

const PEOPLE: People = {
  source: '/etc/gate/config.yaml',
  people: [
    { name: 'alice', os: ['alice', 'root@laptop'], sshKeys: [] },
    { name: 'bob', os: ['bob', 'shared@build-1'], sshKeys: [] },
    { name: 'carol', os: ['shared'], sshKeys: [] },
    { name: 'dave', os: [], sshKeys: [] },
  ],
  groups: [
    { name: 'sre', members: ['alice', 'bob'] },
    { name: 'dba', members: ['bob', 'dave'] },
  ],
  agents: [
    { name: 'deploy-bot', match: 'agent:claude-code@shared@*', owner: 'alice' },
    { name: 'release', match: 'pipeline:github-actions/acme/shop', owner: 'bob' },
  ],
};

const who = (
  user: string,
  host: string,
  environment: Record<string, string> = {},
  people: People | undefined = PEOPLE,
) => recognised(identify(user, host, environment, []), people);

describe('the names of the directory', () => {
  test.each([
    ['alice', 'anywhere', 'person:alice'],
    ['root', 'laptop', 'person:alice'],
    ['root', 'server', 'person:root@server'],
    ['shared', 'build-1', 'person:bob'],
    ['shared', 'build-2', 'person:carol'],
    ['mallory', 'laptop', 'person:mallory@laptop'],
  ])('%s at %s is %s', (user, host, id) => {
    expect(who(user, host).principal).toMatchObject({ kind: 'person', id });
  });

  test('without a directory everybody keeps their account', () => {
    expect(recognised(identify('alice', 'h', {}, []), undefined)).toEqual(identify('alice', 'h', {}, []));
  });

  test('an agent keeps its name and is owned by the person of its account', () => {
    expect(who('alice', 'laptop', { CLAUDECODE: '1' })).toMatchObject({
      principal: { id: 'agent:claude-code@alice@laptop', owner: 'person:alice' },
      supervised: true,
    });
    expect(who('mallory', 'h', { CLAUDECODE: '1' }).principal.owner).toBe('person:mallory@h');
  });

  test('an agent or pipeline that is named has that name and that owner', () => {
    const agent = who('shared', 'build-2', { CLAUDECODE: '1' });
    expect(agent.principal).toMatchObject({ kind: 'agent', id: 'agent:deploy-bot@alice', owner: 'person:alice' });
    expect(agent.why.at(-1)).toContain('is deploy-bot of alice in /etc/gate/config.yaml');
    const variables = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop' };
    expect(who('runner', 'ci', variables).principal).toMatchObject({ id: 'pipeline:release@bob', owner: 'person:bob' });
  });

  test('whoever comes from an account of an agent is that agent, whatever is set there', () => {
    const people = { ...PEOPLE, agents: [{ name: 'nightly', os: ['runner@ci'], match: 'agent:*', owner: 'alice' }] };
    for (const variables of [{}, { CLAUDECODE: '1' }, { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop' }]) {
      expect(who('runner', 'ci', variables, people)).toMatchObject({
        principal: { kind: 'agent', id: 'agent:nightly@alice', owner: 'person:alice', known: 'os' },
        supervised: true,
      });
    }
    expect(who('runner', 'laptop', {}, people).principal).toMatchObject({ kind: 'person', id: 'person:runner@laptop' });
  });

  test('patterns are of the whole name', () => {
    const people = { ...PEOPLE, agents: [{ name: 'x', match: 'agent:claude', owner: 'alice' }] };
    expect(who('bob', 'h', { CLAUDECODE: '1' }, people).principal.id).toBe('agent:claude-code@bob@h');
  });
});

describe('the directory', () => {
  const directory = directoryOf(PEOPLE, (person) => (person === 'person:bob' ? 'signed' : 'os'));
  const agent = { principal: 'agent:x@alice', owner: 'person:alice' };

  test('owners is the person behind an agent, if the directory knows them; for a person it is nobody', () => {
    expect(directory.members('owners', agent)).toEqual(['person:alice']);
    expect(directory.members('owners', { principal: 'agent:x', owner: 'person:mallory@h' })).toEqual([]);
    expect(directory.members('owners', { principal: 'person:alice' })).toEqual([]);
  });

  test('a group is its members without the requester; an unknown one is nobody', () => {
    expect(directory.members('sre', agent)).toEqual(['person:alice', 'person:bob']);
    expect(directory.members('sre', { principal: 'person:bob' })).toEqual(['person:alice']);
    for (const none of ['nope', 'constructor', '', 'target-owner', 'person:alice'])
      expect(directory.members(none, agent)).toEqual([]);
  });

  test('the name of a person is that person: owners of targets can be people', () => {
    expect(directory.members('carol', agent)).toEqual(['person:carol']);
  });

  test('says what somebody can prove, and nothing of strangers or those without an account', () => {
    expect(['alice', 'bob', 'dave', 'mallory@h'].map((name) => directory.strongest(`person:${name}`))).toEqual([
      'os',
      'signed',
      undefined,
      undefined,
    ]);
    const reached = directoryOf(
      PEOPLE,
      (person) => (person === 'person:bob' ? 'signed' : 'os'),
      ({ name }) => (name === 'carol' ? undefined : 'channel'),
    );
    expect(['alice', 'bob', 'carol', 'dave', 'mallory@h'].map((name) => reached.strongest(`person:${name}`))).toEqual([
      'channel',
      'signed',
      directory.strongest('person:carol'),
      'channel',
      undefined,
    ]);
    expect(directory.groupsOf('person:bob')).toEqual(['sre', 'dba']);
    expect(directory.groupsOf('person:mallory@h')).toEqual([]);
  });
});
