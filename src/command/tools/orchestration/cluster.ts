import buildah from '../../grammars/buildah.json' with { type: 'json' };
import etcdctl from '../../grammars/etcdctl.json' with { type: 'json' };
import skopeo from '../../grammars/skopeo.json' with { type: 'json' };
import type { Reader } from '../../reader.ts';
import { CLUSTER } from './cluster-table.ts';
import { type NamedTool, namedTools } from './named-tools.ts';

/** Tools around clusters, containers and machines that have no reader of their own. */
const TREES: Readonly<Record<string, unknown>> = { buildah, etcdctl, skopeo };

const TOOLS: Readonly<Record<string, NamedTool>> = Object.fromEntries(
  Object.entries(CLUSTER).map(([name, tool]) => [name, { ...tool, tree: TREES[name] }]),
);

export const reader: Reader = namedTools(TOOLS);
