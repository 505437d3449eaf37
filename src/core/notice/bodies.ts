/** Whose campaign it is and what the text rests on. */
import type { Prepared, Span } from '../text/prepare'
import type { Sentence } from '../text/sentences'
import type { Found } from '../rules/recognise/page'
import { bodyEnd } from './bodies-words'
import { numberShape, restoreNumber } from './heading'

const does = '(?:授奖|开展|组织|评选|举办|启动|征集|选树|表彰|推选|遴选|命名|授予|实施|设立|揭晓|寻找|推出|举行)'
const list = `[一-鿿“”()·]{2,24}(?:[、, ](?:[一-鿿“”()·]{2,24}))*`
const oneBody = new RegExp(`${bodyEnd}$`, 'u')

/** 医院决定, 学校决定: the word for a kind of body is nobody's name. */
const alone = /^认真|^[局院校厅部区县市]党[委组]$|^(?:全|各|本|集团|总)?(?:学校|学院|医院|公司|集团|单位|协会|学会|委员会|党委|机关|中心|部门|支部)$/u
/** 人力资源和社会保障厅 is one body: 和 parts two only where a body ends before it. */
const atAnd = new RegExp(`(?<=${bodyEnd})[和与及]`, 'u')
const split = (words: string): string[] => words.split(/[、,;]|\s+|会同|联合(?!国)(?=[一-鿿]{2,})/u).flatMap((x) => x.split(atAnd)).map((x) => x.replace(/^.*(?:收到|接到)的?|^.{2,16}决定由|^(?:由|经(?!济|贸|信)|即|:)|(?:联合|共同|将|拟|等|经?研究|讨论)+$/gu, '').trim()).filter((x) => x.length >= 2 && x.length <= 30 && !alone.test(x) && !/征求|意见|会议在|基础上|将|报送|材料/u.test(x))

/** Wordings that name the bodies a campaign runs in the name of. */
const hostForms: readonly RegExp[] = [
  new RegExp(`(?:主办单位|主办方|主办|指导单位)[:](${list})`, 'u'),
  new RegExp(`由(${list}?)(?:联合|共同)?(?:主办|牵头(?!组织|负责|对|进行|会同)|发起|设立|创设)`, 'u'),
  new RegExp(`(?:^|[,。;])(${list}?)(?:联合|共同)?主办`, 'u'),
  new RegExp(`(?:^|[,。;])(${list}?)(?:联合|共同)?(?:经?研究(?:同意)?,?)?(?:决定|拟|定于)[^,。]{0,24}?${does}`, 'u'),
  new RegExp(`(?:^|[,。;])(${list}?)(?:经?研究)?决定,[^。;]{0,50}?${does}`, 'u'),
  new RegExp(`(?:^|[,。;])(${list}?)(?:联合|共同)${does}`, 'u'),
  // 校工会于今年12月开展
  new RegExp(`(?:^|[,。;])([一-鿿]{2,16}?)(?:将|拟|计划)?于(?:今年|本月|近期|近日|\\d)[^,。;]{0,14}?${does}`, 'u'),
  new RegExp(`由(${list}?)(?:联合|共同|会同组织)${does}`, 'u'),
  // a report names those who sent the notice out together
  new RegExp(`^(?:近日,?|日前,?)?([一-鿿]{2,24}(?:、[一-鿿]{2,24}?)+?)(?:于?(?:近日|日前|\\d{1,2}月\\d{1,2}日))?(?:联合)?(?:印发|下发|发布|发出)(?:了)?(?:《|关于|通知)`, 'u'),
]
/** A letter that only forwards names the one whose text it is. */
const forwarded: readonly RegExp[] = [
  new RegExp(`转发(${list}?)(?:联合)?(?:的)?(?:通知|文件)`, 'u'),
  new RegExp(`(?:现将|转发)(${list}?)(?:印发的|下发的|发布的)?(?=《|关于)`, 'u'),
]
const mayName = /主办|联合|遴选|揭晓|寻找|推出|举行|牵头|发起|决定|拟|征集|选树|表彰|设立|开展|组织|评选|举办|启动|实施|[印下]发|发布|发出/u

function namedBy(forms: readonly RegExp[], sentences: readonly Sentence[]): Found<string>[] {
  for (const form of forms) for (const sentence of sentences) {
    const m = form.exec(sentence.text)
    const found = split((m?.[1] ?? '').replace(/^.*要求,|^.*[奖号动]由/u, '')).filter((x) => oneBody.test(x))
    if (found.length > 0) return found.map((value) => ({ value, from: sentence.from, to: sentence.to }))
  }
  return []
}

/** The bodies in whose name the campaign runs. */
export function hostsOf(sentences: readonly Sentence[]): Found<string>[] {
  const found = namedBy(hostForms, sentences.filter((s) => mayName.test(s.text)))
  if (found.length > 0) return found
  const headed = sentences.find((s) => /主办单位|主办方/u.test(s.under.at(-1) ?? '') && !/主办/u.test(s.text))
  return headed === undefined ? [] : split(headed.text.replace(/。$/u, '')).map((value) => ({ value, from: headed.from, to: headed.to }))
}

/** Of a text that names no hosts: whose notice it forwards. */
export const forwardedOf = (sentences: readonly Sentence[]): Found<string>[] => namedBy(forwarded, sentences.filter((s) => /转发|现将/u.test(s.text)))

const digitsOf = (number: string): string => number.replace(/[〔〕()[\]（）【】［］]/gu, '')
/** 省科协苏科协发〔…: the office is named before its own code. */
const issuerFirst = /^[一-鿿]{2,10}?(?:协|会|委|厅|局|部|院|府)(?=[一-鿿]{2,8}(?:发|字|函|办)[〔(])/u
const cites = /根据|[依按参]照|依据|就|对|以|遵照|贯彻|落实|转发|现将|原通知|原文件|为响应|执行|》(?:\([^()]*\))?(?:发布|印发|下发)/u

/** 《…关于…通知》 without the bodies before 关于. */
const bare = (name: string): string => name.replace(/^[^关〈<《]{2,80}?(?=关于)/u, '')

const numberAhead = new RegExp(`((?:${numberShape}))(?:文件)?$`, 'u')
/** The texts it rests on, each with its number where one is told. */
export function basisOf(prepared: Prepared, sentences: readonly Sentence[], own: { docNumber: string; body: Span }): Found<string>[] {
  const out: Found<string>[] = []
  const put = (value: string, s: Sentence): void => { if (value !== '' && !out.some((o) => o.value === value)) out.push({ value, from: s.from, to: s.to }) }
  const alone = new RegExp(`^${numberShape}[。.]?$`, 'u')
  const opening = sentences.filter((s) => (cites.test(s.text) && /《|号|通知/u.test(s.text)) || alone.test(s.text)).filter((s) => s.from - own.body.from < 1200)
  for (const s of opening) {
    const seen = new Set<string>()
    for (const m of s.text.matchAll(/《([^《》]{4,90}(?:《[^》]*》[^《》]*)?)》(?:\(([^()]*(?:号|〕\d+)[^()]*)\))?/gu)) {
      if (/(?:表|书|名单|汇编|(?<!办)法)$/u.test(m[1] ?? '') || !(cites.test(s.text.slice(0, m.index)) || /(?:印发|下发|发布)了?$/u.test(s.text.slice(0, m.index)) || /^(?:发布|印发|下发|发出|要求|精神|规定)/u.test(s.text.slice(m.index + m[0].length)))) continue
      // 印发《…活动方案》: its own annex
      if (m[1]?.endsWith('方案') === true && s.text.slice(m.index + m[0].length).startsWith('印发给')) continue
      const at = s.from + m.index + 1
      const name = bare(prepared.say(at, at + (m[1] ?? '').length))
      // 云示发〔2026〕8号《…》: its number before its name; named again without it
      const ahead = m[2] === undefined ? numberAhead.exec(s.text.slice(0, m.index)) : null, number = m[2]?.replace(/^以下简称.*/u, '') ?? ahead?.[1]?.replace(/^.*?(?:根据|按照|依据|转发|现将|落实|贯彻|及)/u, '').replace(issuerFirst, '')
      if (number !== undefined) seen.add(number)
      if (number === undefined && out.some((o) => o.value.startsWith(`${name}(`))) continue
      put(number === undefined ? name : `${name}(${number})`, s)
    }
    for (const m of s.text.matchAll(new RegExp(numberShape, 'gu'))) {
      const number = m[0].replace(/^.*?(?:根据|按照|依据|转发|现将|落实|贯彻|及)/u, '').replace(issuerFirst, '')
      if (digitsOf(number) !== digitsOf(own.docNumber) && ![...seen].some((x) => x.includes(number))) put(number, s)
    }
    const lost = /[〔(]/u.test(s.text.slice(0, 60)) ? undefined : restoreNumber(s.text)
    if (lost !== undefined) put(lost.replace(/^.*(?:根据|按照|依据|转发)/u, '').replace(issuerFirst, ''), s)
    // without book marks: 根据学校关于…的通知精神
    const plain = /《/u.test(s.text) ? null : /转发([一-鿿、]{4,80}?通知)(?=[。,])|(?:根据|按照|依据)[^,。;]{2,40}?(关于[^,。;]{4,70}?的(?:通知|意见|办法|方案|规定))(?=[精文要\s(,。;]|$)/u.exec(s.text)
    if (plain !== null && !out.some((o) => o.from === s.from)) put(plain[1] ?? plain[2] ?? '', s)
  }
  return out
}
