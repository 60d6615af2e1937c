import { BlockList, isIP } from 'node:net';

/** `10.0.0.0/8`, `2001:db8::/32` or one address; undefined when it is none. */
export function network(text: string): { readonly address: string; readonly bits: number } | undefined {
  const [, address = '', digits] = /^([0-9A-Fa-f:.]{2,45})(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const kind = isIP(address);
  const most = kind === 4 ? 32 : 128;
  const bits = digits === undefined ? most : Number(digits);
  return kind === 0 || bits > most ? undefined : { address, bits };
}

/** Whether the address lies in one of the networks. IPv4 inside IPv6 (`::ffff:10.0.0.1`) is IPv4. An unknown address lies nowhere. */
export function isWithin(address: string | undefined, networks: readonly string[]): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address ?? '')?.[1] ?? address ?? '';
  const kind = isIP(plain);
  if (kind === 0) return false;
  const list = new BlockList();
  for (const text of networks) {
    const found = network(text);
    if (found) list.addSubnet(found.address, found.bits, isIP(found.address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list.check(plain, kind === 4 ? 'ipv4' : 'ipv6');
}
