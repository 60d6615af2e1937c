type Parse = (sql: string) => { readonly stmts?: readonly Parsed[] };
interface Parsed {
  readonly stmt?: unknown;
  readonly stmt_location?: number;
  readonly stmt_len?: number;
}

let parse: Parse | undefined;

/** Loads PostgreSQL's own parser, which is WebAssembly and takes its time; undefined when it is loaded already. */
export function loadParser(): Promise<void> | undefined {
  return parse === undefined ? load() : undefined;
}

async function load(): Promise<void> {
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  parse = parseSync as Parse;
}

/** The statements of a text; undefined when PostgreSQL would not parse it, or it is too tangled to try. */
export function parseSql(sql: string): readonly unknown[] | undefined {
  if (parse === undefined || isTangled(sql)) return undefined;
  try {
    return (parse(sql).stmts ?? []).map(({ stmt }) => stmt);
  } catch {
    return undefined;
  }
}

/** The parser takes time by the square of the depth of comments inside comments. */
function isTangled(sql: string): boolean {
  let comments = 0;
  for (let at = sql.indexOf('/*'); at >= 0; at = sql.indexOf('/*', at + 2)) comments++;
  return comments > MOST_COMMENTS;
}

const MOST_COMMENTS = 500;

/** Each statement with its own text, exactly as it was written; undefined as in `parseSql`. */
export function statementsIn(
  sql: string,
): readonly { readonly statement: unknown; readonly text: string }[] | undefined {
  if (parse === undefined || isTangled(sql)) return undefined;
  try {
    // The parser counts in bytes.
    const bytes = Buffer.from(sql);
    return (parse(sql).stmts ?? []).map(({ stmt, stmt_location: from = 0, stmt_len: length }) => ({
      statement: stmt,
      text: bytes.toString('utf8', from, length ? from + length : undefined).trim(),
    }));
  } catch {
    return undefined;
  }
}
