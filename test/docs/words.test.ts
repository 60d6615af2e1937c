import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GATE } from '../kit/gate.ts';
import { cleanEnvironment } from '../kit/person.ts';
import { type Page, pages, ROOT } from './pages.ts';

/** Everything git knows, and what is about to be added. */
function tracked(): readonly string[] {
  const options = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  try {
    return execFileSync('git', options, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  } catch {
    return []; // Not a checkout: an archive of one was tested where it was made.
  }
}

test('nobody is told to let npm look for gate: any package could answer to that name', () => {
  const telling = pages().filter(({ text }) => /\b(?:npx|bunx|pnpx|npm exec|yarn dlx)\s+(?:-\S+\s+)*gate\b/.test(text));
  expect(telling.map(({ path }) => path)).toEqual([]);
});

test('nothing names a path of the machine it was written on', () => {
  const here = ROOT.replace(/\/$/, '');
  // A checkout in `/src` or `/gate` has a name that occurs by itself.
  if (here.split('/').length < 3) return;
  const named = new RegExp(`(?<![\\w/.-])${here.replaceAll(/[^\w/]/g, '\\$&')}(?![\\w-])`);
  const naming = tracked().filter((path) => {
    if (basename(path) === 'package-lock.json') return false;
    try {
      return named.test(readFileSync(join(ROOT, path), 'latin1'));
    } catch {
      return false; // Removed, and not committed yet.
    }
  });
  expect(naming).toEqual([]);
});

test('the lock file names no download address: every machine uses its own registry', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string }>;
  };
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

/** Subcommand (`audit verify`; '' for a run) and the options its help names. */
function helps(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  const visit = (command: readonly string[]) => {
    const help = execFileSync(GATE, [...command, '--help'], { encoding: 'utf8', env: cleanEnvironment() });
    found.set(command.join(' '), new Set(help.match(/(?<![\w-])--?[a-zA-Z][\w-]*/g)));
    const list = /^Commands:\n((?: {2}.*\n)+)/m.exec(help)?.[1] ?? '';
    for (const [, name] of list.matchAll(/^ {2}([a-z]+)/gm)) if (name !== 'help') visit([...command, name!]);
  };
  visit([]);
  return found;
}

/** Command lines of gate in code: at the start of a span, of an indented line, after a prompt, or after another command. */
function commandLines({ text }: Page): readonly string[] {
  const spans = [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
  const fenced = [...text.matchAll(/^```(?:console|sh)?\n([\s\S]*?)^```$/gm)].flatMap(([, code]) => code!.split('\n'));
  const indented = [...text.matchAll(/^ {4}(\S.*)$/gm)].map(([, code]) => code!);
  return [...spans, ...fenced, ...indented]
    .flatMap((code) => code.split(/&&|;|\|\|/))
    .map((code) =>
      code
        .trim()
        .replace(/^\$ /, '')
        .replace(/^\.\/bin\//, ''),
    )
    .filter((code) => /^gate [a-z-]/.test(code));
}

describe('every subcommand and option that a page names exists', () => {
  const known = helps();
  const unknown = (line: string): string[] => {
    const [ours = ''] = ` ${line.slice('gate'.length)} `.split(/ -- | -- ?$/);
    const words = ours.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const plain = words.filter((word) => /^[a-z]+$/.test(word));
    const names = [3, 2, 1].map((count) => plain.slice(0, count).join(' '));
    const command = names.find((name) => name !== '' && known.has(name));
    if (command === undefined && !words[0]?.startsWith('-')) return [`gate ${words[0]}`];
    const options = known.get(command ?? '')!;
    return words.filter((word) => /^--?[a-z]/.test(word) && !options.has(word.replace(/=.*/, '')));
  };

  test.each(pages().map((page) => [page.path, page] as const))('%s', (_, page) => {
    expect(commandLines(page).flatMap((line) => unknown(line).map((word) => `${line}: ${word}`))).toEqual([]);
  });
});
