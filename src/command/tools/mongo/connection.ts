import type { Scope } from '../../action.ts';
import { optionValue, type Scan } from '../../options.ts';
import { fields } from '../../reading.ts';

export interface Connection {
  readonly scope: Scope;
  readonly secrets: readonly string[];
  readonly doubts: readonly string[];
}

/** Where a program of MongoDB connects; without any address it is this machine. */
export function connectionOf(found: Scan, address: string | undefined): Connection {
  const given = optionValue(found, 'uri') ?? address;
  const uri = /^mongodb(?:\+srv)?:\/\/(?:([^@/]*)@)?([^/?]*)(?:\/([^?]*))?(?:\?.*)?$/s.exec(given ?? '');
  const doubts: string[] = [];
  if (given?.includes('://') && uri === null) doubts.push('the connection string is not understood');
  // `host:port/database`, or a database's name alone.
  const plain = uri === null && given !== undefined ? /^(?:([^/]*)\/)?([^/]*)$/.exec(given) : null;
  const [, login, hosts, path] = uri ?? [];
  const colon = login?.indexOf(':') ?? -1;
  const host = hosts ?? plain?.[1] ?? optionValue(found, 'host') ?? '127.0.0.1';
  const single = /^(\[[^\]]*\]|[^:,/]+)(?::(\d+))?$/.exec(host);
  const scope = fields({
    host: single?.[1] ?? host,
    port: single?.[2] ?? optionValue(found, 'port'),
    database:
      optionValue(found, 'db') ?? (path === '' ? undefined : path) ?? (plain?.[2] === '' ? undefined : plain?.[2]),
    user: (colon > 0 ? login?.slice(0, colon) : undefined) ?? optionValue(found, 'username'),
  });
  const secrets = [
    optionValue(found, 'password'),
    optionValue(found, 'sslPEMKeyPassword'),
    optionValue(found, 'tlsCertificateKeyFilePassword'),
    optionValue(found, 'awsSecretAccessKey'),
    optionValue(found, 'awsSessionToken'),
    colon >= 0 ? login?.slice(colon + 1) : undefined,
  ];
  return {
    // Of several hosts, or behind a DNS record, nobody knows which it will be.
    scope: single === null || given?.startsWith('mongodb+srv:') ? { ...scope, reach: 'remote' } : scope,
    secrets: secrets.filter((value): value is string => value !== undefined && value !== ''),
    doubts,
  };
}
