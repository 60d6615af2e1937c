import { readFileSync } from 'node:fs';
import type { Finding } from './finding.ts';

/** What can reach into gate from beside it: programs that type into the terminal, and what the kernel lets processes do. */

export function terminalFindings(environment: Readonly<Record<string, string>>): readonly Finding[] {
  const names = ['TMUX', 'STY', 'ZELLIJ', 'KITTY_LISTEN_ON', 'WEZTERM_UNIX_SOCKET'].filter((name) => environment[name]);
  return names.map((name) => ({
    check: 'terminal',
    level: 'warning',
    subject: name,
    text: `${name} is set: programs of yours can type into this terminal and answer its prompts`,
    hint: 'ask for `evidence: factor` in rules that matter, or approve elsewhere',
  }));
}

export interface Kernel {
  readonly ptrace_scope: string | null;
  readonly legacy_tiocsti: string | null;
}

/** Null where the kernel has no such setting. */
export function kernelSettings(): Kernel {
  return {
    ptrace_scope: setting('/proc/sys/kernel/yama/ptrace_scope'),
    legacy_tiocsti: setting('/proc/sys/dev/tty/legacy_tiocsti'),
  };
}

export function kernelFindings({ ptrace_scope, legacy_tiocsti }: Kernel): readonly Finding[] {
  const findings: Finding[] = [];
  if (ptrace_scope === null || ptrace_scope === '0') {
    findings.push({
      check: 'kernel',
      level: 'warning',
      subject: 'ptrace_scope',
      text: 'kernel.yama.ptrace_scope does not keep processes of yours from reading the memory of others of yours',
      hint: 'sysctl kernel.yama.ptrace_scope=1, where the kernel has it',
    });
  }
  if (legacy_tiocsti === '1') {
    findings.push({
      check: 'kernel',
      level: 'warning',
      subject: 'legacy_tiocsti',
      text: 'dev.tty.legacy_tiocsti is 1: a process on your terminal can type into it',
      hint: 'sysctl dev.tty.legacy_tiocsti=0',
    });
  }
  return findings;
}

function setting(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
