import { grammar, optionValue, type Scan, scan, UNRESOLVED } from '../options.ts';
import { programOf } from '../paths.ts';
import type { Input, ReadContext, Reader, Reading, Run, Snapshot } from '../reader.ts';
import { act, doubtsOf, inputOf, withDoubt } from '../reading.ts';

/** Commands that run later: crontab, at and batch. What they will run is judged now, where its text can be seen. */
export const reader: Reader = { names: [], read };

const CRONTAB = grammar('getopt', { flags: '-l -r -e -i -V -h/--help -s -n -T', values: '-u -c -x -p' });
const AT = grammar('getopt', {
  flags: '-V -m -M -v -l -b -k -r -d -h/--help',
  values: '-q -f -t -o -u',
  many: '-c',
});

const HERE = { reach: 'machine' };

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  return tool === 'crontab' ? crontab(argv, context) : at(tool, argv, context);
}

function crontab(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, CRONTAB);
  const doubts = [...doubtsOf(found)];
  const user = optionValue(found, 'u');
  const scope = user === undefined ? HERE : { ...HERE, user };
  const resource = { kind: 'crontab' };
  const own = (effects: Parameters<typeof act>[2]): Reading =>
    withDoubt({ actions: [act('crontab', 'crontab', effects, { resource, scope })] }, doubts);
  if (['V', 'help', 'T'].some((name) => found.options.has(name))) return own(['read']);
  const acts = ['l', 'r', 'e'].filter((name) => found.options.has(name));
  if (acts.length > 1) doubts.push('crontab is asked for several things at once');
  if (found.options.has('r')) return own(['destroy']);
  if (found.options.has('e')) return own(['write', 'execute']);
  if (found.options.has('l')) return own(['read']);
  if (found.positionals.length > 1) doubts.push('crontab takes one file');

  // Without a file it reads stdin, and replaces the whole table.
  const path = found.positionals[0] ?? '-';
  const snapshot = path === '-' ? context.files.stdin() : context.files.read(path);
  const runs = jobsOf(snapshot);
  if (runs === undefined) doubts.push('what will run later cannot be seen');
  return {
    ...withDoubt({ actions: [act('crontab', 'crontab', ['write', 'execute'], { resource, scope })] }, doubts),
    inputs: [inputOf('script', path, snapshot)],
    runs: runs ?? [],
  };
}

/** More jobs than this in one table are not judged one by one. */
const MAX_JOBS = 64;

/** Every command of a crontab; undefined when its text is not known in full. */
function jobsOf(snapshot: Snapshot | undefined): readonly Run[] | undefined {
  if (snapshot?.bytes === undefined) return undefined;
  const text = Buffer.from(snapshot.bytes).toString('utf8');
  if (text.includes(UNRESOLVED)) return undefined;
  const runs: Run[] = [];
  for (const line of text.split('\n')) {
    const job = line.trim();
    if (job === '' || job.startsWith('#')) continue;
    if (/^[A-Za-z_]\w*\s*=/.test(job)) {
      // SHELL and PATH decide what the commands below mean.
      if (/^(SHELL|PATH|BASH_ENV|LD_\w+)\s*=/.test(job)) return undefined;
      continue;
    }
    const words = job.split(/\s+/);
    const fields = job.startsWith('@') ? 1 : 5;
    if (words.length <= fields || runs.length >= MAX_JOBS) return undefined;
    let rest = job;
    for (let field = 0; field < fields; field++) rest = rest.slice(rest.search(/\s/)).trimStart();
    // A `%` ends the command: what follows is its stdin.
    const end = rest.search(/(?<!\\)%/);
    const command = (end < 0 ? rest : rest.slice(0, end)).replaceAll('\\%', '%');
    runs.push({ argv: ['sh', '-c', command], via: `crontab ${words.slice(0, fields).join(' ')}`, cwd: UNRESOLVED });
  }
  return runs;
}

function at(tool: string, argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, AT);
  const doubts = [...doubtsOf(found)];
  const answer = (effects: Parameters<typeof act>[2]): Reading =>
    withDoubt({ actions: [act(tool, tool, effects, { resource: { kind: 'job' }, scope: HERE })] }, doubts);
  if (found.options.has('V') || found.options.has('help')) return answer(['read']);
  if (tool === 'atq' || found.options.has('l')) return answer(['read']);
  if (tool === 'atrm' || found.options.has('r') || found.options.has('d')) return answer(['destroy']);
  if (found.options.has('c')) return answer(['read']);
  const { input, run } = scheduled(tool, found, context);
  return { ...answer(['write', 'execute']), inputs: [input], runs: [run] };
}

/** The job is a script for `sh`, from a file or stdin. */
function scheduled(tool: string, found: Scan, context: ReadContext): { input: Input; run: Run } {
  const file = optionValue(found, 'f');
  const via = [tool, ...found.positionals].join(' ').slice(0, 200);
  if (file === undefined || file === '-') {
    return { input: inputOf('script', '-', context.files.stdin()), run: { argv: ['sh', '-s'], via } };
  }
  return { input: inputOf('script', file, context.files.read(file)), run: { argv: ['sh', file], via } };
}
