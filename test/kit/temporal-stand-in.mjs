// Runs docs/examples/temporal without Temporal: its workflow, activities and receiver as they are, and in place of the engine what follows. It keeps nothing, so
// it shows what the example does and nothing of what Temporal does. Lines on stdin are signals; on stdout: the port, and how workflows end.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { registerHooks } from 'node:module';
import { createInterface } from 'node:readline';

const here = new AsyncLocalStorage();
const running = new Map();

globalThis.temporalStandIn = {
  defineSignal: (name) => ({ name }),
  setHandler: ({ name }, handler) => here.getStore().handlers.set(name, handler),
  uuid4: () => randomUUID(),
  workflowInfo: () => ({ workflowId: here.getStore().id }),
  condition: (holds, milliseconds) =>
    new Promise((resolve) => {
      const flow = here.getStore();
      const late = setTimeout(() => resolve(false), milliseconds);
      flow.look = () => {
        if (!holds()) return;
        clearTimeout(late);
        resolve(true);
      };
      flow.look();
    }),
  proxyActivities: () =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          async (...given) => {
            for (let pause = 20; ; pause *= 2) {
              try {
                return await activities[name](...given);
              } catch {
                await new Promise((resolve) => setTimeout(resolve, pause));
              }
            }
          },
      },
    ),
};
const source = Object.keys(globalThis.temporalStandIn)
  .map((name) => `export const ${name} = globalThis.temporalStandIn.${name};`)
  .join('\n');
registerHooks({
  resolve: (name, context, next) =>
    name === '@temporalio/workflow'
      ? { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
      : next(name, context),
});

const example = (name) => import(new URL(`../../docs/examples/temporal/${name}.ts`, import.meta.url).href);
const activities = await example('activities');
const { approval } = await example('workflow');
const { receiver } = await example('receiver');

const server = receiver(process.env.HOOK_SECRET, {
  async start(id, held) {
    if (running.has(id)) return;
    const flow = { id, handlers: new Map(), look: () => {} };
    running.set(id, flow);
    here.run(flow, async () => {
      const result = await approval(held);
      running.delete(id);
      process.stdout.write(`${JSON.stringify({ id, result })}\n`);
    });
  },
  async signal(id, name, given) {
    signal(id, name, given);
  },
});
server.listen(Number(process.env.PORT), '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`),
);
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { id, name, given } = JSON.parse(line);
    signal(id, name, given);
  })
  .on('close', () => process.exit(0));

function signal(id, name, given) {
  const flow = running.get(id);
  flow?.handlers.get(name)?.(given);
  flow?.look();
}
