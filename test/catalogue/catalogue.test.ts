/** Every row of the catalogue of rules: it can be said, judged, tightened and read. */
import { describe, expect, test } from 'vitest'
import type { Definition } from '#core/campaign/definition'
import { checkDefinition } from '#core/campaign/check-definition'
import { resolve } from '#core/campaign/resolve'
import { tighten } from '#core/campaign/tighten'
import { kindOf, sayRule } from '#core/rules/kinds'
import { recognisers } from '#core/rules/recognise/kinds'
import type { Page } from '#core/rules/recognise/page'
import { prepare } from '#core/text/prepare'
import { sentencesOf } from '#core/text/sentences'
import type { Parameters, Row, Section } from './row'
import { section as quotas } from './section-1'
import { section as deadlines } from './section-2'
import { section as eligibility } from './section-3'
import { section as diversity } from './section-4'
import { section as materials } from './section-5'
import { section as procedure } from './section-6'
import { section as notices } from './section-7'
import { section as publicity } from './section-8'

const sections: readonly Section[] = [quotas, deadlines, eligibility, diversity, materials, procedure, notices, publicity]

const words = { zh: '示例', en: 'example' }
const clause = { number: '一', zh: '示例', en: 'example' }
const raw = (row: Row, change: Parameters = {}) => ({ id: 'rule', clause, ...row.rule, ...change, kind: row.kind })
/** A definition of the one rule, through the same check as a file. */
const level = (id: string, parent: string | null, rule: Parameters): Definition => {
  const { definition, faults } = checkDefinition({
    format: 'xuanshu-definition/1', id, year: 2026, level: 'province', name: words, award: words, parent, rules: [rule],
    notice: { title: '示例', issuer: words, number: 'not stated', date: 'not stated', hosts: [words], basis: [] },
  })
  expect(faults).toEqual([])
  return definition!
}
const held = (row: Row) => resolve([level('above', null, raw(row))])
const judged = (row: Row, of: Row['passes']) => {
  const rule = held(row).rules[0]!
  const { judge } = kindOf(rule)
  expect(judge, `${row.kind} judges nothing`).toBeTypeOf('function')
  return judge!(rule, of)
}
const page = (text: string, title: string): Page => {
  const prepared = prepare(text)
  return { prepared, span: { from: 0, to: prepared.text.length }, sentences: sentencesOf(prepared), title, notDeadlines: [], year: { value: 2026, month: 4, from: 'signature' } }
}

describe.each(sections)('$title', ({ names, rows }) => {
  test('every row of the catalogue once', () => expect(rows.map((r) => r.row).toSorted()).toEqual([...names].toSorted()))

  describe.each(rows)('$row', (row) => {
    test('a case that keeps it', () => expect(judged(row, row.passes)).toEqual([]))
    test('a case that breaks it: each finding with its clause, in both languages', () => {
      const found = judged(row, row.fails.of)
      expect(found.map((f) => f.code)).toEqual(row.fails.codes)
      for (const f of found) expect([f.clause?.number, ...[f.what.zh, f.what.en, f.mend.zh, f.mend.en].map((s) => s.length > 0)]).toEqual(['一', true, true, true, true])
    })
    test('a level below may tighten it', () => expect(tighten(held(row), level('below', 'above', raw(row, row.tighter)))).toEqual([]))
    test('a level below may not loosen it', () => {
      const found = tighten(held(row), level('below', 'above', raw(row, row.looser.change)))
      expect(found.map((f) => f.code)).toEqual(row.looser.aspects.map((a) => `tighten.${row.kind}.${a}`))
    })
    test('in one sentence', () => expect(sayRule(held(row).rules[0]!)).toEqual(row.says))
    test('recognised in a notice', () => {
      const recognise = recognisers[row.kind] as ((p: Page) => readonly { value: object }[]) | undefined
      expect(recognise, `${row.kind} is not recognised`).toBeTypeOf('function')
      expect(recognise!(page(row.recognised.text, row.recognised.title ?? '示例奖推荐')).map((f) => f.value)).toContainEqual(expect.objectContaining({ kind: row.kind, ...row.recognised.draft }))
    })
  })
})
