/** The head and foot of a notice: title, issuing office, document number, signature and its date. */
import { datesOf } from '../text/dates'
import type { Prepared, Span } from '../text/prepare'
import type { Found } from '../rules/recognise/page'
import { bodyEnd, textKind } from './bodies-words'

export interface Heading {
  readonly title?: Found<string>
  readonly issuer?: Found<string>
  readonly docNumber?: Found<string>
  readonly year?: { value: number; month?: number; day?: number; from: 'signature' | 'number' | 'page' | 'title' }
  readonly notDeadlines: readonly Span[]
  readonly body: Span
}

export interface LineSpan extends Span { readonly text: string }

/** The lines of a stretch. */
export function linesIn(prepared: Prepared, span: Span): LineSpan[] {
  const out: LineSpan[] = []
  let from = span.from
  for (const text of prepared.text.slice(span.from, span.to).split('\n')) {
    if (text.trim() !== '') out.push({ from, to: from + text.length, text })
    from += text.length + 1
  }
  return out
}

export const label = /^(?:title|标题|题目|主题):\s*/iu
const kindLine = new RegExp(`${textKind}(?:\\([^()]{1,16}\\))?$`, 'u')
/** 云科协发〔2025〕12号; brackets in any form. */
export const numberShape = '([一-鿿]{2,14}(?:\\([一-鿿]{1,4}\\))?)[〔(]((?:19|20)\\d\\d)[〕)](第)?(\\d{1,4})号'
const lostNumber = /([一-鿿]{2,10}(?:发|字|函|办|会|委|政|党|组|工会|协)?)((?:19|20)\d\d)(\d{1,3})号/u
export const writeNumber = (m: readonly (string | undefined)[]): string => `${m[1] ?? ''}〔${m[2] ?? ''}〕${m[3] ?? ''}${m[4] ?? ''}号`
const wholeNumber = new RegExp(`^\\(?(?:文号:)?${numberShape}\\)?[。.]?$`, 'u')

/** 索引号:, 发文机关:: what a page says of the text before the text. */
export const catalogued = /^(?:索引号|发文机[关构]|公开|发布|主题分类|信息|来源|文号|发文字号|成文日期|有效性|分类|生成日期)/u
/** 各会员企业:, 为深入贯彻…。, 一、申报条件: a text that begins without a title. */
const begunAtOnce = /[:。]$|^(?:[一二三四五六七八九十]、|为(?!.{0,40}(?:通知|公告)$))/u

/** The title: the labelled line, or the first line or pair of lines that ends like one; `span` is empty where a text begins without. */
export function titleOf(lines: readonly LineSpan[]): { span: Span; next: number } | undefined {
  const first = lines[0]
  if (first === undefined) return undefined
  const labelledAt = lines.slice(0, 6).findIndex((l, i) => label.test(l.text) && lines.slice(0, i).every((x) => catalogued.test(x.text)))
  const named = lines[labelledAt], words = named === undefined ? '' : named.text.replace(label, '')
  if (named !== undefined) {
    const again = lines.findIndex((l, i) => i > labelledAt && i < labelledAt + 6 && l.text === words)
    return again > 0 ? { span: lines[again]!, next: again + 1 } : { span: { from: named.to - words.length, to: named.to }, next: labelledAt + 1 }
  }
  for (let i = 0; i < Math.min(lines.length, 14); i++) {
    const line = lines[i]
    if (line === undefined || /[。;]/u.test(line.text) || line.text.length > 120) continue
    if (!kindLine.test(line.text) || /^(?:附件|《|[一二三四五六七八九十]{1,2}、)/u.test(line.text)) continue
    let start = i
    for (let k = i - 1; k >= Math.max(0, i - 3) && !line.text.includes('关于'); k--) {
      const above = lines[k]
      if (above === undefined || wholeNumber.test(above.text) || /[。;:]$/u.test(above.text)) break
      if (above.text.includes('关于')) { start = k; break }
    }
    if (line.text.length < 5 && start === i) continue
    return { span: { from: lines[start]?.from ?? line.from, to: line.to }, next: i + 1 }
  }
  return begunAtOnce.test(first.text) ? { span: { from: first.from, to: first.from }, next: 0 } : { span: { from: first.from, to: Math.min(first.to, first.from + 80) }, next: 1 }
}

const body = new RegExp(`^(?:中共|共青团)?[一-鿿A-Za-z“”·()]{1,40}?${bodyEnd}$`, 'u')
const notBody = /^(?:关于|各|附件|联系|根据|请|总体|指导|有关|具体|活动|推荐|评选|申报)|要求$|材料$|条件$/u
/** Whether the words are the name of an office or society. */
export const isBody = (said: string): boolean => {
  const words = said.replace(/\([^()]{1,8}\)$/u, '')
  return words.length >= 2 && words.length <= 44 && body.test(words) && !notBody.test(words)
}

/** Two offices in one line of the signature, as the blank between them or the place both begin with tells. */
function apart(prepared: Prepared, at: number, who: string): string[] {
  const original = prepared.place({ from: at, to: at + who.length })
  const byBlank = prepared.original.slice(original.from, original.to).split(/[\s\u3000、]+/u)
  if (byBlank.length > 1 && byBlank.every((x) => x.length >= 4 && isBody(x))) return byBlank
  const region = /^[一-鿿]{1,4}?[省市县区州]/u.exec(who)?.[0]
  const again = region === undefined ? -1 : who.indexOf(region, region.length + 2)
  return again > 0 && isBody(who.slice(0, again)) && isBody(who.slice(again)) ? [who.slice(0, again), who.slice(again)] : [who]
}

/** The lines above the last that sign as well: joint issuers stand one a line. */
function above(lines: readonly string[]): string[] {
  const out: string[] = []
  for (const line of [...lines].reverse()) {
    const words = line.replace(/\s/gu, '')
    if (words.length < 4 || words.length > 24 || !isBody(words) || out.length === 7) break
    out.unshift(words)
  }
  return out
}

/** 某省2026年劳动模范评选工作领导小组办公室: a name with its year. */
const wholeName = /^ *([一-鿿]{2,10}20\d\d年[一-鿿]{4,40}(?:办公室|委员会|领导小组|组委会)) ?$/u
/** 汇总表教务处: the last of the attachments ran into the signature. */
const afterList = /^.*(?:(?<!代)表(?![彰演决])|推荐书|申报书|细则|名单)(?=[一-鿿]{2,16}$)/u
/** 学生工作办公室 below its college: one name in two lines. */
const innerOffice = /^(?!.*[省市县区])[一-鿿]{0,14}(?:办公室|秘书处)$/u

/** The line or end of line that signs: 科技处 2022年4月8日. */
function signature(prepared: Prepared, span: Span): { issuer?: Found<string>; year?: { value: number; month: number; day?: number; from: 'signature' }; date?: Span; number?: Found<string> } {
  const text = prepared.text.slice(span.from, span.to)
  const all = datesOf(text)
  for (let i = all.length - 1; i >= 0; i--) {
    const d = all[i]
    const day = d?.readings[0]
    if (d === undefined || day?.year === undefined) continue
    const after = text.slice(d.to), before = text.slice(0, d.from)
    if (!/(?:^|[\n 。x\d]|[一-鿿]{2})$/u.test(before) || /(?:为|是|截止|截至|时间|日期|[于在自从])$/u.test(before) || (/[一-鿿]$/u.test(before) && !isBody(/[一-鿿()]{2,40}$/u.exec(before)?.[0] ?? ''))) continue
    if (!/^ ?(?:$|\n|[。.]?$|[。.]?\n|\(?(?:附|此|公章|盖章)|\(.{1,20}\)(?:\n|$|…)|附件|…)/u.test(after) || /[至到于前截止-]$/u.test(before)) continue
    const date = { from: span.from + d.from, to: span.from + d.to }
    const year = { value: day.year, month: day.month, day: day.day, from: 'signature' as const }
    const lines = before.split(/\n/u)
    let line = lines.at(-1) ?? ''
    let from = before.length - line.length
    if (line.trim() === '' && lines.length > 1) { const prev = lines.at(-2) ?? ''; from -= prev.length + 1; line = prev }
    const m = wholeName.exec(line) ?? /(?:^|[。;,:x\d ])([一-鿿()]{2,40}?) ?$/u.exec(line)
    const who = (m?.[1]?.trim() ?? '').replace(/\((?:代?章|盖章|公章)\)$/u, '').replace(afterList, '')
    const at = span.from + from + line.lastIndexOf(who)
    if (!isBody(who.replace(/20\d\d年/u, ''))) return { year, date }
    const begun = who.startsWith('(') ? before.slice(0, from).trimEnd().split('\n').at(-1) ?? '' : ''
    if (/^[一-鿿]{4,30}$/u.test(begun)) return { issuer: { value: `${begun}${who}`, from: at, to: at + who.length }, year, date }
    const beside = line.slice(0, line.lastIndexOf(who)).split(/[。;]/u).at(-1)?.trim().split(/ +/u) ?? []
    const more = beside.length > 0 && beside.every((x) => (x.length >= 4 || /^[一-鿿]{2}[处部科室委办]$/u.test(x)) && isBody(x)) ? beside : line.trim() === who && who.length >= 4 ? above(text.slice(0, from).replace(/\n$/u, '').split('\n')) : []
    const start = more[0] === undefined ? -1 : text.lastIndexOf(more[0], from)
    const inner = more.length === 1 && beside !== more && innerOffice.test(who)
    return { issuer: { value: inner ? `${more[0] ?? ''}${who}` : [...more, ...apart(prepared, at, who)].join('、'), from: start < 0 ? at : span.from + start, to: at + who.length }, year, date }
  }
  const dayOnly = /(?:^|\n)([一-鿿 、]{2,60})\n(\d{1,2}月\d{1,2}日)\s*$/u.exec(text)
  const offices = (dayOnly?.[1] ?? '').trim().split(/[ 、]+/u)
  if (dayOnly !== null && offices.every((x) => isBody(x) || /^[一-鿿]{2,8}[科室组办]$/u.test(x))) {
    const at = span.from + dayOnly.index + dayOnly[0].indexOf(dayOnly[1] ?? ''), day = span.from + dayOnly.index + dayOnly[0].indexOf(dayOnly[2] ?? '')
    return { issuer: { value: offices.join('、'), from: at, to: at + (dayOnly[1] ?? '').length }, date: { from: day, to: day + (dayOnly[2] ?? '').length } }
  }
  const lost = /(?:^|[。\n ])([一-鿿]{2,12}) ?((?:19|20)\d\d) ?(\d{1,3})\s*$/u.exec(text)
  if (lost !== null && isBody(lost[1] ?? '')) return fromLostNumber(span.from + lost.index + lost[0].indexOf(lost[1] ?? ''), lost)
  return {}
}

/** 校工会 202228: year and number or date run together. */
function fromLostNumber(at: number, m: RegExpExecArray): ReturnType<typeof signature> {
  const who = m[1] ?? '', y = m[2] ?? '', n = m[3] ?? ''
  const number = `${who}〔${y}〕${n}号`
  const asDate = n.length === 2 ? `${y}-0${n.charAt(0)}-0${n.charAt(1)}` : n
  return {
    issuer: { value: who, from: at, to: at + who.length }, year: { value: Number(y), month: 1, from: 'signature' },
    number: { value: number, from: at, to: at + m[0].trim().length, doubts: [{ at: '', what: { zh: `“${m[0].trim()}”是文号${number}还是日期？`, en: `Is "${m[0].trim()}" the number ${number} or a date?` }, readings: [number, asDate] }] },
  }
}

function issuerOf(prepared: Prepared, lines: readonly LineSpan[], title: Span, next: number, signed: Found<string> | undefined): Found<string> | undefined {
  for (const line of lines.slice(0, next)) {
    if (line.from >= title.from) break
    const words = line.text.replace(/文件$|\s+/gu, '')
    // its red head may be longer than the name it signs with
    const joint = line.text.replace(/文件$/u, '').trim().split(/ +/u)
    if (joint.length > 1 && joint.every((x) => x.length >= 4 && isBody(x))) return { value: joint.join('、'), from: line.from, to: line.to }
    if (isBody(words)) return signed !== undefined && words !== signed.value && words.startsWith(signed.value) ? signed : { value: prepared.say(line.from, line.from + line.text.replace(/文件$/u, '').length), from: line.from, to: line.to }
  }
  const words = prepared.text.slice(title.from, title.to)
  const said = /^((?!转发)[一-鿿 、]{3,40}?)(?=关于|转发)/u.exec(words)?.[1]
  const parts = said?.trim().split(/[ 、]+/u) ?? [], own = parts.length > 1 && parts.every((x) => x.length >= 4 && isBody(x)) ? parts[0] : said?.replace(/ /gu, '')
  // 总工会关于…, signed by its 办公室
  if (own !== undefined && signed !== undefined && signed.value.startsWith(own) && /^(?:办公室|办公厅|秘书处)$/u.test(signed.value.slice(own.length))) return signed
  if (own !== undefined && isBody(own)) return { value: own === parts[0] ? parts.join('、') : own, from: title.from, to: title.from + (said ?? own).trimEnd().length }
  if (signed !== undefined) return signed
  const aside = /\(([一-鿿]{3,24}(?:学会|协会|研究会|联合会|基金会|委员会|总会)|(?:中国|全国|[一-鿿]{1,6}[省市县区州])(?:科协|社科联|妇联|文联|侨联|记协|残联|工商联|总工会|团委))\)$/u.exec(words)?.[1]
  if (aside !== undefined) return { value: aside, from: title.to - aside.length - 1, to: title.to - 1 }
  for (const line of lines.slice(next, next + 3)) {
    const issued = /^(?:近日,?|日前,?)?([一-鿿、]{2,30}?)(?:于?(?:近日|日前|\d{1,2}月\d{1,2}日))?(?:联合)?(?:印发|下发|发布|发出)(?:了)?(?:《|关于|通知)/u.exec(line.text)?.[1]
    if (issued?.split('、').every(isBody) === true) return { value: issued, from: line.from, to: line.from + issued.length }
  }
  return undefined
}

function numberOf(prepared: Prepared, lines: readonly LineSpan[], next: number, signed: boolean): Found<string> | undefined {
  for (const line of lines.slice(0, next + 2)) {
    const m = wholeNumber.exec(line.text.replace(/\s/gu, ''))
    if (m !== null) return { value: prepared.say(line.from, line.to).replace(/^[（(](?=.*号[)）])|^文号[:：]|(?<=号)[)）]?[。.]?$/gu, ''), from: line.from, to: line.to }
  }
  const inTitle = new RegExp(`\\((${numberShape})\\)$`, 'u'), title = lines[next - 1], own = title === undefined ? null : inTitle.exec(title.text)
  if (own !== null && title !== undefined) { const from = title.from + own.index + 1; return { value: prepared.say(from, from + (own[1] ?? '').length), from, to: from + (own[1] ?? '').length } }
  const body = signed ? lines[next] : undefined
  const m = body === undefined ? null : new RegExp(`^(?:文号:)?(${numberShape})(?=[。\\s])`, 'u').exec(body.text)
  return m === null || body === undefined || /^(?:根据|依据|按照|转发|现将)/u.test(body.text) ? undefined : { value: prepared.say(body.from, body.from + (m[1] ?? '').length), from: body.from, to: body.from + (m[1] ?? '').length }
}

/** 苏科协发202231号 with its brackets lost. */
export const restoreNumber = (words: string): string | undefined => {
  const m = lostNumber.exec(words)
  return m === null ? undefined : `${m[1] ?? ''}〔${m[2] ?? ''}〕${m[3] ?? ''}号`
}

/** 2024-03-11 …, 示例教育厅 2024年3月11日。…: office and day of a text that was copied into one line. */
const opening = /^(?:([一-鿿()]{3,30}) ?)?(?:19|20)\d\d(?:[-./]\d{1,2}[-./]\d{1,2}(?=[ 。])|年\d{1,2}月\d{1,2}日(?=[ 。]))[ 。]/u

/** Head and foot of one layer. */
export function headingOf(prepared: Prepared, span: Span): Heading {
  const lines = linesIn(prepared, span)
  const title = titleOf(lines)
  if (title === undefined) return { notDeadlines: [], body: span }
  const bodyFrom = lines[title.next]?.from ?? span.to
  const sign = signature(prepared, { from: bodyFrom, to: span.to })
  const opened = opening.exec(lines[title.next]?.text ?? '')?.[1]
  const atOnce = opened !== undefined && isBody(opened) ? { value: opened, from: bodyFrom, to: bodyFrom + opened.length } : undefined
  const issuer = issuerOf(prepared, lines, title.span, title.next, sign.issuer ?? atOnce)
  // a number that opens the body is this text's own only where its office is known; otherwise it cites the text above
  const docNumber = numberOf(prepared, lines, title.next, issuer !== undefined) ?? sign.number
  const first = lines[title.next]
  const begun = first === undefined ? null : opening.exec(first.text), dated = begun?.[1] === undefined || isBody(begun[1]) ? begun : null
  const page = dated !== null && first !== undefined ? { from: first.from, to: first.from + dated[0].length, text: dated[0] } : lines.slice(0, title.next + 3).find((l) => l.text.length < 40 && datesOf(l.text).some((d) => d.readings[0].year !== undefined && l.text.slice(d.to).trim().length < 8) && !/[前至。止]|申报|推荐|报送|公示期|公示时间|投票|出生/u.test(l.text))
  const pageDay = page === undefined ? undefined : datesOf(page.text)[0]?.readings[0]
  const numbered = /[〔(]((?:19|20)\d\d)[〕)]/u.exec(docNumber?.value.normalize('NFKC') ?? '')?.[1]
  const titled = /((?:19|20)\d\d)(?:年|-)/u.exec(prepared.text.slice(title.span.from, title.span.to))?.[1]
  const year = sign.year ?? (pageDay?.year === undefined ? undefined : { value: pageDay.year, month: pageDay.month, day: pageDay.day, from: 'page' as const })
    ?? (numbered === undefined ? undefined : { value: Number(numbered), from: 'number' as const }) ?? (titled === undefined ? undefined : { value: Number(titled), from: 'title' as const })
  const text = prepared.say(title.span.from, title.span.to)
  return {
    ...(text === '' ? {} : { title: { value: text, ...title.span } }), ...(issuer === undefined ? {} : { issuer }), ...(docNumber === undefined ? {} : { docNumber }), ...(year === undefined ? {} : { year }),
    notDeadlines: [...(sign.date === undefined ? [] : [sign.date]), ...(page === undefined ? [] : [page])], body: { from: bodyFrom, to: span.to },
  }
}
