/** 荣誉名册: entries are added and never changed; the last one says how an honour stands. Revoking and restoring take two persons. */
import { finding, type Finding } from '../kernel/finding'
import { privacyGate } from './privacy-gate'

export const entryKinds = ['given', 'revoked', 'restored'] as const
export type EntryKind = (typeof entryKinds)[number]
export const honourStandings = ['valid', 'revoked'] as const
export type HonourStanding = (typeof honourStandings)[number]
/** What is proposed by one of the office and confirmed by another. */
export const honourChanges = ['revoke', 'restore'] as const
export type HonourChange = (typeof honourChanges)[number]

/** By the last entry. */
export const standingAfter = (last: EntryKind): HonourStanding => (last === 'revoked' ? 'revoked' : 'valid')
export const entryOf = (change: HonourChange): EntryKind => (change === 'revoke' ? 'revoked' : 'restored')

interface Standing { readonly standing: HonourStanding; readonly change: HonourChange }
const already = ({ standing, change }: Standing): Finding[] => {
  if (standing === 'revoked' && change === 'revoke') return [finding({ code: 'honourChange.revoked', rule: null, what: ['这项荣誉已经撤销', 'This honour is revoked already'], mend: ['不用再办。', 'There is nothing left to do.'] })]
  if (standing === 'valid' && change === 'restore') return [finding({ code: 'honourChange.valid', rule: null, what: ['这项荣誉没有撤销，不用恢复', 'This honour is not revoked'], mend: ['不用再办。', 'There is nothing to restore.'] })]
  return []
}

/** @param waiting a proposal about it waits already @param reason goes public as it is written @param basis stays in the register */
export const mayProposeChange = (p: Standing & { readonly waiting: boolean; readonly reason: string; readonly basis: string }): Finding[] => [
  ...already(p),
  ...(p.waiting ? [finding({ code: 'honourChange.waiting', rule: null, what: ['已有一份提请在等第二人确认', 'A proposal about it waits for a second person already'], mend: ['请办公室另一位同志确认，或先撤回那一份。', 'Ask another person of the office to confirm it, or withdraw it first.'] })] : []),
  ...privacyGate([{ at: '公布的理由', text: p.reason }, { at: '依据', text: p.basis }]),
]

/** @param over confirmed or withdrawn */
export const mayConfirmChange = (p: Standing & { readonly proposedByAsker: boolean; readonly over: boolean }): Finding[] => {
  if (p.over) return [finding({ code: 'honourChange.over', rule: null, what: ['这份提请已经办过或撤回', 'This proposal was carried out or withdrawn'], mend: ['仍需要时，请重新提请。', 'Propose it again if it is still needed.'] })]
  if (p.proposedByAsker) return [finding({ code: 'honourChange.samePerson', rule: null, what: ['提请和确认不能是同一个人', 'The same person cannot propose and confirm'], mend: ['请办公室另一位同志登录确认。', 'Ask another person of the office to sign in and confirm.'] })]
  return already(p)
}
