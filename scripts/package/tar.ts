import { gzipSync } from 'node:zlib';

/** A tar archive that depends on nothing but what is in it: sorted by the caller, owned by root, one time for all. */
export interface TarEntry {
  /** Relative; a directory ends in `/`. */
  readonly path: string;
  readonly mode: number;
  readonly bytes: Buffer;
}

const BLOCK = 512;

/** POSIX ustar, gzipped. @param seconds since 1970, of every entry */
export function tarball(entries: readonly TarEntry[], seconds: number): Buffer {
  const blocks = entries.flatMap((entry) => [header(entry, seconds), entry.bytes, padding(entry.bytes.length)]);
  const packed = gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
  // The byte that names the system it was packed on: unknown, as gzip says it.
  packed[9] = 255;
  return packed;
}

function header({ path, mode, bytes }: TarEntry, seconds: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for an archive`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
  block.write(path, 0, 'utf8');
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(bytes.length, 124, 12);
  octal(seconds, 136, 12);
  block.write(path.endsWith('/') ? '5' : '0', 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.write('root', 265, 'latin1');
  block.write('root', 297, 'latin1');
  // The sum counts its own place as blanks.
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function padding(length: number): Buffer {
  return Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);
}
