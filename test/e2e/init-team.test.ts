import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { KEY, SLACK_USERGROUPS, SLACK_USERS, slackUser } from '../config/team-exports.ts';
import { Gate } from '../kit/gate.ts';
import { typeAt } from '../kit/person.ts';

const me = userInfo().username;
const CSV = `id,name,email,os_user,slack,ssh_key,groups
me,The one who tests,me@example.com,${me},,,sre
bob,Bob,bob@example.com,bob-of-tests,U0BOB0001,${KEY},sre;dba
`;

/** A gate with files in its home. */
function gateWith(files: Readonly<Record<string, string>>, policy?: string): Gate {
  const gate = new Gate(policy);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(gate.home, name), text, { mode: 0o600 });
  return gate;
}
/** At a terminal that breaks no line. */
const wide = (gate: Gate, args: readonly string[]) => gate.session(args, { cols: 400 }).ended;
const config = (gate: Gate) => join(gate.home, 'config.yaml');
const read = (gate: Gate) => readFileSync(config(gate), 'utf8');
const backups = (gate: Gate) => readdirSync(gate.home).filter((name) => name.startsWith('config.yaml.before-'));
const TEAM = ['init', 'team', '--csv', 'team.csv'];
const ASKS = 'write it? type yes and Enter; anything else is no: ';

describe('gate init team shows', () => {
  test('an agent what would change, and writes nothing: 0', async () => {
    using gate = gateWith({ 'team.csv': CSV });
    const ran = await gate.agent(TEAM);
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stdout).toContain(`+  me: { os: [${me}], email: [me@example.com] }\n`);
    expect(ran.stdout).toMatch(/^\+ {2}sre: \[me, bob\]$/m);
    expect(ran.stdout).toContain('bob can prove votes with a key of the files, without enrolling it');
    expect(ran.stderr).toContain('nothing was written; a person at a terminal writes it, with --write');
    expect(existsSync(config(gate))).toBe(false);
  });

  test('an agent that wants to write is refused: 77, and says who it is', async () => {
    using gate = gateWith({ 'team.csv': CSV });
    for (const args of [
      [...TEAM, '--write'],
      ['init', 'team', '--undo'],
    ]) {
      const ran = await gate.agent(args);
      expect(ran.status).toBe(77);
      expect(ran.stderr).toMatch(
        /nothing was written: agent:claude-code@\S+ is not a person, and only a person at a terminal says who/,
      );
    }
    expect(readdirSync(gate.home).filter((name) => name.startsWith('config'))).toEqual([]);
  });

  test('nor does a script without a terminal: 77', async () => {
    using gate = gateWith({ 'team.csv': CSV });
    const ran = await gate.agent([...TEAM, '--write'], { env: { CLAUDECODE: '' } });
    expect(ran.status).toBe(77);
    expect(existsSync(config(gate))).toBe(false);
  });

  test('the same as data', async () => {
    using gate = gateWith({ 'team.csv': CSV, 'users.json': JSON.stringify(SLACK_USERS) });
    const ran = await gate.agent([...TEAM, '--slack', 'users.json', '--json']);
    const told = SCHEMAS['init-team'].parse(JSON.parse(ran.stdout));
    expect(told).toMatchObject({ state: 'shown', backup: null, file: config(gate) });
    expect(told.people.map(({ id, new: isNew }) => [id, isNew])).toEqual([
      ['person:me', true],
      ['person:bob', true],
      ['person:alice', true],
      ['person:zoe', true],
    ]);
    expect(told.people[1]).toMatchObject({ from: ['team.csv:3', 'users.json: U0BOB0001'], slack: ['U0BOB0001'] });
    expect(told.left_out.map(({ who }) => who)).toContain('carol Example');
    expect(told.diff).toContain('+  bob:');
  });

  test('nothing of a file can move a terminal', async () => {
    const users = [
      slackUser('U0EVIL001', 'evil\u001b[2J', 'e@example.com', { is_bot: true, real_name: 'a\u202eb\u001b]0;x\u0007' }),
    ];
    using gate = gateWith({ 'users.json': JSON.stringify(users) });
    for (const more of [[], ['--json']]) {
      const ran = await gate.agent(['init', 'team', '--slack', 'users.json', ...more]);
      expect(ran.status).toBe(0);
      expect(ran.stdout + ran.stderr).toMatch(/^[\x20-\x7e\n]*$/);
    }
  });

  test('what is wrong with a file, by line and column: 78', async () => {
    using gate = gateWith({ 'team.csv': 'id,email\nann,=1+1\n' });
    const ran = await gate.agent(TEAM);
    expect(ran).toMatchObject({ status: 78, stdout: '' });
    expect(ran.stderr).toContain('team.csv:2: column email (2): `=1+1` looks like a formula of a spreadsheet');
  });

  test.each<[string, string[], string]>([
    ['nothing to do', [], 'whose team?'],
    ['two things to do', ['--check', '--undo'], '--undo and --check stand alone'],
    ['a file that is not there', ['--csv', 'nope.csv'], 'there is no file `nope.csv`'],
    ['a directory that is no export', ['--slack', '.'], 'holds no users.json'],
    ['a group without people', ['--csv', 'team.csv', '--group', 'sre'], '`--group sre` is not NAME=WHO'],
  ])('with %s it is 64', async (_, args, message) => {
    using gate = gateWith({ 'team.csv': CSV });
    const ran = await gate.agent(['init', 'team', ...args]);
    expect(ran.status).toBe(64);
    expect(ran.stderr).toContain(message);
  });

  test('ten thousand people', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `p${n},p${n}@example.com,p${n},sre\n`);
    using gate = gateWith({ 'team.csv': `id,email,os,groups\n${rows.join('')}` });
    const ran = await gate.agent([...TEAM, '--json']);
    const told = JSON.parse(ran.stdout);
    expect([ran.status, told.people.length, told.groups[0].members.length]).toEqual([0, 10_000, 10_000]);
  }, 300_000);
});

describe('gate init team writes', () => {
  test('when a person at a terminal says yes; then they are who they are there, and again there is nothing to do', async () => {
    using gate = gateWith({ 'team.csv': CSV });
    const session = gate.session(TEAM);
    await typeAt(session, ASKS, 'yes');
    const seen = await session.ended;
    expect(seen.status).toBe(0);
    expect(seen.screen).toMatch(/gate: written: \S+config\.yaml; before: \S+config\.yaml\.before-/);
    expect(seen.screen).toMatch(/take it back with: gate init team --undo\r?\n/);
    expect(statSync(config(gate)).mode & 0o777).toBe(0o600);
    const whoami = JSON.parse((await gate.agent(['whoami', '--json'])).stdout);
    expect(whoami.owner).toBe('person:me');
    const again = await gate.person(TEAM);
    expect(again.screen).toContain('nothing to change');
    expect([again.status, backups(gate).length]).toEqual([0, 1]);
  });

  test('nothing when they say no: 76', async () => {
    using gate = gateWith({ 'team.csv': CSV });
    const session = gate.session(TEAM);
    await typeAt(session, ASKS, 'y');
    expect(await session.ended).toMatchObject({ status: 76 });
    expect(existsSync(config(gate))).toBe(false);
  });

  test('with --write without asking; and --undo puts back what was there, step by step', async () => {
    using gate = gateWith({ 'team.csv': CSV });
    expect(await gate.person([...TEAM, '--write'])).toMatchObject({ status: 0 });
    const first = read(gate);
    writeFileSync(join(gate.home, 'team.csv'), `${CSV}cy,,cy@example.com,cy,,,dba\n`);
    expect(await gate.person([...TEAM, '--write'])).toMatchObject({ status: 0 });
    expect(read(gate)).toContain('cy: ');
    for (const left of [first, undefined]) {
      expect(await gate.person(['init', 'team', '--undo'])).toMatchObject({ status: 0 });
      expect(existsSync(config(gate)) ? read(gate) : undefined).toBe(left);
    }
    expect(await gate.person(['init', 'team', '--undo'])).toMatchObject({
      status: 76,
      screen: expect.stringContaining('nothing to take back'),
    });
  });

  test('--undo leaves a file alone that somebody edited, and names the backup: 76', async () => {
    using gate = gateWith({ 'team.csv': CSV });
    await gate.person([...TEAM, '--write']);
    writeFileSync(config(gate), `${read(gate)}# mine\n`);
    const seen = await wide(gate, ['init', 'team', '--undo']);
    expect(seen.status).toBe(76);
    expect(seen.screen).toContain('was edited since gate wrote it');
    expect(seen.screen).toContain(backups(gate)[0]);
    expect(read(gate)).toContain('# mine');
  });

  test('--undo also where the file does not hold any more', async () => {
    using gate = gateWith({ 'team.csv': CSV, 'config.yaml': 'version: 1\npeople: { zed: { os: [zed] } } # ours\n' });
    const before = read(gate);
    await gate.person([...TEAM, '--write']);
    chmodSync(config(gate), 0o666);
    expect((await gate.person(['whoami'])).status).toBe(78);
    expect(await gate.person(['init', 'team', '--undo'])).toMatchObject({ status: 0 });
    expect(read(gate)).toBe(before);
  });

  test('into a file that is a link to the real one, which it names', async () => {
    using gate = gateWith({ 'team.csv': CSV, 'config.yaml': '# dotfiles\nversion: 1\n' });
    const real = join(gate.home, 'dotfiles', 'gate.yaml');
    mkdirSync(join(gate.home, 'dotfiles'), { mode: 0o700 });
    renameSync(config(gate), real);
    symlinkSync(real, config(gate));
    const seen = await wide(gate, [...TEAM, '--write']);
    expect(seen.screen).toContain('is a link, and what it leads to is written');
    expect(lstatSync(config(gate)).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toMatch(/^# dotfiles\nversion: 1\npeople:\n/);
  });

  test('never into a file that does not hold, and says what the loader says: 78', async () => {
    using gate = gateWith({ 'team.csv': CSV, 'config.yaml': 'version: 1\npeple: {}\n' });
    const seen = await wide(gate, [...TEAM, '--write']);
    expect(seen.status).toBe(78);
    expect(seen.screen).toContain('unknown field `peple`');
    expect(read(gate)).toBe('version: 1\npeple: {}\n');
  });

  test('an export of Slack by its directory, and only the groups that are asked for', async () => {
    using gate = gateWith({});
    mkdirSync(join(gate.home, 'export'));
    writeFileSync(join(gate.home, 'export', 'users.json'), JSON.stringify(SLACK_USERS));
    writeFileSync(join(gate.home, 'export', 'usergroups.json'), JSON.stringify(SLACK_USERGROUPS));
    const args = ['init', 'team', '--slack', 'export', '--group', 'oncall=@sre,W0NOMAIL1', '--write'];
    const seen = await wide(gate, args);
    expect(seen.status).toBe(0);
    expect(seen.screen).toMatch(/you are person:\S+, and nobody has that account there: you could approve nothing/);
    expect(read(gate)).toBe(`version: 1
people:
  alice: { email: [alice@example.com], slack: [U0ALICE01] }
  bob: { email: [bob@example.com], slack: [U0BOB0001] }
  zoe: { slack: [W0NOMAIL1] }
groups:
  oncall: [alice, bob, zoe]
`);
  });
});

const POLICY = `version: 1
packs: []
rules:
  - id: prod-destroy
    match: { tool: kubectl }
    decision: hold
    approvers: { from: [sre], count: 2, evidence: signed }
  - id: anything
    match: { tool: touch }
    decision: hold
    approvers: { from: [sre], evidence: os }
`;

describe('gate init team --check', () => {
  test('names a rule that nobody can satisfy, who could with what, and who is not reached: 78', async () => {
    using gate = gateWith({ 'team.csv': CSV }, POLICY);
    await gate.person([...TEAM, '--write']);
    const ran = await gate.agent(['init', 'team', '--check']);
    expect(ran.status).toBe(78);
    expect(ran.stdout).toContain('rules      2 ask people: 0 find them, 1 not for everybody, 1 never\n');
    expect(ran.stdout).toMatch(/^CANNOT {5}prod-destroy {2}\S+test\.yaml:4$/m);
    expect(ran.stdout).toContain('rule prod-destroy needs 2 of sre with evidence signed or stronger, and there are 0');
    expect(ran.stdout).toContain('person:bob not reached');
    expect(ran.stdout).toContain(
      `unreached  person:bob (sre, dba): there is no account bob-of-tests on this machine (${hostname()})\n`,
    );
    expect(ran.stdout).toContain('Slack, Teams and e-mail names are written down, and not used yet');
  });

  test('agrees with what a request is told', async () => {
    using gate = gateWith(
      { 'config.yaml': `version: 1\npeople: { me: { os: ["${me}"] } }\ngroups: { sre: [me] }\n` },
      POLICY,
    );
    const told = JSON.parse((await gate.agent(['init', 'team', '--check', '--json'])).stdout);
    SCHEMAS['init-team-check'].parse(told);
    expect(told.rules.map(({ rule, state }: { rule: string; state: string }) => [rule, state])).toEqual([
      ['prod-destroy', 'never'],
      // For me alone there is nobody else.
      ['anything', 'partly'],
    ]);
    const ran = await gate.agent(['--no-wait', '--', 'kubectl', 'get', 'pods']);
    expect(ran.status).toBe(77);
    const [{ text }] = told.rules[0].reasons;
    expect(ran.stderr).toContain(text.replace(/(;| \().*$/, ''));
    expect((await gate.agent(['--no-wait', '--', 'touch', 'x'])).status).toBe(75);
  });

  test('is content when an enrolled factor is what was lacking: 0', async () => {
    const policy = POLICY.replace('count: 2, evidence: signed', 'evidence: signed').replace(
      'from: [sre], evidence: os',
      'from: [sre]',
    );
    const keyed = `version: 1\npeople: { me: { os: ["${me}"], ssh_keys: ["${KEY}"] } }\ngroups: { sre: [me] }\n`;
    using gate = gateWith({ 'config.yaml': keyed }, policy);
    const ran = await gate.agent(['init', 'team', '--check']);
    expect(ran.stdout).toContain('0 never');
    expect(ran.status).toBe(0);
  });

  test('of what is only observed is no refusal: 0', async () => {
    using gate = gateWith({}, POLICY.replaceAll('decision: hold', 'mode: observe\n    decision: hold'));
    const ran = await gate.agent(['init', 'team', '--check']);
    expect(ran.stdout).toMatch(/^observed +prod-destroy/m);
    expect(ran.status).toBe(0);
  });

  test('with nothing configured, the default packs find their person: 0', async () => {
    using gate = gateWith({});
    const ran = await gate.agent(['init', 'team', '--check', '--json']);
    const told = JSON.parse(ran.stdout);
    expect(ran.status).toBe(0);
    expect(told.rules.every(({ state }: { state: string }) => state === 'met')).toBe(true);
    expect(told.rules.length).toBeGreaterThan(10);
  });
});
