import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDefinition } from '../campaign/parse'
import { resolve } from '../campaign/resolve'
import { plainLabel, roomIn } from './label'
import { namesOf } from './names'
import { readForm } from './reading'
import type { Spot } from './spot'

/** The second seed as it ships. */
const d = resolve(['national-2021', 'liaoning-2021', 'lnma-2021'].map((id) => {
  const parsed = parseDefinition(readFileSync(new URL(`../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), id)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}))
const names = namesOf(d)
/** A table from rows of text; `>n` before a text spans n columns, `^n` n rows. */
const table = (...rows: readonly (readonly string[])[]): Spot[] => {
  const taken = new Set<string>()
  return rows.flatMap((row, r) => {
    let column = 0
    return row.map((text, c): Spot => {
      while (taken.has(`${r} ${column}`)) column++
      const [, span = '1'] = />(\d)/u.exec(text) ?? []
      const [, rowSpan = '1'] = /\^(\d)/u.exec(text) ?? []
      const cell = { table: 0, row: r, column, span: Number(span), rows: Number(rowSpan) }
      for (let i = 0; i < cell.rows; i++) for (let k = 0; k < cell.span; k++) taken.add(`${r + i} ${column + k}`)
      column += cell.span
      return { id: `t0r${r}c${c}`, cell, lines: text.replace(/[>^]\d/gu, '').split('\n'), millimetres: { width: null, height: null } }
    })
  })
}
const read = (...rows: readonly (readonly string[])[]) => readForm(d, table(...rows))
const placed = (...rows: readonly (readonly string[])[]) => read(...rows).places.map((p) => [p.keys.join('+'), p.id, p.how.kind])

describe('labels of a form', () => {
  test.each([['姓　名', '姓名'], [' 姓 名：', '姓名'], ['*主要事迹（500字以内）', '主要事迹'], ['一、基本情况', '基本情况'], ['3.联系电话(手机)', '联系电话'], ['Ｅ－ｍａｉｌ', 'e-mail']])('“%s” is %s', (text, plain) => { expect(plainLabel(text)).toBe(plain) })

  test.each([
    ['候选人姓名', 'name'], ['出生年月', 'birthDate'], ['身份证号码', 'idNumber'], ['职 称', 'title'], ['职务职称', 'post+title'], ['学历／学位', 'education+degree'], ['工作单位及职务', 'employer+post'], ['主要先进事迹', 'deeds'], ['个人简历', 'resume'], ['所获荣誉情况', 'honours'],
    ['近期免冠照片', 'portrait'], ['推荐单位', 'nominatingUnit'], ['推荐单位意见', 'unitOpinion'], ['所在单位意见', ''], ['备注', ''], ['照片3至5张', ''], ['constructor', ''],
  ])('“%s” means %s', (text, keys) => { expect(names(text).join('+')).toBe(keys) })

  test.each([['', 'blank'], ['＿＿＿', 'blank'], ['（不超过500字）', 'hint'], ['年　月　日', 'hint'], ['□男　□女', 'choices'], ['同意。', null]])('“%s” as room is %s', (text, room) => { expect(roomIn([text])).toBe(room) })
  test('room above a seal stays above it', () => { expect(roomIn(['', '（盖章）', '年　月　日'])).toBe('opinion') })
})

describe('an untagged form', () => {
  test('has values to the right of their labels, boxes to tick, a portrait in its merged cell', () => {
    expect(placed(['姓　名', '', '性别', '□男　□女', '照片^2'], ['民族', '', '出生年月', '年　月'])).toEqual([['name', 't0r0c1', 'whole'], ['sex', 't0r0c3', 'ticks'], ['portrait', 't0r0c4', 'picture'], ['ethnicGroup', 't0r1c1', 'whole'], ['birthDate', 't0r1c3', 'whole']])
  })
  test('has values below their labels where a row of labels stands over an empty row', () => { expect(placed(['姓名', '民族'], ['', ''])).toEqual([['name', 't0r1c0', 'whole'], ['ethnicGroup', 't0r1c1', 'whole']]) })
  test('has long words under a heading that spans the table, or below the label in the same cell', () => {
    expect(placed(['主要事迹（1500字）>4'], ['>4'])).toEqual([['deeds', 't0r1c0', 'whole']])
    expect(placed(['主要事迹：\n\n>4'], ['备注', '>3'])).toEqual([['deeds', 't0r0c0', 'below']])
  })
  test('repeats the row of a résumé; its heads are labels of nothing else', () => {
    const form = read(['简历^3', '起止年月', '工作单位', '职务'], ['', '', ''], ['', '', ''], ['职务', '>3'])
    expect(form.places.map((p) => [p.keys.join('+'), p.id, p.how])).toEqual([
      ['resume', 't0r1c0', { kind: 'rows', cells: [{ spot: 't0r1c0', part: 'period' }, { spot: 't0r1c1', part: 'what' }], blankRows: 2 }], ['post', 't0r3c1', { kind: 'whole' }],
    ])
  })
  test('keeps seal and date below an opinion', () => { expect(placed(['推荐单位意见', '\n（盖章）\n年　月　日'])).toEqual([['unitOpinion', 't0r0c1', 'above']]) })
  test('names labels it does not know and fields without room; an empty table says that nothing was read', () => {
    const form = read(['姓名', '', '特长', ''])
    expect([form.unknown.map((u) => [u.text, u.id]), form.unplaced.includes('name'), form.unplaced.includes('deeds')]).toEqual([[['特长', 't0r0c3']], false, true])
    expect(readForm(d, []).findings.map((f) => f.code)).toEqual(['form.nothingRead'])
  })
  test('is read as the office corrected it, cell by cell', () => {
    const form = readForm(d, table(['姓名', '', '特长', '']), { t0r0c3: 'discipline', t0r0c1: '' })
    expect([form.places.map((p) => [p.keys[0], p.id, p.by]), form.unknown]).toEqual([[['discipline', 't0r0c3', 'office']], []])
    expect(readForm(d, table(['姓名', '']), { t9r9c9: 'name', t0r0c1: 'nothing' }).places).toEqual([])
  })
})
