import { describe, expect, it } from 'vitest';
import { type CommandTree, parseCommandLine } from '../../src/command/command-tree.ts';
import { EffectTable } from '../../src/command/effect-table.ts';

const tree: CommandTree = {
  values: '-C',
  persistent: { flags: '--debug', values: '-R/--repo' },
  commands: {
    remote: {
      flags: '-v/--verbose',
      operands: true,
      commands: { add: { values: '-t', flags: '-f' }, rm: 'remove', remove: {} },
    },
    log: { flags: '--oneline', values: '-n' },
    run: { flags: '-i', wraps: true },
  },
};
const parse = (line: string) => parseCommandLine(['tool', ...line.split(' ')], tree, 'pflag');

describe('a tree of subcommands', () => {
  it('is followed to the last command, and each level has its own options', () => {
    const found = parse('-C dir remote add -f -t main origin url');
    expect(found.path).toEqual(['remote', 'add']);
    expect(found.positionals).toEqual(['origin', 'url']);
    expect([...found.options]).toEqual([
      ['C', ['dir']],
      ['f', ['']],
      ['t', ['main']],
    ]);
    expect(found.unknown).toEqual([]);
  });

  it('resolves another name for a command', () => {
    expect(parse('remote rm origin').path).toEqual(['remote', 'remove']);
  });

  it('gives persistent options to every command below', () => {
    const found = parse('log --repo a/b --debug -n 3');
    expect(found.options.get('repo')).toEqual(['a/b']);
    expect(found.unknown).toEqual([]);
  });

  it('reports an option of another level', () => {
    expect(parse('log -C dir').unknown).toEqual(['-C']);
  });

  it('reports the word that is no command', () => {
    expect(parse('frobnicate now').stranger).toBe('frobnicate');
    expect(parse('remote frobnicate').stranger).toBeUndefined();
    expect(parse('remote frobnicate').positionals).toEqual(['frobnicate']);
    expect(parse('constructor').stranger).toBe('constructor');
  });

  it('leaves the words of a wrapped command alone', () => {
    const found = parse('run -i image ls -la');
    expect(found.path).toEqual(['run']);
    expect(found.positionals).toEqual(['image', 'ls', '-la']);
    expect(found.unknown).toEqual([]);
  });

  it("reads Go's own flags with one dash or two, up to the first operand", () => {
    const flat: CommandTree = { commands: { plan: { flags: '-destroy', values: '-var' } } };
    const found = parseCommandLine(['t', 'plan', '--var', 'a=b', '-destroy=true', 'dir', '-x'], flat, 'goflag');
    expect([...found.options]).toEqual([
      ['var', ['a=b']],
      ['destroy', ['true']],
    ]);
    expect(found.positionals).toEqual(['dir', '-x']);
    expect(found.unknown).toEqual([]);
  });
});

describe('a table of effects', () => {
  const table = new EffectTable(`
    read: log | show
      | remote
    write+execute: rebase | remote add
  `);

  it('knows each command by its whole path', () => {
    expect(table.of('show')).toEqual(['read']);
    expect(table.of('remote add')).toEqual(['write', 'execute']);
    expect(table.commands()).toEqual(['log', 'show', 'remote', 'rebase', 'remote add']);
  });

  it('says nothing about a command below one it knows', () => {
    expect(table.of('remote remove')).toBeUndefined();
    expect(table.of('')).toBeUndefined();
  });
});
