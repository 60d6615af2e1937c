/** Policies that many tests share: without packs, so that each says everything that matters. */

/** Whatever is asked runs at once. */
export const ALLOW = 'version: 1\npacks: []\ndefault: allow\n';

/** An agent's `touch` waits for its owner; everything else runs. */
export function holdTouch(more: { approvers?: string; rule?: string } = {}): string {
  return `${ALLOW}rules:
  - id: ask-touch
    match: { tool: touch }
    decision: hold
    approvers: { from: [owners], count: 1${more.approvers === undefined ? '' : `, ${more.approvers}`} }
    reason: files are made by people
${more.rule === undefined ? '' : `    ${more.rule}\n`}`;
}

/** Nothing runs unless a person types the word. */
export const CONFIRM = 'version: 1\npacks: []\ndefault: confirm\n';

/** The packs that come with gate, and everything that is not a read asks, wherever it is and whoever asks. */
export const STRICT = 'version: 1\npacks: [baseline, kubernetes, aws, postgres, strict]\n';
