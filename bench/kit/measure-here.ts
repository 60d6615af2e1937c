import { createInterface } from 'node:readline';
import { measure, type Subject } from './measure.ts';

/** Measures a subject once for each line on stdin, in the namespaces and under the account that this process is in: SUBJECT as JSON. */
const subject = JSON.parse(process.argv[2] ?? '') as Subject;
for await (const _ of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(measure(subject))}\n`);
}
