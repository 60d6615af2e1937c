import type { Action, Effect } from '../../action.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';
import { written } from './paths.ts';

/** gpg: looking at keys and signatures reads, opening and exporting private ones reveals, the rest writes. */
export const reader: Reader = {
  names: ['gpg', 'gpg2', 'gpgv'],
  read: (argv, context) => readGpg(programOf(argv[0] ?? '').base, argv, context),
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs of gpg by their effect, as its manual page names them. */
const GPG: readonly (readonly [Effect, ReadonlySet<string>])[] = [
  [
    'destroy',
    words(
      '--delete-keys --delete-key --delete-secret-keys --delete-secret-key --delete-secret-and-public-key --delete-secret-and-public-keys',
    ),
  ],
  [
    'secret',
    words(
      '--export-secret-keys --export-secret-key --export-secret-subkeys --export-secret-ssh-key --decrypt -d --decrypt-files --gen-random',
    ),
  ],
  [
    'privilege',
    words(
      '--gen-key --generate-key --full-gen-key --full-generate-key --quick-gen-key --quick-generate-key --quick-add-key --quick-addkey --quick-add-uid --quick-adduid --quick-sign-key --quick-lsign-key --quick-revoke-uid --quick-set-expire ' +
        '--sign-key --lsign-key --gen-revoke --generate-revocation --change-passphrase --passwd --import-ownertrust --change-pin --edit-card --card-edit --quick-set-primary-uid --desig-revoke --edit-key',
    ),
  ],
  ['export', words('--send-keys --send-key')],
  [
    'write',
    words(
      '--encrypt -e --symmetric -c --sign -s --clear-sign --clearsign --detach-sign --detach-sig -b --store --import --fast-import --recv-keys --recv-key --receive-keys --refresh-keys --fetch-keys --update-trustdb --check-trustdb --rebuild-keydb-caches ' +
        '--encrypt-files --dearmor --dearmour --enarmor --enarmour --server',
    ),
  ],
  [
    'read',
    words(
      '--list-keys -k --list-public-keys --list-secret-keys -K --list-signatures --list-sigs --check-signatures --check-sigs --fingerprint --verify --verify-files --list-packets --version --help -h --list-config --print-md --print-mds --card-status --export --export-ssh-key --export-ownertrust --search-keys --locate-keys --locate-external-keys --show-keys --show-key --dump-options --warranty --list-gcrypt-config --list-trustdb --with-keygrip-only',
    ),
  ],
];

function readGpg(tool: string, argv: readonly string[], context: ReadContext): Reading {
  const given = new Set<string>();
  const actions: Action[] = [];
  const secrets: string[] = [];
  let output: string | undefined;
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (/^-o$|^--output$/.test(arg)) output = argv[++at];
    else if (arg.startsWith('--output=')) output = arg.slice(9);
    else if (arg === '--passphrase') secrets.push(argv[++at] ?? '');
    else if (arg.startsWith('--passphrase=')) secrets.push(arg.slice(13));
    else if (/^-[a-zA-Z]{2,}$/.test(arg)) {
      for (const letter of arg.slice(1)) given.add(`-${letter}`);
    } else if (arg.startsWith('-')) given.add(arg.split('=')[0] as string);
  }
  if (tool === 'gpgv') return { actions: [act(tool, tool, ['read'])] };
  const doubts = [...given]
    .filter(
      (option) =>
        /^--(agent-program|dirmngr-program|photo-viewer|exec-path|keyserver-options|gpgconf-list|options|load-extension|homedir-program|pinentry)/.test(
          option,
        ) && option !== '--keyserver-options',
    )
    .map((option) => `${option} names a program or a file of settings`);
  const found = GPG.find(([, verbs]) => [...given].some((option) => verbs.has(option)));
  const files = output === undefined ? [] : written(tool, output, context.cwd);
  actions.push(...files);
  if (found === undefined) actions.push(unknownAction(tool));
  else {
    const [effect, verbs] = found;
    const operation = [...given].find((option) => verbs.has(option))?.replace(/^-+/, '') ?? tool;
    // What is opened goes to the file, not to the screen.
    const toFile = files.length > 0 && (effect === 'write' || effect === 'read');
    if (!toFile) actions.push(act(tool, operation, [effect]));
  }
  const known = secrets.filter((secret) => secret !== '');
  return { ...withDoubt({ actions }, doubts), ...(known.length > 0 ? { secrets: known } : {}) };
}
