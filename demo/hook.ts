import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atTerminal, cleanEnvironment, rubbedOut, sayYes } from '../test/kit/person.ts';
import { project } from './project.ts';
import { echo, say, title } from './screen.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SESSION = '0c9d3f7e-1d0a-4b52-9a52-5f2d1c9b7a11';
/** What the harness gives this command, in milliseconds: not enough for a person to decide. */
const BUDGET = 6000;

/**
 * From a clone to a hook that holds: installed into an empty home, the clone moved away, Claude Code's settings written, and then
 * what Claude Code does with each tool call: the payload to the hook, and its answer carried out.
 */
export async function hook(): Promise<boolean> {
  const began = Date.now();
  const root = mkdtempSync(join(tmpdir(), 'gate-hook-'));
  const home = join(root, 'home');
  const bin = join(home, '.local', 'bin');
  const person = cleanEnvironment({ HOME: home, NO_COLOR: '1', PATH: `${bin}:${cleanEnvironment()['PATH']}` });
  try {
    mkdirSync(home);
    const cwd = project(home);

    title('1. installed into an empty home, and the clone moved away');
    const clone = join(root, 'clone');
    for (const part of ['bin', 'dist']) cpSync(join(ROOT, part), join(clone, part), { recursive: true });
    const installed = await atTerminal([join(clone, 'bin', 'gate'), 'install', '--prefix', join(home, '.local')], {
      cwd: clone,
      env: person,
      cols: 160,
    }).ended;
    echo('you', './bin/gate install', rubbedOut(installed.screen).split('\n').slice(0, 2).join('\n'));
    renameSync(clone, `${clone}-moved-away`);
    rmSync(`${clone}-moved-away`, { recursive: true });

    title('2. the hook goes into the settings of Claude Code');
    const gate = join(bin, 'gate');
    const wired = await atTerminal([gate, 'init', 'claude', '--yes'], { cwd: home, env: person, cols: 160 }).ended;
    echo('you', 'gate init claude --yes', rubbedOut(wired.screen));

    title('3. the agent wants to delete what was never committed');
    const agent = { ...person, CLAUDECODE: '1', CLAUDE_CODE_SESSION_ID: SESSION };
    const harness = harnessOf(home, cwd, agent);
    const first = harness('rm -rf reports && ls', 'Delete the old reports');
    const [goOn = '', id = ''] = /\S+ --resume (\w+)/.exec(first.output) ?? [];

    title('4. a person approves, at a terminal of their own');
    const approval = atTerminal([gate, 'approve', id], { cwd: home, env: person, cols: 140, rows: 400 });
    await sayYes(approval);
    const approved = await approval.ended;
    echo('you', `gate approve ${id}`, lastLines(rubbedOut(approved.screen), 2));

    title('5. the agent goes on with the line it was given');
    const resumed = harness(goOn, 'Run what was approved');
    say(`reports is ${existsSync(join(cwd, 'reports')) ? 'still there' : 'gone'}`);

    title('6. the session, as the record has it');
    const session = spawnSync(gate, ['audit', 'session', SESSION], { env: person, encoding: 'utf8' });
    echo('anyone', `gate audit session ${SESSION}`, session.stdout + session.stderr);

    const held = first.status === 75 && approved.status === 0 && resumed.status === 0;
    const right = held && !existsSync(join(cwd, 'reports')) && session.status === 0 && wired.status === 0;
    say(`${right ? 'all as it should be' : 'SOMETHING IS WRONG'}, in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return right;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

interface ToolResult {
  readonly status: number | null;
  readonly output: string;
}

/** What Claude Code does with a call of its Bash tool: asks the hooks of its settings, and runs what they say. */
function harnessOf(home: string, cwd: string, env: Record<string, string>) {
  let calls = 0;
  return (command: string, description: string): ToolResult => {
    const input = { command, description, timeout: BUDGET };
    const payload = {
      ...{ session_id: SESSION, transcript_path: join(home, 'transcript.jsonl'), cwd, permission_mode: 'default' },
      ...{ hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_input: input, tool_use_id: `toolu_${++calls}` },
    };
    const settings = JSON.parse(readFileSync(join(home, '.claude', 'settings.json'), 'utf8'));
    const line: string = settings.hooks.PreToolUse[0].hooks[0].command;
    echo('harness', 'the hook gets', JSON.stringify(payload));
    const asked = spawnSync('/bin/sh', ['-c', line], { input: JSON.stringify(payload), cwd, env, encoding: 'utf8' });
    const answer = asked.stdout + asked.stderr;
    echo('harness', 'the hook says', answer === '' ? `nothing: it passes (status ${asked.status})` : answer);
    if (asked.status !== 0) return { status: asked.status, output: answer };
    const run = asked.stdout === '' ? command : JSON.parse(asked.stdout).hookSpecificOutput.updatedInput.command;
    const ran = spawnSync('/bin/bash', ['-c', run], { cwd, env, encoding: 'utf8', timeout: BUDGET });
    echo('agent', run, `${ran.stdout}${ran.stderr}`);
    console.log(`   exit status ${ran.status}`);
    return { status: ran.status, output: ran.stdout + ran.stderr };
  };
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
