import type { Action, Effect, Scope } from '../../action.ts';
import type { ReadContext } from '../../reader.ts';
import { act, fileAt, unknownAction } from '../../reading.ts';

/** Backslash commands that only print or set how results look. */
const HARMLESS =
  /^(d[a-zA-Z]*[S+x]*|l[S+x]*|list[+x]*|z[S+x]*|sf\+?|sv\+?|echo|qecho|warn|conninfo|q|quit|x|t|a|C|f|H|T|pset|timing|encoding|h|help|\?|copyright|errverbose|p|print|r|reset|if|elif|else|endif|gdesc|g|gx|watch|crosstabview|set|unset|parse|bind|bind_named|close_prepared|startpipeline|endpipeline|syncpipeline|flush|flushrequest|getresults|prompt)$/;

export interface Judged {
  readonly actions: readonly Action[];
  /** A file whose text is read as input at this place. */
  readonly include?: string;
  /** Later text may mean something else: a variable was set, another server connected. */
  readonly sets?: boolean;
  readonly doubt?: string;
}

/** What one backslash command does; one psql does not have is unknown. */
export function judgeCommand(text: string, scope: Scope, context: ReadContext): Judged {
  const name = /^(!|\?|[A-Za-z_]+\+?[S+x]*)/.exec(text)?.[0] ?? '';
  const rest = text.slice(name.length).trim();
  const make = (effects: Effect[], path?: string): Action =>
    act('psql', `\\${name}`, effects, {
      scope,
      opaque: effects.includes('execute'),
      ...(path === undefined ? {} : { resource: fileAt(path, context.cwd) }),
    });
  // Backquotes run a program in nearly every command's arguments.
  if (name === '!' || name === 'gexec' || (rest.includes('`') && name !== 'copy'))
    return { actions: [make(['execute', 'unknown'])] };
  switch (name) {
    case 'copy':
      return { actions: [copy(rest, make)] };
    case 'i':
    case 'ir':
    case 'include':
    case 'include_relative':
      return { actions: [], include: unquote(rest) };
    case 'o':
    case 'out':
    case 'w':
    case 'write':
    case 's':
    case 'g':
    case 'gx': {
      const target = name.startsWith('g') ? rest.replace(/^\([^)]*\)\s*/, '') : rest;
      if (target === '') return { actions: [make(['read'])] };
      if (/^["']?\|/.test(target)) return { actions: [make(['execute', 'unknown'])] };
      return { actions: [make(['export', 'write'], unquote(target))] };
    }
    case 'lo_export':
      return { actions: [make(['export', 'write'])] };
    case 'lo_import':
      return { actions: [make(['write', 'secret'])] };
    case 'lo_unlink':
      return { actions: [make(['destroy'])] };
    case 'password':
      return { actions: [make(['privilege'])] };
    case 'e':
    case 'edit':
    case 'ef':
    case 'ev':
      return { actions: [make(['execute', 'unknown'])] };
    case 'c':
    case 'connect':
      return { actions: [make(['unknown'])], doubt: 'it connects to another server or database' };
    case 'set':
    case 'gset':
    case 'prompt':
    case 'getenv':
      return { actions: [make(['read'])], sets: true };
    default:
      if (HARMLESS.test(name)) return { actions: [make(['read'])] };
      return { actions: [unknownAction('psql', `\\${name}`, { scope })] };
  }
}

function copy(rest: string, make: (effects: Effect[], path?: string) => Action): Action {
  if (/\bprogram\b/i.test(rest)) return make(['execute', 'unknown']);
  const direction = /\b(from|to)\s+('(?:[^']|'')*'|\S+)/gi;
  let last: RegExpExecArray | null = null;
  for (let match = direction.exec(rest); match !== null; match = direction.exec(rest)) last = match;
  if (last === null) return make(['unknown']);
  const file = unquote(last[2] as string);
  const standard = /^p?std(in|out)$/i.test(file);
  // The query of `\copy (query) to` may do more than read.
  const query = rest.startsWith('(') && !/^\(\s*(select|table|values)\b/i.test(rest);
  if (last[1]?.toLowerCase() === 'from')
    return make(['write', ...(query ? (['unknown'] as const) : [])], standard ? undefined : file);
  const plain = /^[\w."]+(\s*\([\w\s,"]*\))?\s+to\b/i.test(rest);
  const effects: Effect[] = standard ? ['read'] : ['export', 'write'];
  return make(plain ? effects : [...effects, 'unknown'], standard ? undefined : file);
}

function unquote(word: string): string {
  const first = word.split(/\s+/)[0] ?? '';
  return /^'.*'$/s.test(word)
    ? word.slice(1, -1).replaceAll("''", "'")
    : /^".*"$/s.test(word)
      ? word.slice(1, -1)
      : first;
}
