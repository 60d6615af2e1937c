/** What the manual says that no declaration knows. Plain text; `*word*` is bold, `_word_` stands for something of the reader's. */

export const NAME = 'run a command by policy, with approval where policy asks for it, and a record of it all';

export const DESCRIPTION: readonly string[] = [
  '*gate --* _COMMAND_ stands in front of a command. It works out what the command would do, decides by policy, asks people where policy says so, runs exactly what was decided, and keeps a record of it that can be verified.',
  'A decision is one of four: *allow* runs it; *confirm* asks the requester, a person at a terminal, to type a word; *hold* waits for the votes of people; *deny* ends it. For agents and pipelines, confirm becomes hold.',
  'In local mode, which needs no setting up, gate runs as you, beside the programs that it guards against: it is a guard-rail and an honest record, not a wall. *gate doctor* says what it holds and what it does not.',
];

/** Status and what it means, in order; a test compares them with the table of the code. */
export const STATUSES: readonly (readonly [number, string])[] = [
  [0, 'the command ran and returned 0; a subcommand did what it was asked'],
  [64, 'usage: the command line of gate, an unknown id, or facts that cannot be carried exactly'],
  [69, 'a channel or service is down'],
  [70, 'a bug in gate'],
  [73, 'a file cannot be put where it belongs'],
  [74, 'the record cannot be written, or is damaged, so nothing ran'],
  [75, 'still pending: people have not decided, or asked back'],
  [76, 'ended without a no: expired, withdrawn, changed since approval; ask anew'],
  [77, 'refused: by rule, limit, error or person, or because nobody can approve'],
  [78, 'a policy or the configuration is invalid, so nothing runs'],
  [126, 'the command was found and cannot be executed'],
  [127, 'the command was not found'],
];

export const EXIT_STATUS: readonly string[] = [
  'When the command ran, gate ends as the command did: with its status, or by the same signal. When it did not run, gate ends with a status of its own. A command can return these numbers too; the last line of *--events* says whether it ran.',
];

export const ENVIRONMENT: readonly (readonly [string, string])[] = [
  [
    'GATE_HOME',
    'a directory that holds configuration, policies, state and record of one gate. It never replaces /etc/gate, which may forbid it.',
  ],
  ['XDG_CONFIG_HOME, XDG_STATE_HOME', 'where the directories of the user begin, when they are not the usual ones.'],
  ['NO_COLOR', 'set to anything, no colours are used.'],
];

export const FILES: readonly (readonly [string, string])[] = [
  [
    '/etc/gate/config.yaml, /etc/gate/policies/*.yaml',
    "the system's configuration and policies; nobody below can loosen them.",
  ],
  ['~/.config/gate/config.yaml, ~/.config/gate/policies/*.yaml', "the user's."],
  ['.gate/policies/*.yaml', "a repository's own; they can only tighten."],
  ['~/.local/state/gate/audit.db', 'the record, beside what waits and the keys. The directory is private to the user.'],
  ['PREFIX/share/gate/installed.json', 'what *gate install* put under that prefix, with the digest of each file.'],
];

export const EXAMPLES: readonly (readonly [string, string])[] = [
  ['gate -- kubectl get pods', 'Run a command through gate.'],
  ['gate -m "the old test namespace" -- kubectl delete namespace test', 'Say why; those who approve read it.'],
  ['gate --no-wait -- terraform apply', 'Ask, print the id, and end with 75 instead of waiting.'],
  ["gate explain -- psql -c 'drop table payments'", 'See what gate understands and would decide. Nothing runs.'],
  ['gate inbox', 'Look at what waits, and answer it.'],
  ['gate audit verify', 'Recompute the whole record.'],
];
