import { closeSync, constants, fsyncSync, openSync } from 'node:fs';

/** Names in this directory are on the disk when it returns. */
export function settle(directory: string): void {
  const descriptor = openSync(directory, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
