import { expect, test } from 'vitest'
import { planItem, type Known } from './plan-arrival'
import type { SentItem } from './contents'
import { FORMAT, isOuterPath, partPath, readEnvelope, type Envelope } from './envelope'
import { fingerprintOf, readFingerprint } from './fingerprint'
import { passphraseFrom, passphraseKey, passWords, WORDS } from './passphrase'

const hex = (c: string, bytes: number): string => c.repeat(bytes * 2)
const id = '0193a000-0000-7000-8000-000000000001'
const good: Envelope = {
  format: 'xuanshu-archive', version: 1, kind: 'recommendation', id, madeAt: 1, from: { name: '示例', keys: { sign: hex('a', 32), box: hex('b', 32) } }, campaign: { id, name: { zh: '活动', en: 'x' }, definition: hex('c', 32) }, unit: { id, name: '单位' }, items: 1,
  sealing: { to: 'key', receiver: hex('d', 32), ephemeral: hex('e', 32), nonce: hex('f', 12), wrapped: hex('0', 48) }, parts: [{ path: partPath(0), bytes: 1, sha256: hex('1', 32), nonce: hex('2', 12), tag: hex('3', 16) }],
}
const code = (e: unknown): string => { const r = readEnvelope(typeof e === 'string' ? e : JSON.stringify(e)); return r.ok ? 'ok' : r.findings.map((f) => f.code).join() }

test('an envelope is read as it was written', () => expect(code(good)).toBe('ok'))
test.each<[string, unknown, string]>([
  ['no JSON', '{', 'archive.foreign'], ['of something else', { format: 'zip' }, 'archive.foreign'], ['of a newer version', { ...good, version: FORMAT + 1, newer: true }, 'archive.tooNew'],
  ['with a member too many', { ...good, more: 1 }, 'archive.broken'], ['with a short key', { ...good, from: { ...good.from, keys: { ...good.from.keys, sign: 'ab' } } }, 'archive.broken'],
  ['with parts out of their order', { ...good, parts: [{ ...good.parts[0]!, path: partPath(1) }] }, 'archive.broken'], ['sealed, with an open part', { ...good, parts: [{ ...good.parts[0]!, nonce: null, tag: null }] }, 'archive.broken'],
  ['open, with a sealed part', { ...good, kind: 'call', sealing: null }, 'archive.broken'], ['of dossiers that are not sealed', { ...good, sealing: null, parts: [{ ...good.parts[0]!, nonce: null, tag: null }] }, 'archive.broken'], ['of a call that is sealed', { ...good, kind: 'call' }, 'archive.broken'], ['asking for hours of work', { ...good, sealing: { to: 'words', salt: hex('a', 16), logN: 30, nonce: hex('b', 12), wrapped: hex('c', 48) } }, 'archive.broken'],
])('one %s is refused', (_, e, expected) => expect(code(e)).toBe(expected))

test('only our own names are names in an archive', () => {
  expect(['xuanshu.json', 'xuanshu.sig', 'README.txt', 'parts/00001', 'parts/1', '../parts/00001', 'parts/../a', '/parts/00001', 'parts\\00001', 'PARTS/00001', 'parts/00001.exe'].map(isOuterPath)).toEqual([true, true, true, true, ...Array(7).fill(false)])
})

test('a fingerprint is of both keys, and is read however it is typed', () => {
  const print = fingerprintOf(good.from.keys)
  expect(print).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect([print.toLowerCase(), print.replaceAll('-', ' '), print.replaceAll('-', ''), `${print}。`, print.replaceAll('0', 'O').replaceAll('1', 'l')].map(readFingerprint)).toEqual(Array(5).fill(print))
  // Naive: the signing key alone; then somebody else's key to seal to passes.
  expect(fingerprintOf({ ...good.from.keys, box: hex('c', 32) })).not.toBe(print)
  expect(fingerprintOf({ ...good.from.keys, sign: hex('c', 32) })).not.toBe(print)
})

test('a passphrase is eight of two hundred and fifty-six words, none of which is another’s beginning', () => {
  expect([passWords.length, new Set(passWords).size, passWords.every((w) => /^\p{Script=Han}{2}$/u.test(w))]).toEqual([256, 256, true])
  const words = passphraseFrom(new Uint8Array([0, 255, 7, 8, 9, 10, 11, 12, 13]))
  expect(words.split(' ')).toHaveLength(WORDS)
  expect([words.replaceAll(' ', '，'), words.replaceAll(' ', ''), ` ${words}\n`].map(passphraseKey)).toEqual(Array(3).fill(words.replaceAll(' ', '')))
  expect(passphraseKey(words.split(' ').toReversed().join(' '))).not.toBe(passphraseKey(words))
})

const item = { nominationId: id, version: 4, candidateName: '沈若川' } as SentItem
const fresh: Known = { here: null, sameNumber: false, findings: [] }
const here = (change: Partial<NonNullable<Known['here']>> = {}): Known => ({ ...fresh, here: { ofThisUnit: true, state: 'submitted', version: 9, taken: 4, ...change } })
const block = { code: 'x', strength: 'block', at: {}, clause: null, what: { zh: '', en: '' }, mend: { zh: '', en: '' } } as const
test.each<[string, Known, string, string]>([
  ['a new one is taken', fresh, 'create', ''], ['the same once more changes nothing', here(), 'same', ''], ['an older version changes nothing', here({ taken: 5 }), 'same', ''],
  ['a newer version of one that was returned takes its place', here({ taken: 3, state: 'returned' }), 'update', ''], ['a newer version of one that stands is refused', here({ taken: 3 }), 'refused', 'arrival.notReturned'],
  ['the id of another unit’s is refused', here({ ofThisUnit: false, taken: 3, state: 'returned' }), 'refused', 'arrival.otherUnit'], ['the id of one that never came by a file is refused', here({ taken: null, state: 'returned' }), 'refused', 'arrival.otherUnit'],
  ['a number that the unit has already is refused', { ...fresh, sameNumber: true }, 'refused', 'arrival.sameNumber'], ['what a rule stops is refused', { ...fresh, findings: [block] }, 'refused', 'x'], ['a warning lets it in', { ...fresh, findings: [{ ...block, strength: 'warn' }] }, 'create', 'x'],
])('%s', (_, known, effect, codes) => { const p = planItem(item, known); expect([p.effect, p.findings.map((f) => f.code).join()]).toEqual([effect, codes]) })
