import { type Selectable, sql } from "kysely";
import type { Database } from "../database.js";
import { type FileLabel, SEALED_FILE_BYTES } from "../identity/sealed-file.js";
import type { Tables } from "../tables.js";

type Row = Selectable<Tables["attachment"]>;
type Keys = Database["keys"];

/** The columns that name and hash of a file are read from. */
export const LABEL_COLUMNS = ["id", "name", "sha256", "key_id", "envelope"] as const;

/** How large a file is, without reading it. */
export const PLAIN_SIZE = sql<number>`octet_length(bytes) - case when key_id is null then 0 else ${sql.lit(SEALED_FILE_BYTES)} end`;

/** Name and hash of a file, whether it is sealed or was recorded before files were. */
export function labelOf(
  { id, name, sha256, key_id, envelope }: Pick<Row, (typeof LABEL_COLUMNS)[number]>,
  keys: Keys,
): FileLabel {
  if (key_id !== null && envelope !== null) return keys.openFileLabel({ id, key_id, envelope });
  return { name: name ?? "", sha256: sha256?.toString("hex") ?? "" };
}

/** The same with the bytes. Throws when a sealed file does not open; that the hash fits is for the caller to see. */
export function contentOf(
  row: Pick<Row, (typeof LABEL_COLUMNS)[number] | "bytes">,
  keys: Keys,
): FileLabel & { readonly bytes: Uint8Array } {
  const { id, key_id, envelope, bytes } = row;
  if (key_id !== null && envelope !== null) return keys.openFile({ id, key_id, envelope, bytes });
  return { ...labelOf(row, keys), bytes };
}
