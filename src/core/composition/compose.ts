/** 构成: how the people at each stage divide, every class with its share and what it is a share of. */
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { Words } from '../kernel/finding'
import { sayDay, type CalendarDay } from '../kernel/instant'
import { typeName } from '../organisations/type-names'
import { bandOfPerson, bands, type Group, type UnitGroup } from './people'
import { isAt, type Stage, type StageId, type Standing } from './stages'

export const dimensions = ['category', 'age', 'sex', 'region', 'unitType', 'level'] as const
export type DimensionId = (typeof dimensions)[number]

/** `notStated` and `offline` are classes like the others and are never left out. */
export interface Class { readonly value: string; readonly name: Words; readonly kind: 'stated' | 'notStated' | 'offline' }
export interface AtStage {
  readonly stage: StageId
  /** All who are there: the denominator of every share. */
  readonly whole: number
  /** In the order of the classes; they add up to the whole. */
  readonly counts: readonly number[]
}
export interface Dimension { readonly id: DimensionId; readonly name: Words; readonly note: Words | null; readonly classes: readonly Class[]; readonly at: readonly AtStage[] }

const notStated: Class = { value: '', name: { zh: '未填', en: 'Not stated' }, kind: 'notStated' }
const offline: Class = { value: '*offline', name: { zh: '线下件，此处不载', en: 'By hand, not held here' }, kind: 'offline' }
const stated = (value: string, name: Words): Class => ({ value, name, kind: 'stated' })

interface Cut<G> { readonly id: DimensionId; readonly name: Words; readonly note?: Words; /** Known beforehand, in their order; others come behind, the largest first. */ readonly known: readonly Class[]; readonly valueOf: (group: G) => string; readonly nameOf: (value: string) => Words }

const divide = <G extends Standing & { readonly n: number }>(cut: Cut<G>, groups: readonly G[], stages: readonly Stage[]): Dimension => {
  const sums = new Map<string, number[]>()
  for (const group of groups) {
    const value = cut.valueOf(group)
    const row = sums.get(value) ?? stages.map(() => 0)
    stages.forEach((stage, i) => { if (isAt(group, stage.id)) row[i] = row[i]! + group.n })
    sums.set(value, row)
  }
  const known = new Set([...cut.known, notStated, offline].map((c) => c.value))
  const most = (value: string): number => Math.max(0, ...(sums.get(value) ?? []))
  const others = [...sums.keys()].filter((v) => !known.has(v)).sort((a, b) => most(b) - most(a) || (a < b ? -1 : 1)).map((v) => stated(v, cut.nameOf(v)))
  // A class nobody is in stays where the notice names it; the two remainders stand only where somebody is in them.
  const classes = [...cut.known, ...others, ...[notStated, offline].filter((c) => most(c.value) > 0)]
  return {
    id: cut.id, name: cut.name, note: cut.note ?? null, classes,
    at: stages.map((stage, i) => {
      const counts = classes.map((c) => sums.get(c.value)?.[i] ?? 0)
      return { stage: stage.id, whole: counts.reduce((a, b) => a + b, 0), counts }
    }),
  }
}

const sexes = [stated('female', { zh: '女', en: 'Women' }), stated('male', { zh: '男', en: 'Men' })]
const depthName = (value: string): Words => (value === '1' ? { zh: '直属单位', en: 'Directly below the office' } : { zh: `第 ${value} 级单位`, en: `Level ${value} below the office` })
/** What a draft holds is the unit's own: what the form tells is counted from submission on. */
const fromForms = (stages: readonly Stage[]): Stage[] => stages.filter((s) => s.id !== 'begun')

interface Counted { readonly people: readonly Group[]; readonly units: readonly UnitGroup[]; readonly stages: readonly Stage[]; /** Ages are those of this day. */ readonly on: CalendarDay }

export const compose = (definition: Pick<ResolvedDefinition, 'rules'>, { people, units, stages, on }: Counted): Dimension[] => {
  const facts = fromForms(stages)
  const of = (value: (g: Group) => string | null | undefined) => (g: Group): string => (g.offline ? offline.value : value(g) ?? notStated.value)
  const plain = (value: string): Words => ({ zh: value, en: value })
  return [
    divide<Group>({ id: 'category', name: { zh: '类别', en: 'Category' }, known: rulesOf(definition, 'category').map((c) => stated(c.value, c.name)), valueOf: of((g) => g.person.category), nameOf: plain }, people, facts),
    divide<Group>({ id: 'age', name: { zh: '年龄', en: 'Age' }, note: { zh: `按 ${sayDay(on).zh}的周岁`, en: `On ${sayDay(on).en}` }, known: bands.map((b) => stated(b.value, b.name)), valueOf: of((g) => bandOfPerson(g.person, on)), nameOf: plain }, people, facts),
    divide<Group>({ id: 'sex', name: { zh: '性别', en: 'Sex' }, known: sexes, valueOf: of((g) => g.person.sex), nameOf: plain }, people, facts),
    divide<UnitGroup>({ id: 'region', name: { zh: '地区、系统', en: 'Region or system' }, note: { zh: '按单位所属的一支', en: 'By branch of the tree' }, known: [], valueOf: (u) => u.region === '' ? '*alone' : u.region, nameOf: (v) => (v === '*alone' ? { zh: '直属', en: 'Directly below the office' } : plain(v)) }, units, stages),
    divide<UnitGroup>({ id: 'unitType', name: { zh: '单位类型', en: 'Type of unit' }, known: [], valueOf: (u) => u.type, nameOf: typeName }, units, stages),
    divide<UnitGroup>({ id: 'level', name: { zh: '单位层级', en: 'Level of unit' }, known: [], valueOf: (u) => String(u.depth), nameOf: depthName }, units, stages),
  ]
}

/** Per mille in whole numbers, so that the words and the bar agree; nothing of nothing has no share. */
export const shareOf = (count: number, whole: number): number | null => (whole === 0 ? null : Math.round((count * 1000) / whole))
export const sayShare = (count: number, whole: number): string => {
  const share = shareOf(count, whole)
  return share === null ? '—' : `${Math.floor(share / 10)}.${share % 10}%`
}
