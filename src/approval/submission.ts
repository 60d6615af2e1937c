import type { Command } from '../command/command.ts';
import { flat } from '../command/display.ts';
import { redactedAction } from '../command/redact.ts';
import type { Decision } from '../policy/decision.ts';
import type { Request } from '../request/request.ts';
import type { Submitted } from './events.ts';
import { shapeOf } from './shape.ts';

/** What goes to the broker: who asks, what it means, and what policy says of it. */
export interface Submission {
  readonly request: Request;
  readonly command: Command;
  readonly decision: Decision;
  /** Where a service takes it in: whether it would run there, under which account, or at the client. */
  readonly place?: { readonly mode: 'host'; readonly runAs: string } | { readonly mode: 'client' };
}

/** The record of a request: everything people and auditors need, with every secret taken out. Pure. */
export function record({ request, command, place }: Submission): Submitted {
  const { redact } = command;
  const actions = command.actions.map((action) => redactedAction(action, redact));
  return {
    principal: request.principal,
    argv: command.manifest.argv,
    cwd: request.cwd,
    host: request.host,
    user: request.user,
    ...(place === undefined ? {} : { mode: place.mode }),
    ...(place?.mode === 'host' ? { run_as: place.runAs } : {}),
    tty: request.tty,
    stdin: request.stdin,
    parents: request.parents,
    dropped: request.dropped,
    ...(request.intent === undefined ? {} : { intent: redact(request.intent) }),
    ...(request.ticket === undefined ? {} : { ticket: redact(request.ticket) }),
    ...(request.call === undefined ? {} : { call: request.call }),
    manifest: command.manifest,
    digest: command.digest,
    shape: shapeOf(command.manifest, actions),
    actions,
    inputs: command.inputs,
    notes: command.notes.map((note) => flat(redact(note))),
    opaque: command.opaque,
  };
}
