import { expect, test } from 'vitest'
import { checkKeyShares } from '../ledger/check-key-shares'
import { link, type Act, type SealedEntry } from '../ledger/entry'
import { holders, readShare, readShares, shareRows, shareText } from './key-share'

const secret = Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 11) % 256)
const texts = holders.map((holder, i) => shareText('round-a', { holder, secret: secret.map((b) => b ^ i) }))
const codes = (typed: readonly string[], round = 'round-a') => readShares(round, typed).findings.map((f) => f.code)

test('what is printed reads back to the byte, typed in any case, with blanks, hyphens and letters that are taken for figures', () => {
  for (const [i, text] of texts.entries()) expect(readShare('round-a', text)).toEqual({ holder: holders[i], secret: secret.map((b) => b ^ i) })
  expect(texts.map((t) => /^[0-9A-HJKMNP-TV-Z]{64}$/.test(t))).toEqual([true, true, true])
  const typed = shareRows(texts[0]!).map((row) => row.join('-')).join('\n ').toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
  expect([readShare('round-a', typed), shareRows(texts[0]!).flat().join('')]).toEqual([readShare('round-a', texts[0]!), texts[0]])
})
test('one letter typed wrong is told with its row: all of them, in every place', () => {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  let missed = 0
  for (let i = 0; i < 64; i++) for (const letter of letters) {
    if (letter === texts[0]![i]) continue
    const read = readShare('round-a', texts[0]!.slice(0, i) + letter + texts[0]!.slice(i + 1))
    if ('holder' in read) missed++
    else expect([read.code, read.what.zh.startsWith(`第 ${Math.floor(i / 16) + 1} 行`)]).toEqual(read.code === 'share.mistyped' ? ['share.mistyped', true] : ['share.otherRound', false])
  }
  // A check of eight bits passes one slip in 256; whatever passes is caught by the key itself, which the server compares.
  expect(missed).toBeLessThan(64 * 31 / 64)
})
test('two different shares of this round, and nothing less; each mistake has its own words', () => {
  expect([codes([texts[0]!, texts[2]!]), codes([texts[0]!, '', texts[1]!, texts[2]!]), codes([texts[0]!]), codes([' ']), codes([texts[0]!, texts[0]!]), codes([texts[0]!, texts[1]!], 'round-b'), codes([texts[0]!.slice(1), texts[1]!]), codes([`${texts[0]!.slice(1)}U`, texts[1]!])])
    .toEqual([[], [], ['share.tooFew'], ['share.tooFew'], ['share.twice'], ['share.otherRound', 'share.otherRound'], ['share.length'], ['share.letters']])
})
test('the ledger shows three shares before the first ballot, none after it, and which two opened the box', () => {
  const faultsOf = (...acts: readonly (readonly [Act, Record<string, unknown>?])[]) => {
    const entries: SealedEntry[] = []
    for (const [act, data] of acts) entries.push(link(entries.length === 0 ? null : { position: entries.length, hash: entries.at(-1)!.hash }, { chain: 'c', at: 1, realAt: 1, act, actor: { account: 'x', role: 'office', organisation: 'o' }, subject: { kind: 'round', id: 'r' }, data: data ?? {} }))
    return checkKeyShares(entries, { id: 'r', rule: { keyShares: true } }).length
  }
  const print = (holder: string) => ['keyShare.printed', { holder }] as const
  const [three, cast, used] = [holders.map(print), ['ballot.cast'] as const, ['keyShare.used', { holders: ['office', 'secretary'] }] as const]
  expect([faultsOf(...three, cast, used), faultsOf(...three, print('office'), cast, used), faultsOf(...three.slice(1), cast, used), faultsOf(...three, cast, print('office'), used), faultsOf(...three, cast), faultsOf(...three, cast, ['keyShare.used', { holders: ['office', 'office'] }]), faultsOf(...three, used)])
    .toEqual([0, 0, 1, 1, 1, 1, 0])
  expect(checkKeyShares([], { id: 'r', rule: {} })).toEqual([])
})
