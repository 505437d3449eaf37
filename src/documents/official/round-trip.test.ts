/** Any definition, written as a notice and read back, gives the same rules, as far as the notice states them. */
import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Definition, ResolvedDefinition } from '#core/campaign/definition'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import { addDays } from '#core/kernel/instant'
import { draftDefinition, type RawRule } from '#core/notice/draft/draft-definition'
import { endOfDeadline } from '#core/rules/deadline'
import type { StatedRule } from '#core/rules/rule'
import type { OfficialDocument } from './document'
import { officialDocumentOf } from './from-definition'

const folder = join(import.meta.dirname, '../../../campaigns')
const all = new Map(readdirSync(folder).filter((f) => f.endsWith('.yaml')).map((f) => parseDefinition(readFileSync(join(folder, f), 'utf8'), f)).flatMap((p): [string, Definition][] => (p.ok ? [[p.definition.id, p.definition]] : [])))
const chainTo = (id: string): Definition[] => {
  const d = all.get(id)!
  return d.parent === null ? [d] : [...chainTo(d.parent), d]
}

/** As the pages say it, line by line. */
const written = (d: OfficialDocument): string => {
  const count = [0, 0, 0, 0, 0]
  const number = (level: number): string => {
    count[level]!++
    count.fill(0, level + 1)
    const n = '一二三四五六七八九十'.charAt(count[level]! - 1)
    return level === 1 ? `${n}、` : level === 2 ? `（${n}）` : `${String(count[level])}.`
  }
  const day = /^(\d+)-0?(\d+)-0?(\d+)$/.exec(d.date)!
  return [
    `${d.mark.issuers.join(' ')}${d.mark.suffix ?? ''}`, ...(d.number === null ? [] : [`${d.number.office}〔${d.number.year}〕${d.number.serial}号`]), d.title, `${d.recipients}：`,
    ...d.body.map((b) => (b.kind === 'paragraph' ? b.text : `${number(b.level)}${b.text}${b.runOn ?? ''}`)), d.signature[0], `${day[1]}年${day[2]}月${day[3]}日`,
  ].join('\n')
}

const MB = 1_000_000
interface Numbers { quota: number; inDays: number; time: string | null; dayIncluded: boolean; photos: [number, number, number]; minutes: number; background: 'red' | 'white' | 'blue'; copies: number; notice: number; count: 'working' | 'calendar'; strengths: ('block' | 'warn' | 'note')[] }
const numbers: fc.Arbitrary<Numbers> = fc.record({
  quota: fc.integer({ min: 1, max: 60 }), inDays: fc.integer({ min: 5, max: 200 }), time: fc.option(fc.tuple(fc.integer({ min: 8, max: 23 }), fc.constantFrom('00', '30')).map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`), { nil: null }), dayIncluded: fc.boolean(),
  photos: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 })).map(([a, b, c]): [number, number, number] => [a, a + b, c]),
  minutes: fc.integer({ min: 1, max: 20 }), background: fc.constantFrom('red', 'white', 'blue'), copies: fc.integer({ min: 1, max: 9 }), notice: fc.integer({ min: 3, max: 30 }), count: fc.constantFrom('working', 'calendar'),
  strengths: fc.array(fc.constantFrom('block', 'warn', 'note'), { minLength: 3, maxLength: 3 }),
})

const changedBy = (n: Numbers) => (rule: StatedRule): StatedRule => {
  switch (rule.kind) {
    case 'quota': return { ...rule, max: n.quota }
    case 'deadline': return { ...rule, day: addDays('2021-04-01', n.inDays), time: n.time, dayIncluded: n.dayIncluded || n.time !== null }
    case 'material': {
      if (rule.file.type === 'photo') return { ...rule, min: n.photos[0], max: n.photos[1], file: { ...rule.file, minBytes: n.photos[2] * MB, maxBytes: 20 * MB } }
      if (rule.file.type === 'video') return { ...rule, file: { ...rule.file, maxSeconds: n.minutes * 60 } }
      if (rule.file.type === 'portrait') return { ...rule, file: { ...rule.file, background: n.background } }
      return rule.id === 'nomination-form-stamped' ? { ...rule, paperCopies: n.copies } : rule
    }
    default: return rule
  }
}
const clause = { number: '六', zh: '公示', en: 'Public notice' }
const made = (id: string, n: Numbers): ResolvedDefinition => {
  const chain = chainTo(id)
  const leaf = chain.at(-1)!
  let i = 0
  const rules = leaf.rules.map((r) => ('notStated' in r ? r : r.kind === 'exclusion' ? { ...r, strength: n.strengths[i++ % 3]! } : changedBy(n)(r))).filter((r) => r.id !== 'public-notice')
  return resolve([...chain.slice(0, -1), { ...leaf, rules: [...rules, { id: 'public-notice', kind: 'publicNotice' as const, strength: 'block' as const, days: n.notice, count: n.count, clause } as StatedRule] }])
}

/** What a notice states of a rule: its numbers and choices, not the custom around them. */
const stated = (rule: RawRule | StatedRule): unknown => {
  const r = rule as StatedRule
  switch (r.kind) {
    case 'quota': return { max: r.max }
    case 'deadline': return { end: endOfDeadline({ day: r.day, time: r.time ?? null, dayIncluded: r.dayIncluded ?? true }) }
    case 'exclusion': return { who: r.who.zh, strength: r.strength ?? 'block' }
    case 'publicNotice': return { days: r.days, count: r.count }
    case 'material': {
      if (r.file.type === 'photo') return { min: r.min, max: r.max, minBytes: r.file.minBytes }
      if (r.file.type === 'video') return { maxSeconds: r.file.maxSeconds, containers: r.file.containers }
      if (r.file.type === 'portrait') return { background: r.file.background, millimetres: r.file.millimetres }
      return { copies: r.paperCopies, stamped: r.file.stamped }
    }
    default: return null
  }
}
const compared = ['quota', 'deadline', 'exclusion', 'publicNotice', 'material'] as const

test.each(['cis-2021', 'lnma-2021'])('the rules of %s, whatever their numbers, come back as they were written', { timeout: 60_000 }, (id) => {
  fc.assert(fc.property(numbers, (n) => {
    const definition = made(id, n)
    const text = written(officialDocumentOf(definition, { person: '示例', phone: '', email: '', address: '' }, '2021-03-10'))
    const read = draftDefinition(text, '2026-11-20').rules.map((r) => r.rule)
    const said = definition.rules.filter((r) => (compared as readonly string[]).includes(r.kind)).map((r): [string, unknown] => [r.id, stated(r)])
    const back = said.map(([rid]): [string, unknown] => {
      const rule = read.find((r) => r.id === rid)
      return [rid, rule === undefined ? 'not read' : stated(rule)]
    })
    expect(back, text).toEqual(said)
  }), { numRuns: 40, seed: 20261121 })
})
