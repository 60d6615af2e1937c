import { GLOB, UNRESOLVED } from '../../options.ts';
import { matches } from './patterns.ts';

/**
 * Files that hold credentials and that a pattern may be meant to find without naming them: `cat /etc/sha*`,
 * `cat ~/.s?h/id_*`. Samples, not a list: what counts as a secret file by its name is decided elsewhere.
 */
const SAMPLES = [
  'etc/shadow',
  'etc/gshadow',
  'etc/sudoers',
  'etc/kubernetes/admin.conf',
  '.ssh/id_rsa',
  '.ssh/id_ed25519',
  '.aws/credentials',
  '.kube/config',
  '.docker/config.json',
  '.gnupg/secring.gpg',
  '.config/gh/hosts.yml',
  'self/environ',
  'id_rsa',
  'id_ed25519',
  '.env',
  '.netrc',
  '.pgpass',
  '.git-credentials',
  '.npmrc',
  '.pypirc',
  '.vault-token',
  '.my.cnf',
  'credentials.json',
  'secrets.yaml',
  'secrets.json',
  'terraform.tfstate',
].map((path) => path.split('/'));

/** Directories in which any file is one of these. */
const PLACES = /^\.(ssh|aws|gnupg|kube|docker)$/;

/** The path of such a file that the pattern would find, or undefined. */
export function secretBehind(word: string): string | undefined {
  const parts = word.replaceAll(UNRESOLVED, GLOB).split('/');
  if (parts.length > 32 || word.length > 512) return undefined;
  for (const sample of SAMPLES) {
    const from = parts.length - sample.length;
    if (from < 0) continue;
    let computed = false;
    const fits = sample.every((name, index) => {
      const part = parts[from + index] as string;
      if (!part.includes(GLOB)) return part === name;
      computed = true;
      return isMeant(part, name, sample[index - 1] ?? '');
    });
    if (fits && computed) return [...parts.slice(0, from), ...sample].join('/');
  }
  return undefined;
}

/** The pattern finds the name, and is not one that simply takes every file, or every file of a kind. */
function isMeant(part: string, name: string, folder: string): boolean {
  if (name.startsWith('.') && part.startsWith(GLOB)) return false;
  if (!matches(name, part.replaceAll(GLOB, '*'))) return false;
  const literal = part.replaceAll(GLOB, '');
  if (literal === '') return PLACES.test(folder);
  return literal.length > 1 && !(part.startsWith(GLOB) && literal.startsWith('.'));
}
