import { expect, test } from 'vitest'
import { clearanceStates, mayClear, mayPublish, type Clearance } from './clearance'

const word = (kind: Clearance['kind'], hash: string, at: number, yes = true): Clearance => ({ kind, hash, yes, by: kind, role: 'office', at, note: '' })
const all = [word('review', 'h', 1), word('person', 'h', 2), word('secrecy', 'h', 3)]
const free = { hash: 'h', all, consent: { given: true, at: 1 }, open: [], honoured: true }
const codes = (found: readonly { readonly code: string }[]): string[] => found.map((f) => f.code)

test('all three words and the consent, of this very text: nothing stands in its way', () => { expect(mayPublish(free)).toEqual([]) })

test.each([
  ['another comma', { ...free, hash: 'i' }, ['story.no.review', 'story.no.person', 'story.no.secrecy']],
  ['nobody reviewed', { ...free, all: all.slice(1) }, ['story.no.review']],
  ['the person took it back', { ...free, all: [...all, word('person', 'h', 9, false)] }, ['story.no.person']],
  ['publicity refused', { ...free, consent: { given: false, at: 1 } }, ['story.noConsent']],
  ['publicity not answered', { ...free, consent: null }, ['story.noConsent']],
  ['revoked', { ...free, honoured: false }, ['story.notHonoured']],
])('%s: it is not published', (_, given, expected) => { expect(codes(mayPublish(given))).toEqual(expected) })

test('a word about an earlier text is outdated, and a later no counts against an earlier yes', () => {
  expect(clearanceStates('i', all)).toEqual({ review: 'outdated', person: 'outdated', secrecy: 'outdated' })
  expect(clearanceStates('h', [...all, word('review', 'h', 5, false)]).review).toBe('refused')
})

const about = { hash: 'h', all: [] as Clearance[], open: [], savedBy: 'editor', asker: 'second' }
test('the second person is another one; the person and secrecy come after the review; a no says why', () => {
  expect(codes(mayClear('review', true, '', { ...about, asker: 'editor' }))).toEqual(['story.samePerson'])
  expect(mayClear('review', true, '', about)).toEqual([])
  expect(codes(mayClear('person', true, '', about))).toEqual(['story.reviewFirst'])
  expect(mayClear('person', true, '', { ...about, all: [word('review', 'h', 1)] })).toEqual([])
  expect(codes(mayClear('secrecy', false, ' ', about))).toEqual(['story.whyNot'])
})
