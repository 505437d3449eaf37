import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Definition } from '../definition'
import { parseDefinition } from '../parse'
import { resolve } from '../resolve'
import { burdenOf } from './burden'
import { burdenByLevel, compareBurden } from './compare'

const read = (id: string): Definition => {
  const parsed = parseDefinition(readFileSync(new URL(`../../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), `${id}.yaml`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}
const [national, liaoning, lnma, cis] = [read('national-2021'), read('liaoning-2021'), read('lnma-2021'), read('cis-2021')]
const province = [national, liaoning]
const association = [...province, lnma]
const society = [national, cis]
const of = (chain: readonly Definition[]) => burdenOf(resolve(chain))

/*
 * Counted by hand in the files of campaigns/:
 * The form (liaoning, cis alike): 20 fields; the name is known; department and honours are optional and take no time. Five lines of text (30 s each), four
 * choices (10), one day (20), one ID number (45), phone and e-mail (20 each), the category (60), the résumé (540), the deeds (half of 1500 characters at 3 s:
 * 2250), the opinion (half of 500: 750): 3895 s, 65 min.
 * lnma: declarations: the province's six, of which the association words one anew; three exclusions: 6 × 60 + 3 × 30 = 450 s, 8 min.
 * Files: form 2, integrity opinion 2, summary sheet 2, activity sheet 2, portrait 1, photos at least 3, video at least 1: 13.
 * 8 × 300 + 600 + 3 × 180 + 7200 = 10 740 s, 179 min. Seals: the stamped form twice (2 copies on paper), the three others once: 5;
 * 4 × 1200 + 60, and the errand to whoever issues the integrity opinion 3600: 8460 s, 141 min. Paper: 2 + 1 + 1 + 1 and the portrait 1: 6; 6 × 120 + 1200 = 1920 s, 32 min.
 * Procedure: four steps, six people at the symposium: 4 × 3600 + 6 × 2700 = 30 600 s, 510 min.
 * cis: seven declarations, three exclusions, two questions about the channel: 7 × 60 + 5 × 30 = 570 s, 10 min. Files: form 2, portrait, photos 3, videos may be none: 6; 2 × 300 + 600 + 540 = 1740 s, 29 min.
 * Seals 2: 1200 + 60 = 1260 s, 21 min. Paper 2: 240 + 1200 = 1440 s, 24 min. Two steps: 120 min.
 */
describe('what a nomination asks under the shipped definitions', () => {
  it('the national notice, as far as it is known, asks nothing', () => expect([of([national]).minutes, of([national]).things]).toEqual([0, []]))
  it('the province asks the form, answers and two steps', () => {
    const b = of(province)
    expect(b.counts).toEqual({ fields: 20, known: 1, answers: 9, uploads: 0, conditional: 0, stamps: 0, paperCopies: 0, steps: 2 })
    expect(b.minutesByPart).toEqual({ form: 65, answers: 8, files: 0, seals: 0, paper: 0, procedure: 120 })
  })
  it('the association asks eleven materials and four steps', () => {
    const b = of(association)
    expect(b.counts).toEqual({ fields: 20, known: 1, answers: 9, uploads: 13, conditional: 0, stamps: 5, paperCopies: 6, steps: 4 })
    expect(b.minutesByPart).toEqual({ form: 65, answers: 8, files: 179, seals: 141, paper: 32, procedure: 510 })
    expect(b.minutes).toBe(935)
  })
  it('the learned society asks a third of that', () => {
    const b = of(society)
    expect(b.counts).toEqual({ fields: 20, known: 1, answers: 12, uploads: 6, conditional: 0, stamps: 2, paperCopies: 2, steps: 2 })
    expect(b.minutesByPart).toEqual({ form: 65, answers: 10, files: 29, seals: 21, paper: 24, procedure: 120 })
    expect(b.minutes).toBe(269)
  })
})

it('each level of a chain has the cost of what it adds, and they add up to the whole', () => {
  const levels = burdenByLevel(association)
  expect(levels.map((l) => [l.id, l.adds.fields, l.adds.uploads, l.adds.stamps, l.adds.paperCopies, l.adds.steps, l.adds.minutes])).toEqual([
    ['national-2021', 0, 0, 0, 0, 0, 0], ['liaoning-2021', 20, 0, 0, 0, 2, 193], ['lnma-2021', 0, 13, 5, 6, 2, 742],
  ])
  expect(levels.reduce((n, l) => n + l.adds.minutes, 0)).toBe(of(association).minutes)
})

it('two definitions are compared line by line, and rule by rule with the costliest first', () => {
  const { lines, changes } = compareBurden(of(society), of(association))
  expect(lines.map((l) => [l.line, l.before, l.after, l.difference])).toEqual([
    ['fields', 20, 20, 0], ['known', 1, 1, 0], ['answers', 12, 9, -3], ['uploads', 6, 13, 7], ['conditional', 0, 0, 0], ['stamps', 2, 5, 3], ['paperCopies', 2, 6, 4], ['steps', 2, 4, 2], ['minutes', 269, 935, 666],
  ])
  expect(changes.slice(0, 2).map((c) => [c.thing.ruleId, c.how, c.seconds])).toEqual([['step-symposium', 'added', 19_800], ['video', 'added', 7200]])
  expect(changes.filter((c) => c.how === 'dropped').map((c) => c.thing.ruleId).sort()).toEqual(['channel', 'declare-paper-equals-electronic'])
  expect(compareBurden(of(society), of(society)).changes).toEqual([])
})

it('a paper that another body issues is one errand, whether its seal is asked or not', () => {
  const opinion = (rules: Definition['rules']) => of([national, liaoning, { ...lnma, rules }]).minutesByPart.seals
  expect(opinion(lnma.rules.filter((r) => r.id.startsWith('integrity-opinion')))).toBe(80)
  expect(opinion(lnma.rules.filter((r) => r.id === 'integrity-opinion-word'))).toBe(60)
})

it('a paper of some candidates, or of those chosen, is counted apart and takes no time; a text to be written, seals of several and signatures do', () => {
  const sheet = lnma.rules.find((r) => r.id === 'summary-sheet-stamped')! as Extract<Definition['rules'][number], { kind: 'material'; name: unknown }>
  const with_ = (more: object) => of([national, liaoning, { ...lnma, rules: [{ ...sheet, paperCopies: 0, ...more } as never] }])
  const some = with_({ when: { property: 'partyMember', name: { zh: '党员', en: 'Party members' } } })
  expect([some.counts.uploads, some.counts.conditional, some.minutesByPart.seals]).toEqual([0, 1, 0])
  expect(with_({ package: 'chosen' }).counts.conditional).toBe(1)
  // About 2000 characters at 3 s and the file itself, 300 s: 6300 s. Two seals of 20 min and a signature of 10.
  expect(with_({ file: { ...sheet.file, text: { about: 2000 } } }).minutesByPart.files).toBe(105)
  const two = with_({ seals: [{ of: { zh: '甲', en: 'a' } }, { of: { zh: '乙', en: 'b' } }], signatures: [{ zh: '丙', en: 'c' }] })
  expect([two.counts.stamps, two.minutesByPart.seals]).toEqual([2, 50])
})

it('the opinion of two offices before submission is a step, a question and two errands; with its paper among the materials one errand less', () => {
  const opinion = (more: object) => of([national, liaoning, { ...lnma, rules: [{ id: 'opinions', kind: 'opinion', strength: 'block', of: [{ zh: '公安', en: 'police' }, { zh: '税务', en: 'tax' }], before: 'submission', clause: { number: '五', zh: '征求意见', en: 'opinions' }, ...more } as never] }])
  const base = of([national, liaoning, { ...lnma, rules: [] }])
  const one = opinion({})
  expect([one.counts.steps - base.counts.steps, one.counts.answers - base.counts.answers, one.minutesByPart.seals]).toEqual([1, 1, 120])
  expect(opinion({ evidence: 'paper' }).minutesByPart.seals).toBe(0)
  expect(opinion({ before: 'publicNotice' }).minutes).toBe(base.minutes)
  expect(opinion({ when: { property: 'leader', name: { zh: '负责人', en: 'heads' } } }).counts.conditional).toBe(1)
})
