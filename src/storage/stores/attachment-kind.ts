import { AppError } from "../../errors.js";
import { attachmentKind } from "../../register/attachment-kind.js";

/** The media type of a file whose bytes are what its name says. Throws ATTACHMENT_KIND_MISMATCH otherwise. */
export function attachmentMediaType(name: string, bytes: Uint8Array): string {
  const kind = attachmentKind(name, bytes);
  if ("fault" in kind) throw new AppError("ATTACHMENT_KIND_MISMATCH", { name, detail: kind.fault });
  return kind.mediaType;
}
