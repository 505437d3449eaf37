/** 纸质选票: what two persons read from the same paper, compared ballot by ballot; only what both read alike, or what was settled over the paper, is counted. */
import { canonical, hashOf } from '../kernel/canonical'
import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import type { Ballot } from './ballot-box'

/** Why a paper does not count, beside what its marks make invalid by the rule. */
export const spoiltReasons = ['unreadable', 'altered', 'marked', 'notOurs', 'other'] as const
export type SpoiltReason = (typeof spoiltReasons)[number]
export const spoiltNames = {
  unreadable: { zh: '字迹无法辨认', en: 'cannot be read' }, altered: { zh: '涂改', en: 'altered' }, marked: { zh: '作了其他记号', en: 'bears another mark' }, notOurs: { zh: '不是本轮发的选票', en: 'not a ballot of this round' }, other: { zh: '其他', en: 'something else' },
} as const

/** One paper as somebody read it. */
export type PaperEntry = Pick<Ballot, 'approvals' | 'against' | 'abstained' | 'writeIns' | 'spoilt'>
/** By the code on the paper. */
export type Entered = ReadonlyMap<string, PaperEntry>

const tidy = (list: readonly string[] | undefined): string[] => [...(list ?? [])].map((x) => x.trim().normalize('NFC')).filter((x) => x !== '').sort()
/** Order and blanks are nobody's reading; of a spoilt paper nothing counts but why. */
const plain = (e: PaperEntry): unknown => (e.spoilt !== undefined ? { spoilt: e.spoilt } : { approvals: tidy(e.approvals), against: tidy(e.against), writeIns: tidy(e.writeIns) })
export const reads = (a: PaperEntry | undefined, b: PaperEntry | undefined): boolean => a !== undefined && b !== undefined && canonical(plain(a)) === canonical(plain(b))

/** Stands for all that one person entered; told on the ledger before anybody compares. Of names written in their number: in the box they are signs. */
export const enteredHash = (entered: Entered): string => hashOf([...entered].map(([code, e]) => ({ code, read: e.spoilt !== undefined ? { spoilt: e.spoilt } : { approvals: tidy(e.approvals), against: tidy(e.against), writtenIn: tidy(e.writeIns).length } })).sort((a, b) => (a.code < b.code ? -1 : 1)))

export interface Difference { readonly code: string; /** Null: this person found no such paper. */ readonly a: PaperEntry | null; readonly b: PaperEntry | null }
export const differencesOf = (a: Entered, b: Entered): Difference[] => [...new Set([...a.keys(), ...b.keys()])].sort().filter((code) => !reads(a.get(code), b.get(code))).map((code) => ({ code, a: a.get(code) ?? null, b: b.get(code) ?? null }))

/** What counts: where both read alike that; else what was settled, null where there is no such paper. */
export const agreedOf = (a: Entered, b: Entered, settled: ReadonlyMap<string, PaperEntry | null>): { readonly ballots: Entered; readonly open: readonly Difference[] } => {
  const differ = new Map(differencesOf(a, b).map((d) => [d.code, d]))
  const ballots = new Map<string, PaperEntry>()
  for (const code of new Set([...a.keys(), ...b.keys()])) {
    const read = differ.has(code) ? settled.get(code) : a.get(code)
    if (read != null) ballots.set(code, read)
  }
  return { ballots, open: [...differ.values()].filter((d) => !settled.has(d.code)) }
}

export interface PaperStanding { readonly printed: number; readonly present: number; readonly issued: number | null; readonly returned: number | null; /** How many have entered all they have. */ readonly finished: number; readonly open: number; readonly agreed: number }
const no = (rule: RoundRule, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `paper.${code}`, strength: 'block', rule, what, mend })

/** 发出、收回 as the scrutineers counted them. */
export const checkCounts = (rule: RoundRule, { printed, present }: Pick<PaperStanding, 'printed' | 'present'>, { issued, returned }: { readonly issued: number; readonly returned: number }): Finding[] => [
  ...(issued > printed ? [no(rule, 'moreThanPrinted', [`发出 ${issued} 张，多于印出的 ${printed} 张`, `${issued} issued, ${printed} were printed`], ['请重新清点；有复印的选票，先收回。', 'Count again; take copied ballots back first.'])] : []),
  ...(issued > present ? [no(rule, 'moreThanPresent', [`发出 ${issued} 张，多于签到的 ${present} 名评委`, `${issued} issued to ${present} jurors who checked in`], ['请先让到会的评委签到，再登记。', 'Let those who are here check in first.'])] : []),
  ...(returned > issued ? [no(rule, 'moreThanIssued', [`收回 ${returned} 张，多于发出的 ${issued} 张，这次投票无效`, `${returned} came back and ${issued} were issued: the vote is void`], ['请重新清点；确实如此的，废止本轮，重新投票。', 'Count again; if it is so, give the round up and vote again.'])] : []),
]

/** What the closing of a round on paper still waits for. */
export const beforeClose = (rule: RoundRule, s: PaperStanding): Finding[] => [
  ...(s.issued === null || s.returned === null ? [no(rule, 'notCounted', ['还没有登记发出和收回的张数', 'How many were issued and came back is not entered yet'], ['请监票人清点后，由秘书登记。', 'Let the scrutineers count, and the secretary enter it.'])] : []),
  ...(s.finished < 2 ? [no(rule, 'notEntered', [`要两人各自录入一遍，录完的有 ${s.finished} 人`, `Two persons enter all ballots; ${s.finished} are done`], ['请计票人录完后按“录完了”。', 'Each presses “all entered” when done.'])] : []),
  ...(s.open > 0 ? [no(rule, 'differences', [`两人录入的有 ${s.open} 张不一样`, `${s.open} ballot(s) were read differently`], ['请对照原票，逐张定下来。', 'Look at the papers and settle each.'])] : []),
  ...(s.finished >= 2 && s.open === 0 && s.returned !== null && s.agreed !== s.returned ? [no(rule, 'notAll', [`收回 ${s.returned} 张，录入的是 ${s.agreed} 张`, `${s.returned} came back, ${s.agreed} are entered`], ['请重新清点收回的选票，改正张数，或补录。', 'Count the papers again; mend the number, or enter what is missing.'])] : []),
]
