/** 开箱钥匙的一份 as it stands on paper: 64 letters and figures in four rows, each with a check of its own, so that a slip of the pen is told by its row. */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Role } from '../access/actor'
import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'

export const holders = ['secretary', 'supervisor', 'office'] as const
export type Holder = (typeof holders)[number]
/** How many of the three open the box. */
export const NEEDED = 2
export const holderNames = { secretary: { zh: '评委会秘书', en: 'the jury secretary' }, supervisor: { zh: '纪检监督', en: 'the discipline supervisor' }, office: { zh: '活动办公室', en: 'the office' } } as const

/** Whose share somebody prints, by the role they act in. */
export const holderOf = (role: Role): Holder | null => (role === 'jurySecretary' ? 'secretary' : role === 'supervisor' || role === 'office' ? role : null)

export interface KeyShare { readonly holder: Holder; /** 32 bytes: the private half of this holder's key. */ readonly secret: Uint8Array }

// Crockford's: without I, L, O and U; what is easily mistaken is read as what it was taken for.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ROWS = 4
const ROW = 16
const BYTES = 9

/** Which round it belongs to: three bytes of a hash, so that paper of another round is told. */
const tagOf = (roundId: string): Uint8Array => sha256(utf8ToBytes(`xuanshu key share 1 ${roundId}`)).slice(0, 3)
const checkOf = (row: number, bytes: Uint8Array): number => sha256(new Uint8Array([row, ...bytes]))[0]!

/** Ten bytes are sixteen letters. */
const lettersOf = (bytes: Uint8Array): string => {
  let bits = 0n
  for (const b of bytes) bits = (bits << 8n) | BigInt(b)
  return Array.from({ length: ROW }, (_, i) => letters[Number((bits >> BigInt(5 * (ROW - 1 - i))) & 31n)]!).join('')
}
const bytesOf = (row: string): Uint8Array => {
  let bits = 0n
  for (const letter of row) bits = (bits << 5n) | BigInt(letters.indexOf(letter))
  return Uint8Array.from({ length: BYTES + 1 }, (_, i) => Number((bits >> BigInt(8 * (BYTES - i))) & 255n))
}

/** 64 letters and figures, as the QR code holds them. */
export const shareText = (roundId: string, { holder, secret }: KeyShare): string => {
  const body = new Uint8Array([holders.indexOf(holder) + 1, ...tagOf(roundId), ...secret])
  return Array.from({ length: ROWS }, (_, r) => { const own = body.slice(r * BYTES, (r + 1) * BYTES); return lettersOf(new Uint8Array([...own, checkOf(r, own)])) }).join('')
}
/** Four rows of four groups of four. */
export const shareRows = (text: string): string[][] => Array.from({ length: ROWS }, (_, r) => Array.from({ length: 4 }, (_, g) => text.slice(r * ROW + g * 4, r * ROW + g * 4 + 4)))

/** As typed or scanned: any case, with blanks, hyphens and line ends; full-width too. */
const tidied = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s\-—_·.]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
export const isBlank = (typed: string): boolean => tidied(typed) === ''

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `share.${code}`, strength: 'block', rule: null, what, mend })

/** One share, or what is wrong with what was typed. */
export const readShare = (roundId: string, typed: string): KeyShare | Finding => {
  const text = tidied(typed)
  if (text.length !== ROWS * ROW) return no('length', [`钥匙一份有 64 个字母和数字，这里有 ${text.length} 个`, `A share has 64 letters and figures; there are ${text.length} here`], ['请对照纸上四行，看漏了或多了哪一组。', 'Compare the four rows on the paper: a group is missing, or one too many.'])
  if ([...text].some((c) => !letters.includes(c))) return no('letters', ['有钥匙里不用的字符', 'There are signs that a share never has'], ['钥匙里只有数字和不带 I、L、O、U 的大写字母。', 'A share has figures and capital letters without I, L, O and U.'])
  const rows = Array.from({ length: ROWS }, (_, r) => bytesOf(text.slice(r * ROW, (r + 1) * ROW)))
  const wrong = rows.flatMap((row, r) => (checkOf(r, row.slice(0, BYTES)) === row[BYTES] ? [] : [r + 1]))
  if (wrong.length > 0) return no('mistyped', [`第 ${wrong.join('、')} 行与校验不符，可能抄错了一个字`, `Row ${wrong.join(', ')} does not fit its check: a sign may be mistyped`], ['请对照纸上这一行重新输入，或扫二维码。', 'Type that row again, or scan the code.'])
  const body = rows.flatMap((row) => Array.from(row.slice(0, BYTES)))
  const holder = holders[body[0]! - 1]
  if (holder === undefined || body.slice(1, 4).join() !== [...tagOf(roundId)].join()) return no('otherRound', ['这是另一轮的钥匙', 'This share belongs to another round'], ['请找出印有本轮名称的那一张。', 'Look for the sheet that has the name of this round.'])
  return { holder, secret: Uint8Array.from(body.slice(4)) }
}

/** What was entered at the closing: two or three shares of different holders, or everything wrong with them at once. */
export const readShares = (roundId: string, typed: readonly string[]): { readonly shares: readonly KeyShare[]; readonly findings: readonly Finding[] } => {
  const read = typed.filter((t) => !isBlank(t)).map((t) => readShare(roundId, t))
  const shares = read.filter((r): r is KeyShare => 'holder' in r)
  const findings = read.filter((r): r is Finding => !('holder' in r))
  const twice = holders.filter((h) => shares.filter((s) => s.holder === h).length > 1)
  for (const h of twice) findings.push(no('twice', [`${holderNames[h].zh}的一份输入了两次`, `The share of ${holderNames[h].en} was entered twice`], ['请换另一方的一份。', 'Enter the share of somebody else.']))
  if (findings.length === 0 && shares.length < NEEDED) findings.push(no('tooFew', [`开箱要任意 ${NEEDED} 份钥匙，现在有 ${shares.length} 份`, `Any ${NEEDED} shares open the box; ${shares.length} entered`], ['请另一方带着自己的一份到场输入；只剩一份的，本轮按办法废止后重新投票。', 'Let another holder enter theirs; where only one share is left, the round is given up and held again.']))
  return { shares, findings }
}
/** It reads well and opens nothing: printed before a later printing took its place, or never of this box. */
export const notThis = (holder: Holder): Finding => no('notThis', [`${holderNames[holder].zh}的这一份不是最后印的，开不了这个票箱`, `This share of ${holderNames[holder].en} is not the last one printed: it does not open this box`], ['请用最后一次印的那一张。', 'Use the sheet that was printed last.'])

/** Nothing can be sealed before every holder has a share. */
export const noKeyYet = (rule: RoundRule): Finding => finding({ code: 'ballot.noKey', strength: 'block', rule, what: ['三份开箱钥匙还没有印齐，投票还没有开始', 'The three shares of the key are not all printed yet: the vote has not begun'], mend: ['请稍候；秘书、纪检监督、办公室各印一份以后就能投。', 'Please wait: secretary, supervisor and office each print theirs first.'] })
