/** Materials and opinions asked of some candidates only, in a whole dossier. */
import { expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { judgeFolder } from '../materials/judge-folder'
import type { MaterialRule } from '../rules/material-terms'
import { asksOf } from './asks'
import { noAnswers, type Answers } from './form'
import { checkDossier } from './submit'

const rests = { number: '四、2', zh: '示例', en: 'example' }
const when = { property: 'headOfEnterprise', name: { zh: '企业负责人', en: 'heads of enterprises' } }
const paper = { id: 'tax-opinion', kind: 'material', strength: 'block', name: { zh: '税务意见', en: 'Tax opinion' }, group: 'stamped', min: 1, max: 1, naming: 'asGiven', paperCopies: 0, file: { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 1000 }, when, rests } as const
const opinion = { id: 'tax', kind: 'opinion', strength: 'block', of: [{ zh: '税务部门', en: 'the tax office' }], when, before: 'submission', rests } as const
const notice = { id: 'own-notice', kind: 'publicNotice', strength: 'block', at: 'unit', days: 3, count: 'working', rests } as const
const later = { ...paper, id: 'approval-form', name: { zh: '审批表', en: 'Approval form' }, when: undefined, package: 'chosen' } as const
const definition = (...rules: readonly object[]) => ({ rules }) as unknown as ResolvedDefinition
const check = (d: ResolvedDefinition, answers: Partial<Answers>, holidays?: { holidays: string[]; workdays: string[] }) => checkDossier(d, { fields: {}, answers: { ...noAnswers, ...answers }, materials: [] }, 0, 'clerk', holidays === undefined ? {} : { holidays }).map((f) => [f.code, f.at.field ?? f.at.material])
const is = (headOfEnterprise: boolean, more: object = {}) => ({ properties: { headOfEnterprise, ...more } })

test('the seal of one’s unit is asked once somebody says to have come alone', () => {
  const channel = { id: 'channel', kind: 'channel', allowed: ['unit', 'self'], sealed: ['self'], rests: { number: '二', zh: '示例', en: 'example' } }
  const asked = (properties: Record<string, boolean>) => asksOf({ rules: [channel] } as never, { properties }).map((a) => a.id)
  expect([asked({}), asked({ viaSelf: false }), asked({ viaSelf: true })]).toEqual([['viaSelf'], ['viaSelf'], ['viaSelf', 'unitSealGiven']])
})

test('one question stands for everything that depends on it', () => expect(asksOf(definition(paper, opinion)).map((a) => a.id)).toEqual(['headOfEnterprise', 'taxGiven']))
test('unanswered, it is asked; answered yes, paper and opinion are due; answered no, neither', () => {
  const d = definition(paper, opinion)
  expect(check(d, {})).toEqual([['material.unanswered', 'property.headOfEnterprise'], ['opinion.unanswered', 'property.headOfEnterprise']])
  expect(check(d, is(true))).toEqual([['material.missing', 'tax-opinion'], ['opinion.unanswered', 'property.taxGiven']])
  expect(check(d, is(true, { taxGiven: false }))).toEqual([['material.missing', 'tax-opinion'], ['opinion.missing', 'property.taxGiven']])
  expect(check(d, is(false))).toEqual([])
})
test('what is due once chosen does not keep a nomination back', () => expect(check(definition(later), {})).toEqual([]))
test('the workplace’s public notice is asked by its days and counted by the calendar of holidays', () => {
  const held = { values: { ownNoticeFrom: '2026-06-17', ownNoticeTo: '2026-06-19' } }
  expect([check(definition(notice), {}), check(definition(notice), held), check(definition(notice), held, { holidays: ['2026-06-19'], workdays: [] })]).toEqual([
    [['publicNotice.unanswered', 'property.ownNoticeFrom'], ['publicNotice.unanswered', 'property.ownNoticeTo']], [], [['publicNotice.short', 'property.ownNoticeTo']],
  ])
})
test('a folder without its answers is told what may rightly be missing', () => expect(judgeFolder([paper, later] as unknown as MaterialRule[], []).map((f) => [f.code, f.strength, f.what.zh])).toEqual([
  ['material.condition', 'note', '人选是企业负责人的，要交“税务意见”；这里不知道人选的情况，没有也可能是对的'], ['material.later', 'note', '“审批表”入选以后才交，这里没有也可以'],
]))
