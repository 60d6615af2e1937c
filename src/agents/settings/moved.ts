import { isAbsolute } from 'node:path';
import { GateError } from '../../errors.ts';
import type { Environment } from './harness-settings.ts';

/** Where a variable puts a harness's settings; undefined when it is not set. @throws GateError CONFIG_INVALID for a relative path */
export function moved(name: string, environment: Environment): string | undefined {
  const value = environment[name];
  if (value === undefined || value === '') return undefined;
  if (isAbsolute(value)) return value;
  throw new GateError('CONFIG_INVALID', `${name} is not an absolute path: \`${value}\``, {
    hint: `set ${name} to a path that starts with /`,
  });
}
