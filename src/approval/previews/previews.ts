import type { Action } from '../../command/action.ts';
import { Names } from '../../command/names.ts';
import type { Look } from '../../platform/look.ts';
import type { Preview } from '../preview.ts';
import type { Access } from './access.ts';
import { bounded, type Finding, type Previewer, type Subject } from './finding.ts';

/** Which file previews which tool; each is loaded when it is needed. A tool that is not listed has no preview. */
const FILES: readonly (readonly [names: Names, load: () => Promise<{ readonly preview: Previewer }>])[] = [
  [new Names('rm grm rmdir grmdir unlink shred gshred'), () => import('./files.ts')],
  [new Names('find gfind'), () => import('./find.ts')],
  [new Names('git'), () => import('./git.ts')],
  [new Names('kubectl oc'), () => import('./kubectl.ts')],
  [new Names('psql'), () => import('./psql.ts')],
  [new Names('terraform tofu'), () => import('./terraform.ts')],
  [new Names('aws'), () => import('./aws.ts')],
];

/** How long one tool may be looked at. */
export const LOOK_MILLISECONDS = 3000;

const MOST_LINES = 40;

export interface Looking {
  readonly access: Access;
  /** A fresh look for each tool, so that one that hangs takes nothing from the others. */
  readonly look: (milliseconds: number) => Look & Disposable;
  readonly now: () => number;
  /** The name of this machine: files of another are not looked for here. */
  readonly host: string;
}

/** One preview per tool that changes something, all at once. Never fails: what cannot be found out says why. */
export async function previewsOf(subject: Subject, looking: Looking): Promise<readonly Preview[]> {
  return Promise.all([...changesOf(subject)].map(([tool, actions]) => previewOf(tool, actions, subject, looking)));
}

/** What of a request a preview is about: tools with the actions that do more than read. */
function changesOf({ actions }: Subject): ReadonlyMap<string, readonly Action[]> {
  const tools = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.effects.every((effect) => effect === 'read')) continue;
    tools.set(action.tool, [...(tools.get(action.tool) ?? []), action]);
  }
  return tools;
}

/** Whether any part of it could be previewed at all: without one nothing is run and nothing recorded. */
export function hasPreview(subject: Subject): boolean {
  return [...changesOf(subject).keys()].some((tool) => FILES.some(([names]) => names.has(tool)));
}

/** What is said of tools that have none: nothing was looked at, so nothing is recorded. */
export function withoutPreview(subject: Subject, at: number): readonly Preview[] {
  return [...changesOf(subject).keys()].map((tool) => ({ tool, kind: 'none', lines: [], at }));
}

async function previewOf(
  tool: string,
  actions: readonly Action[],
  subject: Subject,
  { access, look, now, host }: Looking,
): Promise<Preview> {
  const file = FILES.find(([names]) => names.has(tool));
  const as = (finding: Finding): Preview => ({ tool, at: now(), ...finding, lines: shortened(finding.lines) });
  if (file === undefined) return as({ kind: 'none', lines: [] });
  if (subject.host !== host) return as({ kind: 'unknown', lines: ['it was asked for on another machine'] });
  try {
    using open = look(LOOK_MILLISECONDS);
    const { preview } = await file[1]();
    return as(await preview(actions, subject, open, access));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return as({ kind: 'unknown', lines: [bounded(`the preview itself failed: ${why}`)] });
  }
}

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  const shown = lines.slice(0, MOST_LINES).map(bounded);
  return more > 0 ? [...shown, `and ${more} more lines`] : shown;
}
