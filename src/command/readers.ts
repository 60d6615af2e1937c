import { Names } from './names.ts';
import { programOf } from './paths.ts';
import type { Reader } from './reader.ts';
import { BUILD_TOOLS } from './tools/builds/names.ts';
import { FLAG_MANAGERS, PACKAGE_MANAGERS } from './tools/packages/names.ts';
import { reader as plain } from './tools/plain.ts';

/**
 * Which file reads which program. Each is loaded when its first command comes by; a program that is not listed falls to
 * the table of plain tools, which answers `unknown` for what it does not know either.
 */
const FILES: readonly (readonly [names: Names, load: () => Promise<{ readonly reader: Reader }>])[] = [
  [new Names('kubectl'), () => import('./tools/kubectl/kubectl.ts')],
  [new Names('oc'), () => import('./tools/kubectl/oc.ts')],
  [new Names('kustomize'), () => import('./tools/kubectl/kustomize-program.ts')],
  [new Names('kubecolor'), () => import('./tools/kubectl/kubecolor.ts')],
  [new Names('helm'), () => import('./tools/helm/helm.ts')],
  [new Names('aws awslocal'), () => import('./tools/aws/aws.ts')],
  [new Names('gcloud'), () => import('./tools/clouds/gcloud.ts')],
  [new Names('az'), () => import('./tools/clouds/az.ts')],
  [new Names('gsutil'), () => import('./tools/clouds/gsutil.ts')],
  [new Names('bq'), () => import('./tools/clouds/bq.ts')],
  [new Names('git'), () => import('./tools/git/git.ts')],
  [new Names('gh'), () => import('./tools/gh/gh.ts')],
  [new Names('glab'), () => import('./tools/gh/glab.ts')],
  [PACKAGE_MANAGERS, () => import('./tools/packages/packages.ts')],
  [FLAG_MANAGERS, () => import('./tools/packages/flags.ts')],
  [BUILD_TOOLS, () => import('./tools/builds/builds.ts')],
  [new Names('ssh slogin autossh mosh'), () => import('./tools/ssh/ssh.ts')],
  [new Names('scp sftp'), () => import('./tools/ssh/copies.ts')],
  [new Names('rsync rsync-ssl'), () => import('./tools/ssh/rsync.ts')],
  [new Names('ssh-keygen ssh-add ssh-agent ssh-copy-id ssh-keyscan'), () => import('./tools/ssh/keys.ts')],
  [new Names('sshpass sshfs sshuttle'), () => import('./tools/ssh/wrappers.ts')],
  [new Names('curl'), () => import('./tools/http/curl.ts')],
  [new Names('wget wget2'), () => import('./tools/http/wget.ts')],
  [new Names('http https xh xhs'), () => import('./tools/http/httpie.ts')],
  [new Names('aria2c'), () => import('./tools/http/aria2.ts')],
  [
    new Names(
      'airflow aws-vault borg bw circleci cloudflared cosign doppler fastly hasura k6 ngrok ollama op pscale rclone restic stripe tailscale tsh',
    ),
    () => import('./tools/services/services.ts'),
  ],
  [
    new Names(
      'apigeecli azcopy ceph datadog-ci jira kdestroy kinit klist knife kpasswd mc mkcert nats newrelic pass pd rabbitmq-diagnostics rabbitmqctl s3cmd traefik',
    ),
    () => import('./tools/services/few-words.ts'),
  ],
  [new Names('ffmpeg ffprobe pandoc convert magick identify'), () => import('./tools/converters.ts')],
  [new Names('psql'), () => import('./tools/psql/psql.ts')],
  [
    new Names(
      'clusterdb createdb createuser dropdb dropuser initdb oid2name pg_amcheck pg_archivecleanup pg_basebackup pg_checksums ' +
        'pg_config pg_controldata pg_ctl pg_dump pg_dumpall pg_isready pg_receivewal pg_recvlogical pg_resetwal pg_restore ' +
        'pg_rewind pg_test_fsync pg_test_timing pg_verifybackup pg_waldump pg_upgrade pgbench reindexdb vacuumdb vacuumlo postgres ' +
        'postmaster pgcli pg_lsclusters pg_ctlcluster pg_createcluster pg_dropcluster pg_conftool',
    ),
    () => import('./tools/postgres/postgres.ts'),
  ],
  [new Names('redis-cli valkey-cli keydb-cli'), () => import('./tools/redis/redis.ts')],
  [new Names('sqlite3'), () => import('./tools/sqlite/sqlite.ts')],
  [
    new Names('mongosh mongo mongodump mongorestore mongoexport mongoimport mongofiles mongostat mongotop bsondump'),
    () => import('./tools/mongo/mongo.ts'),
  ],
  [
    new Names(
      'mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlshow mysqlbinlog mysqlslap mysqlanalyze mysqloptimize mysqlrepair ' +
        'mariadb mariadb-dump mariadb-admin mariadb-import mariadb-check mariadb-show mariadb-binlog mariadb-slap ' +
        'mariadb-analyze mariadb-optimize mariadb-repair mariadbcheck mycli mysqlsh',
    ),
    () => import('./tools/mysql/mysql.ts'),
  ],
  [new Names('docker docker-compose nerdctl'), () => import('./tools/containers/docker.ts')],
  [new Names('podman'), () => import('./tools/containers/podman.ts')],
  [new Names('terraform tofu'), () => import('./tools/terraform/terraform.ts')],
  [
    new Names(
      'systemctl loginctl hostnamectl timedatectl localectl resolvectl networkctl machinectl portablectl systemd-analyze busctl',
    ),
    () => import('./tools/systemd/systemd.ts'),
  ],
  [new Names('journalctl'), () => import('./tools/systemd/journalctl.ts')],
  [new Names('crontab at atq atrm batch'), () => import('./tools/cron.ts')],
  [new Names('vault bao'), () => import('./tools/vault/vault.ts')],
  [
    new Names(
      'pulumi cdk sam serverless sls fly flyctl vercel vc netlify ntl wrangler doctl heroku minikube kind k3d multipass limactl pm2 ' +
        'launchctl railway supabase firebase copilot',
    ),
    () => import('./tools/orchestration/deploy.ts'),
  ],
  [
    new Names(
      'etcdctl skopeo buildah crictl ctr kubeadm argocd flux istioctl velero eksctl stern k9s kubectx kubens hcloud consul nomad packer ' +
        'vagrant virsh lxc incus docker-machine linode-cli',
    ),
    () => import('./tools/orchestration/cluster.ts'),
  ],
  [
    new Names(
      'service rc-service rc-update rc-status initctl supervisorctl apachectl apache2ctl httpd apache2 fail2ban-client certbot coredumpctl ' +
        'udevadm nginx',
    ),
    () => import('./tools/systemd/daemons.ts'),
  ],
  [
    new Names(
      'ansible ansible-playbook ansible-vault ansible-galaxy ansible-doc ansible-config ansible-inventory ansible-pull ansible-console',
    ),
    () => import('./tools/orchestration/ansible.ts'),
  ],
  [new Names('terragrunt'), () => import('./tools/terraform/terragrunt.ts')],
  [new Names('sh bash dash zsh ksh mksh ash rbash'), () => import('./tools/shell/shell.ts')],
  [new Names('find gfind bfs'), () => import('./tools/find.ts')],
  [new Names('sed gsed'), () => import('./tools/sed/sed.ts')],
  [new Names('awk gawk mawk nawk original-awk bwk goawk'), () => import('./tools/awk/awk.ts')],
  [new Names('jq jaq gojq yq xq tomlq fq'), () => import('./tools/files/jq.ts')],
  [new Names('cp mv gcp gmv install ginstall ditto dd'), () => import('./tools/files/copies.ts')],
  [new Names('rename prename file-rename rename.ul'), () => import('./tools/files/rename.ts')],
  [new Names('split gsplit csplit mktemp gmktemp patch gpatch'), () => import('./tools/files/pieces.ts')],
  [new Names('fd fdfind'), () => import('./tools/files/fd.ts')],
  [new Names('chmod gchmod'), () => import('./tools/files/modes.ts')],
  [new Names('tar gtar bsdtar star zip unzip 7z 7za 7zr 7zz cpio'), () => import('./tools/files/archives.ts')],
  [new Names('less more most pg zless zmore bzless xzless man info pinfo'), () => import('./tools/files/pagers.ts')],
  [new Names('ip'), () => import('./tools/files/ip.ts')],
  [new Names('nc ncat netcat socat telnet dig delv drill kdig'), () => import('./tools/files/streams.ts')],
  [new Names('openssl'), () => import('./tools/files/openssl.ts')],
  [new Names('gpg gpg2 gpgv'), () => import('./tools/files/gpg.ts')],
  [
    new Names(
      'date gdate hostname domainname nisdomainname ypdomainname kill sysctl iptables ip6tables arptables ebtables parted',
    ),
    () => import('./tools/files/machine.ts'),
  ],
  [
    new Names(
      'bridge btrfs cryptsetup defaults diskutil dmsetup firewall-cmd getent ipset lvchange lvconvert ' +
        'lvcreate lvdisplay lvextend lvm lvmdiskscan lvreduce lvremove lvrename lvresize lvs lvscan mdadm nft nmcli pmset ' +
        'pvchange pvck pvcreate pvdisplay pvmove pvremove pvresize pvs pvscan scutil systemd-resolve tc tmutil ufw ' +
        'vgcfgbackup vgcfgrestore vgchange vgck vgcreate vgdisplay vgexport vgextend vgimport vgmerge vgreduce vgremove ' +
        'vgrename vgs vgscan vgsplit zfs zpool',
    ),
    () => import('./tools/files/verbs.ts'),
  ],
  [
    new Names(
      'gls gcat ghead gtail gwc ggrep gegrep gfgrep gsort guniq gcut gtr gstat gdu gdf greadlink grealpath gbasename gdirname gtouch gmkdir grm ' +
        'grmdir gln gtee gtruncate gshred gseq gnproc gbase64 gmd5sum gsha1sum gsha256sum gsha512sum gnl gpaste gjoin gcomm gshuf gtac gwhoami guname gsleep gexpr gnumfmt gchown gchgrp ' +
        '[ ack acpi addgroup adduser ag apropos arch arp arping atop b2sum b3sum badblocks base32 base64 ' +
        'basename basenc bat batcat bc blkdiscard blkid blockdev brotli btop bunzip2 bzcat bzgrep bzip2 cal cat cfdisk ' +
        'chage chattr chcon cheat chflags chfn chgpasswd chgrp chmem chown chpasswd chsh cksum clear cmp col ' +
        'colordiff colrm column comm compress crc32 cut debugfs delgroup deluser depmod df diff diff3 dir ' +
        'dircolors dirname dmesg dmidecode dnsdomainname dos2unix du dumpe2fs e2fsck e2label egrep eject envsubst ethtool ' +
        'exa expand expr eza factor fallocate fastfetch fatlabel fdisk fgrep file filefrag findmnt fmt fold fping free ' +
        'fsck fsfreeze fstrim funzip fuser gdisk getcap getconf getfacl getfattr glow gpasswd grep groupadd groupdel ' +
        'groupmod groups grpck gunzip gzcat gzip halt hd hdparm head hexdump host hostid hostinfo htop hwclock iconv id ' +
        'ifconfig ifdown iftop ifup infocmp init insmod inxi iostat iotop ip6tables-restore ip6tables-save ipcmk ipcrm ' +
        'ipcs iptables-restore iptables-save iwconfig iwlist jc join json_pp killall killall5 kpartx last lastb lastlog ' +
        'link ln locale locate logger logname look losetup ls lsattr lsb_release lsblk lscpu lsd lshw lsipc lsirq lslocks ' +
        'lslogins lsmem lsmod lsns lsof lspci lsusb lz4 lzcat lzma lzop manpath mcookie md5 md5sum mdfind mdls mesg mkdir ' +
        'mke2fs mkfifo mkfontscale mkfs mkfs.bfs mkfs.btrfs mkfs.cramfs mkfs.exfat mkfs.ext2 mkfs.ext3 mkfs.ext4 ' +
        'mkfs.f2fs mkfs.fat mkfs.jfs mkfs.minix mkfs.msdos mkfs.nilfs2 mkfs.ntfs mkfs.reiserfs mkfs.vfat mkfs.xfs mknod ' +
        'mkswap mlocate modinfo modprobe mount mountpoint mpstat mtr namei ncal neofetch nethogs netstat newusers ' +
        'nl nmap nproc nslookup numastat numfmt od partprobe partx passwd paste pathchk pbcopy ' +
        'pbpaste pgrep pidof pidstat pidwait pigz ping ping6 pkill plocate pmap poweroff pr ps pstree ptx pwck pwconv ' +
        'pwdx pwunconv readlink realpath reboot renice reset resize2fs resolveip restorecon rev rg ' +
        'rgrep rm rmdir rmmod route rtcwake runlevel screenfetch sdiff sensors seq setcap setenforce setfacl setfattr ' +
        'setterm sfdisk sgdisk sha1sum sha224sum sha256sum sha384sum sha512sum shasum shred shuf shutdown ' +
        'skill slabtop sleep smartctl sort sponge srm ss stat strfile strings stty sum sw_vers swapoff swapon ' +
        'symlink sync system_profiler tabs tac tail tcpdump tee telinit test tldr toe top touch tput tr tracepath ' +
        'traceroute traceroute6 trash trash-empty trash-put tree truncate tshark tsort tty tune2fs type ul ulimit umount ' +
        'uname uncompress unexpand uniq units unix2dos unlink unlz4 unlzma unpigz unxz unzstd updatedb uptime useradd ' +
        'userdel usermod users uudecode uuencode uuidgen uuidparse vdir vigr vipw visudo vm_stat vmstat vnstat w wall wc ' +
        'wdiff whatis whereis which who whoami whois wipe wipefs write xattr xfs_repair xkill xmllint xxd xxhsum xz xzcat ' +
        'xzgrep yes zcat zcmp zdiff zegrep zfgrep zgrep zipinfo zramctl zstd zstdcat',
    ),
    () => import('./tools/files/everyday.ts'),
  ],
  [
    new Names(
      'env genv sudo doas su runuser pkexec gosu su-exec s6-setuidgid s6-applyuidgid s6-envdir setuidgid run0 sg runcon ' +
        'timeout gtimeout nice gnice ionice chrt taskset schedtool cpulimit nohup setsid stdbuf gstdbuf unbuffer xargs ' +
        'gxargs builtin exec command time gtime watch gwatch flock setlock chroot unshare nsenter script busybox toybox parallel ' +
        'sem systemd-run systemd-inhibit systemd-cat setpriv prlimit numactl caffeinate strace ltrace valgrind perf gdb ' +
        'lldb rlwrap dbus-run-session xvfb-run firejail bwrap proot fakeroot fakechroot faketime proxychains proxychains4 ' +
        'torsocks torify tsocks catchsegv eatmydata chronic ifne setarch linux32 linux64 i386 tini tini-static dumb-init ' +
        'catatonit hyperfine cgexec softlimit chpst envdir envuidgid flatpak-spawn trickle multitime tmux screen sops ' +
        'direnv start-stop-daemon run-parts ld.so ld-linux-x86-64.so.2 ld-linux-aarch64.so.1 ld-linux.so.2 nix-shell entr ' +
        'watchexec nodemon chamber aws-okta saml2aws summon envchain infisical teller capsh',
    ),
    () => import('./tools/wrappers/wrappers.ts'),
  ],
  [
    new Names(
      'python python2 python2.7 python3 python3.6 python3.7 python3.8 python3.9 python3.10 python3.11 python3.12 ' +
        'python3.13 python3.14 pypy pypy3 node nodejs deno perl ruby php lua luajit tclsh wish eval source . expect ' +
        'Rscript julia groovy osascript pwsh irb ipython elixir escript raku guile racket sbcl clojure bb runghc ocaml ' +
        'swipl scala tsx ts-node vi vim nvim ex ed red emacs nano pico view rvim',
    ),
    () => import('./tools/interpreters/interpreters.ts'),
  ],
];

/** A ready reader per program name: loading happens once. */
const ready = new Map<string, Reader>();

/** The reader for a program as named in argv[0]; undefined when no reader may answer for that name. */
export function readerFor(program: string): Reader | undefined | Promise<Reader | undefined> {
  const known = ready.get(program);
  return known ?? load(program);
}

async function load(program: string): Promise<Reader | undefined> {
  if (whyNotKnown(program) !== undefined)
    return isLocal(program) ? (await import('./tools/interpreters/local.ts')).reader : undefined;
  const { base } = programOf(program);
  const file = FILES.find(([names]) => names.has(base));
  if (file === undefined) return keep(program, plain);
  const { reader } = await file[1]();
  return keep(program, reader);
}

/** Attacker-chosen names must not grow the table without end. */
function keep(program: string, reader: Reader): Reader {
  if (ready.size < 1000) ready.set(program, reader);
  return reader;
}

/** Why a program's name cannot be trusted to be the tool it looks like, or undefined when it can. */
export function whyNotKnown(program: string): string | undefined {
  if (program === '') return 'the command has an empty name';
  if (!/^[\x21-\x7e]+$/.test(program)) return 'the name of the program is not plain ASCII';
  if (!programOf(program).trusted) return 'the program is named by a path outside the system directories';
  return undefined;
}

/** Named by a path outside the system's directories, and otherwise a name like any. */
function isLocal(program: string): boolean {
  return program.includes('/') && /^[\x21-\x7e]+$/.test(program);
}

/** True for a program that a file of its own reads. */
export function isKnownProgram(program: string): boolean {
  return FILES.some(([names]) => names.has(program));
}

/** Every name in the table, for completeness tests. */
export function knownPrograms(): readonly string[] {
  return FILES.flatMap(([names]) => names.all());
}
