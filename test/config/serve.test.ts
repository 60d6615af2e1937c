import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/document.ts';
import { loadServe, parseServe, strangersIn } from '../../src/config/serve.ts';

const WHOLE = `version: 1
state: /var/lib/gate
socket: { path: /run/gate/gate.sock, mode: "0660" }
https: { listen: "[::]:8443", certificate: /etc/gate/tls.pem, key: /etc/gate/tls.key, client_ca: /etc/gate/clients.pem, clients: [{ san: "URI:spiffe://example.com/deploy", agent: deploy-bot, owner: alice }] }
run_as: { default: gate-run, agents: { deploy-bot: gate-deploy } }
oidc:
  - issuer: https://token.actions.githubusercontent.com
    audience: gate.example.com
    pipeline: "github/{repository}"
    owner: { claim: actor, people: { octocat: alice } }
    when: { repository: example/shop, ref: [refs/heads/main, "refs/tags/v*"] }
login: { issuer: https://login.example.com/realm, client_id: gate, lasts: 8h }
webhooks:
  - { url: "https://hooks.example.com/gate", secret: { file: /etc/gate/hook.key }, events: [request.*, vote.cast] }
tokens: { usual: 7d, longest: 90d }
limits: { calls: { per_second: 20 }, streams: 8 }
log: { level: warn, format: json }
metrics: { listen: "127.0.0.1:9464" }
`;

const read = (text: string) => parseServe(Buffer.from(text), 'serve.yaml');
const SMALL = 'version: 1\nstate: /var/lib/gate\nsocket: { path: /run/gate/gate.sock }\n';
const GITHUB = 'https://token.actions.githubusercontent.com';
const withOidc = (text: string) => `${SMALL}oidc:\n  - ${text}\n`;

describe('the file of the service', () => {
  test('metrics are for this machine, unless it says otherwise', () => {
    const metrics = (text: string) => () => read(`${SMALL}metrics: { listen: ${text} }\n`).metrics;
    expect(metrics('"[::1]:9464"')()).toEqual({ host: '::1', port: 9464 });
    expect(metrics('"0.0.0.0:9464"')).toThrow('open: true');
    expect(metrics('"gate.example.com:9464"')).toThrow('open: true');
    expect(metrics('"0.0.0.0:9464", open: true')()).toEqual({ host: '0.0.0.0', port: 9464 });
  });

  test('the web inbox has one name, over TLS or at localhost, and listens on this machine alone', () => {
    const web = (text: string) => () => read(`${SMALL}web: { ${text} }\n`).web;
    const listen = 'listen: "127.0.0.1:8444"';
    expect(web(`origin: https://gate.example.com, ${listen}`)()).toEqual({
      origin: 'https://gate.example.com',
      listen: { host: '127.0.0.1', port: 8444 },
    });
    expect(web(`origin: "http://localhost:8444", ${listen}`)()?.origin).toBe('http://localhost:8444');
    expect(web('origin: https://gate.example.com')).toThrow('nobody could reach it');
    for (const origin of [
      'gate.example.com',
      'http://gate.example.com',
      'https://gate.example.com/',
      'https://a@b.example',
    ])
      expect(web(`origin: "${origin}", ${listen}`), origin).toThrow('must be like');
    for (const host of ['0.0.0.0', '[::]', '10.0.0.1', 'localhost'])
      expect(web(`origin: https://gate.example.com, listen: "${host}:8444"`), host).toThrow('is not encrypted');
    expect(read(`${WHOLE}web: { origin: https://gate.example.com:8443 }\n`).web).toEqual({
      origin: 'https://gate.example.com:8443',
    });
  });

  test('is read whole', () => {
    expect(read(WHOLE)).toEqual({
      state: '/var/lib/gate',
      socket: { path: '/run/gate/gate.sock', mode: 0o660, runs: 'host' },
      lease: 60,
      https: {
        host: '::',
        port: 8443,
        certificate: '/etc/gate/tls.pem',
        key: '/etc/gate/tls.key',
        clientCa: '/etc/gate/clients.pem',
        clients: [{ san: 'URI:spiffe://example.com/deploy', kind: 'agent', name: 'deploy-bot', owner: 'alice' }],
      },
      runAs: { default: 'gate-run', agents: { 'deploy-bot': 'gate-deploy' } },
      oidc: [
        {
          issuer: GITHUB,
          audience: 'gate.example.com',
          pipeline: { literals: ['github/', ''], claims: ['repository'] },
          session: { literals: ['', ''], claims: ['run_id'] },
          owner: { claim: 'actor', people: { octocat: 'alice' } },
          when: [
            { claim: 'repository', patterns: ['example/shop'] },
            { claim: 'ref', patterns: ['refs/heads/main', 'refs/tags/v*'] },
          ],
        },
      ],
      login: { issuer: 'https://login.example.com/realm', clientId: 'gate', claim: 'email', lasts: 8 * 3600 },
      webhooks: [
        {
          url: 'https://hooks.example.com/gate',
          secrets: [{ file: '/etc/gate/hook.key' }],
          events: expect.arrayContaining(['request.held', 'request.denied', 'vote.cast']),
          start: false,
        },
      ],
      log: { level: 'warn', format: 'json' },
      metrics: { host: '127.0.0.1', port: 9464 },
      limits: { calls: { perSecond: 20, burst: 1000 }, streams: 8 },
      tokens: { usual: 7 * 86_400, longest: 90 * 86_400 },
    });
  });

  test('has defaults for what is not said', () => {
    expect(read(SMALL)).toEqual({
      state: '/var/lib/gate',
      socket: { path: '/run/gate/gate.sock', mode: 0o666, runs: 'host' },
      lease: 60,
      runAs: { agents: {} },
      log: { level: 'info' },
      oidc: [],
      webhooks: [],
      limits: { calls: { perSecond: 250, burst: 1000 }, streams: 128 },
      tokens: { usual: 30 * 86_400, longest: 365 * 86_400 },
    });
  });

  test('is what the pages show', () => {
    const blocks = (page: string) =>
      [...readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
        ([, text = '']) => text,
      );
    expect(blocks('decisions/0012-serve.md').map((text) => read(text).runAs.default)).toEqual(['gate-run']);
    const [issuers = '', certificates = '', login = '', client = '', ...none] = blocks('callers.md');
    expect(none).toEqual([]);
    expect(read(SMALL + issuers).oidc.map(({ session }) => session?.claims)).toEqual([['run_id'], ['pipeline_id']]);
    expect(read(SMALL + certificates).https?.clients.map(({ kind }) => kind)).toEqual(['agent', 'pipeline']);
    expect(parseConfig(Buffer.from(client), 'config.yaml', 'root').service).toMatchObject({
      kind: 'https',
      audience: 'gate.example.com',
    });
    expect(read(SMALL + login).login).toMatchObject({ claim: 'email', lasts: 43_200 });
  });

  test('names whom the directory does not know', () => {
    const people = { people: [{ name: 'alice', os: [], sshKeys: [] }], groups: [], agents: [] };
    expect(strangersIn(read(WHOLE), people)).toEqual([
      '`run_as` names the agent `deploy-bot`, and the directory does not',
    ]);
    expect(strangersIn(read(WHOLE), undefined)).toHaveLength(3);
  });

  const oidc = (more: string) =>
    withOidc(`{ issuer: "${GITHUB}", audience: a, owner: { claim: actor, people: { o: alice } }, ${more} }`);

  test.each([
    ['no version', 'state: /a\nsocket: { path: /s }\n', /`version` is missing/],
    ['an unknown field', `${SMALL}token: x\n`, /serve\.yaml:4:8: unknown field `token`/],
    [
      'an authority of clients that nobody is known by',
      `${SMALL}https: { listen: "[::]:1", certificate: /c, key: /k, client_ca: /a }\n`,
      /give `clients`/,
    ],
    [
      'a certificate of two',
      `${SMALL}https: { listen: "[::]:1", certificate: /c, key: /k, client_ca: /a, clients: [{ san: "DNS:a", agent: a, pipeline: b, owner: c }] }\n`,
      /of one `agent` or of one `pipeline`/,
    ],
    [
      'a name of a certificate that could be read as two',
      `${SMALL}https: { listen: "[::]:1", certificate: /c, key: /k, client_ca: /a, clients: [{ san: "DNS:a, DNS:b", agent: a, owner: c }] }\n`,
      /`san` must be/,
    ],
    ['no door', 'version: 1\nstate: /a\n', /give `socket`, `https` or both/],
    ['a relative state', 'version: 1\nstate: lib\nsocket: { path: /s }\n', /:2:8: `state` must be an absolute path/],
    ['a mode that is no text', SMALL.replace('.sock ', '.sock, mode: 666 '), /`mode` must be text/],
    ['a socket nobody can connect to', SMALL.replace('.sock ', '.sock, mode: "0777" '), /`mode` must be `"0666"`/],
    [
      'a port that is none',
      `${SMALL}https: { listen: "0.0.0.0:99999", certificate: /c, key: /k }\n`,
      /:4:18: `listen`/,
    ],
    ['commands run as root', `${SMALL}run_as: { default: root }\n`, /no command runs as root/],
    ['an agent run as root', `${SMALL}run_as: { agents: { bot: root } }\n`, /no command runs as root/],
    [
      'plain http for hooks',
      `${SMALL}webhooks: [{ url: "http://x", secret: { file: /k }, events: [run.*] }]\n`,
      /https:/,
    ],
    [
      'a secret in the file',
      `${SMALL}webhooks: [{ url: "https://x", secret: abc, events: [run.*] }]\n`,
      /`secret` must be/,
    ],
    [
      'an event that is never sent',
      `${SMALL}webhooks: [{ url: "https://x", secret: { file: /k }, events: [request.submitted] }]\n`,
      /`request\.submitted` is no message/,
    ],
    [
      'the same address twice',
      `${SMALL}webhooks: [${'{ url: "https://x", secret: { env: K }, events: ["*"] },'.repeat(2)}]\n`,
      /this address is there already/,
    ],
    [
      'an address with a password',
      `${SMALL}webhooks: [{ url: "https://a:b@x", secret: { env: K }, events: ["*"] }]\n`,
      /without a password/,
    ],
    [
      'plain http that only looks like this machine',
      `${SMALL}webhooks: [{ url: "http://127.0.0.1.example.com", secret: { env: K }, events: ["*"] }]\n`,
      /of this machine/,
    ],
    ['an endless token', `${SMALL}tokens: { longest: 400d }\n`, /a year at most/],
    [
      'a usual token beyond the longest',
      `${SMALL}tokens: { longest: 7d }\n`.replace('7d', '7d, usual: 8d'),
      /longer than/,
    ],
    [
      'an issuer over http',
      `${SMALL}login: { issuer: "http://login.example.com", client_id: g }\n`,
      /`issuer` must be/,
    ],
    [
      'an issuer with a query',
      `${SMALL}login: { issuer: "https://l.example.com?x", client_id: g }\n`,
      /`issuer` must be/,
    ],
    ['an issuer with a password', `${SMALL}login: { issuer: "https://a:b@l.example.com", client_id: g }\n`, /`issuer`/],
    ['everybody’s pipelines', oidc('pipeline: "github/{repository}"'), /`when` must say whose, by repository/],
    ['branches of everybody', oidc('pipeline: "github/{repository}", when: { ref: refs/heads/main }'), /say whose/],
    ['repositories of all', oidc('pipeline: "github/{repository}", when: { repository: "*/shop" }'), /say whose/],
    ['one of two that is all', oidc('pipeline: "g/{sub}", when: { repository: [a/b, "*"] }'), /say whose/],
    [
      'a name without a space of its own',
      oidc('pipeline: "{repository}", when: { repository: a/b }'),
      /begin with a name/,
    ],
    ['claims that touch', oidc('pipeline: "g/{sub}{ref}", when: { repository: a/b }'), /with text between/],
    ['half a claim', oidc('pipeline: "g/{sub", when: { repository: a/b }'), /`pipeline` must be plain text/],
    [
      'pipelines of another issuer',
      withOidc(
        ['https://a.example.com', 'https://b.example.com']
          .map(
            (i) => `{ issuer: "${i}", audience: a, pipeline: "ci/{sub}", owner: { claim: u, people: { o: alice } } }`,
          )
          .join('\n  - '),
      ),
      /:6:\d+: `ci\/` is where the pipelines of https:\/\/a\.example\.com are already/,
    ],
    [
      'nobody who owns',
      withOidc(
        '{ issuer: "https://a.example.com", audience: a, pipeline: "ci/{sub}", owner: { claim: u, people: {} } }',
      ),
      /`people` names nobody/,
    ],
  ])('with %s is refused, with the place', (_, text, words) => {
    expect(() => read(text)).toThrow(words);
    expect(() => read(text)).toThrow(/^serve\.yaml:\d+:\d+: /);
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
  });
});

describe('whoever else could have written it', () => {
  const directory = mkdtempSync(join(tmpdir(), 'gate-serve-'));
  const file = join(directory, 'etc', 'serve.yaml');
  mkdirSync(join(directory, 'etc'), { mode: 0o755 });
  afterAll(() => rmSync(directory, { recursive: true }));
  const write = (mode: number, uid = process.getuid?.() ?? 0) => {
    writeFileSync(file, SMALL);
    chmodSync(file, mode);
    chownSync(file, uid, 0);
  };

  test('makes it refused: group, others, a stranger, the directory', () => {
    write(0o640);
    expect(loadServe(file).state).toBe('/var/lib/gate');
    for (const mode of [0o660, 0o646]) {
      write(mode);
      expect(() => loadServe(file)).toThrow('others than root and the account of the service');
    }
    write(0o600);
    chmodSync(join(directory, 'etc'), 0o777);
    expect(() => loadServe(file)).toThrow('can be written by others');
    chmodSync(join(directory, 'etc'), 0o755);
    expect(() => loadServe(join(directory, 'etc', 'absent'))).toThrow('is not there');
  });

  test.runIf(process.getuid?.() === 0)('an owner who is neither root nor the service is a stranger', () => {
    write(0o600, 12_345);
    expect(() => loadServe(file)).toThrow('others than root and the account of the service');
  });
});
