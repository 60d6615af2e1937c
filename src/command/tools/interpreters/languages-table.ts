/** How interpreters read their command line up to the code: from their own `--help` (node 20, perl 5.36, ruby 3.1, php 8.2, lua 5.4). */
export interface Language {
  /** The next argument, or the rest of this one, is code. */
  readonly code: RegExp;
  /** Options that take no argument, or have it in the same word. */
  readonly flags: RegExp;
  /** Options whose argument is the next word, and which load no code. */
  readonly values?: RegExp;
  /** With it a file is only checked. */
  readonly checks?: RegExp;
  /** With it the project's tests run. */
  readonly tests?: RegExp;
  /** A first word that stands before the script. */
  readonly verb?: RegExp;
}

export const LANGUAGES: Readonly<Record<string, Language>> = {
  node: {
    code: /^(-e|-p|-pe|--eval|--print)$/,
    flags:
      /^(-i|--interactive|--inspect(-brk|-port)?(=[\d:.]+)?|--(no-)?(warnings|deprecation|experimental-[\w-]+|harmony[\w-]*|addons)|--enable-source-maps|--expose[-_]gc|--trace-[\w-]+(=\w+)?|--throw-deprecation|--preserve-symlinks(-main)?|--max[-_]old[-_]space[-_]size=\d+|--stack[-_]size=\d+|--experimental-[\w-]+|--input-type=\w+|--unhandled-rejections=\w+|--conditions=\w+|--no-warnings|--watch)$/,
    values: /^(-C|--conditions|--title|--max-old-space-size|--stack-size)$/,
    checks: /^(-c|--check)$/,
    tests: /^(--test|--run)$/,
  },
  perl: {
    code: /^-[acnplstTuUwWX0-7]*[eE]$/,
    flags: /^-([acnplsStTuUwWX]+|0[0-7x]*|[CDlF].*)$/,
    checks: /^$/,
  },
  ruby: {
    code: /^-[aclnpsSvwW0-7]*e$/,
    flags: /^(-[alnpsSvw]+|-W[0-2]?|--yjit|--jit|--disable(-|=)[\w-]+|--enable(-|=)[\w-]+|-[KUE].*|-0[0-7]*)$/,
    checks: /^$/,
  },
  php: {
    code: /^(-r|-B|-R|-E|--run|--process-begin|--process-code|--process-end)$/,
    flags: /^(-n|-q|-C|-H)$/,
    checks: /^(-l|--syntax-check)$/,
  },
  lua: { code: /^-e$/, flags: /^(-i|-E|-W|-v)$/ },
  luajit: { code: /^-e$/, flags: /^(-i|-E|-v)$/ },
  tclsh: { code: /^$/, flags: /^$/ },
  wish: { code: /^$/, flags: /^$/ },
  expect: { code: /^-c$/, flags: /^-[dinNv]$/ },
  Rscript: {
    code: /^-e$/,
    flags: /^--(vanilla|verbose|no-environ|no-site-file|no-init-file|no-save|no-restore|slave)$/,
  },
  julia: {
    code: /^(-e|-E|--eval|--print)$/,
    flags: /^(-q|-i|--startup-file=no|--color=\w+|-t\d+|--threads=\d+|-O\d?|--compile=\w+)$/,
    values: /^(-t|--threads)$/,
  },
  groovy: { code: /^-e$/, flags: /^$/ },
  osascript: { code: /^-e$/, flags: /^(-i|-s..?)$/, values: /^(-l|-s)$/ },
  pwsh: {
    code: /^(-c|-Command|-command)$/i,
    flags: /^-(NoProfile|NonInteractive|NoLogo|nop|noni|nol)$/i,
    verb: /^-(f|File)$/i,
  },
  irb: { code: /^$/, flags: /^$/ },
  ipython: { code: /^-c$/, flags: /^--(no-banner|no-confirm-exit|quiet)$/ },
  elixir: { code: /^(-e|--eval)$/, flags: /^$/ },
  escript: { code: /^$/, flags: /^$/ },
  raku: { code: /^-[np]*e$/, flags: /^-[np]+$/, checks: /^-c$/ },
  guile: { code: /^-c$/, flags: /^--no-auto-compile$/ },
  racket: { code: /^-e$/, flags: /^$/ },
  sbcl: {
    code: /^--eval$/,
    flags: /^--(non-interactive|no-userinit|no-sysinit|noinform|disable-debugger)$/,
    verb: /^--script$/,
  },
  clojure: { code: /^-[eM]$/, flags: /^$/ },
  bb: { code: /^-e$/, flags: /^$/ },
  runghc: { code: /^$/, flags: /^$/ },
  ocaml: { code: /^-e$/, flags: /^$/ },
  swipl: { code: /^-g$/, flags: /^-q$/ },
  scala: { code: /^-e$/, flags: /^$/ },
  tsx: { code: /^(-e|--eval|-p|--print)$/, flags: /^(--no-cache|--no-warnings)$/ },
  'ts-node': { code: /^(-e|--eval|-p|--print|-pe)$/, flags: /^(-T|--transpile-only|--esm|--swc|--files|-s)$/ },
};
