import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { compile } from '../src/policy/compile.ts';
import { policySchema } from '../src/policy/document.ts';
import { decode, parse } from '../src/policy/parse.ts';

/**
 * Puts the packs of `policies/` into the program, compiled, and prints the JSON Schema beside them. Both results are
 * checked in, and a test fails when they are not current. Run it after every change to a pack, the schema or `compile`:
 *
 *     node scripts/embed-packs.ts
 */

const root = new URL('..', import.meta.url);
const packs = new URL('policies/', root);

function names(): readonly string[] {
  return readdirSync(packs)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

export function embedded(): string {
  const entries = names().map((name) => {
    const bytes = readFileSync(new URL(`${name}.yaml`, packs));
    const text = decode(bytes, `${name}.yaml`);
    const { header, shards } = compile(parse(text, { file: `policies/${name}.yaml`, layer: 'user', packs: names() }));
    const pack = {
      digest: `sha256:${hash('sha256', bytes, 'hex')}`,
      header: JSON.stringify(header),
      shards: Object.fromEntries([...shards].map(([tool, shard]) => [tool, JSON.stringify(shard)])),
    };
    return `  ${JSON.stringify(name)}: ${JSON.stringify(pack)},\n`;
  });
  return file("import type { EmbeddedPack } from './packs.ts';\n\n", 'EMBEDDED', 'EmbeddedPack', entries);
}

/** Apart from the rest: a run needs a pack's text once, when its digest is new to the log. */
export function texts(): string {
  const entries = names().map((name) => {
    const bytes = readFileSync(new URL(`${name}.yaml`, packs));
    return `  ${JSON.stringify(name)}: ${JSON.stringify(decode(bytes, `${name}.yaml`))},\n`;
  });
  return file('', 'TEXTS', 'string', entries);
}

function file(imports: string, name: string, type: string, entries: readonly string[]): string {
  return [
    '// biome-ignore-all format: written by scripts/embed-packs.ts from policies/*.yaml; change those\n',
    '// biome-ignore-all lint: the same\n',
    imports,
    `export const ${name}: Readonly<Record<string, ${type}>> = {\n`,
    ...entries,
    '};\n',
  ].join('');
}

export function schema(): string {
  return `${JSON.stringify(z.toJSONSchema(policySchema, { target: 'draft-2020-12', reused: 'ref' }), null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('src/policy/packs/embedded.ts', root), embedded());
  writeFileSync(new URL('src/policy/packs/embedded-texts.ts', root), texts());
  writeFileSync(new URL('policies/policy.schema.json', root), schema());
}
