/** What an instance is given to call, by module and name. */
export interface Imports {
  readonly env?: { readonly emscripten_resize_heap?: unknown; readonly __syscall_openat?: unknown };
  readonly wasi_snapshot_preview1?: { readonly fd_write?: unknown; readonly fd_close?: unknown };
}

/** The part of the WebAssembly interface the engine needs; the type library of this project (no DOM) does not declare it. */
interface WebAssemblyInterface {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Instance: new (compiled: object, imports: Imports) => { readonly exports: object };
}

export const webAssembly = (globalThis as unknown as { WebAssembly: WebAssemblyInterface }).WebAssembly; // undeclared global
