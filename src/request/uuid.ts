/**
 * UUIDv7 (RFC 9562): 48 bits of time, 74 of randomness, so ids sort by time and cannot be guessed. Written out because
 * the library for it loads `node:crypto`, which costs more than everything else at the start.
 */
export function uuidv7(milliseconds: number, random: Uint8Array): string {
  const bytes = random.slice(0, 16);
  for (let index = 5, rest = milliseconds; index >= 0; index--, rest = Math.floor(rest / 256))
    bytes[index] = rest % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
