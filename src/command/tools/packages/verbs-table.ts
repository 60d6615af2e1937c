import { EffectTable } from '../../effect-table.ts';

/**
 * What a verb of a package manager amounts to. The verbs are the tools' own (their help and manuals); the judgement is
 * this table's. Words:
 *
 * - `read`: asks, here or at a registry
 * - `build`: works on the project it stands in, running the project's and its dependencies' code
 * - `edit`: changes files of the project, runs nothing
 * - `drop`: takes dependencies out of the project
 * - `machine`: installs, upgrades or configures for the whole machine or account
 * - `remove`: takes away from the machine
 * - `outside`: downloads code by a name and runs it, or opens a session
 * - `publish`: what others will download changes
 * - `withdraw`: what others download is taken away
 * - `rights`: who may publish or log in changes
 * - `token`: shows or stores a credential
 * - `script`: runs a script of the project, named by the next word
 * - `run`: runs the command that follows
 */
export type Work =
  | 'read'
  | 'build'
  | 'edit'
  | 'drop'
  | 'machine'
  | 'remove'
  | 'outside'
  | 'publish'
  | 'withdraw'
  | 'rights'
  | 'token'
  | 'script'
  | 'run';

const VERBS = new EffectTable(`
  read: npm audit | npm bugs | npm completion | npm config get | npm config list | npm config ls | npm get | npm c list
    | npm diff | npm docs | npm home | npm explain | npm why | npm find-dupes | npm fund | npm help | npm hlep | npm help-search
    | npm info | npm show | npm view | npm v | npm list | npm ls | npm la | npm ll | npm outdated | npm owner ls | npm owner list
    | npm ping | npm prefix | npm profile get | npm query | npm repo | npm issues | npm root | npm bin | npm search | npm s
    | npm se | npm find | npm stars | npm team ls | npm whoami | npm dist-tag ls | npm dist-tags ls | npm access list
    | npm access ls | npm access get | npm org ls | npm doctor | npm sbom | npm pkg get | npm cache ls | npm cache verify
    | npm audit signatures | npm token list | npm hook ls | npm licenses
  build: npm ci | npm clean-install | npm ic | npm install-clean | npm isntall-clean | npm install | npm i | npm in | npm ins
    | npm inst | npm insta | npm instal | npm isnt | npm isnta | npm isntal | npm isntall | npm add | npm install-ci-test
    | npm cit | npm clean-install-test | npm sit | npm install-test | npm it | npm rebuild | npm rb | npm test | npm t
    | npm tst | npm start | npm stop | npm restart | npm update | npm up | npm upgrade | npm udpate | npm dedupe | npm ddp
    | npm prune | npm pack | npm link | npm ln | npm audit fix   | npm shrinkwrap
  edit: npm init | npm create-package | npm version | npm pkg set | npm pkg delete | npm pkg fix | npm set-script | npm verison
  drop: npm uninstall | npm unlink | npm remove | npm rm | npm r | npm un
  machine: npm config set | npm config delete | npm config rm | npm config edit | npm config fix | npm set | npm cache add
    | npm cache clean | npm cache clear | npm cache rm | npm install-completion | npm cache npx | npm logout
  publish: npm publish | npm dist-tag add | npm dist-tag set | npm dist-tag rm | npm dist-tags add | npm deprecate | npm star
    | npm undeprecate | npm stage
  withdraw: npm unpublish | npm unstar
  rights: npm access set | npm access grant | npm access revoke | npm adduser | npm add-user | npm login | npm owner add
    | npm owner rm | npm owner remove | npm profile set | npm profile enable-2fa | npm profile disable-2fa | npm team create
    | npm team destroy | npm team add | npm team rm | npm org set | npm org rm | npm hook add | npm hook rm | npm hook update
    | npm trust
  token: npm token create | npm token revoke
  script: npm run | npm run-script | npm rum | npm urn
  outside: npm create | npm innit
  run: npm exec | npm x

  read: yarn audit | yarn bin | yarn config get | yarn config list | yarn config | yarn help | yarn info | yarn list | yarn licenses
    | yarn outdated | yarn versions | yarn why | yarn check | yarn npm info | yarn npm whoami | yarn npm audit 
    | yarn explain | yarn workspaces list | yarn workspaces info | yarn cache list | yarn cache dir | yarn owner list
    | yarn tag list | yarn team list | yarn policies | yarn global list | yarn global bin | yarn global dir | yarn version check
  build: yarn | yarn install | yarn add | yarn upgrade | yarn upgrade-interactive | yarn up | yarn dedupe | yarn import | yarn link
    | yarn unlink | yarn pack | yarn rebuild | yarn test | yarn autoclean | yarn generate-lock-entry | yarn start | yarn patch
    | yarn patch-commit | yarn plugin list | yarn workspaces focus | yarn workspaces run | yarn workspaces foreach | yarn unplug | yarn node
  edit: yarn init | yarn version | yarn set version | yarn set resolution | yarn version apply
  drop: yarn remove
  machine: yarn config set | yarn config unset | yarn config delete | yarn cache clean | yarn cache clear | yarn cache prune
    | yarn global add | yarn global upgrade | yarn plugin import | yarn logout
  remove: yarn global remove
  publish: yarn publish | yarn npm publish | yarn tag add | yarn tag remove | yarn npm tag
  rights: yarn login | yarn npm login | yarn npm logout | yarn owner add | yarn owner remove | yarn team create | yarn team destroy
    | yarn team add | yarn team remove
  script: yarn run | yarn workspace
  run: yarn exec
  outside: yarn create | yarn dlx

  read: pnpm audit | pnpm bin | pnpm config get | pnpm config list | pnpm c get | pnpm c list | pnpm get | pnpm help | pnpm licenses | pnpm list
    | pnpm ls | pnpm la | pnpm ll | pnpm outdated | pnpm root | pnpm why | pnpm store path | pnpm store status | pnpm view | pnpm info
    | pnpm show | pnpm search | pnpm whoami | pnpm cat-file | pnpm cat-index | pnpm find-hash | pnpm doctor | pnpm ping | pnpm licenses list
    | pnpm env list | pnpm cache list | pnpm cache view | pnpm ignored-builds | pnpm completion
  build: pnpm install | pnpm i | pnpm ci | pnpm add | pnpm update | pnpm up | pnpm upgrade | pnpm import | pnpm rebuild | pnpm rb
    | pnpm prune | pnpm link | pnpm ln | pnpm unlink | pnpm fetch | pnpm dedupe | pnpm pack | pnpm patch | pnpm patch-commit
    | pnpm patch-remove | pnpm install-test | pnpm it | pnpm test | pnpm t | pnpm start | pnpm restart | pnpm stop
    | pnpm approve-builds | pnpm clean
  edit: pnpm init | pnpm version | pnpm pkg
  drop: pnpm remove | pnpm rm | pnpm uninstall | pnpm un
  machine: pnpm config set | pnpm config delete | pnpm c set | pnpm set | pnpm setup | pnpm self-update | pnpm env use
    | pnpm env add | pnpm env remove | pnpm store add | pnpm store prune | pnpm server | pnpm cache delete | pnpm logout
  publish: pnpm publish | pnpm deprecate | pnpm dist-tag
  withdraw: pnpm unpublish
  rights: pnpm login | pnpm adduser | pnpm owner | pnpm access | pnpm team | pnpm token
  script: pnpm run | pnpm run-script
  run: pnpm exec
  outside: pnpm dlx | pnpm create | pnpm deploy

  read: bun pm ls | bun pm list | bun pm bin | bun pm cache | bun pm hash | bun pm hash-string | bun pm hash-print | bun pm whoami | bun pm view
    | bun pm why | bun why | bun outdated | bun info | bun audit | bun completions | bun help | bun pm pkg get | bun pm default-trusted | bun pm untrusted
  build: bun install | bun i | bun ci | bun add | bun a | bun update | bun link | bun unlink | bun test | bun build | bun patch | bun pm pack
    | bun pm trust | bun pm migrate
  edit: bun init | bun pm pkg set | bun pm pkg delete | bun pm version
  drop: bun remove | bun rm
  machine: bun upgrade | bun pm cache rm
  publish: bun publish
  script: bun run
  outside: bun create | bun c | bun x | bun repl | bun exec

  read: cargo tree | cargo metadata | cargo search | cargo info | cargo locate-project | cargo pkgid | cargo read-manifest | cargo verify-project
    | cargo version | cargo help | cargo config get | cargo outdated | cargo report | cargo audit | cargo deny 
      | cargo license 
  build: cargo build | cargo b | cargo check | cargo c | cargo test | cargo t | cargo bench | cargo run | cargo r | cargo clippy | cargo fmt
    | cargo doc | cargo d | cargo rustdoc | cargo rustc | cargo clean | cargo fix | cargo fetch | cargo generate-lockfile
    | cargo update | cargo vendor | cargo package | cargo nextest | cargo miri | cargo llvm-cov | cargo tarpaulin | cargo expand
    | cargo machete | cargo udeps | cargo hack | cargo insta | cargo watch | cargo criterion | cargo flamegraph | cargo xtask
    | cargo dev | cargo task | cargo sort | cargo semver-checks | cargo msrv | cargo careful | cargo fuzz | cargo make
    | cargo shear | cargo hawk | cargo codspeed | cargo deb | cargo rdme | cargo zigbuild | cargo cross | cargo ndk | cargo auditable
    | cargo minify | cargo mutants | cargo leptos | cargo tauri | cargo wasi | cargo component | cargo public-api | cargo chef
    | cargo spellcheck | cargo readme | cargo doc2readme | cargo bundle | cargo dist | cargo workspaces
  edit: cargo add | cargo new | cargo init | cargo upgrade | cargo set-version
  drop: cargo remove | cargo rm
  machine: cargo install | cargo binstall | cargo install-update | cargo logout | cargo cache
  remove: cargo uninstall
  publish: cargo publish | cargo release
  withdraw: cargo yank
  rights: cargo owner | cargo login

  read: go version | go list | go doc | go help | go env | go mod graph | go mod why | go mod verify
  build: go build | go test | go vet | go generate | go fmt | go fix | go run | go get | go mod download | go mod tidy | go mod vendor
    | go install | go clean | go tool | go work sync | go work vendor
  edit: go mod init | go mod edit | go work init | go work use | go work edit
  outside: go bug
  machine: go telemetry

  read: pip list | pip show | pip freeze | pip check | pip search | pip hash | pip debug | pip help | pip inspect | pip index | pip config list
    | pip config get | pip config debug | pip cache list | pip cache info | pip cache dir | pip completion
  machine: pip install | pip config set | pip config unset | pip config edit | pip cache purge | pip cache remove | pip lock
  remove: pip uninstall
  build: pip download | pip wheel

  read: pipx list | pipx environment | pipx completions | pipx help
  machine: pipx install | pipx inject | pipx upgrade | pipx upgrade-all | pipx reinstall | pipx reinstall-all | pipx ensurepath | pipx install-all
    | pipx pin | pipx unpin | pipx upgrade-shared | pipx interpreter
  remove: pipx uninstall | pipx uninstall-all | pipx uninject
  outside: pipx run | pipx runpip

  read: pipenv check | pipenv graph | pipenv scripts | pipenv verify | pipenv audit | pipenv requirements
  build: pipenv install | pipenv sync | pipenv update | pipenv upgrade | pipenv lock 
  drop: pipenv uninstall | pipenv clean
  run: pipenv run
  outside: pipenv shell

  read: poetry about | poetry check | poetry show | poetry search | poetry help | poetry list | poetry env info | poetry env list | poetry source show
    | poetry debug info | poetry debug resolve | poetry cache list | poetry self show | poetry env activate | poetry debug tags
  build: poetry install | poetry sync | poetry update | poetry lock | poetry build | poetry add | poetry export | poetry env use
  edit: poetry init | poetry new | poetry version | poetry source add | poetry source remove
  drop: poetry remove | poetry env remove
  machine: poetry self add | poetry self update | poetry self remove | poetry self install | poetry self lock | poetry self sync | poetry cache clear | poetry python install
    | poetry python remove
  publish: poetry publish
  run: poetry run
  outside: poetry shell

  read:  | uv version | uv help | uv pip list | uv pip show | uv pip freeze | uv pip check | uv pip tree | uv python list | uv python find
    | uv python dir | uv tool list | uv tool dir | uv cache dir | uv cache size | uv self version | uv workspace list | uv workspace dir
    | uv workspace metadata | uv auth dir | uv generate-shell-completion | uv audit
  build: uv sync | uv lock | uv add | uv build | uv venv | uv export | uv pip compile | uv pip sync | uv pip install | uv format | uv check
    | uv python pin
  edit: uv init
  drop: uv remove | uv pip uninstall
  machine: uv python install | uv python upgrade | uv python update-shell | uv tool install | uv tool upgrade | uv tool update-shell | uv cache clean | uv cache prune
    | uv self update | uv auth logout
  remove: uv python uninstall | uv tool uninstall
  publish: uv publish
  rights: uv auth login
  token: uv auth token
  run: uv run
  outside: uv tool run

  read: gem list | gem info | gem search | gem query | gem contents | gem dependency | gem environment | gem help | gem outdated | gem specification
    | gem stale | gem which | gem check | gem lock | gem sources 
  machine: gem install | gem update | gem cleanup | gem pristine | gem rdoc | gem generate_index | gem mirror | gem i | gem rebuild
  remove: gem uninstall
  edit: gem fetch | gem unpack
  build: gem build
  publish: gem push
  withdraw: gem yank
  rights: gem owner | gem signin | gem signout | gem cert
  outside: gem exec | gem server

  read:        | bundle help  | bundle version
     
  build: bundle | bundle install | bundle i | bundle update | bundle package | bundle pack | bundle cache | bundle lock | bundle add | bundle binstubs | bundle pristine
    | bundle viz | bundle clean | bundle config  | bundle plugin
  edit: bundle init | bundle gem
  drop: bundle remove
  run: bundle exec | bundle e
  outside: bundle console

  read: composer about | composer audit | composer check-platform-reqs | composer depends | composer why | composer diagnose | composer fund | composer help | composer licenses
    | composer list | composer outdated | composer prohibits | composer why-not | composer search | composer show | composer info | composer status
    | composer suggests | composer validate | composer home | composer browse
  build: composer install | composer i | composer update | composer u | composer upgrade | composer require | composer r | composer dump-autoload | composer dumpautoload | composer reinstall
    | composer archive | composer bump
  edit: composer init | composer config
  drop: composer remove | composer rm | composer uninstall
  machine: composer self-update | composer selfupdate | composer clear-cache | composer global | composer clearcache
  script: composer run-script | composer run
  outside: composer create-project | composer exec

  read: brew list | brew ls | brew leaves | brew doctor | brew info | brew abv | brew outdated | brew search | brew deps | brew uses | brew desc | brew config | brew home
    | brew cat | brew log | brew missing | brew help | brew commands | brew casks | brew formulae | brew formula | brew options | brew tap-info | brew --prefix | brew --version | brew --cellar
    | brew --repository | brew --cache | brew --caskroom | brew services list | brew services info | brew analytics state   | brew audit | brew style
    | brew livecheck | brew shellenv
  machine: brew install | brew reinstall | brew upgrade | brew update | brew pin | brew unpin | brew tap | brew link | brew unlink | brew fetch | brew postinstall
    | brew services start | brew services stop | brew services restart | brew services run | brew analytics on | brew analytics off | brew bundle | brew bundle install | brew migrate | brew switch | brew cask install
    | brew services cleanup | brew services kill | brew alias
  remove: brew uninstall | brew remove | brew rm | brew autoremove | brew cleanup | brew untap | brew cask uninstall | brew bundle cleanup
  outside: brew edit | brew create | brew irb | brew sh | brew ruby | brew developer

  read: apt list | apt search | apt show | apt policy | apt showsrc | apt depends | apt rdepends | apt changelog | apt help | apt moo | apt madison
    | apt-get changelog | apt-get check | apt-get help | apt-get indextargets | apt-get moo | apt-cache search | apt-cache show | apt-cache policy
    | apt-cache showpkg | apt-cache showsrc | apt-cache stats | apt-cache dump | apt-cache dumpavail | apt-cache unmet | apt-cache depends | apt-cache rdepends
    | apt-cache pkgnames | apt-cache dotty | apt-cache xvcg | apt-cache madison | apt-cache gencaches | apt-mark showauto | apt-mark showmanual
    | apt-mark showhold | apt-mark showinstall | apt-key list | apt-key finger | apt-key export | apt-key exportall | apt-config dump | apt-config shell
  machine: apt install | apt update | apt upgrade | apt full-upgrade | apt dist-upgrade | apt reinstall | apt satisfy | apt build-dep | apt edit-sources | apt clean
    | apt autoclean | apt distclean | apt modernize-sources | apt-get install | apt-get update | apt-get upgrade | apt-get dist-upgrade | apt-get dselect-upgrade | apt-get reinstall
    | apt-get build-dep | apt-get satisfy | apt-get clean | apt-get autoclean | apt-get distclean | apt-get auto-clean | apt-mark auto | apt-mark manual | apt-mark hold | apt-mark unhold
    | apt-mark minimize-manual | apt-get source | apt source | apt-mark install
  edit: apt download | apt-get download
  remove: apt remove | apt purge | apt autoremove | apt autopurge | apt-get remove | apt-get purge | apt-get autoremove | apt-get autopurge | apt-mark remove | apt-mark purge
  rights: apt-key add | apt-key adv | apt-key net-update | apt-key update | apt-key del

  read: dnf list | dnf search | dnf info | dnf provides | dnf whatprovides | dnf repolist | dnf repoquery | dnf history | dnf history list | dnf history info | dnf check
    | dnf check-update | dnf check-upgrade | dnf deplist | dnf grouplist | dnf group list | dnf group info | dnf module list | dnf module info | dnf updateinfo | dnf help | dnf repoinfo | dnf environment list
    | dnf advisory list | dnf advisory info | dnf leaves | dnf changelog | dnf versionlock list
  machine: dnf install | dnf upgrade | dnf update | dnf reinstall | dnf downgrade | dnf groupinstall | dnf group install | dnf group upgrade | dnf module enable | dnf module disable | dnf module install
    | dnf module reset | dnf makecache | dnf clean | dnf builddep | dnf config-manager | dnf copr | dnf swap | dnf distro-sync | dnf mark | dnf localinstall | dnf upgrade-minimal | dnf system-upgrade
    | dnf history undo | dnf history redo | dnf history rollback | dnf versionlock add | dnf versionlock delete | dnf debuginfo-install | dnf offline-upgrade
  remove: dnf remove | dnf erase | dnf autoremove | dnf groupremove | dnf group remove | dnf module remove
  edit: dnf download
  outside: dnf shell
  read: zypper search | zypper se | zypper info | zypper if | zypper lr | zypper repos | zypper lu | zypper list-updates | zypper lp | zypper list-patches | zypper patches | zypper packages | zypper pa
    | zypper patterns | zypper products | zypper what-provides | zypper wp | zypper locks | zypper ll | zypper services | zypper ls | zypper verify | zypper targetos | zypper licenses | zypper needs-rebooting
    | zypper ps | zypper help | zypper patch-check | zypper pchk | zypper system-architecture
  machine: zypper install | zypper in | zypper update | zypper up | zypper dup | zypper dist-upgrade | zypper patch | zypper refresh | zypper ref | zypper addrepo | zypper ar | zypper modifyrepo | zypper mr
    | zypper renamerepo | zypper nr | zypper addlock | zypper al | zypper removelock | zypper rl | zypper clean | zypper cc | zypper source-install | zypper si | zypper install-new-recommends | zypper inr
  remove: zypper remove | zypper rm | zypper removerepo | zypper rr | zypper purge-kernels
  outside: zypper shell | zypper sh

  read: apk info | apk list | apk search | apk policy | apk stats | apk version | apk dot | apk manifest | apk audit | apk verify | apk query
  machine: apk add | apk fix | apk update | apk upgrade | apk cache | apk fetch | apk mkndx | apk index
  remove: apk del
  read: snap list | snap find | snap search | snap info | snap services | snap changes | snap tasks | snap known | snap version | snap help | snap connections | snap interfaces | snap interface | snap warnings | snap model | snap aliases
    | snap get | snap logs  | snap whoami | snap saved | snap refresh --list
  machine: snap install | snap refresh | snap revert | snap enable | snap disable | snap start | snap stop | snap restart | snap set | snap unset | snap wait | snap watch | snap ack | snap alias | snap unalias | snap switch
    | snap try | snap abort | snap save | snap restore | snap prefer | snap download | snap pack
  remove: snap remove | snap forget
  rights: snap connect | snap disconnect | snap login | snap logout
  outside: snap run
  read: flatpak list | flatpak info | flatpak search | flatpak remotes | flatpak remote-ls | flatpak remote-info | flatpak history | flatpak ps | flatpak documents | flatpak permissions | flatpak permission-show | flatpak config
  machine: flatpak install | flatpak update | flatpak mask | flatpak pin | flatpak make-current | flatpak repair | flatpak remote-modify | flatpak remote-add | flatpak upgrade
  remove: flatpak uninstall | flatpak remove | flatpak remote-delete
  rights: flatpak override | flatpak permission-set | flatpak permission-reset | flatpak permission-remove
  outside: flatpak run | flatpak enter | flatpak kill
  read: port list | port search | port info | port installed | port outdated | port contents | port deps | port dependents | port variants | port provides | port echo | port help | port version
  machine: port install | port upgrade | port selfupdate | port sync | port activate | port deactivate | port select | port clean
  remove: port uninstall | port reclaim

  read: conda list | conda search | conda info | conda compare | conda help | conda env list | conda config --show | conda config --get | conda notices | conda doctor | conda env export | conda repoquery
  machine: conda install | conda create | conda update | conda upgrade | conda init | conda config | conda env create | conda env update | conda env config | conda activate | conda deactivate | conda rename | conda clean
    | conda package | conda build | conda convert | conda index | conda develop
  remove: conda remove | conda uninstall | conda env remove
  run: conda run

  read: rustup show | rustup check | rustup which | rustup toolchain list | rustup target list | rustup component list | rustup override list | rustup completions | rustup help | rustup doc | rustup man
    | rustup show active-toolchain | rustup show home | rustup show profile
  machine: rustup update | rustup default | rustup toolchain install | rustup toolchain add | rustup toolchain link | rustup target add | rustup component add | rustup override set | rustup self update | rustup set | rustup install | rustup self upgrade-data
    | rustup override unset | rustup override add | rustup target install
  remove: rustup toolchain uninstall | rustup toolchain remove | rustup target remove | rustup component remove | rustup self uninstall | rustup uninstall | rustup override remove
  run: rustup run

  build: dotnet build | dotnet test | dotnet restore | dotnet run | dotnet clean | dotnet format | dotnet msbuild | dotnet pack | dotnet add | dotnet sln | dotnet publish | dotnet vstest | dotnet build-server | dotnet watch
    | dotnet package add | dotnet reference add | dotnet tool restore | dotnet fsi
  read:  | dotnet --info | dotnet --version | dotnet --list-sdks | dotnet --list-runtimes | dotnet help | dotnet nuget list | dotnet nuget verify | dotnet tool list | dotnet tool search | dotnet package search 
     | dotnet sdk check | dotnet workload list | dotnet workload search
  edit: dotnet new
  drop: dotnet remove | dotnet package remove | dotnet reference remove
  machine: dotnet tool install | dotnet tool update | dotnet workload install | dotnet workload update | dotnet workload restore | dotnet workload repair | dotnet nuget add | dotnet nuget update | dotnet nuget enable | dotnet nuget disable
    | dotnet nuget locals | dotnet dev-certs | dotnet nuget sign | dotnet nuget trust
  remove: dotnet tool uninstall | dotnet workload uninstall | dotnet nuget remove
  publish: dotnet nuget push
  withdraw: dotnet nuget delete
  token: dotnet user-secrets
  read: nuget list | nuget search | nuget help | nuget verify
  build: nuget restore | nuget pack | nuget install | nuget update
  publish: nuget push
  withdraw: nuget delete
  machine: nuget sources | nuget config | nuget locals | nuget setapikey | nuget sign

  build: mix compile | mix test | mix deps.get | mix deps.compile | mix deps.update | mix format | mix credo | mix dialyzer | mix clean | mix deps.clean | mix docs | mix run | mix phx.server | mix assets.build | mix xref | mix coveralls
    | mix deps.unlock | mix sobelow | mix escript.build | mix phx.digest | mix gettext.extract | mix coveralls.html
  read:   | mix hex.info | mix hex.search | mix hex.outdated  | mix hex.audit  
  edit: mix new | mix phx.new | mix phx.gen.html | mix phx.gen.schema | mix ecto.gen.migration
  publish: mix hex.publish
  withdraw: mix hex.retire
  machine: mix local.hex | mix local.rebar | mix archive.install | mix escript.install | mix local.phx
  rights: mix hex.user | mix hex.owner | mix hex.organization
  build: stack build | stack test | stack bench | stack haddock | stack clean | stack run | stack setup | stack init | stack dot
  read: stack path | stack ls | stack query | stack list | stack --version | stack config env
  edit: stack new
  machine: stack install | stack upgrade | stack update
  publish: stack upload
  outside: stack exec | stack ghci | stack repl | stack script | stack runghc
  build: cabal build | cabal test | cabal bench | cabal run | cabal check | cabal clean | cabal configure | cabal freeze | cabal haddock | cabal sdist | cabal v2-build | cabal v2-test
  read: cabal list | cabal info | cabal path | cabal list-bin | cabal outdated | cabal help
  machine: cabal install | cabal update | cabal user-config | cabal fetch
  edit: cabal init | cabal gen-bounds | cabal get | cabal unpack
  publish: cabal upload | cabal report
  outside: cabal exec | cabal repl
  read: opam list | opam search | opam show | opam info | opam var | opam help | opam lint | opam tree | opam config list | opam switch list | opam repository list | opam option | opam env
  machine: opam install | opam update | opam upgrade | opam init | opam switch | opam pin | opam reinstall | opam repository | opam clean | opam lock | opam switch create | opam import
  remove: opam remove | opam uninstall | opam switch remove
  run: opam exec
  read: luarocks list | luarocks search | luarocks show | luarocks which | luarocks path | luarocks help | luarocks config | luarocks doc | luarocks lint
  machine: luarocks install | luarocks init | luarocks download | luarocks unpack | luarocks admin
  build: luarocks build | luarocks make | luarocks test | luarocks pack
  remove: luarocks remove | luarocks purge
  publish: luarocks upload
  read: vcpkg list | vcpkg search | vcpkg version | vcpkg help | vcpkg depend-info | vcpkg owns
  build: vcpkg install | vcpkg add | vcpkg update | vcpkg upgrade | vcpkg export | vcpkg new | vcpkg format-manifest
  machine: vcpkg integrate
  drop: vcpkg remove
  read: conan list | conan search   | conan version | conan help | conan remote list | conan profile show | conan profile list | conan profile path | conan config home | conan config list 
  build: conan install | conan build | conan create | conan export | conan export-pkg | conan test | conan lock | conan source | conan editable | conan new | conan download
  machine: conan remote add | conan remote update | conan remote disable | conan remote enable | conan profile detect | conan config install | conan cache
  drop: conan remove
  remove: conan remote remove
  publish: conan upload
  rights: conan remote login | conan remote set-user | conan user
  publish: twine upload
  read: twine check
  rights: twine register
  read: nix-env -q | nix-store -q | nix search | nix flake show | nix flake metadata | nix flake info | nix path-info | nix show-derivation | nix derivation show | nix why-depends | nix eval | nix --version | nix profile list | nix registry list
    | nix store ls | nix hash file | nix hash path | nix config show | nix show-config | nix doctor | nix log
  build: nix build | nix flake check | nix fmt | nix flake lock | nix flake update
  edit: nix flake init | nix flake new
  machine: nix profile install | nix profile add | nix profile upgrade | nix upgrade-nix | nix store optimise | nix registry add | nix-channel --add | nix-channel --update
  read: nix-channel --list
  remove: nix profile remove | nix store gc | nix store delete | nix-collect-garbage | nix profile wipe-history | nix-channel --remove
  outside: nix run | nix shell | nix develop | nix repl | nix bundle
  read: mise ls | mise list | mise doctor | mise env | mise e | mise which | mise where | mise current | mise tasks | mise tasks ls | mise tasks info | mise tasks deps | mise version | mise settings | mise settings ls | mise settings get
    | mise config | mise config ls | mise config get | mise outdated | mise registry | mise search | mise ls-remote | mise latest | mise plugins ls | mise plugins ls-remote | mise help | mise bin-paths | mise alias ls | mise alias get | mise cache path | mise completion
    | mise fmt --check | mise tool | mise backends | mise backends ls | mise task | mise t | mise tasks validate
  build: mise fmt | mise lock | mise watch
  machine: mise install | mise i | mise use | mise u | mise upgrade | mise up | mise set | mise unset | mise settings set | mise settings unset | mise settings add | mise config set | mise sync | mise reshim | mise cache clear | mise link | mise self-update
    | mise plugins install | mise plugins update | mise plugins add | mise plugins link | mise alias set | mise alias unset | mise generate | mise implode | mise activate | mise shell | mise install-into | mise prepare
  remove: mise uninstall | mise prune | mise unuse | mise rm | mise remove | mise plugins uninstall | mise plugins remove
  rights: mise trust
  script: mise run | mise r | mise tasks run
  run: mise exec | mise x
  outside: gem open | bundle open | pipenv open | npm explore | npm edit
  build: cargo geiger | cargo bloat | cargo vet | cargo deny | cargo about | bundle list | bundle show | bundle info | bundle check | bundle outdated
    | bundle platform | bundle doctor | bundle licenses | bundle env | bundle fund | mix help | mix deps | mix deps.tree | mix app.tree | mix phx.routes
    | conan inspect | conan graph info | conan info | dotnet list | dotnet package list | dotnet reference list | brew bundle list | brew bundle check
    | uv tree | yarn constraints
  edit: cargo audit fix
  read: poetry config --list | brew services
  machine: poetry config
  outside: mise en | mise edit | mise direnv | mise test-tool | mise hook-env | mise mcp | mise oci | mise tool-stub
  token: mise github | mise token
  read: pkg info | pkg search | pkg query | pkg version | pkg audit | pkg stats | pkg which | pkg rquery | opkg list | opkg info | opkg search | opkg find | opkg status | opkg files
    | opkg list-installed | opkg list-upgradable
  machine: pkg install | pkg add | pkg upgrade | pkg update | pkg lock | pkg unlock | pkg fetch | opkg install | opkg update | opkg upgrade
  remove: pkg delete | pkg remove | pkg autoremove | pkg clean | opkg remove
`);
/** Verbs that others follow: `npm config set`. */
let groups: ReadonlySet<string> | undefined;

/**
 * The longest verb of the tool that is known, and how many words it has.
 * @param option the first option, which some tools use in place of a verb
 */
export function workOf(
  tool: string,
  words: readonly string[],
  option: string | undefined,
): { readonly work: Work; readonly verb: string; readonly length: number } | undefined {
  const [first, second] = words;
  const of = (verb: string | undefined, length: number) => {
    const found = verb === undefined ? undefined : VERBS.of(verb === '' ? tool : `${tool} ${verb}`);
    return found === undefined ? undefined : { work: found[0] as unknown as Work, verb: verb as string, length };
  };
  if (first === undefined) return of(option, 0) ?? of('', 0);
  const whole = second === undefined ? undefined : of(`${first} ${second}`, 2);
  if (whole !== undefined) return whole;
  const spelled = option === undefined ? undefined : of(`${first} ${option}`, 1);
  if (spelled !== undefined) return spelled;
  const one = of(first, 1);
  if (one?.work !== 'read' || second === undefined) return one;
  groups ??= new Set(
    VERBS.commands()
      .map((path) => path.split(' ').slice(0, 2).join(' '))
      .filter((path, at, all) => all.indexOf(path) !== at),
  );
  // A word after a verb that others follow is one of them that nobody judged.
  return groups.has(`${tool} ${first}`) ? undefined : one;
}

export function judgedVerbs(): readonly string[] {
  return VERBS.commands();
}
