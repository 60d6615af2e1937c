/**
 * The options of a run, as help, manual and completion show them. `run-options.ts` reads them by hand, so that a run loads
 * none of this; a test holds the two together.
 */
export interface RunOption {
  readonly short?: string;
  readonly long: string;
  /** What follows it; a switch has none. */
  readonly value?: string;
  readonly summary: string;
}

export const RUN_OPTIONS: readonly RunOption[] = [
  { short: '-m', long: '--intent', value: 'TEXT', summary: 'why: recorded, and shown to those who approve' },
  { long: '--ticket', value: 'ID', summary: 'the ticket it belongs to' },
  {
    long: '--timeout',
    value: 'DURATION',
    summary: 'how long to wait for people (default 10m, or what the calling agent allows); the request goes on',
  },
  { long: '--no-wait', summary: 'submit, print the id, exit 75' },
  { long: '--resume', value: 'ID', summary: 'run what was approved under that id' },
  {
    long: '--break-glass',
    summary: 'run what is held at once, with -m WHY, and be reviewed afterwards; where policy names you',
  },
  { long: '--events', value: 'FD|FILE', summary: 'what happens, as JSON lines; the last says whether it ran' },
  { long: '--json', summary: 'the same on stderr' },
  { long: '--call', value: 'N', summary: 'the tool call of an agent that this is; hooks write it' },
];

export const RUN_EXAMPLES: readonly string[] = [
  'gate -- kubectl get pods',
  'gate -m "remove the old test namespace" -- kubectl delete namespace test',
  "gate explain -- psql -c 'drop table payments'",
  'gate list',
  'gate approve 4f2a91c0',
];

/** What `gate --help` says around the list of subcommands. */
export const HELP = `
Run a command by policy, with approval where policy asks for it, and a record of it all:
  gate [options] -- COMMAND [ARG...]

${RUN_OPTIONS.map(shown).join('')}
Examples:
${RUN_EXAMPLES.map((line) => `  ${line}\n`).join('')}
Exit status: that of the command; gate's own are 64 usage, 69 service or channel down, 70 bug, 73 file cannot be written, 74 record cannot
be written, 75 pending, 76 ended without a no, 77 refused, 78 policy or configuration invalid, 126 cannot execute, 127 not found.
`;

function shown({ short, long, value, summary }: RunOption): string {
  const flags = `${short === undefined ? '' : `${short}, `}${long}${value === undefined ? '' : ` ${value}`}`;
  return `  ${flags.padEnd(20)}  ${summary}\n`;
}
