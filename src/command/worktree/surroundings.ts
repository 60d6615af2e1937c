/** What is around a command: the project it works in, and where losing something does not matter. */
export interface Surroundings {
  /** Absolute real path of the git work tree, without a slash at its end; absent outside one. */
  readonly root?: string;
  /** Directories for temporary files, likewise. */
  readonly temporary: readonly string[];
  /** Where an absolute path leads, symbolic links followed as far as it exists. */
  realpath(path: string): string;
  /** True when a name matched by a pattern in this directory may lead out of it. */
  hasLinks(directory: string): boolean;
  /** True when git can bring back everything at and below a path, or ignores it; undefined when that is not known. */
  restorable(path: string): Promise<boolean | undefined>;
}

/** No project, and nothing that may be lost. */
export const NOWHERE: Surroundings = {
  temporary: [],
  realpath: (path) => path,
  hasLinks: () => false,
  restorable: async () => undefined,
};

/** A work tree that nobody looks at: what lies in it is taken to be in git. */
export function assumedWorkTree(root: string): Surroundings {
  return {
    root: root.length > 1 && root.endsWith('/') ? root.slice(0, -1) : root,
    temporary: ['/tmp', '/var/tmp'],
    realpath: (path) => path,
    hasLinks: () => false,
    restorable: async () => true,
  };
}
