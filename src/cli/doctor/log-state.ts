import { existsSync } from 'node:fs';
import { LogReader } from '../../store/reader.ts';
import { reported } from '../report.ts';
import type { Finding } from './finding.ts';

export interface LogState {
  readonly path: string;
  readonly state: 'none' | 'readable' | 'unusable';
  readonly events?: number;
  readonly last?: string;
  readonly message?: string;
}

/** Whether the log can be read; whether it is sound is for `gate audit verify`. */
export function logStateAt(path: string): LogState {
  if (!existsSync(path)) return { path, state: 'none' };
  try {
    const reader = new LogReader(path);
    try {
      const { size, at } = reader.head();
      return { path, state: 'readable', events: size, ...(size === 0 ? {} : { last: new Date(at).toISOString() }) };
    } finally {
      reader.close();
    }
  } catch (error) {
    return { path, state: 'unusable', message: reported(error).message };
  }
}

export function logFindings({ state, path, message }: LogState): readonly Finding[] {
  if (state !== 'unusable') return [];
  const text = `${path}  UNUSABLE: ${message ?? ''}`;
  return [{ check: 'log', level: 'problem', subject: 'unusable', text, hint: 'nothing runs without it' }];
}

export function logWords({ path, state, events, last }: LogState): string {
  if (state === 'none') return `${path}  not begun: the first command begins it`;
  if (state === 'unusable') return `${path}  UNUSABLE`;
  return `${path}  ${events} events, the last at ${last ?? '-'}; check all of them with: gate audit verify`;
}
