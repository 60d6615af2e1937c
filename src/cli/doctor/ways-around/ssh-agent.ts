import { createConnection } from 'node:net';

/** Milliseconds. It is a local program, or one at the other end of a connection that is open already. */
const PATIENCE = 1000;

/**
 * Asks an SSH agent how many keys it would sign with; nothing is signed.
 * @returns undefined when nobody answers, or not as an agent does (RFC draft-ietf-sshm-ssh-agent, 3.5)
 */
export function identitiesIn(socket: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0);
    const connection = createConnection(socket);
    const settle = (count: number | undefined) => {
      clearTimeout(late);
      connection.destroy();
      resolve(count);
    };
    const late = setTimeout(() => settle(undefined), PATIENCE);
    connection.on('error', () => settle(undefined));
    connection.on('close', () => settle(undefined));
    connection.on('connect', () => connection.write(REQUEST_IDENTITIES));
    connection.on('data', (data: Buffer) => {
      answer = Buffer.concat([answer, data]);
      // Length, type, count: what follows are the keys themselves.
      if (answer.length >= 9) settle(answer[4] === IDENTITIES_ANSWER ? answer.readUInt32BE(5) : undefined);
      else if (answer.length >= 5 && answer[4] !== IDENTITIES_ANSWER) settle(undefined);
    });
  });
}

/** A message of one byte, 11. */
const REQUEST_IDENTITIES = Uint8Array.of(0, 0, 0, 1, 11);
const IDENTITIES_ANSWER = 12;
