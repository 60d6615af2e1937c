// One call to a unix socket, as whatever account this runs under: SOCKET METHOD PATH CLAIMS, the body on stdin; prints status and body. With `watch`
// behind it prints what comes as it comes.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';

const [socketPath, method, path, claims, watch] = process.argv.slice(2);
const body = watch ? '' : readFileSync(0, 'utf8');
const headers = { 'gate-claims': claims, ...(body === '' ? {} : { 'content-type': 'application/json' }) };
const call = request({ socketPath, method, path, headers }, (response) => {
  let text = '';
  if (watch) response.pipe(process.stdout);
  response.setEncoding('utf8');
  response.on('data', (chunk) => (text += chunk));
  response.on('end', () => process.stdout.write(JSON.stringify({ status: response.statusCode, body: text })));
});
call.on('error', (error) => process.stdout.write(JSON.stringify({ status: 0, body: error.code ?? String(error) })));
call.end(body === '' ? undefined : body);
