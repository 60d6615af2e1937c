import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandTree } from '../../src/command/command-tree.ts';
import { judged, SERVICES } from '../../src/command/tools/services/services.ts';
import { OWN } from '../../src/command/tools/services/verbs.ts';
import { effects, meaning, onlyReads, operations } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

/** Commands that nobody judged on purpose: they are unknown. */
const UNJUDGED = ['circleci runner resource-class', 'cloudflared access curl', 'cosign pkcs11-tool', 'restic key'];

function leaves(node: CommandTree, path: readonly string[]): readonly (readonly string[])[] {
  if (node.commands === undefined) return [path];
  return Object.entries(node.commands).flatMap(([name, inner]) =>
    typeof inner === 'string' || name === 'help' ? [] : leaves(inner, [...path, name]),
  );
}

describe('services', () => {
  test.each([
    'restic snapshots -r /srv/repo',
    'restic forget --dry-run --keep-last 3',
    'restic key list',
    'rclone lsd remote:',
    'rclone sync --dry-run a remote:b',
    'borg list -v repo',
    'fastly service list --json',
    'op vault list',
    'doppler projects',
    'ollama ps',
    'tailscale status',
    'airflow dags list',
    'stripe --version',
    'bw --help',
    'nats stream ls',
    'ceph osd tree --format json',
    'knife node show web -F json',
    'klist',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['restic forget latest', 'destroy'],
    ['restic key remove 1', 'destroy'],
    ['restic dump latest /etc', 'export'],
    ['rclone sync a remote:b', 'destroy'],
    ['rclone copy a remote:b', 'write'],
    ['borg delete repo::old', 'destroy'],
    ['borg check --repair repo', 'destroy'],
    ['fastly service delete --service-id x', 'destroy'],
    ['op item delete x', 'destroy'],
    ['op read op://v/i/f', 'secret'],
    ['doppler secrets get X', 'secret'],
    ['bw export', 'export'],
    ['tsh ssh host', 'execute'],
    ['ollama run m', 'execute'],
    ['airflow connections get x', 'secret'],
    ['nats stream purge ORDERS', 'destroy'],
    ['ceph osd purge 1', 'destroy'],
    ['mc rm --recursive a/b', 'destroy'],
    ['rabbitmqctl add_user a b', 'privilege'],
    ['pass show x', 'secret'],
  ])('%s has the effect %s', async (words, wanted) => {
    const found = await run(words);
    expect(effects(found).join()).toBe(wanted);
    expect(found.opaque).toBe(false);
  });

  test.each([
    'restic --password-command ./x snapshots',
    'restic -o sftp.command=./x snapshots',
    'restic key',
    'restic frobnicate',
    'rclone lsd --frobnicate r:',
    'borg --rsh ./x list repo',
    'fastly service frobnicate',
    'bw constructor',
    'nats --server ls stream rm x',
    'nats frobnicate',
    'ceph osd dump -o f',
    'mc',
  ])('%s is not understood', async (words) => {
    expect((await run(words)).opaque).toBe(true);
  });

  test('a command run with secrets is read as well', async () => {
    for (const words of [
      'op run -- rm x',
      'doppler run -- rm x',
      'aws-vault exec prod -- rm x',
      'aws-vault exec prod rm x',
    ]) {
      expect(operations(await run(words))).toContain('rm rm');
    }
    expect(operations(await meaning(['doppler', 'run', '--command', 'rm x']))).toContain('rm rm');
  });

  test('every command is judged', () => {
    const open = Object.entries(SERVICES).flatMap(([tool, tree]) =>
      leaves(tree as CommandTree, [])
        .filter((path) => judged(tool, tree as CommandTree, { path, positionals: [] }) === undefined)
        .map((path) => `${tool} ${path.join(' ')}`),
    );
    expect(open.filter((one) => !one.startsWith('borg debug'))).toEqual(UNJUDGED);
    expect(Object.keys(OWN).sort()).toEqual(Object.keys(SERVICES).sort());
  });

  test('any words get an answer, and one strange option more is never less', async () => {
    const tool = fc.constantFrom(...Object.keys(SERVICES));
    const word = fc.constantFrom(
      'list',
      'service',
      'get',
      'snapshots',
      'key',
      '-v',
      'constructor',
      '__proto__',
      'status',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(tool, fc.array(fc.oneof(word, fc.string())), async (name, words) => {
        expect((await meaning([name, ...words])).actions.length).toBeGreaterThan(0);
        fc.pre(!words.some((one) => /^(-.*|.*help.*|.*version.*)$/.test(one)));
        expect(onlyReads(await meaning([name, ...words, '--frobnicate']))).toBe(false);
      }),
    );
  });
});
