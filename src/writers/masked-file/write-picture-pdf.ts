import { deflateSync } from "node:zlib";
import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import type { Box } from "../../document/place.js";
import { glyphlessFont } from "./glyphless-font.js";
import { type PackedPicture, type Picture, packPicture } from "./picture.js";

/** A page that is only a picture, with the letters one may search and hear lying invisibly where they are seen. Points, from the top left. */
export interface PicturePage {
  readonly width: number;
  readonly height: number;
  readonly picture: PackedPicture;
  readonly letters: readonly { readonly text: string; readonly box: Box }[];
}

const BELOW_BASE = 0.12;

/** Puts pages of pictures together to a pdf, one after the other, so that only the packed ones are held. */
export class PicturePdf {
  readonly #pdf: PDFDocument;
  readonly #font: PDFRef;
  readonly #codes = new Map<string, number>();

  private constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
    this.#font = pdf.context.nextRef();
  }

  static async begin(): Promise<PicturePdf> {
    return new PicturePdf(await PDFDocument.create({ updateMetadata: false }));
  }

  static pack(picture: Picture): PackedPicture {
    return packPicture(picture);
  }

  add({ width, height, picture, letters }: PicturePage): void {
    const { context } = this.#pdf;
    const page = this.#pdf.addPage([width, height]);
    const image = context.register(
      context.stream(picture.deflated, {
        ...{ Type: "XObject", Subtype: "Image", Width: picture.width, Height: picture.height },
        ...{ BitsPerComponent: picture.bitsPerComponent, ColorSpace: this.#colorSpace(picture), Filter: "FlateDecode" },
      }),
    );
    const resources = context.obj({ XObject: { P: image }, Font: { F: this.#font } });
    page.node.set(PDFName.of("Resources"), resources);
    const drawing = `q ${number(width)} 0 0 ${number(height)} 0 0 cm /P Do Q\n${this.#lettersOf(letters, height)}`;
    const contents = deflateSync(new TextEncoder().encode(drawing));
    page.node.set(PDFName.of("Contents"), context.register(context.stream(contents, { Filter: "FlateDecode" })));
  }

  async finish(): Promise<Uint8Array> {
    this.#addFont();
    const { context } = this.#pdf;
    // Nothing is said of program, person or time; the language is for those who listen.
    this.#pdf.catalog.set(PDFName.of("Lang"), PDFHexString.fromText("zh-CN"));
    context.trailerInfo.Info = undefined as never; // a document may go without (ISO 32000-1, 14.3.3); the type of the library does not know
    return this.#pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  }

  #colorSpace({ colorSpace }: PackedPicture) {
    const { context } = this.#pdf;
    if (typeof colorSpace === "string") return PDFName.of(colorSpace);
    const last = PDFNumber.of(colorSpace.palette.length / 3 - 1);
    return context.obj([
      PDFName.of("Indexed"),
      PDFName.of("DeviceRGB"),
      last,
      PDFHexString.of(Buffer.from(colorSpace.palette).toString("hex")),
    ]);
  }

  /** Each letter by itself, as wide and high as it is seen (text rendering mode 3 draws nothing). */
  #lettersOf(letters: PicturePage["letters"], height: number): string {
    if (letters.length === 0) return "";
    const shown = letters.map(({ text, box }) => {
      const high = Math.max(box.bottom - box.top, 0.5);
      const wide = Math.max(box.right - box.left, 0.5);
      const base = height - box.bottom + high * BELOW_BASE;
      return `${number(wide)} 0 0 ${number(high)} ${number(box.left)} ${number(base)} Tm <${this.#code(text)}> Tj\n`;
    });
    return `BT 3 Tr /F 1 Tf\n${shown.join("")}ET\n`;
  }

  #code(text: string): string {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#codes.size + 1;
      this.#codes.set(text, code);
    }
    return hex4(code);
  }

  #addFont(): void {
    const { context } = this.#pdf;
    const stream = (bytes: Uint8Array, entries: Record<string, number> = {}) =>
      context.register(context.stream(deflateSync(bytes), { ...entries, Filter: "FlateDecode" }));
    const font = glyphlessFont();
    const descriptor = context.register(
      context.obj({
        ...{ Type: "FontDescriptor", FontName: "GlyphLess", Flags: 4, FontBBox: [0, -120, 1000, 880], ItalicAngle: 0 },
        ...{ Ascent: 880, Descent: -120, CapHeight: 880, StemV: 80, FontFile2: stream(font, { Length1: font.length }) },
      }),
    );
    const descendant = context.register(
      context.obj({
        ...{ Type: "Font", Subtype: "CIDFontType2", BaseFont: "GlyphLess", DW: 1000, FontDescriptor: descriptor },
        CIDSystemInfo: { Registry: PDFHexString.fromText("Adobe"), Ordering: PDFHexString.fromText("Identity"), Supplement: 0 },
        // Every code shows the one glyph.
        CIDToGIDMap: stream(new Uint8Array(2 * (this.#codes.size + 1))),
      }),
    );
    context.assign(
      this.#font,
      context.obj({
        ...{ Type: "Font", Subtype: "Type0", BaseFont: "GlyphLess", Encoding: "Identity-H" },
        ...{ DescendantFonts: [descendant], ToUnicode: stream(new TextEncoder().encode(toUnicode(this.#codes))) },
      }),
    );
  }
}

const number = (value: number): string => String(Math.round(value * 100) / 100);
const hex4 = (code: number): string => code.toString(16).padStart(4, "0");
const IN_A_BLOCK = 100;

/** Which character each code stands for (ISO 32000-1, 9.10.3). */
function toUnicode(codes: ReadonlyMap<string, number>): string {
  const rows = [...codes].map(
    ([text, code]) => `<${hex4(code)}> <${[...Array(text.length).keys()].map((at) => hex4(text.charCodeAt(at))).join("")}>`,
  );
  const blocks: string[] = [];
  for (let from = 0; from < rows.length; from += IN_A_BLOCK) {
    const block = rows.slice(from, from + IN_A_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}
