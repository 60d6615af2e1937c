/** The packages whose code is in what is shipped: not those that are declared, but those the bundler took something from. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundling } from './build.ts';

export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as its package.json says. */
  readonly licence: string;
  readonly author: string;
  readonly homepage: string;
  /** `sha512-...` of the package as it was downloaded, from the lock file. */
  readonly integrity: string | undefined;
  /** `NAME VERSION` of those of the others that it names as dependencies. */
  readonly needs: readonly string[];
  /** Its licence files, whole; none for a package that carries none. */
  readonly texts: readonly string[];
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** In order of name. `koffi` is native code beside `gate.js`, `bun` the runtime inside the executable. */
export function bundledPackages(): readonly Bundled[] {
  const directories = [...['koffi', 'bun'].map((name) => join(root, 'node_modules', name)), ...ofTheBundle()];
  // One package can lie in two places.
  const packages = new Map(directories.map((directory) => [nameIn(directory), directory]));
  return [...packages]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, directory]) => packageIn(directory, new Set(packages.keys())));
}

/** Directories of packages, from what the bundler says it read. */
function ofTheBundle(): readonly string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'gate-bundle-'));
  try {
    const meta = join(scratch, 'meta.json');
    const { program, args, options } = bundling(['--target=node', '--outdir', scratch, `--metafile=${meta}`]);
    const { status, stderr } = spawnSync(program, args, options);
    if (status !== 0) throw new Error(`bundling failed: ${stderr}`);
    const { outputs } = JSON.parse(readFileSync(meta, 'utf8')) as {
      outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
    };
    const files = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
    return files
      .filter(([path, { bytesInOutput }]) => path.includes('node_modules/') && bytesInOutput > 0)
      .map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(resolve(root, path))![0]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function nameIn(directory: string): string {
  const { name, version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Bundled;
  return `${name} ${version}`;
}

function packageIn(directory: string, all: ReadonlySet<string>): Bundled {
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { name: string };
    homepage?: string;
    repository?: string | { url: string };
    dependencies?: Record<string, string>;
  };
  const { name, version, license = 'NOASSERTION', author, homepage, repository, dependencies = {} } = manifest;
  const repositoryUrl = typeof repository === 'object' ? repository.url : repository;
  return {
    ...{ name, version, licence: license },
    author: (typeof author === 'object' ? author.name : author) ?? '',
    homepage: homepage ?? repositoryUrl?.replace(/^git\+|\.git$/g, '') ?? '',
    integrity: integrityOf(name, version),
    needs: Object.keys(dependencies)
      .flatMap((each) => found(each, directory) ?? [])
      .filter((each) => all.has(each))
      .sort(),
    texts: readdirSync(directory)
      .filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file) && existsSync(join(directory, file)))
      .sort()
      .map((file) => readFileSync(join(directory, file), 'utf8')),
  };
}

/** As Node finds it from there. */
function found(name: string, from: string): string | undefined {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const directory = join(at, 'node_modules', name);
    if (existsSync(join(directory, 'package.json'))) return nameIn(directory);
  }
  return undefined;
}

function integrityOf(name: string, version: string): string | undefined {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; integrity?: string }>;
  };
  const found = Object.entries(lock.packages).find(
    ([path, each]) => path.endsWith(`node_modules/${name}`) && each.version === version,
  );
  return found?.[1].integrity;
}
