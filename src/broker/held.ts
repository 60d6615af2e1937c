import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { errno, GateError } from '../errors.ts';
import type { Request } from '../request/request.ts';

/**
 * The exact argv, environment and spooled stdin of requests that wait: private files outside the log, which holds only
 * the redacted form. Written before the request is recorded, removed when it ends.
 */
export interface HeldRequests {
  /** @param stdin descriptor of the spooled stdin, when there is one: its content is copied */
  save(request: Request, stdin?: number): void;
  /** @throws GateError AUDIT_UNAVAILABLE when it is not there any more */
  load(id: string): Request;
  remove(id: string): void;
  /** The spooled stdin; undefined when there is none, or no longer. */
  stdin(id: string): Uint8Array | undefined;
  /** Where the spooled stdin of a request lives. */
  stdinPath(id: string): string;
}

export function heldRequests(directory: string): HeldRequests {
  const file = (id: string) => join(directory, `${id}.json`);
  const stdinPath = (id: string) => join(directory, `${id}.stdin`);
  return {
    save(request, stdin) {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      if (stdin !== undefined) write(stdinPath(request.id), readWhole(stdin));
      write(file(request.id), Buffer.from(JSON.stringify(request)));
    },
    load(id) {
      try {
        const request = JSON.parse(readFileSync(file(id), 'utf8')) as Request;
        const environment: Record<string, string> = Object.assign(Object.create(null), request.environment);
        return { ...request, environment };
      } catch (cause) {
        throw new GateError('AUDIT_UNAVAILABLE', `the private file of request ${id} cannot be read`, {
          hint: 'run the command itself again: it attaches to the request if nothing changed',
          cause,
        });
      }
    },
    remove(id) {
      rmSync(file(id), { force: true });
      rmSync(stdinPath(id), { force: true });
    },
    stdin(id) {
      try {
        return readFileSync(stdinPath(id));
      } catch (cause) {
        if (errno(cause) === 'ENOENT') return undefined;
        throw new GateError('AUDIT_UNAVAILABLE', `the private file of request ${id} cannot be read`, { cause });
      }
    },
    stdinPath,
  };
}

/** Exclusive: nobody's file, and nobody's link, is ever written to. */
function write(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads by position, so that the command still gets everything from the start. */
function readWhole(descriptor: number): Uint8Array {
  const bytes = Buffer.alloc(fstatSync(descriptor).size);
  for (let done = 0; done < bytes.length; ) {
    const count = readSync(descriptor, bytes, done, bytes.length - done, done);
    if (count === 0) break;
    done += count;
  }
  return bytes;
}
