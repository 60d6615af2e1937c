import { describe, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { manualPage } from '../../src/cli/manual/manual.ts';
import { STATUSES } from '../../src/cli/manual/prose.ts';
import { plain } from '../../src/cli/manual/roff.ts';
import { everyOutline, outline } from '../../src/cli/outline.ts';

const page = manualPage(outline(), '1.2.3');
/** As people read it: without the requests that make it bold. */
const text = page.replaceAll(/\\f[BIR]/g, '').replaceAll('\\-', '-');

describe('the manual page', () => {
  test.each(everyOutline(outline()).map((each) => [['gate', ...each.words].join(' '), each] as const))(
    'has %s with all its options',
    (name, { words, options, arguments: positional }) => {
      const from = words.length === 0 ? text.indexOf('.SH OPTIONS') : text.indexOf(`.SS ${name}\n`);
      expect(from).toBeGreaterThan(0);
      const ends = [text.indexOf('\n.SS ', from + 1), text.indexOf('\n.SH ', from + 1)].filter((end) => end > 0);
      const section = text.slice(from, Math.min(...ends));
      for (const { short, long, value, summary } of options) {
        if (long === '--help' && words.length > 0) continue;
        const term = `${short === undefined ? '' : `${short}, `}${long}${value === undefined ? '' : ` ${value}`}`;
        expect(section).toContain(`.TP\n${term}\n`);
        expect(section).toContain(plain(summary).replaceAll('\\-', '-').slice(0, 30));
      }
      if (words.length > 0) for (const argument of positional) expect(section).toContain(argument.name);
    },
  );

  test('names every exit status, and no other', () => {
    expect(STATUSES.map(([status]) => status)).toEqual(Object.values(EXIT).sort((a, b) => a - b));
    for (const [status] of STATUSES) expect(text).toContain(`.TP\n${status}\n`);
  });

  test('names the version and no day: the same source makes the same page', () => {
    expect(page.split('\n')[0]).toBe('.TH GATE 1 "" "gate 1.2.3" "User Commands"');
    expect(page).not.toMatch(/\b20\d\d-\d\d/);
  });

  test('what stands in a text is no request of roff', () => {
    expect(plain('.SH x')).toBe('\\&.SH x');
    expect(plain("'x \\fB --y")).toBe('\\(aqx \\efB \\-\\-y');
    for (const line of page.split('\n')) expect(line).not.toMatch(/^'|^\.(?!TH|SH|SS|TP|PP|RS|RE|EX|EE|br)/);
  });
});
