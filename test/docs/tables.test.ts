import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledPackages } from '../../scripts/bundled.ts';
import { DENIALS } from '../../src/approval/answer.ts';
import { ENDS, EVENTS } from '../../src/audit/events.ts';
import { REASONS } from '../../src/cli/events.ts';
import { EXIT, statusOfError, statusOfRefusal } from '../../src/cli/exit-codes.ts';
import { reported } from '../../src/cli/report.ts';
import { type ErrorCode, GateError } from '../../src/errors.ts';
import { page, ROOT } from './pages.ts';

/** Rows of the first table after a heading, cells trimmed, without the heading row. */
function rows(path: string, heading: string): readonly (readonly string[])[] {
  const { text } = page(path);
  const after = text.slice(text.indexOf(`\n${heading}\n`) + 1);
  const table = /(?:^\|.*\|\n)+/m.exec(after)?.[0] ?? '';
  const cells = table
    .trim()
    .split('\n')
    .map((row) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
  return cells.slice(2);
}

const bare = (cell: string) => cell.replaceAll('`', '');

/** Members of a union of string literals, from the source: types leave nothing behind to compare with. */
function union(path: string, name: string): readonly string[] {
  const source = readFileSync(join(ROOT, path), 'utf8');
  const text = new RegExp(`type ${name} =([\\s\\S]*?);\\n`).exec(source)?.[1] ?? '';
  return [...text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '').matchAll(/'([^']+)'/g)].map(([, member]) => member!);
}

describe('docs/exit-codes.md', () => {
  test('has every status of gate, and no other', () => {
    const written = rows('docs/exit-codes.md', '## Statuses of gate').map(([status]) => Number(status));
    expect(written).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });

  const reasons = rows('docs/exit-codes.md', '## Reasons').map(([reason = '', event = '', ran, status]) => ({
    reason: bare(reason),
    event: bare(event),
    ran,
    status,
  }));

  test('has every reason, in the order of the code, and no other', () => {
    expect(reasons.map(({ reason }) => reason)).toEqual([...REASONS]);
  });

  test('gives each refusal its status', () => {
    const refusals = [
      ...union('src/approval/events.ts', 'DenialReason'),
      ...union('src/approval/answer.ts', 'RefusalReason'),
    ];
    expect([...DENIALS].every((reason) => refusals.includes(reason))).toBe(true);
    for (const reason of refusals) {
      const event = reason === 'expired' ? 'expired' : 'refused';
      const status = String(statusOfRefusal(reason as Parameters<typeof statusOfRefusal>[0]));
      expect(reasons).toContainEqual({ reason, event, ran: 'no', status });
    }
  });

  test('gives each error its status', () => {
    for (const code of union('src/errors.ts', 'ErrorCode') as readonly ErrorCode[]) {
      const { reason } = reported(new GateError(code, 'x'));
      expect(reasons).toContainEqual({ reason, event: 'failed', ran: 'no', status: String(statusOfError(code)) });
    }
  });
});

test('docs/events.md has every event', () => {
  const source = readFileSync(join(ROOT, 'src/cli/events.ts'), 'utf8');
  const text = /export type Event =([\s\S]*?)\n\n/.exec(source)?.[1] ?? '';
  const events = [...text.matchAll(/event: ((?:'\w+'(?: \| )?)+)/g)].flatMap(([, names]) =>
    names!.split(' | ').map((name) => name.replaceAll("'", '')),
  );
  const written = rows('docs/events.md', '## Lines, in the order in which they can come').map(([event = '']) =>
    bare(event),
  );
  expect(events.length).toBeGreaterThan(8);
  expect(written.toSorted()).toEqual(events.toSorted());
});

test('docs/approvals.md has every state', () => {
  const written = rows('docs/approvals.md', '## The life of a request').map(([state = '']) => bare(state));
  expect(written.toSorted()).toEqual(union('src/approval/states.ts', 'State').toSorted());
});

test('docs/glossary.md is in order, and explains nothing twice', () => {
  const words = rows('docs/glossary.md', '# Glossary').map(([word = '']) => word.replaceAll('*', ''));
  expect(words).toEqual([...new Set(words)].sort());
});

describe('docs/dependencies.md', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;

  // All of them are needed to build, and none afterwards: what is shipped holds what it uses.
  const inside = new Set(bundledPackages().map(({ name }) => name));
  const isInside = (name: string) => inside.has(name) && name !== 'bun';

  test.each([
    ['## In the product', isInside],
    ['## For building and testing', (name: string) => !isInside(name)],
  ] as const)('has under "%s" every such package with its exact version', (heading, belongs) => {
    const written = rows('docs/dependencies.md', heading).map(([name = '', version]) => [bare(name), version]);
    const declared = Object.entries(manifest.devDependencies).filter(([name]) => belongs(name));
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(declared));
    expect(manifest.dependencies).toBeUndefined();
  });

  test('says of each what for, who keeps it, under which licence, and what leaving takes', () => {
    for (const heading of ['## In the product', '## For building and testing']) {
      for (const row of rows('docs/dependencies.md', heading)) {
        expect(row).toHaveLength(6);
        expect(row.filter((cell) => cell === '')).toEqual([]);
      }
    }
  });
});

describe('docs/audit-format.md', () => {
  test('its catalogue has every event there is, and no other; its rules name every end', () => {
    const written = rows('docs/audit-format.md', '## Catalogue').map(([type]) => bare(type ?? ''));
    expect([...written].sort()).toEqual(Object.keys(EVENTS).sort());
    const { text } = page('docs/audit-format.md');
    const rules = text.slice(text.indexOf('\n7. '), text.indexOf('\n8. '));
    for (const end of ENDS) expect(rules).toContain(`\`${end}\``);
  });
});
