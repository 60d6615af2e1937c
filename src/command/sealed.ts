import { GateError } from '../errors.ts';
import { type ChildEnvironment, withPins } from './environment.ts';
import { PLAIN_TERMINAL, SEALED } from './sealed-table.ts';

/** Directories of one run. */
export interface Place {
  readonly home: string;
  readonly tmp: string;
}

/**
 * What stands for the directories until the run has them: so the manifest, and its digest, are the same for every run of the same command.
 * Nothing can ever be made under these names, so whoever looks there finds nothing.
 */
export const PRIVATE: Place = { home: '/proc/private/home', tmp: '/proc/private/tmp' };

export interface Sealing {
  /** Name of the account that the command runs under. */
  readonly user: string;
  /** It gets a terminal. */
  readonly tty: boolean;
}

/**
 * Level `sealed`: built from nothing. Of the caller's environment nothing is taken but the kind of terminal. `removed` is empty, because
 * everything is: the caller's variables do not enter the digest.
 * @param raw of the caller
 * @param pins what the tool heeds, by its reader: these values enter the manifest
 */
export function sealedEnvironment(
  raw: Readonly<Record<string, string>>,
  { user, tty }: Sealing,
  pins: readonly string[],
): ChildEnvironment {
  const term = raw['TERM'] ?? '';
  const facts = { ...PRIVATE, user, term: tty && PLAIN_TERMINAL.test(term) ? term : 'dumb' };
  const variables: Record<string, string> = Object.create(null);
  for (const [name, text] of Object.entries(SEALED)) {
    variables[name] = text.replace(/\{(\w+)\}/, (_, fact: keyof typeof facts) => facts[fact]);
  }
  return withPins({ level: 'sealed', variables, pinned: [], removed: [] }, pins);
}

/**
 * What the process gets: the directories of this run, and on top what its lease adds.
 * @throws GateError CONFIG_INVALID when the lease names a variable that is built here
 */
export function environmentAt(
  { variables }: ChildEnvironment,
  place: Place,
  lease: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const placed: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(variables)) {
    placed[name] = value.replace(PRIVATE.home, () => place.home).replace(PRIVATE.tmp, () => place.tmp);
  }
  for (const [name, value] of Object.entries(lease)) {
    if (name in placed) {
      throw new GateError('CONFIG_INVALID', `the credentials set \`${name}\`, which is part of the clean environment`, {
        hint: 'let them set the variables of the tool only',
      });
    }
    placed[name] = value;
  }
  return placed;
}
