import { EffectTable } from '../../effect-table.ts';

/**
 * What each verb of the systemd family does. A verb that shows something without a further word and sets it with one is
 * in SETS instead.
 */
export const EFFECTS: Readonly<Record<string, EffectTable>> = {
  systemctl: new EffectTable(`
    read: list-units | list-automounts | list-paths | list-sockets | list-timers | is-active | is-failed | status | show
        | cat | help | list-dependencies | list-unit-files | is-enabled | get-default | list-machines | list-jobs
        | show-environment | is-system-running | whoami | systemctl
    write: start | stop | reload | restart | try-restart | reload-or-restart | try-reload-or-restart | isolate | kill
        | freeze | thaw | set-property | bind | mount-image | reset-failed | enable | disable | reenable | preset
        | preset-all | mask | unmask | link | add-wants | add-requires | set-default | cancel | set-environment
        | unset-environment | import-environment | daemon-reload | daemon-reexec | default | exit | suspend | hibernate
        | hybrid-sleep | suspend-then-hibernate | sleep | enqueue-marked
    write+destroy: halt | poweroff | reboot | soft-reboot | kexec | rescue | emergency | switch-root | clean | revert
    write+execute: edit
  `),
  loginctl: new EffectTable(`
    read: list-sessions | session-status | show-session | list-users | user-status | show-user | list-seats | seat-status
        | show-seat
    write: activate | lock-session | lock-sessions | terminate-session | kill-session | enable-linger | disable-linger
        | terminate-user | kill-user | attach | flush-devices | terminate-seat
    privilege: unlock-session | unlock-sessions
  `),
  hostnamectl: new EffectTable(`
    read: status
    write: set-hostname | set-icon-name | set-chassis | set-deployment | set-location
  `),
  timedatectl: new EffectTable(`
    read: status | show | list-timezones | timesync-status | show-timesync
    write: set-time | set-timezone | set-local-rtc | set-ntp | ntp-servers | revert
  `),
  localectl: new EffectTable(`
    read: status | list-locales | list-keymaps | list-x11-keymap-models | list-x11-keymap-layouts
        | list-x11-keymap-variants | list-x11-keymap-options
    write: set-locale | set-keymap | set-x11-keymap
  `),
  resolvectl: new EffectTable(`
    read: query | service | openpgp | tlsa | status | statistics | monitor | show-cache | show-server-state
    write: reset-statistics | flush-caches | reset-server-features | revert
  `),
  networkctl: new EffectTable(`
    read: list | status | lldp | label | cat
    write: up | down | renew | forcerenew | reconfigure | reload | mask | unmask | persistent-storage
    write+execute: edit
    destroy: delete
  `),
  machinectl: new EffectTable(`
    read: list | status | show | list-images | image-status | show-image | list-transfers | cat
    write: start | enable | disable | poweroff | reboot | terminate | kill | bind | clone | rename | read-only | set-limit
        | pull-tar | pull-raw | import-tar | import-raw | import-fs | cancel-transfer | copy-to | copy-from
    execute: login | shell
    write+execute: edit
    export: export-tar | export-raw
    destroy: remove | clean
  `),
  portablectl: new EffectTable(`
    read: list | inspect | is-attached
    write: attach | detach | reattach | read-only | set-limit
    destroy: remove
  `),
  'systemd-analyze': new EffectTable(`
    read: time | blame | critical-chain | plot | dot | dump | cat-config | unit-files | unit-paths | exit-status | capability
        | syscall-filter | filesystems | condition | compare-versions | verify | calendar | timestamp | timespan | security
        | inspect-elf | fdstore | image-policy | has-tpm2 | pcrs | srk | malloc | architectures | smbios11 | chid
        | transient-settings | get-log-level | get-log-target
    write: set-log-level | set-log-target
  `),
  busctl: new EffectTable(`
    read: list | status | monitor | capture | tree | introspect | get-property | help | wait
    write: emit | set-property
    unknown: call
  `),
};

/** Verbs that show a setting, and with one word more change it: how many words the question has. */
export const SETS: Readonly<Record<string, number>> = {
  'systemctl service-log-level': 1,
  'systemctl service-log-target': 1,
  'systemctl log-level': 0,
  'systemctl log-target': 0,
  'systemctl service-watchdogs': 0,
  'hostnamectl hostname': 0,
  'hostnamectl icon-name': 0,
  'hostnamectl chassis': 0,
  'hostnamectl deployment': 0,
  'hostnamectl location': 0,
  'resolvectl dns': 1,
  'resolvectl domain': 1,
  'resolvectl default-route': 1,
  'resolvectl llmnr': 1,
  'resolvectl mdns': 1,
  'resolvectl dnsovertls': 1,
  'resolvectl dnssec': 1,
  'resolvectl nta': 1,
  'resolvectl log-level': 0,
  'systemd-analyze log-level': 0,
  'systemd-analyze log-target': 0,
  'systemd-analyze service-watchdogs': 0,
};
