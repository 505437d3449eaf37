/** How many persons or named desks can be asked; the footer of the page that republished the notice is none. */
import type { Prepared, Span } from '../text/prepare'

const footer = /(?:来源|原文链接|版权声明|主办单位:[^\n]*版权|技术支持|ICP备)/u
/** 联系人：…, up to the next label or the end of the sentence. */
const named = /(?:联系人|联络人|联络员|经办人)(?:及|和)?(?:(?:联系)?电话|联系方式)?(?:[: ]|(?=[一-鿿]{2,3}(?:、[一-鿿]{2,3})*,(?:联系)?电话))([^\n。;]{2,120})/gu
const label = /校内|短号|内线|联系人|联络人|(?:联系|咨询|办公)?电话|手机|座机|传真|电子?邮箱|邮箱|邮件|地址|邮编|微信|QQ|[A-Za-z0-9._-]+@/u
const phone = /(?:联系|咨询|监督)?电话[: ]?[\dx(]|\d{3,4}-[\dx]{6,8}|[\dx]{7,11}/u
const desk = /(?:联系|咨询|报名|服务|工作|受理)(?:电话|方式|热线)[: ]*(?:\([^()]*\))?[\dx(][^\n。]*/u
/** 反映至秘书处,电话…: an office that is named with its number. */
const office = /(?:秘书处|办公室|组织部|宣传部|人事处|科技处|工会|委员会|协会|学会|中心|[处科])[,(]?(?:(?:联系|监督|举报|受理)?电话)[: ]?[\dx(][^\n。]*/u
/** 咨询:党办小吴 短号66502. */
const asked = /(?:咨询|联系|垂询|详询|接洽)[: ](?=[^\n。;]{0,24}\d{3,})[^\n。;]{3,60}/u
/** 技术支持:系统客服 000-…: a desk beside those who are named. */
const support = /(?:技术(?:支持|咨询|服务)|系统(?:支持|咨询|客服))(?:电话)?[: ][^\n。;]{0,16}\d{3,}/u
/** 受理电话:A处 000-1;B组 000-2: each desk with its number. */
const desks = /(?:受理|监督|举报|联系|咨询)电话[: ]((?:[一-鿿]{2,16}[: ]?\d[\dx-]{5,}[;、, ]*){2,})/u
/** 请打院工会张老师电话,内线2210. */
const teacher = /[一-鿿](?:老师|同志|主任|科长|干事),?(?:联系)?(?:电话|手机|内线|短号)[^\n。;]{0,6}\d{3,}/u
const oneName = /^(?:[一-鿿]{1,3}[x*某X]{1,2}[一-鿿]{0,3}|[一-鿿]{2,4}(?:老师|同志|主任|处长|科长|部长|干事|先生|女士)?)$/u
const noName = /^(?:内线|分机|转|传真|电话|手机|邮箱|办公室?|座机|同上|附后|详见.*|见.*)$/u

/** 生产保护部田某: the office before its person. */
const ofDesk = /^[一-鿿]{2,14}(?:办公室|秘书处|[部处科室办委组会]|中心)(?=[一-鿿]{1,2}(?:[某x*]{1,2}|老师|同志)$)/u

/** ;褚某某,电话8002: named after the number of the first. */
const further = (rest: string): number => [...(/^[^\n。]*/u.exec(rest)?.[0] ?? '').matchAll(/;([一-鿿]{1,3}[某x*X]{1,2}|[一-鿿]{2,3}(?:老师|同志)?),?(?:电话|手机|内线|短号)?[: ]?(?=[\dx]{3,})/gu)].filter((m) => !noName.test(m[1] ?? '')).length

/** The persons of 李某、王某(0800-1112222)，内线8888. */
const namesIn = (words: string): string[] => {
  const at = words.search(label)
  const found = (at < 0 ? words : words.slice(0, at)).replace(/\([^()]*\)?/gu, '、').split(/[、,:\s/和及]|-?\d[\dx-]*/u).map((x) => x.trim().replace(ofDesk, '')).filter((x) => oneName.test(x) && !noName.test(x))
  // 奖励办 邹老师: the desk of those who are named beside it
  return found.length > 1 ? found.filter((x) => !/[办处部室科组股]$|中心$/u.test(x)) : found
}

/** 李某 联系电话:… on the lines below: more of those who can be asked. */
const others = (below: string): number => {
  const m = /^\n((?:(?!联系|办公|咨询|监督)[一-鿿]{2,4} ?(?:联系)?(?:电话|手机)[: ]?\d[^\n]*(?:\n|$))+)/u.exec(below)
  return (m?.[1] ?? '').split('\n').filter((l) => l !== '').length
}
/** (张某07001234567): a name with its number, in brackets. */
const aside = /\(([一-鿿]{2,3}),?:? ?(?:电话)?[:]?[\dx-]{7,13}\)/u

const row = /(?<=^|\n)(?:[一-鿿]{2,14}(?:办公室|秘书处|[部处科室办委组会]|中心)[ :]{1,2})?([一-鿿]{1,3}[某x*X]{1,2}|[一-鿿]{2,3})(?:老师|同志)?[ :,](?:电话|内线|短号|手机|分机)?[: ]?\d[\d -]{2,30}(?=\n|$)/gu

/** 学会科普部 陆某 010-…;韦某某 010-…: names between numbers, or an office and its people, below 联系人 or 联系方式. */
const below = /(?:联系人|联系方式|联系我们|咨询|找谁)[^\n:]{0,4}:?\n((?:[^\n]+\n?){1,4})/u
const personBeside = /(?<=^|[ ;、,\n部处科室办股组司局])([一-鿿]{1,2}[某x*X]{1,2}|[一-鿿]{2,3}(?:老师|同志))(?=[ ;、,(\n]|$|材料|邮箱|电话)/gu

/** Contacts and where they stand. */
export function contactsOf(prepared: Prepared, span: Span): { count: number; at?: Span } {
  const whole = prepared.text.slice(span.from, span.to)
  // 来源 above the text belongs to the head of its page
  const head = Math.min(240, Math.floor(whole.length / 2)), found = whole.slice(head).search(footer), end = found < 0 ? -1 : head + found
  const text = end < 0 ? whole : whole.slice(0, end)
  let count = 0, at: Span | undefined
  for (const m of text.matchAll(named)) {
    const names = namesIn(m[1] ?? '')
    if (names.length === 0) continue
    count += names.length + others(text.slice(m.index + m[0].length)) + further(text.slice(m.index + m[0].length))
    at ??= { from: span.from + m.index, to: span.from + m.index + m[0].length }
  }
  if (count > 0 && support.test(text)) count += 1
  if (count > 0) return at === undefined ? { count } : { count, at }
  const several = desks.exec(text)
  if (several !== null) return { count: (several[1]?.match(/\d[\dx-]{5,}/gu) ?? []).length, at: { from: span.from + several.index, to: span.from + several.index + several[0].length } }
  // 六、联系人, and the names on the next line
  // 党群工作部 宋某 内线6210, one a line, maybe below the name of the office
  const rows = [...text.matchAll(row)].filter((m) => oneName.test(m[1] ?? '') && !noName.test(m[1] ?? ''))
  if (rows.length > 1) { const [first] = rows, last = rows.at(-1)!; return { count: rows.length, at: { from: span.from + first!.index, to: span.from + last.index + last[0].length } } }
  const under = below.exec(text), many = under === null ? 0 : [...(under[1] ?? '').matchAll(personBeside)].length
  if (under !== null && many > 1) return { count: many, at: { from: span.from + under.index, to: span.from + under.index + under[0].length } }
  const nextLine = /联系人[^\n:]{0,2}\n([^\n]{2,60})/u.exec(text), listed = nextLine === null ? [] : namesIn((nextLine[1] ?? '').replace(/ /gu, '、'))
  if (nextLine !== null && listed.length > 0) return { count: listed.length, at: { from: span.from + nextLine.index, to: span.from + nextLine.index + nextLine[0].length } }
  // 学会秘书处:贾某、罗某某 电话…: an office with its people
  const people = [...text.matchAll(/(?:^|[\n。;])[^\n。;:]{2,20}(?:处|办公室|部|科|会|中心|办|室)[:]([^\n。;]{2,60})/gu)].filter((m) => phone.test(m[1] ?? '')).map((m) => ({ n: namesIn(m[1] ?? '').length, from: m.index, to: m.index + m[0].length })).find((x) => x.n > 0)
  if (people !== undefined) return { count: people.n, at: { from: span.from + people.from, to: span.from + people.to } }
  const heading = /(?:联系方式|咨询|联系我们|垂询)[^\n:]{0,4}\n([^\n]+)/u.exec(text)
  const line = heading?.[1] !== undefined && phone.test(heading[1]) ? { text: heading[1], from: heading.index + heading[0].length - heading[1].length } : undefined
  const told = line ?? (() => { const m = desk.exec(text) ?? office.exec(text) ?? asked.exec(text) ?? teacher.exec(text) ?? aside.exec(text); return m === null ? undefined : { text: m[0], from: m.index } })()
  return told === undefined ? { count: 0 } : { count: 1, at: { from: span.from + told.from, to: span.from + told.from + told.text.length } }
}
