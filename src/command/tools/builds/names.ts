import { Names } from '../../names.ts';

/** Build, test and check tools by name. They stand alone so that finding a reader does not load it. */

/** Words are targets or tasks; some names reach beyond the project. */
const TARGETS_WRITTEN =
  'make gmake bmake remake mingw32-make ninja samu just task go-task rake gradle mvn ant sbt mill lein scons gulp grunt invoke inv ' +
  'doit nox turbo nx lerna rush bazel bazelisk buck2 pants tox hatch pdm rye meson xcodebuild swift next nuxt ng astro vite storybook hugo jekyll mkdocs ' +
  'flutter dart rebar3 dune nimble zig shards gleam crystal playwright cypress wdio maestro forge hardhat truffle wails tauri expo ' +
  'eleventy gatsby docusaurus gridsome quasar ionic ember vue-cli-service react-scripts craco webpack-dev-server wireit ' +
  'pre-commit lefthook husky changeset';
export const TARGETS = new Names(TARGETS_WRITTEN);

/** Words are files or patterns: their names mean nothing. */
const FILES_WRITTEN =
  'pytest py.test nosetests nose2 jest vitest mocha ava tap tape jasmine karma qunit uvu tsc vue-tsc svelte-check eslint prettier biome oxlint stylelint standard xo tslint ' +
  'ruff black isort mypy pyright basedpyright ty pyre flake8 pylint pycodestyle pydocstyle pyflakes bandit pyupgrade autopep8 yapf autoflake vulture coverage radon ' +
  'golangci-lint goimports gofumpt golines staticcheck revive gotestsum gotests mockgen mockery stringer wire errcheck ineffassign govulncheck gosec ginkgo ' +
  'buf protoc protolint protoc-gen-go rustfmt clippy-driver rustdoc cargo-clippy cargo-fmt cargo-nextest trunk wasm-pack ' +
  'phpunit phpstan psalm pest phpcs phpcbf php-cs-fixer infection rspec rubocop standardrb minitest cucumber reek brakeman sorbet srb steep ' +
  'markdownlint markdownlint-cli2 textlint alex vale codespell cspell typos lychee commitlint lint-staged clang-format clang-tidy cppcheck ctest cpack ' +
  'checkstyle spotbugs pmd ktlint detekt scalafmt scalafix swiftlint swiftformat swift-format ' +
  'webpack rollup esbuild parcel rolldown tsup tsdown unbuild swc babel tailwindcss postcss sass lessc typedoc jsdoc api-extractor size-limit ' +
  'sphinx-build pdoc mdbook doxygen cargo-mutants nyc c8 lcov gcov gcovr genhtml ' +
  'dialyzer credo hlint ormolu fourmolu stylish-haskell ocamlformat elm elm-test elm-format purs spago ' +
  'tflint ansible-lint kubeconform kubeval dprint taplo treefmt editorconfig-checker nilaway deadcode gocyclo gocognit dupl unconvert misspell knip ts-prune depcheck madge publint attw ' +
  'cmake behave robot pabot bats shellspec roundup luacheck stylua busted nixfmt alejandra statix deadnix sqlfluff sqlfmt djlint curlylint htmlhint htmltest jsonlint ajv tidy ' +
  'cython f2py nuitka pyinstaller cmake-format meson-format swig bison yacc flex lex re2c gperf antlr4 thrift flatc capnp ' +
  'asciidoctor verilator iverilog yosys';
export const FILES = new Names(FILES_WRITTEN);

/** They only look, unless an option lets them mend. */
const LOOKS_WRITTEN =
  'shellcheck hadolint yamllint actionlint gofmt tokei scc cloc nm objdump readelf size addr2line c++filt';
export const LOOKS = new Names(LOOKS_WRITTEN);

/** Compilers: `-o FILE` is what they write. */
const COMPILERS_WRITTEN =
  'gcc g++ cc c++ clang clang++ tcc icc icx ifort gfortran rustc javac kotlinc scalac ghc ocamlc ocamlopt swiftc dmd ldc2 gdc fpc nasm yasm as ld gold lld ar ranlib strip objcopy tinygo nvcc valac emcc em++ zigcc mcs csc vbc fsc erlc elixirc pdflatex xelatex lualatex latexmk tectonic typst';
export const COMPILERS = new Names(COMPILERS_WRITTEN);

/** Tools of this folder that stand in no list: they are read by hand. */
const BY_HAND = 'java';

/** Every one of them. */
export const BUILD_TOOLS = new Names(
  `${TARGETS_WRITTEN} ${FILES_WRITTEN} ${LOOKS_WRITTEN} ${COMPILERS_WRITTEN} ${BY_HAND}`,
);
