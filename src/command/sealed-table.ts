/**
 * The whole environment of a command at level `sealed`, before what a lease adds. What is not here does not exist for
 * it, so nothing has to be taken out: `XDG_RUNTIME_DIR`, `LC_*`, `COLUMNS` and all else of the caller's are simply not there.
 *
 * `{home}` and `{tmp}` are empty directories that live as long as the run, `{user}` is the account it runs under, `{term}` the
 * caller's kind of terminal when it has one with a plain name, else `dumb`.
 */
export const SEALED = {
  // Tools look here for helpers; nobody but root can put one there.
  PATH: '/usr/local/bin:/usr/bin:/bin',
  // Dozens of configuration files, plugins, caches and start files are found through these.
  HOME: '{home}',
  XDG_CONFIG_HOME: '{home}/.config',
  XDG_CACHE_HOME: '{home}/.cache',
  XDG_DATA_HOME: '{home}/.local/share',
  XDG_STATE_HOME: '{home}/.local/state',
  TMPDIR: '{tmp}',
  USER: '{user}',
  LOGNAME: '{user}',
  // The same words, order and times wherever it was asked for.
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  TERM: '{term}',
  NO_COLOR: '1',
  // What tools start for a person who is not there.
  SHELL: '/bin/false',
  PAGER: 'cat',
  EDITOR: '/bin/false',
  VISUAL: '/bin/false',
} as const;

/** No path, no escape: the name is looked up as a file. */
export const PLAIN_TERMINAL = /^[a-z0-9-]{1,32}$/;
