import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** @param relative path from the top of the work tree */
export type IsIgnored = (relative: string, isDirectory: boolean) => boolean;

/** git's rules: the ignore file nearest to the path decides, then those above, then `info/exclude`, then the user's. */
export function ignoredBy(root: string, commonDirectory: string, home: string): IsIgnored {
  const byFolder = new Map<string, Ignore | undefined>();
  const everywhere = [join(commonDirectory, 'info', 'exclude'), join(home, '.config', 'git', 'ignore')].map(rules);

  const ofFolder = (folder: string): Ignore | undefined => {
    if (!byFolder.has(folder)) byFolder.set(folder, rules(join(root, folder, '.gitignore')));
    return byFolder.get(folder);
  };

  const one = (path: string): boolean => {
    for (let folder = parent(path); ; folder = parent(folder)) {
      const found = verdict(ofFolder(folder), folder === '' ? path : path.slice(folder.length + 1));
      if (found !== undefined) return found;
      if (folder === '') break;
    }
    for (const general of everywhere) {
      const found = verdict(general, path);
      if (found !== undefined) return found;
    }
    return false;
  };

  return (relative, isDirectory) => {
    // What lies in an ignored directory is ignored, whatever its own rules say.
    const parts = relative.split('/');
    return parts.some((_, index) => {
      const isLast = index === parts.length - 1;
      return one(`${parts.slice(0, index + 1).join('/')}${isLast && !isDirectory ? '' : '/'}`);
    });
  };
}

/** The directory above, `''` at the top; of `a/b/` it is `a`. */
function parent(path: string): string {
  const slash = path.lastIndexOf('/', path.length - 2);
  return slash < 0 ? '' : path.slice(0, slash);
}

function rules(file: string): Ignore | undefined {
  try {
    return ignore({ allowRelativePaths: true }).add(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function verdict(by: Ignore | undefined, path: string): boolean | undefined {
  const found = by?.test(path);
  return found?.ignored ? true : found?.unignored ? false : undefined;
}
