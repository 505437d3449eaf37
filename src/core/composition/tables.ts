/** Every chart of the figures as a table: what a screen reader, a printer and a spreadsheet get. One place for the page and for the exports. */
import type { Words } from '../kernel/finding'
import { clockTime, dayOf, sayDay } from '../kernel/instant'
import { perNomination } from './burden-caused'
import { sayShare, type Dimension } from './compose'
import { sayLength, type Figures } from './figures'

export const parts = ['funnel', 'composition', 'proportions', 'arrivals', 'turnaround', 'burden', 'reasons'] as const
export type Part = (typeof parts)[number]

export interface Column { readonly name: Words; readonly numeric?: true; /** Characters, for a spreadsheet. */ readonly width: number }
export interface Sheet { readonly title: Words; readonly columns: readonly Column[]; readonly rows: readonly (readonly Words[])[] }

const both = (text: string | number): Words => ({ zh: String(text), en: String(text) })
const column = (zh: string, en: string, width: number): Column => ({ name: { zh, en }, width })
const number = (zh: string, en: string): Column => ({ ...column(zh, en, 10), numeric: true })

export const funnelSheet = ({ funnel }: Pick<Figures, 'funnel'>): Sheet => {
  const first = funnel.steps[0]?.count ?? 0
  return {
    title: { zh: '推进', en: 'Progress' }, columns: [column('环节', 'Step', 24), number('件数', 'Nominations'), number('占已开始', 'Of those begun'), number('占上一步', 'Of the step before')],
    rows: [
      ...funnel.steps.flatMap((s, i) => [[s.name, both(s.count), both(sayShare(s.count, first)), both(i === 0 ? '—' : sayShare(s.count, funnel.steps[i - 1]!.count))], ...s.lost.map((l) => [l.name, both(l.count), both(sayShare(l.count, first)), both(sayShare(l.count, s.count))])]),
      ...([[{ zh: '退回次数', en: 'Returns' }, funnel.loops.returns], [{ zh: '退回过的件数', en: 'Nominations returned' }, funnel.loops.nominations], [{ zh: '补正后再报次数', en: 'Submitted again' }, funnel.loops.cameBack], [{ zh: '还在单位补正', en: 'Still with the unit' }, funnel.loops.open]] as const).map(([name, n]) => [name, both(n), both('—'), both('—')]),
    ],
  }
}

/** One dimension: a row for each class, a pair of columns for each stage: how many, and of how many. */
export const dimensionSheet = ({ stages }: Pick<Figures, 'stages'>, d: Dimension): Sheet => ({
  title: d.name,
  columns: [{ ...column('', '', 20), name: d.name }, ...d.at.flatMap((a): Column[] => {
    const name = stages.find((s) => s.id === a.stage)?.name ?? both(a.stage)
    return [{ name, width: 12, numeric: true }, { name: { zh: `占 ${a.whole} 件`, en: `of ${a.whole}` }, width: 10, numeric: true }]
  })],
  rows: d.classes.map((c, i) => [c.name, ...d.at.flatMap((a) => [both(a.counts[i]!), both(sayShare(a.counts[i]!, a.whole))])]),
})

/** All dimensions below each other, for a spreadsheet. */
export const compositionSheet = (f: Pick<Figures, 'stages' | 'dimensions'>): Sheet => ({
  title: { zh: '构成', en: 'Composition' }, columns: [column('项目', 'What', 14), column('环节', 'Stage', 24), column('类', 'Class', 24), number('件数', 'Nominations'), number('总数', 'Of'), number('比例', 'Share')],
  rows: f.dimensions.flatMap((d) => d.at.flatMap((a) => d.classes.map((c, i) => [d.name, f.stages.find((s) => s.id === a.stage)?.name ?? both(a.stage), c.name, both(a.counts[i]!), both(a.whole), both(sayShare(a.counts[i]!, a.whole))]))),
})

export const proportionsSheet = ({ marks, stages }: Pick<Figures, 'marks' | 'stages'>): Sheet => ({
  title: { zh: '比例', en: 'Shares asked' }, columns: [column('规定', 'Rule', 40), column('条款', 'Clause', 16), column('环节', 'Stage', 24), number('人数', 'People'), number('总数', 'Of'), number('比例', 'Share'), column('对照', 'Beside the rule', 40)],
  rows: marks.flatMap((m) => m.at.map((a) => [m.says, both(m.clause.number ?? '—'), stages.find((s) => s.id === a.stage)?.name ?? both(a.stage), both(a.n), both(a.size), both(sayShare(a.n, a.size)), a.sentence])),
})

export const arrivalsSheet = ({ arrivals }: Pick<Figures, 'arrivals'>): Sheet => ({
  title: { zh: '报送时间', en: 'When they came' }, columns: [column('时间', 'When', 24), number('件数', 'Nominations'), number('占首次报送', 'Of all')],
  rows: arrivals === null ? [] : [
    ...arrivals.days.map((d) => [sayDay(d.day), both(d.n), both(sayShare(d.n, arrivals.all))]),
    ...arrivals.lastDay.map((h) => [{ zh: `截止日 ${h.hour}—${h.hour + 1} 时`, en: `Last day, ${h.hour}–${h.hour + 1} h` }, both(h.n), both(sayShare(h.n, arrivals.all))]),
    ...([[{ zh: '最后 24 小时', en: 'Last 24 hours' }, arrivals.inLastDay], [{ zh: '最后 1 小时', en: 'Last hour' }, arrivals.inLastHour], [{ zh: '截止之后', en: 'After the end' }, arrivals.afterEnd]] as const).map(([name, n]) => [name, both(n), both(sayShare(n, arrivals.all))]),
  ],
})

export const turnaroundSheet = ({ turnaround: t }: Pick<Figures, 'turnaround'>): Sheet => {
  const row = (name: Words, s: Figures['turnaround']['desk']) => [name, both(s?.n ?? 0), s === null ? both('—') : sayLength(s.median), s === null ? both('—') : sayLength(s.p90), s === null ? both('—') : sayLength(s.most)]
  return {
    title: { zh: '办理用时', en: 'Turnaround' }, columns: [column('', '', 30), number('次数', 'Times'), number('中位', 'Median'), number('九成不超过', 'Nine in ten within'), number('最长', 'Longest')],
    rows: [
      row({ zh: '报送到审查结论', en: 'From submission to the decision' }, t.desk), row({ zh: '退回到再次报送', en: 'From a return to the next submission' }, t.mended),
      [t.oldestSince === null ? { zh: '现在待审', en: 'Waiting now' } : { zh: `现在待审，最早 ${sayDay(dayOf(t.oldestSince)).zh} ${clockTime(t.oldestSince)}`, en: `Waiting now, the oldest since ${sayDay(dayOf(t.oldestSince)).en}, ${clockTime(t.oldestSince)}` }, both(t.waiting), both('—'), both('—'), both('—')],
    ],
  }
}

export const burdenSheet = ({ burden: b }: Pick<Figures, 'burden'>): Sheet => {
  const line = (zh: string, en: string, value: Words | string | number, of: string | number = '—'): Words[] => [{ zh, en }, typeof value === 'object' ? value : both(value), both(of)]
  return {
    title: { zh: '实际造成的负担', en: 'Burden caused' }, columns: [column('', '', 36), number('数', 'Figure'), number('按多少件', 'Over')],
    rows: [
      line('每件在页面上用时，中位', 'Time on the pages, median', b.spread === null ? '—' : sayLength(b.spread.median), b.spread?.n ?? 0), line('九成不超过', 'Nine in ten within', b.spread === null ? '—' : sayLength(b.spread.p90), b.spread?.n ?? 0), line('合计', 'Together', sayLength(b.totalMinutes), b.sent),
      line('发布前的估计：页面上', 'Estimated before issuing: on the pages', sayLength(b.estimated.onPages)), line('发布前的估计：连同盖章、程序等', 'Estimated before issuing: with seals, procedure …', sayLength(b.estimated.whole)),
      ...b.bars.map((bar) => line(bar.to === null ? `用时 ${bar.from} 分及以上` : `用时 ${bar.from}—${bar.to} 分`, bar.to === null ? `${bar.from} min and more` : `${bar.from}–${bar.to} min`, bar.n, b.sent)),
      line('退回，次/件', 'Returns for each', perNomination(b.returns, b.sent), b.sent), line('栏目，每件', 'Fields asked, each', perNomination(b.asked, b.counted), b.counted), line('其中由档案带入、没有改，每件', 'of which known and left as they were', perNomination(b.known, b.counted), b.counted),
      line('带入后又改，每件', 'known and typed again', perNomination(b.changed, b.counted), b.counted), line('手填，每件', 'typed', perNomination(b.typed, b.counted), b.counted), line('文件核验不过，份', 'Files refused', b.filesRefused, b.sent), line('文件换下或删去，份', 'Files replaced or taken out', b.filesReplaced, b.sent),
    ],
  }
}

export const reasonsSheet = ({ reasons: r }: Pick<Figures, 'reasons'>): Sheet => ({
  title: { zh: '为什么退回', en: 'Why things come back' }, columns: [column('问题', 'What', 30), column('材料或栏目', 'Material or field', 24), column('条款', 'Clause', 24), number('处数', 'Points'), number('占全部', 'Of all'), column('通知可以怎样改', 'What the notice could mend', 50)],
  rows: [...r.reasons.map((x) => [x.what, x.where ?? both('—'), both(x.clause === '' ? '—' : x.clause), both(x.n), both(sayShare(x.n, r.points)), x.hint ?? both('—')]), ...(r.rest === 0 ? [] : [[{ zh: '其余', en: 'The rest' }, both('—'), both('—'), both(r.rest), both(sayShare(r.rest, r.points)), both('—')]])],
})

export const sheetOf: Readonly<Record<Part, (f: Figures) => Sheet>> = { funnel: funnelSheet, composition: compositionSheet, proportions: proportionsSheet, arrivals: arrivalsSheet, turnaround: turnaroundSheet, burden: burdenSheet, reasons: reasonsSheet }
