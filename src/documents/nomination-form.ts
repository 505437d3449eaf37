/** 推荐表打印稿: printed, sealed, scanned; each page names form, version and content, so that paper and file can be matched. */
import { paragraphsOf } from '#core/forms/values'
import type { BlankForm, FormRow } from './attachments/blank-sheets'
import { besidePortrait, formLines, type FormLine } from './forms/form-rows'
import { markedPage, renderMarked } from './forms/marked-page'
import type { Marked } from './forms/page-mark'

export interface NominationFormData {
  readonly form: BlankForm
  readonly unit: string
  readonly candidate: string
  readonly mark: Marked
  /** By field; what is missing is left open to be written by hand. */
  readonly values: Readonly<Record<string, string>>
  /** JPEG or PNG, its metadata removed. */
  readonly portrait?: Uint8Array
}

const template = `${markedPage('upright', 22)}
#let label(t, height) = table.cell(fill: rgb("#f6f4f0"), align: center + horizon, inset: 0.8mm, grid(columns: (0pt, 1fr), align: horizon, box(height: height - 1.6mm), text(size: 10pt, t)))
#let value(c, ..at) = table.cell(align: left + horizon, ..at, text(font: serif, if c.choices.len() > 0 { c.choices.map(x => box(x)).join(h(1em)) } else { c.value }))
#let wide = 3 + d.portraitColumns
#let portrait = if d.beside > 0 { table.cell(rowspan: d.beside, align: center + horizon, inset: 0.6mm, if d.portrait { image("/portrait.jpg", width: d.portraitWidth * 1mm, height: d.portraitHeight * 1mm, fit: "contain") } else { text(fill: ink2, size: 9pt)[照片 #v(1mm) #d.portraitWidth × #d.portraitHeight 毫米] }) }
#let heading(t, limit) = block(sticky: true, below: 3mm)[#text(size: 10pt, weight: 600, t)#if limit != "" { text(size: 8.5pt, fill: ink2, limit) }]
#let line-of(i, l) = {
  let beside = if i < d.beside { 3 } else { wide }
  let height = if i < d.beside { d.besideHeight * 1mm } else { 9mm }
  let last = if i == 0 and d.beside > 0 { (portrait,) } else { () }
  if l.kind == "pair" { (label(l.cells.at(0).label, height), value(l.cells.at(0)), label(l.cells.at(1).label, height), value(l.cells.at(1), colspan: beside - 2), ..last) }
  else if l.kind == "single" { (label(l.cells.at(0).label, height), value(l.cells.at(0), colspan: beside), ..last) }
  else { let c = l.cells.at(0); (table.cell(colspan: wide + 1, inset: (x: 4mm, y: 3mm), [#heading(c.label, c.hint) #text(font: serif, indented(c.paragraphs)) #if c.paragraphs.len() == 0 { block(breakable: false, height: c.lines * 5.2mm) }]),) }
}
#align(center, block(width: 92%, text(font: serif, weight: "bold", size: 18pt, hyphenate: false, par(leading: 0.55em, d.title))))
#v(3mm)
#grid(columns: (1fr, auto), [推荐单位（盖章）：#text(font: serif, d.unit)], [填表日期：#h(3em)年#h(2em)月#h(2em)日])
#v(1.5mm)
#set table(stroke: 0.6pt + rgb("#4a4641"), inset: (x: 2mm, y: 1.6mm))
#table(columns: (23mm, 1fr, 23mm, 1fr, ..if d.portraitColumns > 0 { (d.portraitWidth * 1mm + 3mm,) }),
  ..d.lines.enumerate().map(((i, l)) => line-of(i, l)).flatten())
#for o in d.opinions {
  block(above: -0.6pt, below: 0pt, width: 100%, breakable: false, table(columns: (23mm, 1fr),
    label(o.name, 40mm), table.cell(inset: (x: 4mm, top: 3mm, bottom: 2mm), align: left + top, [#grid(columns: (0pt, 1fr), box(height: 20mm), text(font: serif, indented(o.paragraphs))) #sealed-by(o.seal)])))
}
`

/** @returns the file; of how many pages, stands on each */
export const nominationFormPdf = async (f: NominationFormData): Promise<Uint8Array> => {
  const rows = f.form.rows.map((r) => ({ ...r, value: f.values[r.field] ?? '' }))
  const lines = formLines(rows)
  const beside = besidePortrait(f.form, lines)
  const { width, height } = f.form.portrait ?? { width: 0, height: 0 }
  const { pdf } = await renderMarked('form', template, { about: f.candidate === '' ? '推荐表' : `推荐表 · ${f.candidate}`, foot: f.form.foot, mark: f.mark }, {
    title: f.form.title, unit: f.unit, lines: lines.map(shown), beside, besideHeight: Math.max(9, (height + 2) / Math.max(1, beside)), portraitColumns: beside > 0 ? 1 : 0, portraitWidth: width, portraitHeight: height, portrait: f.portrait !== undefined,
    opinions: f.form.opinions.map((o) => ({ name: o.name, seal: sealOf(o.name), paragraphs: paragraphsOf(o.field === null ? '' : f.values[o.field] ?? '') })),
  }, f.portrait === undefined ? {} : { '/portrait.jpg': f.portrait })
  return pdf
}

const shown = (l: FormLine<FormRow & { readonly value: string }>) => ({ kind: l.kind, cells: l.cells.map((c) => ({ label: c.label.replace('（选填）', ''), hint: c.lines > 1 ? c.hint : '', lines: c.lines, value: c.value, choices: c.value === '' && c.hint.startsWith('□') ? c.hint.split('　') : [], paragraphs: c.lines > 1 ? paragraphsOf(c.value) : [] })) })
/** Who seals below an opinion: 所在单位意见 is sealed by 所在单位. */
const sealOf = (name: string): string => name.replace(/(?:审核)?意见$/u, '')
