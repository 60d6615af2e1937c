/**
 * Build, test and check tools. They run what the project says, so each is `execute` on the directory it works in; what
 * its own options add to that is little, and so options are not listed here but for the ones in `HAZARDS`, which run a
 * program of somebody's choice. Files outside of the project are named in the action, one by one.
 */

/** Options of a looking tool that write. */
export const MENDS: Readonly<Record<string, RegExp>> = {
  gofmt: /^--?w(=true)?$/,
  shellcheck: /^$/,
  hadolint: /^$/,
};

/** Options that run a program of somebody's choice, or code from elsewhere. By tool; `*` for all. */
export const HAZARDS: Readonly<Record<string, RegExp>> = {
  pytest: /^(-p$|-p(?!no:)|--pdbcls|--pyargs)/,
  make: /^(--eval|-E)/,
  gcc: /^(-wrapper|-specs|--specs|-fplugin|-B|@|-fuse-ld=|-iplugindir)/,
  rustc: /^(-Clinker|-C$|--codegen$|-Zcodegen-backend|@)/,
  cmake: /^(-E|--install|-DCMAKE_\w*(COMPILER|LAUNCHER|LINKER|PROGRAM)\w*=)/,
  mypy: /^--python-executable/,
  mocha: /^(--node-option)/,
  jest: /^--(runner|resolver|transform|globalSetup)/,
  gotestsum: /^(--raw-command|--post-run-command)/,
  gradle: /^(-I|--init-script)/,
  mvn: /^(-s|--settings|-gs|--global-settings|-Dexec\.|-DaltDeploymentRepository)/,
  sbt: /^(-java-home|--java-home|-J)/,
  bazel: /^(--run_under|--script_path|--host_jvm|--bazelrc|--remote_|--bes_)/,
  javac: /^(-J|-processorpath|--processor|@)/,
  ld: /^(-plugin|--plugin|-dynamic-linker)/,
  pdflatex: /^(-shell-escape|--shell-escape|-enable-write18)/,
  protoc: /^--plugin/,
  nm: /^(--plugin|@)/,
  actionlint: /^--?(shellcheck|pyflakes|init-config)/,
  cloc: /^--(vcs|extract-with|config|found|counted|out|report-file|categorized|ignored|sql|write|strip|use)/,
  scc: /^(-o|--output)/,
  gofmt: /^--?cpuprofile/,
  eslint: /^(--rulesdir|--resolve-plugins-relative-to)/,
  ctest: /^(-S|--script|-SP)/,
  xcodebuild: /^(-exportNotarizedApp|-allowProvisioningUpdates)/,
};

/** Which row of HAZARDS holds for a tool of another name. */
export const FAMILY: Readonly<Record<string, string>> = {
  'py.test': 'pytest',
  objdump: 'nm',
  size: 'nm',
  readelf: 'nm',
  addr2line: 'nm',
  gmake: 'make',
  bmake: 'make',
  remake: 'make',
  'mingw32-make': 'make',
  'g++': 'gcc',
  cc: 'gcc',
  'c++': 'gcc',
  clang: 'gcc',
  'clang++': 'gcc',
  gfortran: 'gcc',
  tcc: 'gcc',
  xelatex: 'pdflatex',
  lualatex: 'pdflatex',
  latexmk: 'pdflatex',
  lld: 'ld',
  gold: 'ld',
  bazelisk: 'bazel',
  kotlinc: 'javac',
  scalac: 'javac',
  emcc: 'gcc',
  'em++': 'gcc',
  nvcc: 'gcc',
  icc: 'gcc',
  icx: 'gcc',
};
