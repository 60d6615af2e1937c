import { isDeepStrictEqual } from 'node:util';
import type { Serve } from '../config/serve.ts';

/** Everything there is, as the file calls it. */
const WORDS: Readonly<Record<keyof Serve, string>> = {
  state: 'state',
  socket: 'socket',
  https: 'https',
  runAs: 'run_as',
  oidc: 'oidc',
  login: 'login',
  webhooks: 'webhooks',
  lease: 'lease',
  web: 'web',
  log: 'log',
  metrics: 'metrics',
  limits: 'limits',
  tokens: 'tokens',
};

/**
 * Takes over what can change while the service runs: accounts, receivers of webhooks and the level of the log. The rest needs sockets, keys or loops that only a start makes.
 *
 * @param live what everybody looks at
 * @returns the words of `serve.yaml` that changed and hold only from the next start on
 */
export function takeOver(live: { -readonly [Key in keyof Serve]: Serve[Key] }, next: Serve): readonly string[] {
  live.runAs = next.runAs;
  live.webhooks = next.webhooks;
  // The level only: lines of two formats in one file are nobody's.
  live.log = { ...live.log, level: next.log.level };
  return (Object.keys(WORDS) as (keyof Serve)[])
    .filter(
      (key) => !isDeepStrictEqual(live[key], next[key]) && !(key === 'log' && live.log.format === next.log.format),
    )
    .map((key) => WORDS[key]);
}
