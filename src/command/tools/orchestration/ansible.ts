import type { Action, Effect, Scope } from '../../action.ts';
import { EffectTable } from '../../effect-table.ts';
import ansible from '../../grammars/ansible.json' with { type: 'json' };
import playbook from '../../grammars/ansible-playbook.json' with { type: 'json' };
import { Names } from '../../names.ts';
import { type Grammar, grammar, optionValue, type Scan, scan } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, inputOf, unknownAction, withDoubt } from '../../reading.ts';

/** ansible and its relatives: modules on other machines, playbooks, vaults and roles. */
export const reader: Reader = { names: [], read };

/** Spellings that ansible 2.14 to 2.18 add to the completion spec (`ansible-playbook --help`). */
const MORE = {
  flags: '-vv -vvvvv -vvvvvv --ask-vault-password --force-handlers -J',
  many: '--become-password-file --connection-password-file --vault-password-file --vault-pass-file -e/--extra-vars -i/--inventory-file/--inventory -l/--limit --ssh-extra-args --task-timeout --tags -t --skip-tags',
};
const ADHOC = grammar('getopt', MORE, grammar('getopt', { flags: ansible.flags, values: ansible.values }));
const PLAYBOOK = grammar('getopt', MORE, grammar('getopt', { flags: playbook.flags, values: playbook.values }));
const OTHERS = grammar('getopt', {
  flags:
    '-h/--help -v/--verbose -vv -vvv --version --list --graph --yaml --toml --vars -l/--list -F/--list_files -j/--json -s/--snippet --only-changed --ask-vault-pass -J -n -p -f/--force -U -c/--ignore-certs --offline --metadata-dump',
  many: '-i/--inventory --host --limit -e/--extra-vars --vault-id --vault-password-file --encrypt-vault-id --new-vault-id --new-vault-password-file --output -M/--module-path -t/--type --playbook-dir --token --api-key -r/--role-file --collections-path --roles-path --format --stdin-name --name -C -d -m --purge',
});

const HOSTS_OF = new Names('ansible ansible-playbook ansible-pull ansible-console');

/** Modules that only look. */
const LOOKS = new Names(
  'ping setup debug stat gather_facts assert find slurp getent package_facts service_facts win_ping wait_for wait_for_connection meta fail',
);
const EXECUTES = new Names('command shell raw script expect win_shell win_command');
const GRANTS = new Names(
  'user group authorized_key acl sudoers known_hosts htpasswd openssh_keypair pam_limits seboolean selinux sefcontext',
);
const WRITES = new Names(
  'copy template file lineinfile blockinfile replace get_url unarchive apt yum dnf pip package service systemd systemd_service cron mount sysctl hostname git reboot apt_repository yum_repository timezone synchronize docker_container ufw iptables firewalld npm gem snap',
);

const VERBS: Readonly<Record<string, EffectTable>> = {
  'ansible-vault': new EffectTable(
    'secret: view\nwrite: create | encrypt | edit | rekey\nread: encrypt_string\nwrite+secret: decrypt',
  ),
  'ansible-galaxy': new EffectTable(
    'read: list | info | search | verify\nwrite: install | init | download | build | setup | import\nwrite+export: publish\ndestroy: remove | delete\nprivilege: login',
  ),
  'ansible-config': new EffectTable('read: list | dump | view | init | validate'),
};

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  const by: Grammar = tool === 'ansible' ? ADHOC : tool === 'ansible-playbook' ? PLAYBOOK : OTHERS;
  const found = scan(argv, 1, by);
  const doubts = [...doubtsOf({ ...found, repeated: [] }), ...hazards(found, context)];
  if (found.options.has('help') || found.options.has('version')) {
    return withDoubt({ actions: [act(tool, tool, ['read'])] }, doubts);
  }
  const reading = byTool(tool, found, context);
  const vaults = (found.options.get('vault-password-file') ?? []).map((file) =>
    inputOf('password', file, context.files.read(file)),
  );
  return {
    ...withDoubt(reading, doubts),
    inputs: [...(reading.inputs ?? []), ...inventory(found, context), ...vaults],
    pins: ['ANSIBLE_CONFIG', 'ANSIBLE_INVENTORY'],
  };
}

/** Options that name a program, or code that ansible loads. */
const CODE = [
  'module-path',
  'playbook-dir',
  'vault-password-file',
  'vault-pass-file',
  'vault-id',
  'become-password-file',
  'connection-password-file',
  'new-vault-password-file',
  'ssh-extra-args',
  'ssh-common-args',
  'sftp-extra-args',
  'scp-extra-args',
  'sh-extra-args',
] as const;

function hazards(found: Scan, context: ReadContext): readonly string[] {
  const notes: string[] = CODE.filter((name) => found.options.has(name)).map(
    (name) => `--${name} may bring code of its own`,
  );
  for (const file of found.options.get('inventory') ?? []) {
    // An inventory that is a program is run; one that is data cannot begin like one.
    const start = file.includes(',') ? '' : context.files.read(file)?.bytes?.subarray(0, 2);
    if (start === undefined) notes.push(`gate cannot see whether the inventory ${file} is a program`);
    else if (start !== '' && /^(#!|\x7fE)/.test(Buffer.from(start).toString('latin1')))
      notes.push(`the inventory ${file} is a program`);
  }
  return notes;
}

function byTool(tool: string, found: Scan, context: ReadContext): Reading {
  if (tool === 'ansible') return adhoc(found);
  if (tool === 'ansible-playbook') return played(found, context);
  if (tool === 'ansible-doc') return { actions: [act(tool, tool, ['read'])] };
  // An inventory may be a program, and may decrypt what it lists.
  if (tool === 'ansible-inventory') return { actions: [act(tool, tool, ['read', 'execute'])] };
  if (HOSTS_OF.has(tool)) return { actions: [act(tool, tool, ['execute', 'unknown'], { scope: scopeOf(found) })] };
  return verb(tool, found, context);
}

function verb(tool: string, found: Scan, context: ReadContext): Reading {
  const [first = '', second = '', ...rest] = found.positionals;
  const grouped = tool === 'ansible-galaxy' && (first === 'role' || first === 'collection');
  const word = grouped ? second : first;
  const effects = VERBS[tool]?.of(word);
  if (effects === undefined) return { actions: [unknownAction(tool, word || tool)] };
  const files =
    tool === 'ansible-vault' && word !== 'encrypt_string' ? [second, ...rest].filter((file) => file !== '') : [];
  const scope = tool === 'ansible-vault' ? {} : { reach: 'remote' };
  const actions = files.slice(0, 64).map((file) => act(tool, word, effects, { resource: fileAt(file, context.cwd) }));
  return { actions: actions.length > 0 ? actions : [act(tool, word, effects, { scope })] };
}

function adhoc(found: Scan): Reading {
  const hosts = found.positionals[0];
  const scope = scopeOf(found, hosts);
  if (found.options.has('list-hosts')) return { actions: [act('ansible', 'list-hosts', ['read'])] };
  const module = (optionValue(found, 'module-name') ?? 'command').replace(/^ansible\.(builtin|posix|windows)\./, '');
  const args = optionValue(found, 'args') ?? '';
  const effects = effectsOf(module, args);
  const action: Action = act('ansible', module, effects, { resource: fields({ kind: 'host', name: hosts }), scope });
  const line = module === 'script' || !EXECUTES.has(module) || args === '' ? undefined : args;
  const runs: readonly Run[] =
    line === undefined
      ? []
      : [{ argv: ['sh', '-c', line], via: `ansible ${hosts ?? ''}`.slice(0, 200), elsewhere: true }];
  return { actions: [becomes(found) ? { ...action, effects: [...effects, 'privilege'] } : action], runs };
}

function effectsOf(module: string, args: string): readonly Effect[] {
  if (LOOKS.has(module)) return ['read'];
  if (module === 'fetch') return ['export'];
  if (EXECUTES.has(module)) return ['execute'];
  if (GRANTS.has(module)) return ['privilege'];
  if (/\bstate=(absent|removed)\b/.test(args)) return ['destroy'];
  return WRITES.has(module) ? ['write'] : ['execute', 'unknown'];
}

const becomes = (found: Scan): boolean =>
  found.options.has('become') && !LOOKS.has(optionValue(found, 'module-name') ?? '');

/** A playbook runs whatever stands in it, roles and modules included, on every host it names. */
function played(found: Scan, context: ReadContext): Reading {
  const asks = ['syntax-check', 'list-hosts', 'list-tasks', 'list-tags'].some((name) => found.options.has(name));
  const books = found.positionals.slice(0, 16);
  const inputs = books.map((book) => inputOf('playbook', book, context.files.read(book)));
  const effects: readonly Effect[] = asks ? ['read'] : ['write', 'execute'];
  const scope = asks ? {} : scopeOf(found);
  const actions = books.map((book) =>
    act('ansible-playbook', 'ansible-playbook', effects, {
      resource: { ...fileAt(book, context.cwd), kind: 'playbook' },
      scope,
    }),
  );
  return {
    actions: actions.length > 0 ? actions : [act('ansible-playbook', 'ansible-playbook', effects, { scope })],
    inputs,
  };
}

function scopeOf(found: Scan, hosts?: string): Scope {
  const limit = optionValue(found, 'limit');
  const name = limit ?? hosts;
  const user = optionValue(found, 'user');
  if (optionValue(found, 'connection') === 'local') return fields({ user, host: 'localhost' });
  return fields({ user, host: name, reach: name === undefined ? 'remote' : undefined });
}

function inventory(found: Scan, context: ReadContext) {
  return (found.options.get('inventory') ?? [])
    .filter((file) => !file.includes(','))
    .slice(0, 8)
    .map((file) => inputOf('inventory', file, context.files.read(file)));
}
