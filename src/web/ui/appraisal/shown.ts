/** An appraisal as pages read it, and small questions about it. */
import type { AnswerOf } from '#contract/operation'
import type { readAppraisal } from '#contract/operations/appraisal'
import type { AppraisalItem, AppraisalOwner, Contents, ItemKind, ItemPlace } from '#core/appraisal/record'
import type { Finding } from '#core/kernel/finding'
import type { AppraisalPart } from '#core/rules/step-record'

export type Shown = AnswerOf<typeof readAppraisal>['appraisals'][number]
export type ShownItem = Shown['items'][number]
export type ShownFact = Shown['facts'][number]

/** Items of an answer are the core's own; the contract's schema only widens their contents. */
export const itemsIn = (a: Pick<Shown, 'items'>): AppraisalItem[] => a.items.map((i) => ({ kind: i.kind, step: i.step, key: i.key, content: i.content, confirmed: i.confirmed !== null }) as unknown as AppraisalItem)
export const findingsIn = (a: Pick<Shown, 'findings'>): readonly Finding[] => a.findings as readonly Finding[]

/** One flat name for the place of an item. */
export const nameOf = ({ kind, step, key }: ItemPlace): string => `${kind}|${step}|${key}`
export const empty: { readonly [K in ItemKind]: Contents[K] } = {
  visit: { day: '', where: '', who: '', purpose: '' }, symposium: { day: '', where: '', host: '', recorder: '', minutes: '' }, seat: { presence: 'room', name: '', post: '', reason: '' },
  talk: { name: '', relation: '', day: '', by: '', presence: 'room', words: '' }, verdict: { mark: '', verdict: 'true', source: 'document', from: '', note: '' }, conclusion: { text: '' },
}

/** Which part of a step a finding is of, by its code; null: of the whole step. */
export const partOf = (code: string): AppraisalPart | null => {
  if (code.startsWith('visit.')) return 'visit'
  if (code.startsWith('talks.')) return 'talks'
  if (code.startsWith('verification.')) return 'verification'
  return /^(?:symposium|seat|step\.absent)/u.test(code) ? 'symposium' : null
}
export const findingsOfPart = (a: Pick<Shown, 'findings'>, step: string, part: AppraisalPart): readonly Finding[] => findingsIn(a).filter((f) => f.at.field === `step.${step}` && partOf(f.code) === part)

export interface WorkProps { readonly nominationId: string; readonly owner: AppraisalOwner }
