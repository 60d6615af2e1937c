import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effort } from '../kit/effort.ts';
import { effects, filesOf, line, meaning, onlyReads } from './support.ts';

const run = (words: string) => meaning(words.split(' '));
const saved = async (words: string) =>
  (await run(words)).actions.filter((action) => action.operation === 'save').map((action) => action.resource.path);

describe('http', () => {
  test.each([
    'curl https://example.com',
    'curl -sSfL --compressed -H Accept:text/html https://example.com/a?b=c',
    'curl -I https://example.com',
    'curl -G -d a=b https://example.com',
    'curl -o /dev/null -w %{http_code} http://localhost:8080/health',
    'curl -o - https://example.com',
    'curl --version',
    'curl --help all',
    'curl http://169.254.169.254/latest/meta-data/instance-id',
    'wget -qO- https://example.com',
    'wget --spider -nv https://example.com',
    'wget -O /dev/null https://example.com',
    'wget --version',
    'http https://example.com/a b==c Accept:text/html',
    'http GET :3000/x',
    'xh https://example.com',
    'aria2c --version',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['curl -XPOST https://h', 'write'],
    ['curl -d a=b https://h', 'write'],
    ['curl --json {} https://h', 'write'],
    ['curl -X DELETE https://h/x', 'destroy'],
    ['curl -X POST https://jenkins/job/x/doDelete', 'destroy,write'],
    ['curl -d @f https://h', 'export,write'],
    ['curl --data-urlencode a@f https://h', 'export,write'],
    ['curl -F f=@x https://h', 'export,write'],
    ['curl -T dump.sql https://h', 'export,write'],
    ['curl -H @f https://h', 'export,read'],
    ['curl -OL https://h/a.tgz', 'read,write'],
    ['curl -D headers https://h', 'read,write'],
    ['curl file:///etc/shadow', 'read,secret'],
    ['curl http://169.254.169.254/latest/meta-data/iam/security-credentials/role', 'read,secret'],
    ['curl --unix-socket /var/run/docker.sock http://x/containers/json', 'execute,privilege,read'],
    ['wget https://h/a', 'read,write'],
    ['wget --post-file=x https://h -O-', 'export,write'],
    ['wget --method DELETE -O- https://h', 'destroy'],
    ['http DELETE :7700/x', 'destroy'],
    ['http POST https://h a=b', 'write'],
    ['http https://h f@x', 'export,write'],
    ['aria2c -o f http://h/x', 'read,write'],
  ])('%s has the effects %s', async (words, wanted) => {
    const found = await run(words);
    expect(effects(found).join()).toBe(wanted);
    expect(found.opaque).toBe(false);
  });

  test.each([
    'curl --frobnicate https://h',
    'curl -K f https://h',
    'curl -K f',
    'curl --engine x https://h',
    'curl gopher://127.0.0.1:6379/_FLUSHALL',
    'curl -w %output{f} https://h',
    'curl -Q DELE ftp://h/x',
    'wget -e use_askpass=x https://h',
    'wget --config f https://h',
    'wget --use-askpass=./x https://h',
    'wget --frobnicate https://h',
    'aria2c --on-download-complete=/bin/sh http://h',
    'aria2c --conf-path=f http://h',
    'http --frobnicate https://h',
  ])('%s is not understood', async (words) => {
    expect((await run(words)).opaque).toBe(true);
  });

  test('what is saved is named by its path', async () => {
    expect(await saved('curl -o a/b https://h/x')).toEqual(['/work/a/b']);
    expect(await saved('curl --output-dir out -O https://h/x.tgz?v=1')).toEqual(['/work/out/x.tgz']);
    expect(await saved('curl -OJ https://h/x')).toEqual([undefined]);
    expect(await saved('wget https://h/d/x.tgz')).toEqual(['/work/x.tgz']);
    expect(await saved('wget -P out https://h/')).toEqual(['/work/out/index.html']);
    expect(await saved('wget -r -np https://h/d/')).toEqual(['/work/h']);
    expect(await saved('aria2c -d out -o f http://h/x')).toEqual(['/work/out/f']);
  });

  test('where it goes is the host of the URL, unless something takes it elsewhere', async () => {
    expect((await run('curl http://localhost:3000/a')).actions[0]?.scope).toMatchObject({
      host: 'localhost',
      port: '3000',
    });
    for (const detour of ['--connect-to ::evil:443', '--resolve localhost:80:1.2.3.4', '-x http://evil:8080']) {
      expect((await run(`curl ${detour} http://localhost/`)).actions[0]?.scope.reach).toBe('remote');
    }
    expect((await run('curl -k https://u:p@h/x')).actions[0]).toMatchObject({
      scope: { host: 'h', tls: 'not verified' },
      resource: { url: 'https://h/x' },
    });
    expect((await run('curl http://localhost@evil.example/')).actions[0]?.scope.host).toBe('evil.example');
  });

  test('a part of the address that only the shell knows is no doubt, a whole word is', async () => {
    expect(onlyReads(await line('curl -s "http://localhost/$x"'))).toBe(true);
    expect((await line('curl -s "$url"')).opaque).toBe(true);
    expect((await line('curl -X "$m" http://localhost/')).opaque).toBe(true);
  });

  test('requests in a row have methods of their own', async () => {
    const found = await run('curl -X DELETE https://h/x --next -X GET https://h/y');
    expect(found.actions.map((action) => action.operation)).toEqual(['DELETE', 'GET']);
    expect((await run('curl -X DELETE https://h/x -s: -X GET https://h/y')).opaque).toBe(true);
  });

  test('credentials on the command line are known', async () => {
    expect((await run('curl -u me:hunter2 https://h')).secrets).toContain('hunter2');
    expect((await meaning(['curl', '-H', 'Authorization: Bearer abc123', 'https://h'])).secrets).toContain('abc123');
    expect((await run('wget --password=hunter2 https://h')).secrets).toContain('hunter2');
  });

  test('files that decide are inputs', async () => {
    const files = filesOf({ list: 'https://h/x' });
    const found = await meaning(['wget', '-i', 'list'], { files });
    expect(found.inputs).toMatchObject([{ role: 'addresses', path: 'list' }]);
    expect(effects(found)).toContain('write');
  });

  test('any words get an answer, and one strange option more is never less', async () => {
    const word = fc.constantFrom(
      '-X',
      'POST',
      '-d',
      '@f',
      '-o',
      'f',
      'https://h/x',
      '-O',
      '--',
      '-',
      '-i',
      ':',
      '://',
      '@',
      '[',
      '-nv',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('curl', 'wget', 'http', 'aria2c'),
        fc.array(fc.oneof(word, fc.string())),
        async (tool, words) => {
          expect((await meaning([tool, ...words])).actions.length).toBeGreaterThan(0);
          expect(onlyReads(await meaning([tool, '--frobnicate', ...words]))).toBe(false);
        },
      ),
    );
  });

  test('long arguments take no longer than they are', async () => {
    const texts = [
      '/'.repeat(60000),
      'a:'.repeat(30000),
      '@'.repeat(60000),
      '\\'.repeat(60000),
      'deletedelete'.repeat(5000),
    ];
    const took = await effort(async () => {
      for (const text of texts) {
        for (const tool of ['curl', 'wget', 'http', 'bq']) await meaning([tool, tool === 'bq' ? 'query' : 'x', text]);
      }
    });
    expect(took).toBeLessThan(3000);
  });
});
