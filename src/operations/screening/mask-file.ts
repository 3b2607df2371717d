import type { FileContents, Passage } from "../../document/passage.js";
import { AppError } from "../../errors.js";
import { decodeText } from "../../readers/decode-text.js";
import type { Removal } from "../../register/redaction/removal.js";
import { applyEdits } from "../../writers/masked-file/apply-edits.js";
import { datumKey } from "./datum-key.js";
import { fileContents } from "./file-contents.js";
import { type Masking, maskedPackage } from "./masked-package.js";
import { passageEdits } from "./passage-edits.js";
import { proveMask } from "./prove-mask.js";
import { type FileScreening, type LocatedHit, locateHits, type ScreenedFile, screenFile } from "./screen-file.js";

/** What is to be gone from a file. */
export interface MaskOrder extends ScreenedFile {
  readonly name: string;
  /** Ids of hits: data are hidden by stars, all else of a hit's kind is taken out. */
  readonly hitIds: readonly string[];
  readonly remove: readonly Removal[];
}

export interface MaskedFile {
  readonly bytes: Uint8Array;
  /** What is still found in it: what was cleared, or left for a person to see. */
  readonly left: FileScreening;
}

const REMOVAL_OF_KIND: ReadonlyMap<string, Removal> = new Map([
  ["tracked-change", "changes"],
  ["comment", "comments"],
  ["hidden-content", "hidden"],
  ["file-property", "properties"],
  ["embedded-file", "embedded"],
]);

/**
 * A version of a file without the data of these hits. What is hidden in one place is hidden wherever it stands in the file, since one
 * place that keeps it gives it away. The result is read and screened again; unless the data are gone from it, MASK_NOT_PROVED.
 */
export async function maskFile(order: MaskOrder): Promise<MaskedFile> {
  const contents = await fileContents(order.bytes);
  const located = locateHits(contents, order);
  const chosen = chosenHits(located, order);
  const keys = new Set(chosen.flatMap(({ datum }) => (datum === null ? [] : [datumKey(datum.text)])));
  const hidden = located.filter(({ datum }) => datum !== null && keys.has(datumKey(datum.text)));
  const removals = new Set([...order.remove, ...chosen.flatMap(({ hit }) => REMOVAL_OF_KIND.get(hit.kind) ?? [])]);
  const edits = passageEdits(hidden, blankedPassages(contents, removals));
  const bytes = await rewritten(order, contents.kind, { edits, removals });
  await proveMask({ order, bytes, hidden, removals });
  return { bytes, left: await screenFile({ ...order, bytes }) };
}

function chosenHits(located: readonly LocatedHit[], { hitIds }: MaskOrder): LocatedHit[] {
  const byId = new Map(located.map((each) => [each.hit.id, each]));
  return hitIds.map((id) => {
    const found = byId.get(id);
    if (found === undefined) throw new AppError("RECORD_UNKNOWN", { id, kind: "筛查结果" });
    return found;
  });
}

/** What goes by emptying it: properties and hidden text, and comments and deletions besides their marks. */
function blankedPassages({ passages }: FileContents, removals: ReadonlySet<Removal>): Passage[] {
  const sorts = new Set<Passage["sort"]>();
  if (removals.has("properties")) sorts.add("property");
  if (removals.has("hidden")) sorts.add("hidden");
  if (removals.has("comments")) sorts.add("comment");
  if (removals.has("changes")) sorts.add("deleted");
  return passages.filter(({ sort }) => sorts.has(sort));
}

async function rewritten(order: MaskOrder, kind: string, masking: Masking): Promise<Uint8Array> {
  if (kind === "text") {
    const edits = masking.edits.get("") ?? [];
    return new TextEncoder().encode(applyEdits(decodeText(order.bytes).text, edits));
  }
  const isArchive = order.bytes[0] === 0x50;
  if (isArchive && (kind === "docx" || kind === "xlsx" || kind === "odt")) return maskedPackage(order.bytes, masking);
  throw new AppError("MASK_UNSUPPORTED", { name: order.name });
}
