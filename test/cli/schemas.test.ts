import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printSchema, SCHEMAS, type SchemaName, schemaText } from '../../src/cli/schemas.ts';
import { GateError } from '../../src/errors.ts';

const directory = new URL('../../docs/schemas/', import.meta.url);

describe('the published schemas', () => {
  test('docs/schemas holds exactly what the code says (node scripts/schemas.ts writes them)', () => {
    const names = Object.keys(SCHEMAS) as SchemaName[];
    expect(readdirSync(directory).sort()).toEqual(names.map((name) => `${name}.json`).sort());
    for (const name of names) expect(readFileSync(new URL(`${name}.json`, directory), 'utf8')).toBe(schemaText(name));
  });

  test('each says what it describes, and every object in it may grow', () => {
    for (const name of Object.keys(SCHEMAS) as SchemaName[]) {
      const text = schemaText(name);
      expect(JSON.parse(text).description).toMatch(/./);
      expect(text).not.toContain('"additionalProperties": false');
    }
  });

  test('a name that is none is refused with the names there are', () => {
    expect(() => printSchema('nope', { stdout: () => {} })).toThrow(GateError);
    let out = '';
    expect(printSchema(undefined, { stdout: (text) => (out += text) })).toBe(0);
    expect(out.trim().split('\n')).toContain('events');
  });
});
