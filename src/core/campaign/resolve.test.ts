import { describe, expect, it } from 'vitest'
import type { Rule } from '../rules/rule'
import type { Definition } from './definition'
import { resolve } from './resolve'

const level = (id: string, parent: string | null, rules: Rule[]): Definition => ({
  format: 'xuanshu-definition/1', id, year: 2026, level: 'province', name: { zh: `${id}（示例）`, en: id }, award: { zh: '示例称号', en: 'Example title' }, parent,
  notice: { title: id, issuer: { zh: `${id}单位`, en: `Office of ${id}` }, number: 'not stated', date: 'not stated', hosts: [{ zh: '示例', en: 'Example' }], basis: [] }, rules,
})
const quota = (max: number, number = '二、1'): Rule => ({ id: 'quota', kind: 'quota', strength: 'block', max, clause: { number, zh: `限报${max}人`, en: `at most ${max}` } })
const openRule = (id: string, kind: 'quota' | 'round'): Rule => ({ id, kind, notStated: true })
const notice: Rule = { id: 'public-notice', kind: 'publicNotice', strength: 'block', days: 5, count: 'working', basis: { kind: 'office decision', reason: { zh: '惯例', en: 'custom' }, date: '2026-05-06' } }

describe('a chain', () => {
  const chain = [level('country', null, [quota(3), openRule('round-1', 'round')]), level('cloud', 'country', [notice]), level('city', 'cloud', [quota(1, '四、2')])]

  it('holds the last word on each rule in the order of the first', () => {
    expect(resolve(chain).rules.map((r) => [r.id, r.kind === 'quota' ? r.max : null])).toEqual([['quota', 1], ['public-notice', null]])
  })
  it('knows which level said a rule last, by clause or by office decision', () => {
    expect(resolve(chain).rules.map((r) => r.rests)).toEqual([
      { number: '四、2', zh: '限报1人', en: 'at most 1', source: { definition: 'city', zh: 'city单位', en: 'Office of city' } },
      { number: null, zh: '惯例', en: 'custom', decidedOn: '2026-05-06', source: { definition: 'cloud', zh: 'cloud单位', en: 'Office of cloud' } },
    ])
  })
  it('keeps open what no level states', () => expect(resolve(chain).open).toEqual([openRule('round-1', 'round')]))
  it('a level that calls a rule not stated takes nothing away from the one above', () => {
    expect(resolve([chain[0]!, level('cloud', 'country', [openRule('quota', 'quota')])]).rules.map((r) => r.id)).toEqual(['quota'])
  })
  it('a level that states what was open closes it', () => {
    const open = resolve([level('country', null, [openRule('quota', 'quota')]), level('cloud', 'country', [quota(2)])])
    expect([open.open, open.rules.map((r) => r.id)]).toEqual([[], ['quota']])
  })
})

describe('the hash', () => {
  const of = (max: number) => resolve([level('country', null, [quota(max)])]).hash
  it('is the same for the same chain and another for another number', () => {
    expect(of(1)).toBe(of(1))
    expect(of(1)).not.toBe(of(2))
    expect(of(1)).toMatch(/^[0-9a-f]{64}$/)
  })
  it('does not depend on the order in which keys were written', () => {
    const turned = Object.fromEntries(Object.entries(level('country', null, [quota(1)])).reverse()) as unknown as Definition
    expect(resolve([turned]).hash).toBe(of(1))
  })
})

describe('no chain', () => {
  it('an empty one', () => expect(() => resolve([])).toThrow(TypeError))
  it('one whose root has a parent', () => expect(() => resolve([level('cloud', 'country', [])])).toThrow('cloud has the parent country, the chain has none before it'))
  it('one with a link missing', () => expect(() => resolve([level('country', null, []), level('city', 'cloud', [])])).toThrow('city has the parent cloud, the chain has country before it'))
})
