import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../kernel/canonical'
import { acts, link, piecesOf, type OpenEntry } from './entry'

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const open: fc.Arbitrary<OpenEntry> = fc.record({
  chain: fc.uuid(), act: fc.constantFrom(...acts), actor: fc.record({ account: text, role: fc.constantFrom('office', 'system'), organisation: text }),
  subject: fc.record({ kind: text, id: text }), data: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.array(text, { maxLength: 3 }))),
})

test('the pieces, with what the lock decides between them, are the canonical text of the entry', () => {
  fc.assert(fc.property(open, fc.nat(), fc.nat(), fc.option(fc.record({ position: fc.integer({ min: 1 }), hash: fc.constant('ab'.repeat(32)) })), (e, at, realAt, head) => {
    const { entry } = link(head, { ...e, at, realAt })
    const [a, b, c, d, last] = piecesOf(e)
    expect(`${a}${at}${b}${entry.position}${c}${entry.previous}${d}${realAt}${last}`).toBe(canonical(entry))
  }))
})
