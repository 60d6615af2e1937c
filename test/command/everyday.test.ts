import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownPrograms, readerFor } from '../../src/command/readers.ts';
import { CHANGING } from '../../src/command/tools/files/changing-programs.ts';
import { NETWORK } from '../../src/command/tools/files/network-programs.ts';
import { READING } from '../../src/command/tools/files/reading-programs.ts';
import { VERBS } from '../../src/command/tools/files/verbs-table.ts';
import { context, effects, line, meaning, onlyReads } from './support.ts';

const run = (words: string) => meaning(words.split(' '));
const paths = async (words: string) => (await run(words)).actions.map((action) => action.resource['path']);

describe('everyday programs', () => {
  test.each([
    'ls -la --color=never --hyperlink=auto',
    'ls --colour=never',
    'grep -rnE --include=*.ts foo src',
    'grep -C3 -m1 foo x',
    'rg -n --hidden -g !x foo src',
    'fd -e ts -E node_modules',
    'sort -k1,1 -t, -u x',
    'sort --field-sep=, x',
    'uniq -c x',
    'uniq -w12 -c',
    'head -20 x',
    'head -c 5 x',
    'tail -n +3 -f x',
    'od -cvAnone -w1',
    'xxd -p -c 16 x',
    'ps -ef --forest',
    'ps aux',
    'top -bn1',
    'df -h',
    'du -sh --max-depth=1 .',
    'stat -c %s x',
    'hostname --all-ip-address',
    'date -j -v-1d',
    'date -ud@0',
    'tree -fi -L 2',
    'file -b --mime-type x',
    'lsof -nP -i :80',
    'ss -tlnp',
    'netstat -tulpn',
    'mount',
    'fdisk -l /dev/sda',
    'sysctl -a',
    'sysctl -n vm.swappiness',
    'dmesg -T --level=err',
    'kill -l',
    'kill -0 12',
    'iptables -nvL INPUT --line-numbers',
    'ip -br -4 addr show eth0',
    'ip r',
    'gzip -dc x',
    'xz -l x.xz',
    'tar -tvf x.tar',
    'tar tzf x.tgz --wildcards *.txt',
    'unzip -l x.zip',
    'unzip -p x.zip a',
    '7z l x.7z',
    'jq -r .a.env x',
    'jq --arg a b .x=$a x',
    'yq e .a x.yml',
    'less +G x',
    'man -k foo',
    'openssl x509 -in server.crt -noout -text',
    'openssl rsa -in x.key -pubout',
    'openssl dgst -sha256 x',
    'gpg --list-keys',
    'gpg --verify a.sig a',
    'dig +short example.com @8.8.8.8',
    'nc -zv h 80',
    'zfs list -o name',
    'zfs destroy -nv a/b',
    'btrfs subvolume list /',
    'lvs --noheadings',
    'nft list ruleset',
    'ufw status verbose',
    'parted /dev/sda unit MiB print',
    'getent passwd root',
    'patch -p1 --dry-run -i x.diff',
    'tee /dev/stderr',
    'printenv HOME',
    'chage -l root',
    'cp x /dev/stdout',
    'dd if=x bs=1 count=1',
    'split --help',
    'rm --help',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['sort -o x y', 'read,write'],
    ['sort --outp=x y', 'read,write'],
    ['sort --compress-program=frob x', 'execute,read,unknown'],
    ['uniq a b', 'read,write'],
    ['xxd -r a b', 'read,write'],
    ['rg --pre frob x', 'execute,read,unknown'],
    ['fd -Hx rm', 'destroy,read'],
    ['fd x src -X rm', 'destroy,read'],
    ['tree -o x', 'read,write'],
    ['file -C -m x', 'write'],
    ['shuf -o x y', 'read,write'],
    ['iconv -o x y', 'read,write'],
    ['split --filter=frob x', 'execute,unknown'],
    ['split -n2 x', 'write'],
    ['hostname evil', 'write'],
    ['date -s now', 'write'],
    ['date 010100002026', 'write'],
    ['dmesg -C', 'destroy'],
    ['sysctl -w a=1', 'write'],
    ['sysctl a=1', 'write'],
    ['kill 1', 'write'],
    ['tee /dev/sda', 'destroy'],
    ['cp x /dev/sda', 'destroy'],
    ['cp -r a b', 'write'],
    ['mv a b', 'write'],
    ['mv a /dev/null', 'destroy'],
    ['install -m 755 a b', 'write'],
    ['install -o root a b', 'privilege,write'],
    ['install -m 4755 a b', 'privilege,write'],
    ['dd if=/dev/zero of=x', 'write'],
    ['dd if=x of=/dev/sda', 'destroy'],
    ['dd if=/dev/sda of=x', 'export,write'],
    ['chmod +x x', 'privilege'],
    ['rename s/a/b/ x', 'write'],
    ['rename -n s/a/b/ x', 'write'],
    ['rename s/a/frob()/e x', 'execute,unknown,write'],
    ['ip link set eth0 up', 'write'],
    ['ip l s eth0 up', 'write'],
    ['ip route del default', 'destroy'],
    ['ip netns exec n rm x', 'destroy,execute'],
    ['ip -batch x', 'unknown'],
    ['iptables -A INPUT -j DROP', 'privilege'],
    ['iptables -F', 'destroy'],
    ['iptables-save -f x', 'write'],
    ['ifconfig eth0 down', 'write'],
    ['ss -K dst 1', 'write'],
    ['tar xf a.tar', 'write'],
    ['tar xvf a.tar', 'write'],
    ['tar cf a.tar x --remove-files', 'destroy,write'],
    ['tar cf a.tar x -I frob', 'execute,unknown,write'],
    ['tar cf a.tar x -I zstd', 'write'],
    ['tar cf h:a.tar x', 'export'],
    ['tar cf /dev/null x --checkpoint=1 --checkpoint-action=exec=frob', 'execute,read,unknown'],
    ['tar xf a.tar --to-command=frob', 'execute,unknown,write'],
    ['zip a.zip x -T -TT frob', 'execute,unknown,write'],
    ['zip -m a.zip x', 'destroy,write'],
    ['gzip x', 'write'],
    ['jq -n env', 'read,secret'],
    ['jq -n $ENV.AWS_SECRET_ACCESS_KEY', 'read,secret'],
    ['yq -i .a=1 x.yml', 'write'],
    ['less +!frob x', 'read,unknown'],
    ['less -o x y', 'read,write'],
    ['man -P frob ls', 'execute,read,unknown'],
    ['nc h 80', 'export'],
    ['nc -e frob h 80', 'execute,unknown'],
    ['socat tcp-listen:1,fork exec:frob', 'execute,unknown'],
    ['socat -u file:x tcp:h:1', 'export,read'],
    ['telnet h 25', 'execute'],
    ['nmap --script vuln h', 'execute'],
    ['nmap -oN x h', 'read,write'],
    ['tcpdump -z frob -w x', 'execute,unknown,write'],
    ['dig axfr example.com', 'export'],
    ['host -l example.com', 'export'],
    ['openssl rsa -in x.key', 'secret'],
    ['openssl enc -in x -out y', 'write'],
    ['openssl req -engine ./x.so', 'read,unknown'],
    ['openssl s_client -quiet -connect h:1', 'export'],
    ['gpg --delete-secret-keys x', 'destroy'],
    ['gpg --export-secret-keys', 'secret'],
    ['getent shadow', 'secret'],
    ['neofetch --config x', 'read,unknown'],
    ['arch -x86_64 frob', 'execute,unknown'],
    ['jc ls', 'execute,unknown'],
    ['base64 -i x -o y', 'read,write'],
    ['json_pp -f eval', 'read,unknown'],
    ['whois -h h x', 'export'],
    ['ping -p 41 h', 'export'],
    ['ptx -G a b', 'read,unknown'],
    ['top --frob', 'read,unknown'],
    ['zfs destroy a/b', 'destroy'],
    ['zfs frob a/b', 'unknown'],
    ['zpool status -c x', 'read,unknown'],
    ['mdadm --create /dev/md0', 'destroy'],
    ['cryptsetup luksFormat /dev/sda', 'destroy'],
    ['lvremove -f vg/lv', 'destroy'],
    ['mkfs.ext4 /dev/sda1', 'destroy'],
    ['wipefs -a /dev/sda', 'destroy'],
    ['parted -s /dev/sda mklabel gpt', 'destroy'],
    ['mount /dev/sda1 /mnt', 'privilege,write'],
    ['umount /mnt', 'write'],
    ['useradd eve', 'privilege'],
    ['userdel eve', 'destroy,privilege'],
    ['printenv', 'read,secret'],
    ['sort --frob x', 'read,unknown'],
    ['cp --frob a b', 'unknown,write'],
  ])('%s: %s', async (words, expected) => {
    expect(effects(await run(words)).join()).toBe(expected);
  });

  test.each([
    ['cp a b c/', ['/work/c']],
    ['cp -t d a b', ['/work/d']],
    ['mv a b', ['/work/a', '/work/b']],
    ['rm -rf a ../b', ['/work/a', '/b']],
    ['ln -sf a b', ['/work/b']],
    ['touch a b', ['/work/a', '/work/b']],
    ['chmod u+x a b', ['/work/a', '/work/b']],
    ['tar xzf a.tgz -C /etc -C ssh', ['/etc/ssh']],
    ['tar xPf a.tar', [undefined]],
    ['tar czf out/a.tgz x', ['/work/out/a.tgz']],
    ['unzip a.zip -d out', ['/work/out']],
    ['7z x a.7z -oout', ['/work/out']],
    ['cpio -idm', [undefined]],
    ['patch -p1 -d /etc', ['/etc']],
    ['split -b 9 x pre', ['/work/pre*']],
    ['mktemp -d', ['/tmp/*']],
    ['grep -e x a b', ['/work/a', '/work/b']],
    ['grep x a', ['/work/a']],
    ['grep -r x', ['/work']],
  ])('%s acts on %j', async (words, expected) => {
    expect(await paths(words)).toEqual(expected);
  });

  test('a mode that gives more than the owner has is another kind than a plain one', async () => {
    const kind = async (mode: string) => (await run(`chmod ${mode} x`)).actions[0]?.resource.kind;
    for (const mode of ['+x', 'u+x', '755', '0644', 'go-w', 'a+rX', '-x', 'u=rwx,go=rx'])
      expect(await kind(mode)).toBe('file');
    for (const mode of ['u+s', '4755', '777', 'a+w', 'o+w', '1777', 'g+xs', 'frob'])
      expect(await kind(mode)).toBe('setid');
  });

  test('reading a file of credentials is told from naming one', async () => {
    for (const words of [
      'cat .env',
      'base64 /etc/shadow',
      'cp .ssh/id_rsa x',
      'tar cf x .ssh',
      'grep a .netrc',
      'diff a .env',
    ])
      expect(effects(await run(words))).toContain('secret');
    for (const words of [
      'ls .ssh',
      'stat .env',
      'grep .env README',
      'cat .env.example',
      'rm .env',
      'cat .ssh/id_rsa.pub',
    ])
      expect(effects(await run(words))).not.toContain('secret');
  });

  test('more than 64 files are one action that may touch any', async () => {
    const many = await meaning(['rm', ...Array.from({ length: 65 }, (_, index) => `f${index}`)]);
    expect(many.actions).toEqual([
      { tool: 'rm', operation: 'rm', effects: ['destroy'], resource: {}, scope: {}, opaque: false },
    ]);
  });

  test('what only the shell will know is no doubt where it is a name, and one where it may be an option', async () => {
    for (const text of ['cat "$f"', 'grep x $FILES', 'head -n $N x', 'ls *.txt', 'sort *.txt', 'rm "$f"', 'jq . "$f"'])
      expect((await line(text)).opaque).toBe(false);
    for (const text of ['sort $X', 'rg x $X', 'tar czf a $X', 'date "$X"', 'dig $X', 'find "$X" -name y'])
      expect((await line(text)).opaque).toBe(true);
  });

  test('the target of a copy may be elsewhere when a word may turn out to name it', async () => {
    const { actions } = await line('cp "$X" a b');
    expect(actions.map((action) => action.resource['path'])).toEqual(['/work/b', undefined]);
  });

  test('more words change what a line means, unless every one of them is accounted for', async () => {
    for (const text of ['ls | xargs rm x', 'ls | xargs sed -n p', 'ls | xargs cp x y', 'cp a$X b', 'ls | xargs sort'])
      expect((await line(text)).opaque, text).toBe(true);
    for (const text of [
      'ls | xargs rm',
      'ls | xargs grep x',
      "ls | xargs awk '{print}'",
      'ls | xargs chmod +x',
      'cp "a$X" b',
    ])
      expect((await line(text)).opaque, text).toBe(false);
  });

  test('GNU programs are known by the names they have on macOS', async () => {
    expect((await run('ggrep -r x src')).actions.map(({ tool, effects: of }) => `${tool} ${of.join()}`)).toEqual([
      'grep read',
    ]);
    expect(await paths('gcp a b')).toEqual(['/work/b']);
  });

  test('every row has its place in the table of readers', () => {
    const known = new Set(knownPrograms());
    for (const table of [READING, CHANGING, NETWORK, VERBS]) {
      for (const name of Object.keys(table)) expect(known.has(name), name).toBe(true);
    }
  });
});

describe('for any command line', () => {
  const names = knownPrograms().filter(
    (name) => name in READING || name in CHANGING || name in NETWORK || name in VERBS,
  );
  const others =
    'find sed awk jq yq cp mv install dd chmod tar zip unzip 7z cpio less man info ip nc socat telnet dig openssl gpg date hostname kill sysctl iptables parted rename split mktemp patch fd'.split(
      ' ',
    );
  const program = fc.constantFrom(...names, ...others);
  const word = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '-',
      '--',
      '-x',
      '-o',
      '--output=x',
      '-f',
      'x',
      '/etc/shadow',
      '\0',
      '\u0001',
      '-exec',
      ';',
      '{}',
      '+',
      '$ENV',
      'exec:x',
      '-C',
      '--to-command',
      '',
    ),
  );

  test('a reader gives at least one action or run and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(program, fc.array(word, { maxLength: 6 }), async (name, rest) => {
        const reader = await readerFor(name);
        const reading = reader?.read([name, ...rest], context());
        expect((reading?.actions.length ?? 0) + (reading?.runs?.length ?? 0)).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('an option that no grammar holds never makes a command harmless', async () => {
    await fc.assert(
      fc.asyncProperty(program, fc.array(word, { maxLength: 4 }), async (name, rest) => {
        fc.pre(!rest.some((text) => text.includes('\0') || text.includes('\u0001')));
        const before = await meaning([name, ...rest]);
        fc.pre(!onlyReads(before));
        const after = await meaning([name, '--no-such-option-anywhere', ...rest]);
        expect(onlyReads(after)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
