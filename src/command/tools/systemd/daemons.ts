import type { Effect } from '../../action.ts';
import { EffectTable } from '../../effect-table.ts';
import { type Grammar, grammar, optionValue, scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, inputOf, unknownAction, withDoubt } from '../../reading.ts';

/** Programs that start, stop and ask one service of this machine, each in its own small language. */
export const reader: Reader = { names: [], read };

const HERE = { reach: 'machine' };

/** A program, then verbs in this place; its options, and what each verb does. */
interface Daemon {
  readonly effects: EffectTable;
  readonly options: Grammar;
  /** The place of the verb among the operands. */
  readonly verbAt: number;
  /** Effects of the program without a verb; absent means it is not understood. */
  readonly bare?: readonly Effect[];
  /** Options that bring code or a configuration of somebody's choice. */
  readonly hazards?: readonly string[];
  /** Options that ask something all by themselves. */
  readonly asks?: readonly string[];
}

const verbs = (effects: string, options: Parameters<typeof grammar>[1], more: Partial<Daemon> = {}): Daemon => ({
  effects: new EffectTable(effects),
  options: grammar('getopt', options),
  verbAt: 0,
  ...more,
});

const ON_OFF = `
  read: status | configtest
  write: start | stop | restart | reload | force-reload | try-restart | condrestart | graceful | graceful-stop | restart-graceful
`;

const DAEMONS: Readonly<Record<string, () => Daemon>> = {
  service: () =>
    verbs(ON_OFF, { flags: '--status-all --full-restart -h/--help --version' }, { verbAt: 1, asks: ['status-all'] }),
  'rc-service': () =>
    verbs(
      `${ON_OFF}\n read: describe`,
      {
        flags:
          '-l/--list -e/--exists -c/--ifcrashed -i/--ifexists -N/--ifnotstarted -s/--ifstarted -q/--quiet -h/--help -V/--version -r/--resolve -d/--debug -D/--nodeps -v/--verbose',
      },
      { verbAt: 1, asks: ['list'] },
    ),
  'rc-update': () =>
    verbs(
      'read: show\nwrite: add | del | delete | update',
      { flags: '-a/--all -s/--stack -u/--update -h/--help -V/--version -v/--verbose -q/--quiet' },
      { bare: ['read'] },
    ),
  'rc-status': () =>
    verbs(
      'read: boot | default | sysinit | shutdown | nonetwork',
      {
        flags:
          '-a/--all -c/--crashed -f/--format -l/--list -m/--manual -r/--runlevel -S/--supervised -s/--servicelist -u/--unused -h/--help -V/--version',
      },
      { bare: ['read'] },
    ),
  initctl: () =>
    verbs(
      'read: list | status | version | show-config | check-config | list-env | get-env | log-priority | help\nwrite: start | stop | restart | reload | emit | reload-configuration | set-env | unset-env | reset-env',
      { flags: '--user --session --system --no-wait -q/--quiet -v/--verbose --help --version', values: '--dest' },
    ),
  supervisorctl: () =>
    verbs(
      'read: status | tail | maintail | pid | version | avail | help\nwrite: start | stop | restart | signal | reload | update | reread | add | clear\ndestroy: remove | shutdown\nexecute: fg | shell',
      {
        flags: '-h/--help -i/--interactive',
        values: '-c/--configuration -s/--serverurl -u/--username -p/--password -r/--history-file',
      },
      { bare: ['execute'], hazards: ['configuration'] },
    ),
  apachectl: () =>
    verbs(
      `${ON_OFF}\n read: fullstatus`,
      { flags: '-t -S -v -V -l -L -M -h', values: '-k -f -d -e -c -C -D -E' },
      { asks: ['t', 'S', 'v', 'V', 'l', 'L', 'M', 'h'], hazards: ['f', 'd', 'c', 'C', 'E'] },
    ),
  'fail2ban-client': () =>
    verbs(
      'read: status | ping | version | get | banned | stats | statistics | echo | help\nwrite: start | stop | restart | reload | set | unban | add | flushlogs',
      {
        flags: '-d -i -v -q -x -b -f -t/--test -h/--help -V/--version --dp --str2sec --async',
        values: '-c -s -p --loglevel --logtarget --syslogsocket --timeout',
      },
      { asks: ['test'] },
    ),
  certbot: () =>
    verbs(
      'read: certificates | show_account | plugins | help\nwrite: run | certonly | renew | install | enhance | rollback | update_symlinks | reconfigure\nprivilege: register | update_account\ndestroy: delete | revoke | unregister',
      {
        flags:
          '-n/--non-interactive --dry-run --standalone --nginx --apache --webroot --agree-tos --force-renewal --expand --redirect --hsts --staging --test-cert -q/--quiet -v/--verbose --version -h/--help --no-eff-email --eff-email --keep-until-expiring --register-unsafely-without-email --must-staple --uir --delete-after-revoke --reuse-key --renew-by-default --allow-subset-of-names --manual --debug --debug-challenges',
        values:
          '-d/--domains/--domain --cert-name -m/--email -w/--webroot-path --config-dir --work-dir --logs-dir --server --key-type --rsa-key-size --elliptic-curve --preferred-challenges --cert-path --key-path --reason --config -c -a -i --http-01-port --max-log-backups --csr --eab-kid --eab-hmac-key --post-hook --pre-hook --deploy-hook --renew-hook --manual-auth-hook --manual-cleanup-hook',
      },
      {
        bare: ['write'],
        hazards: [
          'post-hook',
          'pre-hook',
          'deploy-hook',
          'renew-hook',
          'manual-auth-hook',
          'manual-cleanup-hook',
          'config',
        ],
      },
    ),
  coredumpctl: () =>
    verbs(
      'read: list | info\nexport: dump\nexecute: debug | gdb',
      {
        flags: '-h/--help --version --no-pager --no-legend -1 -r/--reverse -q/--quiet -a/--all',
        values:
          '--json --debugger -A/--debugger-arguments -n -S/--since -U/--until -F/--field -o/--output -D/--directory --root --image --file',
      },
      { bare: ['read'], hazards: ['debugger', 'debugger-arguments'] },
    ),
  udevadm: () =>
    verbs(
      'read: info | monitor | test | test-builtin | help | verify | cat | wait\nwrite: trigger | settle | control | hwdb | lock',
      {
        flags:
          '-h/--help -V/--version -d/--debug -a/--attribute-walk -e/--export-db -k/--kernel -u/--udev -s/--subsystem-match --no-pager -p --udev --tree -t',
        values: '-q/--query -n/--name -x/--export -P/--export-prefix --path --json --device-id-of-file -y',
      },
    ),
};
/** Options that only tell about the program. */
const ASKS = ['help', 'version', 'V'];
const ALIASES: Readonly<Record<string, string>> = { apache2ctl: 'apachectl', httpd: 'apachectl', apache2: 'apachectl' };

const made = new Map<string, Daemon>();

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (tool === 'nginx') return nginx(argv, context);
  const name = ALIASES[tool] ?? tool;
  let daemon = made.get(name);
  if (daemon === undefined) {
    daemon = DAEMONS[name]?.();
    if (daemon === undefined) return { actions: [unknownAction(tool)] };
    made.set(name, daemon);
  }
  const found = scan(argv, 1, daemon.options);
  const doubts = [...doubtsOf({ ...found, repeated: [] })];
  for (const hazard of daemon.hazards ?? [])
    if (found.options.has(hazard)) doubts.push(`--${hazard} may bring code of its own`);
  if ([...ASKS, ...(daemon.asks ?? [])].some((option) => found.options.has(option)) && found.positionals.length === 0) {
    return withDoubt({ actions: [act(tool, tool, ['read'], { scope: HERE })] }, doubts);
  }
  const operands = [...found.positionals];
  const given = optionValue(found, 'k');
  if (name === 'apachectl' && given !== undefined) operands.unshift(given);
  const verb = operands[daemon.verbAt];
  // `service` runs the file of that name: a path leads out of its directory.
  const service = daemon.verbAt === 1 ? operands[0] : operands[1];
  const effects = verb === undefined ? daemon.bare : daemon.effects.of(verb);
  const resource = service === undefined ? { kind: 'service' } : { kind: 'service', name: service, service };
  if (effects === undefined || (daemon.verbAt === 1 && /[/]|\.\./.test(service ?? ''))) {
    return {
      actions: [act(tool, verb ?? tool, ['execute', 'unknown'], { resource, scope: HERE })],
      notes: [`gate does not know this use of ${tool}`],
    };
  }
  if (verb?.includes(UNRESOLVED)) doubts.push('what is done is only known when it runs');
  return withDoubt({ actions: [act(tool, verb ?? tool, effects, { resource, scope: HERE })] }, doubts);
}

const NGINX = grammar('getopt', { flags: '-? -h -v -V -t -T -q', values: '-s -p -c -g -e' });

/** nginx tests its configuration, signals the running server, or starts one; a configuration may load code. */
function nginx(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, NGINX);
  const doubts = [...doubtsOf(found)];
  if (found.positionals.length > 0) doubts.push('nginx takes no operands');
  if (found.options.has('g') || found.options.has('p')) doubts.push('-g and -p bring settings of their own');
  const file = optionValue(found, 'c');
  if (file !== undefined) doubts.push('a configuration of its own may load code');
  const signal = optionValue(found, 's');
  const asks = ['h', '?', 'v', 'V', 't', 'T'].some((option) => found.options.has(option));
  const effects: readonly Effect[] = asks && signal === undefined ? ['read'] : ['write'];
  const operation = signal ?? (asks ? 'test' : 'start');
  return {
    ...withDoubt(
      { actions: [act('nginx', operation, effects, { resource: { kind: 'service', name: 'nginx' }, scope: HERE })] },
      doubts,
    ),
    ...(file !== undefined && { inputs: [inputOf('configuration', file, context.files.read(file))] }),
  };
}
