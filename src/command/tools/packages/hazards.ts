/**
 * Options that make a package manager run a program, take its settings from another file or its code from another
 * place: whatever the verb is, they are doubts. By tool, with the aliases of each option.
 */
const HAZARDS: Readonly<Record<string, readonly string[]>> = {
  apt: ['-o', '--option', '-c', '--config-file'],
  'apt-get': ['-o', '--option', '-c', '--config-file'],
  'apt-cache': ['-o', '--option', '-c', '--config-file'],
  mix: ['-e', '--eval', '-r', '--require'],
  cargo: ['--config'],
  go: ['-exec', '-toolexec', '-vettool', '-overlay'],
  npm: [
    '--script-shell',
    '--shell',
    '--node-options',
    '--userconfig',
    '--globalconfig',
    '--git',
    '--editor',
    '--viewer',
    '--browser',
    '--onload-script',
    '--init-module',
    '--call',
    '-c',
  ],
  pnpm: ['--script-shell', '--node-options', '--shell-mode', '-c', '--pnpmfile', '--global-pnpmfile', '--config-dir'],
  yarn: ['--script-shell', '--use-yarnrc', '--inspect', '--inspect-brk'],
  bun: ['--preload', '-r', '--config', '-c', '-e', '--eval', '-p', '--print', '--import', '--require'],
  pip: ['--python', '--editor', '--config-settings', '--global-option', '--build-option'],
  uv: ['--config-file', '--with', '--with-requirements', '--with-editable', '--env-file'],
  gem: ['--config-file', '--post-install-message', '--editor'],
  gradle: ['-I', '--init-script'],
  dnf: ['--setopt', '-c', '--config', '--installroot', '--enableplugin'],
  zypper: ['--root', '-R', '-c', '--config', '--installroot'],
  brew: ['--debug-symbols', '--interactive', '-i', '--cc'],
  nix: ['--arg', '--apply', '--post-build-hook'],
};

/** Options that name where packages come from: in a build they bring code from there. */
const ELSEWHERE = new Set([
  '--registry',
  '--index-url',
  '-i',
  '--extra-index-url',
  '--index',
  '--default-index',
  '--source',
  '--find-links',
  '--trusted-host',
  '--server',
  '--git',
  '--proxy',
  '--https-proxy',
]);

/** Options that turn a question into a change. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  'go env': ['-w', '-u'],
  'gem sources': ['-a', '--add', '-r', '--remove', '-c', '--clear-all', '-u', '--update', '--append', '--prepend'],
  'gem check': ['--doctor'],
  'nix eval': ['--write-to'],
  'uv version': ['--bump'],
  'brew style': ['--fix'],
  'brew audit': ['--fix'],
  'cargo audit': ['--fix'],
  'npm audit': ['--fix'],
  'pnpm audit': ['--fix'],
  'flatpak config': ['--set', '--unset'],
  'conda config --show': ['--add', '--set', '--append', '--prepend', '--remove', '--remove-key'],
  'conda config --get': ['--add', '--set', '--append', '--prepend', '--remove', '--remove-key'],
  'conda info': ['--unsafe-channels'],
  'mise settings': ['--local'],
  'nix-env -q': [
    '-i',
    '-e',
    '-u',
    '--install',
    '--uninstall',
    '--upgrade',
    '--delete-generations',
    '--rollback',
    '--set',
    '--switch-profile',
    '--switch-generation',
    '-iA',
  ],
};

export function hazardsOf(
  tool: string,
  work: string,
  options: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const listed = Object.hasOwn(HAZARDS, tool) ? (HAZARDS[tool] as readonly string[]) : [];
  const found: string[] = [];
  for (const option of options.keys()) {
    if (listed.includes(option)) found.push(`${option} can decide what runs`);
    else if (work === 'build' && ELSEWHERE.has(option) && tool !== 'go' && tool !== 'cargo')
      found.push(`${option} decides where code comes from`);
  }
  return found;
}

export function changesAnyway(tool: string, verb: string, options: ReadonlyMap<string, readonly string[]>): boolean {
  const path = `${tool} ${verb}`.trim();
  const listed = Object.hasOwn(CHANGES, path) ? CHANGES[path] : undefined;
  return listed?.some((option) => options.has(option)) ?? false;
}

/** True when no option could turn the question into something else: a word only the shell knows is no doubt then. */
export function isSettled(tool: string, verb: string): boolean {
  if (tool === 'npm' || tool === 'pnpm')
    return /^(view|info|show|v|ls|list|ll|la|outdated|search|why|explain)$/.test(verb);
  return !Object.hasOwn(HAZARDS, tool) && !Object.hasOwn(CHANGES, `${tool} ${verb}`);
}
