// A client that does nothing but run a command at a host: `client.ts SOCKET COMMAND...`; ends as the command ended.
import { connect } from 'node:net';
import process from 'node:process';
import { remoteRun, terminalHere } from '../../../src/broker/remote-run.ts';
import { statusOfErrno, statusOfSignal } from '../../../src/cli/exit-codes.ts';
import { dieOf, endNow } from '../../../src/platform/exit.ts';

const [, , socket = '', ...argv] = process.argv;
const terminal = await terminalHere();
const connection = connect(socket);
const order = {
  id: `c${process.pid}`,
  file: argv[0],
  argv,
  cwd: '/',
  environment: { PATH: '/usr/bin:/bin', TERM: 'xterm' },
  runAs: { uid: Number(process.env['RUN_UID']), gid: Number(process.env['RUN_UID']) },
  ...(terminal === undefined ? {} : { terminal }),
};
connection.write(`${JSON.stringify(order)}\n`);
try {
  const exit = await remoteRun(connection, terminal);
  if (exit.kind === 'signaled') await dieOf(exit.signal);
  await endNow(
    exit.kind === 'exited'
      ? exit.code
      : exit.kind === 'signaled'
        ? statusOfSignal(exit.signal)
        : statusOfErrno(exit.errno),
  );
} catch (error) {
  process.stderr.write(`client: ${(error as Error).message}\n`);
  await endNow(69);
}
