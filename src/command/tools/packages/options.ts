import OPTIONS from '../../grammars/packages.json' with { type: 'json' };
import { Names } from '../../names.ts';

/** The options of one package manager, all of its commands together. */
export interface Known {
  has(spelling: string): boolean;
  takesValue(spelling: string): boolean;
}

const GENERATED = OPTIONS.tools as unknown as Readonly<
  Record<string, { readonly flags: string; readonly values: string }>
>;

/**
 * What the generated lists lack: newer options (the tools' manuals), and tools that have no completion spec: dnf(8),
 * zypper(8), apk(8), snap(8), flatpak(1), opam(1), conan, nix and the others by their own help.
 */
const MORE: Readonly<Record<string, { readonly flags?: string; readonly values?: string }>> = {
  go: {
    flags:
      '-json -cover -fullpath -u -m -versions -retracted -find -deps -test -e -compiled -export -changed -all -src -cmd -short -c -x -n -race -a -w -t -v -i -r -trimpath -modcacherw -vet -list -failfast -benchmem -artifacts -asan -msan -linkshared -buildvcs -diff -http',
    values:
      '-C -pgo -skip -shuffle -f -reuse -tags -ldflags -o -run -timeout -parallel -count -mod -modfile -outputdir -p',
  },
  cargo: {
    flags:
      '-V --version --list -v -vv --verbose -q --quiet --offline --locked --frozen -h --help --workspace --all-targets --all-features --no-default-features --release -r --tests --lib --bins --examples --no-run --no-fail-fast --keep-going --open --no-deps --check --all --dry-run --json',
    values: '-Z -C --explain --color --jobs -j --profile --target --target-dir -p --package --exclude --features -F',
  },
  npm: { flags: '-g --global -l --long -p -s --silent -d -h --help -v --version -y --yes' },
  pnpm: {
    flags:
      '-r --recursive -w --json --long --parseable -g --global -D --dev -P --prod -h --help -v --version --silent -s --frozen-lockfile --no-frozen-lockfile --offline --prefer-offline --stream --aggregate-output --parallel --if-present --no-bail --shell-mode -E --no-optional --only-projects',
    values: '--filter -F --filter-prod -C --dir --reporter --depth --loglevel --workspace-dir --sort',
  },
  yarn: {
    flags:
      '--json -v --version -h --help --all -A -R --recursive --immutable --check-cache --frozen-lockfile --silent -s --offline -W --ignore-workspace-root-check --depth',
    values: '--pattern --since --cwd',
  },
  bun: {
    flags:
      '--all -g --global --frozen-lockfile --watch --hot --bail --coverage --help -h --version -v --revision --json',
    values: '--cwd --filter -F -t --timeout --config -c --preload -r',
  },
  poetry: {
    flags:
      '-V --version -v -vv -vvv --verbose -q --quiet -n --no-interaction --ansi --no-ansi --no-cache -h --help --tree -t --latest -l --outdated -o --all -a --top-level -T --why --short -s --json --full-path -p',
    values: '-C --directory -P --project --with --without --only --format -f --extras -E',
  },
  uv: {
    flags:
      '--quiet -q --verbose -v --offline --no-progress --help -h --version -V --no-cache -n --native-tls --no-config --outdated --all-groups --frozen --locked --json --short --scripts --system --strict',
    values:
      '--directory --project --cache-dir --color --config-file --package --output-format --depth -d --format --python -p --exclude -e --with --with-requirements --with-editable --group --only-group --no-group --extra --env-file --index-url --index --default-index --find-links --module --script -w',
  },
  pip: {
    flags:
      '-V --version -h --help -q -v -vv --outdated -o --uptodate -u --local -l --user --pre --not-required --files -f --verbose --all --json --editable -e',
    values:
      '--format --path --exclude --python --proxy --retries --timeout --log --cache-dir --index-url -i --extra-index-url',
  },
  gem: {
    flags:
      '-a --all -l --local -r --remote -b --both -d --details -i --installed -V -h --help -v --version --no-color -q --quiet --exact -e --versions --pipe --ruby --yaml --marshal --prerelease --no-prerelease',
  },
  bundle: {
    flags:
      '-h --help --version -v --paths --verbose --no-color --only-explicit --strict --parseable --dry-run --name-only --only-group --without-group --porcelain',
  },
  brew: {
    flags:
      '-v --verbose -q --quiet -d --debug -h --help --version --json --json=v2 -1 -l -r -t --formula --formulae --cask --casks --versions --pinned --full-name --installed --tree --include-build --include-test --topological --desc --eval-all --all --github --greedy --cached --analytics --recursive --multiple --installed-on-request --installed-as-dependency --name --description -s --list-checks --strict --online --fetch-HEAD --zap --force -f',
    values: '--days --prefix --arch --os',
  },
  composer: {
    flags:
      '-h --help -q --quiet -V --version -v -vv -vvv --verbose -n --no-interaction --ansi --no-ansi --profile --no-plugins --no-scripts --no-cache -i --installed --locked -p --platform -a --available -s --self -N --name-only -P --path -t --tree -l --latest -o --outdated -m --minor-only -D --direct --strict --no-dev --all --all --recursive -r --only-name --abandoned --minor-only --major-only --patch-only --check-lock --no-check-lock --no-check-all --no-check-publish --with-dependencies -A',
    values: '-d --working-dir -f --format --type --ignore --ignore-platform-req',
  },
  dnf: {
    flags:
      '-q --quiet -v --verbose -y --assumeyes -C --cacheonly --refresh --installed --available --updates --upgrades --extras --obsoletes --recent --all --showduplicates --autoremove -h --help --version -b --best --enabled --disabled --deps --requires --provides --whatrequires --whatprovides -l --list -i --info --security --bugfix --tree --recursive --userinstalled --duplicates --allowerasing --nobest --skip-broken --nogpgcheck --assumeno',
    values:
      '--enablerepo --disablerepo --repo --repoid --qf --queryformat --setopt --releasever --exclude -x --installroot --arch --whatrequires --whatprovides -c --config --forcearch --comment -d -e --cacheonly',
  },
  zypper: {
    flags:
      '-q --quiet -v --verbose -n --non-interactive -A --table-style --no-refresh -x --xmlout -h --help -V --version -i --installed-only -u --not-installed-only -s --details -x --match-exact -d --search-descriptions -C --case-sensitive --provides --requires --recommends -E --show-enabled-only -p --priority -P --sort-by-priority -a --all --orphaned --unneeded --dry-run -D -y --no-confirm -l --auto-agree-with-licenses --installed -g',
    values: '-r --repo -t --type -R --root -c --config -D --reposd-dir --category --severity',
  },
  apk: {
    flags:
      '-q --quiet -v --verbose -a --all -e --installed -L --contents -r --rdepends -R --depends -d --description -s --size -w --webpage -W --who-owns -t -i -I --available -u --upgradable -o --origin -P --providers -x --exact -h --help -V --version --no-network --no-cache --update-cache -U',
    values: '-p --root -X --repository --arch --keys-dir',
  },
  snap: {
    flags:
      '--all --help -h --verbose --unicode --color --narrow --no-wait --abs-time -n --list --last --global -g -f --attrs -d -t -l',
    values: '--section --unicode --color -n',
  },
  flatpak: {
    flags:
      '--help -h --version -v --verbose --ostree-verbose --user --system -u -d --show-details --runtime --app --all -a --show-ref -r --show-commit -c --show-origin -o --show-size -s --show-metadata -m --show-permissions -M --show-location -l --updates --cached --show-disabled -y --assumeyes',
    values: '--installation --arch --columns --app-runtime --since --until',
  },
  conda: {
    flags:
      '--json -v --verbose -q --quiet -h --help -V --version --all -a -e --envs --export --explicit -s --system --base --show-sources -i --info -r --revisions --no-pip -f --full-name -c --canonical -d --dry-run',
    values: '-n --name -p --prefix --show --get -c --channel',
  },
  rustup: { flags: '-v --verbose -q --quiet -h --help -V --version --installed --no-self-update --force' },
  opam: {
    flags:
      '-a --all -i --installed --available -s --short -V -q -v -y --yes --json --raw --help --version --upgradeable --roots --unavailable',
    values: '--columns --switch --root --color -f --field --repos --sort --depends-on --required-by',
  },
  nix: {
    flags:
      '--json -L --print-build-logs --all-systems --impure --offline --refresh --help --version -v --verbose --quiet --raw --recursive -r -S -s -h --closure-size --size --human-readable --no-update-lock-file --show-trace --derivation',
    values:
      '--extra-experimental-features --experimental-features -f --file --expr --inputs-from -I --arg --argstr --apply --override-input --store --log-format',
  },
  stack: { flags: '--help --version --json --silent', values: '--stack-yaml --resolver --color' },
  cabal: { flags: '--installed -v --simple-output --help --version', values: '--verbose -v --constraint' },
  luarocks: {
    flags: '--porcelain --outdated --local --global --tree --source --binary --all --help --version --verbose',
    values: '--tree --server --lua-version --lua-dir',
  },
  conan: {
    flags: '--help -h -v --raw',
    values: '-f --format -r --remote -pr --profile -s --settings -o --options -c --conf -g',
  },
  nuget: {
    flags: '-AllVersions -PreRelease -NonInteractive -Verbose -IncludeDelisted',
    values: '-Source -ConfigFile -Verbosity',
  },
  vcpkg: { flags: '--x-full-desc --x-json --help', values: '--triplet --vcpkg-root --overlay-ports' },
  dotnet: {
    flags:
      '--outdated --vulnerable --deprecated --include-transitive --include-prerelease --highest-minor --highest-patch -g --global --local --help -h --info --version --list-sdks --list-runtimes',
    values:
      '--format -f --framework --source -s -c --configuration --project -o --output -v --verbosity --config --tool-path -r --runtime',
  },
  port: { flags: '-v -d -q -f -h --help --version --name --exact --glob --regex --name --category --depends' },
  mix: { flags: '--all --search --only --names --aliases --help --version -h', values: '--format' },
  twine: { flags: '--strict --help' },
  'apt-key': { flags: '' },
  mise: {
    flags:
      '-q --quiet -v --verbose -y --yes --silent --raw --json -J --current -c --installed -i --missing -m --no-header --help -h --version -V --global -g --local -l --outdated --prefix --all -a --extended -x --hidden --no-cache --offline --dry-run -n --force -f --shims --no-hooks --no-env --check --dotenv -D --redacted --values --global --all-sources -s --bump --interactive --output',
    values:
      '-C --cd -E --env -j --jobs -P --profile -s --shell -o --output -t --tool --sort --sort-order --log-level -S --timeout',
  },
};

const COMMON = new Names('--help -h --version --quiet --verbose');
const made = new Map<string, Known>();

/** @param tool by its own name, aliases resolved */
export function optionsOf(tool: string): Known {
  let known = made.get(tool);
  if (known === undefined) {
    const generated = Object.hasOwn(GENERATED, tool) ? GENERATED[tool] : undefined;
    const more = Object.hasOwn(MORE, tool) ? MORE[tool] : undefined;
    const flags = new Names(`${generated?.flags ?? ''} ${more?.flags ?? ''}`);
    const values = new Names(`${generated?.values ?? ''} ${more?.values ?? ''}`);
    // A flag that the table above names is none of the generated values: specs mix the commands of a tool.
    const own = new Names(more?.flags ?? '');
    known = {
      has: (spelling) => flags.has(spelling) || values.has(spelling) || COMMON.has(spelling),
      takesValue: (spelling) => values.has(spelling) && !own.has(spelling),
    };
    made.set(tool, known);
  }
  return known;
}
