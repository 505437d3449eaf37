/** Counts and properties of units, as the office's list tells them. */
import { expect, test } from 'vitest'
import { planImport, readHeader, toRows } from './import-plan'

const header = ['单位代码', '单位名称', '经办人', '经办人账号', '审核人', '审核人账号', '正式党员数', '职工人数', 'Number of members', '单位属性']
const planned = (cells: string[], known: object = {}) => {
  const { at, counts } = readHeader(header)
  const unit = { name: '甲', type: '', parentCode: '', email: '', ...known }
  return planImport(toRows([header, ['A1', '甲', '张', 'zhang', '李', 'li', ...cells]], at, counts), { units: new Map([['A1', unit]]), logins: new Set(['zhang', 'li']) }, new Set(), at)[0]!
}

test('columns are called by what they count; properties stand in one cell', () => {
  const { counts, properties, effect } = planned(['21', '', '300', '已建科协、省属'])
  expect([counts, properties, effect]).toEqual([{ 正式党员: '21', members: '300' }, ['已建科协', '省属'], 'update'])
})
test('what says nothing new changes nothing; an empty cell takes nothing away', () => {
  const known = { counts: { 正式党员: 21, 职工: 90 }, properties: ['省属', '已建科协'] }
  expect([planned(['21', '', '', '已建科协、省属'], known).effect, planned(['', '', '', ''], known).effect, planned(['22', '', '', ''], known).effect]).toEqual(['same', 'same', 'update'])
})
test.each(['二十一', '-3', '2.5', '约20'])('“%s” is no count, and the line is refused with its column', (cell) => {
  const { findings, effect } = planned([cell, '', '', ''])
  expect([findings.map((f) => [f.code, f.at.field]), effect]).toEqual([[['import.count', '正式党员数']], 'refused'])
})
