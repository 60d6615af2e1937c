/** What every answer of the pages tells the browser (docs/decisions/0014-web-inbox.md). */

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const COMMON: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Nobody else is told where somebody comes from. With `no-referrer` browsers would not say to ourselves either, in `Origin`, whose form it is.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
  'cache-control': 'no-store',
};

const TWO_YEARS = 63_072_000;

/** @param origin of the pages */
export function headersFor(origin: string, type: string): Headers {
  const headers = new Headers({ ...COMMON, 'content-type': type });
  if (origin.startsWith('https:')) headers.set('strict-transport-security', `max-age=${TWO_YEARS}`);
  return headers;
}
