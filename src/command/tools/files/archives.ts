import type { Action } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fileAt, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { grammarOf } from './known-options.ts';
import { onFiles, shellRun, withSecret, written } from './paths.ts';
import { has, type Line, lastValue, scanLine } from './scan.ts';
import { readTar } from './tar.ts';

/** Archivers: packing writes the archive, unpacking writes a directory, listing reads. */
export const reader: Reader = {
  names: ['tar', 'gtar', 'bsdtar', 'star', 'zip', 'unzip', '7z', '7za', '7zr', '7zz', 'cpio'],
  read(argv, context) {
    const tool = programOf(argv[0] ?? '').base;
    if (argv.length === 2 && /^(--help|--version|-h|-V|-\?|-v)$/.test(argv[1] as string) && tool !== 'cpio') {
      return { actions: [act(tool, tool, ['read'])] };
    }
    if (tool === 'zip') return readZip(argv, context);
    if (tool === 'unzip') return readUnzip(argv, context);
    if (tool.startsWith('7z')) return readSevenZip(tool, argv, context);
    if (tool === 'cpio') return readCpio(argv, context);
    return readTar(tool, argv, context);
  },
};

function unknownOf(tool: string, line: Line): string[] {
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  if (line.unclear) doubts.push(`a word of ${tool} that is only known when it runs may be an option`);
  return doubts;
}

const ZIP_MORE =
  '-0 -1 -2 -3 -4 -5 -6 -7 -8 -9 -r -q -v -u -f -d -m -j -D -X -y -e -l -o -g -A -c -z -T -S -@ -i -x -FS --exclude --include -h -sf|-b --temp-path -n --suffixes -O --output-file --out -P --password -t -tt -TT --unzip-command -s --split-size -Z --compression-method -lf|';

function readZip(argv: readonly string[], { cwd }: ReadContext): Reading {
  const line = scanLine(argv, 1, grammarOf('zip', ZIP_MORE));
  const doubts = unknownOf('zip', line);
  if (argv.some((arg) => /^-[A-Za-z]*TT./.test(arg))) doubts.push('a value is attached to -TT of zip');
  const runs: Run[] = [];
  const actions: Action[] = [];
  const [archive, ...files] = line.operands;
  const output = lastValue(line, '-O') ?? archive;
  const secret = files.some((file) => namesSecretFile(file));
  const listing = has(line, '-sf', '--show-files', '-h', '-L', '-so');
  if (output === undefined || output === '-' || listing)
    actions.push(act('zip', 'zip', secret ? ['read', 'secret'] : ['read']));
  else {
    const path = /\.[^/]*$/.test(output) || output.startsWith('/dev/') ? output : `${output}.zip`;
    const packed = written('zip', path, cwd);
    actions.push(...(secret ? packed.map((action) => ({ ...action, effects: withSecret(action.effects) })) : packed));
    if (packed.length === 0) actions.push(act('zip', 'zip', ['read']));
  }
  if (has(line, '-m', '--move')) actions.push(...onFiles('zip', ['destroy'], files, cwd, false));
  const command = lastValue(line, '-TT') ?? lastValue(line, '--unzip-command');
  if (command !== undefined) {
    actions.push(act('zip', 'zip', ['execute']));
    runs.push(shellRun(command, 'zip -TT'));
  }
  return withPassword(line, ['-P', '--password'], { ...withDoubt({ actions }, doubts), runs });
}

function withPassword(line: Line, spellings: readonly string[], reading: Reading): Reading {
  const secrets = spellings
    .map((spelling) => lastValue(line, spelling))
    .filter((value) => value !== undefined && value !== '');
  return secrets.length === 0 ? reading : { ...reading, secrets: secrets as string[] };
}

const UNZIP_MORE =
  '-l -t -v -z -Z -p -c -a -b -B -C -D -DD -f -j -K -L -M -n -N -o -q -qq -s -u -U -UU -V -W -X -Y -: -^ -/ -$ -F -T -h -hh|-d -P -x -i -I -O|';

function readUnzip(argv: readonly string[], { cwd }: ReadContext): Reading {
  const line = scanLine(argv, 1, grammarOf('unzip', UNZIP_MORE));
  const doubts = unknownOf('unzip', line);
  const onlyReads = has(line, '-l', '-t', '-v', '-z', '-Z', '-p', '-c') || line.operands.length === 0;
  // -: lets members leave the directory.
  const target = has(line, '-:') ? undefined : (lastValue(line, '-d') ?? '.');
  const actions = onlyReads
    ? onFiles('unzip', ['read'], line.operands.slice(0, 1), cwd)
    : [
        act(
          'unzip',
          'unzip',
          has(line, '-K') ? ['write', 'privilege'] : ['write'],
          target === undefined ? {} : { resource: fileAt(target, cwd) },
        ),
      ];
  return withPassword(line, ['-P'], withDoubt({ actions }, doubts));
}

/** 7-Zip: a command, then switches whose value is attached. */
function readSevenZip(tool: string, argv: readonly string[], { cwd }: ReadContext): Reading {
  const switches = argv.slice(1).filter((arg) => arg.startsWith('-') && arg !== '--');
  const [command, archive, ...files] = argv.slice(1).filter((arg) => !arg.startsWith('-'));
  const output = switches.find((arg) => arg.startsWith('-o'))?.slice(2);
  const toStdout = switches.includes('-so');
  const secrets = switches.filter((arg) => /^-p./.test(arg)).map((arg) => arg.slice(2));
  const secret = files.some((file) => namesSecretFile(file));
  const actions: Action[] = [];
  if (command === undefined || /^(l|t|b|i|h)$/.test(command) || toStdout) {
    actions.push(act(tool, command ?? tool, secret ? ['read', 'secret'] : ['read']));
  } else if (/^(e|x)$/.test(command)) {
    actions.push(act(tool, command, ['write'], { resource: fileAt(output ?? '.', cwd) }));
  } else if (/^(a|u|d|rn)$/.test(command)) {
    const resource = archive === undefined ? {} : fileAt(archive, cwd);
    actions.push(act(tool, command, secret ? ['write', 'secret'] : ['write'], { resource }));
    if (switches.includes('-sdel')) actions.push(...onFiles(tool, ['destroy'], files, cwd, false));
    if (switches.some((arg) => arg.startsWith('-seml'))) actions.push(act(tool, command, ['export']));
  } else actions.push(act(tool, tool, ['unknown']));
  const unclear = argv.slice(1).some((arg) => arg.startsWith(UNRESOLVED));
  const reading = withDoubt(
    { actions },
    unclear ? [`a word of ${tool} that is only known when it runs may be a switch`] : [],
  );
  return secrets.length === 0 ? reading : { ...reading, secrets };
}

const CPIO_MORE = '-i -o -p -t -v -d -m -u -a -A -B -c -f -k -l -L -n -r -s -S -0 -b -V|-C -D -E -F -H -I -M -O -R -W|';

function readCpio(argv: readonly string[], { cwd }: ReadContext): Reading {
  const line = scanLine(argv, 1, grammarOf('cpio', CPIO_MORE));
  if (has(line, '--help', '--version')) return { actions: [act('cpio', 'cpio', ['read'])] };
  const doubts = unknownOf('cpio', line);
  const runs: Run[] = [];
  const actions: Action[] = [];
  const archive = lastValue(line, '-O') ?? lastValue(line, '-F');
  const remote = archive !== undefined && /^[^/]+:/.test(archive) && !has(line, '--force-local');
  const directory = lastValue(line, '-D') ?? lastValue(line, '--directory') ?? '.';
  if (has(line, '-t', '--list') || has(line, '--to-stdout')) actions.push(act('cpio', 'cpio', ['read']));
  else if (has(line, '-p', '--pass-through'))
    actions.push(act('cpio', 'cpio', ['write'], { resource: fileAt(line.operands[0] ?? '.', cwd) }));
  else if (has(line, '-i', '--extract')) {
    const free = has(line, '--absolute-filenames') || !has(line, '--no-absolute-filenames');
    // cpio goes where the names in the archive say.
    actions.push(act('cpio', 'cpio', ['write'], free ? {} : { resource: fileAt(directory, cwd) }));
  } else if (has(line, '-o', '--create')) {
    const packed = archive === undefined || remote ? [] : written('cpio', archive, cwd);
    actions.push(...packed);
    if (packed.length === 0)
      actions.push(
        act(
          'cpio',
          'cpio',
          remote ? (lastValue(line, '--rsh-command') === undefined ? ['export'] : ['write']) : ['read'],
        ),
      );
  } else doubts.push('gate does not know what cpio does here');
  if (actions.length === 0) actions.push(act('cpio', 'cpio', ['unknown']));
  const shell = lastValue(line, '--rsh-command');
  if (shell !== undefined || remote) actions.push(act('cpio', 'cpio', ['execute']));
  if (shell !== undefined) runs.push(shellRun(shell, 'cpio --rsh-command'));
  return { ...withDoubt({ actions }, doubts), runs };
}
