import { spawn } from 'node:child_process';

/**
 * Shows a web page in the browser of whoever sits here, if there is one; nothing comes of it otherwise, and nobody waits for it. By the
 * system's own program alone: `PATH` and `BROWSER` are the caller's.
 *
 * @param address http or https
 */
export function showAddress(address: string, environment: Readonly<Record<string, string>>): void {
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return;
  const isMac = process.platform === 'darwin';
  if (!isMac && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return;
  const child = spawn(isMac ? '/usr/bin/open' : '/usr/bin/xdg-open', [url.href], {
    stdio: 'ignore',
    detached: true,
    env: { ...environment },
  });
  child.on('error', () => {});
  child.unref();
}
