/** A small pdf written by hand: content streams in, bytes out. Text is set in a font that is not embedded (UniGB-UCS2-H). */
export interface PdfParts {
  readonly pages: readonly string[];
  readonly rotate?: number;
  readonly width?: number;
  readonly height?: number;
  /** Entries for the /XObject resources, each the body of a stream object. */
  readonly forms?: Readonly<Record<string, string>>;
}

const FONT = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>";
const DESCENDANT =
  "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>";
const DESCRIPTOR =
  "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>";

export function pdfFile(parts: PdfParts): Uint8Array {
  const forms = Object.entries(parts.forms ?? {});
  const firstForm = 6;
  const firstPage = firstForm + forms.length;
  const kids = parts.pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(" ");
  const resources = `<</Font<</F 3 0 R>>/XObject<<${forms.map(([name], index) => `/${name} ${firstForm + index} 0 R`).join(" ")}>>>>`;
  const box = `/MediaBox[0 0 ${parts.width ?? 595} ${parts.height ?? 842}]/Rotate ${parts.rotate ?? 0}`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${parts.pages.length}>>`,
    FONT,
    DESCENDANT,
    DESCRIPTOR,
    ...forms.map(([, body]) => body),
    ...parts.pages.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R${box}/Resources ${resources}/Contents ${firstPage + 2 * index + 1} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  return assemble(objects);
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new TextEncoder().encode(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`);
}

/** Shows a text with its baseline beginning at a point; `turned` draws it upwards. */
export function shown(
  text: string,
  x: number,
  y: number,
  style: { size?: number; turned?: boolean; mode?: number } = {},
): string {
  const size = style.size ?? 10;
  const hex = [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");
  const matrix = style.turned === true ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`;
  return `BT ${style.mode ?? 0} Tr /F ${size} Tf ${matrix} Tm <${hex}> Tj ET\n`;
}

export const stroke = (x0: number, y0: number, x1: number, y1: number): string => `0.5 w ${x0} ${y0} m ${x1} ${y1} l S\n`;

export const filled = (x: number, y: number, width: number, height: number): string => `${x} ${y} ${width} ${height} re f\n`;

/** The lines of a table with all borders drawn, `xs` from left to right and `ys` from top to bottom. */
export function ruled(xs: readonly number[], ys: readonly number[]): string {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y) => stroke(left, y, right, y)), ...xs.map((x) => stroke(x, top, x, bottom))].join("");
}
