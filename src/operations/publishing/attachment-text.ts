import type { Block } from "../../document/document.js";
import { isAppError } from "../../errors.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { attachmentTexts, keepAttachmentText } from "../../storage/stores/attachment-text-store.js";
import type { Office } from "../office.js";
import { readDocument } from "../read-document.js";

const READABLE: ReadonlySet<string> = new Set(["pdf", "docx", "doc", "wps", "odt", "xlsx", "txt"]);

/** Enough for the search; a text of more than this is cut. */
const MOST_CHARACTERS = 500_000;

/** Reads what some files say, unless that has been done. A file without text, or one that cannot be read, is searched by its name alone. */
export async function readTexts(
  { database }: Office,
  files: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const known = await attachmentTexts(
    database,
    files.map(({ id }) => id),
  );
  for (const { id, name } of files) {
    if (known.has(id)) continue;
    const bytes = isReadable(name) ? await loadAttachmentBytes(database, id) : null;
    await keepAttachmentText(database, id, bytes === null ? null : await textOf(bytes));
  }
}

function isReadable(name: string): boolean {
  return READABLE.has(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "");
}

/** What a file says, line by line; null where it has nothing to say. */
async function textOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const { blocks } = await readDocument(bytes);
    const text = textOfBlocks(blocks).replaceAll("\u0000", "").slice(0, MOST_CHARACTERS);
    return text === "" ? null : text;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** The text of what a reader read. */
function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === "paragraph") return [block.text];
      return block.kind === "grid" ? block.cells.map(({ text }) => text) : [];
    })
    .filter((text) => text.trim() !== "")
    .join("\n");
}
