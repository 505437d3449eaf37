/** Every rule of the catalogue, said in Chinese under its heading of the official document, is read back as the same kind with the same stated parameters. */
import { describe, expect, test } from 'vitest'
import { draftDefinition } from '#core/notice/draft/draft-definition'
import { ruleKindsTable, sayRule } from '#core/rules/kinds'
import type { StatedRule } from '#core/rules/rule'
import type { ResolvedRule } from '#core/campaign/definition'
import { underHeadings } from '#core/campaign/headings'
import type { Row } from './row'
import { section as quotas } from './section-1'
import { section as deadlines } from './section-2'
import { section as eligibility } from './section-3'
import { section as diversity } from './section-4'
import { section as materials } from './section-5'
import { section as procedure } from './section-6'
import { section as notices } from './section-7'
import { section as publicity } from './section-8'
import { stated } from './stated'

const rows = [quotas, deadlines, eligibility, diversity, materials, procedure, notices, publicity].flatMap((s) => s.rows)

const ruleOf = (row: Row): StatedRule => ruleKindsTable[row.kind].schema.parse({ id: 'rule', clause: { number: '一', zh: '示例', en: 'example' }, ...row.rule, kind: row.kind }) as StatedRule
const readBack = (rule: StatedRule) => {
  const title = underHeadings({ rules: [{ ...rule, rests: rule.clause! } as ResolvedRule] })[0]!.heading.zh
  const text = `示例学会关于开展示例活动的通知\n各有关单位：\n一、${title}\n${sayRule(rule).zh.replace(/[。；]$/, '')}。\n示例学会\n2026年4月10日`
  return draftDefinition(text, '2026-04-20').rules.map((r) => r.rule)
}

/** What else the same words say, by row: each is true of them. */
const besides: Readonly<Record<string, readonly string[]>> = {
  // A number of those who put themselves forward says that they may.
  'several channels': ['channel'],
  // An activity report that is due is a paper.
  'third of a month, end of month': ['material'],
  // A public notice at the workplace is a step of its procedure.
  'repeated': ['procedureStep'],
}

describe.each(rows)('$kind: $row', (row) => {
  const rule = ruleOf(row)
  const read = readBack(rule)
  const own = read.filter((r) => r.kind === row.kind)
  test('is read as one rule of its kind, and as nothing else', () => expect(read.map((r) => r.kind).toSorted(), sayRule(rule).zh).toEqual([row.kind, ...(besides[row.row] ?? [])].toSorted()))
  test('with what the sentence states', () => {
    const want = stated(rule as unknown as Record<string, unknown>, rule)
    expect(own.map((r) => stated(r, rule)), sayRule(rule).zh).toEqual([want])
  })
})
