import { isAbsolute, join } from 'node:path';
import { GateError } from '../errors.ts';

/** Where everything lives; XDG, or all of it under `GATE_HOME`. Pure. */
export interface Paths {
  /** The user's `config.yaml` and `policies/`. */
  readonly config: string;
  /** `audit.db`, held requests, sockets of waiters, compiled policies. Directory 0700. */
  readonly state: string;
  readonly database: string;
  readonly key: string;
  readonly held: string;
  /** What people enrolled to prove who they are. */
  readonly factors: string;
  readonly wait: string;
  readonly cache: string;
}

/** `GATE_HOME` never shadows this. */
export const SYSTEM_DIRECTORY = '/etc/gate';

/** @throws GateError CONFIG_INVALID when a directory is named by a relative path: it would follow the current directory */
export function pathsFor(environment: Readonly<Record<string, string | undefined>>, home: string): Paths {
  const all = absolute('GATE_HOME', environment['GATE_HOME']);
  const config =
    all ?? join(absolute('XDG_CONFIG_HOME', environment['XDG_CONFIG_HOME']) ?? join(home, '.config'), 'gate');
  const state =
    all ?? join(absolute('XDG_STATE_HOME', environment['XDG_STATE_HOME']) ?? join(home, '.local', 'state'), 'gate');
  return {
    config,
    state,
    database: join(state, 'audit.db'),
    key: join(state, 'key'),
    held: join(state, 'held'),
    factors: join(state, 'factors'),
    wait: join(state, 'wait'),
    cache: join(state, 'cache'),
  };
}

function absolute(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (isAbsolute(value)) return value;
  throw new GateError('CONFIG_INVALID', `${name} is not an absolute path: \`${value}\``, {
    hint: `set ${name} to a path that starts with /`,
  });
}
