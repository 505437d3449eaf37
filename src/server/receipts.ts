/** The two receipts of a nomination as files: of what was submitted, and of what came in on paper. Typeset when they are asked for. */
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { receiptCode } from '#core/ledger/receipt-code'
import { paperReceipt } from '#documents/paper-receipt'
import { receiptPdf } from '#documents/receipt'
import type { RegisterRow } from './paper/register-view'
import type { NominationRow } from './store/nominations'

/** What it says was fixed at the submission. Null: it was not submitted. */
export const submissionReceipt = async (definition: ResolvedDefinition, n: NominationRow): Promise<Uint8Array | null> => {
  if (n.receipt === null) return null
  const { at, position, hash, manifest } = n.receipt
  return receiptPdf({ campaign: definition.name.zh, unit: n.unitName, candidate: n.candidateName, ...reviewOf(definition, n), at, code: receiptCode(n.receipt), position, hash, definitionHash: n.definitionHash, files: manifest.map((f) => (f.sealed === true ? { ...f, name: `${f.name}（封单在途）` } : f)) })
}

/** 审查人、职务、日期, as the unit wrote them down. */
const reviewOf = (definition: ResolvedDefinition, n: NominationRow): { review?: string } => {
  const given = rulesOf(definition, 'declaration').filter((d) => d.secrecyReview === true).flatMap((d) => n.answers.reviews?.[d.id] ?? [])
  return given.length === 0 ? {} : { review: given.map((r) => `${r.name}（${r.post}），${r.day}`).join('；') }
}

/** Null: nothing came in. */
export const receiptOfPaper = async (definition: ResolvedDefinition, row: NominationRow, { papers, carrier, arrivals }: RegisterRow['register'], at: number): Promise<Uint8Array | null> => {
  const came = arrivals.filter((a) => a.undone === null)
  if (came.length === 0) return null
  return paperReceipt({
    campaign: definition.name.zh, unit: row.unitName, candidate: row.candidateName, at, number: row.id.replaceAll('-', '').slice(0, 12),
    papers: papers.map((p) => ({ name: p.name.zh, due: p.due, received: p.received, stale: p.stale })), carrier: carrier === null ? null : { name: carrier.ways.map((w) => (w === 'disc' ? '光盘' : 'U盘')).join('或'), received: carrier.received },
    arrivals: came.map((a) => ({ at: a.receivedAt, what: a.carrier === 'disc' ? '光盘' : a.carrier === 'usb' ? 'U盘' : ruleOf(definition, 'material', a.materialId ?? '')?.name.zh ?? '', copies: a.copies, version: a.version, by: a.receivedBy })),
  })
}
