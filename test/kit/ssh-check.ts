import { readFileSync } from 'node:fs';
import { sshSigFault } from '../../src/approval/factors/sshsig.ts';

/** Run by another runtime: signatures in, what is wrong with each out. */
const rows = JSON.parse(readFileSync(0, 'utf8')) as { signature: string; key: string; message: string }[];
const faults = rows.map(({ signature, ...about }) => sshSigFault(signature, { ...about, namespace: 'vote@gate' }));
process.stdout.write(JSON.stringify(faults.map((fault) => fault ?? 'holds')));
