import { grammar, scan, UNRESOLVED } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { placeOf } from './client.ts';
import { sideOf } from './copies.ts';

export const reader: Reader = { names: ['sshpass', 'sshfs', 'sshuttle'], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  return tool === 'sshpass' ? sshpass(argv) : tool === 'sshfs' ? sshfs(argv, context) : sshuttle(argv);
}

/** The manual of sshpass 1.10. */
const SSHPASS = grammar('getopt', { flags: '-h -v -V', many: '-f -d -p -P', optional: '-e' });

/** A password for the command behind it. */
function sshpass(argv: readonly string[]): Reading {
  const found = scan(argv, 1, SSHPASS, true);
  const secrets = (found.options.get('p') ?? []).filter((value) => value !== '' && !value.includes(UNRESOLVED));
  const command = argv.slice(found.end);
  if (command.length === 0) {
    const asked = found.options.has('h') || found.options.has('V');
    return { actions: [asked ? act('sshpass', 'sshpass', ['read']) : unknownAction('sshpass')], secrets };
  }
  const doubts = doubtsOf(found);
  return {
    actions: doubts.length === 0 ? [] : [unknownAction('sshpass')],
    notes: doubts,
    secrets,
    runs: [{ argv: command, via: 'sshpass' }],
  };
}

/** The manual of sshfs 3.7: FUSE programs take the rest as `-o`. */
const SSHFS = grammar('getopt', { flags: '-h --help -V --version -d --debug -f -s -C', many: '-o -p -F -D' });

function sshfs(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, SSHFS);
  const [remote, mount] = found.positionals;
  if (remote === undefined || mount === undefined) {
    return withDoubt(
      {
        actions: [act('sshfs', 'sshfs', found.options.has('h') || found.options.has('help') ? ['read'] : ['unknown'])],
      },
      doubtsOf(found),
    );
  }
  const doubts = [...doubtsOf(found)];
  const settings = (found.options.get('o') ?? []).join(',');
  if (/command|library|provider|sftp_server|directport/i.test(settings) || found.options.has('F'))
    doubts.push('its settings run programs');
  const side = sideOf(remote);
  const action = act('sshfs', 'mount', ['write', 'execute'], {
    resource: fileAt(mount, context.cwd),
    scope: fields({ host: side?.host, user: side?.user }),
  });
  return withDoubt({ actions: [action] }, doubts);
}

/** It sends the traffic of this machine through another. */
function sshuttle(argv: readonly string[]): Reading {
  const at = argv.findIndex((arg) => arg === '-r' || arg === '--remote');
  const host = argv[at + 1];
  if (argv.length === 2 && /^--(help|version)$/.test(argv[1] as string))
    return { actions: [act('sshuttle', 'sshuttle', ['read'])] };
  const place = at < 0 || host === undefined ? undefined : placeOf(host);
  const programs = argv.some((arg) => /^(-e|--ssh-cmd|--python|@)/.test(arg));
  const action = act('sshuttle', 'sshuttle', ['execute', 'privilege'], {
    scope: fields({ host: place?.host, user: place?.user }),
    opaque: true,
  });
  return withDoubt({ actions: [action] }, programs ? ['its options name programs'] : []);
}
