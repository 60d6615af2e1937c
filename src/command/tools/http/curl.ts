import type { Action } from '../../action.ts';
import table from '../../grammars/curl.json' with { type: 'json' };
import { grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, inputOf, withDoubt } from '../../reading.ts';
import { type Request, requestAction, savedName, savedTo } from './request.ts';

export const reader: Reader = { names: ['curl'], read };

/** Options newer than the curl the table comes from: curl's manual, 8.14. */
const NEWER = {
  flags:
    '--ca-native --proxy-ca-native --trace-ids --proxy-http2 --skip-existing --mptcp --tls-earlydata --dump-ca-embed --follow',
  many: '--trace-config --haproxy-clientip --keepalive-cnt --ip-tos --vlan-priority --parallel-max-host --ipfs-gateway --sigalgs --upload-flags',
};

/** Every value may be given again: the reader looks at all of those that decide. */
const GRAMMAR = grammar(
  'getopt',
  { many: `${table.values} ${NEWER.many}`, optional: table.optional },
  grammar('getopt', { flags: `${table.flags} ${NEWER.flags} ${negated(table.flags)}` }),
);

function negated(flags: string): string {
  return flags
    .split(' ')
    .map((flag) => flag.slice(flag.indexOf('--')))
    .map((flag) => (flag.startsWith('--no-') ? `--${flag.slice(5)}` : `--no-${flag.slice(2)}`))
    .join(' ');
}

/** `--next` begins a request with options of its own. */
function read(argv: readonly string[], context: ReadContext): Reading {
  if (!argv.includes('--next') && !argv.includes('-:')) return requests(argv, context);
  const parts: string[][] = [['curl']];
  for (const arg of argv.slice(1)) {
    if (arg === '--next' || arg === '-:') parts.push(['curl']);
    else (parts.at(-1) as string[]).push(arg);
  }
  const readings = parts.slice(0, MAX_URLS).map((part) => requests(part, context));
  const doubts = parts.length > MAX_URLS ? [`more than ${MAX_URLS} requests`] : [];
  const together: Reading = {
    actions: readings.flatMap((reading) => reading.actions),
    inputs: readings.flatMap((reading) => reading.inputs ?? []),
    secrets: readings.flatMap((reading) => reading.secrets ?? []),
    notes: readings.flatMap((reading) => reading.notes ?? []),
    pins: PINS,
  };
  return withDoubt(together, doubts);
}

function requests(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMAR);
  const { options } = found;
  const secrets = secretsOf(found);
  const urls = [...found.positionals, ...(options.get('url') ?? [])];
  const doubts = [...doubtsOf(found)];
  if (urls.length === 0) {
    return withDoubt({ actions: [act('curl', 'help', ['read'])], secrets }, [
      ...doubts,
      ...(options.has('config') ? ['--config brings further options'] : []),
    ]);
  }
  const inputs: Input[] = [];
  for (const path of options.get('config') ?? []) {
    inputs.push(inputOf('config', path, path === '-' ? context.files.stdin() : context.files.read(path)));
    doubts.push(`--config ${path} brings further options`);
  }
  // Bundled with other letters: `-s:`.
  if (options.has('next')) doubts.push('several requests are in one word');
  if (options.has('engine')) doubts.push('--engine loads code');
  if ((options.get('write-out') ?? []).some((format) => format.includes('%output{') || format.startsWith('@'))) {
    doubts.push('--write-out may write files');
  }
  const actions: Action[] = [];
  for (const url of urls.slice(0, MAX_URLS)) {
    const request = requestOf(url, found);
    actions.push(requestAction(request, context));
  }
  if (urls.length > MAX_URLS) doubts.push(`more than ${MAX_URLS} addresses`);
  actions.push(...sockets(found), ...saved(urls, found, context));
  if (options.has('quote')) doubts.push('--quote sends commands to the server');
  return withDoubt({ actions, inputs, secrets, pins: PINS }, doubts);
}

const MAX_URLS = 64;

/** Options that give a body, and how a value of theirs names a file. */
const BODIES: readonly (readonly [option: string, file: RegExp])[] = [
  ['data', /^@/],
  ['data-ascii', /^@/],
  ['data-binary', /^@/],
  ['data-urlencode', /^[^=]*@/],
  ['json', /^@/],
  ['form', /^[^=]*=[@<]|=[@<]/],
  ['data-raw', /^(?!)/],
  ['form-string', /^(?!)/],
];

function requestOf(url: string, found: Scan): Request {
  const { options } = found;
  const uploads = options.has('upload-file');
  const body = BODIES.some(([option]) => options.has(option));
  const carried = BODIES.some(([option, file]) => (options.get(option) ?? []).some((value) => file.test(value)));
  const headers = (options.get('header') ?? []).some((value) => value.startsWith('@'));
  const mail = options.has('mail-rcpt') || options.has('mail-from');
  const natural = options.has('head')
    ? 'HEAD'
    : uploads
      ? 'PUT'
      : (body && !options.has('get')) || mail
        ? 'POST'
        : 'GET';
  return {
    tool: 'curl',
    method: (optionValue(found, 'request') ?? natural).toUpperCase(),
    url,
    carriesFile: uploads || carried || headers,
    detour: DETOURS.some((option) => options.has(option)),
    tls: options.has('insecure') ? 'not verified' : undefined,
  };
}

/** Options that take the connection elsewhere than to the host in the URL. */
const DETOURS: readonly string[] = [
  'proxy',
  'preproxy',
  'proxy1.0',
  'socks4',
  'socks4a',
  'socks5',
  'socks5-hostname',
  'connect-to',
  'resolve',
  'dns-servers',
  'doh-url',
];

/** A socket of this machine: behind that of a container engine is whoever runs it, mostly root. */
function sockets(found: Scan): readonly Action[] {
  const path = optionValue(found, 'unix-socket') ?? optionValue(found, 'abstract-unix-socket');
  if (path === undefined) return [];
  const engine = /(docker|podman|containerd|crio|cri-o|buildkit|snapd|lxd|incus)[^/]*\.(sock|socket)|docker/.test(path);
  return engine || path.includes(UNRESOLVED)
    ? [
        act('curl', 'socket', ['privilege', 'execute'], {
          resource: { kind: 'socket', path },
          scope: { reach: 'machine' },
        }),
      ]
    : [];
}

/** Every file it writes. */
function saved(urls: readonly string[], found: Scan, context: ReadContext): readonly Action[] {
  const { options } = found;
  const folder = optionValue(found, 'output-dir') ?? '';
  const inFolder = (name: string): string =>
    folder === '' || name === '-' ? name : absolute(name, absolute(folder, context.cwd));
  const actions: Action[] = [];
  for (const name of options.get('output') ?? [])
    actions.push(
      ...savedTo('curl', name.includes('#') ? inFolder(name.replace(/#\d.*/, UNRESOLVED)) : inFolder(name), context),
    );
  if (options.has('remote-name') || options.has('remote-name-all')) {
    for (const url of urls.slice(0, MAX_URLS)) {
      // With -J the server chooses the name.
      const name = options.has('remote-header-name') ? undefined : savedName(url, undefined);
      actions.push(
        ...(name === undefined
          ? [act('curl', 'save', ['write'], { resource: { kind: 'file' } })]
          : savedTo('curl', inFolder(name), context)),
      );
    }
  }
  for (const option of WRITTEN) {
    for (const name of options.get(option) ?? []) actions.push(...savedTo('curl', name, context));
  }
  return actions;
}

/** Further options that name a file curl writes. */
const WRITTEN: readonly string[] = [
  'dump-header',
  'cookie-jar',
  'etag-save',
  'trace',
  'trace-ascii',
  'libcurl',
  'stderr',
  'hsts',
  'alt-svc',
];

function secretsOf({ options }: Scan): readonly string[] {
  const found: string[] = [];
  for (const option of ['user', 'proxy-user']) {
    for (const value of options.get(option) ?? []) {
      const colon = value.indexOf(':');
      if (colon >= 0 && colon + 1 < value.length) found.push(value.slice(colon + 1));
    }
  }
  for (const option of ['oauth2-bearer', 'pass', 'proxy-pass', 'tlspassword', 'proxy-tlspassword'])
    found.push(...(options.get(option) ?? []));
  for (const value of options.get('cert') ?? []) {
    const colon = value.lastIndexOf(':');
    if (colon > 0) found.push(value.slice(colon + 1));
  }
  for (const value of options.get('header') ?? []) {
    const secret =
      /^(?:authorization|proxy-authorization|cookie|x-api-key|x-auth-token|x-[a-z-]*token|private-token|api-key)\s*:\s*(?:(?:bearer|basic|token)\s+)?(.+)$/is.exec(
        value,
      )?.[1];
    if (secret !== undefined) found.push(secret);
  }
  for (const value of options.get('cookie') ?? []) if (value.includes('=')) found.push(value);
  return found.filter((value) => value !== '' && !value.includes(UNRESOLVED));
}

const PINS: readonly string[] = [
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
  'CURL_HOME',
  'CURL_CA_BUNDLE',
  'SSL_CERT_FILE',
];
