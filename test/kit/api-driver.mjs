// Calls to a unix socket on kept connections, as whatever account this runs under: SOCKET CONNECTIONS. A line of JSON for each call on stdin
// ({n, method, path, headers, body, open}), a line for each answer on stdout. `open`: an endless answer is left after its first bytes.
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

const [socketPath, connections] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const { n, method, path, headers = {}, body, open } = JSON.parse(line);
  let answered = false;
  const tell = (answer) => {
    if (!answered) say({ n, ...answer });
    answered = true;
  };
  try {
    const call = request({ socketPath, agent, method, path, headers }, (response) => {
      let text = '';
      const end = () => tell({ status: response.statusCode, headers: response.headers, body: text });
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
        if (!open) return;
        end();
        call.destroy();
      });
      response.on('end', end);
      response.on('close', end);
    });
    call.on('upgrade', (response, socket) => {
      socket.destroy();
      tell({ status: response.statusCode, headers: response.headers, body: '' });
    });
    call.on('error', (error) => tell({ status: 0, body: error.code ?? String(error) }));
    call.setTimeout(30_000, () => call.destroy(new Error('late')));
    call.end(body);
  } catch (error) {
    // What this client cannot send at all.
    tell({ status: -1, body: error.code ?? String(error) });
  }
}
process.exit(0);
