/** Which demo: the whole of it unattended, with you at the keyboard, or the way of a harness's hook. */
const DEMOS: Readonly<Record<string, () => Promise<() => Promise<boolean>>>> = {
  '': async () => (await import('./whole.ts')).whole,
  '--you': async () => (await import('./you.ts')).you,
  '--host': async () => (await import('./host.ts')).hosted,
  '--hook': async () => (await import('./hook.ts')).hook,
};

const USAGE = `usage: npm run demo                the whole of it on a real PostgreSQL, unattended, in under a minute
       npm run demo -- --you       you approve: nothing to install, no server, in under a minute
       npm run demo -- --host      one service for several accounts, a browser, and a job of a pipeline; needs root
       npm run demo -- --hook      a hook of an agent's harness, on an installed gate
`;

const chosen = DEMOS[process.argv.slice(2).join(' ')];
if (chosen === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 64;
} else {
  const run = await chosen();
  if (!(await run())) process.exitCode = 1;
}
