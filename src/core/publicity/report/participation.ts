/** 二、参与情况. By region, type and level; no unit is named, and none is ranked. */
import type { Words } from '../../kernel/finding'
import { typeName } from '../../organisations/type-names'
import type { ReportFacts, UnitsAlike } from './facts'
import { plain, type Draft, type Figure, type ReportTable } from './report'
import { levelName } from './timeline'

export const sum = <T>(all: readonly T[], of: (t: T) => number): number => all.reduce((n, t) => n + of(t), 0)
const parts = ['units', 'opened', 'acknowledged', 'begun', 'sent'] as const
const partNames: Readonly<Record<(typeof parts)[number], Words>> = { units: { zh: '面向单位', en: 'Units addressed' }, opened: { zh: '打开通知', en: 'Opened it' }, acknowledged: { zh: '确认阅知', en: 'Acknowledged' }, begun: { zh: '开始填报', en: 'Began' }, sent: { zh: '报送', en: 'Nominated' } }
const column = (name: Words, width = 14, numeric = true) => ({ name, width, numeric })
const fromUnits: Words = { zh: '单位名册、阅知和报送的记录', en: 'register of units, records of opening and submitting' }

const by = (all: readonly UnitsAlike[], id: string, title: Words, head: Words, keyOf: (u: UnitsAlike) => string, nameOf: (key: string) => Words): ReportTable | null => {
  const keys = [...new Set(all.map(keyOf))]
  if (keys.length === 0) return null
  const rows = keys.map((key) => { const own = all.filter((u) => keyOf(u) === key); return { name: nameOf(key), counts: parts.map((p) => sum(own, (u) => u[p])) } })
  const total = parts.map((p) => sum(all, (u) => u[p]))
  return {
    id, title, columns: [column(head, 26, false), ...parts.map((p) => column(partNames[p]))], rows: [...rows.map((r) => [r.name, ...r.counts]), [{ zh: '合计', en: 'Together' }, ...total]], from: fromUnits, note: null,
    chart: { kind: 'bars', rows: rows.map((r) => ({ name: r.name, n: r.counts.at(-1)!, of: r.counts[0]! })) },
  }
}

export const participation = (f: ReportFacts): Draft => {
  const count = (p: keyof Omit<UnitsAlike, 'region' | 'type'>): number => sum(f.units, (u) => u[p])
  const figure = (key: string, name: Words, value: number, from: Words = fromUnits): Figure => ({ key, name, value, from })
  const step = (id: string): number => f.figures.funnel.steps.find((s) => s.id === id)?.count ?? 0
  const forms: Words = { zh: '推荐件的状态', en: 'states of nominations' }
  const alone: Words = { zh: '直属', en: 'Directly below' }
  return {
    id: 'participation', title: { zh: '参与情况', en: 'Participation' },
    figures: [
      figure('units', partNames.units, count('units')), figure('units.opened', partNames.opened, count('opened')), figure('units.acknowledged', partNames.acknowledged, count('acknowledged')), figure('units.forwarded', { zh: '转发的单位', en: 'Units that forwarded' }, count('forwarded')),
      figure('units.sent', { zh: '报送的单位', en: 'Units that nominated' }, count('sent')), figure('nominations.begun', { zh: '开始填报的推荐件', en: 'Nominations begun' }, step('begun'), forms), figure('nominations.sent', { zh: '报送过的推荐件', en: 'Nominations submitted' }, step('sent'), forms), figure('leads', { zh: '典型线索', en: 'Leads' }, f.leads, { zh: '典型线索的登记', en: 'register of leads' }),
    ],
    says: [
      count('units') === 0 ? { zh: '通知没有面向任何单位。', en: 'The notice is addressed to no unit.' } : { zh: '通知面向 {units} 个单位，{units.opened} 个打开，{units.acknowledged} 个确认阅知，{units.sent} 个报送了推荐人选。', en: 'It was addressed to {units} units; {units.opened} opened it, {units.acknowledged} acknowledged it, {units.sent} nominated.' },
      step('begun') === 0 ? { zh: '还没有单位开始填报。', en: 'No nomination has been begun.' } : { zh: '各单位开始填报 {nominations.begun} 件，报送 {nominations.sent} 件。', en: '{nominations.begun} nominations were begun and {nominations.sent} submitted.' },
      f.leads === 0 ? null : { zh: '收到典型线索 {leads} 条。', en: '{leads} leads were reported.' },
    ],
    tables: [
      by(f.units, 'byRegion', { zh: '分地区、系统', en: 'By region or system' }, { zh: '地区、系统', en: 'Region or system' }, (u) => u.region, (key) => (key === '' ? alone : plain(key))),
      by(f.units, 'byType', { zh: '分单位类型', en: 'By type of unit' }, { zh: '单位类型', en: 'Type' }, (u) => u.type, typeName),
      f.below.length === 0 ? null : {
        id: 'byLevel', title: { zh: '分层级', en: 'By level' }, columns: [column({ zh: '层级', en: 'Level' }, 26, false), column({ zh: '转发', en: 'Forwarded' }), column(partNames.units), column({ zh: '报送件数', en: 'Nominations' })],
        rows: [[{ zh: '本级', en: 'This level' }, plain('—'), count('units'), step('sent')], ...f.below.map((l) => [levelName(l.depth), l.campaigns, l.units, l.sent])], from: { zh: '各级已发布的活动', en: 'campaigns issued at each level' }, note: { zh: '一个单位在几级活动里的，各级分别计入。', en: 'A unit of several levels is counted at each.' },
        chart: { kind: 'bars', rows: [{ name: { zh: '本级', en: 'This level' }, n: step('sent') }, ...f.below.map((l) => ({ name: levelName(l.depth), n: l.sent }))] },
      },
    ],
  }
}
