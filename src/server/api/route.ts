import type { z } from 'zod';
import type { Known } from '../../broker/broker.ts';
import type { Caller, Scope } from '../caller.ts';
import type { Asking } from '../identity/claimed.ts';
import type { ProblemCode } from '../problem.ts';
import type { ApiParts } from './parts.ts';

/**
 * The contract of the API: a route is declared once, and what is declared is what is checked, documented and tried by the fuzzer. `app.ts` mounts it.
 * What happens before a handler is called, in this order: who calls is known; `who` holds; path and query are read; the request that the path
 * names is looked up, and may be seen; the body is read. So whoever may not do a thing learns nothing from how it is asked for.
 */
export interface RouteOf<Query extends z.ZodType, Body extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As OpenAPI writes it: `/v1/requests/{id}/votes`. */
  readonly path: string;
  /** A name of its own among all routes, for generated clients. */
  readonly operationId: string;
  /** One line, no full stop. */
  readonly summary: string;
  /** What else a caller has to know. */
  readonly description?: string;
  /** All of them hold; `anybody` needs no caller at all. */
  readonly who: readonly Who[];
  /** `{id}` is that of a request, whole or its end: it is looked up, and `call.known` is it. Who may not see it hears that it is not there. */
  readonly subject?: 'request';
  /** Strict objects; each field marked `observed` or `claimed` (`fields.ts`). Without one nothing may be given. */
  readonly query?: Query;
  readonly body?: Body;
  /** By status. Problems are not listed: which can come follows from the rest, and from `problems`. */
  readonly answers: Readonly<Record<number, AnswerOf>>;
  /** What else this route refuses with. */
  readonly problems?: readonly ProblemCode[];
  /** The header `Idempotency-Key` is heeded: the same call again is answered as the first was, and does nothing. */
  readonly idempotent?: true;
  handle(call: Call<z.infer<Query>, z.infer<Body>>, parts: ApiParts): Reply | Promise<Reply>;
}

export type Route = RouteOf<z.ZodType, z.ZodType>;

/** `person`: in person, at a terminal, with the scope `vote`. `requester`: of the request in the path. */
export type Who = 'anybody' | 'caller' | `scope:${Scope}` | 'person' | 'requester';

/** What an answer with a status looks like. */
export type AnswerOf = { readonly summary: string } & (
  | { readonly json: z.ZodType }
  /** Bytes or a text of this media type. */
  | { readonly type: string }
  /** Server-sent events: the data of each by the name of the event. */
  | { readonly events: Readonly<Record<string, z.ZodType | null>> }
  /** The connection becomes something else, or nothing is in it. */
  | { readonly empty: true }
);

/** One call, checked. */
export interface Call<Query, Body> {
  readonly asking: Asking;
  readonly caller: Caller;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Clean<Query>;
  readonly body: Clean<Body>;
  /** Of the header `Idempotency-Key`, where the route heeds it. */
  readonly key?: string;
  /** What the path names, where the route has a `subject`. */
  readonly known: Known;
  readonly headers: Headers;
  /** Where it comes from, for routes that anybody may call. */
  readonly stranger: Stranger;
}

/** Somebody who is not known yet, by their address: those who fail too often have to wait. */
export interface Stranger {
  /** Its address; empty where the kernel knows everybody. */
  readonly from: string;
  /** @throws ApiError TOO_MANY */
  check(): void;
  /** @param why for the log of the service */
  failed(why: string): void;
}

export type Reply =
  | { readonly status: number; readonly json: unknown }
  | {
      readonly status: number;
      readonly bytes: Uint8Array | string;
      readonly type: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly status: number; readonly empty: true; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status: number; readonly events: (stream: EventStream) => Promise<void> };

/** A stream of server-sent events to one caller. */
export interface EventStream {
  send(event: string, data: string): Promise<void>;
  /** Aborted when the caller has gone or the service ends. */
  readonly over: AbortSignal;
}

/** An `Idempotency-Key`. */
export const KEY = /^[!-~]{1,64}$/;

/** Members that are undefined are not there. */
export type Clean<Value> = Value extends object ? { [Key in keyof Value]: Exclude<Value[Key], undefined> } : Value;

/** A route with the types of its query and body known to its handler. */
export function route<Query extends z.ZodType = z.ZodNever, Body extends z.ZodType = z.ZodNever>(
  declared: RouteOf<Query, Body>,
): Route {
  return declared as unknown as Route;
}

export function ok(json: unknown): Reply {
  return { status: 200, json };
}
