import type { Action } from '../../action.ts';
import table from '../../grammars/aria2c.json' with { type: 'json' };
import { grammar, optionValue, scan } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Input, ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fileAt, inputOf, withDoubt } from '../../reading.ts';
import { requestAction, savedName } from './request.ts';

export const reader: Reader = { names: ['aria2c'], read };

const GRAMMAR = grammar('getopt', { flags: table.flags, optional: table.optional, many: table.values });

function read(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMAR);
  const { options, positionals } = found;
  const doubts = [...doubtsOf(found)];
  const inputs: Input[] = [];
  if (options.has('help') || options.has('version'))
    return withDoubt({ actions: [act('aria2c', 'help', ['read'])] }, doubts);
  const actions: Action[] = positionals
    .slice(0, 64)
    .map((url) => requestAction({ tool: 'aria2c', method: 'GET', url, carriesFile: false }, context));
  const list = optionValue(found, 'input-file');
  if (list !== undefined)
    inputs.push(inputOf('addresses', list, list === '-' ? context.files.stdin() : context.files.read(list)));
  // Programs it starts when a download begins, ends or fails.
  if ([...options.keys()].some((option) => option.startsWith('on-'))) {
    actions.push(act('aria2c', 'hook', ['execute', 'unknown']));
  }
  if (options.has('enable-rpc') && optionValue(found, 'enable-rpc') !== 'false')
    doubts.push('--enable-rpc lets others give it work');
  if (options.has('conf-path')) doubts.push('--conf-path brings further options');
  const folder = absolute(optionValue(found, 'dir') ?? '.', context.cwd);
  const given = optionValue(found, 'out');
  const single = positionals.length === 1 ? (given ?? savedName(positionals[0] ?? '', 'index.html')) : undefined;
  if (!options.has('dry-run') && !options.has('show-files')) {
    const resource = single === undefined ? { kind: 'directory', path: folder } : fileAt(single, folder);
    actions.push(act('aria2c', 'save', ['write'], { resource }));
  } else if (actions.length === 0) actions.push(act('aria2c', 'show', ['read']));
  return withDoubt({ actions, inputs }, doubts);
}
