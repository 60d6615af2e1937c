import type { View } from '../../../approval/states.ts';
import type { Known } from '../../../broker/broker.ts';
import { displayArgv, displayText, flat } from '../../../command/display.ts';
import type { Text } from '../../../command/manifest.ts';

/** How a command differs from the last one like it: what changed is what people overlook. Pure. */

/** The one most like it: the same program, and the most arguments in common; of equals the newest. */
export function lastLike(one: Known, others: readonly Known[]): Known | undefined {
  const words = one.view.argv.map(flat);
  let best: Known | undefined;
  let most = 0;
  for (const other of others) {
    if (other.id >= one.id || flat(other.view.argv[0] ?? '') !== words[0]) continue;
    const theirs = new Set(other.view.argv.map(flat));
    const common = words.filter((word) => theirs.has(word)).length / Math.max(words.length, other.view.argv.length);
    if (common > most || (common === most && best && other.id > best.id)) [best, most] = [other, common];
  }
  // Less than half in common is another command.
  return most >= 0.5 ? best : undefined;
}

export function difference(
  argv: readonly Text[],
  { id, view }: { readonly id: string; readonly view: View },
): readonly string[] {
  const name = `${id.slice(-8)} (${view.state}${view.ended?.by === undefined ? '' : ` by ${displayArgv([view.ended.by])}`})`;
  const [before, now] = [view.argv.map(displayText), argv.map(displayText)];
  if (before.join(' ') === now.join(' ')) return [`the same command as ${name}`];
  const { removed, added } = changes(before, now);
  return [
    `of ${name}, the last one like it:`,
    ...(removed.length > 0 ? [`- ${removed.join(' ')}`] : []),
    ...(added.length > 0 ? [`+ ${added.join(' ')}`] : []),
    ...(removed.length === 0 && added.length === 0 ? ['the same arguments in another order'] : []),
  ];
}

/** What is in one and not in the other, in order, the longest common part left out. */
function changes(before: readonly string[], now: readonly string[]): { removed: string[]; added: string[] } {
  // Commands of thousands of arguments are compared as sets: nobody waits for a table of millions.
  if (before.length * now.length > 250_000) {
    const [a, b] = [new Set(before), new Set(now)];
    return { removed: before.filter((word) => !b.has(word)), added: now.filter((word) => !a.has(word)) };
  }
  const common = Array.from({ length: before.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i]![j] =
        before[i] === now[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const removed: string[] = [];
  const added: string[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < now.length) {
    if (i < before.length && j < now.length && before[i] === now[j]) [i, j] = [i + 1, j + 1];
    else if (j >= now.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      removed.push(before[i++]!);
    else added.push(now[j++]!);
  }
  return { removed, added };
}
