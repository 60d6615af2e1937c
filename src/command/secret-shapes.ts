/**
 * Finds secrets that no option grammar announces. A cheap look comes first; only text that could hold one is given to
 * secretlint, whose patterns are maintained by others and which is not even loaded before.
 */

/** From and to, in UTF-16 units. */
export type Span = readonly [from: number, to: number];

/** Text worth a closer look: a known prefix, a PEM header, a connection string, or a long run of random-looking text. */
const CANDIDATE =
  /-----BEGIN|:\/\/[^/\s]*:[^/\s]*@|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[a-z]-|sk-|sk_live|rk_live|hvs\.|npm_|dop_v1|SG\.|AIza|ya29\.|eyJ|authorization|cookie|shpat_|lin_api|hf_|pypi-|dapi|secret|token|passw|key|[A-Za-z0-9+_=-]{32,}/i;

/** Nothing shorter is a secret that its form gives away; most arguments are, and cost nothing. */
const SHORTEST = 6;

/** Forms whose secret part is plain from the form alone. */
const FORMS: readonly RegExp[] = [
  // scheme://user:password@host
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s@/]+)@/dgi,
  // password=..., "api_key": "..."
  /(?<![a-z0-9])(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret)["']?\s*[=:]\s*["']?([^\s"'&;,]+)/dgi,
  // Authorization: Bearer ...
  /\bauthorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token|digest|aws4-hmac-sha256|negotiate)\s+)?([^"'\r\n]+)/dgi,
  /\b(?:x-api-key|x-auth-token|x-vault-token|private-token|cookie|set-cookie)["']?\s*:\s*["']?([^"'\r\n]+)/dgi,
  // A token of gate: its id names it, the rest is the secret.
  /gate_[0-9a-f]{10}_([0-9a-f]{72})/dg,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----([\s\S]*?)(?:-----END|$)/dg,
];

/** Where secrets stand in a text. */
export async function locateSecrets(text: string): Promise<readonly Span[]> {
  if (text.length < SHORTEST || !CANDIDATE.test(text)) return NONE;
  const spans: Span[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const span = match.indices?.[1];
      if (span !== undefined && span[1] > span[0] && !isReference(text.slice(span[0], span[1]))) spans.push(span);
    }
  }
  spans.push(...(await byPattern(text)));
  return spans;
}

const NONE: readonly Span[] = [];

/** `file://x`, `$NAME`, `env:NAME` name a secret's place, not the secret. */
function isReference(value: string): boolean {
  return /^(fileb?:\/\/|\$\{?[A-Za-z_]|env:|vault:|<[^>]*>$|\*+$)/.test(value);
}

const WINDOW = 8192;

/**
 * A dependency of secretlint looks at `process.stderr` to choose colours, and merely touching that makes descriptor 2
 * non-blocking (Bun 1.4.5), for the command and for whoever called gate too. It gets to see something else.
 */
async function withoutStderr<T>(load: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(process, 'stderr');
  Object.defineProperty(process, 'stderr', { value: { fd: 2, isTTY: false }, configurable: true });
  try {
    return await load();
  } finally {
    if (own) Object.defineProperty(process, 'stderr', own);
  }
}

type Lint = (text: string) => Promise<readonly Span[]>;
let lint: Lint | undefined;

async function byPattern(text: string): Promise<readonly Span[]> {
  lint ??= await loadLint();
  return lint(text);
}

async function loadLint(): Promise<Lint> {
  const [{ lintSource }, { creator }] = await withoutStderr(() =>
    Promise.all([import('@secretlint/core'), import('@secretlint/secretlint-rule-preset-recommend')]),
  );
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };
  const whole: Lint = async (content) => {
    const source = { content, filePath: 'argument', contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    // A connection string is taken apart above: only its password is the secret.
    const exact = messages.filter((message) => !/connection-string|basicauth/.test(message.ruleId));
    return exact.map((message) => [message.range[0] ?? 0, message.range[1] ?? content.length] as const);
  };
  // Some patterns take time by the square of the length (AVL-05), and no token is longer than half a window.
  return async (content) => {
    const spans: Span[] = [];
    for (let at = 0; at === 0 || at + WINDOW / 2 < content.length; at += WINDOW / 2) {
      for (const [from, to] of await whole(content.slice(at, at + WINDOW))) spans.push([at + from, at + to]);
    }
    return spans;
  };
}
