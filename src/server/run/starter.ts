import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { GateError } from '../../errors.ts';
import { endNow } from '../../platform/exit.ts';
import { cString, type Libc, libc } from '../../platform/libc.ts';
import { brokenText, failedText, type Job, READY } from './job.ts';

/**
 * The process that becomes a command: started by the service ahead of time, it takes everything away from itself that no command has, waits for
 * a job, gives up the rest, and executes it. So the command has the service for its parent, whose `wait` tells the raw truth about its end.
 *
 * @param nested it is in a namespace of processes of its own: `/proc` is to show that one
 *
 * Descriptors: 0 to 2 the command's, 3 the job, 4 what to tell the service.
 */
export async function startOne(nested: boolean): Promise<never> {
  requireJob();
  const c = await libc();
  try {
    prepare(c, nested);
    const text = readFileSync(JOB, 'utf8');
    if (text === '') return endNow(0); // Nothing to do: the service has ended.
    const job = JSON.parse(text) as Job;
    const seen = fence(c, job, nested);
    enter(c, job, seen);
    execute(c, job);
  } catch (error) {
    writeSync(TELL, error instanceof Refused ? error.message : brokenText(error));
  }
  return endNow(1);
}

/** @throws GateError USAGE when nobody will hand one over */
function requireJob(): void {
  try {
    fstatSync(JOB);
  } catch {
    throw new GateError('USAGE', '`gate serve --starter` is started by the service, with a job');
  }
}

const JOB = 3;
const TELL = 4;

/** What the kernel refused to the command itself; the message is for the service. */
class Refused extends Error {}

const TIOCSCTTY = 0x540e;
const SIG_SETMASK = 2;
const SIG_DFL = 0;
const RLIMIT_CORE = 4;
const RLIMIT_NPROC = 6;
const RLIMIT_NOFILE = 7;
const PR_SET_PDEATHSIG = 1;
const PR_CAPBSET_DROP = 24;
const PR_SET_NO_NEW_PRIVS = 38;
const PR_CAP_AMBIENT = 47;
const PR_CAP_AMBIENT_CLEAR_ALL = 4;
const LINUX_CAPABILITY_VERSION_3 = 0x20080522;
const LAST_CAPABILITY = 63;
/** What systemd and most logins give; the runtime has raised it for itself. */
const USUAL_FILES = 1024n;
/** Of all commands of one account, threads included: one that multiplies takes the machine from nobody else. */
const MOST_PROCESSES = 8192n;
const CLONE_NEWNS = 0x00020000;
const MS_NOSUID_NODEV_NOEXEC = 0x2 | 0x4 | 0x8;
const MS_SLAVE_REC = 0x80000 | 0x4000;
const AT_FDCWD = 0xffffff9c;
const AT_RECURSIVE = 0x8000;
const MOUNT_ATTR_RDONLY = 1;
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const AT_EMPTY_PATH = 0x1000;
const EMPTY = cString('');
const O_PATH = 0o10000000;
const OPEN_TREE_CLONE = 1;
const OPEN_TREE_CLOEXEC = 0o2000000;
const MOVE_MOUNT_F_EMPTY_PATH = 0x4;
const MOVE_MOUNT_T_SYMLINKS = 0x10;
const SYS_OPEN_TREE = 428;
const SYS_MOVE_MOUNT = 429;
const SYS_MOUNT_SETATTR = 442;
const SYS_SETFSUID = process.arch === 'arm64' ? 151 : 122;
const SYS_SETFSGID = process.arch === 'arm64' ? 152 : 123;
const SYS_KEYCTL = process.arch === 'arm64' ? 219 : 250;
const SYS_SETRESUID = process.arch === 'arm64' ? 147 : 117;
const KEYCTL_JOIN_SESSION_KEYRING = 1;
const KILL = 9;

/** What is the same for every command: done while nobody waits for it. */
function prepare(c: Libc, nested: boolean): void {
  c.call('setsid');
  if (nested) {
    ownMounts(c);
    c.call('mount', cString('proc'), cString('/proc'), cString('proc'), MS_NOSUID_NODEV_NOEXEC, null);
  }
  // The service may be spared by the kernel when memory ends; the command is not.
  attempt(() => writeFileSync('/proc/self/oom_score_adj', '0'));
  c.call('setrlimit', RLIMIT_CORE, limits(0n, 0n));
  const files = hardLimitOf('Max open files');
  c.call('setrlimit', RLIMIT_NOFILE, limits(least(files, USUAL_FILES), files));
  const processes = least(hardLimitOf('Max processes'), MOST_PROCESSES);
  c.call('setrlimit', RLIMIT_NPROC, limits(processes, processes));
  // A keyring of its own: what the service's holds is not the command's.
  attempt(() => c.call('syscall', SYS_KEYCTL, KEYCTL_JOIN_SESSION_KEYRING, null, 0, null, 0));
  c.call('prctl', PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  for (let capability = 0; capability <= LAST_CAPABILITY; capability++) {
    // Those that this kernel does not know, or that a service which is not root may not drop; the sets are emptied anyway.
    attempt(() => c.call('prctl', PR_CAPBSET_DROP, capability, 0, 0, 0));
  }
}

/** What needs the job, and the rights of the service. @returns a descriptor of the directory, where it is another one */
function fence(c: Libc, job: Job, nested: boolean): number | undefined {
  let seen: number | undefined;
  // Writing 0 moves the writer.
  if (job.cgroup !== undefined) writeFileSync(`${job.cgroup}/cgroup.procs`, '0');
  takeStreams(c, job);
  if (job.view !== undefined) {
    if (!nested) ownMounts(c);
    seen = ownView(c, job.cwd, job.view, job.account);
  }
  if (job.account !== undefined) become(c, job.account);
  // A service that is not root may have some, and then no change of account takes them away.
  withoutCapabilities(c);
  // Of this thread, which is the one that goes on: libc would ask all of them.
  if (job.account !== undefined && attempt(() => c.call('syscall', SYS_SETRESUID, 0, null, 0, null, 0)))
    throw new Error('the way back to root is open');
  // Only now: the kernel forgets it when the account changes.
  c.call('prctl', PR_SET_PDEATHSIG, KILL, 0, 0, 0);
  if (job.parent !== undefined && c.call('getppid') !== job.parent) throw new Error('the service has ended');
  return seen;
}

/** A terminal of its own, or pipes that it may open by name (`/dev/stderr`): they belong to whoever made them. */
function takeStreams(c: Libc, { terminal, account }: Job): void {
  if (terminal !== undefined) {
    const descriptor = openSync(terminal.path, 'r+');
    c.call('ioctl', descriptor, TIOCSCTTY, null);
    // Nobody else writes to it.
    fchmodSync(descriptor, 0o600);
    for (const stream of terminal.streams) c.call('dup2', descriptor, stream);
    closeSync(descriptor);
  }
  if (account !== undefined) for (const stream of [0, 1, 2]) c.call('fchown', stream, account.uid, account.gid);
}

/** Mounts that only this process sees; what is mounted elsewhere while it waits still comes in. */
function ownMounts(c: Libc): void {
  c.call('unshare', CLONE_NEWNS);
  c.call('mount', cString('none'), cString('/'), null, MS_SLAVE_REC, null);
}

/**
 * Puts something else into the place of the directory, for this process alone. The directory is the one that the account finds under that name
 * now; later it is only named by a descriptor, so nobody can put another one under the name in between.
 *
 * @returns a descriptor of what is there now
 * @throws Refused when the account may not enter it
 */
function ownView(c: Libc, cwd: string, view: NonNullable<Job['view']>, account: Job['account']): number {
  const there = openAs(c, cwd, account);
  const place = cString(`/proc/self/fd/${there}`);
  const from = view === 'read-only' ? place : cString(view.copy);
  const tree = c.call(
    'syscall',
    SYS_OPEN_TREE,
    AT_FDCWD,
    from,
    OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE,
    null,
    0,
  );
  if (view === 'read-only') {
    // struct mount_attr: set, clear, propagation, user namespace; 8 bytes each.
    const attributes = new Uint8Array(new BigUint64Array([BigInt(MOUNT_ATTR_RDONLY), 0n, 0n, 0n]).buffer);
    c.call('syscall', SYS_MOUNT_SETATTR, tree, EMPTY, AT_EMPTY_PATH | AT_RECURSIVE, attributes, attributes.length);
  }
  c.call('syscall', SYS_MOVE_MOUNT, tree, EMPTY, AT_FDCWD, place, MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_SYMLINKS);
  closeSync(there);
  return tree;
}

/** Opened with the rights of the account, which this thread has for that moment. */
function openAs(c: Libc, path: string, account: Job['account']): number {
  const [uid, gid] = [process.geteuid?.() ?? 0, process.getegid?.() ?? 0];
  const as = (who: number, group: number) => {
    c.call('syscall', SYS_SETFSGID, group, null, 0, null, 0);
    c.call('syscall', SYS_SETFSUID, who, null, 0, null, 0);
  };
  if (account !== undefined) {
    c.call('setgroups', 0, null);
    as(account.uid, account.gid);
  }
  try {
    return openSync(path, O_PATH | constants.O_DIRECTORY);
  } catch (error) {
    throw new Refused(failedText('directory', error));
  } finally {
    if (account !== undefined) as(uid, gid);
  }
}

function become(c: Libc, { uid, gid }: NonNullable<Job['account']>): void {
  c.call('setgroups', 0, null);
  c.call('setresgid', gid, gid, gid);
  c.call('setresuid', uid, uid, uid);
}

function withoutCapabilities(c: Libc): void {
  c.call('prctl', PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  const header = new Uint8Array(new Uint32Array([LINUX_CAPABILITY_VERSION_3, 0]).buffer);
  c.call('capset', header, new Uint8Array(24));
}

/** From here on everything is tried with the rights of the command. */
function enter(c: Libc, { cwd, umask }: Job, seen: number | undefined): void {
  process.umask(umask);
  try {
    c.call('chdir', cString(seen === undefined ? cwd : `/proc/self/fd/${seen}`));
  } catch (error) {
    throw new Refused(failedText('directory', error));
  }
}

function execute(c: Libc, { file, argv, environment }: Job): void {
  // Ignored signals and blocked ones would stay so in the command.
  for (let signal = 1; signal <= 64; signal++) c.call('signal', signal, SIG_DFL);
  c.call('sigprocmask', SIG_SETMASK, new Uint8Array(128), null);
  onlyThree(c);
  writeSync(TELL, READY);
  try {
    c.execve(file, argv, environment);
  } catch (error) {
    throw new Refused(failedText('execute', error));
  }
}

/** The command gets descriptors 0, 1 and 2; the others stay open until then, so that this process can still say what failed. */
function onlyThree(c: Libc): void {
  for (const name of readdirSync('/proc/self/fd')) {
    // The one that this list was read from is closed by now.
    attempt(() => c.call('fcntl', Number(name), F_SETFD, Number(name) < 3 ? 0 : FD_CLOEXEC));
  }
}

function hardLimitOf(name: string): bigint {
  const line = readFileSync('/proc/self/limits', 'latin1')
    .split('\n')
    .find((each) => each.startsWith(name));
  const hard = line?.trim().split(/\s{2,}/)[2];
  return hard === undefined || hard === 'unlimited' ? 0xffff_ffff_ffff_ffffn : BigInt(hard);
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function limits(soft: bigint, hard: bigint): Uint8Array {
  return new Uint8Array(new BigUint64Array([soft, hard]).buffer);
}

function attempt(step: () => unknown): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
