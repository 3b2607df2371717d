/** A rectangle on a page in PDF points (1/72 inch), the origin at the top left as a reader sees the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where something stands in the file it was read from. All numbers count from 1, as a person would count. */
export type Place =
  /** PDF and scans. */
  | { readonly kind: "page"; readonly page: number; readonly box?: Box }
  /** A cell of a table in Word, OpenDocument, HTML. */
  | { readonly kind: "cell"; readonly table: number; readonly row: number; readonly column: number }
  /** A cell of a workbook. */
  | { readonly kind: "sheet"; readonly sheet: string; readonly row: number; readonly column: number }
  /** A paragraph of Word, OpenDocument, HTML. */
  | { readonly kind: "paragraph"; readonly paragraph: number }
  /** A line of a text file. */
  | { readonly kind: "line"; readonly line: number; readonly column?: number };

/** Says a place in words: 「第3页」, 「表2第5行第4列」, 「第12段」, 「第88行」. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case "page":
      return `第${place.page}页`;
    case "cell":
      return `表${place.table}第${place.row}行第${place.column}列`;
    case "sheet":
      return `工作表“${place.sheet}”第${place.row}行第${place.column}列`;
    case "paragraph":
      return `第${place.paragraph}段`;
    case "line":
      return place.column === undefined ? `第${place.line}行` : `第${place.line}行第${place.column}格`;
    default:
      return place satisfies never;
  }
}
