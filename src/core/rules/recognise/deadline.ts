/** Dates with a role: what is due, who opens or closes. A date of signing, of a text above or of an event told is none. */
import { datesOf, isoOf, monthsOf, type DayReading, type FoundDate } from '../../text/dates'
import { headingNumber, type Sentence } from '../../text/sentences'
import { openVerbs, sends } from './action-words'
import { labelOf, labelSays } from './deadline-label'
import { aroundOf, betweenWhat, campaignVerb, dueWhat, ofDeeds, monthsWhat, plannedWhat, systemIn } from './deadline-what'
import { trimWords, type Doubt, type Found, type Page } from './page'
import { whensOf } from './time-phrase'

export interface DeadlineFact { what: string; date: string }

/** 请于6月20日报送: a day to do something on, without 前. */
const onDay = /(?:请|须|应|需|务必|必须|统一|集中)[^,。;\d]{0,14}[于在] ?$/u
/** Told of a day: births, offices, what another text was, what comes after it. */
const noTime = /^ ?(?:\(?含?\)?)?(?:及|或)?(?:以后|之后|后|出生|\(含\))|^ ?[)]?(?:印发|制定|修订|发布的|下发|通过|公布的)/u
const ofPersons = /^ ?(?:出生|参加工作|取得|毕业)/u
/** 截至1月1日,从事科技工作满2年: the day on which years are counted. */
const counted = /^,?[^,。;]{0,16}?(?:满|不超过|未满|不满) ?\d{1,2} ?(?:年|周?岁)/u

/** The year for a date without one: the signing year, or the next where the month lies far behind it. */
function yearOf(page: Page, date: FoundDate, told: number | undefined): { year?: number; doubt?: Doubt } {
  const day = date.readings[0]
  if (day.year !== undefined) return {}
  if (told !== undefined) return { year: told }
  if (page.year === undefined) return {}
  const { value, month, from } = page.year
  const next = month !== undefined && day.month < month - 6
  const year = next ? value + 1 : value
  if (!next && from !== 'title') return { year }
  return { year, doubt: { at: 'date', what: { zh: `${String(day.month)}月${String(day.day)}日没有写年份，是哪一年？`, en: `No year is written for ${String(day.month)}-${String(day.day)}: which year?` }, readings: [isoOf(day, year), isoOf(day, next ? value : value + 1)] } }
}

/** 正式党员（截至5月30日）: the day on which a standing is taken, not one by which something is due. */
const standing = /(?:党员|会员|职工|教师|学生|人员|人数|在册|在岗)\($/u
/** 五、截止时间 with nothing but the day below it. */
const dueHeading = /^([一-鿿]{0,8}?)(?:的)?(?:截止|截稿|报送|提交|申报|报名|上报|递交|推选)(?:时间|日期|期限|时限)$/u
const dayAlone = /^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.] ?)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)(?:\([^()]{1,6}\))?(?:[上下]午)?(?:\d{1,2}(?::\d\d|[时点]))?(?:[-至到](?:\d{1,2}月)?\d{1,2}日)?(?:之?前|止|起)?(?:\([^()]{2,30}\))?[。;]?$/u

interface Dated { readonly date: FoundDate; readonly what: string; readonly inclusiveDoubt: boolean; readonly afterwards: string }

/** 5月20日前、6月8日前两个批次: the noun after the list says what all of its days are. */
const nodes = /^ ?(?:以前|之前|前|止)?[^\d,;。]{0,4}(?:[两二三四五六七八九\d]个?|等)(时间节点|节点|批次?|时间点|阶段)/u
function nodesIn(sentence: Sentence, all: readonly FoundDate[]): { noun: string; said: readonly string[] } | undefined {
  const last = all.at(-1), noun = last === undefined || all.length < 2 ? undefined : nodes.exec(sentence.text.slice(last.to))?.[1]
  if (noun === undefined || !all.every((d, i) => i === 0 || /^ ?(?:以前|之前|前|止)?(?:、|和|及|与|,)$/u.test(sentence.text.slice(all[i - 1]?.to ?? 0, d.from)))) return undefined
  return { noun: noun.replace(/^时间/u, ''), said: all.map((d) => `${sentence.text.slice(d.from, d.to).replace(/^\d{4}年/u, '')}${/^ ?(以前|之前|前|止)/u.exec(sentence.text.slice(d.to))?.[1] ?? ''}`) }
}

const open = new RegExp(openVerbs, 'u')
/** The dates of one sentence that have a role. */
function roles(page: Page, sentence: Sentence, last: DayReading | undefined): Dated[] {
  const { text } = sentence, all = datesOf(text, page.year === undefined ? undefined : { ...page.year, ...(last === undefined ? {} : { last }) }).filter((d) => !page.notDeadlines.some((n) => sentence.from + d.from >= n.from && sentence.from + d.to <= n.to))
  const listed = nodesIn(sentence, all)
  if (listed !== undefined) return all.map((date, i) => ({ date, what: `${listed.noun}(${listed.said[i] ?? ''})`, inclusiveDoubt: false, afterwards: '' }))
  const out: Dated[] = [], put = (date: FoundDate, what: string | undefined): void => { if (what !== undefined && what.length >= 2) out.push({ date, what, inclusiveDoubt: false, afterwards: '' }) }
  for (const months of monthsOf(text)) if (!all.some((d) => d.from < months.to && d.to > months.from)) put(months, monthsWhat(page, aroundOf(sentence, { from: months.from, to: months.to, date: months, mark: 'between', label: false, after: '' }, undefined, undefined)))
  const whens = whensOf(text, all)
  whens.forEach((when, i) => {
    const around = aroundOf(sentence, when, whens[i - 1], whens[i + 1]), after = text.slice(when.to), { date } = when, label = labelOf(text, when)
    // its own label says it, unless what follows says more exactly what is handed in
    const said = label === undefined || sends.test(around.after[0] ?? '') || open.test(label.name) ? undefined : labelSays(label, when, around.stretch, around.after.length > 0)
    // from 1984 to 2010 people were born, and things done
    if (when.mark === 'between' && (ofDeeds.test(after) || (page.year?.from === 'signature' && (date.readings[0].year ?? page.year.value) < page.year.value))) return
    if (when.mark === 'between' && said !== undefined) { put(date, said); return }
    if (when.mark === 'between') { for (const [one, what] of betweenWhat(page, sentence, around, when)) put(one, what); return }
    if (when.mark === 'from' && said === undefined) { const system = /开放|开通|开启/u.test(when.after) ? systemIn(around.before) : undefined; if (system !== undefined && !isPast(page, date)) put(date, `${system}开放`); return }
    const heading = trimWords(sentence.under.at(-1) ?? '')
    if (when.mark === 'on' && dayAlone.test(text) && dueHeading.test(heading)) { out.push({ date, what: `${heading.startsWith('截') ? campaignVerb(page) : heading.replace(/(?:截止|截稿)?(?:时间|日期|期限|时限)$/u, '')}截止`, inclusiveDoubt: false, afterwards: '' }); return }
    if (when.mark !== 'from' && noTime.test(text.slice(date.to))) return
    const dayToSend = when.mark === 'on' && onDay.test(text.slice(0, date.from)) && sends.test(around.after[0] ?? '')
    if (when.mark === 'until' || dayToSend) {
      // what was to be done in a year gone by is a condition
      if (page.year?.from === 'signature' && (date.readings[0].year ?? page.year.value) < page.year.value) return
      if (standing.test(text.slice(0, when.from)) && text.slice(when.to).startsWith(')')) return
      if (/(?:年龄|工龄|年限|任期|计算|统计|出生)[^,。;]{0,8}$/u.test(text.slice(0, when.from)) || ofPersons.test(after) || (when.after === '' && counted.test(after))) return
      out.push({ date, what: said ?? dueWhat(page, around, when), inclusiveDoubt: when.after.endsWith('前') && date.inclusive !== true && date.readings[0].clock === undefined, afterwards: when.after })
      return
    }
    if (!isPast(page, date)) put(date, said ?? plannedWhat(around, when))
  })
  return out
}

/** A day before the signature is told, not planned. */
const isPast = (page: Page, date: FoundDate): boolean => {
  const { year, month, day } = date.readings[0], signed = page.year
  if (signed === undefined || signed.from === 'title' || signed.from === 'number') return false
  const own = year ?? signed.value
  return own < signed.value || (own === signed.value && signed.month !== undefined && (month < signed.month && (year !== undefined || month >= signed.month - 6) || (month === signed.month && signed.day !== undefined && day < signed.day)))
}

const sayDay = (iso: string): string => iso.replace('T', ' ')

function doubtsOf(one: Dated, year: number | undefined): Doubt[] {
  const out: Doubt[] = []
  const readings = one.date.readings.map((r) => isoOf(r, year))
  const date = readings[0] ?? ''
  if (one.date.doubtful) out.push({ at: 'date', what: { zh: `日期的分隔符缺失，是${readings.map(sayDay).join('还是')}吗？`, en: `The date's separators are lost: is it ${readings.map(sayDay).join(' or ')}?` }, readings })
  else if (one.inclusiveDoubt) out.push({ at: 'date', what: { zh: `“${one.afterwards.trim()}”是否包括${date}当天？`, en: `Does the wording include ${date} itself?` }, readings: [`${date}T24:00`, `${date}T00:00`] })
  if (/下班/u.test(one.afterwards)) out.push({ at: 'date', what: { zh: '“下班前”没有写钟点：以哪个时间为准？', en: 'The close of work names no hour: which hour counts?' }, readings: [`${date}T17:00`, `${date}T17:30`, `${date}T18:00`] })
  return out
}

/** 3月1日-3月10日 on a line of its own: what is then done stands on the next. */
function withBelow(sentence: Sentence, next: Sentence | undefined): Sentence {
  if (next === undefined || !dayAlone.test(sentence.text) || dayAlone.test(next.text) || dueHeading.test(trimWords(sentence.under.at(-1) ?? '')) || headingNumber(next.text) !== undefined) return sentence
  const below = /^[^\d。;]{4,60}/u.exec(next.text)?.[0]
  return below === undefined ? sentence : { ...sentence, text: `${sentence.text.replace(/[。;]$/u, '')},${below}` }
}

/** Every dated duty of the page in order; the year goes on inside a sentence. */
export function recogniseDeadlines(page: Page): Found<DeadlineFact>[] {
  const out: Found<DeadlineFact>[] = [], seen = new Set<string>()
  let last: DayReading | undefined
  page.sentences.forEach((own, i) => {
    const sentence = withBelow(own, page.sentences[i + 1])
    let told: number | undefined
    for (const one of roles(page, sentence, last)) {
      const { year, doubt } = yearOf(page, one.date, told)
      told = one.date.readings[0].year ?? told
      last = one.date.readings[0]
      const value = { what: one.what, date: isoOf(one.date.readings[0], year) }
      const key = `${value.date}|${value.what}`
      if (seen.has(key)) continue
      seen.add(key)
      const doubts = [...doubtsOf(one, year), ...(doubt === undefined ? [] : [doubt])]
      out.push({ value, from: sentence.from, to: sentence.to, parts: { date: { from: sentence.from + one.date.from, to: sentence.from + one.date.to } }, ...(doubts.length > 0 ? { doubts } : {}) })
    }
  })
  return sameDayOnce(out)
}

/** 推荐截止: the campaign's own verb and nothing else. */
const bare = /^(?:推荐|申报|报送|报名|提名)截止$/u
/** A date told again with less (no hour) is the same deadline. */
function sameDayOnce(found: readonly Found<DeadlineFact>[]): Found<DeadlineFact>[] {
  const letters = (s: string): Set<string> => new Set(Array.from(s.slice(0, -1), (c, i) => c + s.charAt(i + 1)))
  const alike = (a: string, b: string): boolean => {
    const A = letters(a), B = letters(b), both = [...A].filter((x) => B.has(x)).length
    return 2 * both >= 0.6 * (A.size + B.size)
  }
  return found.filter((f, i) => !found.some((g, k) => k !== i && g.value.date.slice(0, 10) === f.value.date.slice(0, 10) && (alike(f.value.what, g.value.what) || (bare.test(f.value.what) && (g.value.date.length > f.value.date.length || (!bare.test(g.value.what) && g.value.date.length === f.value.date.length && g.value.what.includes(f.value.what.slice(0, 2)))))) && (g.value.date.length > f.value.date.length || (g.value.date === f.value.date && (k < i || (bare.test(f.value.what) && !bare.test(g.value.what)))))))
}
