import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DECISION_KINDS, runsAtOnce } from '../../src/policy/decision.ts';
import { action, judge } from './build.ts';

/** Everything a file loads when it is imported: imports of types are erased, `import()` comes later. */
function loads(path: string, seen = new Set<string>()): Set<string> {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  for (const [, what, from] of text.matchAll(/^import (?!type )([^;]*?)from '([^']+)';/gms)) {
    const named = what!.trim().startsWith('{') ? what!.replace(/[{}\s]/g, ' ').split(',') : [what!];
    if (named.every((name) => name.trim() === '' || name.trim().startsWith('type '))) continue;
    const next = from!.startsWith('.') ? new URL(from!, new URL(path, import.meta.url)).href : from!;
    if (seen.has(next)) continue;
    seen.add(next);
    if (from!.startsWith('.')) loads(next, seen);
  }
  return seen;
}

test.each(['load', 'decide', 'prepare', 'paths', 'policy-set', 'duration', 'explain'])(
  'the run path loads no YAML, no schemas and no CEL through %s.ts',
  (file) => {
    const packages = [...loads(new URL(`../../src/policy/${file}.ts`, import.meta.url).href)].filter(
      (name) => !name.startsWith('file:') && !name.startsWith('node:'),
    );
    expect(packages).toEqual([]);
  },
);

test('a decision without one of its fields never runs what the whole one would not', async () => {
  for (const kind of DECISION_KINDS) {
    for (const mode of ['enforce', 'observe']) {
      const user = `version: 1\npacks: []\nmode: ${mode}\ndefault: ${kind}\n`;
      const decision = await judge({ user }, action('x', ['write']));
      for (const field of Object.keys(decision)) {
        const { [field as 'kind']: _, ...rest } = decision;
        if (runsAtOnce(rest as typeof decision)) expect(runsAtOnce(decision), `${kind} ${mode} ${field}`).toBe(true);
      }
    }
  }
});
