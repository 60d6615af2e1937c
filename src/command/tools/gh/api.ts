import type { Action, Effect, Scope } from '../../action.ts';
import type { CommandLine } from '../../command-tree.ts';
import { UNRESOLVED } from '../../options.ts';
import { act } from '../../reading.ts';

const BY_METHOD: Readonly<Record<string, Effect>> = {
  GET: 'read',
  HEAD: 'read',
  OPTIONS: 'read',
  POST: 'write',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'destroy',
};

/** Paths that decide who may do what, or what runs where. */
const PRIVILEGED =
  /(^|\/)(collaborators|invitations|keys|gpg_keys|ssh_signing_keys|hooks|secrets|permissions|protection|rulesets|teams|memberships|members|outside_collaborators|transfer|access_tokens|installations|environments|self-hosted|runners)(\/|\?|$)/;

/** `gh api` and `glab api`: the method decides; fields make it a POST. */
export function api(tool: string, line: CommandLine, scope: Scope, doubts: string[]): Action {
  const { options, positionals } = line;
  const endpoint = (positionals[0] ?? '').replace(/^\/+/, '');
  const given = [...(options.get('raw-field') ?? []), ...(options.get('field') ?? [])];
  const method =
    options.get('method')?.at(-1)?.toUpperCase() ?? (given.length > 0 || options.has('input') ? 'POST' : 'GET');
  for (const header of options.get('header') ?? []) {
    if (/method-override/i.test(header)) doubts.push('a header changes the method');
    if (header.startsWith(UNRESOLVED)) doubts.push('a header is only known when it runs');
  }
  const base = Object.hasOwn(BY_METHOD, method) ? BY_METHOD[method] : undefined;
  if (base === undefined) doubts.push(`the method ${method} is not one gate knows`);
  const effects: Effect[] = endpoint === 'graphql' ? [graphql(given, options.has('input'), doubts)] : [base ?? 'write'];
  if (effects[0] !== 'read') {
    if (PRIVILEGED.test(endpoint) || given.some((field) => /^(private|visibility|role|permission)=/.test(field)))
      effects.push('privilege');
    if (/access_tokens|registration-token/.test(endpoint)) effects.push('secret');
  }
  return act(tool, 'api', effects, { resource: { kind: 'endpoint', name: endpoint, url: endpoint }, scope });
}

/** A query only reads; a mutation is as its name says. */
function graphql(fields: readonly string[], input: boolean, doubts: string[]): Effect {
  const query = fields.find((field) => field.startsWith('query='))?.slice(6);
  if (query === undefined || input || query.startsWith('@') || query.includes(UNRESOLVED)) {
    doubts.push('the query cannot be seen');
    return 'read';
  }
  if (!/\bmutation\b/.test(query)) return 'read';
  return /\b(delete|remove)/i.test(query) ? 'destroy' : 'write';
}
