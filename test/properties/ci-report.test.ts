import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotation, data, outputLines, property, summaryMarkdown } from '../../src/cli/ci-github.ts';
import { type EventLine, factLines, outcomeOf, parsedLine } from '../../src/cli/ci-outcome.ts';
import { jsonLine } from '../../src/cli/json.ts';
import { unheard } from '../../src/cli/unheard.ts';
import { commandsIn } from '../kit/runner.ts';

const REQUEST = '019b76da-a800-7c11-9ad2-747f2c786bea';
const PIECES = [
  '::error::',
  '::set-output name=ran::',
  '##[add-mask]',
  '::',
  ':',
  '##[',
  '##vso[',
  '#',
  '[',
  ']',
  'error',
  'set-output name=ran',
  '%0A',
  '%',
  ',',
  '\r',
  '\n',
];
const MARKDOWN = ['`', '```', '````', '~~~', '<', '>', '<img src=x>', '</code>', '@bob', '[a](https://x)', '|', '\\'];
const BLANK = [' ', '\t', '\u0085', '\u00a0', '\u2028', '\u001b[2J', '\u202e'];
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...PIECES, ...MARKDOWN, ...BLANK, 'a'), maxLength: 60 }),
);

/** A step whose every word is the requester's or a repository's. */
const told = fc
  .record({
    argv: fc.array(hostile, { minLength: 1, maxLength: 4 }),
    intent: hostile,
    rule: hostile,
    reason: hostile,
    message: hostile,
    hint: hostile,
    ran: fc.boolean(),
  })
  .map(({ argv, intent, rule, reason, message, hint, ran }) => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const base = { schema_version: 1, request: REQUEST };
    const lines = [
      { ...base, event: 'submitted', digest, decision: 'deny', rules: [rule], mode: 'enforce' },
      ran
        ? { ...base, event: 'finished', ran, reason: 'exited', status: 3 }
        : { ...base, event: 'refused', ran, reason: 'rule', status: 77, message, hint, change: [hint], ask: [reason] },
    ].map((line) => parsedLine(jsonLine(line)) as EventLine);
    const recorded = [
      { type: 'request.submitted', payload: { principal: { id: `pipeline:x/${rule}` }, argv, intent } },
      { type: 'request.decided', payload: { kind: 'deny', mode: 'enforce', rules: [rule], reasons: [reason] } },
    ];
    return outcomeOf(lines, recorded);
  });

describe('whatever a requester says', () => {
  test('is text of one annotation, and no other command to the runner', () => {
    fc.assert(
      fc.property(told, (outcome) => {
        const printed = annotation(outcome)!;
        expect(printed.endsWith('\n')).toBe(true);
        expect(printed.slice(0, -1)).toMatch(/^[\x20-\x7e]*$/);
        const [command, ...others] = commandsIn(printed);
        expect(others).toEqual([]);
        expect(command).toMatchObject({ name: 'error', properties: { title: 'gate' } });
        expect(command!.data.split('\n')[0]).toBe(outcome.headline);
      }),
    );
  });

  test('is text of a fenced block of the summary, which ends where gate ends it', () => {
    fc.assert(
      fc.property(told, (outcome) => {
        const lines = summaryMarkdown(outcome).split('\n');
        expect(lines[0]).toMatch(/^#### gate r[a-z]+ [a-z0-9 :,]+$/);
        const fence = /^(`{3,})text$/.exec(lines[2]!)![1]!;
        expect(lines.slice(3, -3).join('\n')).not.toContain(fence);
        const closing = new RegExp(`^ {0,3}\`{${fence.length},}[ \\t]*$`);
        const end = lines.findIndex((line, at) => at > 2 && closing.test(line));
        expect(lines.slice(end + 1).join('')).toBe('');
        for (const line of lines.slice(3, end)) expect(line).toMatch(/^[\x20-\x7e]*$/);
        expect(lines.slice(3, end)).toEqual(factLines(outcome.facts));
      }),
    );
  });

  test('is in no output: those are of closed lists', () => {
    fc.assert(
      fc.property(told, (outcome) => {
        expect(outputLines(outcome)).toMatch(
          /^request=[0-9a-f-]{36}\ndecision=deny\nreason=(rule|exited)\nstatus=(77|3)\nran=(true|false)\n$/,
        );
      }),
    );
  });
});

test('escaped data and properties are what the runner reads back, and end where they end', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, message) => {
      const line = `::error title=${property(title)}::${data(message)}`;
      expect(line).not.toMatch(/[\r\n]/);
      const [command] = commandsIn(line);
      expect(command?.data).toBe(message);
      expect(command?.properties['title'] ?? '').toBe(title);
    }),
  );
});

describe('what gate says on standard error', () => {
  test('is no command to any runner, wherever a requester’s words stand', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        expect(commandsIn(unheard(`${one}\n  ${other}`))).toEqual([]);
        expect(unheard(one)).not.toMatch(/##[a-zA-Z]*\[/);
      }),
    );
  });

  test.each([
    ['gate: denied: touch ::error::x', 'gate: denied: touch ::error::x'],
    ['  ::set-output name=a::b', '  \\x3a:set-output name=a::b'],
    ['gate: ##[add-mask]a', 'gate: #\\x23[add-mask]a'],
    ['gate: ###[error]a ##vso[task.x]', 'gate: ##\\x23[error]a #\\x23vso[task.x]'],
    ['gate: heading ## two', 'gate: heading ## two'],
  ])('%s', (text, shown) => {
    expect(unheard(text)).toBe(shown);
  });

  test('as JSON is the same value, and no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = jsonLine({ text });
        expect(JSON.parse(line)).toEqual({ text });
        expect(commandsIn(line)).toEqual([]);
        expect(unheard(line)).toBe(line);
      }),
    );
  });
});
