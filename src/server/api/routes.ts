import { AUDIT } from './audit.ts';
import { CALLS } from './calls.ts';
import { CHANGES } from './changes.ts';
import { CONVERSATION } from './conversation.ts';
import { documented } from './document.ts';
import { ENROLMENT } from './enrolment.ts';
import { GRANTS } from './grants.ts';
import { HEALTH } from './health.ts';
import { LOGIN } from './login.ts';
import { METRICS } from './metrics.ts';
import { POLICY } from './policy.ts';
import { RELAY } from './relay.ts';
import { REQUESTS } from './requests.ts';
import type { Route } from './route.ts';
import { RUNS } from './runs.ts';
import { TOKENS } from './tokens.ts';
import { VOTES } from './votes.ts';
import { WEB } from './web.ts';
import { WHOAMI } from './whoami.ts';

/** All of the API, in the order in which it is documented. */
export const ROUTES: readonly Route[] = documented([
  ...REQUESTS,
  ...RUNS,
  ...CALLS,
  ...VOTES,
  ...CONVERSATION,
  ...RELAY,
  ...CHANGES,
  ...GRANTS,
  ...ENROLMENT,
  ...AUDIT,
  ...POLICY,
  ...TOKENS,
  ...LOGIN,
  ...WHOAMI,
  ...WEB,
  ...HEALTH,
  ...METRICS,
]);
