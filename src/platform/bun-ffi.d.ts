/** The little of Bun's foreign function interface that gate uses. */
declare module 'bun:ffi' {
  export function dlopen(
    library: string,
    symbols: { readonly _exit: { readonly args: readonly ['i32']; readonly returns: 'void' } },
  ): { readonly symbols: { _exit(status: number): void } };
}
