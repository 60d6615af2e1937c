import type { Action, Effect, Scope } from '../../action.ts';
import { optionValue, type Scan, scan } from '../../options.ts';
import { programOf } from '../../paths.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, doubtsOf, fields, fileAt, unknownAction, withDoubt } from '../../reading.ts';
import { GRAMMARS, localRuns, placeOf, settingsOf } from './client.ts';

export const reader: Reader = { names: ['scp', 'sftp'], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  return programOf(argv[0] ?? '').base === 'sftp' ? sftp(argv, context) : scp(argv, context);
}

export interface Side {
  readonly host: string;
  readonly user: string | undefined;
  readonly path: string;
}

/** The other machine of `host:path`; undefined for a file on this one. */
export function sideOf(operand: string): Side | undefined {
  const url = /^(?:scp|sftp|rsync):\/\/(?:([^@/]*)@)?(\[[^\]]*\]|[^:/]*)(?::\d+)?\/?(.*)$/s.exec(operand);
  if (url !== null) return { user: url[1], host: url[2] ?? '', path: url[3] ?? '' };
  const plain = /^(?:([^@/:]*)@)?(\[[^\]]*\]|[^/:]*)::?(.*)$/s.exec(operand);
  return plain === null ? undefined : { user: plain[1], host: plain[2] ?? '', path: plain[3] ?? '' };
}

/** What copying does to both sides. Data that leaves its machine is an export, in either direction. */
export function copied(
  tool: string,
  from: readonly string[],
  to: string,
  more: readonly Effect[],
  scope: Scope,
  context: ReadContext,
): readonly Action[] {
  const target = sideOf(to);
  const sources = from.map((one) => ({ one, side: sideOf(one) }));
  const remote = sources.find(({ side }) => side !== undefined)?.side ?? target;
  const actions: Action[] = [];
  if (remote !== undefined) {
    const host = target ?? remote;
    const effects: Effect[] = [...(target === undefined ? [] : ['write' as const, ...more]), 'export'];
    const resource = { kind: 'file', name: host.path, direction: target === undefined ? 'from' : 'to' };
    actions.push(
      act(tool, tool, effects, { resource, scope: { ...fields({ host: host.host, user: host.user }), ...scope } }),
    );
  }
  if (target === undefined) actions.push(act(tool, tool, ['write', ...more], { resource: fileAt(to, context.cwd) }));
  return actions;
}

function scp(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMARS.of('scp'));
  const settings = settingsOf([found]);
  const doubts = [...doubtsOf(found), ...settings.doubts];
  const to = found.positionals.at(-1);
  const from = found.positionals.slice(0, -1);
  const scope: Scope = {
    ...fields({ port: optionValue(found, 'P') }),
    ...(settings.detour ? { reach: 'remote' } : {}),
  };
  const actions: Action[] = [];
  if (to === undefined) actions.push(unknownAction('scp'));
  else if (from.length === 0)
    actions.push(act('scp', 'scp', ['export'], { scope: fields({ host: sideOf(to)?.host }) }));
  else actions.push(...copied('scp', from, to, [], scope, context));
  actions.push(...programs('scp', found));
  return { ...withDoubt({ actions, pins: ['SSH_AUTH_SOCK'] }, doubts), runs: localRuns(settings, 'scp') };
}

/** `-S` and `-D` name a program to run in the place of ssh or of the server. */
function programs(tool: string, found: Scan): readonly Action[] {
  const named = optionValue(found, 'S') ?? optionValue(found, 'D');
  return named === undefined || named === 'ssh' || named === '/usr/bin/ssh'
    ? []
    : [act(tool, tool, ['execute', 'unknown'])];
}

function sftp(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, GRAMMARS.of('sftp'));
  const settings = settingsOf([found]);
  const doubts = [...doubtsOf(found), ...settings.doubts];
  const [destination, local] = found.positionals;
  if (destination === undefined) return { actions: [unknownAction('sftp')] };
  const side = sideOf(destination);
  const actions: Action[] = [];
  const batch = optionValue(found, 'b');
  if (side !== undefined && side.path !== '' && !side.path.endsWith('/') && batch === undefined) {
    actions.push(...copied('sftp', [destination], local ?? '.', [], {}, context));
  } else {
    // What is typed or read from the batch decides; it may also run local commands (`!`).
    const place = placeOf(
      side === undefined ? destination : `${side.user === undefined ? '' : `${side.user}@`}${side.host}`,
      found,
    );
    actions.push(
      act('sftp', 'sftp', ['execute'], {
        scope: fields({ host: place.host, user: place.user, port: place.port }),
        opaque: true,
      }),
    );
    if (batch !== undefined) doubts.push('what it does is in the batch');
  }
  actions.push(...programs('sftp', found));
  return { ...withDoubt({ actions }, doubts), runs: localRuns(settings, 'sftp') };
}
