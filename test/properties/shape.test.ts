import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf } from '../../src/approval/shape.ts';
import type { Action, Effect } from '../../src/command/action.ts';
import { EFFECTS } from '../../src/command/action.ts';
import { buildManifest, type Manifest } from '../../src/command/manifest.ts';

const word = fc.oneof(fc.constantFrom('pod', 'web-0', 'web-1', '-n', 'prod', '--force'), fc.string({ maxLength: 4 }));
const name = fc.constantFrom('web-0', 'web-1', 'api');

function manifest(argv: readonly string[], more: Partial<Manifest> = {}): Manifest {
  return buildManifest({
    argv,
    executable: { path: '/usr/bin/kubectl', digest: 'sha256:e' },
    cwd: '/work',
    environment: { level: 'checked', pinned: { KUBECONFIG: '/x' }, removed: [] },
    inputs: [{ role: 'kubeconfig', path: '/x', digest: 'sha256:k' }],
    stdin: { kind: 'null', digest: null },
    target: [{ context: 'prod' }],
    ...more,
  });
}

function action(target: string, effects: readonly Effect[], opaque = false): Action {
  const resource = { kind: 'pod', name: target, namespace: 'shop' };
  return { tool: 'kubectl', operation: 'label', effects, resource, scope: { context: 'prod' }, opaque };
}

const MILD: readonly Effect[] = ['write'];

test('another name has the same shape, where nothing is lost, revealed or run', () => {
  fc.assert(
    fc.property(fc.array(word), fc.array(word), name, name, (before, after, one, other) => {
      fc.pre(![...before, ...after].includes(one) && ![...before, ...after].includes(other));
      const shape = (target: string) =>
        shapeOf(manifest(['kubectl', ...before, target, ...after]), [action(target, MILD)]);
      expect(shape(one)).toEqual(shape(other));
      expect(shape(one).exact).toBe(false);
      expect(shape(one).argv.filter((each) => each === null)).toHaveLength(1);
    }),
  );
});

test('another argument, place or file never has the same shape', () => {
  const same = manifest(['kubectl', 'label', 'pod', 'web-0', 'a=b']);
  const shape = shapeOf(same, [action('web-0', MILD)]).digest;
  const mutation = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 4 }), word).map(
      ([index, text]): Manifest => ({
        ...same,
        argv: same.argv.map((each, at) => (at === index ? text : each)),
      }),
    ),
    word.map((text): Manifest => ({ ...same, argv: [...same.argv, text] })),
    word.map((text): Manifest => ({ ...same, cwd: `/${text}` })),
    word.map((text): Manifest => ({ ...same, executable: { ...same.executable, digest: text } })),
    word.map((text): Manifest => ({ ...same, environment: { ...same.environment, pinned: { KUBECONFIG: text } } })),
    word.map((text): Manifest => ({ ...same, inputs: [{ role: 'kubeconfig', path: '/x', digest: text }] })),
    word.map((text): Manifest => ({ ...same, target: [{ context: text }] })),
  );
  fc.assert(
    fc.property(mutation, (other) => {
      fc.pre(JSON.stringify(other) !== JSON.stringify(same));
      const target = String(other.argv[3]);
      // A reader that sees the new name as the target is the only way to the same shape.
      const renamed = JSON.stringify({ ...other, argv: other.argv.with(3, 'web-0') }) === JSON.stringify(same);
      const meaning = renamed && target !== '' && !target.startsWith('-') ? 'web-0' : target;
      expect(shapeOf(other, [action(meaning, MILD)]).digest).not.toBe(shape);
    }),
  );
});

test('what destroys, reveals, gives rights, runs code or cannot be seen has no open name', () => {
  fc.assert(
    fc.property(fc.subarray([...EFFECTS], { minLength: 1 }), fc.boolean(), name, (effects, opaque, target) => {
      const shape = shapeOf(manifest(['kubectl', 'x', target]), [action(target, effects, opaque)]);
      const mild = !opaque && effects.every((effect) => effect === 'read' || effect === 'write');
      expect(shape.exact).toBe(!mild);
    }),
  );
});

test('a name that stands twice, looks like an option, or is one of several is not opened', () => {
  const exact = (argv: readonly string[], names: readonly string[]) =>
    shapeOf(
      manifest(argv),
      names.map((each) => action(each, MILD)),
    ).exact;
  expect(exact(['kubectl', 'label', 'web-0', 'web-0'], ['web-0'])).toBe(true);
  expect(exact(['kubectl', 'label', '--all'], ['--all'])).toBe(true);
  expect(exact(['kubectl', 'label', 'web-0', 'web-1'], ['web-0', 'web-1'])).toBe(true);
  expect(exact(['web-0', 'label'], ['web-0'])).toBe(true);
});
