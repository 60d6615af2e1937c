import type { View } from '../../approval/states.ts';
import type { Queue } from '../../broker/broker.ts';
import type { Enrolment } from '../../broker/enrolment.ts';
import { headersFor } from './headers.ts';
import type { Html } from './html.ts';
import { layout, type Page } from './pages/layout.ts';
import { Refusal } from './refusal.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Issuer } from './signing-in.ts';

/** The log of the service: sentences of gate's own, and what should not happen. */
export interface Log {
  said(sentence: string): void;
  failed(where: string, error: unknown): void;
}

/** What the pages work on. */
export interface Desk {
  /** `https://gate.example.com`: what stands in the browser, and the only name these pages answer to. */
  readonly origin: string;
  readonly broker: Queue;
  readonly enrolment: () => Promise<Enrolment>;
  readonly issuer?: Issuer;
  readonly sessions: Sessions;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Log;
}

/** One request of a browser. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly desk: Desk;
  /** Aborted when the browser has gone. */
  readonly gone: AbortSignal;
}

/** One of somebody who is signed in, and is still somebody. */
export interface SignedIn extends Visit {
  readonly session: Session;
  /** Whether a directory says who exists; without one, people see what is their own. */
  readonly listed: boolean;
}

/** People of the directory decide, so they see everything; everybody else what is their own. */
export function maySee(
  { listed, session }: SignedIn,
  { principal, owner }: Pick<View, 'principal' | 'owner'>,
): boolean {
  return listed || session.person === principal || session.person === owner;
}

export function page({ desk }: Visit, parts: Page, status = 200): Response {
  return markup(desk, layout(parts), status);
}

export function markup({ origin }: Desk, { text }: Html, status: number): Response {
  return new Response(text, { status, headers: headersFor(origin, 'text/html; charset=utf-8') });
}

export function data({ desk }: Visit, value: object, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: headersFor(desk.origin, 'application/json') });
}

/** To a page of ours, by GET. */
export function onTo({ desk }: Visit, path: string): Response {
  const headers = headersFor(desk.origin, 'text/plain');
  headers.set('location', path);
  return new Response(null, { status: 303, headers });
}

/** An id as it stands in an address: whole, or its end. @throws Refusal 404 */
export function idIn(text: string | undefined): string {
  if (text !== undefined && /^[0-9a-f-]{8,36}$/.test(text)) return text;
  throw new Refusal(404, 'there is no such request');
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
