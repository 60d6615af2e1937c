import { GateError } from '../errors.ts';
import { linux } from './linux.ts';
import type { Platform } from './platform.ts';

/** @throws GateError INTERNAL on a platform gate does not support */
export async function currentPlatform(): Promise<Platform> {
  if (process.platform === 'linux') return linux;
  if (process.platform === 'darwin') return (await import('./macos.ts')).macos;
  throw new GateError('INTERNAL', `gate does not run on ${process.platform}`, {
    hint: 'use Linux (glibc) or macOS, on x64 or arm64',
  });
}
