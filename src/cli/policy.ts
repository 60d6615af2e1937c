import { hash } from 'node:crypto';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { compile } from '../policy/compile.ts';
import { inMemory } from '../policy/compiled.ts';
import { invalid } from '../policy/diagnostic.ts';
import { policySchema } from '../policy/document.ts';
import { assemble, type Loaded, loadBundle, loadFiles } from '../policy/load.ts';
import { DEFAULT_PACKS, PACK_NAMES, pack } from '../policy/packs/packs.ts';
import { decode, type LayerName, type Parsed, parse } from '../policy/parse.ts';
import type { PolicyPaths } from '../policy/paths.ts';
import { prepareConditions } from '../policy/prepare.ts';
import { type Reviewed, review } from '../policy/review.ts';
import { runPolicyTest } from '../policy/run-tests.ts';
import { type PolicyFile, readLayer, readPolicyFile, readRepository } from '../policy/trusted-files.ts';
import { statusOfError } from './exit-codes.ts';
import type { Io } from './io.ts';

/** `gate policy check | test | schema | packs`. */

type Output = Pick<Io, 'stdout' | 'stderr'>;

export interface PolicyOptions {
  readonly paths: PolicyPaths;
  /** Files given by name stand for the user's layer, or for the repository's when they lie in a `.gate`. */
  readonly files?: readonly string[];
  /** Whose bundle is looked at as well, when no file is named. */
  readonly system?: Pick<SystemConfig, 'bundled'>;
}

const INVALID = statusOfError('POLICY_INVALID');

/** Reads every layer as a run would, and what only shows when all of them are seen together. */
export async function policyCheck(options: PolicyOptions, io: Output): Promise<number> {
  return guarded(io, async () => {
    const files = filesOf(options);
    const named = options.files !== undefined && options.files.length > 0;
    const bundle = named ? undefined : await options.system?.bundled?.();
    const bundled = bundle === undefined ? [] : await loadBundle(bundle, { tools: 'all' });
    assemble([...bundled, ...(await loadFiles(files, { tools: 'all' }))], { tools: 'all' });
    const reviewed = files.map((file) => ({ file: file.path, layer: file.layer, parsed: parsed(file) }));
    const problems = [...review(reviewed, rulesOfPack)].filter(([, found]) => found.length > 0);
    if (problems.length > 0) throw joined(problems.map(([file, found]) => invalid(found, textOf(file, files))));
    for (const {
      file,
      layer,
      parsed: { policy },
    } of reviewed) {
      const counts = [count(policy.rules?.length, 'rule'), count(policy.tests?.length, 'test')].join(', ');
      io.stdout(`${file}: ok (${layer}; ${counts})\n`);
    }
    if (!files.some((file) => file.layer === 'user')) {
      io.stdout(`no policy of yours: the packs ${DEFAULT_PACKS.join(', ')} apply, default confirm\n`);
    }
    if (bundle === undefined) return 0;
    const { name, version, digest, problem } = bundle;
    io.stdout(`bundle ${name}: ok (system; version ${version}, ${digest})\n`);
    if (problem === undefined) return 0;
    io.stderr(`${problem}\n`);
    return INVALID;
  });
}

/** Runs the tests of every file, each against the policies of its own layer alone. */
export async function policyTest(options: PolicyOptions, io: Output): Promise<number> {
  return guarded(io, async () => {
    const files = filesOf(options);
    let failed = 0;
    let passed = 0;
    for (const layer of ['system', 'user', 'repository'] as const) {
      const own = files.filter((file) => file.layer === layer);
      if (own.length === 0) continue;
      // A system policy is tested as if it were all there is, or the user's packs would answer with it.
      const as = layer === 'system' ? 'user' : layer;
      const set = assemble(
        own.map((file) => loaded(file, as)),
        { tools: 'all' },
      );
      await prepareConditions(set);
      for (const file of own) {
        const { policy, place } = parsed(file);
        for (const [index, test] of (policy.tests ?? []).entries()) {
          const { name, failure } = await runPolicyTest(test, set);
          if (failure === undefined) passed++;
          else {
            failed++;
            const { line, column } = place(['tests', index]);
            io.stderr(`${file.path}:${line}:${column}: ${name}\n  ${failure}\n`);
          }
        }
      }
    }
    io.stdout(`${count(passed, 'test')} passed${failed > 0 ? `, ${failed} failed` : ''}\n`);
    if (passed + failed === 0) io.stderr('no policy file has tests\n');
    return failed > 0 ? 1 : 0;
  });
}

/** For editors: `# yaml-language-server: $schema=...`. */
export async function policySchemaCommand(io: Output): Promise<number> {
  const { z } = await import('zod');
  const schema = z.toJSONSchema(policySchema, { target: 'draft-2020-12', reused: 'ref' });
  io.stdout(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}

/** The packs that come with gate; with a name, its text. */
export async function policyPacks(options: { readonly name?: string }, io: Output): Promise<number> {
  if (options.name !== undefined) {
    const found = pack(options.name);
    if (found === undefined) {
      const hint = `there are ${PACK_NAMES.join(', ')}`;
      throw new GateError('USAGE', `there is no pack \`${options.name}\``, { hint });
    }
    io.stdout(await found.text());
    return 0;
  }
  for (const name of PACK_NAMES) {
    const { policy } = parse(await pack(name)!.text(), { file: `pack:${name}`, layer: 'user', packs: PACK_NAMES });
    io.stdout(`${name.padEnd(12)}${policy.description ?? ''}\n`);
  }
  return 0;
}

function filesOf({ paths, files }: PolicyOptions): readonly PolicyFile[] {
  if (files !== undefined && files.length > 0) {
    return files.map((path) => readPolicyFile(path, /(^|\/)\.gate\/policies\//.test(path) ? 'repository' : 'user'));
  }
  return [
    ...readLayer(paths.system, 'system'),
    ...readLayer(paths.user, 'user'),
    ...readRepository(paths.repository, paths.needsWorkTree),
  ];
}

function parsed({ path, layer, bytes }: PolicyFile, as: LayerName = layer): Parsed {
  return parse(decode(bytes, path), { file: path, layer: as, packs: PACK_NAMES });
}

function loaded(file: PolicyFile, as: LayerName): Loaded {
  const digest = `sha256:${hash('sha256', file.bytes)}`;
  const document = { digest, layer: as, name: file.path, text: () => file.bytes.toString('utf8') };
  return { document, source: inMemory(compile(parsed(file, as))) };
}

function rulesOfPack(name: string): readonly string[] {
  const source = pack(name)?.source;
  return source?.tools().flatMap((tool) => source.shard(tool)?.rules.map((rule) => rule.id) ?? []) ?? [];
}

function textOf(reviewed: Reviewed, files: readonly PolicyFile[]): string {
  return files.find((file) => file.path === reviewed.file)?.bytes.toString('utf8') ?? '';
}

function joined(errors: readonly GateError[]): GateError {
  return new GateError('POLICY_INVALID', errors.map((error) => error.message).join('\n'));
}

/** An invalid policy is what these commands are for: its errors are their output, and 78 their status. */
async function guarded(io: Output, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GateError) || error.code !== 'POLICY_INVALID') throw error;
    io.stderr(`${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`);
    return INVALID;
  }
}

function count(number: number | undefined, word: string): string {
  return `${number ?? 0} ${word}${number === 1 ? '' : 's'}`;
}
