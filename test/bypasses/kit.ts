import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Gate } from '../kit/gate.ts';

/** What the tests of the bypasses share. They start the real executable; nothing of gate's is replaced. */

export interface Answer {
  readonly decision: 'allow' | 'confirm' | 'hold' | 'deny';
  readonly opaque: boolean;
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
  readonly actions: readonly {
    readonly tool: string;
    readonly operation: string;
    readonly effects: readonly string[];
    readonly resource: Readonly<Record<string, string>>;
    readonly scope: Readonly<Record<string, string>>;
    readonly opaque: boolean;
  }[];
  readonly error?: string;
}

export type Row = readonly string[] | { readonly shell: string };

/** One process for many command lines: an agent asks each of them, and nothing runs. */
export async function explainAll(gate: Gate, rows: readonly Row[]): Promise<readonly Answer[]> {
  const lines = rows.map((row) => JSON.stringify(Array.isArray(row) ? { argv: row } : row));
  const ran = await gate.agent(['explain', '--batch'], { stdin: `${lines.join('\n')}\n` });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  const answers = ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  expect(answers).toHaveLength(rows.length);
  return answers;
}

/** The rows that would run without anybody being asked: for a corpus of attacks, none may. */
export async function runUnasked(gate: Gate, rows: readonly Row[]): Promise<readonly Row[]> {
  const answers = await explainAll(gate, rows);
  return rows.filter((_, index) => answers[index]?.error !== undefined || answers[index]?.decision === 'allow');
}

/** The whole id of the only open request. */
export async function onlyRequest(gate: Gate): Promise<{ id: string; digest: string; state: string }> {
  const { requests } = JSON.parse((await gate.agent(['list', '--json'])).stdout);
  expect(requests).toHaveLength(1);
  return requests[0];
}

/** Types and time of everything recorded, oldest first. */
export async function recorded(gate: Gate): Promise<readonly { type: string; payload: Record<string, unknown> }[]> {
  const ran = await gate.agent(['audit', 'tail', '-n', '1000', '--json']);
  expect(ran.status).toBe(0);
  return ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export function source(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

/** Everything runs at once: for what happens after a decision. */
export const ALLOW_ALL = `version: 1
packs: []
default: allow
`;

/** Everything an agent or person asks waits for the owner. */
export const HOLD_ALL = `version: 1
packs: []
rules:
  - id: ask
    match: { tool: "*" }
    decision: hold
    approvers: { from: [owners], count: 1 }
    reason: somebody looks at everything here
`;
