import type { Action } from '../../action.ts';
import table from '../../grammars/wget.json' with { type: 'json' };
import { grammar, optionValue, type Scan, scan, UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fileAt, inputOf, unknownAction, withDoubt } from '../../reading.ts';
import { requestAction, savedName, savedTo, targetOf } from './request.ts';

export const reader: Reader = { names: ['wget', 'wget2'], read };

const GRAMMAR = grammar('getopt', { flags: `${table.flags} ${negated(table.flags)}`, many: table.values });

/** Every long flag has its opposite. `-nv` and its like are two letters: `-n` takes the next one. */
function negated(flags: string): string {
  const long = flags.split(' ').map((flag) => flag.slice(flag.indexOf('--')));
  return `${long.map((flag) => (flag.startsWith('--no-') ? `--${flag.slice(5)}` : `--no-${flag.slice(2)}`)).join(' ')}`;
}

/** `-nv -nc -nd -nH -np` are written as their long forms, so that the scanner need not know of them. */
const PAIRS: Readonly<Record<string, string>> = {
  '-nv': '--no-verbose',
  '-nc': '--no-clobber',
  '-nd': '--no-directories',
  '-nH': '--no-host-directories',
  '-np': '--no-parent',
};

function read(given: readonly string[], context: ReadContext): Reading {
  const argv = given.map((arg) => (Object.hasOwn(PAIRS, arg) ? (PAIRS[arg] as string) : arg));
  const found = scan(argv, 1, GRAMMAR);
  const { options } = found;
  const doubts = [...doubtsOf(found)];
  const inputs: Input[] = [];
  const secrets = ['password', 'http-password', 'ftp-password', 'proxy-password']
    .flatMap((option) => options.get(option) ?? [])
    .filter((value) => value !== '' && !value.includes(UNRESOLVED));
  const list = optionValue(found, 'input-file');
  if (list !== undefined)
    inputs.push(inputOf('addresses', list, list === '-' ? context.files.stdin() : context.files.read(list)));
  if (found.positionals.length === 0 && list === undefined) {
    return withDoubt({ actions: [act('wget', 'help', ['read'])], secrets }, doubts);
  }
  for (const command of options.get('execute') ?? []) {
    if (!/^\s*(robots|check_certificate|timeout|tries|wait|quiet|verbose|progress)\s*=/i.test(command))
      doubts.push(`--execute ${command} changes settings`);
  }
  if (options.has('config')) doubts.push('--config brings further options');
  const body = ['post-data', 'post-file', 'body-data', 'body-file'].some((option) => options.has(option));
  const method = (
    optionValue(found, 'method') ?? (options.has('spider') ? 'HEAD' : body ? 'POST' : 'GET')
  ).toUpperCase();
  const carriesFile = options.has('post-file') || options.has('body-file');
  const tls = options.has('no-check-certificate') ? 'not verified' : undefined;
  const actions: Action[] = found.positionals
    .slice(0, 64)
    .map((url) => requestAction({ tool: 'wget', method, url, carriesFile, tls }, context));
  if (found.positionals.length > 64) doubts.push('more than 64 addresses');
  if (list !== undefined) actions.push(act('wget', method, ['read'], { scope: { reach: 'remote' } }));
  if (options.has('use-askpass')) actions.push(unknownAction('wget', 'askpass'), act('wget', 'askpass', ['execute']));
  actions.push(...saved(found, context));
  return withDoubt({ actions, inputs, secrets, pins: PINS }, doubts);
}

function saved(found: Scan, context: ReadContext): readonly Action[] {
  const { options } = found;
  const actions: Action[] = [];
  for (const option of ['output-file', 'append-output', 'save-cookies', 'rejected-log', 'warc-file', 'hsts-file']) {
    for (const name of options.get(option) ?? []) actions.push(...savedTo('wget', name, context));
  }
  if (options.has('spider') || options.has('delete-after')) return actions;
  const document = optionValue(found, 'output-document');
  if (document !== undefined) return [...actions, ...savedTo('wget', document, context)];
  const folder = absolute(optionValue(found, 'directory-prefix') ?? '.', context.cwd);
  const tree = ['recursive', 'mirror', 'page-requisites', 'force-directories'].some((option) => options.has(option));
  if (options.has('input-file'))
    actions.push(act('wget', 'save', ['write'], { resource: { kind: 'directory', path: folder } }));
  for (const url of found.positionals.slice(0, 64)) {
    if (tree) {
      const host = targetOf(url)?.host;
      const place =
        host === undefined || options.has('no-host-directories') || options.has('no-directories')
          ? folder
          : absolute(host, folder);
      actions.push(act('wget', 'save', ['write'], { resource: { kind: 'directory', path: place } }));
      continue;
    }
    const name =
      options.has('content-disposition') || options.has('trust-server-names')
        ? undefined
        : savedName(url, 'index.html');
    actions.push(
      act('wget', 'save', ['write'], { resource: name === undefined ? { kind: 'file' } : fileAt(name, folder) }),
    );
  }
  return actions;
}

const PINS: readonly string[] = ['http_proxy', 'https_proxy', 'no_proxy', 'WGETRC', 'WGET_ASKPASS', 'SSL_CERT_FILE'];
