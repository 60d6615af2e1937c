import { resolve } from 'node:path';
import { Names } from '../../command/names.ts';
import { removal } from './files.ts';
import {
  argumentsOf,
  bytes,
  counted,
  type Finding,
  found,
  outputOf,
  type Previewer,
  some,
  unknown,
} from './finding.ts';
import { restorable } from './restorable.ts';

/**
 * What `find ... -delete` removes: the same find is asked for the names instead. Only words that are known to do nothing
 * but choose are passed on; anything else, and anything that could run or write, is `unknown`.
 */
export const preview: Previewer = async (_actions, subject, look) => {
  const argv = argumentsOf(subject);
  if (!/^(.*\/)?(find|gfind)$/.test(argv[0] ?? '')) return unknown('find is started by another command');
  const asked = asNames(argv.slice(1));
  if ('why' in asked) return unknown(asked.why);
  const { cwd } = subject.manifest;
  const ran = await look.run('find', asked.words, { cwd, most: 32 * 1024 * 1024 });
  // Directories that it may not enter make it fail, and it goes on.
  const partial = ran.kind === 'ended' && ran.code === 1;
  const output = partial ? { text: ran.stdout } : outputOf(ran, 'find');
  if ('why' in output) return unknown(output.why);
  const paths = output.text.split('\0').filter((path) => path !== '');
  const doubts = partial ? ['find could not look everywhere'] : [];
  const whole = paths.map((path) => resolve(cwd, path));
  if (whole.length === 0) return found('nothing', [...doubts, 'nothing matches now']);
  if (asked.removes === 'trees') return removal(whole, look, { doubts, recursive: true });
  return each(paths, whole, doubts, look);
};

async function each(
  paths: readonly string[],
  whole: readonly string[],
  doubts: readonly string[],
  look: Parameters<Previewer>[2],
): Promise<Finding> {
  const counts = { files: 0, directories: 0, others: 0, bytes: 0 };
  for (const [index, path] of whole.entries()) {
    if (index % 1000 === 999) {
      await new Promise((next) => setImmediate(next));
      if (look.left() === 0) {
        doubts = [...doubts, 'it takes longer to count than a preview may'];
        break;
      }
    }
    const seen = look.stat(path);
    if (seen?.kind === 'directory') counts.directories++;
    else if (seen?.kind === 'file') {
      counts.files++;
      counts.bytes += seen.bytes;
    } else counts.others++;
  }
  const { files, directories, others } = counts;
  const atLeast = doubts.length > 0 ? 'at least ' : '';
  return found(`${atLeast}${counted(files, 'file')}, ${bytes(counts.bytes)}`, [
    ...doubts,
    ...(directories > 0 ? [`${counted(directories, 'directory', 'directories')}, each only if it is empty then`] : []),
    ...(others > 0 ? [`${counted(others, 'link or device', 'links or devices')}`] : []),
    ...(await restorable(whole, { files, others }, look)),
    ...some(paths, 'names'),
  ]);
}

/** Words that choose, with how many values follow. */
const ALONE = new Names(
  '! ( ) , -not -a -and -o -or -true -false -prune -daystart -depth -d -empty -mount -xdev -noleaf -nouser -nogroup ' +
    '-readable -writable -executable -ignore_readdir_race -noignore_readdir_race -warn -nowarn -quit -follow -H -L -P -E -X -x -s',
);
const WITH_VALUE = new Names(
  '-name -iname -path -ipath -wholename -iwholename -regex -iregex -regextype -type -xtype -size -mtime -mmin -atime -amin ' +
    '-ctime -cmin -newer -anewer -cnewer -used -user -group -uid -gid -perm -links -inum -samefile -lname -ilname -fstype -maxdepth -mindepth',
);

/** The same search that prints names. @returns why it cannot be had */
export function asNames(
  words: readonly (string | undefined)[],
): { readonly words: readonly string[]; readonly removes: 'each' | 'trees' } | { readonly why: string } {
  const out: string[] = [];
  let removes: 'each' | 'trees' | undefined;
  let begun = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) return { why: 'a secret is among its words' };
    if (word === '-delete') {
      if (removes !== undefined) return { why: 'it removes in more than one place' };
      removes = 'each';
      // What is in a directory comes before it, as with -delete.
      out.push('-depth', '-print0');
    } else if (word === '-exec' || word === '-execdir') {
      const end = words.findIndex((each, index) => index > at && (each === ';' || each === '+'));
      const inner = words.slice(at + 1, end < 0 ? undefined : end);
      const trees = removing(inner);
      if (end < 0 || trees === undefined) return { why: 'it starts a program for what it finds' };
      if (removes !== undefined) return { why: 'it removes in more than one place' };
      removes = trees ? 'trees' : 'each';
      out.push('-print0');
      at = end;
    } else if (ALONE.has(word) || /^-O[0-3]$/.test(word) || /^-newer[aBcmt]{2}$/.test(word)) {
      out.push(word);
      if (word.startsWith('-newer')) {
        const value = words[++at];
        if (value === undefined) return { why: 'a secret is among its words' };
        out.push(value);
      }
      begun ||= !/^-([HLPEXxsd]|O[0-3])$/.test(word);
    } else if (WITH_VALUE.has(word)) {
      const value = words[++at];
      if (value === undefined) return { why: `${word} has no value that can be seen` };
      out.push(word, value);
      begun = true;
    } else if (!begun && !word.startsWith('-')) {
      out.push(word);
    } else {
      return { why: `a preview does not follow \`${word}\`` };
    }
  }
  return removes === undefined ? { why: 'it removes nothing that a preview can follow' } : { words: out, removes };
}

/** Whether `rm -r {}` (true) or `rm {}` (false); undefined for anything else. */
function removing([program, ...rest]: readonly (string | undefined)[]): boolean | undefined {
  if (program === undefined || !/^((\/usr)?\/bin\/)?(rm|unlink|rmdir)$/.test(program)) return undefined;
  const plain = rest.every((word) => word === '{}' || word === '--' || (word !== undefined && /^-[rRfv]+$/.test(word)));
  if (!plain || rest.filter((word) => word === '{}').length !== 1) return undefined;
  return rest.some((word) => word !== undefined && /^-[a-zA-Z]*[rR]/.test(word));
}
