/** What an instance is given to call, by module and name. */
export interface Imports {
  readonly env?: { readonly emscripten_resize_heap?: unknown };
}

/** The part of the WebAssembly interface the engine needs; the type library of this project (no DOM) does not declare it. */
interface WebAssemblyInterface {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Instance: new (compiled: object, imports: Imports) => { readonly exports: object };
}

export const webAssembly = (globalThis as unknown as { WebAssembly: WebAssemblyInterface }).WebAssembly; // undeclared global
