import { describe, expect, test } from 'vitest';
import type { HarnessName } from '../../../src/agents/settings/harness-settings.ts';
import { answerOf } from '../../../src/cli/doctor/hooks/answers.ts';

const ended = (code: number, stdout = '', stderr = '') => ({ kind: 'ended' as const, code, stdout, stderr });
const said = (value: object) => JSON.stringify(value);
const tool = (more: object) => said({ hookSpecificOutput: { hookEventName: 'PreToolUse', ...more } });
const NAMES: readonly HarnessName[] = ['claude', 'codex', 'gemini', 'cursor'];

describe('what a harness makes of the end of a hook', () => {
  test.each(NAMES)('%s: 2 with a text and nothing else is the one "no" of all; no answer at all is a yes', (name) => {
    expect(answerOf(name, ended(2, '', 'no'))).toEqual({ kind: 'blocked', why: 'no' });
    for (const ran of [ended(0), ended(1, '', 'no'), ended(127, '', ''), ended(2), ended(0, 'no'), ended(0, '{')]) {
      expect(answerOf(name, ran)).toMatchObject({ kind: 'runs' });
    }
    for (const kind of ['late', 'absent'] as const) expect(answerOf(name, { kind })).toMatchObject({ kind: 'runs' });
  });

  test('each has its own form of a rewritten line, and does not take that of another', () => {
    const forms: Readonly<Record<HarnessName, string>> = {
      claude: tool({ updatedInput: { command: 'x' } }),
      codex: tool({ permissionDecision: 'allow', updatedInput: { command: 'x' } }),
      gemini: said({ hookSpecificOutput: { hookEventName: 'BeforeTool', tool_input: { command: 'x' } } }),
      cursor: said({ permission: 'allow', updated_input: { command: 'x' } }),
    };
    for (const name of NAMES) {
      expect(answerOf(name, ended(0, forms[name]))).toEqual({ kind: 'rewritten', line: 'x' });
      const others = NAMES.filter((other) => other !== name && !(name === 'claude' && other === 'codex'));
      for (const other of others) expect(answerOf(name, ended(0, forms[other]))).toMatchObject({ kind: 'runs' });
    }
    expect(answerOf('cursor', ended(0, `welcome back\n${forms.cursor}`))).toMatchObject({ kind: 'rewritten' });
  });

  test('a "no" as data counts with a reason', () => {
    expect(answerOf('claude', ended(0, tool({ permissionDecision: 'deny', permissionDecisionReason: 'r' })))).toEqual({
      kind: 'blocked',
      why: 'r',
    });
    expect(answerOf('codex', ended(0, tool({ permissionDecision: 'deny' })))).toMatchObject({ kind: 'runs' });
    expect(answerOf('gemini', ended(1, said({ decision: 'block', reason: 'r' })))).toMatchObject({ kind: 'blocked' });
    expect(answerOf('gemini', ended(2, said({}), 'no'))).toMatchObject({ kind: 'runs' });
    expect(answerOf('cursor', ended(0, said({ permission: 'deny', user_message: 'r' })))).toMatchObject({
      kind: 'blocked',
    });
    expect(answerOf('cursor', ended(1, said({ permission: 'deny', user_message: 'r' })))).toMatchObject({
      kind: 'runs',
    });
  });

  test('where the entry says so, a hook that fails blocks; one that answers is heard', () => {
    for (const ran of [ended(1), ended(127, '', 'no'), ended(0), { kind: 'late' as const }]) {
      expect(answerOf('cursor', ran, true)).toMatchObject({ kind: 'blocked' });
    }
    expect(answerOf('cursor', ended(0, said({ permission: 'allow' })), true)).toMatchObject({ kind: 'runs' });
  });
});
