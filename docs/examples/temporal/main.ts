// Everything together: the worker, and the receiver of gate's webhooks beside it.
import { Client, Connection, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import * as activities from './activities.ts';
import { receiver } from './receiver.ts';

const { TEMPORAL_ADDRESS = 'localhost:7233', HOOK_SECRET = '', PORT = '8080' } = process.env;
const taskQueue = 'gate';
const client = new Client({ connection: await Connection.connect({ address: TEMPORAL_ADDRESS }) });

receiver(HOOK_SECRET, {
  async start(workflowId, held) {
    try {
      await client.workflow.start('approval', { taskQueue, workflowId, args: [held] });
    } catch (error) {
      // gate sent it again.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  },
  async signal(workflowId, name, state) {
    try {
      await client.workflow.getHandle(workflowId).signal(name, state);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  },
}).listen(Number(PORT));

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: TEMPORAL_ADDRESS }),
  taskQueue,
  workflowsPath: new URL('workflow.ts', import.meta.url).pathname,
  activities,
});
await worker.run();
