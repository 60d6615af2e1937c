import { answerOf } from '../approval/answer.ts';
import type { Submitted } from '../approval/events.ts';
import { BRIEFLY, untilBack } from '../broker/away.ts';
import type { Queue } from '../broker/broker.ts';
import { remoteQueue } from '../broker/remote.ts';
import type { Connection } from '../broker/remote-http.ts';
import { openRun } from '../broker/remote-open.ts';
import { remoteStages, type TakenIn } from '../broker/remote-stages.ts';
import { connectionTo } from '../broker/service.ts';
import { flat } from '../command/display.ts';
import { runsHere, type Service } from '../config/service.ts';
import { GateError } from '../errors.ts';
import type { Stages } from '../pipeline.ts';
import type { Decision } from '../policy/decision.ts';
import type { RawFacts } from '../request/capture.ts';
import type { Request } from '../request/request.ts';
import { environmentOf, type RunHooks } from '../wiring.ts';
import { awayOn } from './away.ts';

/**
 * A run where this machine's owner chose a service: it understands, decides and records. In host mode it runs the command as well, and this process is
 * its terminal; in client mode this process runs it.
 */
export interface AtService {
  readonly queue: Queue;
  stages(hooks: RunHooks, resumed: string | undefined): Stages;
  /** The request that waits under an id. @throws GateError UNKNOWN_REQUEST */
  resumed(caller: Request, id: string): Promise<Request>;
}

/** @param say what people read of the service @throws GateError CHANNEL_UNAVAILABLE: nothing runs without the service */
export async function atService(service: Service, facts: RawFacts, say: (text: string) => void): Promise<AtService> {
  const connect = () => connectionTo(service, facts, environmentOf(facts), 'ask');
  const connection = (await untilBack(connect, { most: BRIEFLY })) as Connection;
  const queue = remoteQueue(connection, awayOn(say));
  if (runsHere(service)) return (await import('./at-client.ts')).atClient(connection, queue, facts, say);
  return {
    queue,
    stages: ({ requester, onDecided, onStarting, onStarted }, resumed) =>
      remoteStages({
        ...{ connection, queue, requester, onDecided, onStarting, onStarted },
        open: (id) => openRun(connection, id),
        ...(resumed === undefined ? {} : { before: () => takenBefore(queue, resumed) }),
      }),
    async resumed(caller, id) {
      const { id: whole, view } = await queue.find(id);
      return { ...caller, id: whole, argv: view.argv.map(flat) };
    },
  };
}

/** As the record has it. */
export async function takenBefore(queue: Queue, id: string): Promise<TakenIn> {
  const [{ view }, events] = await Promise.all([queue.get(id), queue.record(id)]);
  const payload = (type: string) => events.find((event) => event.type === type)?.payload;
  const submitted = payload('request.submitted') as Submitted | undefined;
  const decision = payload('request.decided') as Decision | undefined;
  if (!submitted || !decision) throw new GateError('UNKNOWN_REQUEST', `the record of ${id} was erased`);
  const { digest, manifest, actions } = submitted;
  return { asked: id, id, answer: answerOf(id, view), digest, manifest, actions, decision };
}
