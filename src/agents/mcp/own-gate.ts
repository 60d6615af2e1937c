import { spawn } from 'node:child_process';
import { standalone } from '../../platform/runtime.ts';

/** How this server starts the very gate it is, for everything it is asked: one way, one record, the same answers. */
export interface OwnGate {
  readonly program: string;
  /** In front of gate's own arguments. */
  readonly first: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Where the private files of standard input are made and unlinked. */
  readonly spool: string;
}

/**
 * @param person whether gate would take whoever starts it from here for a person: an agent speaks through this server,
 *   so its children carry the marker by which any agent may name itself
 */
export function ownGate(environment: Readonly<Record<string, string>>, person: boolean, spool: string): OwnGate {
  const script = process.argv[1];
  return {
    program: process.execPath,
    first: standalone || script === undefined ? [] : [...process.execArgv, script],
    environment: person ? { ...environment, AI_AGENT: '1' } : environment,
    spool,
  };
}

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a subcommand of gate to its end. @throws when it cannot be started */
export function askGate(gate: OwnGate, args: readonly string[], cwd?: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(gate.program, [...gate.first, ...args], {
      env: gate.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(cwd === undefined ? {} : { cwd }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => stdout.push(piece));
    child.stderr.on('data', (piece: Buffer) => stderr.push(piece));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        status: code ?? 70,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}
