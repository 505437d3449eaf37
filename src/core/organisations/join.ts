/** 单位加入: what a unit that comes by a code is asked, and which units that are there already it may be. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { sureIn } from '../secrecy/marked-values'
import { markedField } from '../secrecy/say'
import { hiddenIn } from '../text/hidden-characters'
import { searchable } from '../text/search-words'

export const joinStates = ['waiting', 'takenIn', 'refused'] as const
export type JoinState = (typeof joinStates)[number]
/** `open`: units may come by it. */
export const codeStates = ['open', 'usedUp', 'expired', 'ended'] as const
export type CodeState = (typeof codeStates)[number]
export const codeStateOf = (c: { readonly ended: boolean; readonly until: number; readonly used: number; readonly most: number }, now: number): CodeState =>
  (c.ended ? 'ended' : c.until <= now ? 'expired' : c.used >= c.most ? 'usedUp' : 'open')

/** Most units one code lets in, and most days it is open. */
export const MOST_UNITS = 2000
export const MOST_DAYS = 180

export interface JoinPerson { readonly name: string; readonly phone: string }
export interface JoinTyped { readonly unitName: string; /** Empty: the office gives one. */ readonly unitCode: string; readonly clerk: JoinPerson; readonly approver: JoinPerson }

/** GB 32100-2015: 18 characters without I O S V Z, the last one checks the others. */
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
export const isCreditCode = (code: string): boolean => {
  const at = [...code].map((c) => CREDIT.indexOf(c))
  if (at.length !== 18 || at.includes(-1)) return false
  return (31 - (CREDIT_WEIGHTS.reduce((sum, w, i) => sum + w * at[i]!, 0) % 31)) % 31 === at[17]
}
/** As it is kept: half width, no blanks, capital letters where it is a credit code. */
export const unitCodeOf = (typed: string): string => {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  return /^[0-9A-Za-z]{18}$/.test(plain) ? plain.toUpperCase() : plain
}

/** Digits alone, so that two spellings of one number are one. */
const digits = (phone: string): string => phone.normalize('NFKC').replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
const isPhone = (phone: string): boolean => /^\+?[\d\s()-]{7,20}$/.test(phone.normalize('NFKC').trim())

const labels: Readonly<Record<string, Words>> = {
  unitName: { zh: '单位名称', en: 'Name of the unit' }, unitCode: { zh: '单位代码', en: 'Code of the unit' }, 'clerk.name': { zh: '经办人姓名', en: 'Name of the clerk' }, 'approver.name': { zh: '审核人姓名', en: 'Name of the approver' },
}
const phoneLabels: Readonly<Record<'clerk' | 'approver', Words>> = { clerk: { zh: '经办人', en: 'clerk' }, approver: { zh: '审核人', en: 'approver' } }

/** All at once: whoever sends it is there only this once. */
export const judgeJoining = (typed: JoinTyped): Finding[] => {
  const texts = { unitName: typed.unitName, unitCode: typed.unitCode, 'clerk.name': typed.clerk.name, 'approver.name': typed.approver.name }
  const found = Object.entries(texts).flatMap(([field, value]) => {
    const markings = sureIn(value)
    if (markings.length > 0) return [markedField(field, labels[field]!, markings)]
    return hiddenIn(value) === null ? [] : [finding({ code: 'join.hidden', rule: null, at: { field }, what: [`“${labels[field]!.zh}”里有看不见的字符`, `“${labels[field]!.en}” holds characters that are not seen`], mend: ['请清空这一栏，重新键入。', 'Clear the field and type it again.'] })]
  })
  if (/^[0-9A-Z]{18}$/.test(unitCodeOf(typed.unitCode)) && !isCreditCode(unitCodeOf(typed.unitCode))) found.push(finding({ code: 'join.creditCode', rule: null, at: { field: 'unitCode' }, what: ['统一社会信用代码的校验位不对', 'The check character of the credit code is wrong'], mend: ['请对照证书再键入一次；手边没有的，留空，由办公室补。', 'Type it again from the certificate, or leave it empty: the office fills it in.'] }))
  for (const who of ['clerk', 'approver'] as const) {
    if (!isPhone(typed[who].phone)) found.push(finding({ code: 'join.phone', rule: null, at: { field: `${who}.phone` }, what: [`${phoneLabels[who].zh}的电话不是一个号码`, `The telephone of the ${phoneLabels[who].en} is not a number`], mend: ['请填手机号，或带区号的座机号。', 'Give a mobile number, or a landline with its area code.'] }))
  }
  if (found.every((f) => f.code !== 'join.phone') && digits(typed.clerk.phone) === digits(typed.approver.phone)) found.push(finding({ code: 'join.onePerson', rule: null, at: { field: 'approver.phone' }, what: ['经办人和审核人的电话相同', 'Clerk and approver have the same telephone'], mend: ['经办人填报，审核人把关，须是两个人；请填审核人自己的电话。', 'One fills in and another approves: they must be two people. Give the approver’s own number.'] }))
  return found
}

/** Why a unit that is there may be the one that applies. */
export type Alikeness = 'code' | 'name' | 'like'
export interface NamedUnit { readonly id: string; readonly name: string; readonly code: string }
export interface AlikeUnit extends NamedUnit { readonly how: Alikeness }

const pairs = (text: string): ReadonlySet<string> => { const c = [...text]; return new Set(c.slice(1).map((x, i) => `${c[i]}${x}`)) }
const ALIKE_FROM = 0.72
const alike = (a: string, b: string, pairsA: ReadonlySet<string>): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if ([...short].length >= 4 && long.includes(short)) return true
  const pairsB = pairs(b)
  if (pairsA.size + pairsB.size === 0) return false
  return (2 * [...pairsA].filter((p) => pairsB.has(p)).length) / (pairsA.size + pairsB.size) >= ALIKE_FROM
}
const orderOf: readonly Alikeness[] = ['code', 'name', 'like']

/** Asked of a person, never decided: the same code, the same name, or a name much alike. */
export const alikeUnits = (asked: { readonly name: string; readonly code: string }, known: readonly NamedUnit[]): AlikeUnit[] => {
  const name = searchable(asked.name), own = pairs(name), code = unitCodeOf(asked.code)
  const found = known.flatMap((u): AlikeUnit[] => {
    const other = searchable(u.name)
    const how: Alikeness | null = code !== '' && unitCodeOf(u.code) === code ? 'code' : other === name ? 'name' : alike(name, other, own) ? 'like' : null
    return how === null ? [] : [{ id: u.id, name: u.name, code: u.code, how }]
  })
  return found.toSorted((a, b) => orderOf.indexOf(a.how) - orderOf.indexOf(b.how)).slice(0, 8)
}
