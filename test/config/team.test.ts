import { describe, expect, test } from 'vitest';
import { peopleOfCsv } from '../../src/config/team/csv.ts';
import { existingIn, withPeople } from '../../src/config/team/edit.ts';
import { peopleOfGithub } from '../../src/config/team/github.ts';
import { jsonTexts } from '../../src/config/team/json-texts.ts';
import { merge, type WantedGroup } from '../../src/config/team/merge.ts';
import type { Team } from '../../src/config/team/sighting.ts';
import { peopleOfSlack } from '../../src/config/team/slack.ts';
import {
  GITHUB_KEYS,
  GITHUB_MEMBERS,
  GITHUB_SAML,
  GITHUB_TEAM_PAGES,
  GITHUB_USER,
  githubMember,
  KEY,
  SLACK_USERGROUPS,
  SLACK_USERS,
  slackUser,
} from './team-exports.ts';

const csv = (text: string) => peopleOfCsv(text, 'team.csv');
const slack = (...values: unknown[]) => peopleOfSlack(values.map((value) => ({ file: 'slack.json', value })));
const github = (...values: unknown[]) => peopleOfGithub(values.map((value) => ({ file: 'github.json', value })));

/** What becomes of it: the new text, beside what was told. */
function brought(teams: readonly Team[], before?: string, wanted: readonly WantedGroup[] = []) {
  const merged = merge(teams, existingIn(before, 'config.yaml', 'self'), wanted);
  return { ...merged, text: withPeople(before, merged, 'config.yaml', 'self') };
}

const refusal = (message: string | RegExp) =>
  expect.objectContaining({
    code: 'CONFIG_INVALID',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });

describe('a CSV of people', () => {
  test('becomes people and groups, in the words of config.yaml', () => {
    const text = `id,Name,E-Mail,os_user,host,slack,teams,ssh_key,groups,department
alice,Alice,Alice@Example.com,alice,,U0ALICE01,,,sre; dba,Operations
,"Bob ""the builder""
Jones",bob.jones@example.com,bob,build-1,,8:orgid:1,${KEY} bob@laptop,sre,Buildings
`;
    const { text: made, notes } = brought([csv(text)]);
    expect(made).toBe(`version: 1
people:
  alice: { os: [alice], email: [alice@example.com], slack: [U0ALICE01] }
  bob.jones:
    os: [bob@build-1]
    email: [bob.jones@example.com]
    teams: ["8:orgid:1"]
    ssh_keys: ["${KEY}"]
groups:
  sre: [alice, bob.jones]
  dba: [alice]
`);
    expect(notes).toEqual(['team.csv: columns that gate does not use: `department`']);
  });

  test.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('may have %s between its cells', (_, mark) => {
    expect(
      csv(`id${mark}os${mark}groups\nann${mark}ann,ann2${mark}"a,b"\n`.replace('ann,ann2', 'ann')).sightings,
    ).toMatchObject([{ id: 'ann', identities: { os: ['ann'] }, groups: ['a', 'b'] }]);
  });

  test('may begin with a byte order mark, end its lines as Windows does, and have empty rows', () => {
    const { sightings } = csv('\ufeffid,os\r\n\r\nann,ann\r\n,\r\nben,ben\r\n');
    expect(sightings.map(({ id, at }) => [id, at])).toEqual([
      ['ann', 'team.csv:3'],
      ['ben', 'team.csv:5'],
    ]);
  });

  test.each<[string, string, string | RegExp]>([
    ['nothing in it', '', 'team.csv:1: the table is empty'],
    [
      'no column that tells people apart',
      'name,groups\nx,y\n',
      /^team.csv:1: the header names nothing that tells people apart; gate knows id, name/,
    ],
    ['the same column twice', 'id,email,E-mail\n', 'team.csv:1: the header names `email` twice'],
    ['a row with a cell too many', 'id,os\nann,ann\nben,ben,x\n', 'team.csv:3: the row has 3 cells, and the header 2'],
    [
      'a quote that is never closed',
      'id,os\nann,"ann\n',
      'team.csv:2: column 2: a quote is opened here and never closed',
    ],
    [
      'text behind a quote',
      'id,os\n"ann"x,ann\n',
      /^team.csv:2: column 1: something stands between a closing quote and the next cell$/,
    ],
    [
      'a formula',
      'id,email\nann,"=cmd|\'/c calc\'!A1"\n',
      /^team.csv:2: column email \(2\): `=cmd\|'\/c` looks like a formula of a spreadsheet/,
    ],
    ['a control character', 'id,os\nann,"a\x1b[2Jb"\n', /^team.csv:2: column os \(2\): `a\\u\{1b\}\[2Jb` must be /],
    ['an id that is none', 'id,os\nAnn,ann\n', /^team.csv:2: column id \(1\): `Ann` must be small letters/],
    [
      'a name in the place of a Slack id',
      'id,slack\nann,@ann\nben,ben\n',
      /^team.csv:2: column slack \(2\): `@ann` looks like a formula of a spreadsheet\nteam.csv:3: column slack \(2\): `ben` is no Slack id/,
    ],
    [
      'a Slack bot',
      'id,slack\nann,B0BOT0001\n',
      'team.csv:2: column slack (2): `B0BOT0001` is a Slack bot, and only people vote',
    ],
    [
      'a key that is none',
      'id,ssh_key\nann,ssh-rsa AAAA\n',
      /^team.csv:2: column ssh_keys \(2\): `ssh-rsa AAAA` is no public key/,
    ],
    ['a built-in group', 'id,os,group\nann,ann,owners\n', 'team.csv:2: column groups (3): `owners` is built in'],
    [
      'a host without an account',
      'id,email,host\nann,a@example.com,h\n',
      'team.csv:2: column host (3): needs one account in the column os',
    ],
  ])('with %s is refused, and says where', (_, text, message) => {
    expect(() => csv(text)).toThrow(refusal(message));
  });

  test('whoever has no identity in it is left out by name', () => {
    expect(csv('name,email\nAnn,\nBen,ben@example.com\n').leftOut).toEqual([
      { at: 'team.csv:2', who: 'Ann', why: 'the row has no identity' },
    ]);
  });
});

describe('names', () => {
  const names = (rows: string) => brought([csv(`name,email,os\n${rows}`)]).people.map(({ name }) => name);

  test('come from the e-mail address, then the account, then the display name, and are told apart by number', () => {
    expect(names('X,alice@a.example,\nX,alice+work@b.example,\nX,,bob\nX,,bob@h\n')).toEqual([
      'alice',
      'alice-2',
      'bob',
      'bob-2',
    ]);
  });

  test.each([
    ['Ångström.Ødegård@example.com', 'angstrom.odegard'],
    ['łukasz_ß@example.com', 'lukasz_ss'],
    ["o'neil--x@example.com", 'o-neil-x'],
    ['__proto__@example.com', 'proto'],
    ['null@example.com', 'null'],
    ['1e3@example.com', '1e3'],
  ])('%s is called %s', (email, name) => {
    // Addresses with letters of other alphabets stand in display names only.
    const plain = /^[!-~]+$/.test(email);
    expect(names(plain ? `,${email},\n` : `${email.replace(/@.*/, '')},,a\n`)).toEqual([plain ? name : 'a']);
    const { text = '' } = brought([slack([slackUser('U0XXXXXX1', email.replace(/@.*/, ''), undefined)])]);
    expect(Object.keys(existingIn(text, 'f', 'self').people)).toEqual([name]);
  });

  test('are never those of groups, agents or words of gate', () => {
    const before =
      'version: 1\npeople: { zed: { os: [zed] } }\ngroups: { ops: [zed] }\nagents: { bot: { match: "agent:*", owner: zed } }\n';
    const { people } = brought(
      [csv('email,groups\nops@a.example,sre\nsre@a.example,\nbot@a.example,\nowners@a.example,\n')],
      before,
    );
    expect(people.map(({ name }) => name)).toEqual(['ops-2', 'sre-2', 'bot-2', 'owners-2']);
  });
});

describe('Slack', () => {
  test('people of the workspace come; bots, guests, strangers and closed accounts are left out by name', () => {
    const { people, groups, leftOut, notes } = brought([slack(SLACK_USERS, SLACK_USERGROUPS)]);
    expect(people.map(({ name, identities: { email, slack: ids } }) => [name, email, ids])).toEqual([
      ['alice', ['alice@example.com'], ['U0ALICE01']],
      ['bob', ['bob@example.com'], ['U0BOB0001']],
      ['zoe', [], ['W0NOMAIL1']],
    ]);
    expect(groups).toEqual([{ name: 'sre', isNew: true, members: ['alice', 'bob'] }]);
    expect(leftOut.map(({ at, who, why }) => `${at}, ${who}: ${why}`)).toEqual([
      'slack.json: U0GONE001, carol Example: is deactivated in Slack',
      'slack.json: U0GUEST01, dora Example: is a guest',
      'slack.json: U0GUEST02, emil Example: is a guest of one channel',
      'slack.json: U0STRANGE, fay Example: belongs to another organisation',
      'slack.json: U0INVITED, gus Example: has not accepted the invitation',
      'slack.json: U0BOT0001, deploybot Example: is a bot',
      'slack.json: USLACKBOT, slackbot Example: is a bot',
    ]);
    expect(notes).toEqual(['U0NOBODY1 of the Slack user group @sre is in no users.json']);
  });

  test('an answer of users.list and one of an export are the same to it', () => {
    expect(
      slack({ ok: true, members: SLACK_USERS, cache_ts: 1498777272, response_metadata: { next_cursor: '' } }),
    ).toEqual(slack(SLACK_USERS));
  });

  test('whoever is there already and closed in Slack stays, and is named', () => {
    const before = 'version: 1\npeople: { carol: { os: [carol], slack: [U0GONE001] } }\ngroups: { sre: [carol] }\n';
    const { text, notes } = brought([slack(SLACK_USERS)], before);
    expect(text).toContain('carol: { os: [carol], slack: [U0GONE001] }');
    expect(notes).toContain(
      'carol is deactivated in Slack, and stays in config.yaml and in sre: take them out by hand if they left',
    );
  });

  test.each<[string, unknown, RegExp]>([
    [
      'an error of Slack',
      { ok: false, error: 'missing_scope' },
      /^slack.json:1: Slack did not give the list: `missing_scope`$/,
    ],
    ['a list of channels', { ok: true, channels: [] }, /^slack.json:1: this is neither the users.json/],
    ['a user without an id', [{ name: 'x' }], /^slack.json:\[0\]\.id: /],
    ['a user who is a number', [slackUser('U0ALICE01', 'a', undefined), 7], /^slack.json:\[1\]: /],
  ])('%s is refused, and says where', (_, value, message) => {
    expect(() => slack(value)).toThrow(refusal(message));
  });
});

describe('GitHub', () => {
  test('members, a team in pages, a user, keys and SAML identities make one person each', () => {
    const team = github(GITHUB_MEMBERS, ...jsonTexts(GITHUB_TEAM_PAGES, 'f'), GITHUB_USER, GITHUB_KEYS, GITHUB_SAML);
    const { people, groups, leftOut, notes } = brought([team]);
    expect(people.map(({ name, identities: { email, ssh_keys } }) => [name, email, ssh_keys])).toEqual([
      ['alice', ['alice@example.com'], []],
      ['bob', ['bob@example.com'], [KEY]],
    ]);
    expect(groups).toEqual([{ name: 'platform', isNew: true, members: ['alice', 'bob'] }]);
    expect(leftOut).toMatchObject([{ who: 'ci-bot[bot]', why: 'is no user, as GitHub says' }]);
    expect(notes).toEqual(['new@example.com has signed in to the organisation with no GitHub account yet']);
  });

  test('a login alone is nobody, and is said to be', () => {
    const { people, leftOut, text } = brought([github([githubMember('alice-gh', 1)])]);
    expect([people, text]).toEqual([[], undefined]);
    expect(leftOut).toMatchObject([{ who: 'alice-gh', why: expect.stringContaining('no place for a GitHub login') }]);
  });

  test('pages that are wrapped in a list, and members by GraphQL, are read as well', () => {
    const nodes = [{ login: 'ann', name: 'Ann', email: '', organizationVerifiedDomainEmails: ['ann@example.com'] }];
    const graph = { data: { organization: { membersWithRole: { nodes }, team: { slug: 'sre', members: { nodes } } } } };
    const { people, groups } = brought([github([GITHUB_MEMBERS], graph)]);
    expect(people.map(({ name }) => name)).toEqual(['ann']);
    expect(groups).toMatchObject([{ name: 'sre', members: ['ann'] }]);
  });

  test.each<[string, unknown, RegExp]>([
    [
      'an error of GitHub',
      { message: 'Not Found', documentation_url: 'https://docs.github.com' },
      /^github.json:1: GitHub did not give the list: `Not Found`$/,
    ],
    [
      'an error of GraphQL',
      { data: { organization: null }, errors: [{ message: 'must have read:org' }] },
      /did not give the list: `must have read:org`$/,
    ],
    ['repositories', [{ full_name: 'x/y' }], /^github.json:\[0\]: this is no list of members/],
    ['a login that is none', [{ login: '../x' }], /^github.json:\[0\]\.login: is no GitHub login$/],
  ])('%s is refused, and says where', (_, value, message) => {
    expect(() => github(value)).toThrow(refusal(message));
  });

  test('text after the last page is no JSON, and its line is named', () => {
    expect(() => jsonTexts('[]\n[]\ngh: Not Found (HTTP 404)\n', 'm.json')).toThrow(
      refusal('m.json:2: from here on it is no JSON'),
    );
  });
});

describe('who is who', () => {
  test('one e-mail address is one person, whatever else differs', () => {
    const { people } = brought([
      csv('id,email,os\nal,alice@example.com,al\n'),
      slack(SLACK_USERS.slice(0, 1)),
      github({ ...githubMember('alice-gh', 1), email: 'ALICE@example.com', ssh_keys: [KEY] }),
    ]);
    expect(people).toMatchObject([
      { name: 'al', identities: { os: ['al'], email: ['alice@example.com'], slack: ['U0ALICE01'], ssh_keys: [KEY] } },
    ]);
  });

  test('a column that names the account elsewhere is as good, with another address there', () => {
    const { people, groups } = brought([
      csv('id,email,github\nbob,robert@example.com,@Bobby\n'),
      github(GITHUB_KEYS, GITHUB_SAML, ...jsonTexts(GITHUB_TEAM_PAGES, 'f')),
    ]);
    expect(people.find(({ name }) => name === 'bob')?.identities).toMatchObject({
      email: ['robert@example.com', 'bob@example.com'],
      ssh_keys: [KEY],
    });
    expect(groups).toMatchObject([{ members: ['bob', 'alice'] }]);
  });

  test('a display name is never enough', () => {
    const { people } = brought([
      csv('name,email\nalice Example,a@one.example\n'),
      slack([slackUser('U0ALICE01', 'alice', 'a@two.example')]),
    ]);
    expect(people.map(({ name }) => name)).toEqual(['a', 'a-2']);
  });

  test.each<[string, string, RegExp]>([
    [
      'fit two people',
      'id,email,slack\nann,ann@example.com,U0ANN0001\nben,ben@example.com,U0BEN0001\n,ann@example.com,U0BEN0001\n',
      /^fits (ann and ben|ben and ann), by email ann@example.com, slack U0BEN0001$/,
    ],
    [
      'have two names',
      'id,email\nann,ann@example.com\nben,ann@example.com\n',
      /^fits (ann and ben|ben and ann), by email ann@example.com$/,
    ],
    [
      'share an account',
      'id,email,os\nann,ann@example.com,deploy\n,ben@example.com,deploy\n',
      /^shares os deploy with a different e-mail address: team.csv:2, team.csv:3$/,
    ],
    [
      'share a name',
      'id,email\nann,ann@example.com\nann,ann@other.example\n',
      /^shares the name ann with a different e-mail address/,
    ],
    [
      'share a key',
      `id,email,ssh_key\nann,ann@example.com,${KEY}\n,ben@example.com,${KEY} ben\n`,
      /^shares an SSH key with a different e-mail address/,
    ],
  ])('rows that %s are left apart, all of them, in whatever order', (_, text, why) => {
    const [header = '', ...rows] = text.trimEnd().split('\n');
    for (const each of [rows, rows.toReversed()]) {
      const { apart, people } = brought([csv(`${[header, ...each].join('\n')}\n`)]);
      expect(apart.map((one) => one.at)).toEqual(each.map((_row, index) => `team.csv:${index + 2}`));
      expect(apart[0]?.why).toMatch(why);
      expect(people).toEqual([]);
    }
  });

  test('rows that were left apart stay apart when the rest was written', () => {
    const table = 'id,email,slack\nann,ann@example.com,\nben,ben@example.com,U0BEN0001\n,cy@example.com,U0BEN0001\n';
    const once = brought([csv(table)]);
    expect(once.people.map(({ name }) => name)).toEqual(['ann']);
    const again = brought([csv(table)], once.text);
    expect([again.text, again.apart]).toEqual([once.text, once.apart]);
  });

  test('two rows of one person are one vote, and that is said', () => {
    const { people, notes } = brought([csv('email,os\nann@example.com,ann\nann@example.com,ann2\n')]);
    expect(people).toMatchObject([{ identities: { os: ['ann', 'ann2'] } }]);
    expect(notes).toEqual(['team.csv:2 and team.csv:3 are one person, with one vote']);
  });
});

describe('groups that are asked for', () => {
  const teams = [slack(SLACK_USERS, SLACK_USERGROUPS), csv('id,email,groups\nzed,zed@example.com,dba\n')];

  test('are made of groups of the files and of people, and only their people come', () => {
    const { people, groups } = brought(teams, undefined, [
      { name: 'oncall', who: ['@dba', 'alice@example.com', 'W0NOMAIL1'] },
    ]);
    expect(groups).toEqual([{ name: 'oncall', isNew: true, members: ['zed', 'alice', 'zoe'] }]);
    expect(people.map(({ name }) => name).toSorted()).toEqual(['alice', 'zed', 'zoe']);
  });

  test('nobody is guessed', () => {
    const { apart } = brought(teams, undefined, [{ name: 'oncall', who: ['@nope', 'alice Example'] }]);
    expect(apart).toEqual([
      { at: '--group oncall', who: '@nope', why: 'no file has such a group' },
      { at: '--group oncall', who: 'alice Example', why: 'nobody is called that' },
    ]);
  });
});

describe('a file that is there already', () => {
  const BEFORE = `# ours
version: 1
people: # who
  alice: { os: [alice], email: [Alice@Example.com] } # the boss
  bob:
    os: [bob]
    # his machines
    email:
      - bob@example.com  # one

  # new ones go here

groups:
  sre: [alice]
  dba:
    - bob
previews: {}
# end
`.replace('previews: {}\n', '');

  test('keeps every line that nothing is added to', () => {
    const table = `id,email,os,slack,groups
,alice@example.com,,U0ALICE01,sre
,bob@example.com,bob@build-1,U0BOB0001,sre;dba
cy,cy@example.com,,,sre;ops
`;
    expect(brought([csv(table)], BEFORE).text).toBe(`# ours
version: 1
people: # who
  alice: { os: [alice], email: [Alice@Example.com], slack: [U0ALICE01] } # the boss
  bob:
    os: [bob, bob@build-1]
    # his machines
    email:
      - bob@example.com  # one
    slack: [U0BOB0001]
  cy: { email: [cy@example.com] }

  # new ones go here

groups:
  sre: [alice, bob, cy]
  dba:
    - bob
  ops: [cy]
# end
`);
  });

  test('with Windows’ line ends keeps them', () => {
    const { text = '' } = brought([csv('id,os,groups\ncy,cy,sre\n')], BEFORE.replaceAll('\n', '\r\n'));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('  cy: { os: [cy] }\r\n');
  });

  test('in braces, as a program writes it, stays so', () => {
    const before = JSON.stringify({ version: 1, people: { ann: { os: ['ann'] } }, groups: { sre: ['ann'] } });
    const { text = '' } = brought([csv('id,os,slack,groups\nann,ann,U0ANN0001,\ncy,cy,,sre\n')], before);
    expect(existingIn(text, 'f', 'self')).toEqual({
      people: { ann: { os: ['ann'], slack: ['U0ANN0001'] }, cy: { os: ['cy'] } },
      groups: { sre: ['ann', 'cy'] },
      agents: [],
    });
  });

  test('nobody is dropped, and whoever is not in the files is named', () => {
    const { text, notes } = brought([csv('id,os,groups\ncy,cy,sre\n')], BEFORE);
    expect(text).toContain('sre: [alice, cy]');
    expect(notes).toEqual(['in sre and not in the files: alice; they stay, take them out by hand']);
  });

  test('that says all of it already stays as it is, to the byte', () => {
    const strange = BEFORE.replace('[alice]', '[ alice  ]');
    expect(brought([csv('id,email,os,groups\nalice,alice@example.com,alice,sre\n')], strange).text).toBe(strange);
  });

  test('that does not hold is refused as the loader refuses it', () => {
    expect(() => brought([csv('id,os\ncy,cy\n')], 'version: 1\npeple: {}\n')).toThrow(
      refusal(/config.yaml:2:8: unknown field `peple`/),
    );
  });
});
