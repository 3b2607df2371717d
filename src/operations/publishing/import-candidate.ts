import type { PlainDate } from "../../law/plain-date.js";
import type { ItemContentInput } from "../../register/publishing/item-content.js";

/** Something to be imported, as far as it could be read. */
export interface ImportCandidate {
  /** Where it stands: a line of a table, a file of an archive. */
  readonly place: string;
  readonly content: ItemContentInput;
  readonly indexNumber: string | null;
  readonly publishedOn: PlainDate | null;
  readonly address: string | null;
  readonly repealedOn: PlainDate | null;
  /** The mark, where it says more than that it is in force. */
  readonly ended: string | null;
  /** What a person should look at. */
  readonly notes: readonly string[];
  /** Why it cannot be imported; null: it can. */
  readonly fault: string | null;
  /** The file itself, of a folder of documents. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}
