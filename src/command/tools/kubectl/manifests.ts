import { GLOB, UNRESOLVED } from '../../options.ts';
import type { Input, ReadContext, Snapshot } from '../../reader.ts';
import { inputOf } from '../../reading.ts';
import { at, parseDocuments, text } from './documents.ts';
import { Kustomizations } from './kustomization.ts';
import { kindOf, type Target } from './resources.ts';

export interface Manifests {
  readonly objects: readonly Target[];
  readonly inputs: readonly Input[];
  /** True when some content could not be seen. */
  readonly unseen: boolean;
  /** True when a file is not there at all: kubectl then stops before it does anything. */
  readonly missing: boolean;
  /** What else the files make kubectl do. */
  readonly notes: readonly string[];
}

/** The objects in the files of `-f` and the directory of `-k`, as far as they can be read. */
export function readManifests(
  files: readonly string[],
  kustomization: string | undefined,
  context: ReadContext,
): Manifests {
  if (files.length === 0 && kustomization === undefined) return NONE;
  const all = new Collected(context);
  for (const path of files.flatMap((list) => list.split(','))) all.file(path);
  if (kustomization !== undefined) new Kustomizations(all).read(kustomization);
  return all;
}

const NONE: Manifests = { objects: [], inputs: [], unseen: false, missing: false, notes: [] };

/** More files than this are not looked into. */
const MAX_FILES = 256;

/** What was found so far. */
export class Collected implements Manifests {
  readonly objects: Target[] = [];
  readonly inputs: Input[] = [];
  readonly notes: string[] = [];
  unseen = false;
  missing = false;
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** One operand of `-f`. */
  file(path: string): void {
    if (this.inputs.length < MAX_FILES) this.#look(path);
    else this.unseen = true;
  }

  #look(path: string): void {
    const snapshot = path === '-' ? this.#context.files.stdin() : this.open(path);
    this.inputs.push(inputOf('manifest', path, snapshot));
    const found = snapshot?.bytes && objectsIn(snapshot.bytes);
    if (path !== '-') this.seen();
    if (snapshot === undefined) this.absent(path);
    else if (found === undefined || found.length === 0) this.unseen = true;
    else this.objects.push(...found);
  }

  /** What was seen now is not what is there later, when the same line changes files before. */
  seen(): void {
    if (this.#context.changed === true) this.unseen = true;
  }

  open(path: string): Snapshot | undefined {
    return isElsewhere(path) ? undefined : this.#context.files.read(path);
  }

  /** There is nothing to read at that path: a directory, a URL, a pipe; or nothing at all. */
  absent(path: string): void {
    const { files, changed, elsewhere } = this.#context;
    const hidden = path === '-' || isElsewhere(path) || path.startsWith('/dev/') || path.startsWith('/proc/');
    if (hidden || changed === true || elsewhere === true || files.realpath(path) !== undefined) this.unseen = true;
    else this.missing = true;
  }
}

/** Not the name of one local file: a URL, a pattern, or text only the shell will know. */
export function isElsewhere(path: string): boolean {
  return /^https?:/i.test(path) || /[*?[]/.test(path) || path.includes(UNRESOLVED) || path.includes(GLOB);
}

function objectsIn(bytes: Uint8Array): readonly Target[] | undefined {
  const documents = parseDocuments(bytes);
  if (documents === undefined) return undefined;
  const objects: Target[] = [];
  for (const document of documents) {
    const items = at(document, 'items');
    if (Array.isArray(items)) objects.push(...items.map(objectOf));
    else objects.push(objectOf(document));
  }
  return objects.every((object) => object.kind !== undefined) ? objects : undefined;
}

/** The object a manifest describes, as far as it says. */
export function objectOf(value: unknown): Target {
  const kind = text(at(value, 'kind'));
  const metadata = at(value, 'metadata');
  const name = text(at(metadata, 'name'));
  const namespace = text(at(metadata, 'namespace'));
  return {
    ...(kind === undefined ? {} : { kind: kindOf(kind) }),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}
