import { visible } from '../command/display.ts';
import { GITHUB_ACTION, GITLAB_TEMPLATE } from './ci-embedded.ts';
import { EXIT } from './exit-codes.ts';
import { applyChange, changes, type Moment, planned, renderChange, undoChange } from './file-change.ts';
import type { Io } from './io.ts';
import { VERSION } from './version.ts';

/** `gate init ci github|gitlab`: the step for a pipeline, and the file that it uses. */
export interface InitCiOptions {
  /** Writes the file that the step uses; `true`: where it usually lies. */
  readonly write?: string | true | undefined;
  readonly undo?: string | true | undefined;
}

export type CiSystem = 'github' | 'gitlab';

/** @throws GateError CONFIG_INVALID when the file cannot be read or written */
export function initCi(
  system: CiSystem,
  { write, undo }: InitCiOptions,
  { moment, color }: { readonly moment: Moment; readonly color: boolean },
  io: Pick<Io, 'stdout' | 'stderr'>,
): number {
  const { file: usual, text, step } = SYSTEMS[system];
  if (undo !== undefined) return takenBack(undo === true ? usual : undo, moment, io);
  const file = write === undefined || write === true ? usual : write;
  if (write !== undefined) {
    // For the repository: readable as its other files are.
    const change = planned(file, text, { mode: 0o666, directoryMode: 0o777 });
    if (!changes(change)) io.stderr(`gate: already so in ${visible(file)}\n`);
    else {
      io.stderr(renderChange(change, { color }));
      const applied = applyChange(change, moment);
      if (applied.kind !== 'written') {
        io.stderr(`gate: somebody else changed ${visible(file)} meanwhile, and nothing was written; ask again\n`);
        return EXIT.ended;
      }
      io.stderr(`gate: written: ${visible(file)}\n  what was there before: ${visible(applied.backup)}\n`);
    }
  }
  io.stdout(step(file));
  return EXIT.ok;
}

function takenBack(file: string, moment: Moment, io: Pick<Io, 'stderr'>): number {
  const undone = undoChange(file, moment);
  if (undone.kind === 'restored') {
    io.stderr(`gate: ${undone.removed ? 'removed' : 'as it was before'}: ${visible(file)}\n`);
    return EXIT.ok;
  }
  const why = undone.kind === 'edited' ? 'somebody edited it since' : 'gate changed nothing in it that is still known';
  io.stderr(`gate: ${visible(file)} stays as it is: ${why}\n`);
  return EXIT.ended;
}

interface System {
  /** Where the file usually lies in a repository. */
  readonly file: string;
  readonly text: string;
  readonly step: (file: string) => string;
}

const SHA256 = 'SHA-256 of the package, 64 digits as `sha256sum` prints them';

const SYSTEMS: Readonly<Record<CiSystem, System>> = {
  github: {
    file: '.github/actions/gate/action.yml',
    text: GITHUB_ACTION,
    step: (
      file,
    ) => `# Steps of a workflow, after the one that checks out. \`gate init ci github --write\` makes the file that they use.
# docs/ci.md has all inputs, and what policies a pull request must not bring along.
- uses: ./${file.replace(/\/?action\.ya?ml$/, '')}
  id: gate
  with:
    run: |
      make test
    intent: what this is for
    policies: .github/gate
    version: ${VERSION}
    sha256: "${SHA256}"
- uses: actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4 # v5.0.0
  if: always() && steps.gate.outputs.record != ''
  with:
    name: gate-record
    path: \${{ steps.gate.outputs.record }}
`,
  },
  gitlab: {
    file: '.gitlab/gate.yml',
    text: GITLAB_TEMPLATE,
    step: (file) => `# For .gitlab-ci.yml. \`gate init ci gitlab --write\` makes the file that it includes.
# docs/ci.md has all inputs, and what policies a merge request must not bring along.
include:
  - local: ${file}
    inputs:
      job: deploy
      stage: deploy
      run: |
        make test
      intent: what this is for
      policies: .gitlab/gate
      version: ${VERSION}
      sha256: "${SHA256}"
`,
  },
};
