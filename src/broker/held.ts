import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { GateError } from '../errors.ts';
import type { Request } from '../request/request.ts';

/**
 * The exact argv, environment and spooled stdin of requests that wait: private files outside the log, which holds only
 * the redacted form. Written before the request is recorded, removed when it ends.
 */
export interface HeldRequests {
  save(request: Request): void;
  /** @throws GateError AUDIT_UNAVAILABLE when it is not there any more */
  load(id: string): Request;
  remove(id: string): void;
  /** Where the spooled stdin of a request lives. */
  stdinPath(id: string): string;
}

export function heldRequests(directory: string): HeldRequests {
  const file = (id: string) => join(directory, `${id}.json`);
  const stdinPath = (id: string) => join(directory, `${id}.stdin`);
  return {
    save(request) {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      // Exclusive: nobody's file, and nobody's link, is ever written to.
      const descriptor = openSync(file(request.id), 'wx', 0o600);
      try {
        writeSync(descriptor, JSON.stringify(request));
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
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
    stdinPath,
  };
}
