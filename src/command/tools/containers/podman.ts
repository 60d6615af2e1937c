import type { CommandTree } from '../../command-tree.ts';
import tree from '../../grammars/podman.json' with { type: 'json' };
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { readByTable, type Table } from '../orchestration/by-table.ts';
import { canonical } from './canonical.ts';
import { EFFECTS } from './effects-table.ts';
import { PODMAN_PINS, podmanEndpoint } from './endpoint.ts';
import { refineDocker } from './refine.ts';

export const reader: Reader = { names: [], read };

const TABLE: Table = {
  tree: tree as unknown as CommandTree,
  style: 'pflag',
  effects: EFFECTS,
  canonical,
  scope: (line, context) => podmanEndpoint(line, context).scope,
  refine: refineDocker,
  secrets: ['password', 'creds'],
  pins: PODMAN_PINS,
  // Programs podman starts in place of its own, and hooks it runs for every container.
  hazards: ['out', 'storage-opt', 'runtime-flag', 'runtime', 'conmon', 'hooks-dir', 'network-cmd-path', 'module'],
};

function read(argv: readonly string[], context: ReadContext): Reading {
  return readByTable(argv, TABLE, context);
}
