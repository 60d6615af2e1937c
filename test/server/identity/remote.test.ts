import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateCaller, namesIn } from '../../../src/server/identity/certificate.ts';
import { failures } from '../../../src/server/identity/failures.ts';
import { bearerOf } from '../../../src/server/identity/remote.ts';

const PEOPLE = {
  source: 'config.yaml',
  people: [{ name: 'ann', os: [], sshKeys: [] }],
  groups: [],
  agents: [{ name: 'deploy', match: 'agent:x@*', owner: 'ann' }],
};

describe('the names in a certificate', () => {
  test('are those that stand whole in the line, and nothing that could be read as two', () => {
    expect(
      namesIn('URI:spiffe://example.com/deploy, DNS:a.example.com, IP Address:10.0.0.1, email:a@example.com'),
    ).toEqual(['URI:spiffe://example.com/deploy', 'DNS:a.example.com', 'email:a@example.com']);
    expect(namesIn('')).toEqual([]);
    // One name that a certificate authority signed, written so that it looks like two.
    expect(namesIn('DNS:"evil.example.com, URI:spiffe://example.com/deploy"')).toEqual([]);
    expect(namesIn('URI:"http://x\\u0000, DNS:a.example.com"')).toEqual([]);
  });

  test('of whatever line, each is a part between the commas', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
        const line = parts.join(', ');
        for (const name of namesIn(line)) {
          expect(line.split(', ')).toContain(name);
          expect(name).toMatch(/^(?:URI|DNS|email):[!-~]+$/);
        }
      }),
    );
  });

  const named = [
    { san: 'DNS:a', kind: 'agent', name: 'deploy', owner: 'ann' },
    { san: 'DNS:b', kind: 'pipeline', name: 'nightly', owner: 'ann' },
    { san: 'DNS:c', kind: 'agent', name: 'deploy', owner: 'eve' },
  ] as const;
  const of = (names: readonly string[], now = 0) => certificateCaller({ names, until: 10 }, named, PEOPLE, now);

  test('say who calls where one entry names one of them, while it is good, and its owner is there', () => {
    expect(of(['DNS:x', 'DNS:a'])).toMatchObject({
      principal: { id: 'agent:deploy@ann', known: 'signed' },
      by: 'certificate',
    });
    expect(of(['DNS:b'])).toMatchObject({ principal: { id: 'pipeline:certificate/nightly', owner: 'person:ann' } });
    expect(of(['DNS:A', 'dns:a', 'a', 'DNS:*'])).toBeUndefined();
    expect(of(['DNS:a', 'DNS:b'])).toHaveProperty('barred');
    expect(of(['DNS:c'])).toHaveProperty('barred');
    expect(of(['DNS:a'], 10)).toHaveProperty('barred');
    expect(certificateCaller({ names: ['DNS:a'], until: Number.NaN }, named, PEOPLE, 0)).toHaveProperty('barred');
    expect(certificateCaller({ names: ['DNS:a'], until: 10 }, named, undefined, 0)).toHaveProperty('barred');
  });
});

describe('the token of a request', () => {
  const of = (...headers: readonly string[]) =>
    bearerOf({ rawHeaders: headers.flatMap((each) => ['Authorization', each]) });

  test('is the one that stands after Bearer; two are none', () => {
    expect(of()).toBeUndefined();
    expect(of('Bearer abc.d-e_f')).toBe('abc.d-e_f');
    expect(of('bearer   abc==')).toBe('abc==');
    for (const wrong of ['abc', 'Basic abc', 'Bearer', 'Bearer a b', 'Bearer a,b', 'Bearer ä', 'Bearer =', ''])
      expect(of(wrong)).toHaveProperty('barred');
    expect(of('Bearer a', 'Bearer a')).toHaveProperty('barred');
    expect(bearerOf({ rawHeaders: ['aUTHORIZATION', 'Bearer a', 'X', 'Bearer b'] })).toBe('a');
  });

  test('of whatever is sent is what was sent, or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = of(text);
        if (typeof found === 'string') expect(text).toContain(found);
      }),
    );
  });
});

describe('those who fail to say who they are', () => {
  const waits = (of: ReturnType<typeof failures>, address: string) => {
    try {
      of.check(address);
      return false;
    } catch {
      return true;
    }
  };

  test('wait after thirty times, each address by itself, until enough of it is forgotten', () => {
    let now = 1_000_000;
    const all = failures(() => now);
    for (let times = 0; times < 29; times++) all.note('192.0.2.1');
    expect(waits(all, '192.0.2.1')).toBe(false);
    all.note('::ffff:192.0.2.1');
    expect(waits(all, '192.0.2.1')).toBe(true);
    expect(waits(all, '192.0.2.2')).toBe(false);
    now += 2_000;
    expect(waits(all, '192.0.2.1')).toBe(false);
    all.note('192.0.2.1');
    expect(waits(all, '192.0.2.1')).toBe(true);
  });

  test('of IPv6 count by their network, however it is written', () => {
    const all = failures(() => 0);
    for (let times = 0; times < 30; times++) all.note(`2001:db8:1:2::${times}`);
    expect(waits(all, '2001:db8:1:2:a:b:c:d')).toBe(true);
    expect(waits(all, '2001:db8:1:3::1')).toBe(false);
  });

  test('are not remembered without end', () => {
    let now = 0;
    const all = failures(() => now);
    for (let times = 0; times < 30; times++) all.note('192.0.2.1');
    for (let other = 0; other < 20_000; other++) {
      all.note(`10.${other >> 16}.${(other >> 8) & 255}.${other & 255}`);
      now += 1;
    }
    expect(waits(all, '192.0.2.1')).toBe(false);
  });
});
