import { type Zippable, zipSync } from "fflate";

const NO_TIME = new Date(1980, 0, 1); // when it was masked concerns nobody
/** OpenDocument wants it first and not deflated (part 3, 3.3). */
const FIRST = "mimetype";

/** An archive of these entries, in their order: nothing else of the old one comes along, no comment, no extra field, no gap. */
export function writeArchive(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = Object.create(null) as Zippable; // names come from a file: no name may mean more than a name
  const first = entries.get(FIRST);
  if (first !== undefined) files[FIRST] = [first, { level: 0 }];
  for (const [name, bytes] of entries) if (name !== FIRST) files[name] = bytes;
  return zipSync(files, { level: 6, mtime: NO_TIME });
}
