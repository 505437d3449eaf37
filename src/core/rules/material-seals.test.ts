/** Where a seal must be, as a rule says it: what a level below may do with it, and what makes no sense. */
import { expect, test } from 'vitest'
import { materialKind } from './material'
import { material, type Material, type Seal } from './material-terms'

const unit = { zh: '推荐单位', en: 'the nominating unit' }
const at = (zh: string, page?: 'firstPage' | 'lastPage') => ({ of: unit, at: { words: { zh, en: 'its cell' }, ...(page && { page }) } })
const stamped = { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 20_000_000 }
const form = (seals: Seal[] | undefined, file: object = stamped): Material => material.parse({
  id: 'form', kind: 'material', clause: { number: '一', zh: '示例', en: 'example' }, name: { zh: '推荐表', en: 'Form' }, group: 'stamped', min: 1, max: 1, file, ...(seals && { seals }),
})
const aspects = (child: Seal[] | undefined, parent: Seal[] | undefined) => materialKind.tightens(form(child), form(parent)).map((l) => `${l.aspect} ${l.strength}`)

test('a place may be named below, and one that was named stays', () => {
  expect(aspects([at('推荐单位意见')], [{ of: unit }])).toEqual([])
  expect(aspects([at('推荐单位意见', 'lastPage')], [at('推荐单位意见')])).toEqual([])
  expect(aspects([{ of: unit }], [at('推荐单位意见')])).toEqual(['seals.at block'])
  expect(aspects([at('主管部门意见')], [at('推荐单位意见')])).toEqual(['seals.at block'])
  expect(aspects([at('推荐单位意见')], [at('推荐单位意见', 'lastPage')])).toEqual(['seals.at block'])
  expect(aspects([at('推荐单位意见', 'firstPage')], [at('推荐单位意见', 'lastPage')])).toEqual(['seals.at block'])
})

test('it is said with its page, in both languages', () => {
  expect(materialKind.say(form([at('推荐单位意见', 'firstPage')]))).toEqual({ zh: expect.stringContaining('在首页“推荐单位意见”处盖推荐单位公章'), en: expect.stringContaining('seal of the nominating unit at “its cell” on the first page') })
})

test('a seal across the pages has no place, nor has one on a paper that is not sealed; the words are two characters at least', () => {
  const faults = (m: Material) => materialKind.check!(m).map((f) => f.path.join('.'))
  expect(faults(form([at('推荐单位意见')]))).toEqual([])
  expect(faults(form([{ ...at('推荐单位意见'), across: true }]))).toEqual(['seals.0.at'])
  expect(faults(form([{ of: unit }, at('推荐单位意见')], { ...stamped, stamped: false }))).toEqual(['seals.1.at'])
  expect(faults(form([at('章')]))).toEqual(['seals.0.at'])
})
