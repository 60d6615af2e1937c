import type { Action } from '../../action.ts';
import table from '../../grammars/httpie.json' with { type: 'json' };
import { grammar, optionValue, scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, withDoubt } from '../../reading.ts';
import { requestAction, savedName, savedTo } from './request.ts';

export const reader: Reader = { names: ['http', 'https', 'xh', 'xhs'], read };

const GRAMMAR = grammar('getopt', { flags: table.flags, many: table.values });

/** `name=value`, `name:=json`, `name@file`, `name=@file`, `name:=@file`; a header or a query parameter is no body. */
const ITEM = /^(?:[^:=@\\]|\\.)*(:=@|=@|==|:=|=|@|:)/s;

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const found = scan(argv, 1, GRAMMAR);
  const { options } = found;
  const doubts = [...doubtsOf(found)];
  const secrets = (options.get('auth') ?? [])
    .map((value) => value.slice(value.indexOf(':') + 1))
    .filter((value) => value !== '' && !value.includes(UNRESOLVED));
  const words = [...found.positionals];
  const first = words[0];
  if (first === undefined) return withDoubt({ actions: [act(tool, 'help', ['read'])] }, doubts);
  const named =
    /^[A-Za-z]+$/.test(first) && words.length > 1 && !/^localhost$/i.test(first) ? words.shift() : undefined;
  const [url = '', ...items] = words;
  const separators = items.map((item) => ITEM.exec(item)?.[1]);
  if (separators.includes(undefined)) doubts.push('an item of the request is not understood');
  const body = separators.some((separator) => separator !== undefined && separator !== ':' && separator !== '==');
  const fed =
    options.has('raw') ||
    (context.stdin === 'pipe' && !options.has('ignore-stdin')) ||
    (context.stdin === 'file' && !options.has('ignore-stdin'));
  const method = (named ?? (body || fed ? 'POST' : 'GET')).toUpperCase();
  const files = items.filter((_, at) => separators[at]?.endsWith('@') === true);
  const address = url.startsWith(':') ? `localhost${/^:\d/.test(url) ? url : url.slice(1)}` : url;
  const actions: Action[] = [];
  if (options.has('offline')) actions.push(act(tool, 'offline', ['read']));
  else {
    const tls = optionValue(found, 'verify') === 'no' ? 'not verified' : undefined;
    const carriesFile = files.length > 0 || (fed && !options.has('raw'));
    actions.push(
      requestAction({ tool, method, url: address, carriesFile, tls, detour: options.has('proxy') }, context),
    );
  }
  const output = optionValue(found, 'output');
  if (output !== undefined) actions.push(...savedTo(tool, output, context));
  else if (options.has('download')) {
    const name = savedName(address, 'index.html');
    actions.push(
      ...(name === undefined
        ? [act(tool, 'save', ['write'], { resource: { kind: 'file' } })]
        : savedTo(tool, name, context)),
    );
  }
  return withDoubt({ actions, secrets }, doubts);
}
