// Gives a made up history of docs/examples/temporal/workflow.ts to the worker of Temporal's SDK: STORY [NAME OF THE SECOND ACTIVITY]. Lies beside the workflow when it runs.
import protos from '@temporalio/proto';
import { Worker } from '@temporalio/worker';

const [story, second = 'convey'] = process.argv.slice(2);
const began = Math.floor(Date.parse('2027-01-01T00:00:00Z') / 1000);
const events = [];

/** @returns the id of the event */
function add(type, attributes) {
  const name = `${type.toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase())}EventAttributes`;
  const eventId = events.length + 1;
  const eventTime = { seconds: began + eventId, nanos: 0 };
  events.push({ eventId, eventTime, eventType: `EVENT_TYPE_${type}`, [name]: attributes });
  return eventId;
}

const payloads = (...values) => ({
  payloads: values.map((value) => ({
    metadata: { encoding: Buffer.from('json/plain') },
    data: Buffer.from(JSON.stringify(value)),
  })),
});
const taskQueue = { name: 'gate' };
const seconds = (count) => ({ seconds: count });

/** The workflow is looked at. */
function task() {
  const scheduledEventId = add('WORKFLOW_TASK_SCHEDULED', { taskQueue });
  const startedEventId = add('WORKFLOW_TASK_STARTED', { scheduledEventId });
  // Names of activities are compared where the history says that they were.
  const sdkMetadata = { coreUsedFlags: [1] };
  return add('WORKFLOW_TASK_COMPLETED', { scheduledEventId, startedEventId, sdkMetadata });
}

function activity(activityId, name, workflowTaskCompletedEventId, result) {
  const scheduledEventId = add('ACTIVITY_TASK_SCHEDULED', {
    ...{ activityId, activityType: { name }, taskQueue, workflowTaskCompletedEventId },
    startToCloseTimeout: seconds(60),
  });
  const startedEventId = add('ACTIVITY_TASK_STARTED', { scheduledEventId });
  add('ACTIVITY_TASK_COMPLETED', { scheduledEventId, startedEventId, ...(result && { result: payloads(result) }) });
}

const held = {
  ...{ id: 'x', digest: `sha256:${'a'.repeat(64)}`, title: 't', command: ['touch x'], people: ['person:ann'] },
  expires_at: new Date((began + 3600) * 1000).toISOString(),
};
add('WORKFLOW_EXECUTION_STARTED', {
  ...{ workflowType: { name: 'approval' }, taskQueue, input: payloads(held), workflowId: 'gate-x', attempt: 1 },
  ...{ originalExecutionRunId: 'run', firstExecutionRunId: 'run', workflowTaskTimeout: seconds(10) },
});
activity('1', 'tell', task());
const waiting = add('TIMER_STARTED', {
  ...{ timerId: '1', startToFireTimeout: seconds(3500), workflowTaskCompletedEventId: task() },
});
let done;
let outcome = 'nobody answered';
if (story === 'late') {
  add('TIMER_FIRED', { timerId: '1', startedEventId: waiting });
  done = task();
} else {
  const [signalName, given] = story === 'over' ? ['over', 'denied'] : ['decided', { person: 'ann', vote: 'approve' }];
  add('WORKFLOW_EXECUTION_SIGNALED', { signalName, input: payloads(given) });
  done = task();
  add('TIMER_CANCELED', { timerId: '1', startedEventId: waiting, workflowTaskCompletedEventId: done });
  outcome = 'denied';
  if (story === 'yes') {
    activity('2', second, done, { state: 'granted' });
    done = task();
    outcome = 'granted';
  }
}
add('WORKFLOW_EXECUTION_COMPLETED', { result: payloads(outcome), workflowTaskCompletedEventId: done });

const workflowsPath = new URL('workflow.ts', import.meta.url).pathname;
await Worker.runReplayHistory(
  { workflowsPath },
  protos.temporal.api.history.v1.History.fromObject({ events }),
  'gate-x',
);
process.exit(0);
