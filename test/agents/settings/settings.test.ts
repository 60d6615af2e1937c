import { readFileSync } from 'node:fs';
import { evaluate, parse } from '@humanwhocodes/momoa';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HARNESS_SETTINGS, settingsOf } from '../../../src/agents/settings/all.ts';
import type { HarnessName, HarnessSettings } from '../../../src/agents/settings/harness-settings.ts';
import { GateError } from '../../../src/errors.ts';

const GATE = "/opt/ann's tools/gate";
const EACH = HARNESS_SETTINGS.map((settings) => [settings.name, settings] as const);
const EVENTS: Readonly<Record<HarnessName, readonly string[]>> = {
  claude: ['PreToolUse'],
  codex: ['PreToolUse'],
  gemini: ['BeforeTool'],
  cursor: ['preToolUse', 'beforeShellExecution'],
};
const COMMENTS = ['gemini', 'cursor'];

/** What the vendors' own checks take, as the schemas of this folder have it. */
function takes(name: HarnessName, value: unknown): boolean {
  const schema = JSON.parse(readFileSync(new URL(`${name}.schema.json`, import.meta.url), 'utf8'));
  return z.fromJSONSchema(schema).safeParse(value).success;
}

function parsed(text: string): Record<string, unknown> {
  const pieces = /"(?:\\.|[^"\\])*"|\/\/.*|\/\*[\s\S]*?\*\//g;
  return JSON.parse(text.replace(/^\ufeff/, '').replaceAll(pieces, (piece) => (piece.startsWith('/') ? '' : piece)));
}

/** A file of somebody who has settings and hooks already, in the words of this harness. */
function lived({ name }: HarnessSettings): string {
  const [event = ''] = EVENTS[name];
  const entry = { type: 'command', command: 'jq -r .tool_name >> /tmp/tools.log', timeout: 5 };
  const group = { matcher: 'Edit|Write', hooks: [entry] };
  const stop =
    name === 'cursor' ? { stop: [entry] } : { [name === 'gemini' ? 'AfterAgent' : 'Stop']: [{ hooks: [entry] }] };
  const hooks = { [event]: name === 'cursor' ? [entry] : [group], ...stop };
  if (name === 'codex') return JSON.stringify({ description: 'of the team', hooks }, null, 2);
  if (name === 'cursor') return JSON.stringify({ version: 1, hooks }, null, 2);
  const others = {
    permissions: { allow: ['Bash(npm test:*)'], deny: ['Read(./.env)'] },
    model: 'large',
    empty: {},
    list: [],
  };
  return JSON.stringify({ ...others, hooks, last: null }, null, 2);
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(GateError);
    expect((error as GateError).code).toBe('CONFIG_INVALID');
    return (error as GateError).message;
  }
  throw new Error('it was taken');
}

describe.each(EACH)('the settings of %s', (name, settings) => {
  const text = lived(settings);
  const VARIANTS: readonly (readonly [string, string])[] = [
    ['two spaces', text],
    ['four spaces', JSON.stringify(JSON.parse(text), null, 4)],
    ['tabs', `${JSON.stringify(JSON.parse(text), null, '\t')}\n`],
    ['one line', JSON.stringify(JSON.parse(text))],
    ['Windows lines', `${text}\n`.replaceAll('\n', '\r\n')],
    ['a final newline', `${text}\n`],
    ['nothing in it', '{}'],
    ['an empty file', ''],
    ['white space', '\n\n'],
    ['empty hooks', '{\n  "hooks": {}\n}\n'],
    ['an empty event', JSON.stringify({ hooks: { [EVENTS[name][0] ?? '']: [] } })],
    ...(name === 'claude' ? ([['a byte order mark', `\ufeff${text}`]] as const) : []),
  ];

  test('no file: one is made that the harness takes, and undoing leaves none', () => {
    const wired = settings.wire(undefined, GATE);
    expect(takes(name, JSON.parse(wired))).toBe(true);
    expect(wired.endsWith('}\n')).toBe(true);
    expect(settings.wired(wired)).toEqual(
      EVENTS[name].map((event) => expect.objectContaining({ event, gate: GATE, whole: true })),
    );
    expect(settings.switchedOff(wired)).toEqual([]);
    expect(settings.unwire(wired, { text: undefined })).toBeUndefined();
  });

  test.each(VARIANTS)('%s: the hook is in, all else stays, and undoing gives the very same text', (_, before) => {
    const wired = settings.wire(before, GATE);
    expect(takes(name, parsed(wired))).toBe(true);
    expect(settings.wired(wired).filter(({ whole, gate }) => whole && gate === GATE)).toHaveLength(EVENTS[name].length);
    expect(settings.wire(wired, GATE)).toBe(wired);
    // Lines whose ends are no place to insert at are there as they were.
    for (const line of before.split('\n').slice(1)) {
      if (/[:,] .*[^{}[\]\s]\s*$/.test(line)) expect(wired).toContain(line.trimEnd());
    }
    expect(wired.includes('\r\n')).toBe(before.includes('\r\n'));
    expect(/[^\r]\n/.test(wired)).toBe(!before.includes('\r\n') && wired.includes('\n'));
    expect(settings.unwire(wired, { text: before })).toBe(before);
    expect(settings.unwire(before, { text: before })).toBe(before);
  });

  test('a hook of another gate gives way in its place, in whatever form it was written', () => {
    const [event = ''] = EVENTS[name];
    for (const command of [
      `/home/ann/bin/gate hook ${name}`,
      `'/old place/gate' hook ${name}`,
      `"/old place/gate" hook ${name} || exit 2`,
      `exec /usr/local/bin/gate hook ${name}`,
    ]) {
      const value = JSON.parse(text);
      const entry = { type: 'command', command };
      value.hooks[event].unshift(name === 'cursor' ? entry : { matcher: 'Bash', hooks: [entry] });
      const before = JSON.stringify(value, null, 2);
      expect(settings.wired(before)).toEqual([expect.objectContaining({ event, whole: false })]);
      const wired = settings.wire(before, GATE);
      expect(settings.wired(wired).map(({ gate, whole }) => [gate, whole])).toEqual(
        EVENTS[name].map(() => [GATE, true]),
      );
      const list = (JSON.parse(wired).hooks as Record<string, unknown[]>)[event]!;
      // Codex knows a hook that it trusts by its place.
      expect(list.slice(1)).toEqual(JSON.parse(text).hooks[event]);
    }
  });

  test('several of them become one, also where they share a group with others', () => {
    const [event = ''] = EVENTS[name];
    const own = { type: 'command', command: `/home/ann/bin/gate hook ${name}` };
    const other = { type: 'command', command: 'audit-log' };
    const value = JSON.parse(text);
    value.hooks[event] =
      name === 'cursor' ? [own, other, own] : [{ matcher: 'Bash', hooks: [own, other, own] }, { hooks: [own] }];
    const wired = settings.wire(JSON.stringify(value, null, 2), GATE);
    expect(settings.wired(wired).map(({ gate, whole }) => [gate, whole])).toEqual(EVENTS[name].map(() => [GATE, true]));
    expect(wired).toContain('audit-log');
    expect(takes(name, JSON.parse(wired))).toBe(true);
  });

  test('hooks of other programs are nobody of ours', () => {
    for (const command of [
      'lefthook hook claude',
      `/usr/bin/notgate hook ${name}`,
      `gate hooks ${name}`,
      'gate list',
    ]) {
      const value = JSON.parse(text);
      value.hooks[EVENTS[name][0] ?? ''] =
        name === 'cursor' ? [{ command }] : [{ hooks: [{ type: 'command', command }] }];
      const before = JSON.stringify(value);
      expect(settings.wired(before)).toEqual([]);
      expect(settings.unwire(before)).toBe(before);
    }
  });

  test('what was added since stays when it is undone; without a backup, what is empty goes', () => {
    const wired = JSON.parse(settings.wire(undefined, GATE));
    const later = JSON.stringify(
      { ...wired, ...(name === 'codex' ? { description: 'mine' } : { mine: true }) },
      null,
      2,
    );
    const undone = settings.unwire(later, { text: undefined });
    expect(parsed(undone ?? '')).toEqual(
      name === 'codex' ? { description: 'mine' } : expect.objectContaining({ mine: true }),
    );
    expect(parsed(undone ?? '')).not.toHaveProperty('hooks');
    expect(parsed(settings.unwire(JSON.stringify(wired)) ?? '')).toEqual(name === 'cursor' ? { version: 1 } : {});
  });

  test.each([
    ['{"hooks": []}', /^1:11: `hooks` is no object$/],
    ['{\n  "hooks": {"EVENT": {}}\n}', /^2:\d+: `hooks\.EVENT` is no list$/],
    ['[]', /^1:1: is no object/],
    ['"text"', /^1:1: is no object/],
    ['{"a": 1,}', /^1:9: is not valid JSON: /],
    ['{"a": 1', /^1:8: is not valid JSON: /],
    ['{\n  "a": tru\n}', /^2:\d+: is not valid JSON: /],
    ["{'a': 1}", /^1:2: is not valid JSON: /],
    ['{"a": "\t"}', /is not valid JSON: /],
    ['{} {}', /^1:\d: is not valid JSON: /],
    ['{"hooks": {}, "hooks": {}}', /^1:15: `hooks` stands there twice$/],
    [`${'['.repeat(200_000)}`, /nested too deeply/],
  ])('%#: a text that cannot be changed safely is refused with its place', (before, message) => {
    const event = EVENTS[name][0] ?? '';
    const named = new RegExp(message.source.replace('EVENT', event));
    expect(refusal(() => settings.wire(before.replace('EVENT', event), GATE))).toMatch(named);
  });

  test('comments, where the harness reads them, stay where they are', () => {
    const [event = ''] = EVENTS[name];
    const before = `// mine\n{\n  "version": 1, // first\n  /* all of\n     them */\n  "hooks": {\n    // before\n    "${event}": [\n      // nothing yet\n    ] // after\n  } // end\n  // really\n}\n`;
    if (!COMMENTS.includes(name))
      return expect(refusal(() => settings.wire(before, GATE))).toMatch(/^1:1: is not valid JSON/);
    const wired = settings.wire(before, GATE);
    for (const comment of [
      '// mine\n',
      '1, // first\n',
      '/* all of\n     them */',
      '// nothing yet\n',
      '] // after\n'.replace('] ', ''),
    ]) {
      expect(wired).toContain(comment);
    }
    expect(takes(name, parsed(wired))).toBe(true);
    expect(parsed(settings.unwire(wired, { text: before }) ?? '')).toEqual(parsed(before));
    expect(settings.unwire(wired, { text: before })?.match(/\/\/.*|\/\*[\s\S]*?\*\//g)).toEqual(
      before.match(/\/\/.*|\/\*[\s\S]*?\*\//g),
    );
  });

  test('a byte order mark is taken where the harness takes it', () => {
    const before = `\ufeff${text}`;
    if (name === 'claude') expect(settings.wire(before, GATE).startsWith('\ufeff{')).toBe(true);
    else expect(refusal(() => settings.wire(before, GATE))).toMatch(/^1:1: begins with a byte order mark/);
  });

  test('any settings: wired and unwired they are what they were, to the byte; wired twice is wired once', () => {
    fc.assert(
      fc.property(
        documents(name),
        fc.constantFrom(0, 1, 2, 4, '\t'),
        fc.constantFrom('', '\n', '\n\n'),
        (value, indent, end) => {
          const before = JSON.stringify(value, null, indent) + end;
          const wired = settings.wire(before, GATE);
          expect(settings.unwire(wired, { text: before })).toBe(before);
          expect(settings.wire(wired, GATE)).toBe(wired);
          const { hooks: now = {}, version: _, ...others } = values(wired);
          const { hooks: was = {}, version: __, ...same } = values(before);
          expect(others).toEqual(same);
          for (const [event, list] of Object.entries(was)) expect(now[event]?.slice(0, list.length)).toEqual(list);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Not by JSON.parse: that of Node 26.10 takes a name of one escaped character for another one. */
function values(text: string): { hooks?: Record<string, unknown[]>; version?: unknown } {
  return evaluate(parse(text)) as ReturnType<typeof values>;
}

/** Settings as they could be: hooks of others, anything else beside them, hostile names among it. */
function documents(name: HarnessName): fc.Arbitrary<object> {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('hooks', '__proto__', '//', '/* */', '"', '\\'),
  );
  const anything = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
  const entry = fc.record(
    { type: fc.constant('command'), command: word, timeout: fc.nat() },
    { requiredKeys: ['type', 'command'] },
  );
  const group = fc.record({ matcher: word, hooks: fc.array(entry, { maxLength: 3 }) }, { requiredKeys: ['hooks'] });
  const list = fc.array<object>(name === 'cursor' ? entry : group, { maxLength: 3 });
  const events = fc.dictionary(fc.constantFrom(...EVENTS[name], 'Stop', 'stop'), list, { maxKeys: 3 });
  const rest = fc.dictionary(
    word.filter((key) => key !== 'hooks' && key !== 'version'),
    anything,
    { maxKeys: 5 },
  );
  return fc.tuple(rest, fc.option(events, { nil: undefined }), fc.boolean()).map(([others, hooks, version]) => ({
    ...others,
    ...(hooks === undefined ? {} : { hooks }),
    ...(version ? { version: 1 } : {}),
  }));
}

describe('Claude Code', () => {
  const claude = settingsOf('claude');
  test('its settings lie where CLAUDE_CONFIG_DIR says, or in the repository', () => {
    expect(claude.path({}, '/home/ann')).toBe('/home/ann/.claude/settings.json');
    expect(claude.path({ CLAUDE_CONFIG_DIR: '/cfg' }, '/home/ann')).toBe('/cfg/settings.json');
    expect(claude.path({ CLAUDE_CONFIG_DIR: '/cfg' }, '/home/ann', '/shop')).toBe('/shop/.claude/settings.json');
    expect(refusal(() => claude.path({ CLAUDE_CONFIG_DIR: 'cfg' }, '/home/ann'))).toContain('CLAUDE_CONFIG_DIR');
  });

  test('an entry without a shell counts as well', () => {
    const entry = { type: 'command', command: '/usr/local/bin/gate', args: ['hook', 'claude'] };
    const text = JSON.stringify({ hooks: { PreToolUse: [{ hooks: [entry] }] } });
    expect(claude.wired(text)).toEqual([
      {
        event: 'PreToolUse',
        matcher: undefined,
        gate: '/usr/local/bin/gate',
        line: '/usr/local/bin/gate',
        args: ['hook', 'claude'],
        place: [0, 0],
        whole: false,
      },
    ]);
    expect(JSON.parse(claude.wire(text, GATE)).hooks.PreToolUse).toHaveLength(1);
  });

  test('hooks of others count where gate stands: they may rewrite what gate rewrote', () => {
    const other = { type: 'command', command: '/opt/other' };
    const before = JSON.stringify({
      hooks: { PreToolUse: [{ matcher: 'Bash', hooks: [other] }], Stop: [{ hooks: [other] }] },
    });
    const wired = claude.wire(before, GATE);
    expect(claude.others(before)).toBe(1);
    expect(claude.others(wired)).toBe(1);
    expect(claude.wired(wired)).toEqual([expect.objectContaining({ gate: GATE, place: [1, 0] })]);
    expect(JSON.parse(wired).hooks.PreToolUse[1].hooks[0].command).toBe(claude.wired(wired)[0]?.line);
    expect(claude.others(claude.wire(undefined, GATE))).toBe(0);
    const entries = JSON.stringify({ version: 1, hooks: { preToolUse: [other], beforeShellExecution: [other] } });
    expect(settingsOf('cursor').others(settingsOf('cursor').wire(entries, GATE))).toBe(2);
  });

  test('the rule for lines of gate: added when asked for, kept up to date, taken back alone', () => {
    const before = '{\n  "permissions": {\n    "allow": ["Bash(npm test:*)"]\n  }\n}\n';
    const wired = claude.wire(before, '/usr/local/bin/gate', { noSecondPrompt: true, real: '/opt/gate-1/gate' });
    expect(JSON.parse(wired).permissions.allow).toEqual(['Bash(npm test:*)', 'Bash(/opt/gate-1/gate --call:*)']);
    const newer = claude.wire(wired, '/usr/local/bin/gate', { real: '/opt/gate-2/gate' });
    expect(JSON.parse(newer).permissions.allow).toEqual(['Bash(npm test:*)', 'Bash(/opt/gate-2/gate --call:*)']);
    expect(claude.unwire(newer, { text: before })).toBe(before);
    const alone = claude.wire(undefined, '/usr/local/bin/gate', { noSecondPrompt: true });
    expect(claude.unwire(alone, { text: undefined })).toBeUndefined();
    expect(() => claude.wire(before, GATE, { noSecondPrompt: true })).toThrow('no permission rule can hold');
  });

  test('hooks that are switched off are told', () => {
    expect(claude.switchedOff('{"disableAllHooks": true}')).toEqual(['`disableAllHooks` is true']);
    expect(claude.switchedOff('{"disableAllHooks": false}')).toEqual([]);
  });
});

test('Codex: CODEX_HOME, and nothing but what it knows', () => {
  const codex = settingsOf('codex');
  expect(codex.path({ CODEX_HOME: '/cfg' }, '/home/ann')).toBe('/cfg/hooks.json');
  expect(codex.path({}, '/home/ann', '/shop')).toBe('/shop/.codex/hooks.json');
  const [group] = JSON.parse(codex.wire('', GATE)).hooks.PreToolUse;
  expect(Object.keys(group)).toEqual(['matcher', 'hooks']);
  expect(Object.keys(group.hooks[0])).toEqual(['type', 'command', 'timeout']);
});

test('Gemini CLI: GEMINI_CLI_HOME, milliseconds, the whole name of the tool, and what switches hooks off', () => {
  const gemini = settingsOf('gemini');
  expect(gemini.path({ GEMINI_CLI_HOME: '/cfg' }, '/home/ann')).toBe('/cfg/.gemini/settings.json');
  const [group] = JSON.parse(gemini.wire('', GATE)).hooks.BeforeTool;
  expect(group).toMatchObject({ matcher: '^run_shell_command$', hooks: [{ name: 'gate', timeout: 60_000 }] });
  expect(gemini.switchedOff('{"hooksConfig": {"enabled": false, "disabled": ["x", "gate"]} /* c */}')).toHaveLength(2);
});

test('Cursor: fails closed, a version, and no two slashes in a text', () => {
  const cursor = settingsOf('cursor');
  expect(cursor.path({}, '/home/ann')).toBe('/home/ann/.cursor/hooks.json');
  const text = cursor.wire('{"hooks": {"stop": []}}', GATE);
  const { version, hooks } = JSON.parse(text);
  expect(version).toBe(1);
  expect(hooks.preToolUse).toEqual([expect.objectContaining({ failClosed: true, matcher: '^Shell$' })]);
  expect(hooks.beforeShellExecution).toEqual([expect.objectContaining({ failClosed: true })]);
  expect(text).not.toContain('//');
  expect(cursor.switchedOff('{"version": 1, "hooks": {"stop": [{"command": "curl http://x"}]}}')).toHaveLength(1);
  expect(cursor.switchedOff('{"hooks": {}} // http://x')).toEqual([
    '`version` is missing, and Cursor drops such a file',
  ]);
});
