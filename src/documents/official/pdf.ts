/** 公文 as PDF in the form of GB/T 9704-2012. */
import { renderPdf } from '../render'
import { sayDay } from '#core/kernel/instant'
import { attachmentLines, attachmentMark, sayCopies, sayNumber, saySecrecy, type AttachedMatter, type OfficialDocument } from './document'
import { numberHeadings } from './heading-numbers'
import { markSize, titleWidth } from './measure'
import { template } from './pdf-template'
import { titleLines } from './title-lines'

/** Lays the document out; what it says goes in as data, never as source. */
export const officialPdf = (doc: OfficialDocument): Promise<Uint8Array> => renderPdf(template, dataOf(doc))

const dataOf = (doc: OfficialDocument) => {
  const listed = doc.attachments ?? []
  return {
    mark: { issuers: doc.mark.issuers, suffix: doc.mark.suffix ?? '', ...markSize(doc.mark.issuers, doc.mark.suffix) },
    number: doc.number === null ? '' : sayNumber(doc.number),
    signers: doc.signers ?? [], copyNumber: doc.copyNumber ?? '', secrecy: doc.secrecy === undefined ? '' : saySecrecy(doc.secrecy), urgency: doc.urgency ?? '',
    title: titleLines(doc.title, titleWidth), recipients: doc.recipients ?? '',
    body: numberHeadings(doc.body), attachments: attachmentLines(listed.map((a) => a.title)),
    signature: doc.signature, date: sayDay(doc.date).zh, sealed: doc.sealed, note: doc.note ?? '',
    attached: listed.flatMap((a, i) => (a.matter === undefined ? [] : [{ mark: attachmentMark(i, listed.length), title: titleLines(a.title, titleWidth), ...matterOf(a.matter) }])),
    imprint: doc.imprint === undefined ? null : { copies: sayCopies(doc.imprint), printer: doc.imprint.printer, printed: sayDay(doc.imprint.printed).zh },
  }
}

const matterOf = (m: AttachedMatter) => ({
  number: m.number === undefined ? '' : sayNumber(m.number), recipients: m.recipients ?? '',
  body: numberHeadings(m.body), attachments: attachmentLines(m.attachments ?? []),
  signature: m.signature ?? [], date: m.date === undefined ? '' : sayDay(m.date).zh, note: m.note ?? '',
})
