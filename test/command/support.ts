import type { Effect } from '../../src/command/action.ts';
import type { Understanding } from '../../src/command/command.ts';
import { noFiles } from '../../src/command/files.ts';
import type { Files, ReadContext } from '../../src/command/reader.ts';
import { understand } from '../../src/command/understand.ts';

/** A context that knows nothing of any machine, but for what a test adds. */
export function context(more: Partial<ReadContext> = {}): ReadContext {
  return { environment: {}, cwd: '/work', home: '/home/dev', stdin: 'null', files: noFiles, ...more };
}

/** Files by path, as a reader sees them. */
export function filesOf(texts: Readonly<Record<string, string>>, stdin?: string): Files {
  const snapshot = (path: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const bytes = Buffer.from(text);
    return { path, bytes, digest: `sha256:${'0'.repeat(64)}`, size: bytes.length };
  };
  return {
    read: (path) => snapshot(path, texts[path]),
    stdin: () => snapshot('-', stdin),
    realpath: (path) => (path in texts ? path : undefined),
  };
}

export function meaning(argv: readonly string[], more: Partial<ReadContext> = {}): Promise<Understanding> {
  return understand(argv, context(more));
}

/** What a shell line means. */
export function line(text: string, more: Partial<ReadContext> = {}): Promise<Understanding> {
  return meaning(['bash', '-c', text], more);
}

/** Every effect of every action, sorted and once. */
export function effects({ actions }: Pick<Understanding, 'actions'>): readonly Effect[] {
  return [...new Set(actions.flatMap((action) => action.effects))].sort();
}

/** `tool operation` of every action. */
export function operations({ actions }: Understanding): readonly string[] {
  return actions.map((action) => `${action.tool} ${action.operation}`);
}

/** True when nothing but reading is left: what a policy may allow without asking. */
export function onlyReads(understanding: Understanding): boolean {
  return !understanding.opaque && effects(understanding).join() === 'read';
}
