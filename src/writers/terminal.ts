import stringWidth from "string-width";

/** How text is dressed for a terminal; every style is the identity when the output is no terminal. */
export interface Dress {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly green: (text: string) => string;
}

const wrap = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const same = (text: string) => text;

export const COLOURED: Dress = {
  bold: wrap(1, 22),
  dim: wrap(2, 22),
  red: wrap(31, 39),
  yellow: wrap(33, 39),
  cyan: wrap(36, 39),
  green: wrap(32, 39),
};

export const PLAIN: Dress = { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same };

/** Pads to a width in terminal columns: a Chinese character takes two. */
export function padTo(text: string, width: number, side: "left" | "right" = "left"): string {
  const gap = " ".repeat(Math.max(0, width - stringWidth(text)));
  return side === "left" ? text + gap : gap + text;
}

/** Cuts to a width in terminal columns, with an ellipsis when something is lost. */
export function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let used = 0;
  let kept = "";
  for (const character of text) {
    const wide = stringWidth(character);
    if (used + wide > width - 1) break;
    kept += character;
    used += wide;
  }
  return `${kept}…`;
}

/** Lays rows out in columns; numbers to the right, words to the left. */
export function columns(rows: readonly (readonly string[])[], gap = "  "): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
  }
  const isNumber = (cell: string) => /^[\d.,+\-—]+$/.test(cell);
  return rows.map((row) =>
    row
      .map((cell, index) => padTo(cell, widths[index] ?? 0, isNumber(cell) ? "right" : "left"))
      .join(gap)
      .trimEnd(),
  );
}
