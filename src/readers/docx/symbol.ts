/** Signs of the Wingdings font that forms use, by their place in the font. Others keep their private code. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x52, "☑"],
  [0x53, "☒"],
  [0x6c, "●"],
  [0x6e, "■"],
  [0x6f, "□"],
  [0x70, "□"],
  [0x71, "□"],
  [0xa8, "□"],
  [0xa3, "□"],
  [0xfb, "×"],
  [0xfc, "√"],
  [0xfd, "☒"],
  [0xfe, "☑"],
]);

/** The character of a w:sym element (ISO/IEC 29500-1, 17.3.3.30): fonts of signs sit at F000 to F0FF. */
export function symbolText(font: string | null, code: string | null): string {
  if (code === null || !/^[0-9a-fA-F]{1,4}$/.test(code)) return "";
  const value = Number.parseInt(code, 16);
  if (value === 0 || (value >= 0xd800 && value <= 0xdfff)) return "";
  const sign = font !== null && /^wingdings$/i.test(font) ? WINGDINGS.get(value & 0xff) : undefined;
  return sign ?? String.fromCharCode(value);
}
