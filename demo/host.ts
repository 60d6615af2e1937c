/**
 * The shared service, unattended, with three accounts of one machine and a job of a pipeline on another: an agent asks, people approve from their own accounts, in a
 * terminal and in a browser, and the agent cannot go around. Everything printed is what the programs said.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { freePort, hasBrowser, launch, Tab } from '../test/kit/browser.ts';
import type { Gate } from '../test/kit/gate.ts';
import { GATE } from '../test/kit/gate.ts';
import { AGENT, ANN, BOB, CARA, HttpsHost, POSSIBLE } from '../test/kit/https-host.ts';
import { atInbox } from '../test/kit/inbox.ts';
import { Issuer } from '../test/kit/issuer.ts';
import { rubbedOut, sayYes } from '../test/kit/person.ts';
import { echo, printed, say, title, typed } from './screen.ts';

const RULES = [
  '{ id: archives, match: { tool: mv }, decision: hold, approvers: { from: [sre], count: 2 }, reason: two of us look at archives }',
];

export async function hosted(): Promise<boolean> {
  if (!POSSIBLE || !hasBrowser) {
    console.error(
      'demo: needs root (accounts of its own, in a namespace), and a browser (Debian: apt-get install chromium)',
    );
    return false;
  }
  await using issuer = await Issuer.start();
  await using host = new HttpsHost(issuer);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  await host.start({ rules: RULES, more: `web: { origin: "${origin}", listen: "127.0.0.1:${port}" }\n` });
  directory(host);
  const browser = await launch();
  try {
    return await story(host, issuer, browser, origin);
  } finally {
    await browser.close();
  }
}

async function story(host: HttpsHost, issuer: Issuer, browser: Browser, origin: string): Promise<boolean> {
  const began = Date.now();

  title('1. three accounts of one machine; the service knows each by the kernel’s word');
  for (const [who, uid] of [
    ['agent', AGENT],
    ['ann', ANN],
    ['bob', BOB],
  ] as const)
    echo(who, 'gate whoami', (await here(host, uid, ['whoami'])).stdout);

  title('2. the agent asks; two people approve: one at an inbox, one in a browser');
  const approved = await twoPeople(host, browser, origin);

  title('3. what the agent cannot do while its command runs');
  const held = await attempts(host);

  title('4. a job of a pipeline, known by the token of its run; its runner dies, another goes on');
  const resumed = await pipeline(host, issuer);

  title('5. the record');
  const options = { env: { GATE_HOME: `${host.home}/state` }, encoding: 'utf8' } as const;
  const { stdout, stderr, status } = spawnSync(GATE, ['audit', 'verify'], options);
  echo('auditor', 'gate audit verify', stdout + stderr);
  const sound = approved && held && resumed && status === 0;
  say(`${sound ? 'all as it should be' : 'SOMETHING IS WRONG'}, in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return sound;
}

/** Who exists: the agent belongs to ann, who therefore has no say where two are asked. */
function directory(host: HttpsHost): void {
  writeFileSync(
    join(host.home, 'etc', 'config.yaml'),
    `version: 1
people:
  ann: { os: [ann] }
  bob: { os: [bob] }
  cara: { os: [cara] }
groups: { sre: [ann, bob, cara] }
agents: { deploy: { os: [agent], owner: ann } }
service: { socket: ${host.home}/run/gate.sock, user: root }
`,
  );
}

/** A command of an account on the machine of the service. */
const here = (host: HttpsHost, uid: number, argv: readonly string[]) => host.run(uid, argv, { where: 'etc' }).ended;

async function twoPeople(host: HttpsHost, browser: Browser, origin: string): Promise<boolean> {
  const work = join(host.home, 'work');
  mkdirSync(join(work, 'archive'));
  chmodSync(join(work, 'archive'), 0o777);
  writeFileSync(join(work, 'orders-2019.csv'), 'id,amount\n1,100\n');
  const argv = ['-m', 'the audit of 2019 is closed', '--', 'mv', '-f', 'orders-2019.csv', 'archive'];
  const asked = host.run(AGENT, argv, { where: 'etc' });
  await until(() => /waits as \w+/.test(asked.out.stderr));
  echo('agent', 'gate -m "the audit of 2019 is closed" -- mv -f orders-2019.csv archive', asked.out.stderr);
  const id = /waits as (\w+)/.exec(asked.out.stderr)?.[1] ?? '';

  const nobody = { home: join(host.home, 'work') } as Gate;
  const inbox = atInbox(nobody, { command: host.as(BOB, [GATE], { where: 'etc' }), cols: 120, rows: 40 });
  await inbox.shows('orders-2019.csv');
  await inbox.readsCard();
  await inbox.answers('a', '');
  const panel = inbox.shown().text;
  echo('bob', 'gate inbox', panel.replace(/\n{3,}/g, '\n\n'));
  const [, answer = ''] = /once: (?:type )?(\S+) and Enter/.exec(panel) ?? [];
  inbox.type(`${answer}\r`);
  await inbox.shows(/recorded|approved/);
  await inbox.quits();

  await using tab = await Tab.open(browser);
  const linked = await host.person(CARA, ['inbox', '--web'], { where: 'etc' }).ended;
  echo('cara', 'gate inbox --web', rubbedOut(linked.screen));
  await tab.page.goto(/http:\/\/\S+/.exec(linked.screen)?.[0] ?? origin);
  await tab.page.click('#sign-in-link');
  await tab.page.waitForURL(`${origin}/`);
  await tab.page.locator(`a[href$="${id}"]`).click();
  const hint = tab.page.locator('#unread');
  for (let turns = 0; turns < 400 && (await hint.isVisible()); turns++) await tab.page.mouse.wheel(0, 500);
  const wanted = tab.page.locator('#code');
  if ((await wanted.count()) > 0)
    await wanted.fill((await tab.page.locator('label[for=code] strong').textContent()) ?? '');
  say('cara, in her browser:');
  printed(await tab.text());
  await tab.page.locator('#approve:not([disabled])').click();
  const { status, stdout, stderr } = await asked.ended;
  typed('agent', 'gate ... goes on');
  printed(stdout + stderr.slice(stderr.indexOf('waits as')));
  console.log(`   exit status ${status}`);
  echo('bob', `gate show ${id.slice(-8)}`, (await here(host, BOB, ['show', id])).stdout);
  return status === 0 && existsSync(join(work, 'archive', 'orders-2019.csv'));
}

/** Each of these has to fail; the attempts are those of the agent's own account, with the programs that every account has. */
async function attempts(host: HttpsHost): Promise<boolean> {
  const running = host.run(AGENT, ['--', 'sh', '-c', 'echo ready; exec sleep 60'], { where: 'etc' });
  await until(() => running.out.stdout.includes('ready'));
  const pid = execFileSync('/usr/bin/pgrep', ['-u', '61009', '-x', 'sleep'], { encoding: 'utf8' }).trim();
  const waiting = (await here(host, AGENT, ['--no-wait', '--', 'rm', 'orders'])).stdout.trim();
  const tries: readonly (readonly [string, readonly string[]])[] = [
    ['the record', ['/bin/ls', `${host.home}/state`]],
    ['the policies', ['/bin/cat', `${host.home}/state/policies/all.yaml`]],
    ['what the command has in its environment', ['/bin/cat', `/proc/${pid}/environ`]],
    ['to end the command behind the back of the service', ['/bin/kill', '-9', pid]],
    ['to end the service', ['/bin/kill', '-9', String(host.pid)]],
    ['to approve what it asked', [GATE, 'approve', waiting]],
    ['another record', ['/usr/bin/env', `GATE_HOME=${host.home}/work`, GATE, '--', 'true']],
  ];
  let held = true;
  for (const [what, argv] of tries) {
    const [program = '', ...args] = host.as(AGENT, argv, { where: 'etc' });
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    say(`it tries ${what}`);
    echo(
      'agent',
      argv
        .map((each) => each.replace(/^\/(usr\/)?bin\//, ''))
        .join(' ')
        .replace(GATE, 'gate'),
      stdout + stderr,
    );
    held &&= status !== 0 && stdout === '';
  }
  running.child.kill('SIGINT');
  await running.ended;
  return held;
}

async function pipeline(host: HttpsHost, issuer: Issuer): Promise<boolean> {
  const token = await issuer.sign({
    aud: 'gate.example.com',
    repository: 'example/shop',
    run_id: '77',
    actor: 'octocat',
  });
  const env = ['CI=true', `GATE_ID_TOKEN=${token}`];
  writeFileSync(join(host.home, 'work', 'release-41.tgz'), 'old');
  const argv = ['-m', 'release 41 is out of support', '--', 'rm', 'release-41.tgz'];
  const line = 'gate -m "release 41 is out of support" -- rm release-41.tgz';
  const first = host.run(AGENT, argv, { env });
  await until(() => /waits as \w+/.test(first.out.stderr));
  echo('runner 1', line, first.out.stderr);
  first.child.kill('SIGKILL');
  await first.ended;
  say('the machine of runner 1 is lost');
  const id = /waits as (\w+)/.exec(first.out.stderr)?.[1] ?? '';
  const approval = host.person(BOB, ['approve', id], { where: 'etc' });
  await sayYes(approval);
  echo('bob', `gate approve ${id.slice(-8)}`, rubbedOut((await approval.ended).screen));
  const { status, stdout, stderr } = await host.run(AGENT, argv, { env }).ended;
  echo('runner 2', line, stdout + stderr);
  console.log(`   exit status ${status}`);
  echo('bob', `gate show ${id.slice(-8)}`, (await here(host, BOB, ['show', id])).stdout);
  return status === 0 && !existsSync(join(host.home, 'work', 'release-41.tgz'));
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 600) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
