/** 一、活动过程. */
import { endOfDay, dayOf, sayDay, startOfDay, type Instant } from '../../kernel/instant'
import type { Words } from '../../kernel/finding'
import type { ReportFacts } from './facts'
import { plain, type Draft, type Figure } from './report'

interface Event { readonly name: Words; readonly from: Instant; /** Absent: one day; null: it goes on. */ readonly to?: Instant | null; readonly note: Words }
const none = plain('')
const on = (at: Instant): Words => sayDay(dayOf(at))
export const levelName = (depth: number): Words => (depth === 1 ? { zh: '下一级', en: 'the level below' } : { zh: `下 ${depth} 级`, en: `${depth} levels below` })

const eventsOf = (f: ReportFacts): Event[] => [
  ...(f.upper?.openedAt == null ? [] : [{ name: { zh: '上级印发通知', en: 'Notice from above' }, from: f.upper.openedAt, note: plain(f.upper.organisation) }]),
  ...(f.openedAt === null ? [] : [{ name: { zh: '印发通知', en: 'Notice issued' }, from: f.openedAt, note: { zh: `《${f.notice.title}》${f.notice.number ?? ''}`, en: `${f.notice.title} ${f.notice.number ?? ''}`.trim() } }]),
  ...f.below.map((l) => ({ name: { zh: `${levelName(l.depth).zh}转发`, en: `Forwarded, ${levelName(l.depth).en}` }, from: l.first, to: l.last, note: { zh: `转发 ${l.campaigns} 次，面向 ${l.units} 个单位`, en: `${l.campaigns} forwarded, addressed to ${l.units} units` } })),
  ...f.amendments.map((at) => ({ name: { zh: '修订通知', en: 'Notice amended' }, from: at, note: none })),
  ...(f.openedAt === null || f.end === null ? [] : [{ name: { zh: '推荐报送', en: 'Nominations' }, from: f.openedAt, to: f.end - 1, note: f.extensions.length === 0 ? none : { zh: `延期 ${f.extensions.length} 次`, en: `extended ${f.extensions.length} time(s)` } }]),
  ...(f.screenings.first === null ? [] : [{ name: { zh: '形式审查', en: 'Screening' }, from: f.screenings.first, to: f.screenings.last, note: none }]),
  ...f.rounds.map((r) => ({ name: r.name, from: r.openedAt, to: r.closedAt, note: r.closedAt === null ? { zh: '正在进行', en: 'under way' } : none })),
  ...(f.publicNotice === null ? [] : [{ name: { zh: '公示', en: 'Public notice' }, from: f.publicNotice.startsAt, to: f.publicNotice.endsAt - 1, note: { zh: `${f.publicNotice.days} 天`, en: `${f.publicNotice.days} days` } }]),
  ...(f.honours.first === null ? [] : [{ name: { zh: '授予荣誉', en: 'Honours given' }, from: f.honours.first, note: none }]),
  ...(f.stories.first === null || f.stories.last === null ? [] : [{ name: { zh: '人物故事发布', en: 'Stories published' }, from: f.stories.first, to: f.stories.last, note: none }]),
  ...(f.activities.first === null || f.activities.last === null ? [] : [{ name: { zh: '学习宣传活动', en: 'Learning activities' }, from: startOfDay(f.activities.first), to: endOfDay(f.activities.last) - 1, note: none }]),
]

export const timeline = (f: ReportFacts): Draft => {
  const events = eventsOf(f)
  const figure = (key: string, zh: string, en: string, value: number, from: Words): Figure => ({ key, name: { zh, en }, value, from })
  const when = (e: Event): Words => {
    const [from, to] = [on(e.from), e.to === undefined ? null : e.to]
    if (to === null) return e.to === null ? { zh: `${from.zh}起`, en: `since ${from.en}` } : from
    return dayOf(to) === dayOf(e.from) ? from : { zh: `${from.zh}至${on(to).zh}`, en: `${from.en} to ${on(to).en}` }
  }
  const levels = f.below.reduce((n, l) => n + l.campaigns, 0)
  return {
    id: 'timeline', title: { zh: '活动过程', en: 'Course of the campaign' },
    figures: [
      figure('extensions', '延长报送期限', 'Extensions of the term', f.extensions.length, { zh: '两人确认的延期', en: 'extensions confirmed by two persons' }), figure('amendments', '修订通知', 'Amendments of the notice', f.amendments.length, { zh: '通知的版本', en: 'versions of the notice' }),
      figure('forwarded', '下级转发', 'Forwarded below', levels, { zh: '各级已发布的转发', en: 'forwarded campaigns that were issued' }), figure('levels', '转发层级', 'Levels below', f.below.length, { zh: '各级已发布的转发', en: 'forwarded campaigns that were issued' }),
    ],
    says: [
      f.openedAt === null ? { zh: '通知还没有发布。', en: 'The notice has not been issued.' } : { zh: `${on(f.openedAt).zh}，${f.organisation}印发《${f.notice.title}》，组织开展${f.campaign.zh}。`, en: `On ${on(f.openedAt).en}, ${f.organisation} issued “${f.notice.title}” and opened ${f.campaign.en}.` },
      f.below.length === 0 ? { zh: '通知没有由下级转发。', en: 'No level below forwarded the notice.' } : { zh: '通知经 {levels} 级转发 {forwarded} 次。', en: 'It was forwarded {forwarded} time(s) over {levels} level(s).' },
      f.end === null ? null : f.extensions.length === 0 ? { zh: `推荐报送于${on(f.end - 1).zh}截止，没有延期。`, en: `Nominations ended on ${on(f.end - 1).en}; the term was not extended.` } : { zh: `推荐报送延期 {extensions} 次，于${on(f.end - 1).zh}截止。`, en: `The term was extended {extensions} time(s); nominations ended on ${on(f.end - 1).en}.` },
      f.amendments.length === 0 ? null : { zh: '其间修订通知 {amendments} 次。', en: 'The notice was amended {amendments} time(s).' },
    ],
    tables: [events.length === 0 ? null : {
      id: 'timeline', title: { zh: '时间安排', en: 'Timeline' }, columns: [{ name: { zh: '环节', en: 'Step' }, numeric: false, width: 30 }, { name: { zh: '时间', en: 'When' }, numeric: false, width: 40 }, { name: { zh: '说明', en: 'Note' }, numeric: false, width: 40 }],
      rows: events.map((e) => [e.name, when(e), e.note]), from: { zh: '发布、延期、评审、公示、授予各环节的记录', en: 'records of issuing, extensions, jury, public notice and honours' }, note: null,
      chart: { kind: 'spans', until: f.figures.at, rows: events.map((e) => ({ name: e.name, from: e.from, to: e.to === undefined ? e.from : e.to })) },
    }],
  }
}
