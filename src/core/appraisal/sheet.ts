/** 考核调研表: what is printed and signed of an appraisal. Of talks it tells with whom kind of person and when, never what was said: the sheet goes from hand to hand, and whoever spoke is kept out of it. */
import type { ResolvedDefinition } from '../campaign/definition'
import { sayDay, type CalendarDay } from '../kernel/instant'
import type { Fields } from '../nomination/form'
import { textOf } from '../nomination/form'
import type { RecordedStep } from '../rules/step-record'
import { standingsOf, type FactStanding } from './standings'
import { itemsOf, presenceNames, sourceNames, verdictNames, type AppraisalCase, type AppraisalOwner } from './record'

export interface AttendanceLine { readonly role: string; readonly name: string; readonly post: string; readonly how: string }
export interface AppraisalSheet {
  readonly title: string
  /** 人选、所在单位、推荐单位…, pairs of name and value. */
  readonly head: readonly (readonly [name: string, value: string])[]
  readonly visits: readonly (readonly string[])[]
  readonly symposia: readonly { readonly name: string; readonly head: readonly (readonly [name: string, value: string])[]; readonly attendance: readonly AttendanceLine[]; readonly minutes: readonly string[] }[]
  readonly talks: readonly (readonly string[])[]
  /** 46 项，属实 45 项…; empty where nothing is verified. */
  readonly verified: string
  readonly facts: readonly (readonly string[])[]
  readonly conclusion: readonly string[]
  /** Who seals. */
  readonly seal: string
}
interface Given { readonly definition: Pick<ResolvedDefinition, 'award' | 'year'>; readonly steps: readonly RecordedStep[]; readonly appraisal: AppraisalCase; readonly owner: AppraisalOwner; readonly fields: Fields; readonly candidate: string; readonly unit: string; /** The organisation whose office holds its own. */ readonly office: string }

const said = (day: CalendarDay): string => (day === '' ? '' : sayDay(day).zh)
const lines = (text: string): string[] => text.split(/\r\n|[\r\n]/u).map((t) => t.trim()).filter((t) => t !== '')

export const appraisalSheet = ({ definition: d, steps, appraisal, owner, fields, candidate, unit, office }: Given): AppraisalSheet => {
  const { items } = appraisal
  const standings = steps.flatMap((s) => standingsOf(appraisal.facts[s.id] ?? [], items, s.id))
  const held = owner === 'unit' ? unit : office
  return {
    title: `${d.award.zh.includes(String(d.year)) ? '' : `${d.year}年`}${d.award.zh}人选考核调研表`,
    head: [['人选', candidate], ['所在单位', textOf(fields, 'employer')], ['职务职称', [textOf(fields, 'post'), textOf(fields, 'title')].filter((x) => x !== '').join('、')], [owner === 'unit' ? '推荐单位' : '考核单位', held]],
    visits: itemsOf(items, 'visit').map(({ content: v }) => [said(v.day), v.where, v.who, v.purpose]),
    symposia: steps.filter((s) => s.record?.symposium !== undefined).map((s) => symposiumOf(s, appraisal)),
    talks: itemsOf(items, 'talk').map(({ content: t }, i) => [`谈话${i + 1}`, t.relation, said(t.day), t.by, t.presence === 'video' ? '视频' : '当面']),
    verified: standings.length === 0 ? '' : sayCounts(standings), facts: standings.map((s, i) => [String(i + 1), s.fact.label.zh, s.fact.value, ...found(s)]),
    conclusion: itemsOf(items, 'conclusion').flatMap((c) => lines(c.content.text)), seal: held,
  }
}

const symposiumOf = (step: RecordedStep, { items }: AppraisalCase): AppraisalSheet['symposia'][number] => {
  const s = itemsOf(items, 'symposium', step.id)[0]?.content
  const seats = itemsOf(items, 'seat', step.id)
  const line = (role: string, key: string): AttendanceLine => {
    const seat = seats.find((x) => x.key === key)?.content
    return { role, name: seat?.name ?? '', post: seat?.post ?? '', how: seat === undefined ? '' : seat.presence === 'none' ? `${presenceNames.none.zh}：${seat.reason}` : presenceNames[seat.presence].zh }
  }
  return {
    name: step.name.zh, head: [['日期', said(s?.day ?? '')], ['地点', s?.where ?? ''], ['主持', s?.host ?? ''], ['记录', s?.recorder ?? '']], minutes: lines(s?.minutes ?? ''),
    attendance: [...step.attendance.map((a) => line(a.name.zh, a.id)), ...seats.filter((x) => !step.attendance.some((a) => a.id === x.key)).map((x) => line('其他', x.key))],
  }
}

const found = ({ state, verdict }: FactStanding): string[] => {
  if (verdict === null || state === 'open' || state === 'changed') return [state === 'changed' ? '改过，待核' : '', '']
  return [verdictNames[verdict.verdict].zh, `${sourceNames[verdict.source].zh}：${verdict.from}${verdict.note === '' ? '' : `。${verdict.note}`}`]
}
const sayCounts = (all: readonly FactStanding[]): string => {
  const n = (state: string) => all.filter((s) => s.state === state).length
  const open = all.length - n('true') - n('differs') - n('unknown')
  return `共 ${all.length} 项：属实 ${n('true')} 项，有出入 ${n('differs')} 项，无法核实 ${n('unknown')} 项${open === 0 ? '' : `，待核 ${open} 项`}`
}
