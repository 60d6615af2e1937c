import type { Effect } from '../../action.ts';

/**
 * Programs whose first word says what they do. A verb is one word or two (`subvolume delete`); a verb that no list
 * holds is not understood.
 */
export interface Verbs {
  /** Options in front of the verb: `flags|with a value|`. */
  readonly before?: string;
  readonly verbs: Readonly<Partial<Record<Effect, string>>>;
  /** What it does without a verb. */
  readonly bare?: Effect;
  /** Options behind the verb whose value is a file that is written. */
  readonly writes?: string;
  /** Options behind the verb that run something gate does not see. */
  readonly runs?: string;
  /** Options behind the verb after which it changes nothing. */
  readonly dry?: string;
  /** Verbs that read alone and write with a word behind them: `hostnamectl hostname`. */
  readonly sets?: string;
  readonly kind?: string;
  readonly reach?: 'machine' | 'remote';
  /** The verb is an option: `mdadm --create`. */
  readonly dashed?: boolean;
}

const lvm = (effect: Effect): Verbs => ({
  verbs: {},
  bare: effect,
  kind: 'volume',
  reach: 'machine',
  dry: '-t --test',
});

export const VERBS: Readonly<Record<string, Verbs>> = {
  zfs: {
    verbs: {
      read: 'list get diff holds version userspace groupspace projectspace help',
      write:
        'create set inherit snapshot snap clone rename mount unmount umount hold release bookmark upgrade promote receive recv project redact share unshare jail unjail zone unzone wait',
      destroy: 'destroy rollback',
      export: 'send',
      privilege: 'allow unallow load-key unload-key change-key',
      execute: 'program',
    },
    dry: '-n --dryrun',
    kind: 'dataset',
    reach: 'machine',
  },
  zpool: {
    verbs: {
      read: 'list status iostat get history events version wait help',
      write:
        'add attach clear detach export import initialize online offline reguid reopen replace resilver scrub set sync trim upgrade checkpoint prefetch',
      destroy: 'destroy remove split labelclear create',
    },
    runs: '-c',
    dry: '-n --dryrun',
    kind: 'pool',
    reach: 'machine',
  },
  btrfs: {
    verbs: {
      read:
        'version help filesystem:show filesystem:df filesystem:du filesystem:usage subvolume:list subvolume:show subvolume:get-default subvolume:find-new device:stats device:usage device:ready ' +
        'scrub:status balance:status property:get property:list qgroup:show inspect-internal:dump-super inspect-internal:dump-tree inspect-internal:inode-resolve inspect-internal:logical-resolve ' +
        'inspect-internal:min-dev-size inspect-internal:rootid inspect-internal:subvolid-resolve inspect-internal:tree-stats quota:rescan replace:status check fi:show fi:df fi:usage sub:list',
      write:
        'filesystem:defragment filesystem:label filesystem:resize filesystem:sync filesystem:mkswapfile subvolume:create subvolume:snapshot subvolume:set-default subvolume:sync device:add device:scan scrub:start scrub:cancel scrub:resume ' +
        'balance:start balance:pause balance:cancel balance:resume property:set qgroup:create qgroup:assign qgroup:limit quota:enable quota:disable receive replace:start replace:cancel sub:create sub:snapshot',
      destroy:
        'subvolume:delete device:delete device:remove qgroup:destroy qgroup:remove rescue:zero-log rescue:chunk-recover rescue:super-recover sub:delete',
      export: 'send restore',
    },
    before: '-q --quiet -v --verbose --help --version|--format --log|',
    kind: 'volume',
    reach: 'machine',
  },
  lvcreate: lvm('write'),
  lvremove: lvm('destroy'),
  lvextend: lvm('write'),
  lvreduce: lvm('destroy'),
  lvresize: lvm('destroy'),
  lvchange: lvm('write'),
  lvconvert: lvm('write'),
  lvrename: lvm('write'),
  lvs: lvm('read'),
  lvdisplay: lvm('read'),
  lvscan: lvm('read'),
  vgs: lvm('read'),
  vgdisplay: lvm('read'),
  vgscan: lvm('read'),
  vgck: lvm('read'),
  vgcreate: lvm('write'),
  vgextend: lvm('write'),
  vgreduce: lvm('destroy'),
  vgremove: lvm('destroy'),
  vgrename: lvm('write'),
  vgchange: lvm('write'),
  vgcfgbackup: lvm('write'),
  vgcfgrestore: lvm('destroy'),
  vgexport: lvm('write'),
  vgimport: lvm('write'),
  vgmerge: lvm('write'),
  vgsplit: lvm('write'),
  pvs: lvm('read'),
  pvdisplay: lvm('read'),
  pvscan: lvm('read'),
  pvck: lvm('read'),
  pvcreate: lvm('destroy'),
  pvremove: lvm('destroy'),
  pvmove: lvm('write'),
  pvresize: lvm('write'),
  pvchange: lvm('write'),
  lvmdiskscan: lvm('read'),
  lvm: {
    verbs: {
      read: 'lvs lvdisplay lvscan vgs vgdisplay vgscan pvs pvdisplay pvscan version help fullreport lvmdiskscan dumpconfig lvmconfig formats segtypes systemid',
      write:
        'lvcreate lvextend lvchange lvconvert lvrename vgcreate vgextend vgrename vgchange pvmove pvresize pvchange vgcfgbackup',
      destroy: 'lvremove lvreduce lvresize vgremove vgreduce pvcreate pvremove vgcfgrestore',
    },
    kind: 'volume',
    reach: 'machine',
  },
  dmsetup: {
    verbs: {
      read: 'ls info deps status table targets version help splitname',
      write: 'create load reload resume suspend rename message mknodes setgeometry udevcreatecookie',
      destroy: 'remove remove_all clear wipe_table',
    },
    before: '-v --verbose -c -C --columns --tree|-o -S --select|',
    kind: 'device',
    reach: 'machine',
  },
  mdadm: {
    dashed: true,
    verbs: {
      read: '-D --detail -E --examine -Q --query --detail-platform -X --examine-bitmap --examine-badblocks -V --version -h --help -t --test',
      write:
        '-A --assemble -S --stop -R --run -o --readonly -w --readwrite -a --add --re-add -I --incremental -F --follow --monitor -B --build -G --grow --manage --update-subarray',
      destroy: '-C --create --zero-superblock -r --remove -f --fail --set-faulty --replace --kill-subarray',
    },
    kind: 'device',
    reach: 'machine',
  },
  cryptsetup: {
    before:
      '-q --batch-mode -v --verbose --debug --readonly --force-password|-c --cipher -h --hash -s --key-size -d --key-file -t --timeout -T --tries --type -y --header --key-slot -S --pbkdf -l --keyfile-size|',
    verbs: {
      read: 'status luksDump isLuks luksUUID benchmark tcryptDump bitlkDump token',
      write:
        'open luksOpen plainOpen close luksClose remove resize suspend luksSuspend luksResume resume repair convert config refresh tcryptOpen bitlkOpen create loopaesOpen',
      destroy: 'luksFormat erase luksErase luksKillSlot luksRemoveKey reencrypt format',
      privilege: 'luksAddKey luksChangeKey luksConvertKey',
      export: 'luksHeaderBackup',
    },
    kind: 'device',
    reach: 'machine',
  },
  nft: {
    before:
      '-a --handle -n --numeric -s --stateless -t --terse -j --json -S --service -N --reversedns -y -u -p -c --check -e --echo -o --optimize -v --version -h --help||',
    verbs: {
      read: 'list describe monitor',
      write: '',
      privilege: 'add create insert replace rename import',
      destroy: 'delete flush reset destroy',
    },
    kind: 'firewall',
    reach: 'machine',
  },
  ufw: {
    before: '--force --dry-run||',
    verbs: {
      read: 'status show version help app:list app:info',
      privilege:
        'enable disable reload allow deny reject limit default logging insert prepend route app:default app:update',
      destroy: 'delete reset',
    },
    dry: '--dry-run',
    kind: 'firewall',
    reach: 'machine',
  },
  'firewall-cmd': {
    dashed: true,
    verbs: {
      read: '--state --list-all --list-all-zones --list-ports --list-services --list-rich-rules --list-interfaces --list-sources --get-zones --get-default-zone --get-active-zones --get-services --get-icmptypes --query-service --query-port --query-rich-rule --query-masquerade --query-interface --info-zone --info-service --version --help -h --get-log-denied',
      privilege:
        '--add-service --add-port --add-rich-rule --add-interface --add-source --add-masquerade --add-forward-port --reload --complete-reload --set-default-zone --runtime-to-permanent --panic-on --panic-off --change-interface --new-zone --set-target --set-log-denied --direct',
      destroy:
        '--remove-service --remove-port --remove-rich-rule --remove-interface --remove-source --remove-masquerade --remove-forward-port --delete-zone',
    },
    kind: 'firewall',
    reach: 'machine',
  },
  ipset: {
    verbs: {
      read: 'list save test -L -S -T version help',
      privilege: 'create add -N -A restore swap rename -R -W -E',
      destroy: 'destroy del flush -X -D -F',
    },
    kind: 'firewall',
    reach: 'machine',
  },
  tc: {
    before: '-s -statistics -d -details -r -raw -i -iec -g -graph -j -json -p -pretty -c -color -n -nm -o -t -a||',
    verbs: {
      read: 'qdisc:show qdisc:list qdisc:ls class:show class:list class:ls filter:show filter:list filter:ls action:show action:list action:ls monitor qdisc class filter',
      write:
        'qdisc:add qdisc:change qdisc:replace qdisc:link class:add class:change class:replace filter:add filter:change filter:replace action:add',
      destroy: 'qdisc:del qdisc:delete class:del class:delete filter:del filter:delete action:del action:flush',
    },
    kind: 'interface',
    reach: 'machine',
  },
  bridge: {
    before: '-s -statistics -d -details -j -json -p -pretty -c -color -o||',
    verbs: {
      read: 'link:show link:list fdb:show fdb:list fdb:get mdb:show vlan:show vlan:list monitor link fdb mdb vlan vni:show',
      write: 'link:set fdb:add fdb:append fdb:replace mdb:add vlan:add vlan:set vni:add',
      destroy: 'fdb:del mdb:del vlan:del fdb:flush vni:del',
    },
    kind: 'interface',
    reach: 'machine',
  },
  'systemd-resolve': { verbs: {}, bare: 'read', reach: 'machine' },
  nmcli: {
    before:
      '-t --terse -p --pretty -o --overview -a --ask -s --show-secrets -v --version -h --help|-m --mode -c --colors -f --fields -g --get-values -e --escape -w --wait|',
    verbs: {
      read: 'general general:status general:permissions g networking networking:connectivity radio radio:all radio:wifi connection connection:show con con:show c c:show device device:status device:show device:wifi dev dev:status dev:show dev:wifi d d:show monitor device:monitor connection:monitor',
      write:
        'general:hostname networking:on networking:off radio:on radio:off connection:up connection:down connection:add connection:modify connection:clone connection:load connection:reload connection:import con:up con:down con:add con:modify con:mod con:reload c:up c:down c:add c:modify device:connect device:reapply device:disconnect device:set device:modify dev:connect dev:disconnect device:up device:down',
      destroy: 'connection:delete con:delete con:del c:delete device:delete',
      export: 'connection:export con:export',
      execute: 'connection:edit con:edit agent',
    },
    kind: 'connection',
    reach: 'machine',
  },
  diskutil: {
    verbs: {
      read: 'list info information activity listFilesystems verifyVolume verifyDisk apfs:list apfs:listUsers apfs:listSnapshots cs:list appleRAID:list',
      write:
        'mount mountDisk unmount unmountDisk umount eject rename enableJournal disableJournal repairVolume repairDisk enableOwnership disableOwnership apfs:addVolume apfs:resizeContainer apfs:unlockVolume apfs:lockVolume',
      destroy:
        'eraseDisk eraseVolume partitionDisk reformat zeroDisk randomDisk secureErase splitPartition mergePartitions resizeVolume apfs:deleteVolume apfs:deleteContainer apfs:eraseVolume apfs:deleteSnapshot cs:delete',
      privilege: 'resetUserPermissions apfs:encryptVolume apfs:decryptVolume apfs:changePassphrase',
    },
    kind: 'device',
    reach: 'machine',
  },
  defaults: {
    before: '-currentHost|-host|',
    verbs: {
      read: 'read read-type domains find help',
      write: 'write rename import',
      destroy: 'delete',
      export: 'export',
    },
    kind: 'setting',
    reach: 'machine',
  },
  scutil: { dashed: true, verbs: { read: '--get --dns --proxy --nwi --nc -r -w', write: '--set' }, reach: 'machine' },
  pmset: {
    verbs: {
      read: '-g',
      write: '-a -b -c -u schedule repeat sleepnow displaysleepnow restoredefaults noidle lock boot',
    },
    reach: 'machine',
  },
  tmutil: {
    verbs: {
      read: 'status listbackups listlocalsnapshots listlocalsnapshotdates destinationinfo latestbackup isexcluded uniquesize compare machinedirectory calculatedrift version',
      write:
        'startbackup stopbackup enable disable addexclusion removeexclusion localsnapshot snapshot setdestination removedestination restore inheritbackup associatedisk setquota',
      destroy: 'delete deletelocalsnapshots thinlocalsnapshots',
    },
    reach: 'machine',
  },
  getent: {
    before: '-i --no-idn -? --help --usage -V --version|-s --service|',
    verbs: {
      read: 'ahosts ahostsv4 ahostsv6 aliases ethers group hosts initgroups netgroup networks passwd protocols rpc services',
      secret: 'shadow gshadow',
    },
    reach: 'machine',
  },
};
