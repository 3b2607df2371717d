import type { PassagePiece } from "../../document/passage.js";

export interface CellText {
  text: string;
  readonly pieces: PassagePiece[];
}

/** As many as a telephone number has digits. */
const FEWEST = 11;

/** Numbers written one digit a cell, as forms have boxes for them: each run of such cells in a row, as one text. */
export function boxedRow(cells: readonly CellText[]): CellText[] {
  const found: CellText[] = [];
  let run: CellText[] = [];
  for (const cell of [...cells, null]) {
    const plain = cell?.text.trim().normalize("NFKC") ?? "";
    if (cell !== null && /^[0-9Xx]$/.test(plain)) {
      run.push(cell);
      continue;
    }
    if (run.length >= FEWEST) found.push(joined(run));
    run = [];
  }
  return found;
}

function joined(cells: readonly CellText[]): CellText {
  const row: CellText = { text: "", pieces: [] };
  for (const { text, pieces } of cells) {
    const lead = text.length - text.trimStart().length;
    const digit = text.trim();
    for (const piece of pieces) {
      if (piece.at + piece.length <= lead || piece.at >= lead + digit.length) continue;
      row.pieces.push({ ...piece, at: row.text.length, length: digit.length });
    }
    row.text += digit;
  }
  return row;
}
