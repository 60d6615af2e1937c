import { describe, expect, test } from 'vitest';
import { formatNoteKey, keyHash, parseNote, parseNoteKey, signersOf } from '../../src/signed-note/note.ts';
import { newSigningKey, parseSigningKey, signedNote } from '../../src/signed-note/signing-key.ts';

/** The example of Go's package golang.org/x/mod/sumdb/note: made by another program. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SAID =
  'If you think cryptography is the answer to your problem,\nthen you don\u2019t know what your problem is.\n'.replace(
    '\u2019',
    "'",
  );
const SIGNED = `${SAID}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
const PRIVATE = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const named = (name: string) => newSigningKey(name, random)[0];

describe('a signed note', () => {
  test('of another program is read, and its signature holds', async () => {
    const note = parseNote(SIGNED)!;
    const key = parseNoteKey(NEUMANN)!;
    expect(note.text).toBe(SAID);
    expect(await signersOf(note, [key])).toEqual([key]);
    expect(formatNoteKey(key)).toBe(NEUMANN);
  });

  test('is signed as the other program signs it: Ed25519 has one signature for each key and text', () => {
    expect(signedNote(SAID, [parseSigningKey(PRIVATE)!])).toBe(SIGNED);
    expect(parseSigningKey(`${PRIVATE}\n`)?.name).toBe('PeterNeumann');
  });

  test('changed in any letter is signed by nobody', async () => {
    const key = parseNoteKey(NEUMANN)!;
    for (let index = 0; index < SAID.length; index++) {
      const changed = `${SAID.slice(0, index)}${SAID[index] === 'x' ? 'y' : 'x'}${SIGNED.slice(index + 1)}`;
      const note = parseNote(changed);
      expect(note && (await signersOf(note, [key]))).not.toEqual([key]);
    }
  });

  test('has signatures of keys that nobody named, and they say nothing', async () => {
    const [ours, theirs] = [named('ours'), named('theirs')];
    const note = parseNote(signedNote('text\n', [theirs, ours]))!;
    expect(await signersOf(note, [ours])).toEqual([ours]);
    expect(await signersOf(note, [named('ours')])).toEqual([]);
    expect(await signersOf(note, [])).toEqual([]);
  });

  test('with a false signature under the name of a key that counts is worth nothing, whatever else is on it', async () => {
    const [a, b] = [named('a'), named('b')];
    const other = parseNote(signedNote('other\n', [a]))!;
    const good = parseNote(signedNote('text\n', [b]))!;
    const mixed = { text: good.text, signatures: [...other.signatures, ...good.signatures] };
    expect(await signersOf(mixed, [a, b])).toEqual([]);
    expect(await signersOf(mixed, [b])).toEqual([b]);
  });

  test.each([
    ['nothing', ''],
    ['no signature', 'text\n\n'],
    ['no empty line', 'text\n\u2014 a AAAAAAA=\n'],
    ['no last newline', SIGNED.slice(0, -1)],
    ['another dash', SIGNED.replace('\u2014', '-')],
    ['a name with a plus', SIGNED.replace('PeterNeumann', 'Peter+Neumann')],
    ['a carriage return', SIGNED.replace(',\n', ',\r\n')],
    ['a NUL', `\0${SIGNED}`],
    ['half a surrogate', `\ud800${SIGNED}`],
    ['base64 in another form', SIGNED.replace('AM=\n', 'AN=\n')],
    ['something after the signatures', `${SIGNED}more\n`],
    ['seventeen signatures', `text\n\n${'\u2014 a AAAAAAAA\n'.repeat(17)}`],
  ])('with %s is none', (_, text) => {
    expect(parseNote(text)).toBeUndefined();
  });
});

describe('a key', () => {
  test('comes back out of the line that keeps it', () => {
    const [key, line] = newSigningKey('acme-2026', random);
    expect(line).toMatch(/^PRIVATE\+KEY\+acme-2026\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*\n$/);
    expect(parseSigningKey(line)).toMatchObject({ name: 'acme-2026', key: key.key });
    expect(formatNoteKey(parseNoteKey(formatNoteKey(key))!)).toBe(formatNoteKey(key));
    expect(keyHash('acme-2027', key.key)).not.toEqual(key.hash);
  });

  test.each([
    ['another hash', NEUMANN.replace('c74f20a3', 'c74f20a4')],
    ['another name', NEUMANN.replace('Neumann', 'Naur')],
    ['another algorithm', 'a+00000000+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['too short', 'a+00000000+AQAA'],
    ['a private one', PRIVATE],
    ['nothing', ''],
  ])('with %s is none', (_, text) => {
    expect(parseNoteKey(text)).toBeUndefined();
  });

  test('of a private line that was changed is none', () => {
    expect(parseSigningKey(PRIVATE.replace('c74f', 'c74e'))).toBeUndefined();
    expect(parseSigningKey(NEUMANN)).toBeUndefined();
  });
});
