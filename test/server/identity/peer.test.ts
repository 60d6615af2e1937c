import { describe, expect, test } from 'vitest';
import type { People } from '../../../src/approval/people.ts';
import { callerAt, isBarred } from '../../../src/server/identity/peer.ts';

const PEOPLE: People = {
  source: '/etc/gate/config.yaml',
  people: [
    { name: 'alice', os: ['alice'], sshKeys: [] },
    { name: 'bob', os: ['bob@build-1'], sshKeys: [] },
    { name: 'carol', os: ['root'], sshKeys: [] },
  ],
  groups: [{ name: 'operators', members: ['bob'] }],
  agents: [
    { name: 'deploy-bot', os: ['bot', 'ci@build-1'], owner: 'alice' },
    { name: 'helper', match: 'agent:claude-code@*', owner: 'bob' },
  ],
};

const at = (uid: number, name: string, people: People | undefined = PEOPLE, host = 'build-1') => {
  const caller = callerAt({ uid, name }, host, people);
  return isBarred(caller) ? caller : { ...caller, scopes: [...caller.scopes].sort() };
};

describe('an account of this machine', () => {
  test('of a person is that person', () => {
    expect(at(1000, 'alice')).toEqual({
      principal: { kind: 'person', id: 'person:alice', known: 'os' },
      by: 'peer',
      uid: 1000,
      account: 'alice@build-1',
      scopes: ['read', 'run', 'vote'],
    });
  });

  test('of a member of `operators` operates too', () => {
    expect(at(1001, 'bob')).toMatchObject({ scopes: ['operate', 'read', 'run', 'vote'] });
  });

  test('on another machine than the directory says is a stranger, who may ask and nothing else', () => {
    expect(at(1001, 'bob', PEOPLE, 'build-2')).toMatchObject({
      principal: { kind: 'person', id: 'person:bob@build-2' },
      scopes: ['run'],
    });
  });

  test('of an agent is that agent, with its owner', () => {
    const principal = { kind: 'agent', id: 'agent:deploy-bot@alice', owner: 'person:alice', known: 'os' };
    expect(at(1002, 'bot')).toMatchObject({ principal, scopes: ['run'] });
    expect(at(1003, 'ci')).toMatchObject({ principal, scopes: ['run'] });
    expect(at(1003, 'ci', PEOPLE, 'build-2')).toMatchObject({ principal: { id: 'person:ci@build-2' } });
  });

  test('without a directory is a person of its own, who may answer for their own agents', () => {
    expect(callerAt({ uid: 1000, name: 'alice' }, 'build-1', undefined)).toMatchObject({
      principal: { id: 'person:alice@build-1' },
      scopes: new Set(['run', 'vote']),
    });
  });

  test('root is a person, reads and operates, and is refused as an agent', () => {
    expect(at(0, 'root')).toMatchObject({
      principal: { id: 'person:carol' },
      scopes: ['operate', 'read', 'run', 'vote'],
    });
    const agents = [{ name: 'bad', os: ['root'], owner: 'alice' }];
    expect(at(0, 'root', { ...PEOPLE, agents })).toEqual({ barred: 'root is nobody’s agent' });
    // By whatever name: uid 0 is what counts.
    expect(at(0, 'bot')).toEqual({ barred: 'root is nobody’s agent' });
  });

  test.each(['alice@build-1', 'al ice', 'alice\n', '', 'DOM\\alice', 'älice', 'x'.repeat(129)])(
    'called %j goes by its number: nobody is written like somebody else',
    (name) => {
      expect(at(4711, name)).toMatchObject({ principal: { id: 'person:uid-4711@build-1' }, scopes: ['run'] });
    },
  );
});
