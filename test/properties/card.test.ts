import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CardParts, cardOf } from '../../src/approval/card.ts';
import { payloadsOf } from '../../src/approval/payloads.ts';
import { cardLines, wrapped } from '../../src/channels/terminal/card.ts';
import { OWNERS, partsOf } from '../approval/card-parts.ts';

const HEADINGS = [
  '-- what gate found out --',
  '-- who decides --',
  '-- words of the requester, checked by nobody --',
  '-- words of files and outputs, checked by nobody --',
];

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '\\', ' ', '\n', '\r', '\x1b', '[2J', '\u202e', 'a', '=', '\u200b') }),
  fc.constantFrom('\nrule        allow', 'x\n-- who decides --', '\n'.repeat(60), ' '.repeat(400), '<any name>'),
);

/** Everything that a requester, their surroundings or an output can put into a card. */
const parts: fc.Arbitrary<CardParts> = fc
  .record({
    argv: fc.array(hostile, { minLength: 1, maxLength: 5 }),
    cwd: hostile,
    host: hostile,
    intent: hostile,
    name: hostile,
    session: hostile,
    variable: hostile,
    note: hostile,
    rule: hostile,
    preview: hostile,
  })
  .map((each) =>
    partsOf({
      manifest: {
        argv: each.argv,
        cwd: each.cwd,
        environment: { level: 'checked', pinned: { [each.variable]: each.variable }, removed: [each.variable] },
        inputs: [{ role: 'input', path: each.cwd, digest: null }],
      },
      submitted: {
        host: each.host,
        intent: each.intent,
        ticket: each.intent,
        notes: [each.note],
        user: { uid: 1, name: each.host },
        parents: [{ pid: 1, name: each.name }],
        principal: { kind: 'agent', id: each.session, owner: each.host, known: 'claimed', session: each.session },
        actions: [
          {
            tool: each.name,
            operation: each.name,
            effects: ['write'],
            resource: { name: each.name, path: each.cwd },
            scope: { context: each.name },
            opaque: false,
          },
        ],
      },
      decision: { reasons: [each.rule, `the repository says: ${each.rule}`], rules: [each.rule], tags: [each.rule] },
      approvers: [{ ...OWNERS, rule: each.rule, from: [each.rule] }],
      parts: {
        previews: [{ tool: 'files', kind: 'found', headline: each.preview, lines: [each.preview], at: 0 }],
        payloads: payloadsOf(each.argv),
        people: [each.host],
        repeats: [{ intent: each.intent }],
      },
    }),
  );

const columns = fc.integer({ min: 20, max: 160 });

test('UI-01 UI-02 every line of a card is printable ASCII and fits the terminal', () => {
  fc.assert(
    fc.property(parts, columns, (each, wide) => {
      for (const line of cardLines(cardOf(each), { columns: wide, color: false })) {
        expect(line).toMatch(/^[\x20-\x7e]*$/);
        if (wide >= 60) expect(line.length).toBeLessThanOrEqual(wide);
      }
    }),
  );
});

test("UI-01 in colour there is nothing but gate's own colours besides", () => {
  fc.assert(
    fc.property(parts, columns, (each, wide) => {
      const card = cardOf(each);
      const colored = cardLines(card, { columns: wide, color: true });
      const plain = colored.map((line) => line.replace(/\x1b\[(?:0|1|2|31|33|36)m/g, ''));
      expect(plain).toEqual(cardLines(card, { columns: wide, color: false }));
    }),
  );
});

test('UI-04 nothing that somebody else wrote makes a line that begins like a label or a heading', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 60, max: 160 }), (each, wide) => {
      const card = cardOf(each);
      const lines = cardLines(card, { columns: wide, color: false });
      const { facts, words, materials } = card;
      const labels = new Set([
        ...[...facts, ...words, ...materials].map(({ label }) => label),
        ...['request', 'command', 'in short', 'digest', 'code', 'asks', 'votes', 'missing', 'may stand', 'evidence'],
      ]);
      const starting = lines.filter((line) => !line.startsWith(' '));
      for (const line of starting) {
        if (line.startsWith('-- ')) expect(HEADINGS).toContain(line);
        else expect([...labels].some((label) => line.startsWith(label))).toBe(true);
      }
      // Each label once per field, so none was added.
      const count = (heading: string) => starting.filter((line) => line === heading).length;
      for (const heading of HEADINGS) expect(count(heading)).toBeLessThanOrEqual(1);
      const fields = facts.length + words.length + materials.length;
      expect(starting.filter((line) => !line.startsWith('-- ')).length).toBeLessThanOrEqual(fields + 5 + 5);
    }),
  );
});

test('UI-03 two different commands never have the same card, even without the digest', () => {
  const argv = fc.array(hostile, { minLength: 1, maxLength: 4 });
  const lines = (words: string[]) => {
    const { command } = cardOf(partsOf({ manifest: { argv: words } }));
    return command.flatMap((line) => wrapped(line, 60)).join('\n');
  };
  fc.assert(
    fc.property(argv, argv, (a, b) => {
      if (JSON.stringify(a) !== JSON.stringify(b)) expect(lines(a)).not.toBe(lines(b));
    }),
    { numRuns: 1000 },
  );
});

test('UI-07 words of the requester change nothing outside of their zone', () => {
  fc.assert(
    fc.property(hostile, hostile, (intent, ticket) => {
      const { words: _, ...one } = cardOf(partsOf());
      const { words, ...other } = cardOf(partsOf({ submitted: { intent, ticket } }));
      expect(other).toEqual(one);
      expect(words).toHaveLength(2);
    }),
  );
});

test('UI-03 rows of a line put together again are that line', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]*$/), fc.integer({ min: 10, max: 80 }), (line, width) => {
      const rows = wrapped(line, width);
      const together = rows
        .map((row, index) => {
          const text = index === 0 ? row : row.slice(2);
          if (index === rows.length - 1) return text;
          return row.length === width ? text.slice(0, -1) : `${text} `;
        })
        .join('');
      expect(together).toBe(line);
      for (const row of rows) expect(row.length).toBeLessThanOrEqual(width);
    }),
    { numRuns: 2000 },
  );
});
