import { GateError } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';
import type { BundleInForce } from './bundle/in-force.ts';
import { readEntry, writeEntry } from './cache.ts';
import {
  ANY_TOOL,
  type CompiledPlace,
  type CompiledRule,
  type CompiledTarget,
  inMemory,
  type Source,
} from './compiled.ts';
import { DECISION_KINDS, type DecisionKind } from './decision.ts';
import { printable } from './diagnostic.ts';
import { DEFAULT_PACKS, PACK_NAMES, pack } from './packs/packs.ts';
import type { LayerName } from './parse.ts';
import type { PolicyPaths } from './paths.ts';
import { type LayerParts, type PolicyDocument, type PolicySet, policySet } from './policy-set.ts';
import { type PolicyFile, readLayer, readRepository } from './trusted-files.ts';

/** Finds, reads and puts together every policy that applies (effect). YAML, schemas and CEL load only for a new text. */

export interface LoadOptions {
  readonly paths: PolicyPaths;
  /** What lies in the repository, where somebody else has read it already. */
  readonly repository?: readonly PolicyFile[];
  /** Compiled documents are kept here; without it, nothing is kept. */
  readonly cacheDirectory?: string;
  /** The tools of the command's actions: rules that can concern no other tool are not even read. */
  readonly tools: readonly string[] | 'all';
  /** `mode` of the system's configuration file. */
  readonly systemMode?: 'enforce' | 'observe';
  /** `mode` of the user's. */
  readonly userMode?: 'enforce' | 'observe';
  /** As if nothing were only observed: for saying what that would ask. */
  readonly enforced?: boolean;
  /** One more layer of the system's. */
  readonly bundle?: BundleInForce;
}

export interface Loaded {
  readonly document: PolicyDocument;
  readonly source: Source;
  /** Of the bundle, and not of the machine. */
  readonly bundled?: true;
  /** The name by which policies of the bundle ask for it. */
  readonly pack?: string;
}

/** @throws GateError POLICY_INVALID when any file of any layer cannot be read, trusted or understood */
export async function loadPolicies(options: LoadOptions): Promise<PolicySet> {
  const { paths } = options;
  const files = [
    ...readLayer(paths.system, 'system'),
    ...readLayer(paths.user, 'user'),
    ...(options.repository ?? readRepository(paths.repository, paths.needsWorkTree)),
  ];
  const loaded = await loadFiles(files, options);
  return assemble(options.bundle ? [...(await loadBundle(options.bundle, options)), ...loaded] : loaded, options);
}

/** @throws GateError POLICY_INVALID when a policy of the bundle cannot be understood by this version of gate */
export async function loadBundle(
  { name, members, text }: BundleInForce,
  options: Pick<LoadOptions, 'cacheDirectory' | 'tools'>,
): Promise<readonly Loaded[]> {
  const packs = members.flatMap((member) => packName(member.name) ?? []);
  const loaded: Loaded[] = [];
  for (const { name: member, sha256 } of members) {
    const pack = packName(member);
    if (pack === undefined && !member.startsWith('policies/')) continue;
    const bytes = () => Buffer.from(text(member));
    const file = { path: `bundle:${name}/${member}`, layer: 'system' as const, digest: sha256, bytes };
    const own = await loadFile(file, { ...options, packs: [...PACK_NAMES, ...packs] });
    loaded.push({ ...own, bundled: true, ...(pack === undefined ? {} : { pack }) });
  }
  return loaded;
}

function packName(member: string): string | undefined {
  return /^packs\/(.*)\.yaml$/.exec(member)?.[1];
}

/** Every file is looked at before the first error is thrown, so that one reading finds all of them. */
export async function loadFiles(
  files: readonly PolicyFile[],
  options: Pick<LoadOptions, 'cacheDirectory' | 'tools'>,
): Promise<readonly Loaded[]> {
  const loaded: Loaded[] = [];
  const errors: GateError[] = [];
  for (const file of files) {
    try {
      const { path, layer, bytes } = file;
      loaded.push(await loadFile({ path, layer, digest: sha256Hex(bytes), bytes: () => bytes }, options));
    } catch (error) {
      if (!(error instanceof GateError)) throw error;
      errors.push(error);
    }
  }
  const [first, ...others] = errors;
  if (first === undefined) return loaded;
  if (others.length === 0) throw first;
  throw new GateError('POLICY_INVALID', errors.map((error) => error.message).join('\n'), {
    ...(first.hint !== undefined && { hint: first.hint }),
    cause: first,
  });
}

interface Text extends Pick<PolicyFile, 'path' | 'layer'> {
  /** Hexadecimal SHA-256. */
  readonly digest: string;
  readonly bytes: () => Buffer;
}

async function loadFile(
  { path, layer, digest, bytes }: Text,
  {
    cacheDirectory,
    tools,
    packs = PACK_NAMES,
  }: Pick<LoadOptions, 'cacheDirectory' | 'tools'> & { packs?: readonly string[] },
): Promise<Loaded> {
  const document: PolicyDocument = {
    digest: `sha256:${digest}`,
    layer,
    name: path,
    text: () => bytes().toString('utf8'),
  };
  // The same text is read by other rules in a repository, so it is another entry.
  const key = `${digest}-${layer === 'repository' ? 'repository' : 'own'}`;
  const wanted = tools === 'all' ? tools : [ANY_TOOL, ...tools];
  const cached = cacheDirectory === undefined ? undefined : readEntry(cacheDirectory, key, wanted);
  if (cached !== undefined) return { document, source: cached };

  const [{ decode, parse }, { compile }] = await Promise.all([import('./parse.ts'), import('./compile.ts')]);
  const compiled = compile(parse(decode(bytes(), path), { file: path, layer, packs }));
  if (cacheDirectory !== undefined) writeEntry(cacheDirectory, key, compiled);
  return { document, source: inMemory(compiled) };
}

/** Layers of what was loaded. Pure. The user layer always exists: it answers what nobody else has an opinion on. */
export function assemble(
  loaded: readonly Loaded[],
  { tools, systemMode, userMode, enforced = false, bundle }: Omit<LoadOptions, 'paths' | 'cacheDirectory'>,
): PolicySet {
  const own = (layer: LayerName, ofBundle = false) => {
    const all = loaded.filter(({ document, bundled = false }) => document.layer === layer && bundled === ofBundle);
    const files = all.filter(({ pack }) => pack === undefined);
    const packs = packsOf(
      files,
      layer,
      all.filter(({ pack }) => pack !== undefined),
    );
    return [files, packs] as const;
  };
  const [system, systemPacks] = own('system');
  const [bundled, bundledPacks] = own('system', true);
  const [user, namedPacks] = own('user');
  const [repository] = own('repository');
  const userPacks = user.length === 0 ? DEFAULT_PACKS.map((name) => fromPack(name, 'user')!) : namedPacks;

  const systemSaid = enforced ? 'enforce' : modeOf([...modesIn(system), systemMode]);
  const bundleSaid = enforced ? 'enforce' : modeOf(modesIn(bundled));
  const said = modeOf([systemSaid, bundleSaid]);
  const usersMode = modeOf([...modesIn(user), userMode]);
  // What the system says to enforce, nobody observes; otherwise each speaks for its own, and the user for the rest.
  const below = said === 'enforce' ? 'enforce' : (usersMode ?? said ?? 'enforce');
  const userMayObserve = said !== 'enforce';

  const parts: LayerParts[] = [];
  if (system.length > 0) {
    const rules = rulesOf([...system, ...systemPacks], tools, !enforced);
    const local = localOf(system);
    parts.push({ name: 'system', default: defaultOf(system), mode: systemSaid ?? 'enforce', rules, local });
  }
  // Decided apart: nothing that this machine says of its own reaches it.
  if (bundled.length > 0) {
    const rules = rulesOf([...bundled, ...bundledPacks], tools, !enforced);
    const local = localOf(bundled);
    parts.push({ name: 'system', default: defaultOf(bundled), mode: bundleSaid ?? 'enforce', rules, local });
  }
  const rules = rulesOf([...user, ...userPacks], tools, userMayObserve);
  // What the system calls local, it also is to the user.
  const local = localOf([...system, ...bundled, ...user]);
  parts.push({ name: 'user', default: defaultOf(user) ?? 'confirm', mode: below, rules, local });
  if (repository.length > 0) {
    const rules = rulesOf(repository, tools, false);
    parts.push({ name: 'repository', default: undefined, mode: below, rules, local: [] });
  }
  const everything = [...system, ...systemPacks, ...bundled, ...bundledPacks, ...user, ...userPacks, ...repository];
  const targets = [...system, ...bundled, ...bundledPacks, ...user].flatMap(({ source }) => targetsOf(source, tools));
  return policySet(
    parts,
    targets,
    [...(bundle ? [noteOf(bundle)] : []), ...everything.map(({ document }) => document)],
    tools,
    bundle,
  );
}

/** The signed note is a document that decides, too: it is recorded with the rest. */
function noteOf({ name, note }: BundleInForce): PolicyDocument {
  return { digest: note.digest, layer: 'system', name: `bundle:${name}`, text: () => note.text() };
}

function modesIn(files: readonly Loaded[]) {
  return files.map(({ source }) => source.header.mode);
}

/** @param more packs that only these files know */
function packsOf(files: readonly Loaded[], layer: LayerName, more: readonly Loaded[] = []): Loaded[] {
  const found = new Map<string, Loaded>();
  for (const { document, source } of files) {
    for (const { name, line, column } of source.header.packs ?? []) {
      const loaded = more.find(({ pack }) => pack === name) ?? fromPack(name, layer);
      // A cached entry may name a pack that this version of gate no longer has.
      if (loaded === undefined) {
        const message = `${printable(document.name)}:${line}:${column}: there is no pack \`${name}\``;
        throw new GateError('POLICY_INVALID', message, { hint: `there are ${PACK_NAMES.join(', ')}` });
      }
      found.set(name, loaded);
    }
  }
  return [...found.values()];
}

function fromPack(name: string, layer: LayerName): Loaded | undefined {
  const found = pack(name);
  if (found === undefined) return undefined;
  const document: PolicyDocument = { digest: found.digest, layer, name: `pack:${name}`, text: found.text };
  return { document, source: found.source, pack: name };
}

function rulesOf(loaded: readonly Loaded[], tools: LoadOptions['tools'], mayObserve: boolean): LayerParts['rules'] {
  const except = new Set(loaded.flatMap(({ source }) => source.header.except ?? []));
  const rules: { rule: CompiledRule; id: string; document: PolicyDocument }[] = [];
  const seen = new Map<string, PolicyDocument>();
  for (const { document, source, pack } of loaded) {
    const prefix = pack === undefined ? '' : `${pack}/`;
    for (const rule of inShards(
      source,
      tools,
      (shard) => shard.rules,
      (one) => one.order,
    )) {
      const id = prefix + rule.id;
      const before = seen.get(id);
      if (before !== undefined) {
        const message = `${printable(document.name)}:${rule.line}:1: duplicate id \`${id}\``;
        throw new GateError('POLICY_INVALID', message, {
          hint: `${printable(before.name)} has it already; rename one of them`,
        });
      }
      seen.set(id, document);
      if (except.has(id)) continue;
      rules.push({ rule: rule.observe && !mayObserve ? { ...rule, observe: false } : rule, id, document });
    }
  }
  return rules;
}

function localOf(loaded: readonly Loaded[]): readonly CompiledPlace[] {
  return loaded.flatMap(({ source }) => source.header.local ?? []);
}

function targetsOf(source: Source, tools: LoadOptions['tools']): readonly CompiledTarget[] {
  return inShards(
    source,
    tools,
    (shard) => shard.targets,
    (one) => one.id,
  );
}

/** A rule that names two tools is in two shards: once is enough. Rules come in the order of the document. */
function inShards<Item>(
  source: Source,
  tools: LoadOptions['tools'],
  items: (shard: NonNullable<ReturnType<Source['shard']>>) => readonly Item[],
  identity: (item: Item) => number | string,
): readonly Item[] {
  const wanted = tools === 'all' ? source.tools() : [ANY_TOOL, ...tools];
  const lists = [...new Set(wanted)].flatMap((tool) => {
    const shard = source.shard(tool);
    return shard === undefined ? [] : [items(shard)];
  });
  if (lists.length < 2) return lists[0] ?? [];
  const found = new Map(lists.flat().map((item) => [identity(item), item]));
  return [...found.values()].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
}

function defaultOf(files: readonly Loaded[]): DecisionKind | undefined {
  const given = files.flatMap(({ source }) => source.header.default ?? []);
  return given.sort((a, b) => DECISION_KINDS.indexOf(b) - DECISION_KINDS.indexOf(a))[0];
}

function modeOf(given: readonly ('enforce' | 'observe' | undefined)[]): 'enforce' | 'observe' | undefined {
  if (given.includes('enforce')) return 'enforce';
  return given.includes('observe') ? 'observe' : undefined;
}
