import type { CommandTree } from '../../command-tree.ts';
import tree from '../../grammars/docker.json' with { type: 'json' };
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { readByTable, type Table } from '../orchestration/by-table.ts';
import { canonical } from './canonical.ts';
import { EFFECTS } from './effects-table.ts';
import { DOCKER_PINS, dockerEndpoint } from './endpoint.ts';
import { refineDocker } from './refine.ts';

/** docker, nerdctl (which has the same commands) and docker-compose (which is `docker compose`). */
export const reader: Reader = { names: [], read };

const docker = tree as unknown as CommandTree;
const NERDCTL: CommandTree = {
  ...docker,
  persistent: {
    flags: '--help --debug --debug-full --insecure-registry --experimental',
    values:
      '-a/--address -n/--namespace --snapshotter --storage-driver --cni-path --cni-netconfpath --data-root --cgroup-manager --hosts-dir --host-gateway-ip --bridge-ip',
  },
};

const TABLE: Table = {
  tree: docker,
  style: 'pflag',
  effects: EFFECTS,
  canonical,
  scope: (line, context) => dockerEndpoint(line, context).scope,
  refine: (found, context) => {
    const { inputs } = dockerEndpoint(found.line, context);
    const refined = refineDocker(found, context);
    return inputs.length === 0 ? refined : { ...refined, inputs: [...inputs, ...(refined?.inputs ?? [])] };
  },
  secrets: ['password', 'token'],
  pins: DOCKER_PINS,
  hazards: ['config'],
};
const TABLES: Readonly<Record<string, Table>> = {
  docker: TABLE,
  nerdctl: { ...TABLE, tree: NERDCTL, scope: () => ({ reach: 'machine' }) },
};

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (tool === 'docker-compose') return readByTable(['docker', 'compose', ...argv.slice(1)], TABLE, context);
  return readByTable(argv, TABLES[tool] ?? TABLE, context);
}
