import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reader } from '../../src/command/tools/aws/aws.ts';
import { OPERATIONS } from '../../src/command/tools/aws/operations-table.ts';
import { OPTIONS } from '../../src/command/tools/aws/options-table.ts';
import { allOperations, optionsOf } from '../../src/command/tools/aws/table.ts';
import { effort } from '../kit/effort.ts';
import { context } from './support.ts';

const services = Object.keys(OPERATIONS);
const every = [...allOperations()].map(([service, name, operation]) => ({ service, name, ...operation }));
const effectsOf = (argv: readonly string[]) => reader.read(argv, context()).actions.flatMap(({ effects }) => effects);

describe('aws: the tables', () => {
  test('hold what the AWS command line has', () => {
    expect(services.length).toBeGreaterThan(420);
    expect(every.length).toBeGreaterThan(18_000);
    expect(Object.keys(OPTIONS).filter((service) => !Object.hasOwn(OPERATIONS, service))).toEqual([]);
  });

  test('leave only the wizards unknown', () => {
    const unknown = every.filter(({ effects }) => effects.includes('unknown')).map(({ name }) => name);
    expect([...new Set(unknown)].sort()).toEqual(['wizard', 'wizard-dev']);
  });

  test('never call something harmless that is named like a change', () => {
    const changes =
      /^(delete|terminate|purge|create|put|update|modify|attach|detach|remove|add|set|tag|untag|disable)-/;
    const harmless = every.filter(({ name, effects }) => changes.test(name) && effects.every((it) => it === 'read'));
    expect(harmless.map(({ service, name }) => `${service} ${name}`)).toEqual([]);
  });

  test('count every deletion as one', () => {
    const kept = every.filter(
      ({ name, effects }) => /^(delete|terminate|purge)-/.test(name) && !effects.includes('destroy'),
    );
    expect([...new Set(kept.map(({ name }) => name))]).toEqual(['delete-tags']);
  });

  test('know the arity of options, and a flag with its opposite', () => {
    const ec2 = optionsOf('ec2');
    expect(ec2?.arity('--instance-ids')).toBe('*');
    expect(ec2?.arity('--no-dry-run')).toBe('0');
    expect([...(ec2?.beginning('--dry') ?? [])]).toEqual([['--dry-run', '0']]);
    expect(optionsOf('s3')?.arity('--delete')).toBe('0');
    expect(optionsOf('s3api')?.operandsOf('get-object')).toEqual({ most: 1, outfile: true });
  });
});

const word = fc.oneof(
  fc.constantFrom(
    ...['aws', 's3', 'cp', 'rm', 'ec2', 'describe-instances', 'terminate-instances', 'help', '--', '-', '\0', '*'],
    ...['--dry-run', '--region', '--endpoint-url=x', '--instance-ids', 's3://b/k', 'constructor', '__proto__', ''],
  ),
  fc.string(),
);
const anyOperation = fc.constantFrom(...every.filter((_, index) => index % 37 === 0));

describe('aws: any command line', () => {
  test('is read', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(effectsOf(['aws', ...words]).length).toBeGreaterThan(0);
      }),
    );
  });

  test('an option gate does not know makes nothing harmless', () => {
    fc.assert(
      fc.property(anyOperation, ({ service, name }) => {
        expect(effectsOf(['aws', service, name, '--frobnicate-it', 'x'])).toContain('unknown');
      }),
    );
  });

  test('no word behind a change makes it a read, but for what only prints', () => {
    const change = fc.constantFrom(...every.filter(({ effects }) => effects.includes('destroy')));
    const spoken = new Set(['--dry-run', '--dryrun', '--generate-cli-skeleton', '--help', '--version', 'help']);
    fc.assert(
      fc.property(change, fc.array(word.filter((it) => !spoken.has(it))), ({ service, name }, words) => {
        const effects = effectsOf(['aws', service, name, ...words]);
        expect(effects.every((effect) => effect === 'read')).toBe(false);
      }),
    );
  });

  test('a very long one takes no time', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `--x${index}`);
    expect(await effort(() => effectsOf(['aws', 'ec2', 'describe-instances', ...many]))).toBeLessThan(5000);
  });
});
