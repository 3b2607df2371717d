/**
 * The layout of the pdf in Typst, by GB/T 9704—2012: 版心 156 × 225 mm, 22 pt title, 16 pt text 28 pt from line to line, page number
 * “— 1 —” at the outer side. Without ligatures: the font has one glyph for “——”, which some readers of pdf take for “—”.
 * The report comes as data through `sys.inputs` and is never part of the source.
 */
export const TYPST_SOURCE = `
#let report = json(bytes(sys.inputs.report))
#let serif = ("Noto Serif SC",)
#let sans = ("Noto Sans SC", "Noto Serif SC")
#set document(title: report.title, author: report.agency, date: none)
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  footer-descent: 7mm,
  footer: context {
    let page-number = counter(page).get().first()
    set text(size: 14pt)
    align(if calc.odd(page-number) { right } else { left }, pad(x: 16pt)[— #page-number —])
  },
)
#set text(font: serif, size: 16pt, lang: "zh", region: "cn", fallback: false, ligatures: false, features: (ccmp: 0), top-edge: 0.88em, bottom-edge: -0.12em)
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12pt, spacing: 12pt)
#show heading: set text(size: 16pt, weight: 400)
#show heading: set block(above: 12pt, below: 12pt, sticky: true)
#show heading.where(level: 1): it => block(pad(left: 2em, text(font: sans, weight: 700, it.body)))
#show heading.where(level: 2): it => block(pad(left: 2em, it.body))
#let paragraph(text) = par(text)
#let statutory(data) = {
  let dressed(cell) = table.cell(
    x: cell.x, y: cell.y, rowspan: cell.rowspan, colspan: cell.colspan,
    align: (if cell.left { left } else { center }) + horizon, cell.text,
  )
  let heads = data.cells.filter(cell => cell.y < data.headRows).map(dressed)
  let body = data.cells.filter(cell => cell.y >= data.headRows).map(dressed)
  set text(size: 9pt)
  set par(first-line-indent: 0pt, justify: false, leading: 3pt, spacing: 3pt)
  block(above: 12pt, below: 12pt, table(
    columns: data.widths.map(width => width * 1fr),
    rows: (auto,) * data.rowCount,
    inset: (x: 3pt, y: 4.5pt),
    stroke: 0.5pt,
    ..if heads.len() > 0 { (table.header(..heads),) },
    ..body,
  ))
}

#block(below: 28pt, above: 0pt, width: 100%, {
  set par(first-line-indent: 0pt, justify: false, leading: 13pt)
  align(center, text(size: 22pt, report.titleLines.join(linebreak())))
})
#for text in report.preface { paragraph(text) }
#for section in report.sections {
  heading(level: 1, section.heading)
  for part in section.paragraphs {
    if part.isHeading { heading(level: 2, part.text) } else { paragraph(part.text) }
  }
  for data in section.tables { statutory(data) }
  for text in section.notes { paragraph(text) }
}
#if report.signOff.len() > 0 {
  v(28pt)
  for (index, line) in report.signOff.enumerate() {
    block(width: 100%, above: 12pt, below: 12pt, align(right, pad(right: 2em * (index + 1), line)))
  }
}
#for text in report.remarks { paragraph(text) }
`;
