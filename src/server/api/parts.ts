import type { Store } from '../../audit/log.ts';
import type { Broker } from '../../broker/broker.ts';
import type { Enrolment } from '../../broker/enrolment.ts';
import type { Tokens } from '../../broker/tokens.ts';
import type { BundleInForce } from '../../policy/bundle/in-force.ts';
import type { Caller } from '../caller.ts';
import type { Explained, TakenCall } from '../calls.ts';
import type { ClientRuns } from '../client/runs.ts';
import type { Asking } from '../identity/claimed.ts';
import type { Logins } from '../identity/login.ts';
import type { TakenIn } from '../intake.ts';
import type { CallBody, ExplanationBody } from './calls.ts';
import type { SubmissionBody } from './requests.ts';

/** What handlers work with: the ports behind the API. */
export interface ApiParts {
  readonly broker: Broker;
  /** Takes a request in: understands it, decides, records. */
  readonly submit: (asking: Asking, caller: Caller, body: SubmissionBody, key?: string) => Promise<TakenIn>;
  /** Commands that run at clients. */
  readonly runs: Pick<ClientRuns, 'start' | 'renew' | 'finish' | 'stop'>;
  /** Takes in a tool call that a hook saw: understands it, decides, records. */
  readonly call: (asking: Asking, caller: Caller, body: CallBody) => Promise<TakenCall>;
  /** What would be decided about a command that nobody runs. */
  readonly explain: (asking: Asking, caller: Caller, body: ExplanationBody) => Promise<Explained>;
  /** What people prove their votes with. */
  readonly enrolment: () => Promise<Enrolment>;
  /** The log, to be read. */
  readonly audit: Pick<Store<never>, 'entries' | 'head'>;
  /** @throws GateError when nothing could be recorded now */
  /** What is counted, for Prometheus. */
  readonly counted: () => Promise<string>;
  readonly ready: () => Promise<void>;
  readonly version: string;
  /** The policy bundle in force. */
  readonly bundle: () => Pick<BundleInForce, 'digest' | 'bytes'> | undefined;
  readonly tokens: Pick<Tokens, 'issue' | 'list' | 'revoke'>;
  /** Undefined where the service's file names no issuer of logins. */
  readonly logins: Logins | undefined;
  /** The page of a request in the web inbox. */
  readonly pageOf?: (request: string) => string;
  /** Makes a link to the web inbox for a person; undefined where there is none. */
  readonly webLink?: (person: string) => { readonly url: string; readonly expires: number };
}
