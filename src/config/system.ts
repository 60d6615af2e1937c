import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { errno, GateError } from '../errors.ts';
import { SYSTEM_DIRECTORY } from './paths.ts';

/** `/etc/gate/config.yaml`: what the machine's owner says, and nobody below can loosen. */
export interface SystemConfig {
  readonly mode?: 'enforce' | 'observe';
  /** `forbidden`: nobody moves gate's files with `GATE_HOME`. */
  readonly gate_home?: 'allowed' | 'forbidden';
}

const FILE = `${SYSTEM_DIRECTORY}/config.yaml`;

/**
 * Nothing is loaded where there is no such file.
 * @throws GateError CONFIG_INVALID when it is not root's alone, or says anything that is not understood
 */
export async function systemConfig(file = FILE): Promise<SystemConfig> {
  const text = trusted(file);
  if (text === undefined) return {};
  const [{ parse }, { z }] = await Promise.all([import('yaml'), import('zod')]);
  const schema = z.strictObject({
    version: z.literal(1),
    mode: z.enum(['enforce', 'observe']).optional(),
    gate_home: z.enum(['allowed', 'forbidden']).optional(),
  });
  try {
    const { mode, gate_home } = schema.parse(parse(text, { strict: true, uniqueKeys: true }));
    return { ...(mode === undefined ? {} : { mode }), ...(gate_home === undefined ? {} : { gate_home }) };
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw invalid(`\`${file}\` is not valid: ${why.replaceAll('\n', ' ')}`, cause);
  }
}

/** @throws GateError CONFIG_INVALID when the system forbids `GATE_HOME` and it is set */
export function requireAllowedHome(
  config: SystemConfig,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  if (config.gate_home !== 'forbidden' || !environment['GATE_HOME']) return;
  throw new GateError('CONFIG_INVALID', `GATE_HOME is set, and \`${FILE}\` forbids it`, { hint: 'unset GATE_HOME' });
}

/** Root's file, that only root can write; undefined when there is none. */
function trusted(file: string): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (cause) {
    if (errno(cause) === 'ENOENT') return undefined;
    throw invalid(`\`${file}\` cannot be read (${errno(cause)})`, cause);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw invalid(`\`${file}\` is not a regular file`);
    if (stat.uid !== 0 || (stat.mode & 0o022) !== 0) throw invalid(`\`${file}\` can be written by others than root`);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function invalid(message: string, cause?: unknown): GateError {
  return new GateError('CONFIG_INVALID', message, {
    hint: 'ask the owner of this machine; nothing runs until it is valid',
    cause,
  });
}
