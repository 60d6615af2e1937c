import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CommandTree } from '../../src/command/command-tree.ts';
import tree from '../../src/command/grammars/vault.json' with { type: 'json' };
import { EFFECTS } from '../../src/command/tools/vault/effects-table.ts';
import { paths } from './command-paths.ts';
import { effects, meaning, onlyReads } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

describe('vault', () => {
  test.each([
    'vault status',
    'vault status -format=json',
    'vault list secret/metadata',
    'vault kv list -mount=secret app',
    'vault kv metadata get secret/app',
    'vault read sys/health',
    'vault read sys/mounts',
    'vault secrets list -detailed',
    'vault auth list',
    'vault policy read admin',
    'vault operator raft list-peers',
    'vault -version',
    'vault kv get -help',
    'vault kv',
    'bao status -tls-skip-verify',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['vault kv get secret/prod/db', 'read,secret'],
    ['vault kv get -mount=secret -field=pw prod/db', 'read,secret'],
    ['vault read database/creds/app', 'read,secret'],
    ['vault read sys/raw/x', 'read,secret'],
    ['vault status -output-curl-string', 'read,secret'],
    ['vault kv put secret/x a=b', 'write'],
    ['vault write sys/policies/acl/x policy=@x', 'privilege,write'],
    ['vault write auth/userpass/users/bob password=hunter22', 'privilege,write'],
    ['vault write pki/issue/web common_name=x', 'secret,write'],
    ['vault delete secret/x', 'destroy'],
    ['vault kv destroy -versions=1 secret/x', 'destroy'],
    ['vault lease revoke -force -prefix aws/creds', 'destroy'],
    ['vault secrets disable kv', 'destroy'],
    ['vault token create', 'privilege,secret'],
    ['vault token revoke -self', 'destroy,privilege'],
    ['vault login -method=github', 'privilege'],
    ['vault operator init', 'privilege,secret'],
    ['vault operator raft snapshot save b.snap', 'export,secret,write'],
    ['vault ssh root@x', 'execute'],
    ['vault agent -config=x', 'execute'],
    ['vault frob', 'unknown'],
    ['vault status -frob', 'read,unknown'],
    ['bao policy delete x', 'destroy,privilege'],
  ])('%s: %s', async (words, expected) => {
    expect(effects(await run(words)).join()).toBe(expected);
  });

  it('knows which server is meant, and what is in it', async () => {
    const environment = { VAULT_ADDR: 'https://vault.example.org:8200', VAULT_NAMESPACE: 'team' };
    const found = await meaning(['vault', 'kv', 'get', '-mount', 'kv', 'app'], { environment });
    expect(found.actions[0]?.scope).toEqual({
      host: 'vault.example.org',
      port: '8200',
      namespace: 'team',
      reach: 'remote',
    });
    expect(found.actions[0]?.resource).toEqual({ kind: 'secret', name: 'kv/app' });
    expect((await run('vault status')).actions[0]?.scope['reach']).toBe('loopback');
    expect((await run('vault status -address=https://v:1')).actions[0]?.scope['host']).toBe('v');
  });

  it('keeps what is written out of sight', async () => {
    expect((await run('vault kv put secret/x password=hunter22 file=@x')).secrets).toEqual(['hunter22']);
    expect((await run('vault login hvs.abcdef')).secrets).toEqual(['hvs.abcdef']);
  });

  it('has a judgement for every command', () => {
    expect(paths(tree as unknown as CommandTree).filter((path) => EFFECTS.of(path) === undefined)).toEqual([]);
  });

  it('never throws, and an option it does not know never makes it harmless', async () => {
    const words = fc.array(
      fc.constantFrom('read', 'kv', 'get', 'sys/health', '-mount', '--', '\0', '-frob', '', 'write', 'a=b', '-address'),
      { maxLength: 7 },
    );
    await fc.assert(
      fc.asyncProperty(words, async (rest) => {
        expect((await meaning(['vault', ...rest])).actions.length).toBeGreaterThan(0);
        expect(onlyReads(await meaning(['vault', '-frobnicate', ...rest]))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
