// Calls to a unix socket on kept connections, as whatever account this runs under: SOCKET CONNECTIONS. A line of JSON for each call on stdin
// ({n, method, path, headers, body, open}), a line for each answer on stdout. `open`: a stream of events is left soon after its beginning.
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

const [socketPath, connections] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const escaped = (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
const say = (answer) => process.stdout.write(`${JSON.stringify(answer).replaceAll(/[^ -~]/g, escaped)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  send(JSON.parse(line));
}
process.exit(0);

function send({ n, method, path, headers = {}, body, open, stay }, again = false) {
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
      response.on('data', (chunk) => (text += chunk));
      response.on('end', end);
      response.on('close', end);
      // An answer without an end: its beginning is enough, and what it begins with is waited for no longer than this.
      if ((open || stay) && response.headers['content-type']?.startsWith('text/event-stream'))
        setTimeout(() => call.destroy(), stay ?? 5);
    });
    call.on('upgrade', (response, socket) => {
      socket.destroy();
      tell({ status: response.statusCode, headers: response.headers, body: '' });
    });
    call.on('error', (error) => {
      // The service hung up on a kept connection at the moment it was used again: what is meant gets one of its own.
      const late = error.code === 'ECONNRESET' && call.reusedSocket && !answered && !again;
      answered ||= late;
      if (late) send({ n, method, path, headers: { ...headers, connection: 'close' }, body, open, stay }, true);
      else tell({ status: 0, body: error.code ?? String(error) });
    });
    call.setTimeout(5_000, () => call.destroy(new Error('late')));
    call.end(body);
  } catch (error) {
    // What this client cannot send at all.
    tell({ status: -1, body: error.code ?? String(error) });
  }
}
