import type { Action, Effect, Resource, Scope } from '../../action.ts';
import { act, fields } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { callEffects, type Functions } from './calls.ts';
import { isSymbol, isWord, type Token, tokensOf } from './tokens.ts';
import { FUNCTIONS, KEYWORDS } from './words-table.ts';

export const DIALECT = { mysql: true } as const;

const MYSQL: Functions = {
  builtin: FUNCTIONS,
  keywords: { has: (name) => KEYWORDS.has(name) || name === 'AGAINST' || name === 'COLUMNS' },
  judged: {
    LOAD_FILE: ['secret'],
    NEXTVAL: ['write'],
    SETVAL: ['write'],
    // User-defined functions by these names run a program.
    SYS_EXEC: ['execute', 'unknown'],
    SYS_EVAL: ['execute', 'unknown'],
  },
};

/** What each statement does by its first word; those with more to say are in `judge`. */
const BY_VERB: Readonly<Record<string, string>> = {
  SELECT: 'read',
  TABLE: 'read',
  VALUES: 'read',
  DO: 'read',
  SHOW: 'read',
  HELP: 'read',
  USE: 'read',
  COMMIT: 'read',
  ROLLBACK: 'read',
  SAVEPOINT: 'read',
  RELEASE: 'read',
  HANDLER: 'read',
  CHECKSUM: 'read',
  SIGNAL: 'read',
  RESIGNAL: 'read',
  DEALLOCATE: 'read',
  UNLOCK: 'read',
  INSERT: 'write',
  REPLACE: 'write',
  UPDATE: 'write',
  LOCK: 'write',
  OPTIMIZE: 'write',
  REPAIR: 'write',
  CACHE: 'write',
  FLUSH: 'write',
  KILL: 'write',
  SHUTDOWN: 'write',
  RESTART: 'write',
  CHANGE: 'write privilege',
  STOP: 'write',
  XA: 'write',
  IMPORT: 'write',
  BINLOG: 'write',
  BACKUP: 'write',
  DELETE: 'destroy',
  TRUNCATE: 'destroy',
  PURGE: 'destroy',
  RESET: 'destroy',
  UNINSTALL: 'destroy',
  INSTALL: 'write execute',
  GRANT: 'privilege',
  REVOKE: 'privilege',
  CALL: 'execute unknown',
  EXECUTE: 'execute unknown',
  CLONE: 'export write unknown',
};

/** How deep text may stand inside text: `PREPARE s FROM 'PREPARE ...'`. */
const DEEPEST = 3;

/** The action of one statement. */
export function readStatement(tool: string, tokens: readonly Token[], scope: Scope, perhaps: boolean): Action {
  const effects = new Set<Effect>();
  const tag = judge(tokens, effects, 0);
  if (perhaps) effects.add('unknown');
  if (effects.size > 1 && !effects.has('unknown')) effects.delete('read');
  return act(tool, tag, [...effects], { scope, resource: resourceOf(tokens) });
}

/** Adds what a statement does; returns its first words. */
function judge(given: readonly Token[], effects: Set<Effect>, depth: number): string {
  if (depth > DEEPEST) {
    effects.add('unknown');
    return 'SQL';
  }
  let tokens = given;
  while (isSymbol(tokens[0], '(')) tokens = tokens.slice(1);
  const [first, second, third] = tokens;
  const verb = first?.kind === 'word' ? first.text : '';
  const two = second?.kind === 'word' ? `${verb} ${second.text}` : verb;
  const add = (list: string): void => {
    for (const effect of list.split(' ')) effects.add(effect as Effect);
  };
  if (readsSecrets(tokens)) add('secret');
  switch (verb) {
    case 'EXPLAIN':
    case 'DESCRIBE':
    case 'DESC':
      // EXPLAIN ANALYZE runs the statement; MariaDB writes it as ANALYZE.
      if (isWord(second, 'ANALYZE')) judge(afterFormat(tokens.slice(2)), effects, depth + 1);
      else {
        add('read');
        // Planning may already call functions.
        callEffects(tokens, MYSQL, effects);
      }
      return verb;
    case 'BEGIN':
      // MariaDB has blocks outside procedures: BEGIN NOT ATOMIC ...
      add(second === undefined || (isWord(second, 'WORK') && third === undefined) ? 'read' : 'execute unknown');
      return verb;
    case 'ANALYZE':
      if (tokens.slice(1, 4).some((token) => isWord(token, 'TABLE', 'TABLES'))) add('write');
      else judge(afterFormat(tokens.slice(1)), effects, depth + 1);
      return verb;
    case 'CHECK':
      add('read');
      return two;
    case 'WITH':
      return withQuery(tokens, effects, add);
    case 'SET':
      if (isWord(second, 'STATEMENT')) {
        // MariaDB: a setting for one statement, which follows.
        const start = tokens.findIndex((token) => isWord(token, 'FOR'));
        if (start < 0) add('unknown');
        else judge(tokens.slice(start + 1), effects, depth + 1);
      }
      set(tokens, add);
      callEffects(tokens, MYSQL, effects);
      return verb;
    case 'START':
      add(isWord(second, 'TRANSACTION') ? 'read' : 'write');
      return two;
    case 'GET':
      add('read');
      return verb;
    case 'LOAD':
      add('write');
      if (tokens.some(({ kind, text }) => kind === 'string' && namesSecretFile(text))) add('secret');
      return two;
    case 'CREATE':
      create(tokens, add);
      // A table made from a query runs the query.
      if (tokens.some((token) => isWord(token, 'SELECT')) && tokens.some((token) => isWord(token, 'TABLE')))
        callEffects(tokens.slice(tokens.findIndex((token) => isWord(token, 'SELECT'))), MYSQL, effects);
      return tag(tokens, verb);
    case 'ALTER':
      if (isWord(second, 'USER', 'ROLE')) add('privilege');
      else add(tokens.some((token) => isWord(token, 'DROP', 'TRUNCATE', 'DISCARD')) ? 'destroy' : 'write');
      return tag(tokens, verb);
    case 'DROP':
      add(isWord(second, 'USER', 'ROLE') ? 'destroy privilege' : isWord(second, 'PREPARE') ? 'read' : 'destroy');
      return tag(tokens, verb);
    case 'RENAME':
      add(isWord(second, 'USER') ? 'privilege' : 'write');
      return two;
    case 'PREPARE':
      text(
        tokens.find((token) => token.kind === 'string'),
        isWord(third, 'FROM'),
        effects,
        depth,
      );
      return verb;
    case 'EXECUTE':
      if (isWord(second, 'IMMEDIATE')) text(third, third?.kind === 'string' && tokens.length === 3, effects, depth);
      else add('execute unknown');
      return two;
    default: {
      const known = Object.hasOwn(BY_VERB, verb) ? (BY_VERB[verb] as string) : 'unknown';
      add(known);
      into(tokens, add);
      callEffects(tokens, MYSQL, effects);
      return tag(tokens, verb);
    }
  }
}

/** `TABLE` in `DROP TABLE`, past what may stand between. */
function tag(tokens: readonly Token[], verb: string): string {
  if (!/^(CREATE|ALTER|DROP|TRUNCATE)$/.test(verb)) return verb === '' ? 'SQL' : verb;
  const kind = tokens.slice(1, 8).find((token) => isWord(token, ...KINDS));
  return kind === undefined ? verb : `${verb} ${kind.text}`;
}

const KINDS = (
  'TABLE DATABASE SCHEMA VIEW INDEX TRIGGER PROCEDURE FUNCTION EVENT USER ROLE SERVER SEQUENCE TABLESPACE PACKAGE ' +
  'INSTANCE RESOURCE PREPARE'
).split(' ');

function withQuery(tokens: readonly Token[], effects: Set<Effect>, add: (list: string) => void): string {
  let depth = 0;
  let verb = '';
  for (const token of tokens) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    else if (depth === 0 && isWord(token, 'SELECT', 'UPDATE', 'DELETE', 'INSERT', 'REPLACE', 'TABLE', 'VALUES')) {
      verb = token.text;
      break;
    }
  }
  add(BY_VERB[verb] ?? 'unknown');
  into(tokens, add);
  callEffects(tokens, MYSQL, effects);
  return verb === '' ? 'WITH' : verb;
}

/** INTO a file of the server, and locks. */
function into(tokens: readonly Token[], add: (list: string) => void): void {
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (isWord(token, 'INTO') && isWord(next, 'OUTFILE', 'DUMPFILE')) add('export write');
    if (isWord(token, 'FOR') && isWord(next, 'UPDATE', 'SHARE')) add('write');
    if (isWord(token, 'LOCK') && isWord(next, 'IN')) add('write');
    if (isWord(token, 'NEXT') && isWord(next, 'VALUE')) add('write');
  });
}

function create(tokens: readonly Token[], add: (list: string) => void): void {
  const has = (word: string): boolean => tokens.some((token) => isWord(token, word));
  if (tokens.slice(1, 4).some((token) => isWord(token, 'USER', 'ROLE'))) add('privilege');
  else if (has('SONAME')) add('write execute');
  else add('write');
}

/** Settings that change how text is read, who one is, or what is logged. */
function set(tokens: readonly Token[], add: (list: string) => void): void {
  const has = (...words: readonly string[]): boolean => tokens.some((token) => isWord(token, ...words));
  const [, second, third] = tokens;
  if (has('PASSWORD') || isWord(second, 'ROLE') || (isWord(second, 'DEFAULT') && isWord(third, 'ROLE')))
    add('privilege');
  else if (has('GLOBAL', 'PERSIST', 'PERSIST_ONLY') || tokens.some(({ text }) => /^@@(GLOBAL|PERSIST)/.test(text)))
    add('write privilege');
  else if (isWord(second, 'NAMES', 'CHARACTER', 'CHARSET')) {
    const charset = tokens.at(-1)?.text.toLowerCase() ?? '';
    // In other character sets a quote may hide inside a character.
    add(/^(utf8(mb[34])?|latin1|binary|ascii|default)(_\w+)?$/.test(charset) ? 'read' : 'write unknown');
  } else if (tokens.some(({ text }) => /SQL_MODE/.test(text))) {
    const harmful = tokens.some(
      ({ kind, text }) => kind === 'string' && /ANSI|BACKSLASH|ORACLE|DB2|MSSQL|POSTGRES/i.test(text),
    );
    const known = tokens.some(({ kind }) => kind === 'string') && !has('CONCAT', 'REPLACE');
    add(known && !harmful ? 'read' : 'write unknown');
  } else if (tokens.some(({ text }) => /SQL_LOG_(BIN|OFF)|CHARACTER_SET_CLIENT/.test(text))) add('write');
  else add('read');
}

/** Statements that stand in a string. */
function text(token: Token | undefined, direct: boolean, effects: Set<Effect>, depth: number): void {
  if (token === undefined || !direct || depth >= DEEPEST || /\\/.test(token.text)) {
    effects.add('execute').add('unknown');
    return;
  }
  const inside = tokensOf(token.text, DIALECT);
  if (inside.open || inside.perhaps) effects.add('unknown');
  judge(inside.tokens, effects, depth + 1);
}

function afterFormat(tokens: readonly Token[]): readonly Token[] {
  return isWord(tokens[0], 'FORMAT') && isSymbol(tokens[1], '=') ? tokens.slice(3) : tokens;
}

/** Tables and columns of the server's own in which passwords stand. */
const SECRET_TABLES = /^(user|global_priv|slave_master_info|servers|password_history)$/i;

function readsSecrets(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'name') return false;
    if (/^authentication_string$/i.test(token.text)) return true;
    if (isWord(tokens[0], 'SHOW') && at === 1 && isWord(token, 'CREATE')) return isWord(tokens[2], 'USER');
    return (
      /^mysql$/i.test(token.text) && isSymbol(tokens[at + 1], '.') && SECRET_TABLES.test(tokens[at + 2]?.text ?? '')
    );
  });
}

/** The table or database behind the verb, where it is plain to see. */
function resourceOf(tokens: readonly Token[]): Resource {
  const at = tokens.findIndex((token, index) => index < 8 && isWord(token, ...PLACES));
  const place = tokens[at];
  if (at < 0 || place === undefined) {
    const [verb, name] = tokens;
    return isWord(verb, 'UPDATE') && name !== undefined ? table(tokens, 1, all(tokens)) : {};
  }
  let start = at + 1;
  while (isWord(tokens[start], 'IF', 'NOT', 'EXISTS', 'TABLE', 'ONLY')) start++;
  if (isWord(place, 'DATABASE', 'SCHEMA')) return fields({ kind: 'database', name: nameAt(tokens, start) });
  if (isWord(place, 'USER', 'ROLE')) return fields({ kind: 'role', name: nameAt(tokens, start) });
  return table(tokens, start, isWord(tokens[0], 'DELETE') && all(tokens));
}

const PLACES = ['FROM', 'INTO', 'TABLE', 'DATABASE', 'SCHEMA', 'USER', 'ROLE'];

/** Without WHERE and LIMIT it is every row. */
function all(tokens: readonly Token[]): boolean {
  return !tokens.some((token) => isWord(token, 'WHERE', 'LIMIT', 'JOIN', 'USING'));
}

function table(tokens: readonly Token[], at: number, whole: boolean): Resource {
  const first = nameAt(tokens, at);
  const dotted = isSymbol(tokens[at + 1], '.') ? nameAt(tokens, at + 2) : undefined;
  const found = dotted === undefined ? { name: first } : { schema: first, name: dotted };
  return {
    ...fields({ kind: first === undefined ? undefined : 'table', ...found }),
    ...(whole ? { all: 'true' } : {}),
  };
}

function nameAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === 'symbol' || token.kind === 'number') return undefined;
  return token.kind === 'word' ? token.raw : token.text;
}
