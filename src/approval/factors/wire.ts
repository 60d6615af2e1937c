/** Reads the binary form of SSH (RFC 4251, section 5): every length is checked, and nothing may be left over. */
export class Wire {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws RangeError when there are fewer */
  take(count: number): Buffer {
    if (count > this.#bytes.length - this.#at) throw new RangeError('the data is cut short');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  number(): number {
    return this.take(4).readUInt32BE(0);
  }

  /** A length and that many bytes. */
  string(): Buffer {
    return this.take(this.number());
  }

  text(): string {
    return this.string().toString('latin1');
  }

  /** A positive number in its one shortest form, big-endian, without the leading zero. */
  positive(): Buffer {
    const bytes = this.string();
    const [first = 0, second = 0] = bytes;
    if (bytes.length === 0 || first >= 0x80 || (first === 0 && (bytes.length === 1 || second < 0x80))) {
      throw new RangeError('a number is not in its shortest form');
    }
    return first === 0 ? bytes.subarray(1) : bytes;
  }

  /** @throws RangeError when something is left */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new RangeError('there is more than expected');
  }
}

export function wireString(data: Uint8Array | string): Buffer {
  const bytes = Buffer.from(data as Uint8Array);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
