import type { Action, Effect } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { ReadContext, Reading, Run } from '../../reader.ts';
import { act, fileAt, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { OPTIONS } from './options-table.ts';
import { onFiles, shellRun, withSecret, writesNothing, written } from './paths.ts';
import { has, type Known, type Line, lastValue, scanLine, spellingsOf } from './scan.ts';

/** Corrections of the manual page's table, and the options of bsdtar. */
const MORE =
  '-c -x -t -r -u -A -d -v -z -j -J -Z -a -O -p -P -k -m -U -w -l -h -S -n -o -q -y -W -B -i -s --lz4 --lzma --lzip --lrzip --zstd --keep-old-files --insecure --no-mac-metadata --no-xattrs --strip --no-fflags --fflags --clear-nochange-fflags --block-number --full-time --interactive --confirmation --show-omitted-dirs --show-transformed-names --utc --totals --verbose --warning --dereference --check-links --wildcards --no-wildcards-match-slash --label-|' +
  '-f/--file -C/--directory/--cd -T/--files-from -X/--exclude-from -b/--blocking-factor -g/--listed-incremental -I/--use-compress-program -F/--info-script/--new-volume-script -H/--format -K/--starting-file -L/--tape-length -N/--newer/--after-date -V/--label --exclude --include --strip-components --transform/--xform --owner --group --mode --mtime --to-command --checkpoint-action --rsh-command --rmt-command --index-file --volno-file --exclude-tag --exclude-tag-all --exclude-tag-under --exclude-ignore --exclude-ignore-recursive --suffix --one-top-level- --newer-mtime --quoting-style --quote-chars --no-quote-chars --record-size --level --sort --pax-option --uid --gid --uname --gname --owner-map --group-map --clamp- --options --set-mtime-command --set-mtime-format --hole-detection --sparse-version --add-file --xattrs-include --xattrs-exclude --selinux-|' +
  '--checkpoint --one-top-level --totals --backup --occurrence --atime-preserve --show-snapshot-field-ranges --clamp-mtime --color --warning';

let known: ReadonlyMap<string, Known> | undefined;

/** Programs that only pack and unpack what they are given on stdin. */
const PACKS =
  /^(\/usr)?(\/bin\/)?(p?gzip|pigz|p?bzip2|lbzip2|p?xz|zstd|zstdmt|pzstd|lz4|lzma|lzop|lzip|plzip|brotli|compress)( +-(-(fast|best|long|ultra|adapt|threads|rsyncable)(=[\w]+)?|[0-9TtDcdkqp]+[0-9]*))*$/;

export function readTar(tool: string, argv: readonly string[], context: ReadContext): Reading {
  known ??= spellingsOf(OPTIONS['tar'] ?? '||', MORE);
  const line = scanLine(dashed(argv), 1, known);
  if (has(line, '--help', '--version', '--usage', '--show-defaults')) return { actions: [act(tool, tool, ['read'])] };
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  if (line.unclear) doubts.push(`a word of ${tool} that is only known when it runs may be an option`);
  const actions = [...mainActions(tool, line, context, doubts)];
  const runs: Run[] = [];
  for (const { option, value } of line.options) commandOf(tool, option.spellings, value, actions, runs, context);
  return { ...withDoubt({ actions }, doubts), runs };
}

/** `tar xvf a.tar`: the letters of the first word are options, and their values follow in order. */
function dashed(argv: readonly string[]): readonly string[] {
  const first = argv[1];
  if (first === undefined || first.startsWith('-') || first.includes(UNRESOLVED) || known === undefined) return argv;
  const out = [argv[0] ?? 'tar'];
  let next = 2;
  for (const letter of first) {
    out.push(`-${letter}`);
    if (known.get(`-${letter}`)?.takes === 'value' && next < argv.length) out.push(argv[next++] as string);
  }
  return [...out, ...argv.slice(next)];
}

function mainActions(tool: string, line: Line, { cwd }: ReadContext, doubts: string[]): readonly Action[] {
  const archive = lastValue(line, '-f') ?? '-';
  // Each -C starts from where the one before it led.
  let inside = cwd;
  for (const { option, value } of line.options) {
    if (option.spellings.includes('-C') || option.spellings.includes('--one-top-level'))
      inside = absolute(value || '.', inside);
  }
  const remote = /^[^/]+:/.test(archive) && !has(line, '--force-local') && tool !== 'bsdtar';
  const files = line.operands;
  const secret = files.some((file) => namesSecretFile(file)) || namesSecretFile(`${inside}/`);
  if (has(line, '-x', '--extract')) {
    if (has(line, '-O', '--to-stdout')) return onFiles(tool, ['read'], archive === '-' ? [] : [archive], cwd);
    const effects: Effect[] = has(line, '--recursive-unlink') ? ['write', 'destroy'] : ['write'];
    // Members that keep absolute names, are renamed or follow links may land anywhere.
    if (has(line, '-P', '--absolute-names', '--transform', '--xform', '-s', '--keep-directory-symlink'))
      return [act(tool, 'extract', effects)];
    return [act(tool, 'extract', effects, { resource: fileAt(inside, cwd) })];
  }
  if (has(line, '-t', '--list') || has(line, '-d', '--diff') || has(line, '--test-label')) {
    return onFiles(tool, ['read'], archive === '-' ? [] : [archive], cwd);
  }
  if (has(line, '-c', '--create', '-r', '--append', '-u', '--update', '-A', '--catenate') || has(line, '--delete')) {
    const actions: Action[] = [];
    if (remote)
      actions.push(
        act(tool, 'create', secret ? ['export', 'secret'] : ['export'], { scope: { host: archive.split(':')[0] } }),
      );
    else if (writesNothing(archive)) actions.push(...onFiles(tool, ['read'], files, inside));
    else {
      for (const action of written(tool, archive, cwd)) {
        actions.push({ ...action, operation: 'create', effects: secret ? withSecret(action.effects) : action.effects });
      }
    }
    if (has(line, '--remove-files')) actions.push(...onFiles(tool, ['destroy'], files, inside, false));
    return actions;
  }
  doubts.push('gate does not know what tar does here');
  return [act(tool, tool, ['unknown'])];
}

/** Options that start a program or write a further file. */
function commandOf(
  tool: string,
  spellings: readonly string[],
  value: string,
  actions: Action[],
  runs: Run[],
  { cwd }: ReadContext,
): void {
  const is = (name: string): boolean => spellings.includes(name);
  if (is('--use-compress-program') && PACKS.test(value)) return;
  if (is('--checkpoint-action') && !value.startsWith('exec=')) {
    if (!/^(dot|echo|bell|totals|ttyout|sleep|wait|\.)/.test(value)) actions.push(act(tool, tool, ['unknown']));
    return;
  }
  const isCommand = [
    '--to-command',
    '--checkpoint-action',
    '--use-compress-program',
    '--rsh-command',
    '--rmt-command',
    '--info-script',
    '--set-mtime-command',
  ].some(is);
  if (isCommand) {
    const command = is('--checkpoint-action') ? value.slice(5) : value;
    actions.push(act(tool, tool, ['execute']));
    runs.push(shellRun(command, `${tool} ${spellings.at(-1)}`));
  }
  if (is('--index-file') || is('--volno-file') || is('--listed-incremental'))
    actions.push(...written(tool, value, cwd));
}
