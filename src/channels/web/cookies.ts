/** The two cookies there are. Both are good for this host alone, over TLS (or `localhost`), and no script reads them. */
export const SESSION_COOKIE = '__Host-gate';
/** Of one sign-in at an issuer, which sends the browser back from elsewhere: hence not `Strict`. */
export const SIGN_IN_COOKIE = '__Host-gate-sign-in';

/** Undefined also when it is there twice: then one of them is somebody else's. */
export function cookieIn(headers: Headers, name: string): string | undefined {
  const found = (headers.get('cookie') ?? '')
    .split(/; */)
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return found.length === 1 && /^[A-Za-z0-9_-]{43}$/.test(found[0] ?? '') ? found[0] : undefined;
}

export function cookie(name: string, value: string, sameSite: 'Strict' | 'Lax'): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=${sameSite}`;
}

export function noCookie(name: string): string {
  return `${name}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;
}
