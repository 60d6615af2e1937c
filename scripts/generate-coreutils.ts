/**
 * Writes src/command/tools/files/options-table.ts: which options the everyday programs know, and which of them take a
 * value. The source is the manual page in the Debian package of each program.
 *
 *   node scripts/generate-coreutils.ts [DIRECTORY]
 *
 * DIRECTORY keeps the downloaded packages between runs. Needs apt-get, dpkg-deb and man (Debian or Ubuntu).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Package, then its programs. `program=page` where the manual page has another name. */
const PACKAGES: Readonly<Record<string, string>> = {
  coreutils:
    'sort date uniq cp mv ln install split csplit touch mkdir mkfifo mknod mktemp tee truncate shred rm rmdir chmod chown chgrp sync cat ls head tail wc cut paste join tr nl od base32 base64 comm fold fmt pr tac stat du df md5sum sha256sum b2sum cksum realpath readlink shuf hostid dd unlink link chcon',
  diffutils: 'diff cmp sdiff diff3',
  grep: 'grep',
  sed: 'sed',
  less: 'less',
  ripgrep: 'rg',
  'fd-find': 'fd=fdfind',
  'silversearcher-ag': 'ag',
  bat: 'bat=batcat',
  exa: 'exa',
  lsd: 'lsd',
  jq: 'jq',
  tar: 'tar',
  zip: 'zip',
  unzip: 'unzip zipinfo funzip',
  gzip: 'gzip',
  'xz-utils': 'xz',
  bzip2: 'bzip2',
  zstd: 'zstd',
  pigz: 'pigz',
  lz4: 'lz4',
  lzop: 'lzop',
  brotli: 'brotli',
  cpio: 'cpio',
  'binutils-common': 'strings',
  procps: 'ps top free kill pkill skill sysctl vmstat slabtop tload',
  psmisc: 'killall fuser pstree',
  lsof: 'lsof',
  file: 'file',
  xxd: 'xxd',
  tree: 'tree',
  'util-linux':
    'dmesg hexdump=hd lsblk findmnt blkid blockdev losetup=losetup mkswap swapon wipefs fdisk sfdisk cfdisk fstrim blkdiscard fallocate lscpu lsns lsmem more rename=rename.ul mountpoint namei setarch choom uuidparse whereis fsfreeze zramctl lsipc lsirq ipcmk ipcrm chmem hwclock rtcwake addpart delpart partx',
  bsdextrautils: 'column hexdump col colrm look ul write',
  bsdutils: 'logger renice wall',
  mount: 'mount umount swapoff losetup',
  parted: 'parted partprobe',
  gdisk: 'sgdisk',
  e2fsprogs: 'mke2fs tune2fs e2fsck resize2fs chattr lsattr dumpe2fs debugfs badblocks filefrag e2label',
  passwd:
    'useradd usermod userdel groupadd groupmod groupdel gpasswd passwd chage chpasswd newusers chsh chfn vipw pwck grpck faillog',
  adduser: 'adduser deluser',
  iproute2: 'ss',
  'net-tools': 'ifconfig netstat route arp',
  iptables: 'iptables iptables-save iptables-restore',
  nftables: 'nft',
  'netcat-openbsd': 'nc=nc_openbsd',
  ncat: 'ncat',
  nmap: 'nmap',
  tcpdump: 'tcpdump',
  'bind9-dnsutils': 'nslookup',
  'bind9-host': 'host',
  'iputils-ping': 'ping',
  'mtr-tiny': 'mtr',
  traceroute: 'traceroute=traceroute.db',
  whois: 'whois mkpasswd',
  kmod: 'lsmod modprobe modinfo depmod insmod rmmod',
  acl: 'getfacl setfacl',
  attr: 'getfattr setfattr',
  'libcap2-bin': 'getcap setcap',
  sysstat: 'sar iostat mpstat pidstat',
  usbutils: 'lsusb',
  pciutils: 'lspci setpci',
  'libxml2-utils': 'xmllint',
  hostname: 'hostname',
  rename: 'rename=file-rename',
  patch: 'patch',
  'man-db': 'man apropos whatis manpath',
  moreutils: 'sponge',
  systemd: 'journalctl hostnamectl timedatectl localectl loginctl busctl',
  wdiff: 'wdiff',
  'uuid-runtime': 'uuidgen',
  ncal: 'ncal',
  bc: 'bc',
  dc: 'dc',
  pv: 'pv',
  ethtool: 'ethtool',
  hdparm: 'hdparm',
  smartmontools: 'smartctl',
  numactl: 'numastat',
  'gettext-base': 'envsubst',
  plocate: 'plocate updatedb',
  mdadm: 'mdadm',
  'cryptsetup-bin': 'cryptsetup',
  lvm2: 'lvcreate lvremove lvs vgs pvs lvdisplay vgdisplay pvdisplay lvextend',
  'libc-bin': 'iconv getent locale ldd',
  htop: 'htop',
  ncdu: 'ncdu',
  duf: 'duf',
  'lsb-release': 'lsb_release',
  dos2unix: 'dos2unix unix2dos',
  debianutils: 'which run-parts',
  dosfstools: 'mkfs.fat fatlabel fsck.fat',
  xfsprogs: 'mkfs.xfs xfs_info xfs_repair',
};

const kept = process.argv[2];
const work = kept ?? mkdtempSync(join(tmpdir(), 'manuals-'));
const root = join(work, 'root');
mkdirSync(root, { recursive: true });
const names = Object.keys(PACKAGES).filter((name) => PACKAGES[name] !== '');
if (!existsSync(join(root, 'usr'))) {
  execFileSync('apt-get', ['download', '-qq', ...names], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) {
    execFileSync('dpkg-deb', ['-x', join(work, file), root]);
  }
}
const versions = execFileSync('apt-cache', ['policy', ...names], { encoding: 'utf8' });
const versionOf = (name: string): string =>
  new RegExp(`^${name.replaceAll('+', '\\+')}:\\n.*\\n\\s+Candidate: (\\S+)`, 'm').exec(versions)?.[1] ?? '?';

function pageOf(name: string): string | undefined {
  for (const section of ['1', '8', '5']) {
    for (const base of [name, `${name}.${section}`]) {
      const path = join(
        root,
        `usr/share/man/man${section}/${base.endsWith(`.${section}`) ? base : `${base}.${section}`}.gz`,
      );
      if (existsSync(path)) {
        return execFileSync('man', ['--encoding=ascii', '-l', path], {
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], MANWIDTH: '400', LC_ALL: 'C' },
          stdio: ['ignore', 'pipe', 'ignore'],
          cwd: root,
        }).replaceAll(/.\x08/g, '');
      }
    }
  }
  return undefined;
}

type Takes = 'nothing' | 'value' | 'optional';

/** The spellings at the start of one line of a manual page: `-a, --all`, `-k, --key=KEY`, `-p port`. */
function spellings(line: string): { names: string[]; takes: Takes } | undefined {
  // Some pages leave two blanks between a short spelling and the long one.
  line = line.replace(/^(\s+-\S)\s{2,}(?=--\w)/, '$1, ');
  const head = /^\s{2,20}(-\S.*?)(?:\s{2,}.*|\s*)$/.exec(line)?.[1];
  if (head === undefined || head.length > 160) return undefined;
  const found: string[] = [];
  let takes: Takes = 'nothing';
  let rest = head
    .replaceAll(/\s*(,|\||\bor\b)\s+/g, ' , ')
    .replaceAll(/(\w)[,|](?=-)/g, '$1 , ')
    .replaceAll(/(\w)\/(?=-)/g, '$1 , ');
  rest = rest.replaceAll(/(^|\s)(--?[\w-]+) (?=--?\w)/g, '$1$2 , ');
  rest = rest.replaceAll(/--\[no-\]([\w-]+)/g, '--$1 , --no-$1');
  for (const part of rest.split(' , ')) {
    const match = /^(--?[A-Za-z0-9?@#.:_+%][\w.+-]*|-[!-/:-@[-`{-~])(.*)$/.exec(part.trim());
    if (match === null) return found.length === 0 ? undefined : { names: found, takes };
    const [, name = '', after = ''] = match;
    if (after !== '' && !/^(\[?=|\s|\[|<)/.test(after)) return found.length === 0 ? undefined : { names: found, takes };
    found.push(name.replace(/[.:]$/, ''));
    if (/^\[/.test(after.trim())) takes = 'optional';
    else if (/^=?\S/.test(after.trim()) && after.trim().split(/\s+/).length <= 2)
      takes = takes === 'optional' ? takes : 'value';
    else if (after.trim() !== '') return { names: found, takes: 'nothing' };
  }
  return { names: found, takes };
}

function grammarOf(page: string): string {
  const options = new Map<string, { names: string[]; takes: Takes }>();
  const seen = new Set<string>();
  for (const line of page.split('\n')) {
    const option = spellings(line);
    if (option === undefined) continue;
    const fresh = option.names.filter((name) => !seen.has(name) && /^--?[^\s/]+$/.test(name));
    if (fresh.length === 0) continue;
    for (const name of fresh) seen.add(name);
    options.set(fresh[0] as string, { names: fresh, takes: option.takes });
  }
  for (const name of ['--help', '--version'])
    if (!seen.has(name)) options.set(name, { names: [name], takes: 'nothing' });
  const list = (takes: Takes): string =>
    [...options.values()]
      .filter((option) => option.takes === takes)
      .map(({ names: all }) => all.join('/'))
      .join(' ');
  return `${list('nothing')}|${list('value')}|${list('optional')}`;
}

const rows: string[] = [];
const used: string[] = [];
for (const name of names) {
  used.push(`${name} ${versionOf(name)}`);
  for (const entry of (PACKAGES[name] as string).split(' ')) {
    const [program = '', page = program] = entry.split('=');
    const text = pageOf(page);
    if (text === undefined) console.error(`no manual page: ${program} (${name})`);
    else rows.push(`  ${JSON.stringify(program)}:\n    ${JSON.stringify(grammarOf(text))},`);
  }
}
const header = `/**
 * Options of everyday programs: \`flags|with a value|with a value that may be left out\`, spellings of one option
 * joined by \`/\`. Made from the manual pages of Debian packages by \`node scripts/generate-coreutils.ts\`; do not edit.
 *
${used.map((line) => ` * ${line}`).join('\n')}
 */
export const OPTIONS: Readonly<Record<string, string>> = {
`;
mkdirSync('src/command/tools/files', { recursive: true });
writeFileSync('src/command/tools/files/options-table.ts', `${header}${rows.join('\n')}\n};\n`);
execFileSync('npx', ['biome', 'format', '--write', 'src/command/tools/files/options-table.ts'], { stdio: 'inherit' });
