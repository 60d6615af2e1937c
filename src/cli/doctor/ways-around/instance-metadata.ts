import { createConnection } from 'node:net';
import type { Finding } from '../finding.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Addresses on this very link; nothing is sent to them. Each from the documentation of its provider. */
export const METADATA_ADDRESSES: readonly Address[] = [
  // Amazon, Azure, Google, Oracle, OpenStack, DigitalOcean, Hetzner.
  { host: '169.254.169.254', port: 80 },
  // Amazon and Google on IPv6.
  { host: 'fd00:ec2::254', port: 80 },
  { host: 'fd20:ce::254', port: 80 },
  // Amazon: tasks of ECS, pods of EKS.
  { host: '169.254.170.2', port: 80 },
  { host: '169.254.170.23', port: 80 },
  { host: 'fd00:ec2::23', port: 80 },
];

/** Milliseconds. It answers in less than one where there is one. */
const PATIENCE = 200;

/** Whether anybody accepts a connection where clouds give out credentials of the machine. */
export async function instanceMetadata(
  addresses: readonly Address[] = METADATA_ADDRESSES,
): Promise<readonly Finding[]> {
  const answered = await Promise.all(addresses.map(answers));
  const open = addresses.filter((_, index) => answered[index]);
  if (open.length === 0) return [];
  const hosts = open.map(({ host }) => host).join(', ');
  return [
    {
      check: 'ways-around',
      level: 'warning',
      subject: 'instance-metadata',
      text: `the cloud's metadata service answers: ${hosts}; it may give out credentials of this machine`,
      hint: 'keep users of agents from it with a firewall rule (AWS_EC2_METADATA_DISABLED only asks clients nicely)',
    },
  ];
}

function answers({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection({ host, port });
    const settle = (answer: boolean) => {
      clearTimeout(late);
      connection.destroy();
      resolve(answer);
    };
    const late = setTimeout(() => settle(false), PATIENCE);
    connection.on('error', () => settle(false));
    connection.on('connect', () => settle(true));
  });
}
