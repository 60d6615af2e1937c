import type { Effect } from '../../action.ts';
import { kindOf, RBAC, SECRETS, type Target } from './resources.ts';

/** A path of the API that `--raw` names: what it is, and what a request there does beyond its method. */
export interface RawPath {
  readonly target: Target;
  readonly effects: readonly Effect[];
  readonly doubt?: string;
}

/** Reviews are asked with POST and change nothing. */
const REVIEWS = /^(self)?subject(access|rules)reviews?$|^localsubjectaccessreviews?$|^tokenreviews?$/;

/** Pages of a proxied program that only tell how it is. */
const TELLING = /^\/?(metrics|healthz|health|livez|readyz|ready|live|version|stats|configz|pods|spec|logs?)(\/|\?|$)/i;

/** @param method what the verb of kubectl sends: `get`, `create`, `replace`, `delete` */
export function readRaw(method: string, raw: string): RawPath {
  const query = raw.indexOf('?');
  const path = decoded(query < 0 ? raw : raw.slice(0, query));
  if (
    path === undefined ||
    !path.startsWith('/') ||
    path.includes('/..') ||
    path.includes('//') ||
    /[%\s\\]/.test(path)
  )
    return { target: {}, effects: [], doubt: 'the path of --raw is not a plain one' };
  const parts = path.split('/').filter((part) => part !== '');
  const group = parts[0] === 'api' ? 2 : parts[0] === 'apis' ? 3 : undefined;
  if (group === undefined || parts.length <= group) return { target: {}, effects: [] };
  let rest = parts.slice(group);
  if (rest[0] === 'watch') rest = rest.slice(1);
  const inNamespace =
    rest[0] === 'namespaces' && rest.length > 2 && !['status', 'finalize'].includes(rest[2] as string);
  const namespace = inNamespace ? rest[1] : undefined;
  if (inNamespace) rest = rest.slice(2);
  const [plural = '', name, subresource, ...more] = rest;
  const kind = kindOf(plural);
  const target: Target = {
    kind,
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(subresource === undefined ? {} : { subresource }),
  };
  return { target, ...meaning(method, plural, kind, subresource, more.join('/')) };
}

function meaning(
  method: string,
  plural: string,
  kind: string,
  subresource: string | undefined,
  rest: string,
): { effects: readonly Effect[]; doubt?: string } {
  if (method === 'create' && REVIEWS.test(plural)) return { effects: ['read'] };
  if (subresource === 'exec' || subresource === 'attach' || subresource === 'portforward')
    return { effects: ['execute'] };
  if (subresource === 'proxy') {
    if (method === 'get' && TELLING.test(rest)) return { effects: [] };
    return { effects: [], doubt: 'the request is passed on to a program in the cluster' };
  }
  if (subresource === 'token') return { effects: ['secret', 'privilege'] };
  if (subresource === 'eviction') return { effects: ['destroy'] };
  if (subresource === 'approval' && method !== 'get') return { effects: ['privilege'] };
  if (subresource === 'finalize' && method !== 'get') return { effects: ['destroy'] };
  if (method === 'get') return { effects: SECRETS.has(kind) ? ['secret'] : [] };
  return { effects: RBAC.has(kind) ? ['privilege'] : [] };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
