import type { Resource } from '../../action.ts';
import { fields } from '../../reading.ts';
import { inner, isNode, list, type Node, names, text, unwrap } from './nodes.ts';
import { objectWords } from './statements.ts';

/** More objects than this in one statement become one without a name. */
const MOST = 64;

/** The objects a statement is about: one each, so that a rule can be about every one of them. Never empty. */
export function objectsOf(kind: string, node: Node): readonly Resource[] {
  const found = several(kind, node);
  if (found === undefined) return [objectOf(kind, node)];
  return found.length === 0 || found.length > MOST ? [{ kind: found[0]?.kind ?? 'table' }] : found;
}

function several(kind: string, node: Node): readonly Resource[] | undefined {
  if (kind === 'TruncateStmt') return list(node['relations']).map(relation);
  if (kind === 'DropStmt') {
    const type = objectWords(String(node['removeType'])).toLowerCase();
    return list(node['objects']).map((object) => dropped(type, object));
  }
  if (kind === 'DropRoleStmt') return list(node['roles']).map(role);
  if (kind === 'GrantRoleStmt') return list(node['grantee_roles']).map(role);
  if (kind === 'GrantStmt' && list(node['objects']).length > 0) {
    const type = objectWords(String(node['objtype'])).toLowerCase();
    return list(node['objects']).map((object) =>
      isNode(object) && object['RangeVar'] ? relation(object) : dropped(type, object),
    );
  }
  return undefined;
}

function dropped(kind: string, object: unknown): Resource {
  const [wrapper, node] = unwrap(object) ?? [];
  const name =
    wrapper === 'String'
      ? names([object])
      : names(wrapper === 'List' ? node?.['items'] : (node?.['objname'] ?? node?.['names']));
  if (kind === 'schema' || name.length === 1) return fields({ kind, name: name.at(-1) });
  return fields({ kind, name: name.at(-1), schema: name.at(-2) });
}

function role(value: unknown): Resource {
  return fields({ kind: 'role', name: text(inner(value)?.['rolename']) });
}

/** The object a statement is about, where it names exactly one. */
function objectOf(kind: string, node: Node): Resource {
  switch (kind) {
    case 'SelectStmt':
      return relation(list(node['fromClause']).length === 1 ? list(node['fromClause'])[0] : undefined);
    case 'UpdateStmt':
    case 'DeleteStmt': {
      // Without WHERE it is every row there is.
      const all = node['whereClause'] === undefined && list(node['fromClause'] ?? node['usingClause']).length === 0;
      return { ...relation({ RangeVar: node['relation'] }), ...(all ? { all: 'true' } : {}) };
    }
    case 'DropdbStmt':
    case 'CreatedbStmt':
    case 'AlterDatabaseStmt':
    case 'AlterDatabaseSetStmt':
      return fields({ kind: 'database', name: text(node['dbname']) });
    case 'CreateRoleStmt':
      return fields({ kind: 'role', name: text(node['role']) });
    case 'AlterRoleStmt':
    case 'AlterRoleSetStmt':
      return fields({ kind: 'role', name: isNode(node['role']) ? text(node['role']['rolename']) : undefined });
    case 'CreateSchemaStmt':
      return fields({ kind: 'schema', name: text(node['schemaname']) });
    case 'CreateTableAsStmt':
      return isNode(node['into']) ? relation({ RangeVar: node['into']['rel'] }) : {};
    case 'ViewStmt':
      return { ...relation({ RangeVar: node['view'] }), kind: 'view' };
    case 'IndexStmt':
      return relation({ RangeVar: node['relation'] });
    case 'CreateFunctionStmt': {
      const name = names(node['funcname']);
      return fields({ kind: 'function', name: name.at(-1), schema: name.at(-2) });
    }
    default:
      return isNode(node['relation']) ? relation({ RangeVar: node['relation'] }) : {};
  }
}

function relation(value: unknown): Resource {
  const range = isNode(value) ? value['RangeVar'] : undefined;
  if (!isNode(range)) return {};
  return fields({ kind: 'table', name: text(range['relname']), schema: text(range['schemaname']) });
}
