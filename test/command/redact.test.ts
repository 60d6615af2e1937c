import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/command/manifest.ts';
import { findSecrets, namesSecret, redactor } from '../../src/command/redact.ts';

const hmac = (secret: string) => `h${secret.length}`;
const plain = (text: Text) =>
  typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : '*')).join('');
const redacted = async (texts: string[], variables = {}) => {
  const redact = redactor(await findSecrets(texts, variables), hmac);
  return texts.map((text) => plain(redact(text)));
};

/** Put together at run time, so that no scanner takes this file for a leak. */
const GITHUB = `ghp_${'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'}`;

describe('redaction', () => {
  test.each([
    ['a password in a URL', ['psql', 'postgres://app:hunter22@db/shop'], ['psql', 'postgres://app:*@db/shop']],
    ['a key and its value', ['x', 'password=hunter22'], ['x', 'password=*']],
    ['a header', ['curl', '-H', 'Authorization: Bearer abcdef123'], ['curl', '-H', 'Authorization: Bearer *']],
    ['an option that announces it', ['x', '--password', 'hunter22'], ['x', '--password', '*']],
    ['a token by its pattern', ['echo', `say ${GITHUB}`], ['echo', 'say *']],
    ['the same secret elsewhere', ['x', '--token', 'hunter22', 'see hunter22!'], ['x', '--token', '*', 'see *!']],
  ])('takes out %s', async (_, texts, shown) => {
    expect(await redacted(texts)).toEqual(shown);
  });

  test('takes out the value of a variable that says it is a secret', async () => {
    expect(await redacted(['x', 'pa55word'], { PGPASSWORD: 'pa55word', HOME: 'x' })).toEqual(['x', '*']);
  });

  test.each([
    ['plain words', ['kubectl', 'get', 'pods']],
    ['a file that holds a secret', ['x', '--token=file:///run/token']],
    ['a reference to a variable', ['sh', '-c', 'password=$PASSWORD']],
    ['a digest', ['x', 'sha256:'.padEnd(71, '0')]],
  ])('leaves %s alone', async (_, texts) => {
    expect(await redacted(texts)).toEqual(texts);
  });

  test('a password that a shell line gives to a command is not in the record', async () => {
    const lines = [
      `cd x && PGPASSWORD=hunter22 psql -c 'select 1'`,
      `export DB_PASSWORD="hunter22"; ls`,
      `env API_TOKEN='hunter22' curl x`,
      'AWS_SECRET_ACCESS_KEY=hunter22',
    ];
    for (const line of lines) expect(await findSecrets(['bash', '-c', line])).toEqual(['hunter22']);
    for (const line of ['MAX_TOKENS=4096 x', 'PGPASSWORD=$PW psql', 'PASSWORD_FILE=/x y', 'KEYS=1 x'])
      expect(await findSecrets(['bash', '-c', line])).toEqual([]);
  });

  test('a short secret goes where it stands alone, not out of every word', () => {
    const redact = redactor(['a'], hmac);
    expect(['a', '--token=a', 'cat'].map((text) => plain(redact(text)))).toEqual(['*', '--token=*', 'cat']);
  });

  test('overlapping secrets leave nothing between them', () => {
    expect(plain(redactor(['abcdef', 'defghi'], hmac)('xabcdefghix'))).toBe('x*x');
  });

  test.each([
    ['PGPASSWORD', true],
    ['AWS_SECRET_ACCESS_KEY', true],
    ['GITHUB_TOKEN', true],
    ['PWD', false],
    ['SSH_AUTH_SOCK', false],
    ['TOKEN_FILE', false],
  ])('%s names a secret: %s', (name, expected) => {
    expect(namesSecret(name)).toBe(expected);
  });
});
