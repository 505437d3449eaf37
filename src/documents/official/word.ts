/** 公文 as Word (.docx) in the form of GB/T 9704-2012: the measures of the PDF, faces by the names offices have them under. */
import { AlignmentType, Document, Packer, Paragraph, TextRun, HeadingLevel, type Table } from 'docx'
import { sayDay } from '#core/kernel/instant'
import { attachmentMark, sayNumber, type AttachedMatter, type Block, type OfficialDocument } from './document'
import { numberHeadings, type NumberedBlock } from './heading-numbers'
import { titleWidth } from './measure'
import { titleLines } from './title-lines'
import { attachmentList, noteLine, underSeal, unsealed, wordImprint } from './word-close'
import { fang, fontTable, kai } from './word-faces'
import { emptyLine, wordHead } from './word-head'
import { footers, sectionProperties, styles } from './word-styles'

/** The document for an office to go on working on: real styles and headings, numbers written out, nothing locked. */
export const officialWord = (doc: OfficialDocument): Promise<Uint8Array> => Packer.toBuffer(new Document({
  title: doc.title.replaceAll('\n', ''), creator: doc.mark.issuers.join(' '), styles, evenAndOddHeaderAndFooters: true,
  sections: [{ properties: sectionProperties, footers, children: childrenOf(doc) }],
}), undefined, [{ path: 'word/fontTable.xml', data: fontTable }])

const childrenOf = (doc: OfficialDocument): (Paragraph | Table)[] => {
  const listed = doc.attachments ?? []
  return [
    ...wordHead(doc), titleOf(doc.title, 'Title'), emptyLine(),
    ...recipients(doc.recipients), ...blocks(doc.body, true), ...attachmentList(listed.map((a) => a.title)),
    ...(doc.sealed ? underSeal : unsealed)(doc.signature, sayDay(doc.date).zh, doc.note),
    ...listed.flatMap((a, i) => (a.matter === undefined ? [] : attached(attachmentMark(i, listed.length), a.title, a.matter))),
    ...(doc.imprint === undefined ? [] : wordImprint(doc.imprint)),
  ]
}

/** 7.3.7: a new page, 附件 on its first line, the title on the third. */
const attached = (mark: string, title: string, m: AttachedMatter): Paragraph[] => [
  new Paragraph({ style: 'AttachmentMark', pageBreakBefore: true, children: [new TextRun(mark)] }),
  emptyLine(), titleOf(title, 'AttachmentTitle'),
  ...(m.number === undefined ? [] : [new Paragraph({ style: 'Flush', alignment: AlignmentType.CENTER, children: [new TextRun({ text: sayNumber(m.number), font: kai })] })]),
  emptyLine(), ...recipients(m.recipients), ...blocks(m.body, m.signature !== undefined), ...attachmentList(m.attachments ?? []),
  ...(m.signature === undefined || m.signature.length === 0 ? noteLine(m.note) : unsealed(m.signature, m.date === undefined ? '' : sayDay(m.date).zh, m.note)),
]

const titleOf = (title: string, style: string): Paragraph =>
  new Paragraph({ style, children: titleLines(title, titleWidth).map((text, i) => new TextRun({ text, ...(i === 0 ? {} : { break: 1 }) })) })

const recipients = (to: string | undefined): Paragraph[] => (to === undefined ? [] : [new Paragraph({ style: 'Flush', children: [new TextRun(`${to}：`)] })])

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

/** The last paragraph stays with the signature, so that none stands alone on a page. */
const blocks = (body: readonly Block[], signed: boolean): Paragraph[] => numberHeadings(body).map((b, i, all) => block(b, signed && i === all.length - 1))

const block = (b: NumberedBlock, keepNext: boolean): Paragraph => b.level === 0
  ? new Paragraph({ style: 'BodyText', keepNext, widowControl: false, children: [new TextRun(b.text)] })
  : new Paragraph({ heading: headings[b.level], keepNext: keepNext || b.runOn === '', widowControl: false, children: [new TextRun(b.number + b.text), ...(b.runOn === '' ? [] : [new TextRun({ text: b.runOn, font: fang })])] })
