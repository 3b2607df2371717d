import type { PlacedMark } from "../../register/redaction/redaction-mark.js";
import { usedGrounds } from "../../register/redaction/redaction-summary.js";
import { typesetPdf } from "../office-document/typeset-pdf.js";

const LAYOUT = `
#let rows = json(bytes(sys.inputs.rows))
#set page(paper: "a4", margin: (x: 28mm, y: 37mm))
#set text(font: ("Noto Serif SC",), size: 12pt, lang: "zh", region: "cn")
#set par(leading: 0.9em)
#align(center, text(font: ("Noto Sans SC",), size: 16pt)[遮盖说明])
#v(1em)
本文件中以黑色方块遮盖的内容不予公开。方块内的编号表示理由：
#v(0.6em)
#table(
  columns: (auto, 1fr, auto),
  inset: 8pt,
  align: (center, left, left),
  table.header([编号], [理由], [依据]),
  ..rows.map(row => ([\\[#row.number\\]], [#row.name], [#row.basis])).flatten()
)
`;

/** The page that says what the numbers in the boxes mean: ground and article. */
export function redactionLegend(marks: readonly Pick<PlacedMark, "ground">[]): Promise<Uint8Array> {
  const rows = usedGrounds(marks).map(({ name, basis }, index) => ({ number: String(index + 1), name, basis }));
  return typesetPdf(LAYOUT, { rows });
}
