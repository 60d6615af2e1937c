/**
 * Who is at the other end of a connected unix socket, as the kernel says it. On Linux that is who connected (or, seen by
 * the client, who listens) at that moment; whoever got the descriptor later is not seen. Of the pid nothing is said: by the time it is used it can
 * be another process.
 */
export interface PeerCredentials {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Loads what is needed once; the function it returns costs one system call.
 *
 * @returns takes the descriptor of a connected unix socket; undefined when the kernel does not tell, as for a socket
 *   of another kind or one that is closed
 */
export async function peerReader(): Promise<(descriptor: number) => PeerCredentials | undefined> {
  if (process.platform === 'darwin') return macosReader();
  const getsockopt = await linuxGetsockopt();
  return (descriptor) => {
    const family = new Int32Array(1);
    // Of a socket that is none of this machine's the kernel says uid -1; other kinds never get that far.
    if (getsockopt(descriptor, SO_DOMAIN, family) !== 4 || family[0] !== AF_UNIX) return undefined;
    const credentials = new Int32Array(3);
    if (getsockopt(descriptor, SO_PEERCRED, credentials) !== 12) return undefined;
    const [, uid = -1, gid = -1] = new Uint32Array(credentials.buffer);
    return uid >= NOBODY_AT_ALL ? undefined : { uid, gid };
  };
}

const SOL_SOCKET = 1;
const SO_PEERCRED = 17;
const SO_DOMAIN = 39;
const AF_UNIX = 1;
/** (uid_t) -1. */
const NOBODY_AT_ALL = 0xffff_ffff;

/** The number of bytes the kernel wrote, or -1. */
type Getsockopt = (descriptor: number, option: number, into: Int32Array) => number;

async function linuxGetsockopt(): Promise<Getsockopt> {
  if (typeof Bun !== 'undefined') {
    const { dlopen, ptr } = await import('bun:ffi');
    const { symbols } = dlopen('libc.so.6', {
      getsockopt: { args: ['i32', 'i32', 'i32', 'ptr', 'ptr'], returns: 'i32' },
    });
    return (descriptor, option, into) => {
      const length = new Int32Array([into.byteLength]);
      const failed = symbols.getsockopt(descriptor, SOL_SOCKET, option, ptr(into), ptr(length));
      return failed === 0 ? (length[0] ?? -1) : -1;
    };
  }
  const { loadLibc } = await import('./koffi.ts');
  const getsockopt = loadLibc().func('int getsockopt(int fd, int level, int option, void *value, void *length)');
  return (descriptor, option, into) => {
    const length = new Int32Array([into.byteLength]);
    return getsockopt(descriptor, SOL_SOCKET, option, into, length) === 0 ? (length[0] ?? -1) : -1;
  };
}

/** `getpeereid` is in the C library of macOS. */
async function macosReader(): Promise<(descriptor: number) => PeerCredentials | undefined> {
  const ids = await macosGetpeereid();
  return (descriptor) => {
    const uid = new Int32Array(1);
    const gid = new Int32Array(1);
    if (ids(descriptor, uid, gid) !== 0) return undefined;
    return { uid: (uid[0] ?? -1) >>> 0, gid: (gid[0] ?? -1) >>> 0 };
  };
}

async function macosGetpeereid(): Promise<(descriptor: number, uid: Int32Array, gid: Int32Array) => unknown> {
  if (typeof Bun !== 'undefined') {
    const { dlopen, ptr } = await import('bun:ffi');
    const { symbols } = dlopen('libSystem.B.dylib', {
      getpeereid: { args: ['i32', 'ptr', 'ptr'], returns: 'i32' },
    });
    return (descriptor, uid, gid) => symbols.getpeereid(descriptor, ptr(uid), ptr(gid));
  }
  const { loadLibc } = await import('./koffi.ts');
  return loadLibc().func('int getpeereid(int fd, void *uid, void *gid)');
}

declare const Bun: unknown;
