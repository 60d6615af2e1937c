import { join } from 'node:path';

/** Where things lie under a prefix. Relative, so that an installed tree can be packed and unpacked elsewhere. */
export const LAYOUT = {
  executable: 'bin/gate',
  /** `gate.js` and its parts, where there is no standalone executable. */
  library: 'lib/gate',
  manual: 'share/man/man1/gate.1',
  completions: {
    bash: 'share/bash-completion/completions/gate',
    zsh: 'share/zsh/site-functions/_gate',
    fish: 'share/fish/vendor_completions.d/gate.fish',
  },
  documents: 'share/doc/gate',
  /** What is installed here. */
  record: 'share/gate/installed.json',
} as const;

/** For the whole machine when root installs, else for this user. */
export function defaultPrefix(uid: number, home: string): string {
  return uid === 0 ? '/usr/local' : join(home, '.local');
}
