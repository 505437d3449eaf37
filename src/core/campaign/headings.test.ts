import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ruleKinds } from '../rules/rule'
import { underHeadings } from './headings'
import type { ResolvedRule } from './definition'
import { parseDefinition } from './parse'
import { resolve } from './resolve'

const one = (kind: string): ResolvedRule => ({ id: kind, kind, ...(kind === 'stage' ? { from: '2026-05-01', to: null } : {}) } as unknown as ResolvedRule)

test('every kind of rule but the fields of the form stands under exactly one heading of a notice', () => {
  const placed = underHeadings({ rules: ruleKinds.map(one) }).flatMap((h) => h.rules.map((r) => r.kind))
  expect(placed.toSorted()).toEqual(ruleKinds.filter((k) => k !== 'formField').toSorted())
})

test('a heading without rules is left out, and a stage without dates says nothing', () => {
  expect(underHeadings({ rules: [one('duty'), { ...one('stage'), from: null } as ResolvedRule] }).map((h) => h.heading.zh)).toEqual(['有关要求'])
})

test('a shipped definition with those above it reads in the order of a notice', () => {
  const read = (id: string) => {
    const parsed = parseDefinition(readFileSync(new URL(`../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), `${id}.yaml`)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    return parsed.definition
  }
  expect(underHeadings(resolve(['national-2021', 'liaoning-2021', 'lnma-2021'].map(read))).map((h) => h.heading.zh)).toEqual(['推荐名额和时间', '推荐范围和条件', '推荐程序', '推荐材料', '有关要求'])
})
