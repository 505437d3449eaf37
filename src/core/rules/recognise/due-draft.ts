/** Dated facts → the deadline of submission and what else is due: the first day on which nominations go in closes them; paper, inner steps and reports are due beside it. */
import { numberOf, numberPattern } from '../../text/numerals'
import { recogniseDeadlines, type DeadlineFact } from './deadline'
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import { asWritten } from './named'
import { sentenceAt, trimWords, type Doubt, type Found, type Page } from './page'

/** Beginnings, ends of other things, and what an office itself plans: stages, not duties of a unit. */
const planned = /开始$|^(?:公示|投票|网络投票|异议|公告期|答辩|评审|动员)|揭晓|公布|发布|命名|表彰|颁奖|召开|举行|举办|评选截止|\([^()]*(?:至|到|-)[^()]*\)$/u
/** Not what a nomination's electronic submission closes with. */
const beside = /纸质|原件|总结|反馈|回执|报名表|征求意见|公示|初评|复评|终评|评审|统计表|开展情况|完成|形成|确定/u

interface Dated { readonly fact: Found<DeadlineFact>; readonly day: string; readonly time: string | null; /** 纸质材料:5月14日前: named before a colon, and nothing that closes submission. */ readonly labelled: boolean }

const itemNumber = '(?:\\([一二三四五六七八九十\\d]+\\)|[一二三四五六七八九十]+、|\\d+[.、])? ?'
const label = new RegExp(`^${itemNumber}([^,。;:]{2,30}):$`, 'u')
/** What stands before the colon of 回执:5月22日前, where it is due beside the nomination. */
const labelOf = (page: Page, at: number): string | undefined => {
  const before = page.prepared.text.slice(sentenceAt(page, at).from, at)
  const said = label.exec(before)?.[1]
  return said !== undefined && beside.test(said) && !/时间|期限|截止|日期/u.test(said) ? said : undefined
}
/** The time of a report that goes in with the nomination is said of the report. */
const reported = (page: Page, at: number): boolean => /随推荐材料[^,。;]{0,4}$/u.test(page.prepared.text.slice(Math.max(0, at - 12), at))

const dated = (page: Page): Dated[] => recogniseDeadlines(page).filter((f) => !planned.test(f.value.what) && !reported(page, f.parts?.['date']?.from ?? f.from)).map((f) => {
  const own = labelOf(page, f.parts?.['date']?.from ?? f.from)
  return { fact: own === undefined ? f : { ...f, value: { ...f.value, what: own } }, day: f.value.date.slice(0, 10), time: f.value.date.slice(11) || null, labelled: own !== undefined }
})

/** The one that closes submission: said to be electronic, else the first that is a submission at all. */
const closing = (all: readonly Dated[]): Dated | undefined => {
  const own = all.filter(({ fact }) => !beside.test(fact.value.what))
  return own.find(({ fact }) => /电子/u.test(fact.value.what)) ?? own[0] ?? (all.length === 1 && all[0]?.labelled !== true && !/总结|反馈|完成|初评|报名表|回执/u.test(all[0]?.fact.value.what ?? '') ? all[0] : undefined)
}

/** A doubt of the date becomes one of the parameter it is about; its readings are values of that parameter. */
const doubtsOf = (f: Found<DeadlineFact>): Doubt[] => (f.doubts ?? []).map((d) => {
  if (d.readings.some((r) => r.endsWith('T00:00'))) return { ...d, at: 'dayIncluded', readings: ['true', 'false'] }
  if (d.readings.every((r) => /T\d\d:\d\d$/.test(r))) return { ...d, at: 'time', readings: d.readings.map((r) => r.slice(11)) }
  return { ...d, at: 'day' }
})
const hasYear = (day: string): boolean => /^\d{4}-/.test(day)
/** A clock time, 止 and 截止 include the day; 前 alone leaves it open. */
const included = (f: Found<DeadlineFact>): { dayIncluded?: boolean } => (doubtsOf(f).some((d) => d.at === 'dayIncluded') ? {} : { dayIncluded: true })
const found = <T>(f: Found<DeadlineFact>, value: T): Found<T> => {
  const doubts = doubtsOf(f)
  return { value, from: f.parts?.['date']?.from ?? f.from, to: f.parts?.['date']?.to ?? f.to, ...(doubts.length > 0 ? { doubts } : {}) }
}

export const recogniseDeadlineRules = (page: Page): Found<RuleDraft<'deadline'>>[] => {
  const end = closing(dated(page))
  return end === undefined ? [] : [found(end.fact, { kind: 'deadline', id: 'deadline', ...(hasYear(end.day) ? { day: end.day } : {}), time: end.time, ...included(end.fact) })]
}

const thirdOf = (words: string) => (/上旬/u.test(words) ? 'early' as const : /中旬/u.test(words) ? 'middle' as const : /下旬/u.test(words) ? 'late' as const : /月[底末]/u.test(words) ? 'monthEnd' as const : undefined)

export const recogniseDueDates = (page: Page): Found<RuleDraft<'dueDate'>>[] => {
  const all = dated(page)
  const end = closing(all)
  return [...all.filter((d) => d !== end).map((d) => dueOf(page, d)), ...countedBack(page)].sort((a, b) => a.from - b.from)
}

/** ,报校科协 behind the date. */
const taker = /^ ?(?:之?前|止)?,(?:报|送|交)(?:送|至|到|给)*([一-鿿]{2,20})(?=[,。;]|$)/u
const dueOf = (page: Page, { fact, day, time, labelled }: Dated): Found<RuleDraft<'dueDate'>> => {
  const at = fact.parts?.['date'] ?? fact
  const third = thirdOf(page.prepared.text.slice(at.from, at.to))
  const work = /^ ?下班/u.test(page.prepared.text.slice(at.to, at.to + 4))
  const within = page.prepared.text.slice(at.from, at.to).includes('下班')
  const to = labelled ? taker.exec(page.prepared.text.slice(at.to, at.to + 40))?.[1] : undefined
  const own = found(fact, { kind: 'dueDate' as const, what: asWritten(fact.value.what), ...(to === undefined ? {} : { to: asWritten(to) }), ...(hasYear(day) ? { day } : {}), ...(within && time !== null ? { time: null, endOfWork: time } : { time }), ...(third === undefined ? {} : { third }), ...(work ? { dayIncluded: true } : included(fact)) })
  // The office sets its closing hour; that the day counts is what 下班前 says.
  return work ? { ...own, doubts: (own.doubts ?? []).filter((d) => d.at !== 'dayIncluded').map((d) => (d.at === 'time' ? { ...d, at: 'endOfWork' } : d)) } : own
}

const back = new RegExp(`(?:报送|截止|上报|申报|推荐)(?:时间|日期|截止|之日|期限)*(?:之)?前 ?(${numberPattern}) ?(?:个)?(工作日|天|日)(?:之?前)?,?(?:应|须|需|要|将|请)*(?:完成|结束|做好|开展|报送)?([^,。;]{2,16})`, 'u')
const backFrom = new RegExp(`^${itemNumber}([^,。;:]{2,30}):(?:(与)(?:报送|申报|推荐|上报)?截止同时|(?:报送|申报|推荐|上报)?截止(?:时间|日期)?前 ?(${numberPattern}) ?个?(工作日|天|日)(?:\\((不?含)当[日天]\\))?)(?:,(?:报|送|交)(?:送|至|到|给)*([一-鿿]{2,20}))?[。;]?$`, 'u')
/** 内部公示:报送截止前5个工作日(含当日); 纸质材料:与报送截止同时,报校科协. */
const namedBack = (s: Sentence): Found<RuleDraft<'dueDate'>> | undefined => {
  const m = backFrom.exec(s.text)
  const count = m?.[2] === undefined ? numberOf(m?.[3] ?? '') : 0
  if (m === null || count === undefined) return undefined
  return { value: { kind: 'dueDate', ...(/纸质/u.test(m[1] ?? '') ? { id: 'due-paper' } : {}), what: asWritten(trimWords(m[1] ?? '')), ...(m[6] === undefined ? {} : { to: asWritten(m[6]) }), day: null, before: { count, days: m[4] === '工作日' ? 'working' : 'calendar' }, ...(count === 0 ? { dayIncluded: true } : m[5] === undefined ? {} : { dayIncluded: m[5] === '含' }) }, from: s.from, to: s.to }
}
/** 报送截止前5个工作日完成内部公示. */
const countedBack = (page: Page): Found<RuleDraft<'dueDate'>>[] => page.sentences.flatMap((s): Found<RuleDraft<'dueDate'>>[] => {
  const named = namedBack(s)
  if (named !== undefined) return [named]
  const m = back.exec(s.text)
  const count = m === null ? undefined : numberOf(m[1] ?? '')
  if (m === null || count === undefined || count < 1) return []
  const span = { from: s.from + m.index, to: s.from + m.index + m[0].length }
  return [{ value: { kind: 'dueDate', what: asWritten(trimWords(m[3] ?? '')), day: null, before: { count, days: m[2] === '工作日' ? 'working' : 'calendar' } }, ...span,
    doubts: [{ at: 'dayIncluded', what: { zh: `截止前${String(count)}${m[2] === '工作日' ? '个工作日' : '天'}的当日是否计入？`, en: 'Does that day itself still count?' }, readings: ['true', 'false'] }] }]
})
