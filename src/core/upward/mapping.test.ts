/** What of ours fills what the level above asks; each guarantee with the naive build that it catches. */
import { describe, expect, test } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import type { DocumentFacts, ImageFacts } from '../materials/facts'
import { noAnswers, type Answers, type Fields } from '../nomination/form'
import { mapUpward, sumOf, type OurFile } from './mapping'
import { mayRecommend, type Recommending } from './may-recommend'
import { fieldFor, wordsKey } from './meaning'

const rests = { number: '三', zh: '示例条款', en: 'sample clause' }
const base = { strength: 'block' as const, rests }
const field = (id: string, zh: string, more: Partial<ResolvedRule<'formField'>> = {}): ResolvedRule<'formField'> => ({ ...base, id: `f-${id}`, kind: 'formField', field: id, section: 'person', label: { zh, en: id }, type: 'text', required: true, ...more })
const material = (id: string, zh: string, file: ResolvedRule<'material'>['file'], more: Partial<ResolvedRule<'material'>> = {}): ResolvedRule<'material'> => ({ ...base, id, kind: 'material', name: { zh, en: id }, group: 'image', min: 1, max: 1, naming: 'asGiven', paperCopies: 0, file, ...more })
const category = (value: string, zh: string): ResolvedRule<'category'> => ({ ...base, id: `c-${value}`, kind: 'category', value, name: { zh, en: value }, about: { zh, en: value } })
const photos = (minBytes: number, min = 3, max: number | null = 5) => material('photos', '生活工作照片', { type: 'photo', formats: ['jpeg'], minBytes, minShortSide: 100, maxBytes: 20_000_000 }, { min, max })
const scan = (id: string, zh: string, more: Partial<ResolvedRule<'material'>> = {}) => material(id, zh, { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 20_000_000 }, { group: 'stamped', ...more })

const picture = (n: number, bytes: number): OurFile => ({ materialId: 'photos', ordinal: n, name: `沈若川0${n}.jpg`, sha256: `${n}`.repeat(64), facts: { kind: 'image', format: 'jpeg', name: `${n}.jpg`, bytes, width: 4000, height: 3000, decodes: true, trailingBytes: 0, border: null } satisfies ImageFacts })
const paper = (materialId: string): OurFile => ({ materialId, ordinal: 1, name: `${materialId}.pdf`, sha256: 'a'.repeat(64), facts: { kind: 'document', format: 'pdf', name: 'a.pdf', bytes: 900_000, pages: 2, encrypted: false, active: false } satisfies DocumentFacts })
const now = Date.parse('2026-11-22T04:00:00Z')
const map = (theirs: readonly object[], ours: readonly object[], fields: Fields = {}, files: readonly OurFile[] = [], answers: Answers = noAnswers) =>
  mapUpward({ rules: theirs as never }, { definition: { rules: ours as never }, fields, answers, files }, now)

describe('fields', () => {
  test('are found by their rule first, then by their key, then by their words, and never across types', () => {
    const ours = { rules: [field('name', '姓名'), field('duties', '职务'), field('born', '出生日期', { type: 'day' })] as never }
    const found = (f: ResolvedRule<'formField'>) => { const c = fieldFor(f, ours); return c === null ? null : [c.rule.field, c.by] }
    expect([field('name', '姓名'), field('name', '候选人', { id: 'other' }), field('post', '职务（含党内）'), field('birthDate', '出生日期', { type: 'day' }), field('birthText', '出生日期')].map(found)).toEqual([['name', 'rule'], ['name', 'key'], ['duties', 'words'], ['born', 'words'], null])
  })
  test('what is typed once is typed never again; what is asked beyond stands as missing', () => {
    const m = map([field('name', '姓名'), field('honours', '所获荣誉', { required: false }), field('papers', '代表论文')], [field('name', '姓名')], { name: '沈若川' })
    expect([m.fields, m.fieldLines.map((l) => l.standing), sumOf(m)]).toEqual([{ name: '沈若川' }, ['filled', 'spare', 'missing'], { filled: 1, open: 1 }])
  })
  test('a text that is too long there goes along and is mended, not typed anew', () => {
    const m = map([field('deeds', '事迹', { type: 'longText', maxLength: 5 })], [field('deeds', '事迹', { type: 'longText' })], { deeds: '山区急救一线十八年' })
    expect([m.fields['deeds'], m.fieldLines[0]!.standing, m.fieldLines[0]!.findings.map((f) => f.code)]).toEqual(['山区急救一线十八年', 'unfit', ['field.tooLong']])
  })
  test('a choice is carried by what it means; one they do not offer is asked and never invented', () => {
    const asks = [field('category', '类别', { type: 'category' }), category('grass', '基层一线'), category('top', '科研前沿')]
    const ours = (value: string) => map(asks, [field('category', '类别', { type: 'category' }), category('a', '基层一线'), category('b', '科普')], { category: value })
    expect([ours('a').fields, ours('b').fields, ours('b').fieldLines[0]!.standing, ours('b').fieldLines[0]!.findings.map((f) => f.code)]).toEqual([{ category: 'grass' }, {}, 'missing', ['upward.notOffered']])
  })
  test('the same value with another meaning is not carried as if it were the same', () => {
    const m = map([field('category', '类别', { type: 'category' }), category('a', '科研前沿'), category('b', '基层一线')], [field('category', '类别', { type: 'category' }), category('a', '基层一线')], { category: 'a' })
    expect(m.fields).toEqual({ category: 'b' })
  })
  test('the opinion of the unit below is not ours: it is written anew', () => {
    const opinion = field('opinion', '推荐单位意见', { type: 'longText', section: 'opinion' })
    expect(map([opinion], [opinion], { opinion: '同意推荐。' })).toMatchObject({ fields: {}, fieldLines: [{ standing: 'missing' }] })
  })
  test('what nobody above asks stays here, and is said', () => {
    expect(map([field('name', '姓名')], [field('name', '姓名'), field('hobby', '爱好')], { name: '甲', hobby: '书法' }).notAsked.fields.map((f) => f.field)).toEqual(['hobby'])
  })
})

describe('materials', () => {
  test('a file goes along only where their own rule takes it', () => {
    const files = [picture(1, 3_000_000), picture(2, 1_400_000), picture(3, 2_500_000)]
    const [line] = map([photos(2_000_000)], [photos(1_000_000)], {}, files).materialLines
    expect([line!.taken.map((f) => f.ordinal), line!.leftOut.map((l) => [l.file.ordinal, l.findings[0]!.code]), line!.missing, line!.standing]).toEqual([[1, 3], [[2, 'photo.tooSmall']], 1, 'unfit'])
    // Naive: everything of the same name goes along.
    expect(files.map((f) => f.ordinal)).not.toEqual(line!.taken.map((f) => f.ordinal))
  })
  test('of more than they take the first go, in our order, and the others are named', () => {
    const [line] = map([photos(0, 1, 2)], [photos(0)], {}, [picture(3, 3_000_000), picture(1, 3_000_000), picture(2, 3_000_000)]).materialLines
    expect([line!.taken.map((f) => f.ordinal), line!.leftOut.map((l) => [l.file.ordinal, l.findings[0]!.code])]).toEqual([[1, 2], [[3, 'upward.tooMany']]])
  })
  test('a form sealed for us is no form sealed for them', () => {
    const form = scan('form', '推荐表（盖章）', { printout: true })
    const [line] = map([form], [form], {}, [paper('form')]).materialLines
    expect([line!.standing, line!.taken, line!.missing]).toEqual(['afresh', [], 1])
  })
  test('an opinion under another id is found by its words, and a document of other words is not', () => {
    const lines = map([scan('opinion-2', '廉政意见（盖章）'), scan('secrecy', '保密审查意见')], [scan('opinion', '廉政意见')], {}, [paper('opinion')]).materialLines
    expect(lines.map((l) => [l.rule.id, l.from?.id ?? null, l.by, l.standing])).toEqual([['opinion-2', 'opinion', 'words', 'filled'], ['secrecy', null, null, 'missing']])
  })
})

test('what a person declared and who reviewed for secrets is said anew; what was answered about the person stands where the same is asked', () => {
  const exclusion = { ...base, id: 'ex-1', kind: 'exclusion', text: { zh: '现役军人', en: 'x' } }
  const answers: Answers = { ...noAnswers, exclusions: { 'ex-1': { applies: false, reason: '' }, 'ex-9': { applies: true, reason: 'x' } }, declarations: { d: true }, reviews: { d: { name: '甲', post: '乙', day: '2026-01-01' } } }
  const m = map([exclusion, { ...base, id: 'd', kind: 'declaration', by: 'approver', text: { zh: '声明', en: 'x' } }], [exclusion], {}, [], answers)
  expect(m.answers).toMatchObject({ exclusions: { 'ex-1': { applies: false } }, declarations: {}, reviews: {} })
  expect(Object.keys(m.answers.exclusions)).toEqual(['ex-1'])
})

test('words are compared without what stands in brackets, blanks and signs', () => {
  expect(['工作单位（全称）', '工作 单位', '“工作单位”', '工作单位'].map(wordsKey)).toEqual(Array(4).fill('工作单位'))
})

describe('how many may go', () => {
  const quota = (max: number, more: object = {}) => ({ ...base, id: 'q', kind: 'quota', max, ...more })
  const may = (change: Partial<Recommending> = {}): string[] => mayRecommend({ ours: { rules: [quota(2, { role: 'upward' })] as never }, theirs: { rules: [quota(3)] as never }, unit: {}, up: 0, chosen: 1, standing: 0, isOpen: true, end: now + 1, now, ...change }).map((f) => f.code)
  test('within our own places, theirs and their time nothing speaks against it', () => expect([may(), may({ chosen: 2 }), may({ up: 1 })]).toEqual([[], [], []]))
  test.each<[string, Partial<Recommending>, string]>([
    ['nobody chosen', { chosen: 0 }, 'upward.nobody'], ['one more than our own rule lets go', { up: 2 }, 'upward.beyondOwn'], ['one more than they take of us', { standing: 3 }, 'upward.beyondTheirs'],
    ['at the very end', { now: now + 1 }, 'upward.late'], ['a campaign that is not open', { isOpen: false }, 'upward.notOpen'],
  ])('%s is refused', (_, change, code) => expect(may(change)).toEqual([code]))
  test('a millisecond before the end it still goes', () => expect(may({ now: now })).toEqual([]))
  test('their number is that of our own unit, as they list us', () => expect(may({ theirs: { rules: [quota(1, { named: [{ codes: ['SZ'], name: { zh: '', en: '' }, max: 5 }] })] as never }, unit: { code: 'SZ' }, standing: 2 })).toEqual([]))
})
