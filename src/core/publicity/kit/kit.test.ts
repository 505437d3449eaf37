import { expect, test } from 'vitest'
import { emptyStory, type StoryDocument } from '../story/document'
import type { StoryMedia } from '../story/media'
import { kitOf, type KitMatter } from './kit'
import { composed, countOf, kitLengths, proposePicks, sentencesOf, splitSentences } from './sentences'

test.each([
  ['two sentences', '灯亮着。他来了！', ['灯亮着。', '他来了！']],
  ['what was said stays whole', '他说：“病人等不起。我也等不起。”说完就走。', ['他说：“病人等不起。我也等不起。”', '说完就走。']],
  ['who said it stays with it', '“病人等不起。”他说。门关上了。', ['“病人等不起。”他说。', '门关上了。']],
  ['in brackets', '那年（2019年。）冬天很冷。真的吗？！', ['那年（2019年。）冬天很冷。', '真的吗？！']],
  ['without a mark', '没有句号', ['没有句号']],
  ['a quotation that never ends', '他说：“好。然后呢。', ['他说：“好。然后呢。']],
  ['Latin', 'He came at 3.5 km. She left.', ['He came at 3.5 km.', 'She left.']],
])('%s', (_, text, expected) => { expect(splitSentences(text)).toEqual(expected) })

const long = (n: number) => `沈若川在急诊科工作了${'很'.repeat(n)}久。`
const document: StoryDocument = { ...emptyStory, title: ['把夜班上成', '白天的样子'], opening: '沈若川守着急诊科。灯二十四小时亮着。', portrait: 'face', blocks: [
  { kind: 'heading', text: '冬天' }, { kind: 'text', text: `${long(40)}他没有走。${long(60)}` }, { kind: 'quote', text: '“病人等不起，我也等不起。”', occasion: '2026年5月，院内访谈' },
  { kind: 'text', text: `${long(70)}\n${long(80)}${long(30)}` }, { kind: 'picture', media: 'night', caption: '夜班，2026年4月。', alt: '' }, { kind: 'film', media: 'film', caption: '三十秒', poster: null },
] }
const medium = (id: string, kind: 'picture' | 'film' = 'picture', more: Partial<StoryMedia> = {}) => ({ id, kind, name: `${id}.jpg`, credit: '图：示例', people: 'person', consent: '', width: 10, height: 10, seconds: 3, plays: true, coding: '', captions: false, ...more }) as StoryMedia
const matter: KitMatter = { published: true, consent: true, honoured: true, name: '沈若川', document, media: [medium('face'), medium('night'), medium('film', 'film')], posters: ['p1', 'p2'] }
const sentences = sentencesOf(document)
const asked = { short: proposePicks(sentences, 'short'), middle: proposePicks(sentences, 'middle'), media: ['face', 'night', 'film'], posters: ['p1'], contact: { name: '示例办公室', phone: '010-0000', email: '' } }
const codes = (m: Partial<KitMatter>, a: Partial<typeof asked> = {}) => kitOf({ ...matter, ...m }, { ...asked, ...a }).findings.map((f) => f.code)

test('a proposal: lead first, what leans on another sentence only with it, about as long as wanted', () => {
  const [short, middle] = [composed(sentences, asked.short).join(''), composed(sentences, asked.middle).join('')]
  expect(short).toMatch(/^沈若川守着急诊科。灯二十四小时亮着。/u)
  expect(countOf(short)).toBeLessThanOrEqual(kitLengths.short.full)
  expect(countOf(middle)).toBeLessThanOrEqual(kitLengths.middle.full)
  expect(middle).toContain('“病人等不起，我也等不起。”（2026年5月，院内访谈）')
  expect(proposePicks(sentencesOf({ ...emptyStory, opening: '长'.repeat(400) }), 'short')).toEqual([0])
  const leaning = sentencesOf({ ...emptyStory, opening: `${'长'.repeat(118)}。${'更'.repeat(10)}。他来了。` })
  expect(proposePicks(leaning, 'short')).toEqual([0])
})
test('every sentence of a kit stands in the cleared text, in its order, whatever was picked (mutant: any picks)', () => {
  const bare = (t: string) => t.replace(/[\p{P}\p{S}\s]/gu, '')
  const whole = bare(document.opening + document.blocks.map((b) => ('text' in b ? b.text + ('occasion' in b ? b.occasion : '') : '')).join(''))
  for (const picks of [[5, 1, 0], [99, -1, 2], asked.middle, sentences.map((s) => s.at)]) for (const p of composed(sentences, picks)) expect(splitSentences(p).every((s) => whole.includes(bare(s)))).toBe(true)
  expect(composed(sentences, [5, 0])).toEqual(composed(sentences, [0, 5]))
})
test('a whole kit has nothing against it; captions, authors and how people agreed are in it', () => {
  const kit = kitOf(matter, asked)
  expect([kit.findings, kit.media.map((m) => [m.id, m.caption, m.agreed.zh]), kit.posters]).toEqual([[], [['face', '沈若川', '画面里只有本人，本人同意宣传'], ['night', '夜班，2026年4月。', '画面里只有本人，本人同意宣传'], ['film', '三十秒', '画面里只有本人，本人同意宣传']], ['p1']])
})
test.each([
  ['not published', { published: false, document: null }, {}, 'kit.notPublished'], ['no consent', { consent: null }, {}, 'kit.noConsent'], ['refused', { consent: false }, {}, 'kit.noConsent'], ['revoked', { honoured: false }, {}, 'kit.notHonoured'],
  ['nothing picked', {}, { short: [] }, 'kit.shortEmpty'], ['all picked', {}, { short: sentences.map((s) => s.at) }, 'kit.shortLong'], ['nobody is named', {}, { short: [1] }, 'kit.shortNoName'],
  ['a picture the page does not show', {}, { media: ['else', 'face'] }, 'kit.notInStory'], ['no picture', {}, { media: ['film'] }, 'kit.noPicture'], ['a poster that is out', {}, { posters: ['p3'] }, 'kit.posterNotOut'],
  ['no author any more', { media: [medium('face', 'picture', { credit: '' }), medium('night'), medium('film', 'film')] }, {}, 'kit.noCredit'], ['children', { media: [medium('face'), medium('night', 'picture', { people: 'children' }), medium('film', 'film')] }, {}, 'kit.unasked'],
  ['nobody to call', {}, { contact: { name: '', phone: '1', email: '' } }, 'kit.noName'], ['no way', {}, { contact: { name: '甲', phone: '', email: '' } }, 'kit.noWay'], ['no address', {}, { contact: { name: '甲', phone: '', email: '甲' } }, 'kit.badMail'],
] as const)('%s is said', (_, m, a, code) => { expect(codes(m as Partial<KitMatter>, a as unknown as Partial<typeof asked>)).toContain(code) })
test('what lost its rights is in no kit, whoever asks', () => {
  const kit = kitOf({ ...matter, media: [medium('face', 'picture', { people: null }), medium('night', 'picture', { people: 'others' }), medium('film', 'film')] }, asked)
  expect(kit.media.map((m) => m.id)).toEqual(['film'])
})
