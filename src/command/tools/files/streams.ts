import type { Action, Effect, Scope } from '../../action.ts';
import { UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading, Run } from '../../reader.ts';
import { act, fields, withDoubt } from '../../reading.ts';
import { OPTIONS } from './options-table.ts';
import { onFiles, shellRun, written } from './paths.ts';
import { has, type Known, lastValue, scanLine, spellingsOf } from './scan.ts';

/** Programs that join streams: a connection, a listener, a query. What goes in on one side leaves on the other. */
export const reader: Reader = {
  names: ['nc', 'ncat', 'netcat', 'socat', 'telnet', 'dig', 'delv', 'drill', 'kdig'],
  read(argv, context) {
    const tool = programOf(argv[0] ?? '').base;
    if (argv.length === 2 && /^(--help|--version|-h|-V)$/.test(argv[1] as string))
      return { actions: [act(tool, tool, ['read'])] };
    if (tool === 'socat') return readSocat(argv, context);
    if (tool === 'telnet') return readTelnet(argv);
    if (tool === 'nc' || tool === 'ncat' || tool === 'netcat') return readNetcat(tool, argv, context);
    return readDig(tool, argv, context);
  },
};

let netcat: ReadonlyMap<string, Known> | undefined;

/** All netcats: OpenBSD's, the traditional one with -e, and Nmap's. */
function readNetcat(tool: string, argv: readonly string[], { cwd }: ReadContext): Reading {
  netcat ??= spellingsOf(
    OPTIONS['nc'] ?? '||',
    OPTIONS['ncat'] ?? '||',
    '-A -H -J --ecn -4 -6 -b -C -D -d -F -h -k -l -N -n -r -S -t -U -u -v -vv -Z -z|-L -I -i -M -m -O -P -p -q -s -T -V -W -w -X -x -e -c -g -G -o --exec --sh-exec --lua-exec|',
  );
  const line = scanLine(argv, 1, netcat);
  const doubts = line.unknown.map((option) => `option ${option} of ${tool} is not one gate knows`);
  const [host, port] = line.operands;
  const listens = has(line, '-l', '--listen');
  const scope: Scope = listens ? { reach: 'machine' } : fields({ host, port });
  const actions: Action[] = [];
  const runs: Run[] = [];
  // A scan only sees whether something answers.
  const commands = ['-e', '--exec', '-c', '--sh-exec', '--lua-exec'];
  const command = commands.map((name) => lastValue(line, name)).find((value) => value !== undefined);
  // What goes out is then what the command says, and the command is judged by itself.
  const effect: Effect = has(line, '-z') ? 'read' : command === undefined ? 'export' : 'execute';
  actions.push(
    act(tool, listens ? 'listen' : 'connect', [effect], {
      scope: scope.host === undefined && !listens ? { reach: 'remote' } : scope,
    }),
  );
  if (command !== undefined) runs.push(shellRun(command, `${tool} -e`));
  const kept = lastValue(line, '--output') ?? lastValue(line, '-o') ?? lastValue(line, '--hex-dump');
  if (kept !== undefined) actions.push(...written(tool, kept, cwd));
  return { ...withDoubt({ actions }, doubts), ...(runs.length > 0 ? { runs } : {}) };
}

function readTelnet(argv: readonly string[]): Reading {
  const words = argv
    .slice(1)
    .filter((arg, index, all) => !arg.startsWith('-') && !/^-[abelnSX]$/.test(all[index - 1] ?? ''));
  const scope = fields({ host: words[0], port: words[1] });
  return { actions: [act('telnet', 'telnet', ['execute'], { scope: scope['host'] ? scope : { reach: 'remote' } })] };
}

/** What each kind of address does when data flows through it. */
const LOCAL_FILES = /^(OPEN|CREATE|CREAT|GOPEN|FILE)$/;
const PROGRAMS = /^(EXEC|SYSTEM|SHELL)$/;
const STANDARD = /^(STDIO|STDIN|STDOUT|STDERR|FD|READLINE|PTY|PIPE|FIFO|-)$/;
const REMOTE =
  /^(TCP|TCP4|TCP6|UDP|UDP4|UDP6|SSL|OPENSSL|SOCKS4|SOCKS4A|SOCKS5|SOCKS5-CONNECT|PROXY|SCTP|DCCP|VSOCK|IP|IP4|IP6|DTLS)(-CONNECT|-DATAGRAM|-SENDTO|-CLIENT)?(:|$)/;
const LISTENS = /-(LISTEN|RECV|RECVFROM|L)(:|$)|^(TCP|UDP)[46]?-L/;
const SOCKET = /^(UNIX|ABSTRACT|UNIX-CONNECT|ABSTRACT-CONNECT|UNIX-CLIENT|ABSTRACT-CLIENT|UNIX-SENDTO)(:|$)/;

function readSocat(argv: readonly string[], { cwd }: ReadContext): Reading {
  const addresses: string[] = [];
  const actions: Action[] = [];
  const runs: Run[] = [];
  const doubts: string[] = [];
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (
      /^-(V|h{1,3}|\?{1,3}|d{1,4}\d?|v|x|u|U|s|D|ly.*|lm.*|lf.*|ls|lp.*|lu|lh|g|4|6|S.*|R?W?.*=.*)$/.test(arg) &&
      arg !== '-'
    )
      continue;
    if (/^-(b|t|T|r|R|L|W|lf|lp)$/.test(arg)) {
      if (arg === '-r' || arg === '-R') actions.push(...written('socat', argv[at + 1] ?? '', cwd));
      at++;
    } else if (/^-[btT]\d/.test(arg)) continue;
    else addresses.push(arg);
  }
  const oneWay = argv.includes('-u') ? 'first' : argv.includes('-U') ? 'second' : undefined;
  addresses.forEach((address, index) => {
    const source = (oneWay === 'first' && index === 0) || (oneWay === 'second' && index === 1);
    readAddress(address, source, actions, runs, doubts, cwd);
  });
  if (addresses.length !== 2) doubts.push('socat is given other than two addresses');
  if (actions.length === 0) actions.push(act('socat', 'socat', ['read']));
  const told = runs.length === 0 ? actions : actions.map(carries);
  return { ...withDoubt({ actions: told }, doubts), ...(runs.length > 0 ? { runs } : {}) };
}

/** A connection that a program is joined to carries what the program says, which is judged by itself. */
function carries(action: Action): Action {
  return action.effects.includes('export') ? { ...action, effects: ['execute'] } : action;
}

function readAddress(
  address: string,
  source: boolean,
  actions: Action[],
  runs: Run[],
  doubts: string[],
  cwd: string,
): void {
  // A bare path is GOPEN, or a connection to the socket there.
  const parts = address.split('!!');
  for (const part of parts) {
    const colon = part.indexOf(':');
    const isPath = part.startsWith('/') || part.startsWith('./');
    const kind = isPath ? 'GOPEN' : (colon < 0 ? (part.split(',')[0] as string) : part.slice(0, colon)).toUpperCase();
    const rest = isPath ? part : part.slice(colon + 1);
    const target = (rest.split(',')[0] as string).replace(/^"|"$/g, '');
    if (PROGRAMS.test(kind)) {
      actions.push(act('socat', kind.toLowerCase(), ['execute']));
      runs.push(shellRun(target, `socat ${kind}`));
    } else if (LOCAL_FILES.test(kind)) {
      const writes = !source && !/(^|,)(rdonly|o-rdonly)/.test(rest);
      actions.push(...(writes ? written('socat', target, cwd) : onFiles('socat', ['read'], [target], cwd)));
    } else if (STANDARD.test(kind) || /^\d+$/.test(kind)) continue;
    else if (LISTENS.test(kind)) actions.push(act('socat', 'listen', ['export'], { scope: { reach: 'machine' } }));
    else if (REMOTE.test(kind)) {
      const [host, port] = target.split(':');
      actions.push(
        act('socat', 'connect', [source ? 'read' : 'export'], {
          scope: host ? fields({ host, port }) : { reach: 'remote' },
        }),
      );
    } else if (SOCKET.test(kind)) actions.push(act('socat', 'connect', ['write'], { scope: { reach: 'machine' } }));
    else doubts.push(`gate does not know the address ${kind.slice(0, 20)} of socat`);
  }
}

/** A query carries its name out; only a zone transfer brings more than an answer back. */
function readDig(tool: string, argv: readonly string[], { cwd }: ReadContext): Reading {
  const doubts: string[] = [];
  const actions: Action[] = [];
  let effect: Effect = 'read';
  let server: string | undefined;
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg.includes(UNRESOLVED)) doubts.push(`${tool} sends a name that is only known when it runs`);
    if (arg.startsWith('@')) server = arg.slice(1);
    else if (/^[ai]xfr(=.*)?$/i.test(arg) || /^-t[ai]xfr/i.test(arg)) effect = 'export';
    else if (/^-[fk]$/.test(arg)) {
      // The names in the file go out with the queries.
      actions.push(...onFiles(tool, ['read'], [argv[at + 1] ?? ''], cwd));
      at++;
    } else if (/^-[bcpqtxy]$/.test(arg)) {
      if (/^[ai]xfr/i.test(argv[at + 1] ?? '')) effect = 'export';
      if (argv[at + 1]?.includes(UNRESOLVED)) doubts.push(`${tool} sends a name that is only known when it runs`);
      at++;
    } else if (/^-/.test(arg) && !/^-([46himruvaDTSVQ]|[bcpqtxyk].+)$/.test(arg))
      doubts.push(`option ${arg} of ${tool} is not one gate knows`);
  }
  const scope: Scope = server === undefined ? { reach: 'remote' } : { host: server };
  return withDoubt({ actions: [act(tool, tool, [effect], { scope }), ...actions] }, [...new Set(doubts)]);
}
