import type { Passage, PassagePiece } from "../../document/passage.js";
import type { TextEdit } from "../../writers/masked-file/apply-edits.js";
import { cellWithText, xmlCharacters } from "../../writers/masked-file/apply-edits.js";
import type { LocatedHit } from "./screen-file.js";

/** An edit whose text for a cell is worked out when the cell is at hand. */
export interface PieceEdit extends TextEdit {
  readonly form: PassagePiece["form"];
}

/** What changes in each entry: data become stars in the piece they begin in and leave the others, and what is blanked becomes empty. */
export function passageEdits(hidden: readonly LocatedHit[], blanked: readonly Passage[]): Map<string, PieceEdit[]> {
  const edits = new Map<string, Map<string, PieceEdit>>();
  const put = (piece: PassagePiece, text: string): void => {
    const entry = edits.get(piece.entry) ?? new Map<string, PieceEdit>();
    edits.set(piece.entry, entry);
    entry.set(`${piece.from}`, {
      from: piece.from,
      to: piece.to,
      text: piece.form === "xml" ? xmlCharacters(text) : text,
      form: piece.form,
    });
  };
  const byPassage = new Map<Passage, LocatedHit[]>();
  for (const hit of hidden) byPassage.set(hit.passage, [...(byPassage.get(hit.passage) ?? []), hit]);
  // Numbers over several cells are told of a row after its cells, and count before what was found in one of them.
  for (const [passage, hits] of byPassage) for (const [piece, text] of piecesWithout(passage, hits)) put(piece, text);
  for (const { pieces } of blanked) for (const piece of pieces) put(piece, "");
  return new Map([...edits].map(([entry, byPlace]) => [entry, [...byPlace.values()]]));
}

function piecesWithout(passage: Passage, hits: readonly LocatedHit[]): Map<PassagePiece, string> {
  const changed = new Map<PassagePiece, string>();
  const data = hits.flatMap(({ datum }) => (datum === null ? [] : [datum])).toSorted((one, other) => one.start - other.start);
  for (const piece of passage.pieces) {
    const end = piece.at + piece.length;
    const inside = data.filter((datum) => datum.start < end && datum.end > piece.at);
    if (inside.length === 0) continue;
    let text = "";
    let at = piece.at;
    for (const datum of inside) {
      text += passage.text.slice(at, Math.max(at, datum.start));
      if (datum.start >= piece.at) text += datum.suggestion;
      // One box of a form keeps a star, so that nobody takes it for empty.
      else if (piece.length === 1) text += "*";
      at = Math.min(end, datum.end);
    }
    changed.set(piece, text + passage.text.slice(at, end));
  }
  return changed;
}

/** The edit with its final text, now that the entry is at hand. */
export function finalEdit({ from, to, text, form }: PieceEdit, entry: string): TextEdit {
  return { from, to, text: form === "cell" ? cellWithText(entry.slice(from, to), text) : text };
}
