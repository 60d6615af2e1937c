// A custom deployment protection rule of GitHub: a deployment waits until people have answered gate. GitHub conveys nobody's vote; it waits.
import { createHmac, createSign, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const { GITHUB_API = 'https://api.github.com', GITHUB_APP = '', GITHUB_KEY = '', GITHUB_SECRET = '' } = process.env;
const { HOOK_SECRET = '', RULE = '', PIPELINES = 'pipeline:github/', STATE = 'state.json', PORT = '8080' } = process.env;
const gate = new Webhook(HOOK_SECRET);

/** By run of GitHub: what waits there, and what gate said. Kept, for either may come first. */
const runs = new Map(existing());
const VERDICTS = {
  'request.granted': ['approved', ({ event }) => `approved in gate by ${event.voters.join(', ')}`],
  'request.denied': ['rejected', ({ event }) => `denied in gate${event.by ? ` by ${event.by}` : ''}${event.text ? `: ${event.text}` : ''}`],
  'request.expired': ['rejected', () => 'nobody answered in gate in time'],
  'request.withdrawn': ['rejected', () => 'taken back in gate'],
  'request.superseded': ['rejected', () => 'another request took its place in gate'],
};

createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  try {
    const taken = incoming.url === '/gate' ? fromGate(body, incoming.headers) : fromGithub(body, incoming.headers);
    if (taken !== undefined) await note(...taken);
    outgoing.writeHead(204).end();
  } catch (error) {
    console.error(String(error));
    // gate sends it again after an error; GitHub's deliveries can be sent again in its settings.
    outgoing.writeHead(error.name === 'WebhookVerificationError' ? 401 : 500).end();
  }
}).listen(Number(PORT), '127.0.0.1', function () {
  console.log(`listens at ${this.address().port}`);
});

// What GitHub could not be told before.
const again = () => Promise.allSettled([...runs.keys()].map((run) => note(run, {})));
setInterval(again, 60_000);
await again();

/** https://docs.github.com/webhooks: X-Hub-Signature-256 is the HMAC of the body. */
function fromGithub(body, headers) {
  const expected = Buffer.from(`sha256=${createHmac('sha256', GITHUB_SECRET).update(body).digest('hex')}`);
  const given = Buffer.from(headers['x-hub-signature-256'] ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw Object.assign(new Error('not GitHub’s signature'), { name: 'WebhookVerificationError' });
  }
  const { action, environment, deployment_callback_url: callback, installation, repository } = JSON.parse(body);
  if (headers['x-github-event'] !== 'deployment_protection_rule' || action !== 'requested') return undefined;
  const run = /\/actions\/runs\/(\d+)\/deployment_protection_rule$/.exec(callback)?.[1];
  if (run === undefined || !callback.startsWith(`${GITHUB_API}/`)) throw new Error('an address that is not GitHub’s');
  return [`${repository.full_name}/${run}`, { waiting: { callback, environment, installation: installation.id } }];
}

/** What people decided about the command of a run: the pipeline's name ends with the repository, its session is the run. */
function fromGate(body, headers) {
  const { type, data } = gate.verify(body.toString(), headers);
  const { principal, rules } = data.request;
  const [state, words] = VERDICTS[type] ?? [];
  if (state === undefined || !rules.includes(RULE) || !principal.id.startsWith(PIPELINES)) return undefined;
  const repository = principal.id.slice(PIPELINES.length);
  return [`${repository}/${principal.session}`, { said: { state, comment: words(data) } }];
}

async function note(run, news) {
  const known = { ...runs.get(run), ...news };
  runs.set(run, known);
  save();
  if (known.waiting === undefined || known.said === undefined) return;
  const { callback, environment, installation } = known.waiting;
  const headers = { authorization: `Bearer ${await tokenOf(installation)}`, accept: 'application/vnd.github+json' };
  await call(callback, { headers, body: JSON.stringify({ environment_name: environment, ...known.said }) });
  runs.delete(run);
  save();
}

/** A GitHub App is known by a short token that its key signs, and exchanges that for one of the installation. */
async function tokenOf(installation) {
  const now = Math.floor(Date.now() / 1000);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: now - 60, exp: now + 300, iss: GITHUB_APP })}`;
  const signature = createSign('RSA-SHA256').update(text).sign(readFileSync(GITHUB_KEY), 'base64url');
  const headers = { authorization: `Bearer ${text}.${signature}`, accept: 'application/vnd.github+json' };
  const answer = await call(`${GITHUB_API}/app/installations/${installation}/access_tokens`, { headers });
  return (await answer.json()).token;
}

async function call(url, options) {
  const answer = await fetch(url, { method: 'POST', redirect: 'error', ...options });
  if (!answer.ok) throw new Error(`GitHub answers ${answer.status} to ${new URL(url).pathname}`);
  return answer;
}

function existing() {
  try {
    return JSON.parse(readFileSync(STATE, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function save() {
  writeFileSync(`${STATE}.new`, JSON.stringify([...runs]));
  renameSync(`${STATE}.new`, STATE);
}
