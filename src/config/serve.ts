import { z } from 'zod';
import type { People } from '../approval/people.ts';
import { seconds } from '../policy/duration.ts';
import { personName } from './document.ts';
import { duration, issuerUrl, type PipelineIssuer, pipelineIssuerSchema, pipelineIssuers } from './oidc-schema.ts';
import { absolutePath, accountName, socketPath } from './service-schema.ts';
import { parseStrict, type Report } from './strict-yaml.ts';
import { invalid, readTrusted } from './trusted-file.ts';
import { type Webhook, webhookSchema, webhooksOf } from './webhooks.ts';

/** `/etc/gate/serve.yaml`: what the service itself is configured by (docs/decisions/0012-serve.md). Strict, as `config.yaml`. */

export interface Serve {
  /** Directory of the log, keys and held requests. */
  readonly state: string;
  readonly socket?: {
    readonly path: string;
    /** Permission bits. */
    readonly mode: number;
    /** Where commands of its callers run. */
    readonly runs: 'host' | 'client';
  };
  /** Seconds that a runner at a client may be silent. */
  readonly lease: number;
  readonly https?: Https;
  /** Accounts that commands run under: that of an agent by its name in the directory, else `default`. */
  readonly runAs: { readonly default?: string; readonly agents: Readonly<Record<string, string>> };
  readonly oidc: readonly PipelineIssuer[];
  readonly login?: Login;
  readonly webhooks: readonly Webhook[];
  readonly log: {
    readonly level: LogLevel /** Absent: text at a terminal, else JSON. */;
    readonly format?: 'json' | 'text';
  };
  /** Where Prometheus reads what is counted, besides the socket. */
  readonly metrics?: Listen;
  readonly limits: ServeLimits;
  readonly web?: Web;
  readonly tokens: { /** Seconds. */ readonly usual: number; readonly longest: number };
}

/** What one caller may take of the service. */
export interface ServeLimits {
  /** Calls: so many a second, and so many at once after a silence. */
  readonly calls: { readonly perSecond: number; readonly burst: number };
  /** Streams of events that are open at one time. */
  readonly streams: number;
}

/** A person, an agent in a loop and a busy pipeline stay far below; a flood leaves the service time for others. */
const USUAL_LIMITS = { perSecond: 250, burst: 1000, streams: 128 };

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Listen {
  /** An address, or a name; all addresses are `0.0.0.0` and `::`. */
  readonly host: string;
  readonly port: number;
}

export interface Https extends Listen {
  readonly certificate: string;
  readonly key: string;
  /** Certificate authorities of clients. Whoever shows no certificate needs a token; one of anybody else ends the connection. */
  readonly clientCa?: string;
  /** Whom certificates stand for; all others are nobody's. */
  readonly clients: readonly NamedCertificate[];
}

/** Whoever shows a certificate with this subject alternative name is this caller. */
export interface NamedCertificate {
  /** `URI:...`, `DNS:...` or `email:...`, whole. */
  readonly san: string;
  readonly kind: 'agent' | 'pipeline';
  readonly name: string;
  /** A person of the directory, by name. */
  readonly owner: string;
}

/** The web inbox (docs/decisions/0014-web-inbox.md). */
export interface Web {
  /** What stands in the browser, `https://gate.example.com`. */
  readonly origin: string;
  /** Of this machine alone: for a proxy in front. */
  readonly listen?: Listen;
}

/** The page of a request in the web inbox; undefined where there is none. */
export function pageOf({ web }: Pick<Serve, 'web'>): ((request: string) => string) | undefined {
  return web && ((request) => `${web.origin}/r/${request}`);
}

/** How people log in: with whom, and which claim of theirs is their `email` in the directory. */
export interface Login {
  readonly issuer: string;
  readonly clientId: string;
  readonly claim: string;
  /** Seconds a session lasts. */
  readonly lasts: number;
}

export const SERVE_FILE = '/etc/gate/serve.yaml';

/**
 * Read by the service, at its start and whenever it is told to.
 *
 * @throws GateError CONFIG_INVALID when it is not there, when somebody else than root and the account of this process
 *   could have written it, or when it says anything that is not understood; with file, line and column
 */
export function loadServe(file = SERVE_FILE): Serve {
  const bytes = readTrusted(file, 'service');
  if (bytes === undefined) throw invalid('service', `\`${file}\` is not there, and \`gate serve\` is configured by it`);
  return parseServe(bytes, file);
}

/** @throws GateError CONFIG_INVALID with everything that is wrong */
export function parseServe(bytes: Uint8Array, file: string): Serve {
  const refuse = (message: string) => invalid('service', message);
  const { value, report, settle } = parseStrict(bytes, { file, schema: serveSchema, refuse });
  const { state, socket, https, run_as = {}, oidc = [], login, webhooks = [], tokens = {}, log = {}, metrics } = value;
  const { calls = {}, streams = USUAL_LIMITS.streams } = value.limits ?? {};
  if (socket === undefined && https === undefined) report([], 'nobody could reach it: give `socket`, `https` or both');
  const issuers = pipelineIssuers(oidc, report);
  const usual = seconds(tokens.usual ?? '30d') ?? 0;
  const longest = seconds(tokens.longest ?? '365d') ?? 0;
  if (usual > longest) report(['tokens', 'usual'], '`usual` is longer than `longest`');
  const listen = https && listenAt(https.listen, 'https', report);
  const counted = metrics && metricsAt(metrics, report);
  const hooks = webhooksOf(webhooks, report);
  const clients = https ? namedCertificates(https, report) : [];
  const pages = value.web && webAt(value.web, https !== undefined, report);
  settle();
  return {
    state,
    ...(socket && {
      socket: { path: socket.path, mode: Number.parseInt(socket.mode ?? '0666', 8), runs: socket.runs ?? 'host' },
    }),
    lease: seconds(value.lease ?? '60s') ?? 60,
    ...(https &&
      listen && {
        https: {
          ...listen,
          certificate: https.certificate,
          key: https.key,
          ...(https.client_ca === undefined ? {} : { clientCa: https.client_ca }),
          clients,
        },
      }),
    runAs: { ...(run_as.default === undefined ? {} : { default: run_as.default }), agents: run_as.agents ?? {} },
    oidc: issuers,
    ...(login && {
      login: {
        issuer: login.issuer,
        clientId: login.client_id,
        claim: login.claim ?? 'email',
        lasts: seconds(login.lasts ?? '12h') ?? 0,
      },
    }),
    webhooks: hooks,
    log: { level: log.level ?? 'info', ...(log.format === undefined ? {} : { format: log.format }) },
    ...(counted === undefined ? {} : { metrics: counted }),
    limits: {
      calls: { perSecond: calls.per_second ?? USUAL_LIMITS.perSecond, burst: calls.burst ?? USUAL_LIMITS.burst },
      streams,
    },
    ...(pages === undefined ? {} : { web: pages }),
    tokens: { usual, longest },
  };
}

/** What the service's file names and the directory does not, in sentences: nobody would ever be them. */
export function strangersIn(
  { oidc, runAs, https }: Serve,
  people: Omit<People, 'source'> | undefined,
): readonly string[] {
  const persons = new Set(people?.people.map(({ name }) => name));
  const agents = new Set(people?.agents.map(({ name }) => name));
  const owners = oidc.flatMap(({ issuer, owner }) =>
    Object.entries(owner.people)
      .filter(([, person]) => !persons.has(person))
      .map(
        ([value, person]) => `\`${value}\` of ${issuer} is \`${person}\`, and nobody in the directory is called that`,
      ),
  );
  const accounts = Object.keys(runAs.agents)
    .filter((agent) => !agents.has(agent))
    .map((agent) => `\`run_as\` names the agent \`${agent}\`, and the directory does not`);
  const holders = (https?.clients ?? [])
    .filter(({ owner }) => !persons.has(owner))
    .map(
      ({ san, owner }) => `the certificate \`${san}\` is of \`${owner}\`, and nobody in the directory is called that`,
    );
  return [...owners, ...accounts, ...holders];
}

/** The account a command runs under is never root: it could read and become everything. */
const runAccount = accountName.refine((name) => name !== 'root', 'is root, and no command runs as root');

const atLeastOne = z.number().int().min(1, 'must be at least 1').max(1_000_000, 'is too large');
const programName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,99}$/,
    'must be small letters, digits, `.`, `_` or `-`, and start with a letter or digit',
  );
const namedCertificate = z.strictObject({
  san: z
    .string()
    .max(512, 'is longer than 512 characters')
    .regex(
      /^(?:URI|DNS|email):[!#-+.-~-]+$/,
      'must be `URI:`, `DNS:` or `email:` and the name, as the certificate has it',
    ),
  agent: programName.optional(),
  pipeline: programName.optional(),
  owner: personName,
});

const serveSchema = z.strictObject({
  version: z.literal(1),
  state: absolutePath,
  socket: z
    .strictObject({
      path: socketPath,
      mode: z
        .string()
        .regex(/^0?6[046][046]$/, 'must be `"0666"`, `"0660"` or the like, in quotes')
        .optional(),
      runs: z.enum(['host', 'client']).optional(),
    })
    .optional(),
  lease: duration.optional(),
  https: z
    .strictObject({
      listen: z.string(),
      certificate: absolutePath,
      key: absolutePath,
      client_ca: absolutePath.optional(),
      clients: z.array(namedCertificate).optional(),
    })
    .optional(),
  run_as: z
    .strictObject({ default: runAccount.optional(), agents: z.record(personName, runAccount).optional() })
    .optional(),
  oidc: z.array(pipelineIssuerSchema).optional(),
  login: z
    .strictObject({
      issuer: issuerUrl,
      client_id: z.string().min(1, 'is empty').max(512, 'is longer than 512 characters'),
      claim: z.enum(['email', 'sub', 'upn']).optional(),
      lasts: duration.optional(),
    })
    .optional(),
  webhooks: z.array(webhookSchema).optional(),
  log: z
    .strictObject({
      level: z.enum(['debug', 'info', 'warn', 'error']).optional(),
      format: z.enum(['json', 'text']).optional(),
    })
    .optional(),
  metrics: z.strictObject({ listen: z.string(), open: z.literal(true).optional() }).optional(),
  limits: z
    .strictObject({
      calls: z.strictObject({ per_second: atLeastOne.optional(), burst: atLeastOne.optional() }).optional(),
      streams: atLeastOne.optional(),
    })
    .optional(),
  web: z.strictObject({ origin: z.string(), listen: z.string().optional() }).optional(),
  tokens: z.strictObject({ usual: duration.optional(), longest: duration.optional() }).optional(),
});

/** Whoever reaches that port reads it. */
function metricsAt({ listen, open }: { listen: string; open?: true | undefined }, report: Report): Listen | undefined {
  const at = listenAt(listen, 'metrics', report);
  if (at === undefined || open || /^(?:127\.[0-9.]+|::1|localhost)$/.test(at.host)) return at;
  report(
    ['metrics', 'listen'],
    'is not an address of this machine alone: say `open: true` if everybody who reaches it may read it',
  );
  return undefined;
}

/** With what the shape alone cannot tell: each names one program, and none is named twice. */
function namedCertificates(
  { client_ca, clients = [] }: NonNullable<z.infer<typeof serveSchema>['https']>,
  report: Report,
): readonly NamedCertificate[] {
  if (client_ca !== undefined && clients.length === 0) {
    report(['https', 'client_ca'], 'no certificate of it stands for anybody: give `clients`');
  }
  if (client_ca === undefined && clients.length > 0) report(['https', 'clients'], '`clients` needs `client_ca`');
  return clients.map(({ san, agent, pipeline, owner }, index) => {
    if ((agent === undefined) === (pipeline === undefined)) {
      report(['https', 'clients', index], 'a certificate is that of one `agent` or of one `pipeline`');
    }
    if (clients.findIndex((each) => each.san === san) < index) {
      report(['https', 'clients', index, 'san'], `\`${san}\` is somebody already`);
    }
    return { san, kind: agent === undefined ? 'pipeline' : 'agent', name: agent ?? pipeline ?? '', owner };
  });
}

/** A browser sends the session wherever `origin` is: over TLS, or to this machine for trying it out. */
function webAt(
  { origin, listen }: { origin: string; listen?: string | undefined },
  https: boolean,
  report: Report,
): Web | undefined {
  const url = URL.parse(origin);
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  if (url === null || !secure || url.origin !== origin) {
    report(['web', 'origin'], 'must be like `https://gate.example.com`, or `http://localhost:8444` for trying it out');
    return undefined;
  }
  if (listen === undefined) {
    if (https && url.protocol === 'https:') return { origin };
    report(['web'], 'nobody could reach it: give `https`, or `listen` behind a proxy that has the certificate');
    return undefined;
  }
  const at = listenAt(listen, 'web', report);
  if (at === undefined || ['127.0.0.1', '::1'].includes(at.host)) return at && { origin, listen: at };
  report(['web', 'listen'], 'is not `127.0.0.1` or `[::1]`: what goes there is not encrypted');
  return undefined;
}

/** `ADDRESS:PORT`, with an address of IPv6 in brackets. */
function listenAt(text: string, section: 'https' | 'metrics' | 'web', report: Report): Listen | undefined {
  const found = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text);
  const port = Number(found?.[3]);
  if (found && port <= 65_535) return { host: found[1] ?? found[2] ?? '', port };
  report([section, 'listen'], '`listen` must be `ADDRESS:PORT`, such as `0.0.0.0:8443`');
  return undefined;
}
