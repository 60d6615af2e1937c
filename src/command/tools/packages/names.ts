import { Names } from '../../names.ts';

/** Package managers with verbs. They stand alone so that finding a reader does not load it. */
export const PACKAGE_MANAGERS = new Names(
  'apt apt-get apt-cache apt-mark apt-key apt-config apt-fast nala aptitude yum dnf dnf5 microdnf tdnf zypper apk snap flatpak brew port ' +
    'pip pip2 pip3 pipx pipenv poetry uv uvx conda mamba micromamba npm npx yarn pnpm pnpx bun bunx gem bundle bundler cargo rustup go composer ' +
    'dotnet nuget mix cabal stack opam luarocks vcpkg conan twine nix nix-env nix-store nix-channel nix-collect-garbage mise pkg opkg',
);

/** Package managers whose operation is an option. */
export const FLAG_MANAGERS = new Names(
  'pacman yay paru pikaur trizen pamac rpm rpmquery dpkg dpkg-query dpkg-deb dpkg-reconfigure debconf-set-selections update-alternatives ' +
    'add-apt-repository apt-add-repository equery emerge cpan cpanm softwareupdate',
);
