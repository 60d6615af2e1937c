import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes the options of mongosh and the methods of its objects, from the packages mongosh itself is made of. By hand:
 *
 *     node scripts/generate-mongo.ts && npx biome check --write src/command/tools/mongo
 */

const PARSER = '@mongosh/arg-parser@5.6.0';
const API = '@mongosh/shell-api@5.9.0';
const work = mkdtempSync(join(tmpdir(), 'mongo-'));

function unpack(name: string, file: string): string {
  const archive = execFileSync('npm', ['pack', '--silent', name], { cwd: work, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', archive], { cwd: work });
  return readFileSync(join(work, 'package/lib', file), 'utf8');
}

const schema = unpack(PARSER, 'cli-options.js');
const table = { flags: [] as string[], optional: [] as string[], many: [] as string[] };
const body = schema.slice(schema.indexOf('CliOptionsSchema ='));
for (const match of body.matchAll(/^ {4}(\w+): (v4_1[\s\S]*?),\n(?= {4}\w+: |\}\))/gm)) {
  const [, name, definition = ''] = match;
  const aliases = [...(/alias: \[([^\]]*)\]/.exec(definition)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    (alias) => alias[1] as string,
  );
  const spellings = [...aliases, name as string].map((spelling) => `${spelling.length === 1 ? '-' : '--'}${spelling}`);
  const kind = /\.union\(/.test(definition)
    ? table.optional
    : /\.boolean\(\)/.test(definition)
      ? table.flags
      : table.many;
  kind.push(spellings.join('/'));
}

const methods = (file: string): string => {
  const text = unpack(API, file);
  const names = [...text.matchAll(/^ {4}([a-z]\w*)\(/gm)].map((match) => match[1] as string);
  return [...new Set(names)]
    .filter((name) => name !== 'constructor')
    .sort()
    .join(' ');
};
const files: Record<string, string> = {
  COLLECTION: 'collection.d.ts',
  DATABASE: 'database.d.ts',
  REPLICA_SET: 'replica-set.d.ts',
  SHARD: 'shard.d.ts',
};
writeFileSync(
  new URL('../src/command/tools/mongo/shell-table.ts', import.meta.url),
  `// Written by scripts/generate-mongo.ts from ${PARSER} and ${API}; change that, not this.
import { Names } from '../../names.ts';

/** The options of mongosh. */
export const OPTIONS = ${JSON.stringify(Object.fromEntries(Object.entries(table).map(([kind, list]) => [kind, list.join(' ')])))};

/** The methods of the objects of mongosh. */
${Object.entries(files)
  .map(
    ([name, file]) =>
      `export const ${name} = new Names(\`\n${methods(file).replaceAll(/(.{90,115}) /g, '$1\n')}\n\`);\n`,
  )
  .join('\n')}`,
);
rmSync(work, { recursive: true });
