import { describe, expect, test } from 'vitest';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const kustomize = (words: string, more = {}) => meaning(['kustomize', ...words.split(' ')], more);

describe('kustomize', () => {
  test.each([
    'build .',
    'build overlay --load-restrictor LoadRestrictionsNone',
    'version',
    'build --help',
    'completion bash',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await kustomize(words))).toBe(true);
  });

  test.each([
    ['build https://github.com/a/b', 'execute read'],
    ['build --enable-helm .', 'execute read'],
    ['build --enable-exec --enable-alpha-plugins .', 'execute read'],
    ['build . -o out.yaml', 'read write'],
    ['edit set image web=web:2', 'write'],
    ['create --autodetect', 'write'],
    ['localize github.com/a/b here', 'execute write'],
  ])('%s has the effects %s', async (words, expected) => {
    const understanding = await kustomize(words);
    expect(effects(understanding).join(' ')).toBe(expected);
    expect(understanding.opaque).toBe(false);
  });

  test.each(['frobnicate', 'build --frobnicate', 'edit frobnicate', 'build --helm-command=/tmp/x .'])(
    '%s is not understood',
    async (words) => {
      expect(effects(await kustomize(words))).toContain('unknown');
    },
  );

  test('what it builds is looked at', async () => {
    const files = filesOf({ 'o/kustomization.yaml': 'secretGenerator: [{name: s}]\n' });
    expect(effects(await kustomize('build o', { files }))).toEqual(['read', 'secret']);
    const { actions } = await kustomize('edit fix');
    expect(actions[0]?.resource).toEqual({ kind: 'file', path: '/work/kustomization.yaml' });
  });
});

test('kubecolor is kubectl', async () => {
  const understanding = await meaning(['kubecolor', '--plain', 'delete', 'po', 'x']);
  expect(operations(understanding)).toEqual(['kubectl delete']);
  expect(effects(understanding)).toEqual(['destroy']);
  expect(onlyReads(await meaning(['kubecolor', 'get', 'po']))).toBe(true);
});
