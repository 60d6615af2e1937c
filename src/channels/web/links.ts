import { keyOf, newSecret } from './secret.ts';

/** One-time links: how somebody who is known on this machine opens a session in a browser. */
export interface Links {
  make(person: string): { readonly secret: string; readonly expires: number };
  /** Whose it is, without using it up. */
  peek(secret: string): string | undefined;
  /** Whose it was. From now on it is nobody's. */
  use(secret: string): string | undefined;
}

const LASTS_MILLISECONDS = 60_000;
/** Of one person at a time; the oldest goes. */
const MOST = 5;

export function links({
  now,
  random,
}: {
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}): Links {
  const open = new Map<string, { readonly person: string; readonly expires: number }>();
  const find = (secret: string) => {
    for (const [key, { expires }] of open) if (expires <= now()) open.delete(key);
    return open.get(keyOf(secret));
  };
  return {
    make(person) {
      const own = [...open].filter(([, link]) => link.person === person);
      for (const [key] of own.slice(0, Math.max(0, own.length - MOST + 1))) open.delete(key);
      const secret = newSecret(random);
      const expires = now() + LASTS_MILLISECONDS;
      open.set(keyOf(secret), { person, expires });
      return { secret, expires };
    },
    peek: (secret) => find(secret)?.person,
    use(secret) {
      const found = find(secret);
      open.delete(keyOf(secret));
      return found?.person;
    },
  };
}
