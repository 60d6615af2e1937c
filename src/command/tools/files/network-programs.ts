import type { Program, Programs } from './program.ts';

const asks: Program = { reach: 'remote', host: 'last', carries: true };

/** Programs that ask or change the network, where a row can say it; the rest have readers of their own. */
export const NETWORK: Programs = {
  ping: {
    ...asks,
    // The bytes of the packets may carry anything out.
    adds: { export: '-p' },
    more: '-4 -6 -n -q -D -v -a -A -b -B -d -f -h -H -L -O -r -R -U -V -o --apple-connect --apple-time|-c -i -w -W -s -t -I -l -m -M -N -p -Q -S -T -F -e -g -G -k -K -P -z|',
  },
  ping6: { ...asks, like: 'ping', more: '-4 -6 -n -q -v|-c -i -w -W -s -t -I|' },
  fping: {
    ...asks,
    more: '-4 -6 -a -A -d -D -e -l -m -n -N -o -q -R -s -u -v -h|-b -B -c -C -f -g -H -i -I -M -O -p -P -r -Q -S -t -T -x|',
  },
  arping: { ...asks, more: '-f -q -b -D -U -A -V -v|-c -w -I -s -i|' },
  traceroute: {
    ...asks,
    host: 'first',
    more: '-4 -6 -d -F -I -T -U -n -r -A -e -V -D --dccp --mtu --back -h -a -S -v -x|-f -g -i -m -N -p -t -l -w -q -s -z -M -O -P --sport --fwmark|',
  },
  traceroute6: { ...asks, host: 'first', like: 'traceroute' },
  tracepath: { ...asks, host: 'first', more: '-4 -6 -b -n -V|-l -m -p|' },
  mtr: {
    ...asks,
    more: '-4 -6 -r -w -c -n -b -z -u -T -t -g -p -j -x -C -l|-c -i -m -s -f -a -P -o -B -Q -U -E -F -y --csv --address|',
  },
  whois: {
    ...asks,
    // The words go to a machine of the caller's choice.
    adds: { export: '-h --host' },
    more: '-a -b -B -c -d -G -H -I -K -l -L -m -M -r -R -Q -x -A -f -k -S|-h --host -p --port -i -s -T -t -g -q -V -v -P|',
  },
  host: {
    ...asks,
    host: 'none',
    adds: { export: '-l' },
    more: '-a -C -d -l -r -s -v -w -T -U -4 -6 -V -A|-c -N -n -p -R -t -W -m|',
  },
  nslookup: { ...asks, host: 'none', settled: true },
  dnsdomainname: { settled: true, reach: 'machine' },
  resolveip: asks,
  ifconfig: { reach: 'machine', most: 1, beyond: ['write'], more: '-a -s -v -l -m -L||' },
  iwconfig: { reach: 'machine', most: 1, beyond: ['write'] },
  route: {
    reach: 'machine',
    most: 0,
    beyond: ['write'],
    more: '-n -e -ee -v -F -C -4 -6 --numeric --verbose --extend --fib --cache|-A --inet|',
  },
  ethtool: {
    reach: 'machine',
    effects: ['write'],
    only: {
      read: '-a --show-pause -c --show-coalesce -g --show-ring -d --register-dump -e --eeprom-dump -i --driver -k --show-features --show-offload -n -u --show-nfc --show-ntuple -P --show-permaddr -S --statistics -T --show-time-stamping -x --show-rxfh-indir --show-rxfh -l --show-channels --show-priv-flags -m --dump-module-eeprom --show-eee --show-phys --show-fec',
    },
    more: '-s --change -K --features --offload -A -C -G -L -N -U -X -p -t -r -f -W -w||',
  },
  nmap: {
    reach: 'remote',
    carries: true,
    host: 'last',
    writes: '-oN -oX -oS -oG -oA',
    reads: '-iL --excludefile --resume',
    // Scripts of the scripting engine run in nmap itself: some of them attack, and any file can be named.
    adds: { execute: '-sC -A --script --interactive', write: '--script-updatedb' },
    doubts: '--datadir --script-args-file --stylesheet',
    more: '-sS -sT -sA -sW -sM -sU -sN -sF -sX -sI -sY -sZ -sO -sV -sL -sn -sP -sR -sC -Pn -P0 -PE -PP -PM -n -R -6 -A -O -F -r -v -vv -vvv -d -dd -h -V -f -T0 -T1 -T2 -T3 -T4 -T5 -PS -PA -PU -PY -PR --open --reason --top --osscan-guess --fuzzy --interactive --randomize-hosts|-p -iL -iR -oN -oX -oS -oG -oA -e -D -S -g -b -T --script --script-args --script-args-file --datadir --stylesheet --version-intensity --max-os-tries --top-ports --min-rate --max-rate --host-timeout --exclude --excludefile|',
  },
  tcpdump: {
    reach: 'machine',
    writes: '-w',
    reads: '-r -F -V',
    // -z runs a program on each finished file.
    runs: '-z --postrotate-command',
    more: '-A -b -d -D -e -f -h -H -I -J -K -l -L -n -nn -nnn -N -O -p -q -S -t -tt -ttt -u -U -v -vv -vvv -x -xx -X -XX -#|-B -c -C -E -F -G -i -j -m -M -Q -P -r -s -T -V -w -W -y -z -Z|',
  },
  tshark: {
    reach: 'machine',
    writes: '-w',
    doubts: '-X -C',
    more: '-n -q -l -V -O -x -Q -S -t -D -L -h -v -2 -p -I -P|-i -f -Y -R -c -a -b -r -T -e -E -d -s -w -z -N -j -o -F -t|',
  },
  iftop: { reach: 'machine', doubts: '-c', more: '-h -n -N -p -b -B -P -t -l|-i -f -F -G -m -o -s -L -c|' },
  nethogs: { reach: 'machine', settled: true },
  iotop: { reach: 'machine', settled: true },
  vnstat: {
    reach: 'machine',
    doubts: '--add --remove --create --delete --update -u --config',
    more: '-d -h -m -y -s -q -l -tr -hg -t -5 --json --xml --oneline --live|-i -ru -b -e|',
  },
  'iptables-save': {
    reach: 'machine',
    writes: '-f --file',
    doubts: '-M --modprobe',
    more: '-c|-t -f --file -M|',
  },
  'ip6tables-save': {
    reach: 'machine',
    writes: '-f --file',
    doubts: '-M --modprobe',
    like: 'iptables-save',
    more: '-c|-t -f --file -M|',
  },
  'iptables-restore': { reach: 'machine', effects: ['privilege'], doubts: '-M --modprobe' },
  'ip6tables-restore': { reach: 'machine', effects: ['privilege'], like: 'iptables-restore' },
};
