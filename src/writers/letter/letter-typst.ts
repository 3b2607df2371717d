/** The layout of a letter in Typst, by GB/T 9704—2012 like the report; the letter comes as data and is never part of the source. */
export const LETTER_TYPST = `
#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.name, author: letter.agency, date: none)
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
#set text(font: ("Noto Serif SC",), size: 16pt, lang: "zh", region: "cn", fallback: false, ligatures: false, features: (ccmp: 0), top-edge: 0.88em, bottom-edge: -0.12em)
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12pt, spacing: 12pt)
#let plain(body) = { set par(first-line-indent: 0pt, justify: false); body }
#block(below: if letter.number == none { 28pt } else { 14pt }, width: 100%, {
  set par(first-line-indent: 0pt, justify: false, leading: 13pt)
  align(center, text(size: 22pt, letter.titleLines.join(linebreak())))
})
#if letter.number != none { block(below: 28pt, width: 100%, plain(align(center, letter.number))) }
#if letter.addressee != none { block(below: 12pt, plain(letter.addressee)) }
#let form() = block(below: 28pt, above: 28pt, width: 100%, {
  set par(first-line-indent: 0pt, justify: false)
  table(
    columns: (2600fr, 6244fr),
    rows: (auto,) * letter.form.len(),
    inset: (x: 6pt, y: 14pt),
    stroke: 0.5pt,
    align: (x, _) => (if x == 0 { center } else { left }) + horizon,
    ..letter.form.map(row => (row.label, row.text)).flatten(),
  )
})
#for (index, text) in letter.paragraphs.enumerate() {
  if index + 1 < letter.paragraphs.len() { par(text) } else { block(sticky: true, breakable: false, above: 12pt, below: 12pt, par(text)) }
}
#if letter.form.len() > 0 and letter.formTitle == none { form() }
#if letter.attachments.len() > 0 {
  block(sticky: true, breakable: false, above: 40pt, below: 12pt, for text in letter.attachments { par(text) })
}
#if letter.signOff.len() > 0 {
  block(breakable: false, above: 12pt, width: 100%, {
    v(56pt)
    for line in letter.signOff {
      block(width: 100%, above: 12pt, below: 12pt, plain(align(right, pad(right: line.right * 1em, line.text))))
    }
  })
}
#if letter.form.len() > 0 and letter.formTitle != none {
  pagebreak()
  block(below: 28pt, width: 100%, plain(align(center, text(size: 22pt, letter.formTitle))))
  form()
}
`;
