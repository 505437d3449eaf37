import { describe, expect, it } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import { sayRule } from '../rules/kinds'
import { judgeSummaries } from './summary'

const rule = (maxLength?: number): ResolvedRule<'publicNotice'> => ({
  id: 'public-notice', kind: 'publicNotice', strength: 'block', days: 5, count: 'working', ...(maxLength !== undefined && { summary: { maxLength } }), rests: { number: '二、3', zh: '公示', en: 'notice' },
})
const codes = (text: string, maxLength?: number) => judgeSummaries(rule(maxLength), [{ id: 'n1', name: '沈若川', text }]).map((f) => f.code)

describe('the one sentence on each person', () => {
  it.each([[44, []], [45, []], [46, ['summary.long']]] as const)('of %i characters under a limit of 45', (n, expected) => expect(codes('字'.repeat(n), 45)).toEqual(expected))
  it('follows the number of the rule', () => expect([codes('字'.repeat(21), 20), codes('字'.repeat(20), 20), codes('字'.repeat(1), 1), codes('字'.repeat(2), 1)]).toEqual([['summary.long'], [], [], ['summary.long']]))
  it('is as long as people count it: a rare character is one, a line break and spaces around are none', () => expect([codes('𬭎'.repeat(45), 45), codes(`  ${'字'.repeat(45)}\r\n`, 45), codes(`${'字'.repeat(20)}\n${'字'.repeat(25)}`, 45), codes('𬭎'.repeat(46), 45)]).toEqual([[], [], [], ['summary.long']]))
  it.each(['', '   ', '\n'])('missing when nothing stands there: %j', (text) => expect([codes(text, 45), codes(text)]).toEqual([['summary.missing'], ['summary.missing']]))
  it('may be of any length where the rule names none', () => expect(codes('字'.repeat(5000))).toEqual([]))

  it('tells whose it is, by how much, and on which clause', () => {
    const found = judgeSummaries(rule(45), [{ id: 'n1', name: '沈若川', text: '短' }, { id: 'n2', name: '陶砚', text: '字'.repeat(47) }])
    expect(found).toEqual([{
      code: 'summary.long', strength: 'block', at: { field: 'n2' }, clause: { number: '二、3', zh: '公示', en: 'notice' },
      what: { zh: '陶砚的一句话事迹 47 字，超过 45 字', en: 'The summary of 陶砚 has 47 characters, more than 45' }, mend: { zh: '请删去 2 字。', en: 'Take out 2 characters.' },
    }])
  })
  it('is said with its number by the rule', () => expect([sayRule(rule(45)), sayRule(rule())]).toEqual([
    { zh: '公示 5 个工作日，一句话事迹每人不超过 45 字', en: 'The public notice lasts 5 working days; the summary of each person has at most 45 characters' },
    { zh: '公示 5 个工作日', en: 'The public notice lasts 5 working days' },
  ]))
})
