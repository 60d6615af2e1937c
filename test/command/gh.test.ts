import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import GH from '../../src/command/grammars/gh.json' with { type: 'json' };
import { COMMANDS } from '../../src/command/tools/gh/effects-table.ts';
import { reader } from '../../src/command/tools/gh/gh.ts';
import { context, effects, meaning, onlyReads } from './support.ts';

const gh = (line: string) => meaning(['gh', ...line.split(' ').filter(Boolean)]);

describe('gh', () => {
  test.each([
    'pr list',
    'pr view 12 --json number,title --jq .title',
    'pr view -w',
    'pr checks 12 --watch',
    'pr diff --name-only',
    'issue list -l bug -L 100',
    'issue ls',
    'run view 1 --log-failed',
    'run watch 1',
    'run list -w ci -b main',
    'repo view a/b',
    'repo deploy-key list',
    'release view v1',
    'search code x --repo a/b',
    'secret list -o org',
    'variable get X',
    'auth status',
    'cache list',
    'label list',
    'api repos/a/b',
    'api --paginate repos/{owner}/{repo}/pulls',
    'api -X GET search/issues -f q=x',
    'api graphql -f query=query{viewer{login}}',
    'help',
    'pr create --help',
    '--version',
    'cs list',
    'config get editor',
    'co --help',
    'project item-list 1 --owner me',
    'ruleset view 1',
    'status',
    'issue develop --list 1',
    'repo set-default --view',
    'pr',
  ])('gh %s only reads', async (line) => {
    expect(onlyReads(await gh(line))).toBe(true);
  });

  test.each([
    ['pr create --fill', 'write'],
    ['pr merge 1 -sd', 'write'],
    ['pr merge 1 --admin', 'privilege,write'],
    ['pr close 1 -d', 'destroy,write'],
    ['issue delete 1 --yes', 'destroy'],
    ['repo delete a/b --yes', 'destroy'],
    ['repo edit --visibility public', 'privilege,write'],
    ['secret set X --body x', 'privilege'],
    ['secret remove X', 'destroy,privilege'],
    ['auth token', 'secret'],
    ['auth status -t', 'read,secret'],
    ['auth login', 'privilege'],
    ['auth refresh -s admin:org', 'privilege'],
    ['ssh-key add k.pub', 'privilege'],
    ['release create v1 x.tgz', 'write'],
    ['gist create x', 'export'],
    ['workflow run ci', 'write'],
    ['run rerun 1', 'write'],
    ['cs ssh', 'execute'],
    ['extension install a/b', 'execute,write'],
    ['api -X DELETE repos/a/b', 'destroy'],
    ['api repos/a/b/issues -f title=x', 'write'],
    ['api --method=PATCH repos/a/b -f private=false', 'privilege,write'],
    ['api -X PUT repos/a/b/collaborators/x', 'privilege,write'],
    ['api --input x.json repos/a/b/issues', 'write'],
    ['api graphql -f query=mutation{deleteRef(input:{})}', 'destroy'],
    ['pr checkout 1', 'read,write'],
    ['run download 1 -D out', 'read,write'],
    ['repo clone a/b', 'read,write'],
    ['cache delete --all', 'destroy'],
  ])('gh %s: %s', async (line, expected) => {
    expect(effects(await gh(line)).join()).toBe(expected);
  });

  test.each([
    'frobnicate',
    'pr frobnicate',
    'pr list --frobnicate',
    'extension exec x',
    'copilot suggest',
    'api -X FROB x',
    'api -H X-HTTP-Method-Override:DELETE x',
    'api graphql --input x',
    'api graphql -F query=@x',
  ])('gh %s is in doubt', async (line) => {
    expect((await gh(line)).opaque).toBe(true);
  });

  test('it says on which repository, and what lands here', async () => {
    expect((await gh('pr merge 1 -R a/b')).actions[0]).toMatchObject({
      scope: { repository: 'a/b', reach: 'remote' },
      resource: { kind: 'pr', name: '1' },
    });
    expect((await gh('release download v1 -D out')).actions[0]).toMatchObject({
      resource: { kind: 'file', path: '/work/out' },
    });
    expect((await gh('repo clone a/b')).actions[0]).toMatchObject({ resource: { path: '/work/b' } });
  });

  test('every command of the tree is judged', () => {
    const missing: string[] = [];
    const walk = (node: { commands?: Record<string, unknown> }, path: readonly string[]): void => {
      for (const [name, sub] of Object.entries(node.commands ?? {})) {
        if (typeof sub === 'string') continue;
        const next = sub as { commands?: Record<string, unknown>; operands?: boolean };
        const full = [...path, name];
        if (next.commands === undefined && COMMANDS.of(full.join(' ')) === undefined) missing.push(full.join(' '));
        walk(next, full);
      }
    };
    walk(GH as never, []);
    expect(missing).toEqual(['api']);
  });

  test('it never throws, and an option more never makes it read', () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom('pr', 'api', 'repo', '-R', '--', 'x', '-f', 'view', 'list', '\0'), fc.string()),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, (list) => {
        expect(reader.read(['gh', ...list], context()).actions.length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('pr list', 'api x', 'secret list'), (line) => {
        expect(reader.read(['gh', ...line.split(' '), '--frobnicate'], context()).actions[0]?.opaque).toBe(true);
      }),
    );
  });
});

const glab = (line: string) => meaning(['glab', ...line.split(' ')]);

describe('glab', () => {
  test.each([
    'mr list',
    'mr view 1 -C',
    'issue list --label x',
    'ci status --live',
    'repo view a/b',
    'api projects/1',
    'release list',
    '--version',
    'mr --help',
  ])('glab %s only reads', async (line) => {
    expect(onlyReads(await glab(line))).toBe(true);
  });

  test.each([
    ['repo delete a/b', 'destroy'],
    ['release delete v1', 'destroy'],
    ['variable set X y --masked', 'write'],
    ['mr merge 1', 'write'],
    ['ssh-key add k', 'privilege'],
    ['api -X DELETE projects/1', 'destroy'],
    ['api projects/1/variables -f key=x', 'write'],
    ['mr frobnicate', 'unknown'],
    ['frobnicate', 'unknown'],
    ['mr list --frobnicate', 'read,unknown'],
  ])('glab %s: %s', async (line, expected) => {
    expect(effects(await glab(line)).join()).toBe(expected);
  });
});
