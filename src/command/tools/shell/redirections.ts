import type { Redirection, Word } from 'unbash';
import { UNRESOLVED } from '../../options.ts';
import { act, fileAt, inputOf } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import type { Stream } from './place.ts';
import type { Walk } from './walk.ts';
import { valueOfPart, valueOfWord } from './words.ts';

/** Every file that is read or written, and the stdin they leave: undefined when it stays what it was. */
export function readRedirections(redirects: readonly Redirection[], walk: Walk): Stream | undefined {
  let stream: Stream | undefined;
  for (const redirect of redirects) {
    walk.nested(redirect);
    const text = textOf(redirect, walk);
    if (text) stream = text;
    else {
      const target = redirect.type === 'Redirect' ? redirect.target : undefined;
      const input = readTarget(redirect.operator, nameOf(target, walk), walk);
      if (input && isForStdin(redirect)) stream = input;
    }
  }
  return stream;
}

/** What a redirection from the text itself holds: a here-document, a here-string. */
export function textOf(redirect: Redirection, walk: Walk): Stream | undefined {
  if (redirect.operator === '<<' || redirect.operator === '<<-') return hereDocument(redirect, walk);
  if (redirect.operator !== '<<<') return undefined;
  return spelledStream(`${redirect.target ? valueOfWord(redirect.target, walk) : UNRESOLVED}\n`);
}

/** The file's name; a pattern may stand for any. */
function nameOf(target: Word | undefined, walk: Walk): string {
  if (target === undefined || target.parts?.some(({ type }) => /Glob$|^Brace/.test(type))) return UNRESOLVED;
  return valueOfWord(target, walk);
}

function isForStdin({ descriptor }: Redirection): boolean {
  return descriptor === undefined || (descriptor.type === 'FileDescriptor' && descriptor.value === 0);
}

/** A pipe that holds this text, or one nobody knows the bytes of. */
function spelledStream(text: string): Stream {
  return { stdin: 'pipe', bytes: text.includes(UNRESOLVED) ? undefined : Buffer.from(text) };
}

function hereDocument(redirect: Extract<Redirection, { type: 'HereDoc' }>, walk: Walk): Stream {
  const { body, delimiter } = redirect;
  const expands = delimiter && !delimiter.quoted;
  let { text } = body;
  if (expands && body.parts) {
    text = '';
    for (const part of body.parts) {
      if (part.type === 'Literal') text += part.value;
      else text += valueOfPart(part, walk);
    }
  } else if (expands && text.includes('\\')) text = UNRESOLVED;
  return spelledStream(redirect.operator === '<<-' ? text.replace(/^\t+/gm, '') : text);
}

/** A redirection to or from a file; the stream it gives when it is input. */
function readTarget(operator: string, target: string, walk: Walk): Stream | undefined {
  const { context, dialect, findings } = walk;
  if ((operator === '>&' || operator === '<&') && /^(\d+-?|-)$/.test(target)) {
    // Another descriptor, opened somewhere before.
    return operator === '<&' && !/^0-?$/.test(target) ? { stdin: target === '-' ? 'null' : 'pipe' } : undefined;
  }
  if (/^\/dev\/(tcp|udp)\//.test(target)) {
    findings.action(
      act(dialect.shell, dialect.shell, ['export', 'unknown'], { scope: { host: target.split('/')[3] } }),
    );
    return undefined;
  }
  if (/^\/dev\/(null|stdout|stderr|tty|zero|fd\/\d+)$/.test(target))
    return operator === '<' ? { stdin: 'null' } : undefined;
  const resource = fileAt(target, walk.cwd);
  if (operator === '<' || operator === '<&') {
    findings.action(
      act(dialect.shell, 'redirect', namesSecretFile(target) ? ['read', 'secret'] : ['read'], { resource }),
    );
    return inputFile(target, walk);
  }
  const appends = operator === '>>' || operator === '&>>' || operator === '<>';
  const loses = !appends && (/^\/dev\//.test(target) || context.files.realpath(resource.path) !== undefined);
  findings.action(act(dialect.shell, 'redirect', loses ? ['write', 'destroy'] : ['write'], { resource }));
  return undefined;
}

function inputFile(target: string, { context, findings, place }: Walk): Stream {
  // What an earlier command of the same line may have written is not what lies there now.
  if (target.includes(UNRESOLVED) || place.cwd !== undefined || context.changed === true || !findings.isQuiet)
    return { stdin: 'file' };
  const snapshot = context.files.read(target);
  if (snapshot === undefined) return { stdin: 'file' };
  findings.input(inputOf('stdin', target, snapshot));
  return { stdin: 'file', bytes: snapshot.bytes };
}
