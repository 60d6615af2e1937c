import type { Started } from '../test/kit/gate.ts';

/** How the demos print: what was typed, by whom, and what it said. */

export function title(text: string): void {
  console.log(`\n== ${text}`);
}

export function say(text: string): void {
  console.log(`   (${text})`);
}

export function typed(who: string, line: string): void {
  console.log(`${who}$ ${line}`);
}

export function printed(output: string): void {
  const lines = output.replaceAll('\r', '').trimEnd().split('\n');
  for (const each of lines) console.log(`   ${each}`.trimEnd());
}

export function echo(who: string, line: string, output: string): void {
  typed(who, line);
  printed(output);
}

/** Waits for its end and prints what came, from a place in stderr on. */
export async function ends(started: Started, from = 0): Promise<number | null> {
  const { status, stdout, stderr } = await started.ended;
  printed(stdout + stderr.slice(from));
  console.log(`   exit status ${status}`);
  return status;
}
