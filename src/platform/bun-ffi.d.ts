/** The little of Bun's foreign function interface that gate uses. */
declare module 'bun:ffi' {
  type Kind = 'i32' | 'u32' | 'u64' | 'ptr' | 'void';
  /** Where the bytes of a typed array are. */
  export function ptr(array: Int32Array | Uint8Array | BigUint64Array): number;
  export const read: { i32(pointer: number, offset: number): number };
  interface Signature {
    readonly args: readonly Kind[];
    readonly returns: Kind;
  }
  /** A pointer is passed as null, or as what another function returned. */
  export function dlopen<Name extends string>(
    library: string,
    symbols: Readonly<Record<Name, Signature>>,
  ): { readonly symbols: Readonly<Record<Name, (...values: (number | null)[]) => unknown>> };
}
