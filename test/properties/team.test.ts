import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/document.ts';
import { peopleOfCsv } from '../../src/config/team/csv.ts';
import { existingIn, withPeople } from '../../src/config/team/edit.ts';
import { merge } from '../../src/config/team/merge.ts';
import { KINDS } from '../../src/config/team/sighting.ts';
import { GateError } from '../../src/errors.ts';

const FILE = 'config.yaml';
const COLUMNS = ['id', 'name', 'email', 'os', 'host', 'slack', 'teams', 'github', 'ssh_keys', 'groups', 'department'];

/** Names as people have them, and as somebody has them who wants to be somebody else. */
const hostile = fc.oneof(
  fc.constantFrom('', 'alice', 'bob', 'Ann Ödegård', '=1+1', '@SUM(A1)', '-2', '__proto__', 'constructor', 'null', '~'),
  fc.constantFrom('true', '0x10', '1e3', '[a]', '{a: b}', '# x', '&a', '*a', '!!str x', '<<', 'a: b', '\u202egnp.exe'),
  fc.constantFrom(
    'a,b;c',
    '"',
    '""',
    'a\nb',
    '\r',
    '\x00',
    '\x1b[2J',
    '\ufeff',
    'ａｌｉｃｅ',
    '🦊',
    'agent:x',
    'owners',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const good = fc.constantFrom(
  'alice',
  'bob',
  'a@example.com',
  'b@example.com',
  'U0ALICE01',
  'sre',
  'dba;sre',
  'root@build',
);
const cell = fc.oneof({ weight: 3, arbitrary: good }, { weight: 2, arbitrary: hostile });

/** A cell as RFC 4180 writes it, or not quite. */
const written = fc.tuple(cell, fc.boolean()).map(([text, careful]) => {
  return careful || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
});

const table = fc
  .tuple(fc.shuffledSubarray(COLUMNS, { minLength: 1 }), fc.constantFrom('\n', '\r\n'))
  .chain(([columns, end]) => {
    const row = fc.array(written, { minLength: columns.length, maxLength: columns.length });
    return fc
      .array(row, { maxLength: 8 })
      .map((rows) => `${[columns, ...rows].map((cells) => cells.join(',')).join(end)}${end}`);
  });

/** Rows that fit their columns, so that most of them come through. */
const sound = fc
  .array(
    fc.record({
      id: fc.constantFrom('', '', 'ann', 'ben', 'null', '7', 'constructor'),
      name: hostile,
      email: fc.constantFrom(
        '',
        'ann@example.com',
        'Ann@Example.com',
        'ben@example.com',
        "o'x#y@example.com",
        '{a}@example.com',
      ),
      os: fc.constantFrom('', 'ann', 'ben', 'ann@h', '0', 'true'),
      slack: fc.constantFrom('', 'U0ANN0001', 'U0BEN0001'),
      groups: fc.constantFrom('', 'sre', 'sre;dba', '7', 'No', 'ann', 'constructor'),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = rows.map((row) => [row.id, row.name, row.email, row.os, row.slack, row.groups].map(quoted).join(','));
    return `id,name,email,os,slack,groups\n${lines.map((line) => `${line}\n`).join('')}`;
  });

const BEFORE = fc.constantFrom(
  undefined,
  'version: 1\n',
  'version: 1 # no newline at the end',
  '# ours\nversion: 1\npeople:\n  ann: { os: [ann] } # boss\n\n# tail\n',
  'version: 1\npeople:\n    ben:\n        email: [ben@example.com]\ngroups:\n    sre:\n    - ben\n    dba: []\n',
  '{"version":1,"people":{"ann":{"os":["ann"]}},"groups":{"sre":["ann"]}}',
);

/** The new text; undefined when nobody came. */
function brought(csv: string, before: string | undefined): string | undefined {
  return told(csv, before)?.text;
}

/** Undefined when the table was refused, with words that name a line. */
function told(csv: string, before: string | undefined) {
  let team: ReturnType<typeof peopleOfCsv>;
  try {
    team = peopleOfCsv(csv, 'team.csv');
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message).toMatch(/^team\.csv:\d+: /);
    expect(error.message).toMatch(/^[^\p{Cc}]*$/mu);
    return undefined;
  }
  const existing = existingIn(before, FILE, 'self');
  const merged = merge([team], existing);
  const text = withPeople(before, merged, FILE, 'self');
  if (text === undefined) return { text, apart: merged.apart };
  // The loader that counts reads the same people out of it.
  const people = parseConfig(Buffer.from(text), FILE, 'self').people;
  const after = existingIn(text, FILE, 'self');
  for (const { name, isNew, identities } of merged.people) {
    expect(Object.hasOwn(existing.people, name)).toBe(!isNew);
    for (const kind of KINDS)
      expect(after.people[name]?.[kind] ?? []).toEqual(expect.arrayContaining([...identities[kind]]));
    expect(people?.people.map((each) => each.name)).toContain(name);
  }
  for (const { name, members } of merged.groups)
    expect(after.groups[name]).toEqual(expect.arrayContaining([...members]));
  // Nobody who was there is gone, or has lost anything.
  for (const [name, person] of Object.entries(existing.people)) {
    for (const kind of KINDS)
      expect(after.people[name]?.[kind] ?? []).toEqual(expect.arrayContaining([...(person[kind] ?? [])]));
  }
  for (const [name, members] of Object.entries(existing.groups)) {
    expect(after.groups[name]?.slice(0, members.length)).toEqual(members);
  }
  return { text, apart: merged.apart };
}

/** Who has what, whatever they are called and in whatever order. */
function whoIsWho(text: string | undefined): readonly string[] {
  const { people } = existingIn(text, FILE, 'self');
  const sets = Object.values(people).map((person) =>
    Object.values(person)
      .flat()
      .map((each) => each.toLowerCase()),
  );
  return sets.map((each) => each.toSorted().join(' ')).toSorted();
}

describe('a table of people', () => {
  test('whatever is in it: a configuration that holds, or a refusal that names the line', () => {
    fc.assert(
      fc.property(table, BEFORE, (csv, before) => {
        brought(csv, before);
      }),
      { numRuns: 600 },
    );
  });

  test('brought twice is brought once', () => {
    let came = 0;
    fc.assert(
      fc.property(sound, BEFORE, (csv, before) => {
        const once = told(csv, before);
        if (once?.text === undefined) return;
        came++;
        expect(told(csv, once.text)).toEqual(once);
      }),
      { numRuns: 1500 },
    );
    expect(came).toBeGreaterThan(300);
  });

  test('says the same of who is who, in whatever order its rows are', () => {
    fc.assert(
      fc.property(sound, BEFORE, (csv, before) => {
        const [header = '', ...rows] = csv.trimEnd().split('\n');
        // A cell of several lines is not turned around with its row.
        fc.pre(rows.every((row) => (row.match(/"/g)?.length ?? 0) % 2 === 0));
        const turned = brought(`${[header, ...rows.toReversed()].join('\n')}\n`, before);
        expect(whoIsWho(turned)).toEqual(whoIsWho(brought(csv, before)));
      }),
      { numRuns: 500 },
    );
  });

  test('every line that was there is there still, in its place', () => {
    fc.assert(
      fc.property(sound, (csv) => {
        const before =
          '# one\nversion: 1\npeople:\n  zed: { os: [zed] } # two\n\n  # three\ngroups:\n  ops: [zed]\n# four\n';
        const lines = (brought(csv, before) ?? before).split('\n');
        let at = 0;
        for (const line of before.split('\n')) {
          at = lines.indexOf(line, at) + 1;
          expect(at, line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of a thousand people is brought whole, and once', () => {
    const rows = Array.from({ length: 1000 }, (_, n) => `p${n},p${n}@example.com,p${n},sre;g${n % 50}\n`);
    const csv = `id,email,os,groups\n${rows.join('')}`;
    const text = brought(csv, 'version: 1\npeople:\n  zed: { os: [zed] }\n');
    expect(Object.keys(existingIn(text, FILE, 'self').people)).toHaveLength(1001);
    expect(brought(csv, text)).toBe(text);
  });
});
