import { closeSync } from 'node:fs';
import type { Answer } from '../../approval/answer.ts';
import type { Submission } from '../../approval/submission.ts';
import { flat } from '../../command/display.ts';
import type { Request } from '../../request/request.ts';
import type { ClientBody } from '../api/client.ts';
import type { SubmissionBody } from '../api/requests.ts';
import type { Caller } from '../caller.ts';
import type { Asking } from '../identity/claimed.ts';
import { unnamed } from '../input.ts';
import { harder, type IntakeParts, requestOf, stricter } from '../intake.ts';
import { ApiError } from '../problem.ts';

/** How a request comes in whose command would run at the caller (docs/decisions/0013-client-mode.md). */
export interface ClientAsking {
  /** Whether this is one: the command of this caller runs there, or is to. */
  takes(caller: Caller, body: SubmissionBody): boolean;
  /** The submission that comes back has no exact words any more. */
  ask(
    asking: Asking,
    caller: Caller,
    body: SubmissionBody,
    id: string,
  ): Promise<{ readonly submission: Submission; readonly answer: Answer }>;
  /** Understood and decided as it is now; nothing is asked. */
  understood(asking: Asking, caller: Caller, body: SubmissionBody, id: string): Promise<Submission>;
  /** @throws ApiError NOT_YOURS */
  requireAtClient(caller: Caller): void;
}

export interface ClientAskingParts extends Pick<IntakeParts, 'broker' | 'decide' | 'chance'> {
  readonly understandSent: (request: Request, client: ClientBody) => Promise<Submission['command']>;
  /** Private directory. */
  readonly held: string;
  /** Whether commands of this caller run at the caller. */
  readonly atClient: (caller: Caller) => boolean;
}

export function clientAsking(parts: ClientAskingParts): ClientAsking {
  const { broker, decide, chance, understandSent, atClient } = parts;
  const requireAtClient = (caller: Caller) => {
    if (atClient(caller)) return;
    throw new ApiError('NOT_YOURS', 'commands of this caller run at the service, not at the caller');
  };

  async function look(asking: Asking, caller: Caller, body: SubmissionBody, id: string): Promise<Submission> {
    requireAtClient(caller);
    const { client } = body;
    if (client === undefined) {
      const hint = 'see docs/client-mode.md';
      throw new ApiError('USAGE', 'commands of this caller run at the caller: `client` is missing', hint);
    }
    const { sent, host } = client;
    const place = { host, home: sent.home, environment: sent.environment.values };
    // Tool calls of another machine are in its record; here the number would be that of something else.
    const asked = { ...body, call: undefined };
    const request = Object.freeze({ ...requestOf(asking, caller, asked, { id, at: chance.now(), host }), ...place });
    const command = await understandSent(request, client);
    const decision = await stricter(asking, request, command, decide);
    // Where it says to be may only make the answer stricter.
    const elsewhere = await stricter(asking, { ...request, host: '' }, command, decide);
    return { request, command, decision: harder(decision, elsewhere), place: { mode: 'client' } };
  }

  return {
    takes: (caller, body) => atClient(caller) || body.client !== undefined,
    requireAtClient,
    understood: async (asking, caller, body, id) => withoutWords(await look(asking, caller, body, id)),
    async ask(asking, caller, body, id) {
      const submission = withoutWords(await look(asking, caller, body, id));
      return { submission, answer: await withInput(body, submission, parts.held, (kept) => broker.submit(kept)) };
    },
  };
}

/** As it is kept: the exact words were there to be understood, and nothing here runs them. */
function withoutWords({ request, command, ...others }: Submission): Submission {
  const words = (text: string) => flat(command.redact(text));
  const { argv, intent, ticket } = request;
  const { stdin: _, ...rest } = command;
  return {
    ...others,
    command: rest,
    request: {
      ...request,
      argv: argv.map(words),
      environment: {},
      ...(intent === undefined ? {} : { intent: words(intent) }),
      ...(ticket === undefined ? {} : { ticket: words(ticket) }),
    },
  };
}

/** With what the command reads as code at a descriptor, so that it is kept for those who are asked. */
async function withInput<Result>(
  { client }: SubmissionBody,
  submission: Submission,
  held: string,
  use: (kept: Submission) => Promise<Result>,
): Promise<Result> {
  const content = client?.sent.stdin?.content;
  if (content === undefined || submission.decision.kind === 'allow') return use(submission);
  const descriptor = unnamed(Buffer.from(content, 'base64'), held, `${submission.request.id}.sent`);
  try {
    return await use({ ...submission, command: { ...submission.command, stdin: descriptor } });
  } finally {
    closeSync(descriptor);
  }
}
