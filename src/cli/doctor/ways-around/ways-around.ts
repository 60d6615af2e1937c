import type { Finding } from '../finding.ts';
import { credentialFiles } from './credential-files.ts';
import { accountFindings } from './groups.ts';
import type { Here } from './here.ts';
import { instanceMetadata } from './instance-metadata.ts';
import { sockets } from './sockets.ts';
import { sshKeys } from './ssh-keys.ts';
import { credentialVariables } from './variables.ts';

/**
 * BYP-02: what this account could use without gate. Contents of files are looked at and never shown; nothing is sent but
 * one question to an SSH agent.
 */
export async function waysAround(here: Here): Promise<readonly Finding[]> {
  const [services, metadata] = await Promise.all([sockets(here), instanceMetadata()]);
  return [
    ...credentialFiles(here),
    ...sshKeys(here),
    ...credentialVariables(here.environment),
    ...services,
    ...accountFindings(process.getuid?.() ?? -1, process.getgroups?.() ?? []),
    ...metadata,
  ];
}
