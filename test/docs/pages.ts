import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's pages, as the tests of this folder read them. */

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Page {
  /** Path from the project's root. */
  readonly path: string;
  readonly text: string;
}

/** Every Markdown page of ours: beside the README, and under docs/. */
export function pages(): readonly Page[] {
  const top = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  return [...top, ...filesUnder('docs').filter((path) => path.endsWith('.md'))].map(read);
}

export function page(path: string): Page {
  return read(path);
}

/** Plain files below a folder, as paths from the root; folders that are not there have none. */
export function filesUnder(folder: string): readonly string[] {
  const full = join(ROOT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => relative(ROOT, join(full, name)))
    .filter((path) => statSync(join(ROOT, path)).isFile())
    .sort();
}

function read(path: string): Page {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** A fenced block with the mark in front of it: `<!-- run as=agent status=77 -->`. */
export interface Block {
  readonly line: number;
  readonly language: string;
  readonly body: string;
  /** `name=value` of the mark; absent when the block has none. */
  readonly mark?: Readonly<Record<string, string>>;
}

export function blocks({ text }: Page): readonly Block[] {
  const found: Block[] = [];
  for (const match of text.matchAll(/(?:^<!-- run(.*?) -->\n)?^```(\w*)\n([\s\S]*?)^```$/gm)) {
    const [, attributes, language = '', body = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    found.push({ line, language, body, ...(attributes === undefined ? {} : { mark: marks(attributes) }) });
  }
  return found;
}

function marks(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z]+)=(?:"([^"]*)"|(\S+))/g)].map(([, name = '', quoted, bare]) => [
      name,
      quoted ?? bare ?? '',
    ]),
  );
}

/** Text outside of fenced and indented blocks. */
export function prose({ text }: Page): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/^(?: {4}|\t).*$/gm, '');
}
