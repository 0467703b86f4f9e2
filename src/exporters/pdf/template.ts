/** How a document looks as PDF. What people wrote comes as data and is shown as strings: none of it is ever read as Typst. */
export const template = `
#let shown = json(bytes(sys.inputs.document))
#let rtl-or-ltr(name) = if name == "rtl" { rtl } else { ltr }
#set document(title: shown.title, author: shown.author, description: shown.trail, date: datetime(..shown.date))
#set text(lang: shown.language.code, region: shown.language.region, dir: rtl-or-ltr(shown.direction), font: ("Noto Sans", "Noto Naskh Arabic"), fallback: false, size: 10.5pt)
#set page(
  paper: "a4",
  margin: 25mm,
  header: text(size: 8pt, shown.title),
  footer: context text(size: 8pt)[#{shown.page.at(0) + " " + str(counter(page).get().first()) + " " + shown.page.at(1) + " " + str(counter(page).final().first())} #if shown.trail != none [ \\ #shown.trail]],
)
#set par(leading: 0.7em, spacing: 1em)
#set table(stroke: 0.5pt + luma(140), inset: 5pt)
#show heading: set block(above: 1.5em, below: 0.8em)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show link: underline

#let run(it) = {
  let body = it.text
  if it.bold { body = strong(body) }
  if it.open { body = highlight(body) }
  if it.language != none { body = text(lang: it.language.code, region: it.language.region, body) }
  if it.to != none { link(label(it.to), body) } else if it.address != none { link(it.address, body) } else { body }
}
#let words(it) = {
  set text(dir: rtl-or-ltr(it.direction))
  [#it.runs.map(run).join()]
}
#let items(list-of) = if list-of.len() > 0 {
  if list-of.first().letter == none { list(..list-of.map(it => list.item(words(it)))) } else {
    enum(numbering: n => "(" + list-of.at(n - 1).letter + ")", ..list-of.map(it => enum.item(words(it))))
  }
}
#let paragraph(it) = [#words(it) #items(it.items)]
#let cell(paragraphs) = for it in paragraphs { par(words(it)) }

#title()
#for line in shown.subtitle { par(text(size: 8.5pt, line)) }
#for block-of in shown.blocks {
  if block-of.kind == "heading" [
    #heading(level: block-of.level, words(block-of))
    #if block-of.id != none { [#metadata(none)#label(block-of.id)] }
  ] else if block-of.kind == "list" {
    enum(numbering: "(1)", tight: false, spacing: 1em, ..block-of.paragraphs.map(it => enum.item(paragraph(it))))
  } else if block-of.kind == "table" {
    set text(size: 8pt) if block-of.small
    set par(leading: 0.5em) if block-of.small
    set table(inset: 3.5pt) if block-of.small
    table(
      columns: block-of.shares.map(share => share * 1fr),
      align: start,
      table.header(..block-of.header.map(it => table.cell(strong(it)))),
      ..block-of.rows.flatten().map(it => table.cell(cell(it.paragraphs))),
    )
  } else if block-of.quotation {
    quote(block: true, paragraph(block-of))
  } else {
    par(words(block-of))
    items(block-of.items)
  }
}
`;
