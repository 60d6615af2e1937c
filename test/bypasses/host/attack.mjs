// What the scripts of attackers share: plain HTTP on the service's socket, and bytes that are none. `SOCKET` names it.
import { request } from 'node:http';
import { connect } from 'node:net';

const { SOCKET } = process.env;

/** @returns {Promise<{ status: number, body: any }>} status 0 when the connection broke, with the error's code */
export function call(method, path, body, claims = { tty: true }, headers = {}) {
  return new Promise((resolve) => {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const made = request(
      {
        socketPath: SOCKET,
        method,
        path,
        agent: false,
        headers: {
          'gate-claims': typeof claims === 'string' ? claims : JSON.stringify(claims),
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        let said = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (said += chunk));
        response.on('error', (error) => resolve({ status: 0, body: error.code }));
        response.on('end', () =>
          resolve({ status: response.statusCode, body: said.startsWith('{') ? JSON.parse(said) : said }),
        );
      },
    );
    made.on('error', (error) => resolve({ status: 0, body: error.code ?? String(error) }));
    made.end(text);
  });
}

/** Sends bytes as they are, and resolves with all that comes back until the other end hangs up or time passes. */
export function raw(bytes, milliseconds = 1500) {
  return new Promise((resolve) => {
    const socket = connect(SOCKET);
    let said = '';
    const done = () => {
      clearTimeout(late);
      socket.destroy();
      resolve(said);
    };
    const late = setTimeout(done, milliseconds);
    socket.on('data', (chunk) => (said += chunk.toString('latin1')));
    socket.on('error', done);
    socket.on('close', done);
    socket.write(bytes);
  });
}

/** A request as `gate` submits it. */
export function ask(argv, more = {}, claims) {
  return call('POST', '/v1/requests', { argv, cwd: process.cwd(), stdin: 'null', ...more }, claims);
}

export function ballot(known, vote = 'approve', more = {}) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
  return { vote, proof: { kind: 'os' }, digest: known.view.digest, at: Date.now(), nonce, ...more };
}

export const tell = (what) => console.log(JSON.stringify(what));
