import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

const NO_TIME = new Date(1980, 0, 1);
const LEVEL = 6;
/** The rest is packed already – pdf, docx, pictures – and would only cost time. */
const SHRINKS = /\.(?:html|csv|txt|sha256)$/i;

/** Writes a zip as its files come, so that never more than one of them is held. The same files give the same bytes. */
export class ZipPart {
  readonly #zip: Zip;

  constructor(write: (chunk: Uint8Array) => void) {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      write(chunk);
    });
  }

  add(path: string, bytes: Uint8Array): void {
    const entry = SHRINKS.test(path) ? new ZipDeflate(path, { level: LEVEL }) : new ZipPassThrough(path);
    entry.mtime = NO_TIME;
    this.#zip.add(entry);
    entry.push(bytes, true);
  }

  end(): void {
    this.#zip.end();
  }
}
