/**
 * One report to read: a file, an entry of a zip archive, or bytes that somebody handed in and that are written nowhere. `name` is what
 * listings print.
 */
export type InputFile = FoundInput | { readonly kind: "bytes"; readonly name: string; readonly bytes: Uint8Array };

/** A report that lies somewhere. */
export type FoundInput =
  | { readonly kind: "file"; readonly name: string; readonly path: string }
  | { readonly kind: "entry"; readonly name: string; readonly archive: string; readonly entry: number };
