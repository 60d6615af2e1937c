import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ignoresUsersPeople, loadPeople } from '../../src/config/people.ts';

const directory = mkdtempSync(join(tmpdir(), 'gate-people-'));
const config = join(directory, 'config');
const cache = join(directory, 'cache');
const file = join(config, 'config.yaml');
mkdirSync(config, { mode: 0o755 });
afterAll(() => rmSync(directory, { recursive: true }));

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGQ+GJOdFvitVv5lkO6IKqgClosOhonXUW54/ZdHlfd2';

function read(text: string, mode = 0o644) {
  writeFileSync(file, text);
  chmodSync(file, mode);
  return loadPeople({}, { config, cache });
}

const TEAM = `version: 1
people:
  alice: { os: [alice], ssh_keys: ["${KEY} alice@laptop"], email: [alice@example.com] }
  bob: { os: [bob, bob@build-1] }
groups:
  sre: [alice, bob]
agents:
  deploy-bot: { match: "agent:claude-code@*", owner: alice }
`;

describe('people in config.yaml', () => {
  test('without the file nobody is configured, and nothing is written', async () => {
    expect(await loadPeople({}, { config: join(directory, 'absent'), cache })).toBeUndefined();
    expect(readdirSync(directory)).toEqual(['config']);
  });

  test('are read, and the next reading takes what was understood', async () => {
    const people = {
      source: file,
      people: [
        { name: 'alice', os: ['alice'], sshKeys: [KEY], email: ['alice@example.com'] },
        { name: 'bob', os: ['bob', 'bob@build-1'], sshKeys: [] },
      ],
      groups: [{ name: 'sre', members: ['alice', 'bob'] }],
      agents: [{ name: 'deploy-bot', match: 'agent:claude-code@*', owner: 'alice' }],
    };
    expect(await read(TEAM)).toEqual(people);
    const [entry = ''] = readdirSync(cache);
    const path = join(cache, entry);
    expect(await read(TEAM)).toEqual(people);
    // What the cache holds is what counts, as long as its checksum holds: damage is noticed, and mended.
    const sound = readFileSync(path, 'utf8');
    for (const damaged of [sound.replace('"alice"', '"mallory"'), sound.slice(0, -3), '', 'gate-config 2 0\n{}']) {
      writeFileSync(path, damaged);
      expect(await read(TEAM)).toEqual(people);
      expect(readFileSync(path, 'utf8')).toBe(sound);
    }
    chmodSync(path, 0o666);
    writeFileSync(path, damagedButSummed());
    expect(await read(TEAM)).toEqual(people);
  });

  test.each([
    ['no version', 'people: { a: { os: [a] } }\n', '1:1: `version` is missing'],
    ['a version of the future', 'version: 2\n', '1:10: unknown `version`'],
    ['an unknown field', 'version: 1\npeple: {}\n', 'unknown field `peple`'],
    ['an unknown kind of identity', 'version: 1\npeople:\n  a: { os: [a], irc: [a] }\n', '3:22: unknown field `irc`'],
    ['a field of the system’s', 'version: 1\ngate_home: allowed\n', 'only the system’s file may say it'],
    ['broken YAML', 'version: [1\n', 'config.yaml:'],
    ['nothing', '', '1:1: the file must hold one document'],
    ['a key given twice', 'version: 1\npeople: { a: { os: [a] } }\npeople: { b: { os: [b] } }\n', '3:1: '],
    ['an alias', 'version: 1\npeople: { a: { os: &x [a] }, b: { os: *x } }\n', 'aliases are not allowed'],
    ['nobody', 'version: 1\npeople: {}\n', '2:9: `people` names nobody'],
    ['groups without people', 'version: 1\ngroups: { sre: [] }\n', '2:9: `groups` needs `people`'],
    [
      'a stranger in a group',
      'version: 1\npeople: { a: { os: [a] } }\ngroups:\n  sre: [a, zoe]\n',
      '4:12: nobody is called `zoe`',
    ],
    [
      'a stranger as owner',
      'version: 1\npeople: { a: { os: [a] } }\nagents: { x: { match: "agent:*", owner: zoe } }\n',
      'nobody is called `zoe`',
    ],
    [
      'somebody twice in a group',
      'version: 1\npeople: { a: { os: [a] } }\ngroups: { sre: [a, a] }\n',
      '`a` is in it already',
    ],
    ['an account of two people', 'version: 1\npeople:\n  a: { os: [x] }\n  b: { os: [x] }\n', '4:13: `x` is a already'],
    [
      'a key of two people',
      `version: 1\npeople:\n  a: { ssh_keys: ["${KEY} one"] }\n  b: { ssh_keys: ["${KEY} two"] }\n`,
      'is a already',
    ],
    ['an account given twice', 'version: 1\npeople: { a: { os: [x, x] } }\n', '`x` is a already'],
    ['a name with capitals', 'version: 1\npeople: { Alice: { os: [a] } }\n', 'the name `Alice` must be small letters'],
    [
      'a group called owners',
      'version: 1\npeople: { a: { os: [a] } }\ngroups: { owners: [a] }\n',
      '`owners` is built in',
    ],
    [
      'a group called as a person',
      'version: 1\npeople: { a: { os: [a] } }\ngroups: { a: [a] }\n',
      '`a` is a person already',
    ],
    ['an account with a blank', 'version: 1\npeople: { a: { os: ["a b"] } }\n', 'without blanks'],
    [
      'an agent without pattern and account',
      'version: 1\npeople: { a: { os: [a] } }\nagents: { x: { owner: a } }\n',
      'is nobody: give `match`, or `os`',
    ],
    [
      'an agent in the account of a person',
      'version: 1\npeople: { a: { os: [a] } }\nagents: { x: { os: [a], owner: a } }\n',
      '`a` is a already',
    ],
    [
      'an account of two agents',
      'version: 1\npeople: { a: { os: [a] } }\nagents: { x: { os: [b], owner: a }, y: { os: [b], owner: a } }\n',
      '`b` is x already',
    ],
    [
      'root as an agent',
      'version: 1\npeople: { a: { os: [a] } }\nagents: { x: { os: [root@build-1], owner: a } }\n',
      'root is nobody’s agent',
    ],
    ['half a key', 'version: 1\npeople: { a: { ssh_keys: ["ssh-ed25519 AAAA"] } }\n', 'no public key'],
    [
      'a pattern for people',
      'version: 1\npeople: { a: { os: [a] } }\nagents: { x: { match: "*", owner: a } }\n',
      'must begin with `agent:`',
    ],
  ])('%s is refused, with the place', async (_, text, words) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(words),
    });
    await expect(read(text)).rejects.toThrow(/config\.yaml:\d+:\d+: /);
  });

  test('a file, or its directory, that others can write is refused', async () => {
    for (const mode of [0o666, 0o664]) {
      await expect(read(TEAM, mode)).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining('can be written by others than you'),
      });
    }
    chmodSync(file, 0o644);
    chmodSync(config, 0o777);
    await expect(read(TEAM)).rejects.toThrow('can be written by others than you');
    chmodSync(config, 0o755);
    expect(await read(TEAM)).toBeDefined();
  });

  test('come from the system’s file when it names any, and then the user’s do not count', async () => {
    const system = { people: { people: [{ name: 'root', os: ['root'], sshKeys: [] }], groups: [], agents: [] } };
    await read(TEAM);
    expect(await loadPeople(system, { config, cache })).toMatchObject({
      source: '/etc/gate/config.yaml',
      people: [{ name: 'root' }],
    });
    expect(await ignoresUsersPeople(system, { config, cache })).toBe(true);
    expect(await ignoresUsersPeople({}, { config, cache })).toBe(false);
    expect(await loadPeople({ mode: 'observe' }, { config, cache })).toMatchObject({ source: file });
  });
});

function damagedButSummed(): string {
  const body = '{"people":{"people":[],"groups":[],"agents":[]}}';
  const sum = process.getBuiltinModule('node:crypto').hash('sha256', body);
  return `gate-config 2 ${sum}\n${body}`;
}
