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

export function embedded(): string {
  const names = readdirSync(packs)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
  const entries = names.map((name) => {
    const bytes = readFileSync(new URL(`${name}.yaml`, packs));
    const text = decode(bytes, `${name}.yaml`);
    const { header, shards } = compile(parse(text, { file: `policies/${name}.yaml`, layer: 'user', packs: names }));
    const pack = {
      digest: `sha256:${hash('sha256', bytes, 'hex')}`,
      text,
      header: JSON.stringify(header),
      shards: Object.fromEntries([...shards].map(([tool, shard]) => [tool, JSON.stringify(shard)])),
    };
    return `  ${JSON.stringify(name)}: ${JSON.stringify(pack)},\n`;
  });
  return [
    '// biome-ignore-all format: written by scripts/embed-packs.ts from policies/*.yaml; change those\n',
    '// biome-ignore-all lint: the same\n',
    "import type { EmbeddedPack } from './packs.ts';\n\n",
    'export const EMBEDDED: Readonly<Record<string, EmbeddedPack>> = {\n',
    ...entries,
    '};\n',
  ].join('');
}

export function schema(): string {
  return `${JSON.stringify(z.toJSONSchema(policySchema, { target: 'draft-2020-12', reused: 'ref' }), null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('src/policy/packs/embedded.ts', root), embedded());
  writeFileSync(new URL('policies/policy.schema.json', root), schema());
}
