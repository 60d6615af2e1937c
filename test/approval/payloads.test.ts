import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { payloadsOf } from '../../src/approval/payloads.ts';

const HIDDEN = 'rm -rf /srv/data # nobody sees this';
const hex = Buffer.from(HIDDEN).toString('hex');
const each = (form: (code: number) => string, between = '') =>
  [...HIDDEN].map((letter) => form(letter.charCodeAt(0))).join(between);

function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

describe('what arguments hide', () => {
  test.each([
    ['base64', Buffer.from(HIDDEN).toString('base64')],
    ['base64', Buffer.from(HIDDEN).toString('base64url')],
    ['base64, base64', Buffer.from(Buffer.from(HIDDEN).toString('base64')).toString('base64')],
    ['base64, UTF-16', Buffer.from(HIDDEN, 'utf16le').toString('base64')],
    ['base64, gzip', gzipSync(HIDDEN).toString('base64')],
    ['base64, zlib', deflateSync(HIDDEN).toString('base64')],
    ['hexadecimal', hex],
    ['hexadecimal', hex.replace(/../g, '0x$&,')],
    ['\\x escapes', hex.replace(/../g, '\\x$&')],
    ['octal escapes', each((code) => `\\${code.toString(8).padStart(3, '0')}`)],
    ['\\u escapes', each((code) => `\\u${code.toString(16).padStart(4, '0')}`)],
    ['percent', hex.replace(/../g, '%$&')],
    ['base32', base32(HIDDEN)],
    ['character codes', each(String, ',')],
    ['character entities', each((code) => `&#${code};`)],
    ['quoted-printable', each((code) => `=${code.toString(16).toUpperCase().padStart(2, '0')}`)],
  ])('UI-08 %s is shown decoded', (encodings, encoded) => {
    const found = payloadsOf(['python3', '-c', `run("${encoded}")`]);
    expect(found.map(({ encodings: names, text }) => [names.join(', '), text])).toContainEqual([encodings, HIDDEN]);
    expect(found[0]).toMatchObject({ argument: 2, bytes: expect.any(Number) });
    expect(encoded).toContain(found[0]!.raw.slice(0, 20));
  });

  test('UI-08 a short one is found where a decoder is named beside it', () => {
    const texts = (argument: string) => payloadsOf([argument]).map(({ text }) => text);
    expect(texts('echo 726d | xxd -r -p | bash')).toContain('rm');
    expect(texts('$(echo cm0gLXJmIC8= | base64 -d)')).toContain('rm -rf /');
    expect(texts("printf '\\x72\\x6d x' | sh")).toContain('rm');
    expect(texts("eval pack('H*','73797374656d')")).toContain('system');
  });

  test.each([
    'kubectl',
    '/usr/local/share/applications/example-of-a-long-path.desktop',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'payments-service-deployment-7d9f8b6c5d',
    '2026-05-06T12:00:00.000Z',
    '019b76da-a800-7000-8000-00004f2a91c0',
    'arn:aws:iam::123456789012:role/deployment-pipeline',
    'the quick brown fox jumps over the lazy dog',
  ])('an ordinary argument holds none: %s', (argument) => {
    expect(payloadsOf([argument])).toEqual([]);
  });

  test('damaged and exploding archives end the search, not gate', () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000)).toString('base64');
    const found = payloadsOf([bomb, Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).toString('base64')]);
    expect(found.map(({ encodings }) => encodings.at(-1))).toContain('gzip that cannot be read');
  });

  test('an argument as long as the kernel takes is no trouble', () => {
    for (const run of [
      '\\x41',
      '\\101',
      '%41',
      '41 ',
      '65,',
      '0x41,',
      '=41',
      '&#65;',
      'QUFB',
      'IFAU',
      'a',
      ' ',
      '\\',
    ]) {
      expect(payloadsOf([run.repeat((128 * 1024) / run.length), 'base64 -d']).length).toBeLessThanOrEqual(16);
    }
  });

  test('parts that were secrets are not looked into', () => {
    expect(payloadsOf([['--data=', { hmac: Buffer.from(HIDDEN).toString('base64') }]])).toEqual([]);
  });
});
