import { posix } from 'node:path';
import type { Snapshot } from '../../reader.ts';
import { inputOf } from '../../reading.ts';
import { at, parseYaml, text, texts } from './documents.ts';
import { type Collected, isElsewhere } from './manifests.ts';
import type { Target } from './resources.ts';

/** A tree larger than this is not one a person can judge. */
const MAX_DEPTH = 16;
const MAX_DIRECTORIES = 64;

/** The names kustomize looks for, in its order. */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Lists of a kustomization whose entries are manifests, or directories with a kustomization of their own. */
const SOURCES = ['resources', 'bases', 'components'];

/** Entries that make or change objects in ways that the files alone do not show. */
const OUT_OF_SIGHT = ['generators', 'transformers', 'validators', 'helmCharts', 'helmChartInflationGenerator'];

interface Found {
  readonly path: string;
  readonly snapshot: Snapshot;
}

/** Reads kustomizations and everything they lead to, without building them. */
export class Kustomizations {
  readonly #all: Collected;
  #directories = 0;
  /** It fetches what it builds from, which starts git or a download. */
  fetches = false;
  /** What it builds holds values of secrets. */
  secrets = false;

  constructor(all: Collected) {
    this.#all = all;
  }

  read(directory: string, depth = 0): void {
    if (isRemote(directory)) {
      this.fetches = true;
      this.#unseen(`${directory} is fetched from elsewhere`);
    } else if (depth > MAX_DEPTH || ++this.#directories > MAX_DIRECTORIES) {
      this.#unseen('the kustomizations go on and on');
    } else {
      const file = this.#find(directory);
      if (file === undefined) {
        this.#all.inputs.push({ role: 'kustomization', path: directory });
        this.#all.absent(directory);
      } else this.#follow(file, directory, depth);
    }
  }

  #follow({ path, snapshot }: Found, directory: string, depth: number): void {
    this.#all.inputs.push(inputOf('kustomization', path, snapshot));
    this.#all.seen();
    const content = snapshot.bytes && parseYaml(snapshot.bytes);
    if (typeof content !== 'object' || content === null) this.#unseen(`${path} cannot be read`);
    const before = this.#all.objects.length;
    for (const list of SOURCES) {
      for (const entry of texts(at(content, list))) this.#source(entry, directory, depth);
    }
    this.#generated(content);
    for (const key of OUT_OF_SIGHT) {
      if (at(content, key) !== undefined) this.#unseen(`${key} of ${path} are not followed`);
    }
    this.#patched(content, directory);
    this.#renamed(content, before);
  }

  #find(directory: string): Found | undefined {
    for (const name of NAMES) {
      const path = directory === '' || directory === '.' ? name : posix.join(directory, name);
      const snapshot = this.#all.open(path);
      if (snapshot !== undefined) return { path, snapshot };
    }
    return undefined;
  }

  #source(entry: string, directory: string, depth: number): void {
    const path = posix.join(directory, entry);
    // A name that can be read is a file; what cannot be is a directory or not there.
    if (isRemote(entry)) this.read(entry, depth + 1);
    else if (/\.(ya?ml|json)$/i.test(entry) || this.#all.open(path) !== undefined) this.#all.file(path);
    else this.read(path, depth + 1);
  }

  #generated(content: unknown): void {
    for (const [key, kind] of [
      ['configMapGenerator', 'configmap'],
      ['secretGenerator', 'secret'],
    ] as const) {
      const list = at(content, key);
      if (!Array.isArray(list)) continue;
      if (kind === 'secret') this.secrets = true;
      // Their names end in a hash of the content, so none is given.
      for (const _ of list) this.#all.objects.push({ kind });
    }
  }

  /** Patches change what objects hold, not what they are, unless they say so. */
  #patched(content: unknown, directory: string): void {
    const files = ['patches', 'patchesStrategicMerge', 'patchesJson6902', 'replacements'].flatMap((key) => {
      const list = at(content, key);
      if (!Array.isArray(list)) return [];
      if (list.some((entry) => at(at(entry, 'options'), 'allowKindChange') === true))
        this.#unseen('a patch may change what kind an object is');
      return list.map((entry) => text(entry) ?? text(at(entry, 'path'))).filter((path) => path !== undefined);
    });
    for (const path of files) {
      if (path.includes('\n')) continue;
      const full = posix.join(directory, path);
      this.#all.inputs.push(inputOf('patch', full, this.#all.open(full)));
    }
  }

  #renamed(content: unknown, before: number): void {
    const namespace = text(at(content, 'namespace'));
    const renamed = text(at(content, 'namePrefix')) !== undefined || text(at(content, 'nameSuffix')) !== undefined;
    if (namespace === undefined && !renamed) return;
    const { objects } = this.#all;
    for (let index = before; index < objects.length; index++) {
      const { name, ...object } = objects[index] as Target;
      objects[index] = {
        ...object,
        ...(renamed || name === undefined ? {} : { name }),
        ...(namespace === undefined ? {} : { namespace }),
      };
    }
  }

  #unseen(note: string): void {
    this.#all.unseen = true;
    this.#all.notes.push(note);
  }
}

/** What kustomize clones with git or downloads instead of opening it. */
function isRemote(path: string): boolean {
  if (isElsewhere(path)) return true;
  return /^[a-z0-9+.-]+::?\/|^git@|^[\w.-]+@[\w.-]+:|\.git($|[/?])|^(github|gitlab|bitbucket)\.(com|org)[/:]|\?ref=/i.test(
    path,
  );
}
