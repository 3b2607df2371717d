/** One report to read: a file, or an entry of a zip archive. `name` is what listings print. */
export type InputFile =
  | { readonly kind: "file"; readonly name: string; readonly path: string }
  | { readonly kind: "entry"; readonly name: string; readonly archive: string; readonly entry: number };
