import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HARNESS_SETTINGS, settingsOf } from '../../src/agents/settings/all.ts';
import type { HarnessName } from '../../src/agents/settings/harness-settings.ts';
import { SCHEMAS } from '../../src/cli/schemas.ts';
import { GATE, Gate, type Options } from '../kit/gate.ts';
import { atTerminal, cleanEnvironment, type Seen, typeAt } from '../kit/person.ts';

/** An installed gate, outside of any clone; its path needs quotes. */
const place = mkdtempSync(join(tmpdir(), "gate's place "));
const INSTALLED = join(place, 'bin', 'gate');

beforeAll(() => {
  chmodSync(place, 0o700);
  mkdirSync(dirname(INSTALLED), { mode: 0o700 });
  copyFileSync(GATE, INSTALLED);
  chmodSync(INSTALLED, 0o755);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Somebody's machine: a home of its own, and the installed gate. */
class Machine extends Gate {
  constructor(command: string = INSTALLED) {
    super(undefined, [command]);
  }

  path(name: string): string {
    return join(this.home, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true, mode: 0o700 });
    writeFileSync(this.path(name), text);
  }

  init(args: readonly string[], options: Omit<Options, 'stdin'> = {}): Promise<Seen> {
    return this.at(args, options).ended;
  }

  at(args: readonly string[], { env, ...options }: Omit<Options, 'stdin'> = {}) {
    return this.session(['init', ...args], { rows: 100, cols: 200, ...options, env: { HOME: this.home, ...env } });
  }

  /** As a script of the person runs it: without a terminal, and without an agent above it. */
  script(args: readonly string[]): Promise<Seen> {
    const env = { HOME: this.home, GATE_HOME: this.home, NO_COLOR: '1' };
    return atTerminal(['setsid', '-w', INSTALLED, 'init', ...args], { cwd: this.home, env }).ended;
  }

  byAgent(args: readonly string[]) {
    return this.agent(['init', ...args], { env: { HOME: this.home } });
  }
}

function commandsIn(name: HarnessName, gate: string): readonly string[] {
  const commands: string[] = [];
  JSON.parse(settingsOf(name).wire(undefined, gate), (key, value) => {
    if (key === 'command') commands.push(value);
    return value;
  });
  return commands;
}

describe('the line in the settings, run as harnesses run it', () => {
  const stand = mkdtempSync(join(tmpdir(), "gate's line "));
  afterAll(() => rmSync(stand, { recursive: true, force: true }));
  const program = join(stand, 'gate');
  const shells = ['sh', 'bash', 'dash', 'zsh', 'fish', 'ksh'].filter(
    (shell) => spawnSync(shell, ['-c', 'exit 0']).status === 0,
  );

  function run(shell: string, line: string, body: string | undefined, stdin: string) {
    rmSync(program, { force: true });
    if (body !== undefined) writeFileSync(program, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    const { status, stdout, stderr } = spawnSync(shell, ['-c', line], {
      input: stdin,
      encoding: 'utf8',
      env: cleanEnvironment(),
    });
    return { status, stdout, stderr };
  }

  // Others than sh and bash only where the harness asks the shell of the person.
  const pairs = HARNESS_SETTINGS.flatMap(({ name }) =>
    shells
      .filter((shell) => ['codex', 'cursor'].includes(name) || ['sh', 'bash', 'dash'].includes(shell))
      .map((shell) => [name, shell] as const),
  );

  test('sh, bash and dash are here', () => expect(shells).toEqual(expect.arrayContaining(['sh', 'bash', 'dash'])));

  test.each(pairs)('%s, by %s: 0 and 2 pass through; everything else is 2 with a text', (name, shell) => {
    for (const line of commandsIn(name, program)) {
      expect(run(shell, line, 'echo "$1 $2:"; cat', 'payload\n')).toEqual({
        status: 0,
        stdout: `hook ${name}:\npayload\n`,
        stderr: '',
      });
      expect(run(shell, line, 'cat > /dev/null; echo no >&2; exit 2', 'x')).toEqual({
        status: 2,
        stdout: '',
        stderr: 'no\n',
      });
      const bug = run(shell, line, 'echo broken >&2; exit 70', 'x');
      expect(bug).toEqual({ status: 2, stdout: '', stderr: 'broken\ngate hook ended with status 70\n' });
      const one = run(shell, line, 'exit 1', 'x');
      expect(one).toEqual({ status: 2, stdout: '', stderr: 'gate hook ended with status 1\n' });
      const killed = run(shell, line, 'kill -KILL $$', 'x');
      expect(killed).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/gate hook ended with status (?:137|265)\n$/),
      });
      const missing = run(shell, line, undefined, 'x');
      expect(missing).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('gate hook ended with status 127\n'),
      });
      writeFileSync(program, 'no program', { mode: 0o600 });
      const denied = spawnSync(shell, ['-c', line], { input: 'x', encoding: 'utf8', env: cleanEnvironment() });
      expect(denied).toMatchObject({ status: 2, stderr: expect.stringContaining('gate hook ended with status 126\n') });
    }
  });

  test.each(shells.filter((shell) => shell !== 'fish'))(
    'cursor appends its payload as a here-document (%s)',
    (shell) => {
      for (const line of commandsIn('cursor', program)) {
        expect(line).not.toContain('//');
        const whole = `${line} <<'CURSOR_HOOK_EOF'\n{"a":"$HOME"}\nCURSOR_HOOK_EOF`;
        expect(run(shell, whole, 'cat', '')).toEqual({ status: 0, stdout: '{"a":"$HOME"}\n', stderr: '' });
        expect(run(shell, whole, 'exit 3', '')).toMatchObject({ status: 2 });
      }
    },
  );

  test('the real gate answers through it: what reads passes, what destroys is handed to that gate, nonsense is blocked', () => {
    using machine = new Machine();
    const [line = ''] = commandsIn('claude', INSTALLED);
    const env = cleanEnvironment({ HOME: machine.home, GATE_HOME: machine.home });
    const hook = (payload: object | string) => {
      const input = typeof payload === 'string' ? payload : JSON.stringify(payload);
      return spawnSync('sh', ['-c', line], { input, encoding: 'utf8', env, cwd: machine.home });
    };
    const call = (command: string) =>
      hook({
        hook_event_name: 'PreToolUse',
        session_id: 's',
        cwd: machine.home,
        tool_name: 'Bash',
        tool_use_id: 't',
        permission_mode: 'default',
        tool_input: { command },
      });
    expect(call('ls')).toMatchObject({ status: 0, stdout: '' });
    const rewritten = JSON.parse(call('kubectl delete ns payments').stdout).hookSpecificOutput.updatedInput
      .command as string;
    expect(rewritten.startsWith(`'${INSTALLED.replaceAll("'", `'\\''`)}' --call `)).toBe(true);
    expect(hook('nonsense')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('blocked') });
  });
});

describe('gate init claude, by a person at a terminal', () => {
  const BEFORE = '{\n    "model": "large",\n    "permissions": { "allow": ["Bash(npm test:*)"] }\n}';

  test('shows the change, asks, writes it and keeps what was there; a second time it is already so', async () => {
    using machine = new Machine();
    machine.write('.claude/settings.json', BEFORE);
    chmodSync(machine.path('.claude/settings.json'), 0o640);
    const session = machine.at(['claude']);
    await typeAt(session, 'write it? [y/N] ', 'y');
    const seen = await session.ended;
    expect(seen.screen).toContain('+++ ');
    expect(seen.screen).toContain('+                        "onFailure": "block"');
    expect(seen.screen).toContain('gate: written: ');
    expect(seen.screen).toContain('permission rules of Claude Code are matched against that line');
    expect(seen.status).toBe(0);
    const after = machine.read('.claude/settings.json');
    expect(settingsOf('claude').wired(after)).toMatchObject([
      { event: 'PreToolUse', matcher: 'Bash|Monitor|PowerShell', gate: INSTALLED, whole: true },
    ]);
    expect(after).toContain('    "permissions": { "allow": ["Bash(npm test:*)"] },\n');
    expect(statSync(machine.path('.claude/settings.json')).mode & 0o777).toBe(0o640);
    const [backup = '', ...more] = readdirSync(machine.path('.claude')).filter((name) => name.includes('.before-'));
    expect(more).toEqual([]);
    expect(machine.read(join('.claude', backup))).toBe(BEFORE);

    const again = await machine.init(['claude']);
    expect(again).toMatchObject({ status: 0, screen: expect.stringContaining('already so') });
    expect(readdirSync(machine.path('.claude'))).toHaveLength(2);

    const undone = await machine.init(['claude', '--undo', '--yes']);
    expect(undone.status).toBe(0);
    expect(machine.read('.claude/settings.json')).toBe(BEFORE);
    expect(await machine.init(['claude', '--undo', '--yes'])).toMatchObject({
      status: 0,
      screen: expect.stringContaining('nothing of gate is in'),
    });
  });

  test.each(['n', '', 'yy'])('an answer of "%s" writes nothing: 76', async (answer) => {
    using machine = new Machine();
    machine.write('.claude/settings.json', BEFORE);
    const session = machine.at(['claude']);
    await typeAt(session, 'write it? [y/N] ', answer);
    expect(await session.ended).toMatchObject({ status: 76, screen: expect.stringContaining('nothing was written') });
    expect(machine.read('.claude/settings.json')).toBe(BEFORE);
    expect(readdirSync(machine.path('.claude'))).toEqual(['settings.json']);
  });

  test('what was written since stays when it is undone', async () => {
    using machine = new Machine();
    await machine.init(['claude', '--yes']);
    machine.write(
      '.claude/settings.json',
      machine.read('.claude/settings.json').replace('{', '{\n  "model": "large",'),
    );
    await machine.init(['claude', '--undo', '--yes']);
    expect(JSON.parse(machine.read('.claude/settings.json'))).toEqual({ model: 'large' });
  });

  test('a file that gate made goes when it is undone', async () => {
    using machine = new Machine();
    expect((await machine.init(['claude', '--yes'])).status).toBe(0);
    expect(statSync(machine.path('.claude/settings.json')).mode & 0o777).toBe(0o600);
    expect(await machine.init(['claude', '--undo', '--yes'])).toMatchObject({
      status: 0,
      screen: expect.stringContaining('removed: '),
    });
    expect(existsSync(machine.path('.claude/settings.json'))).toBe(false);
  });

  test('a link to the settings stays a link; settings that are no JSON stay as they are: 78 with the place', async () => {
    using machine = new Machine();
    machine.write('dotfiles/claude.json', '{}\n');
    mkdirSync(machine.path('.claude'));
    symlinkSync('../dotfiles/claude.json', machine.path('.claude/settings.json'));
    expect((await machine.init(['claude', '--yes'])).status).toBe(0);
    expect(machine.read('dotfiles/claude.json')).toContain('PreToolUse');
    machine.write('dotfiles/claude.json', '{\n  "model": "large",\n}\n');
    const refused = await machine.init(['claude', '--yes']);
    expect(refused.screen.replaceAll(/\s+/g, ' ')).toContain('/.claude/settings.json:3:1: is not valid JSON');
    expect(refused.status).toBe(78);
    expect(machine.read('dotfiles/claude.json')).toBe('{\n  "model": "large",\n}\n');
  });

  test('--no-second-prompt adds a rule for the lines of this gate, where a rule can hold its path', async () => {
    using machine = new Machine();
    expect(await machine.init(['claude', '--yes', '--no-second-prompt'])).toMatchObject({
      status: 64,
      screen: expect.stringContaining('no permission rule can hold'),
    });
    mkdirSync(machine.path('bin'), { mode: 0o700 });
    copyFileSync(GATE, machine.path('bin/gate'));
    const plain = machine.path('bin/gate');
    expect((await machine.init(['claude', '--yes', '--no-second-prompt', '--gate', plain])).status).toBe(0);
    expect(JSON.parse(machine.read('.claude/settings.json')).permissions).toEqual({
      allow: [`Bash(${plain} --call:*)`],
    });
    await machine.init(['claude', '--undo', '--yes']);
    expect(existsSync(machine.path('.claude/settings.json'))).toBe(false);
  });
});

describe('who may, and which gate', () => {
  test('an agent changes nothing about its own guard: 77', async () => {
    using machine = new Machine();
    const wire = await machine.byAgent(['claude', '--yes']);
    expect(wire).toMatchObject({
      status: 77,
      stdout: '',
      stderr: expect.stringContaining('changed by a person alone'),
    });
    expect(existsSync(machine.path('.claude'))).toBe(false);
    await machine.init(['claude', '--yes']);
    const before = machine.read('.claude/settings.json');
    const undo = await machine.byAgent(['claude', '--undo', '--yes', '--json']);
    expect(SCHEMAS['init-harness'].parse(JSON.parse(undo.stdout))).toMatchObject({
      outcome: 'refused',
      diff: '',
      backup: null,
    });
    expect(undo.status).toBe(77);
    expect(machine.read('.claude/settings.json')).toBe(before);
    expect(await machine.byAgent(['codex', '--dry-run'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('+{'),
    });
    expect(existsSync(machine.path('.codex'))).toBe(false);
  });

  test('without a terminal it shows and writes nothing (64), unless --yes is given', async () => {
    using machine = new Machine();
    const asked = await machine.script(['gemini']);
    expect(asked.screen).toContain('run_shell_command');
    expect(asked.screen).toContain('--yes writes it without asking');
    expect(asked.status).toBe(64);
    expect(existsSync(machine.path('.gemini'))).toBe(false);
    expect((await machine.script(['gemini', '--yes'])).status).toBe(0);
    expect(JSON.parse(machine.read('.gemini/settings.json')).hooks.BeforeTool).toHaveLength(1);
  });

  test('a gate in a clone or in a package directory is not written, unless it is named', async () => {
    using machine = new Machine();
    const session = (path: string, args: readonly string[]) =>
      atTerminal([path, 'init', 'cursor', '--yes', ...args], {
        cwd: machine.home,
        env: { HOME: machine.home, GATE_HOME: machine.home },
      }).ended;
    mkdirSync(machine.path('clone/.git'), { recursive: true });
    writeFileSync(machine.path('clone/.git/HEAD'), 'ref: refs/heads/main\n');
    mkdirSync(machine.path('node_modules/gate'), { recursive: true });
    for (const [directory, words] of [
      ['clone', 'in a work tree of git'],
      ['node_modules/gate', 'in a package directory'],
    ] as const) {
      copyFileSync(INSTALLED, machine.path(`${directory}/gate`));
      expect(await session(machine.path(`${directory}/gate`), [])).toMatchObject({
        status: 64,
        screen: expect.stringContaining(words),
      });
      rmSync(machine.path(`${directory}/gate`));
    }
    expect(existsSync(machine.path('.cursor'))).toBe(false);
    copyFileSync(INSTALLED, machine.path('clone/gate'));
    expect((await session(INSTALLED, ['--gate', 'clone/gate'])).status).toBe(0);
    expect(machine.read('.cursor/hooks.json')).toContain(machine.path('clone/gate'));
    expect(await session(INSTALLED, ['--gate', '/nowhere/gate'])).toMatchObject({ status: 64 });
  });

  test('a gate that others could replace is not written: 78', async () => {
    using machine = new Machine();
    mkdirSync(machine.path('open'));
    writeFileSync(machine.path('open/gate'), '#!/bin/sh\n', { mode: 0o755 });
    for (const [path, mode] of [
      ['open', 0o777],
      ['open/gate', 0o757],
    ] as const) {
      chmodSync(machine.path(path), mode);
      expect(await machine.init(['claude', '--yes', '--gate', machine.path('open/gate')])).toMatchObject({
        status: 78,
        screen: expect.stringContaining('can be written by everybody'),
      });
      chmodSync(machine.path(path), 0o755);
    }
    expect(existsSync(machine.path('.claude'))).toBe(false);
    expect((await machine.init(['claude', '--yes', '--gate', machine.path('open/gate')])).status).toBe(0);
  });
});

describe('the others', () => {
  test('codex: where CODEX_HOME says; trust and the sandbox are told, and its config.toml stays as it is', async () => {
    using machine = new Machine();
    const config = '[features]\nhooks = false\n\n[sandbox_workspace_write]\nnetwork_access = false\n\n[[hooks.Stop]]\n';
    machine.write('cfg/config.toml', config);
    const env = { CODEX_HOME: machine.path('cfg') };
    const seen = await machine.init(['codex', '--yes', '--json'], { env });
    const { notes, outcome } = SCHEMAS['init-harness'].parse(JSON.parse(seen.screen));
    expect(outcome).toBe('written');
    const words = notes.join('\n');
    expect(words).toContain('type /hooks, look at the hook and trust it');
    expect(words).toContain(`under [sandbox_workspace_write], add: writable_roots = ["${machine.home}"]`);
    expect(words).toContain('does NOT run yet: hooks are switched off');
    expect(words).toContain('has hooks too');
    expect(machine.read('cfg/config.toml')).toBe(config);
    machine.write('cfg/config.toml', `[sandbox_workspace_write]\nwritable_roots = ["${machine.home}"]\n`);
    const again = SCHEMAS['init-harness'].parse(JSON.parse((await machine.init(['codex', '--json'], { env })).screen));
    expect(again.outcome).toBe('unchanged');
    expect(again.notes.join('\n')).not.toContain('writable_roots');
    expect(again.notes.join('\n')).toContain('NOW open');
    const key = `${machine.path('cfg/hooks.json')}:pre_tool_use:0:0`;
    machine.write('cfg/config.toml', `[hooks.state."${key}"]\ntrusted_hash = "sha256:00"\n`);
    const trusted = SCHEMAS['init-harness'].parse(
      JSON.parse((await machine.init(['codex', '--json'], { env })).screen),
    );
    expect(trusted.notes.join('\n')).not.toContain('NOW open');
  });

  test('gemini and cursor: comments stay; --project writes the file of the repository', async () => {
    using machine = new Machine();
    machine.write('.gemini/settings.json', '{\n  // the dark one\n  "theme": "dark" // really\n}\n');
    expect((await machine.init(['gemini', '--yes'])).status).toBe(0);
    expect(machine.read('.gemini/settings.json')).toContain(
      '  // the dark one\n  "theme": "dark", // really\n  "hooks": {\n',
    );
    await machine.init(['gemini', '--undo', '--yes']);
    expect(machine.read('.gemini/settings.json')).toBe('{\n  // the dark one\n  "theme": "dark" // really\n}\n');

    mkdirSync(machine.path('shop/src'), { recursive: true });
    spawnSync('git', ['init', '-q', machine.path('shop')]);
    const seen = await machine.init(['cursor', '--project', '--yes'], { cwd: machine.path('shop/src') });
    expect(seen.screen.replaceAll(/\s+/g, ' ')).toContain('goes to everybody who has the repository');
    expect(JSON.parse(machine.read('shop/.cursor/hooks.json'))).toMatchObject({ version: 1 });
    expect(existsSync(machine.path('.cursor'))).toBe(false);
    expect(await machine.init(['cursor', '--project', '--yes'])).toMatchObject({ status: 64 });
  });
});

test('gate init alone lists what is here and what gate stands in front of', async () => {
  using machine = new Machine();
  mkdirSync(machine.path('bin'));
  writeFileSync(machine.path('bin/claude'), '#!/bin/sh\n', { mode: 0o755 });
  machine.write(
    '.gemini/settings.json',
    '{"hooksConfig": {"enabled": false}, "hooks": {"BeforeTool": [{"hooks": [{"type": "command", "command": "/old/gate hook gemini"}]}]}}',
  );
  machine.write('.cursor/hooks.json', '{"version": 1,}');
  await machine.init(['codex', '--yes']);
  const env = { PATH: `${machine.path('bin')}:/usr/bin:/bin` };
  const { screen, status } = await machine.init([], { env });
  expect(status).toBe(0);
  expect(screen).toMatch(/^claude {2}Claude Code: here, without gate\r?$/m);
  expect(screen).toMatch(/^codex {3}Codex: gate is in its settings\r?$/m);
  expect(screen).toMatch(/hooks\.json: calls .*\/bin\/gate; not trusted in Codex yet: type \/hooks there/);
  expect(screen).toMatch(/settings\.json: calls \/old\/gate; not as gate writes it: gate init gemini/);
  expect(screen).toMatch(/hooks do NOT run: `hooksConfig\.enabled` is false in/);
  expect(screen).toMatch(/hooks\.json: INVALID, 1:15: is not valid JSON/);
  expect(screen).toContain('gate: put gate in front of it with: gate init claude');
  expect(await machine.init(['emacs'])).toMatchObject({
    status: 64,
    screen: expect.stringContaining('nothing that is called `emacs` can be set up'),
  });
  const { harnesses } = SCHEMAS['init-harnesses'].parse(JSON.parse((await machine.init(['--json'], { env })).screen));
  expect(
    harnesses.map(({ harness, here, settings }) => [harness, here, settings.flatMap(({ hooks }) => hooks).length]),
  ).toEqual([
    ['claude', true, 0],
    ['codex', true, 1],
    ['gemini', true, 1],
    ['cursor', true, 0],
  ]);
});
