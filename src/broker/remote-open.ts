import type { Refusal } from '../approval/answer.ts';
import { type Connection, errorOf, headersFor, parsed, whole, wireTo } from './remote-http.ts';
import { lostRun, remoteRun, terminalHere } from './remote-run.ts';
import type { Opened } from './remote-stages.ts';
import type { Answered } from './wire.ts';

/**
 * Asks the service to run what was granted, with this process at the other end.
 *
 * @throws GateError with the problem the service names, CHANNEL_UNAVAILABLE
 */
export async function openRun(service: Connection, id: string): Promise<Opened | Refusal> {
  const terminal = await terminalHere();
  const headers: Record<string, string> = {
    ...(await headersFor(service)),
    connection: 'Upgrade',
    upgrade: 'gate-run/1',
    ...(terminal === undefined ? {} : { 'gate-terminal': JSON.stringify(terminal) }),
  };
  const wire = await wireTo(service);
  let answered: Answered;
  try {
    answered = await wire.send({ method: 'GET', path: `/v1/requests/${id}/run`, headers });
  } catch (cause) {
    wire.close();
    // The service may have begun it before it went away: as far as is known here it runs, and its end is not seen.
    return { kind: 'opened', pump: () => Promise.reject(lostRun('it went away', cause)) };
  }
  if (answered.status === 101) {
    const socket = wire.become();
    return { kind: 'opened', pump: () => remoteRun(socket, terminal) };
  }
  const body = parsed(await whole(answered, service), service);
  wire.close();
  if (answered.status === 409 && isRefusal(body)) return body;
  throw errorOf(body, answered.status, service);
}

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'refused';
}
