import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { Names } from '../../names.ts';
import { UNRESOLVED } from '../../options.ts';
import type { Run } from '../../reader.ts';
import { act, fileAt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { COMMANDS } from './commands-table.ts';
import { clientCopy } from './copy.ts';
import { readSql } from './sql.ts';

/** Backslash commands that print, or set how results look. Those of psql 16 and later stand in the second line. */
const HARMLESS = new Names(
  '? C H T a conninfo copyright crosstabview echo elif else encoding endif errverbose f gdesc h if l p pset q qecho r ' +
    'restrict set sf sv t timing unrestrict unset warn watch x z lo_list ' +
    'list print quit reset help html parse bind bind_named close_prepared startpipeline endpipeline syncpipeline ' +
    'sendpipeline flush flushrequest getresults dn',
);

/** Where psql is while it works through its input. */
export interface Place {
  readonly scope: Scope;
  readonly cwd: string;
}

export interface Judged {
  readonly actions: readonly Action[];
  readonly runs?: readonly Run[];
  /** A file whose text is read as input at this place; relative to the file it stands in or not. */
  readonly include?: { readonly path: string; readonly beside: boolean };
  /** A variable is set to what only psql will know. */
  readonly sets?: boolean;
  readonly connects?: readonly string[];
  readonly cd?: string;
  readonly doubt?: string;
}

/** What one backslash command does; one psql does not have is unknown. */
export function judgeCommand(text: string, place: Place): Judged {
  const name = /^(!|\?|[A-Za-z_]+)/.exec(text)?.[0] ?? '';
  const tail = text.slice(name.length).replace(/^[+S]+(?=[\s;]|$)/, '');
  const rest = tail.trim();
  const make = (effects: readonly Effect[], resource: Resource = {}): Action =>
    act('psql', `\\${name}`, effects, { scope: place.scope, resource });
  const file = (path: string, effects: readonly Effect[]): Action =>
    act('psql', `\\${name}`, effects, { resource: fileAt(path, place.cwd) });
  if (name === '!') return program(make, rest);
  if (name === 'copy') return copy(rest, place, make, file);
  const target = name === 'g' || name === 'gx' ? rest.replace(/^\([^)]*\)\s*/, '') : rest;
  if (OUTPUT.has(name) && /^["']?\|/.test(target)) return program(make, target.replace(/^["']?\|/, ''));
  // Backquotes run a program in nearly every command's arguments.
  if (rest.includes('`')) return { actions: [make(['execute', 'unknown'])], sets: true };
  if (OUTPUT.has(name)) return { actions: [target === '' ? make(['read']) : file(words(target)[0] ?? '', ['write'])] };
  switch (name) {
    case 'gexec':
    case 'e':
    case 'edit':
    case 'ef':
    case 'ev':
      return { actions: [make(['execute', 'unknown'])] };
    case 'i':
    case 'ir':
    case 'include':
    case 'include_relative':
      return {
        actions: [],
        include: { path: words(rest)[0] ?? '', beside: name === 'ir' || name.endsWith('relative') },
      };
    case 'lo_export':
      return { actions: [make(['export']), file(words(rest)[1] ?? '', ['write'])] };
    case 'lo_import': {
      const path = words(rest)[0] ?? '';
      return { actions: [make(['write']), file(path, namesSecretFile(path) ? ['read', 'secret'] : ['read'])] };
    }
    case 'lo_unlink':
      return { actions: [make(['destroy'])] };
    case 'password':
      return { actions: [make(['privilege'])] };
    case 'c':
    case 'connect':
      return { actions: [make(['read'])], connects: words(rest) };
    case 'cd':
      return { actions: [make(['read'])], cd: words(rest)[0] ?? UNRESOLVED };
    case 'encoding':
      // In other encodings a quote may hide inside a character.
      return { actions: [make(/^(utf-?8|sql_ascii|latin1|)$/i.test(rest) ? ['read'] : ['write', 'unknown'])] };
    case 'setenv':
      return { actions: [make(['write', 'unknown'])] };
    case 'set':
      return { actions: [make(['read'])], sets: words(rest).length > 0 };
    case 'gset':
    case 'prompt':
    case 'getenv':
      return { actions: [make(['read'])], sets: true };
    default:
      return { actions: [make(prints(name) ? ['read'] : ['unknown'])] };
  }
}

/** They take a file to write, or a program behind a bar. */
const OUTPUT = new Names('o out w write s g gx');

function prints(name: string): boolean {
  if (HARMLESS.has(name)) return true;
  // `\dt+`, `\dfnS`: whatever follows, \d describes.
  return name.startsWith('d') || (COMMANDS.has(name) && name.startsWith('l') && name.length === 1);
}

type Make = (effects: readonly Effect[], resource?: Resource) => Action;

/** A shell line that psql starts; without one, `\!` opens a shell. */
function program(make: Make, line: string): Judged {
  if (line.trim() === '') return { actions: [make(['execute', 'unknown'])] };
  return {
    actions: [make(['execute'])],
    runs: [{ argv: ['sh', '-c', line], via: 'psql', stdin: 'pipe' }],
  };
}

/** `\copy`: the server sees a COPY, and psql reads or writes a file, or starts a program. */
function copy(
  rest: string,
  place: Place,
  make: Make,
  file: (path: string, effects: readonly Effect[]) => Action,
): Judged {
  const found = clientCopy(rest);
  if (found === undefined) return { actions: [make(['unknown'])] };
  const server = readSql(found.sql, place.scope).map((action) => ({
    ...action,
    operation: '\\copy',
    // Rows that go anywhere but to the screen leave.
    effects:
      found.direction === 'to' && (found.file ?? found.program) !== undefined
        ? [...action.effects.filter((effect) => effect !== 'read'), 'export' as const]
        : action.effects,
  }));
  if (found.program !== undefined) {
    const started = program(make, found.program);
    return { ...started, actions: [...server, ...started.actions] };
  }
  if (found.file === undefined) return { actions: server };
  if (found.direction === 'to') return { actions: [...server, file(found.file, ['write'])] };
  return { actions: [...server, file(found.file, namesSecretFile(found.file) ? ['read', 'secret'] : ['read'])] };
}

/** The arguments of a backslash command, as far as they are written out. */
function words(rest: string): readonly string[] {
  const found: string[] = [];
  const argument = /'((?:[^'\\]|''|\\.)*)'|"([^"]*)"|([^\s'"]+)/gs;
  for (let match = argument.exec(rest); match !== null && found.length < 8; match = argument.exec(rest)) {
    const [, single, double, bare] = match;
    found.push(single?.replaceAll("''", "'") ?? double ?? bare?.replace(/;$/, '') ?? '');
  }
  return found.map((word) => (/(^|[^:]):[A-Za-z_'"{]/.test(word) && !word.includes('://') ? UNRESOLVED : word));
}
