import { AppError } from "../../errors.js";

/** The file of a call that takes one; FILE_EMPTY when none was sent. */
export function sentFile(file: { readonly name: string; readonly bytes: Uint8Array } | null): {
  readonly fileName: string;
  readonly bytes: Uint8Array;
} {
  if (file === null || file.bytes.length === 0) throw new AppError("FILE_EMPTY", {});
  return { fileName: file.name, bytes: file.bytes };
}
