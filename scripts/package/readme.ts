/** What somebody reads who unpacked a release. */
export function readme(version: string, platform: string): string {
  return `gate ${version} for ${platform}

gate -- COMMAND stands in front of a command: it works out what the command would do, lets it run, asks a person or
refuses, as your policy says, and keeps a record of it that can be verified.

  bin/gate install              for you alone, under ~/.local
  sudo bin/gate install         for everybody, under /usr/local, where only root can change it
  bin/gate install --dry-run    what would be put where

bin/gate also works from here, without being installed. It needs nothing else: no Node, no network.

  man -l share/man/man1/gate.1  the manual
  bin/gate doctor               what this gate holds, and what it does not
  bin/gate uninstall            takes away what install put there; configuration and record stay

LICENSE is the licence of gate; share/doc/gate/THIRD-PARTY.txt has those of what is built into it.
`;
}
