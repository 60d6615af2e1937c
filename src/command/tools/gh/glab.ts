import { type CommandLine, type CommandTree, parseCommandLine } from '../../command-tree.ts';
import { EffectTable } from '../../effect-table.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, fields, unknownAction, withDoubt } from '../../reading.ts';
import { api } from './api.ts';

/** GitLab's command line. Its commands by hand from docs.gitlab.com/cli (glab 1.50); a reading command has few options. */
export const reader: Reader = { names: ['glab'], read };

const COMMANDS = new EffectTable(`
  read: alias list | auth status | ci get | ci list | ci lint | ci status | ci trace | ci view | ci config compile | cluster list | config get
    | deploy-key list | deploy-key get | incident list | incident view | issue list | issue view | issue board view | iteration list
    | label list | label get | milestone list | milestone get | mr approvers | mr diff | mr issues | mr list | mr view | release list | release view
    | repo contributors | repo list | repo search | repo view | schedule list | securefile list | securefile get | ssh-key list | ssh-key get
    | stack list | token list | user events | variable list | version | check-update | completion | help | todo list
    | runner list
  write: alias set | alias delete | changelog generate | ci run | ci run-trig | ci retry | ci trigger | ci cancel | ci artifact | config set | config edit | incident close
    | incident note | incident reopen | incident subscribe | incident unsubscribe | issue close | issue create | issue new | issue note | issue reopen
    | issue subscribe | issue unsubscribe | issue update | issue board create | label create | label edit | milestone create | milestone edit | mr approve
    | mr checkout | mr close | mr create | mr new | mr for | mr merge | mr accept | mr note | mr rebase | mr reopen | mr revoke | mr subscribe | mr unsubscribe | mr todo
    | mr update | release create | release upload | release download | repo archive | repo clone | repo create | repo new | repo fork | repo mirror | repo update
    | repo publish | schedule create | schedule update | schedule run | securefile create | snippet create | stack create | stack amend
    | stack save | stack sync | stack move | variable set | variable update | auth logout | job artifact | todo done
  destroy: ci delete | issue delete | label delete | milestone delete | mr delete | release delete | repo delete | schedule delete | securefile remove | variable delete
  privilege: auth login | auth configure-docker | deploy-key add | ssh-key add | token create | token rotate | repo transfer | repo members add | cluster agent bootstrap
    | cluster agent update-kubeconfig
  privilege+destroy: deploy-key delete | ssh-key delete | token revoke | repo members remove
  read+secret: variable get | variable export | securefile download
  secret: auth docker-helper | auth dpop-gen | auth credential-helper | cluster agent get-token
`);

/** What the options of all commands are; those of writing commands are not looked at. */
const tree: CommandTree = {
  persistent: {
    flags:
      '-h/--help --version -a/--all -c/--closed -m/--merged -d/--draft --not-draft -w/--web -C/--comments -s/--system-logs --raw --no-color -i/--include --paginate --silent --unresolved --resolved --mine --archived --live -b/--branch-only -M',
    values:
      '-R/--repo -g/--group -F/--output --output-format -P/--page -p/--per-page -l/--label --not-label -A/--author --assignee --search --state --sort --order -O -o -r/--reviewer --milestone -t/--target-branch --source-branch -S --epic --iteration --in --issue-type -e/--epic-id -X/--method -f/--raw-field --field -H/--header --hostname --input --branch --ref --status --scope --user --json --jq',
  },
  commands: Object.fromEntries(
    (
      'alias auth changelog ci cluster config deploy-key incident issue iteration job label milestone mr release repo schedule securefile snippet ssh-key stack token ' +
      'user variable todo runner'
    )
      .split(' ')
      .map((group) => [group, { operands: true, commands: verbsOf(group) }]),
  ),
};
const GROUPS: Readonly<Record<string, string>> = {
  project: 'repo',
  pipeline: 'ci',
  pipe: 'ci',
  var: 'variable',
  stacks: 'stack',
};

function verbsOf(group: string): Record<string, CommandTree | string> {
  const verbs: Record<string, CommandTree | string> = {};
  for (const path of COMMANDS.commands()) {
    const [first, verb, sub] = path.split(' ');
    if (first !== group || verb === undefined) continue;
    const known = (verbs[verb] ?? {}) as CommandTree;
    verbs[verb] = sub === undefined ? known : { ...known, operands: true, commands: { ...known.commands, [sub]: {} } };
  }
  verbs['ls'] = 'list';
  verbs['show'] = 'view';
  return verbs;
}

function read(argv: readonly string[], context: ReadContext): Reading {
  const words = [argv[0] ?? 'glab', ...argv.slice(1)];
  const alias = words[1] === undefined || !Object.hasOwn(GROUPS, words[1]) ? undefined : GROUPS[words[1]];
  if (alias !== undefined) words[1] = alias;
  if (
    argv.includes('--help') ||
    argv.length === 1 ||
    /^(help|version|--version|completion|check-update)$/.test(words[1] as string)
  ) {
    return { actions: [act('glab', 'help', ['read'])] };
  }
  const calls = words[1] === 'api';
  const line = calls ? parseCommandLine(words, API, 'pflag', 2) : parseCommandLine(words, tree, 'pflag');
  const scope = fields({
    repository: line.options.get('repo')?.at(-1) ?? context.environment['GITLAB_REPO'],
    host: line.options.get('hostname')?.at(-1) ?? context.environment['GITLAB_HOST'],
    reach: 'remote',
  });
  const doubts = line.unknown.map((option) => `option ${option} is not one gate knows`);
  if (calls) return withDoubt({ actions: [api('glab', line, scope, doubts)] }, doubts);
  const path = line.path.join(' ');
  const effects = COMMANDS.of(path);
  if (effects === undefined || line.stranger !== undefined)
    return { actions: [unknownAction('glab', nameOf(line), { scope })] };
  if (path === 'config get' && line.positionals.some((key) => /token/i.test(key))) {
    return withDoubt({ actions: [act('glab', path, ['read', 'secret'])] }, doubts);
  }
  const reads = effects.length === 1 && effects[0] === 'read';
  const resource = fields({ kind: line.path[0], name: line.positionals[0] });
  return withDoubt({ actions: [act('glab', path, effects, { resource, scope })], secrets: [] }, reads ? doubts : []);
}

const API: CommandTree = {
  flags: '-i/--include --paginate --silent',
  values: '-X/--method -f/--raw-field -F/--field -H/--header --hostname --input --output -R/--repo',
};

function nameOf({ path, stranger }: CommandLine): string {
  return [...path, stranger].filter(Boolean).join(' ') || 'glab';
}
