/** The stages of a campaign with their days: 广泛动员。5月下旬至6月中旬…; thirds of a month keep their own words. */
import { datesOf, isoOf, isRange, type FoundDate } from '../../text/dates'
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import { trimWords, type Found, type Page } from './page'

const listed = /(?:由|分为?|包括|环节:|阶段:)(?:[一二三四五六七八九十\d]+个(?:阶段|环节)[:,]?)?([一-鿿]{2,10}(?:[、,和][一-鿿]{2,10}?){2,8}?)(?:等?(?:[一二三四五六七八九十\d]+个)?(?:环节|阶段|步骤)|。|$)/u
const known: readonly { readonly id: string; readonly said: RegExp; readonly en: string }[] = [
  { id: 'stage-mobilise', said: /动员|发动|启动/u, en: 'Mobilise' }, { id: 'stage-nominate', said: /推荐|申报|推选|报名/u, en: 'Nominate' },
  { id: 'stage-select', said: /遴选|评选|评审|选树|审核/u, en: 'Select and announce' }, { id: 'stage-publicise', said: /宣传|发布|展示/u, en: 'Publicise' }, { id: 'stage-study', said: /学习/u, en: 'Study' },
]

/** Names of stages where a notice lists them: 广泛动员、组织推荐…等环节. */
export const stageNames = (sentences: readonly Sentence[]): { readonly names: readonly string[]; readonly at: Sentence } | null => {
  for (const at of sentences) {
    if (!/环节|阶段|步骤/u.test(at.text)) continue
    const m = listed.exec(at.text)
    if (m !== null) return { at, names: (m[1] ?? '').split(/[、,和]/u).map(trimWords).map((x) => x.replace(/等(?:[一二三四五六七八九十\d]+个)?(?:环节|阶段|步骤)?(?:组成)?$/u, '')).filter((x) => x !== '') }
  }
  return null
}

export const recogniseStages = (page: Page): Found<RuleDraft<'stage'>>[] => {
  const stages = stageNames(page.sentences)
  const taken = new Set<string>()
  const own = labelledStages(page, taken)
  if (stages === null) return own
  return [...own, ...stages.names.filter((name) => !own.some((o) => o.value.name?.zh === name)).map((name) => {
    const own = known.find((k) => k.said.test(name) && !taken.has(k.id))
    if (own !== undefined) taken.add(own.id)
    // A heading that is the stage's name: what stands under it or right behind it.
    const under = page.sentences.filter((s) => s !== stages.at && (s.under.at(-1) === name || s.text.startsWith(name)))
    const dated = under.map((s) => ({ s, days: daysIn(page, s) })).find(({ days }) => days !== null)
    const days = dated?.days ?? null
    const { from, to } = days ?? under[0] ?? stages.at
    return { value: { kind: 'stage' as const, ...(own === undefined ? {} : { id: own.id }), name: { zh: name, en: own?.en ?? name }, ...days?.value }, from, to }
  })]
}

const labelled = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])? ?([一-鿿]{2,10}):(至)?(?=[\d二])/u
const other = /公示|答辩|投票|表彰|评[审选议]|[初复终]评/u
/** 公示:8月28日至9月1日: a stage named before a colon, and nothing but its days behind it. */
const labelledStages = (page: Page, taken: Set<string>): Found<RuleDraft<'stage'>>[] => page.sentences.flatMap((s): Found<RuleDraft<'stage'>>[] => {
  const m = labelled.exec(s.text)
  const name = m?.[1] ?? ''
  const [a, b] = datesOf(s.text)
  if (m === null || a === undefined || page.year === undefined || a.from !== m[0].length || /时间|期限|截止|日期|材料|表$/u.test(name) || !(other.test(name) || known.some((k) => k.said.test(name)))) return []
  const last = b !== undefined && isRange(s.text, a, b) ? b : a
  if (!/^(?:起|止)?[。;]?$/u.test(s.text.slice(last.to))) return []
  const days = m[2] === undefined ? daysIn(page, s)?.value : { to: isoOf(a.readings[0], page.year.value).slice(0, 10) }
  if (days === undefined) return []
  const own = known.find((k) => k.said.test(name) && !taken.has(k.id))
  if (own !== undefined) taken.add(own.id)
  return [{ value: { kind: 'stage', ...(own === undefined ? {} : { id: own.id }), name: { zh: name, en: own?.en ?? name }, ...days }, from: s.from, to: s.to }]
})

type Days = Pick<RuleDraft<'stage'>, 'from' | 'to' | 'about'>

/** The days a sentence gives a stage: a range, a beginning (起), or the last day (前). */
const daysIn = (page: Page, s: Sentence): Found<Days> | null => {
  const [a, b] = datesOf(s.text)
  if (a === undefined || page.year === undefined) return null
  const year = page.year.value
  const said = (to: number) => page.prepared.say(s.from + a.from, s.from + to)
  const about = (to: number, en: string) => (a.third === undefined && b?.third === undefined ? {} : { about: { zh: said(to), en } })
  if (b !== undefined && isRange(s.text, a, b)) return { value: { from: firstDay(a, year), to: isoOf(b.readings[0], year).slice(0, 10), ...about(b.to, `${inEnglish(a)} to ${inEnglish(b)}`) }, from: s.from + a.from, to: s.from + b.to }
  const then = /^(起|开始|以后|前|之前|止|截止)/u.exec(s.text.slice(a.to))?.[1]
  if (then === undefined) return null
  const to = a.to + then.length
  return { value: { ...(/起|开始|以后/u.test(then) ? { from: firstDay(a, year) } : { to: isoOf(a.readings[0], year).slice(0, 10) }), ...about(to, `${/起|开始|以后/u.test(then) ? 'from' : 'until'} ${inEnglish(a)}`) }, from: s.from + a.from, to: s.from + to }
}

/** A third of a month begins on its first day: 下旬 on the 21st. */
const firstDay = (d: FoundDate, year: number): string => {
  const { day, ...month } = d.readings[0]
  const first = d.third === undefined ? day : { early: 1, middle: 11, late: 21 }[d.third]
  return isoOf({ ...month, day: first }, year).slice(0, 10)
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const inEnglish = ({ readings: [r], third }: FoundDate): string => {
  const month = months[r.month - 1] ?? ''
  return third === undefined ? `${String(r.day)} ${month}` : `${{ early: 'early', middle: 'mid', late: 'late' }[third]}${third === 'middle' ? '-' : ' '}${month}`
}
