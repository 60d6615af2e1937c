import fc from 'fast-check';

export type Schema = Readonly<Record<string, unknown>>;

/** Values that a JSON Schema of the API's own document allows. @param chosen what a string of some pattern is taken from, beside what the pattern allows */
export function allowedBy(
  schema: Schema,
  chosen: (pattern: string) => fc.Arbitrary<string> | undefined,
): fc.Arbitrary<unknown> {
  const each = (one: Schema) => allowedBy(one, chosen);
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const several = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (several !== undefined) return fc.oneof(...several.map(each));
  switch (schema['type']) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: number(schema, 'minimum', 0), max: number(schema, 'maximum', 2 ** 31) });
    case 'string':
      return text(schema, chosen);
    case 'array':
      return fc.array(each((schema['items'] ?? {}) as Schema), {
        minLength: number(schema, 'minItems', 0),
        maxLength: Math.min(number(schema, 'maxItems', 4), 4),
      });
    case 'object':
      return object(schema, each);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function number(schema: Schema, name: string, unless: number): number {
  const value = schema[name];
  return typeof value === 'number' ? value : unless;
}

function text(schema: Schema, chosen: (pattern: string) => fc.Arbitrary<string> | undefined): fc.Arbitrary<string> {
  const { pattern, format } = schema as { pattern?: string; format?: string };
  const minLength = number(schema, 'minLength', 0);
  const maxLength = Math.max(minLength, Math.min(number(schema, 'maxLength', 40), 40));
  if (pattern === undefined)
    return format === 'uuid' ? fc.uuid() : fc.string({ minLength, maxLength, unit: 'grapheme' });
  const own = chosen(pattern);
  const any = fc
    .stringMatching(new RegExp(pattern, 'u'))
    .filter(({ length }) => length <= number(schema, 'maxLength', 2000));
  return own === undefined ? any : fc.oneof({ weight: 4, arbitrary: own }, { weight: 1, arbitrary: any });
}

function object(schema: Schema, each: (one: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const {
    properties = {},
    required = [],
    additionalProperties,
  } = schema as {
    properties?: Record<string, Schema>;
    required?: string[];
    additionalProperties?: Schema | boolean;
  };
  const own = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, each(one)]));
  const known = fc.record(own, { requiredKeys: required.filter((name) => name in own) });
  if (typeof additionalProperties !== 'object' || Object.keys(own).length > 0) return known;
  return fc.dictionary(fc.stringMatching(/^[A-Z_]{1,8}$/), each(additionalProperties), { maxKeys: 3 });
}
