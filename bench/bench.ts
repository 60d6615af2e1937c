import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { approval } from './approval.ts';
import { decisions } from './decisions.ts';
import { durability } from './durability.ts';
import { growth } from './growth.ts';
import { hook } from './hook.ts';
import { type Bench, buildIfMissing, Context } from './kit/context.ts';
import { render, type Table } from './kit/table.ts';
import { service } from './service.ts';
import { startup } from './startup.ts';
import { verify } from './verify.ts';

/**
 * Ratios against named peers, measured side by side in one run. docs/bench.md says how to read them. Nothing here fails
 * because something is slow.
 */

const BENCHES: readonly Bench[] = [startup, hook, growth, decisions, approval, durability, verify, service];

const USAGE = `usage: npm run bench -- [--quick] [--json] [NAME...]

  --quick   fewer rounds and smaller logs: to see that it works, not to quote
  --json    one JSON document on stdout instead of tables

${BENCHES.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join('\n')}
`;

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) process.stderr.write(`there is no bench \`${unknown.join('`, `')}\`\n\n`);
  process[values.help ? 'stdout' : 'stderr'].write(USAGE);
  process.exit(values.help ? 0 : 64);
}

const chosen = positionals.length === 0 ? BENCHES : BENCHES.filter(({ name }) => positionals.includes(name));
const say = (line: string) => process.stderr.write(`${line}\n`);
buildIfMissing(say);

const machine = {
  system: `${process.platform}-${process.arch}`,
  processor: cpus()[0]?.model ?? 'unknown',
  processors: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
const found: { bench: string; loadBefore: number; loadAfter: number; tables: readonly Table[] }[] = [];
if (!values.json) {
  process.stdout.write(
    `${machine.processors} x ${machine.processor}, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}\n\n`,
  );
}
{
  using context = new Context(values.quick, say);
  // The logs are large: an interrupted run leaves nothing behind either.
  process.once('SIGINT', () => {
    context[Symbol.dispose]();
    process.exit(130);
  });
  for (const bench of chosen) {
    const loadBefore = loadavg()[0]!;
    say(`${bench.name}: ${bench.about} ...`);
    const tables = await bench.run(context);
    const loadAfter = loadavg()[0]!;
    found.push({ bench: bench.name, loadBefore, loadAfter, tables });
    if (values.json) continue;
    const load = `load average ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} after (this bench included)`;
    for (const table of tables) process.stdout.write(`${render(table)}\n`);
    process.stdout.write(`  ${load}\n\n`);
  }
}
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ schema_version: 1, quick: values.quick, machine, benches: found }, null, 2)}\n`,
  );
}
