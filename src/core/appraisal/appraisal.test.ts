/** 考核调研: who must be there, what counts as done, and what a verdict holds for. Each guarantee is asked of a deliberately naive reading too, which must fail. */
import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../campaign/check-definition'
import type { ResolvedDefinition } from '../campaign/definition'
import { resolve } from '../campaign/resolve'
import { tighten } from '../campaign/tighten'
import { sha256Hex } from '../kernel/canonical'
import { startOfDay } from '../kernel/instant'
import { checkAnswers } from '../nomination/check-answers'
import { noAnswers, type Fields } from '../nomination/form'
import { appraisalSheet } from './sheet'
import { factsOf } from './facts'
import type { AppraisalItem, Contents, Presence, VerdictWord } from './record'
import { isSettled, standingsOf } from './standings'
import { appraisalCase, appraisalSteps, hasRoom, stepsFor } from './steps'
import { summaryOf } from './summary'

const w = (zh: string) => ({ zh, en: 'sample' })
const roles = [['leader', '党委负责同志'], ['discipline', '纪检负责同志'], ['colleague-1', '同事一'], ['colleague-2', '同事二'], ['candidate', '人选本人']] as const
const clause = { number: '六、（四）', ...w('考核调研') }
const file = (type: 'photo' | 'document', stamped = false) => (type === 'photo' ? { type, formats: ['jpeg'], minBytes: 1, maxBytes: 9 } : { type, formats: ['pdf'], stamped, maxBytes: 9 })
const made = (symposium: object = { remote: true }, verification: object = { unverified: 'block', differing: 'block', unknown: 'warn' }): ResolvedDefinition => resolve([level('seed', symposium, verification)])
const level = (id: string, symposium: object, verification: object, parent: string | null = null) => {
  const { definition, faults } = checkDefinition({
    format: 'xuanshu-definition/1', id, year: 2026, level: 'province', name: w('示例'), award: w('示例奖'), parent, notice: { title: '示例', issuer: w('示例'), number: 'not stated', date: 'not stated', hosts: [w('示例')], basis: [] },
    rules: [
      { id: 'name', kind: 'formField', clause, field: 'name', section: 'person', label: w('姓名'), type: 'text' }, { id: 'phone', kind: 'formField', clause, field: 'phone', section: 'contact', label: w('手机'), type: 'phone' },
      { id: 'resume', kind: 'formField', clause, field: 'resume', section: 'achievement', label: w('简历'), type: 'entries' }, { id: 'deeds', kind: 'formField', clause, field: 'deeds', section: 'achievement', label: w('事迹'), type: 'longText' },
      { id: 'own', kind: 'formField', clause, field: 'unitOpinion', section: 'opinion', label: w('单位意见'), type: 'longText' },
      { id: 'photos', kind: 'material', clause, name: w('照片'), group: 'image', min: 0, max: 5, file: file('photo') }, { id: 'sealed', kind: 'material', clause, name: w('盖章件'), group: 'stamped', min: 0, max: 1, file: file('document', true) },
      { id: 'sheet', kind: 'material', clause, name: w('签字表'), group: 'text', min: 0, max: 1, file: file('document') },
      { id: 'step-symposium', kind: 'procedureStep', clause, name: w('座谈会'), about: w('记录'), attendance: roles.map(([role, zh]) => ({ id: role, name: w(zh) })), record: { visit: true, symposium }, optionalEvidence: ['sheet'] },
      { id: 'step-talks', kind: 'procedureStep', clause, name: w('谈话和核实'), about: w('记录'), after: ['step-symposium'], record: { talks: { least: 2 }, verification } },
    ],
  })
  expect(faults).toEqual([])
  return definition!
}

const fields: Fields = { name: '沈若川', phone: '10000000001', resume: [{ from: '2006-07', to: '', what: '示例医院医师' }, { from: '2001-09', to: '2006-07', what: '示例医学院学习' }], deeds: '　　第一段事迹。\n\n　　第二段事迹。', unitOpinion: '同意推荐。' }
const materials = [{ materialId: 'photos', name: '沈若川1.jpg', sha256: 'a'.repeat(64) }, { materialId: 'sealed', name: '盖章.pdf', sha256: 'b'.repeat(64) }, { materialId: 'sheet', name: '签字表.pdf', sha256: 'c'.repeat(64) }]
const mark = (text: string) => sha256Hex(`key ${text}`)
const source = (change: Fields = {}, files = materials) => ({ fields: { ...fields, ...change }, answers: { honours: { candidate: [{ name: '示例奖章', year: 2020 }] } }, materials: files })

const seat = (key: string, content: Partial<Contents['seat']> = {}, confirmed = false): AppraisalItem => ({ kind: 'seat', step: 'step-symposium', key, confirmed, content: { presence: 'room' as Presence, name: `示例${key}`, post: '', reason: '', ...content } })
const talk = (key: string, content: Partial<Contents['talk']> = {}): AppraisalItem => ({ kind: 'talk', step: 'step-talks', key, content: { name: `同事${key}`, relation: '同科室', day: '2026-05-11', by: '考核人', presence: 'room', words: '情况属实', ...content } })
const visit = (content: Partial<Contents['visit']> = {}): AppraisalItem => ({ kind: 'visit', step: 'step-symposium', key: 'v1', content: { day: '2026-05-10', where: '示例医院', who: '考核人两名', purpose: '座谈', ...content } })
const symposium = (content: Partial<Contents['symposium']> = {}): AppraisalItem => ({ kind: 'symposium', step: 'step-symposium', key: '', content: { day: '2026-05-10', where: '会议室', host: '主持人', recorder: '记录人', minutes: '一致同意。', ...content } })
const verdictsFor = (d: ResolvedDefinition, from = source(), verdict: VerdictWord = 'true'): AppraisalItem[] => factsOf(d, from, undefined, mark).map((f) => ({ kind: 'verdict', step: 'step-talks', key: f.key, content: { mark: f.mark, verdict, source: 'document', from: '人事档案', note: '' } }))
const whole = (d: ResolvedDefinition): AppraisalItem[] => [visit(), symposium(), ...roles.map(([role]) => seat(role)), talk('1'), talk('2'), ...verdictsFor(d)]

const now = startOfDay('2026-05-20')
const found = (items: readonly AppraisalItem[], o: { d?: ResolvedDefinition; from?: ReturnType<typeof source>; closed?: boolean; by?: 'clerk' | 'approver' } = {}) => {
  const d = o.d ?? made()
  return checkAnswers(d, { answers: noAnswers, now, appraisal: appraisalCase(d, o.from ?? source(), { items, closed: o.closed ?? true, mark }) }, o.by ?? 'approver').map((f) => [f.code, f.strength])
}
const without = (items: readonly AppraisalItem[], kind: AppraisalItem['kind'], key?: string) => items.filter((i) => i.kind !== kind || (key !== undefined && i.key !== key))
const d = made()

describe('what is asked', () => {
  test('an appraisal that is whole and closed has nothing against it', () => expect(found(whole(d))).toEqual([]))
  test('nothing written is one finding a step, each with its clause', () => {
    const all = checkAnswers(d, { answers: noAnswers, now, appraisal: appraisalCase(d, source(), { items: [], closed: false, mark }) }, 'clerk')
    expect(all.map((f) => [f.code, f.strength, f.clause?.number, f.at.field])).toEqual([['step.missing', 'block', '六、（四）', 'step.step-symposium'], ['step.missing', 'block', '六、（四）', 'step.step-talks']])
  })
  test('who does not know the appraisal has nothing to say of it', () => expect(checkAnswers(d, { answers: noAnswers, now }, 'clerk')).toEqual([]))
  test('all done and not closed: it is to be closed; with anything else open that is not said', () => expect([found(whole(d), { closed: false }), found(without(whole(d), 'visit'), { closed: false })]).toEqual([[['appraisal.open', 'block']], [['visit.missing', 'block']]]))
  test('a plan is no visit', () => expect([found([...without(whole(d), 'visit'), visit({ day: '2026-05-21' })]), found([...without(whole(d), 'visit'), visit({ who: ' ' })])]).toEqual([[['visit.missing', 'block']], [['visit.missing', 'block']]]))
  test('talks count by persons, and half a talk is told', () => expect([found([...without(whole(d), 'talk'), talk('1'), talk('2', { name: '同事1' })]), found([...whole(d), talk('3', { words: '' })])]).toEqual([[['talks.few', 'block']], [['talks.half', 'warn']]]))
  test('steps in order: a talk before the symposium', () => expect(found([...without(whole(d), 'talk'), talk('1', { day: '2026-05-09' }), talk('2')])).toEqual([['step.order', 'block']]))
})

describe('attendance', () => {
  const rest = whole(d).filter((i) => !(i.kind === 'seat' && i.key === 'discipline'))
  test('a prescribed role that is missing blocks, whoever else is there', () => expect(found([...rest, seat('guest')])).toEqual([['step.absent', 'block']]))
  test('no such post: without a reason it blocks, with one the approver is asked, confirmed it warns', () => {
    expect([found([...rest, seat('discipline', { presence: 'none', name: '' })]), found([...rest, seat('discipline', { presence: 'none', name: '', reason: '不设纪检部门' })], { by: 'clerk' }), found([...rest, seat('discipline', { presence: 'none', name: '', reason: '不设纪检部门' })]), found([...rest, seat('discipline', { presence: 'none', name: '', reason: '不设纪检部门' }, true)])])
      .toEqual([[['step.absentSilent', 'block']], [['step.absentAsked', 'warn']], [['step.absentAsked', 'block']], [['step.absentExplained', 'warn']]])
  })
  test('by video is as good as in the room, unless the definition says otherwise', () => {
    const items = [...rest, seat('discipline', { presence: 'video' })]
    const inPerson = made({ remote: false })
    expect([found(items), found([...items.filter((i) => i.kind !== 'verdict'), ...verdictsFor(inPerson)], { d: inPerson })]).toEqual([[], [['seat.video', 'block']]])
  })
  test('somebody without a name, and one person as two colleagues', () => expect([found([...rest, seat('discipline', { name: '' })]), found([...rest.filter((i) => i.key !== 'colleague-2'), seat('discipline'), seat('colleague-2', { name: '示例colleague-1' })])]).toEqual([[['seat.nameless', 'block']], [['seat.twice', 'warn']]]))
  test('mutant: counting heads instead of roles lets the missing role through', () => {
    const attended = (items: readonly AppraisalItem[]) => items.filter((i) => i.kind === 'seat').length >= roles.length
    const [guest, full] = [[...rest, seat('guest')], whole(d)]
    expect([attended(guest), attended(full)]).toEqual([true, true])
    expect([found(guest).length, found(full).length]).toEqual([1, 0])
  })
})

describe('verification', () => {
  const standing = (change: Fields, items: readonly AppraisalItem[] = verdictsFor(d)) => standingsOf(factsOf(d, source(change), undefined, mark), items, 'step-talks')
  const states = (change: Fields) => Object.fromEntries(standing(change).map((s) => [s.fact.label.zh, s.state]))
  test('the facts are the dossier’s: fields, rows, paragraphs, honours and files; the unit’s opinion, seals and evidence are none', () => expect(factsOf(d, source(), undefined, mark).map((f) => [f.label.zh, f.value])).toEqual([
    ['姓名', '沈若川'], ['手机', '10000000001'], ['简历第 1 段', '2006.07—至今　示例医院医师'], ['简历第 2 段', '2001.09—2006.07　示例医学院学习'], ['事迹第 1 段', '第一段事迹。'], ['事迹第 2 段', '第二段事迹。'], ['已获荣誉', '示例奖章（2020）'], ['照片', '沈若川1.jpg'],
  ]))
  test('a definition may name the materials to verify', () => expect(factsOf(d, source(), ['sealed'], mark).filter((f) => f.key.startsWith('+sealed')).map((f) => f.value)).toEqual(['盖章.pdf']))
  test('a value that changed after it was verified is open again, and nothing else is', () => expect(states({ name: '沈若洲' })).toEqual({ 姓名: 'changed', 手机: 'true', '简历第 1 段': 'true', '简历第 2 段': 'true', '事迹第 1 段': 'true', '事迹第 2 段': 'true', 已获荣誉: 'true', 照片: 'true' }))
  test('a paragraph put before the others opens itself alone; a changed one is told as changed', () => {
    expect(Object.values(states({ deeds: `新的一段。\n${String(fields['deeds'])}` })).filter((s) => s !== 'true')).toEqual(['open'])
    expect(Object.values(states({ deeds: '第一段事迹。\n第二段事迹，改过。' })).filter((s) => s !== 'true')).toEqual(['changed'])
  })
  test('a file of other bytes under the same name is another', () => expect(standingsOf(factsOf(d, source({}, [{ ...materials[0]!, sha256: 'd'.repeat(64) }]), undefined, mark), verdictsFor(d), 'step-talks').filter((s) => !isSettled(s)).map((s) => s.fact.value)).toEqual(['沈若川1.jpg']))
  test('mutant: a verdict kept by its field alone would hold for what nobody looked at', () => {
    const naive = (change: Fields) => factsOf(d, source(change), undefined, mark).every((f) => verdictsFor(d).some((v) => v.key === f.key))
    expect([naive({ name: '沈若洲' }), standing({ name: '沈若洲' }).every(isSettled)]).toEqual([true, false])
  })
  test('as the definition says: not verified and differing block, what cannot be verified warns; and the other way round', () => {
    const [strict, lenient] = [d, made({ remote: true }, { unverified: 'warn', differing: 'warn', unknown: 'block' })]
    const all = (of: ResolvedDefinition) => (['differs', 'unknown'] as const).map((v) => found([...whole(of).filter((i) => i.kind !== 'verdict'), ...verdictsFor(of, source(), v)], { d: of }))
    const half = (of: ResolvedDefinition) => [found(without(whole(of), 'verdict'), { d: of }), found(whole(of), { d: of, from: source({ name: '改' }) })]
    expect([all(strict), half(strict)]).toEqual([[[['verification.differs', 'block']], [['verification.unknown', 'warn']]], [[['verification.open', 'block']], [['verification.changed', 'block']]]])
    expect([all(lenient), half(lenient)]).toEqual([[[['verification.differs', 'warn']], [['verification.unknown', 'block']]], [[['verification.open', 'warn']], [['verification.changed', 'warn']]]])
  })
  test('a verdict without saying by what is none yet', () => expect(found([...without(whole(d), 'verdict'), ...verdictsFor(d).map((v) => ({ ...v, content: { ...(v.content as Contents['verdict']), from: ' ' } }) as AppraisalItem)])).toEqual([['verification.open', 'block']]))
  test('equal values of two fields have different marks, and the mark tells nothing without its key', () => {
    const facts = factsOf(d, source({ name: '10000000001' }), undefined, mark)
    expect([facts[0]!.mark === facts[1]!.mark, facts[1]!.mark === sha256Hex('10000000001')]).toEqual([false, false])
  })
})

describe('levels', () => {
  const below = (s: object, v: object) => tighten(made({ remote: false }), level('below', s, v, 'seed')).map((f) => f.code)
  const usual = { unverified: 'block', differing: 'block', unknown: 'warn' }
  test('a level below may ask more', () => expect(below({ remote: false }, { ...usual, unknown: 'block' })).toEqual([]))
  test('and never less', () => expect([below({ remote: true }, usual), below({ remote: false }, { ...usual, differing: 'warn' }), below({ remote: false }, { ...usual, materials: ['photos'] })]).toEqual([['tighten.procedureStep.remote'], ['tighten.procedureStep.differing'], ['tighten.procedureStep.materials']]))
})

test('an office that no notice asks for an appraisal holds one of the usual shape; a unit has none', () => {
  const none = resolve([{ ...level('seed', { remote: true }, { unverified: 'warn', differing: 'warn', unknown: 'warn' }), rules: [] }])
  expect([stepsFor(none, 'unit'), stepsFor(none, 'office').map((s) => s.id), stepsFor(d, 'office').map((s) => s.id)]).toEqual([[], ['own'], ['step-symposium', 'step-talks']])
})
test('an item has room where its step asks for that part, and nowhere else', () => {
  const steps = appraisalSteps(d)
  expect([hasRoom(steps, { kind: 'seat', step: 'step-symposium' }), hasRoom(steps, { kind: 'talk', step: 'step-symposium' }), hasRoom(steps, { kind: 'talk', step: 'nowhere' }), hasRoom(steps, { kind: 'conclusion', step: '' })]).toEqual([true, false, false, true])
})
test('what a juror is told holds numbers and days, no name and no word', () => {
  const summary = summaryOf(appraisalSteps(d), appraisalCase(d, source(), { items: whole(d), closed: true, mark }))
  expect(summary).toEqual({ from: '2026-05-10', to: '2026-05-11', visits: 1, attended: 5, byVideo: 0, noPost: 0, talks: 2, facts: { all: 8, true: 8, differs: 0, unknown: 0, open: 0 } })
})
test('the sheet that is signed tells of talks that they were held, and nothing of who spoke or what was said', () => {
  const sheet = appraisalSheet({ definition: d, steps: appraisalSteps(d), appraisal: appraisalCase(d, source(), { items: [...without(whole(d), 'talk'), talk('1', { words: '不便公开的话' })], closed: true, mark }), owner: 'unit', fields, candidate: '沈若川', unit: '示例单位', office: '示例办公室' })
  expect([JSON.stringify(sheet).includes('不便公开的话'), JSON.stringify(sheet).includes('同事1'), sheet.talks]).toEqual([false, false, [['谈话1', '同科室', '2026年5月11日', '考核人', '当面']]])
})
