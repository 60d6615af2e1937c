import type { Effect } from '../../action.ts';
import { EffectTable } from '../../effect-table.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';

/**
 * Tools for which there is no maintained list of options. Only commands of which no option changes what they do are
 * judged, by the words in front of the first option; the rest stays unknown. Sources: the manuals and `--help` of each.
 */
const FEW_WORDS = new EffectTable(`
  read: nats stream ls | nats stream list | nats stream info | nats stream report | nats stream view | nats consumer ls | nats consumer list | nats consumer info | nats consumer report |
    nats kv ls | nats kv get | nats kv history | nats kv info | nats object ls | nats object info | nats server info | nats server list | nats server ping | nats server report |
    nats account info | nats rtt | nats sub | nats context ls | nats events
  write: nats pub | nats publish | nats bench | nats stream add | nats stream edit | nats stream copy | nats stream backup | nats stream restore | nats consumer add | nats consumer edit |
    nats consumer pause | nats consumer resume | nats kv add | nats kv put | nats kv create | nats kv update | nats object add | nats object put | nats context select
  destroy: nats stream delete | nats stream del | nats stream rm | nats stream purge | nats stream rmm | nats consumer delete | nats consumer rm | nats kv del | nats kv rm | nats kv purge |
    nats object delete | nats object del | nats object rm | nats account delete | nats context rm
  read: mc ls | mc tree | mc stat | mc du | mc diff | mc ping | mc ready | mc version info | mc alias list | mc admin info | mc policy get | mc anonymous get
  export: mc cat | mc head | mc cp | mc mirror | mc get | mc put
  write: mc mb | mc tag set | mc alias set | mc version enable | mc version suspend | mc admin service restart
  destroy: mc rm | mc rb | mc mv | mc undo | mc admin bucket remote rm
  privilege: mc admin user add | mc admin user remove | mc admin policy attach | mc admin policy detach | mc anonymous set | mc policy set | mc share download | mc share upload
  read: s3cmd ls | s3cmd la | s3cmd du | s3cmd info | s3cmd getpolicy | s3cmd getlifecycle | s3cmd getcors
  export: s3cmd get | s3cmd put | s3cmd cp
  write: s3cmd mb | s3cmd modify | s3cmd setlifecycle
  destroy: s3cmd del | s3cmd rm | s3cmd rb | s3cmd mv | s3cmd sync | s3cmd expire
  privilege: s3cmd setacl | s3cmd setpolicy | s3cmd delpolicy
  secret: s3cmd signurl
  read: azcopy list | azcopy jobs list | azcopy jobs show | azcopy doc | azcopy env
  export: azcopy copy | azcopy cp
  write: azcopy make
  destroy: azcopy remove | azcopy rm | azcopy sync | azcopy jobs clean | azcopy jobs remove
  privilege: azcopy login | azcopy logout
  read: rabbitmqctl list_queues | rabbitmqctl list_exchanges | rabbitmqctl list_bindings | rabbitmqctl list_connections | rabbitmqctl list_channels | rabbitmqctl list_consumers |
    rabbitmqctl list_users | rabbitmqctl list_vhosts | rabbitmqctl list_permissions | rabbitmqctl list_policies | rabbitmqctl status | rabbitmqctl cluster_status | rabbitmqctl ping | rabbitmqctl version |
    rabbitmqctl environment | rabbitmqctl list_feature_flags | rabbitmq-diagnostics status | rabbitmq-diagnostics ping | rabbitmq-diagnostics check_running | rabbitmq-diagnostics cluster_status
  write: rabbitmqctl add_vhost | rabbitmqctl set_policy | rabbitmqctl stop_app | rabbitmqctl start_app | rabbitmqctl stop | rabbitmqctl join_cluster | rabbitmqctl enable_feature_flag | rabbitmqctl rotate_logs
  destroy: rabbitmqctl delete_queue | rabbitmqctl delete_vhost | rabbitmqctl purge_queue | rabbitmqctl reset | rabbitmqctl force_reset | rabbitmqctl forget_cluster_node | rabbitmqctl close_connection |
    rabbitmqctl close_all_connections | rabbitmqctl clear_policy
  privilege: rabbitmqctl add_user | rabbitmqctl delete_user | rabbitmqctl change_password | rabbitmqctl set_permissions | rabbitmqctl clear_permissions | rabbitmqctl set_user_tags | rabbitmqctl clear_password
  execute: rabbitmqctl eval
  export: rabbitmqctl export_definitions
  read: ceph status | ceph health | ceph df | ceph osd tree | ceph osd status | ceph osd df | ceph osd dump | ceph osd stat | ceph osd pool ls | ceph osd pool get | ceph osd pool stats | ceph osd perf | ceph mon stat |
    ceph mon dump | ceph pg stat | ceph pg dump | ceph pg ls | ceph quorum_status | ceph versions | ceph features | ceph mds stat | ceph fs ls | ceph fs status | ceph mgr stat | ceph config get | ceph config dump |
    ceph osd lspools | ceph osd find | ceph crash ls
  write: ceph osd set | ceph osd unset | ceph osd out | ceph osd in | ceph osd down | ceph osd reweight | ceph osd pool create | ceph osd pool set | ceph osd pool set-quota | ceph osd pool rename | ceph config set |
    ceph pg repair | ceph pg scrub | ceph pg deep-scrub | ceph osd crush add | ceph osd crush move | ceph osd crush reweight | ceph mgr module enable | ceph mgr module disable | ceph mgr fail | ceph mds fail
  destroy: ceph osd rm | ceph osd purge | ceph osd destroy | ceph osd lost | ceph osd pool rm | ceph osd pool delete | ceph osd crush rm | ceph osd crush remove | ceph fs rm | ceph mon remove | ceph config rm
  privilege: ceph auth add | ceph auth caps | ceph auth del | ceph auth rm | ceph auth import
  secret: ceph auth get | ceph auth get-key | ceph auth ls | ceph auth list | ceph auth export | ceph auth get-or-create | ceph auth print-key
  read: knife node show | knife node list | knife search | knife status | knife role list | knife role show | knife environment list | knife environment show | knife cookbook list | knife cookbook show | knife client list |
    knife client show | knife user list | knife data bag list | knife vault list
  secret: knife vault show | knife data bag show
  write: knife node create | knife node run_list add | knife node run_list set | knife role create | knife cookbook upload | knife environment create | knife upload | knife tag create
  execute: knife node edit | knife vault edit | knife data bag edit | knife role edit | knife environment edit | knife ssh | knife exec | knife bootstrap
  destroy: knife node delete | knife client delete | knife role delete | knife cookbook delete | knife data bag delete | knife vault delete | knife environment delete | knife delete | knife node run_list remove
  privilege: knife vault create | knife vault update | knife client create | knife user create | knife user delete | knife client reregister
  read: pd service list | pd service get | pd schedule list | pd schedule get | pd incident list | pd incident get | pd user list | pd team list | pd escalation-policy list
  destroy: pd service delete | pd schedule delete | pd escalation-policy delete | pd user delete | pd team delete
  read: newrelic entity search | newrelic apm application get | newrelic apm application search | newrelic nrql query | newrelic query | newrelic workload list | newrelic workload get | newrelic profile list | newrelic version
  destroy: newrelic entity delete | newrelic apm application delete | newrelic workload delete | newrelic synthetics delete
  read: datadog-ci monitors list | datadog-ci monitors get | datadog-ci dashboards list | datadog-ci dashboards get | datadog-ci version
  destroy: datadog-ci monitors delete | datadog-ci dashboards delete
  read: apigeecli apis list | apigeecli apis get | apigeecli products list | apigeecli products get | apigeecli developers list | apigeecli developers get | apigeecli envs list | apigeecli envs get | apigeecli orgs list |
    apigeecli orgs get | apigeecli version | apigeecli apps list
  destroy: apigeecli apis delete | apigeecli products delete | apigeecli developers delete | apigeecli envs delete | apigeecli orgs delete | apigeecli apps delete | apigeecli keyvaluemaps delete | apigeecli targetservers delete
  read: pass ls | pass list | pass find | pass version | pass help
  secret: pass show | pass grep | pass generate | pass otp
  write: pass insert | pass mv | pass cp | pass init | pass rename | pass copy
  destroy: pass rm | pass remove | pass delete
  execute: pass edit | pass git
  read: klist | traefik version | traefik healthcheck | jira issue list | jira issue view | jira sprint list | jira epic list | jira board list | jira project list | jira me | jira version
  write: jira issue create | jira issue edit | jira issue move | jira issue assign | jira issue comment add | jira issue link | jira sprint add
  destroy: jira issue delete
  privilege: kinit | kpasswd | mkcert | kdestroy
`);

export const reader: Reader = {
  names: [...new Set(FEW_WORDS.commands().map((command) => command.split(' ')[0] as string))],
  read,
};

/** No command above has more words. */
const MOST = 5;

function read(argv: readonly string[], _context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (argv.length === 2 && /^--?(help|version|h|V)$|^(help|version)$/.test(argv[1] as string)) {
    return { actions: [act(tool, 'help', ['read'])] };
  }
  const words: string[] = [tool];
  for (let at = 1; at < argv.length && words.length < MOST; at++) {
    const word = argv[at] as string;
    if (word.startsWith('-') || word.includes(UNRESOLVED)) break;
    words.push(word);
  }
  for (let length = words.length; length > 0; length--) {
    const effects: readonly Effect[] | undefined = FEW_WORDS.of(words.slice(0, length).join(' '));
    if (effects === undefined) continue;
    const operation = words.slice(1, length).join(' ') || tool;
    const doubts = argv.some((arg) => PROGRAMS.test(arg) || (tool === 'ceph' && /^(-[oi]|--(out|in)-file)/.test(arg)))
      ? ['an option names a program or settings']
      : [];
    return withDoubt({ actions: [act(tool, operation, effects, { scope: { reach: 'remote' } })] }, doubts);
  }
  return { actions: [unknownAction(tool)], notes: [`this use of ${tool} is not one gate knows`] };
}

/** Options that start a program, save to a file, or take their settings from one. */
const PROGRAMS =
  /^-{1,2}(exec|command|cmd|script|hook|config(-file|-dir)?|output-file|save|dump|log-file|rsh|pager|editor)([=].*)?$/i;
