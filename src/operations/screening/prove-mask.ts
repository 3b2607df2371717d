import { AppError, isAppError } from "../../errors.js";
import { ZipArchive } from "../../readers/zip/zip-archive.js";
import type { Removal } from "../../register/redaction/removal.js";
import { datumKey } from "./datum-key.js";
import { fileContents } from "./file-contents.js";
import { type LocatedHit, locateHits, type ScreenedFile } from "./screen-file.js";

/** What has to be proved of a masked file before anybody is given it. */
export interface MaskProof {
  readonly order: ScreenedFile;
  readonly bytes: Uint8Array;
  readonly hidden: readonly LocatedHit[];
  readonly removals: ReadonlySet<Removal>;
}

const KINDS_OF_REMOVAL: Readonly<Record<Removal, string>> = {
  properties: "file-property",
  comments: "comment",
  changes: "tracked-change",
  hidden: "hidden-content",
  embedded: "embedded-file",
};

/** Reads and screens a masked file again, and looks through every byte of its parts. Throws MASK_NOT_PROVED where anything is left. */
export async function proveMask({ order, bytes, hidden, removals }: MaskProof): Promise<void> {
  const keys = new Set(hidden.flatMap(({ datum }) => (datum === null ? [] : [datumKey(datum.text)])));
  const kinds = new Set([...removals].map((removal) => KINDS_OF_REMOVAL[removal]));
  for (const { hit, datum } of locateHits(await fileContents(bytes), { ...order, bytes })) {
    if ((datum !== null && keys.has(datumKey(datum.text))) || (datum === null && kinds.has(hit.kind))) {
      throw new AppError("MASK_NOT_PROVED", { where: hit.place.part });
    }
  }
  const written = new Set(hidden.flatMap(({ datum }) => (datum === null ? [] : [datum.text, datumKey(datum.text)])));
  const needles = [...written].flatMap((text) => [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")]);
  for (const [name, part] of partsOf(bytes)) {
    if (needles.some((needle) => part.includes(needle))) throw new AppError("MASK_NOT_PROVED", { where: name });
  }
}

/** Every part of an archive unpacked, and the file itself. */
function* partsOf(bytes: Uint8Array): Generator<[name: string, part: Buffer]> {
  yield ["文件", asBuffer(bytes)];
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return;
  const archive = new ZipArchive(bytes);
  for (const entry of archive.entries) {
    yield [entry.name, asBuffer(archive.read(entry))];
    yield* innerParts(entry.name, archive.read(entry));
  }
}

/** An archive inside the archive keeps its data deflated. */
function* innerParts(name: string, bytes: Uint8Array): Generator<[name: string, part: Buffer]> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return;
  try {
    const archive = new ZipArchive(bytes);
    for (const entry of archive.entries) yield [`${name}/${entry.name}`, asBuffer(archive.read(entry))];
  } catch (error) {
    if (!isAppError(error)) throw error; // it only looked like an archive
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
