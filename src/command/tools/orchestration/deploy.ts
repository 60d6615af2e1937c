import cdk from '../../grammars/cdk.json' with { type: 'json' };
import copilot from '../../grammars/copilot.json' with { type: 'json' };
import firebase from '../../grammars/firebase.json' with { type: 'json' };
import flyctl from '../../grammars/flyctl.json' with { type: 'json' };
import k3d from '../../grammars/k3d.json' with { type: 'json' };
import launchctl from '../../grammars/launchctl.json' with { type: 'json' };
import limactl from '../../grammars/limactl.json' with { type: 'json' };
import minikube from '../../grammars/minikube.json' with { type: 'json' };
import multipass from '../../grammars/multipass.json' with { type: 'json' };
import netlify from '../../grammars/netlify.json' with { type: 'json' };
import pm2 from '../../grammars/pm2.json' with { type: 'json' };
import pulumi from '../../grammars/pulumi.json' with { type: 'json' };
import railway from '../../grammars/railway.json' with { type: 'json' };
import sam from '../../grammars/sam.json' with { type: 'json' };
import serverless from '../../grammars/serverless.json' with { type: 'json' };
import supabase from '../../grammars/supabase.json' with { type: 'json' };
import vercel from '../../grammars/vercel.json' with { type: 'json' };
import wrangler from '../../grammars/wrangler.json' with { type: 'json' };
import type { Reader } from '../../reader.ts';
import { DEPLOY } from './deploy-table.ts';
import { type NamedTool, namedTools } from './named-tools.ts';

/** Tools that bring code to a cloud, or run small clusters and machines on this one. */
const TREES: Readonly<Record<string, unknown>> = {
  cdk,
  copilot,
  firebase,
  flyctl,
  k3d,
  launchctl,
  limactl,
  minikube,
  multipass,
  netlify,
  pm2,
  pulumi,
  railway,
  sam,
  serverless,
  supabase,
  vercel,
  wrangler,
};

const TOOLS: Readonly<Record<string, NamedTool>> = Object.fromEntries(
  Object.entries(DEPLOY).map(([name, tool]) => [name, { ...tool, tree: TREES[name] }]),
);

export const reader: Reader = namedTools(TOOLS, { fly: 'flyctl', sls: 'serverless', vc: 'vercel', ntl: 'netlify' });
