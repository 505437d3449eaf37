/** What a date is for, in the words of its sentence: 推荐材料报送省医学会, 公示截止, 推荐截止. */
import type { FoundDate } from '../../text/dates'
import type { Sentence } from '../../text/sentences'
import { trimWords, type Page } from './page'

/** Verbs of handing in. */
export const sendVerbs = '报送|提交|递交|上报|报至|报到|交至|交到|送至|送达|送交|寄至|寄送|寄达|寄到|寄|邮寄|发送|发至|发到|反馈|返回|填报|上传|报|交|送|发'
/** What a date standing alone can be the date of. */
const eventWords = '揭晓|公布|公开发布|集中发布|发布|命名|表彰|颁奖|召开评审会|召开|举行|举办'
const between = '^ ?(?:,|前后|左右|当天|上午|下午|晚|\\([^()]*\\))*(?:,|将|拟|正式|统一|由[一-鿿]{2,10}?)*'
/** What a day is planned for; for a third of a month also what will then be done. */
export const eventAfter = new RegExp(`${between}((?:${eventWords})[^,。;]{0,10})`, 'u')
export const plannedAfter = new RegExp(`${between}((?:${eventWords}|完成|组织|开展|进行|评审|公示|表彰)[^,。;]{0,14})`, 'u')
const actions = '申报|推荐|报名|投票|公示|征集|提名|受理|申请|报送|评选|征求意见|异议|提交|填报|自荐|评审|推选'
const things = /(?:[《“][^《》“”]{2,40}[》”])?[一-鿿A-Za-z0-9“”《》·]*?(?:材料|表|照片|视频|名单|报告|文件|资料|信息|作品|电子版|纸质版|扫描件|原件|建议|意见|函|书(?!面))(?:\([^()]{1,12}\))?/gu

/** Every form of it is asked for: that names nothing but the papers as such. */
const bothMedia = /^(?:请|将|把)?(?:电子版?(?:材料)?(?:和|及|、|与)纸质版?|纸质版?(?:材料)?(?:和|及|、|与)电子版?)(?:的)?(?:材料|文件|资料)?$/u

const medium = /(?:的)?(?:[(](?:一式|含|包括|附件|电子|纸质|加盖|见|PDF|word)[^()]*[)]|电子版|电子档|电子文档|电子文件|扫描件)/giu

/** 推荐材料(电子版) → 推荐材料; several things → what they have in common. */
function objectOf(words: string): string {
  const text = trimWords(words).replace(/(?:于|在|应|须|请)+$/u, '').replace(/^(?:请|并|须|务必|将|把|由|需)+/gu, '').replace(/(?<=^|[、,和及])\d+(?:-\d+)?(?:字|张|份|分钟)(?:左右|以内)?的?/gu, '')
  if (bothMedia.test(text)) return '材料'
  const pair = /(?:Word|PDF)版?(?:和|及|、|与)(?:Word|PDF)版?/iu.exec(text)
  if (pair !== null) return `${pair[0]}材料`
  const listed = [...text.matchAll(things)].map((m) => m[0])
  if (listed.length === 0) return ''
  if (listed.length > 2 && !/材料/u.test(listed[0] ?? '')) return /电子/u.test(words) ? '电子版材料' : /纸质|原件/u.test(words) ? '纸质材料' : '材料'
  const first = listed[0] ?? ''
  if (/^(?:Word|PDF|电子版|纸质版|纸质)/iu.test(first) || /电子版$|扫描件$|原件$/u.test(text) && listed.length > 1) return shortMedium(text)
  const bare = first.replace(medium, '')
  return bare === '' ? first : bare.replace(/^.*(?:将|把|填写|填好的|请|各单位|提交)/u, '')
}

const shortMedium = (text: string): string => {
  const pair = /((?:Word|PDF|电子|纸质)版?(?:和|及|、|与)(?:Word|PDF|电子|纸质)版?)/iu.exec(text)
  return pair === null ? text.replace(/各?[一二三\d]+[份套]/gu, '') : `${pair[1] ?? ''}材料`
}

/** Who gets it: the words after the verb, no addresses. */
function targetOf(rest: string): string {
  const m = /^(?:至|到|给|往|送|交)?((?![A-Za-z0-9])[一-鿿()“”·、]{2,30})/u.exec(rest)
  const target = (m?.[1] ?? '').replace(/\(.*$/u, '').replace(/(?:指定|以下)?(?:邮箱|电子邮箱|地址|信箱).*$/u, '')
  return /^(?:各|一|两|以|并|即可|同时|材料)/u.test(target) ? '' : target.slice(0, 20)
}

/** 答辩会 of 答辩会定于9月12日举行: whose day it is stands before it. */
export const eventOf = (before: string, said: string): string => {
  const subject = trimWords(before.split(/[,。;:]/u).at(-1) ?? '').replace(/(?:定于|拟于|将于|计划于|拟定于|预计于?|将在|拟在|于|在|将|拟|初步)+$/u, '')
  return new RegExp(`^(?:${eventWords})`, 'u').test(said) && /^[一-鿿“”]{2,10}(?:会|仪式|大会|名单|结果|活动|评审|答辩)$/u.test(subject) ? `${subject}${said}` : said
}

/** The campaign's own verb: 推荐 of a title that asks to nominate. */
const campaignVerb = (page: Page): string => /申报|申请|报名|征集|推荐|提名|评选|推选/u.exec(page.title.replace(/的?通知.*$/u, ''))?.[0] ?? '推荐'

const sender = (before: string): string => /(?:^|[,;。:])(?:请)?((?:各|每)[一-鿿]{1,8}?(?:单位|学院|支部|部门|学会|科协|分会))/u.exec(before)?.[1] ?? ''

/** The words of a due date: object, verb, to whom. */
export function dueWhat(page: Page, sentence: Sentence, headed: boolean, at: { from: number; to: number }): string {
  const before = sentence.text.slice(0, at.from), after = headed ? sentence.text.slice(at.to).replace(/^,(?!接受|受理|请).*$/u, '').split(',').slice(0, 2).join(',') : sentence.text.slice(at.to).replace(/^[,\s]+/u, '').replace(/^\([^()]{0,16}(?:邮戳|为准)[^()]{0,8}\)/u, '')
  const plain = after.replace(/\([^()]{12,}\)/gu, '')
  const stop = plain.search(/[;。]|(?:,(?=[^,]{0,6}\d{1,2}月|逾期|过期|联系|同时|并|电子|纸质|由))/u)
  const tail = (stop < 0 ? plain : plain.slice(0, stop)).replace(/^,/u, '')
  const own = new RegExp(`为[^,。;]{0,4}?(${actions})[^,。;]{0,2}截止$`, 'u').exec(sentence.text.slice(0, at.to))?.[1]
  if (own !== undefined) return `${own}截止`
  const send = new RegExp(`(?<!申(?=报[材表书]))(?:统一|集中|一并|及时|分别)?(${sendVerbs})(?!告|价|考|名|刊|书|流|展|动|现|挥|布|言|信人|通|会|纸)`, 'u').exec(tail)
  const already = objectOf(lastClauses(before, 2))
  if (send === null) {
    const event = new RegExp(`^(?:前)?(?:完成)?(${actions}|${eventWords})`, 'u').exec(tail)
    if (event !== null && already === '') return `${event[1] ?? ''}截止`
    const action = new RegExp(`(${actions})(?:时间|工作|材料)?[^,;。]{0,12}$`, 'u').exec(lastClauses(before, 1))?.[1]
    const afterwards = new RegExp(`^(?:接受|受理)[^,。;]{0,6}?(${actions})`, 'u').exec(tail)?.[1]
    if (afterwards !== undefined) return `${afterwards}截止`
    if (/完成|确定|形成/u.test(tail)) return tail.split(/[,]/u)[0]?.slice(0, 24) ?? '截止'
    if (already !== '') return already === '材料' ? `${campaignVerb(page)}材料` : already
    if (action === undefined && /异议/u.test(before)) return '异议截止'
    return `${action ?? campaignVerb(page)}截止`
  }
  const inner = tail.slice(0, send.index), rest = tail.slice(send.index + send[0].length)
  const first = rest.split(',')[0] ?? ''
  // what is due follows as a list: 报:1)申报书…
  if (already === '' && objectOf(inner) === '' && /^(?:以下|下列)?(?:材料|资料)?:/u.test(rest)) return '材料报送'
  const direct = inner.trim() === '' && /^(?:纸质|电子|书面|材料)/u.test(first) ? objectOf(first) : ''
  const object = objectOf(inner) || direct || already || objectOf(first.split(/[至到给]/u)[0] ?? '') || objectOf(targetOf(first) === '' ? rest : first)
  const verb = /^(?:交|发|报|送|寄)$/u.test(send[1] ?? '') ? send[1] ?? '' : (send[1] ?? '').replace(/[至到达]$/u, '')
  const target = objectOf(first) !== '' && objectOf(inner) === '' && already === '' ? '' : targetOf(rest)
  if (object === '' && target === '') return (/反馈|上传|填报|返回/u.test(verb) || /网上|在线|线上|系统/u.test(inner)) && inner.length <= 6 ? `${trimWords(inner)}${verb}` : `推荐材料${/^(?:提交|递交|上报|寄送)$/u.test(verb) ? verb : '报送'}`
  if (target === '') return verb.length === 1 ? (rest.trim() !== '' && objectOf(rest) !== '' && inner === '' ? `${sender(before)}${object}` : `${object}报送`) : `${object}${verb}`
  return `${object}${verb}${target}`
}

const lastClauses = (before: string, count: number): string => {
  const near = before.replace(/\([^()]*[,;][^()]*\)/gu, '').split(/[;。]|:(?!\d)/u).at(-1)?.split(',').slice(-count) ?? []
  // an earlier date has taken the clause it stands in
  while (near.length > 1 && /\d[日号]|旬|月底/u.test(near[0] ?? '')) near.shift()
  return near.join(',')
}

const opens = /公示|投票|异议|公告期/u
const roleOfRange = /(公示|投票|网络投票|异议|申报|报名|推荐|征集|受理|提名|评审|答辩|报送|填报|自荐|评选|遴选|推选|选树|初评|复评|终评|初审|复审|终审|考察|动员)/gu

/** A range of days: notice and vote have a beginning and an end, handing in only an end. */
export function rangeWhat(_page: Page, sentence: Sentence, a: FoundDate, b: FoundDate): [FoundDate, string][] {
  const before = lastClauses(sentence.text.slice(0, a.from), 1), after = sentence.text.slice(b.to, b.to + 30).split(/[。;]/u)[0] ?? ''
  const near = [...before.matchAll(roleOfRange)].at(-1)?.[1] ?? [...after.matchAll(roleOfRange)][0]?.[1] ?? /公示/u.exec(sentence.text)?.[0] ?? ''
  const under = sentence.under.at(-1)?.replace(/^.*\)/u, '') ?? ''
  if (near === '' && under.length >= 2 && under.length <= 12 && /发动|动员|推荐|评|审|申报|组织|宣传|表彰/u.test(under)) return [[b, `${under}(${sentence.text.slice(a.from, b.to)})`]]
  if (near === '' || /^(?:学年|年度)/u.test(after) || (after.startsWith('期间') && !new RegExp(`^期间[^,。;]{0,10}?(?:${near})`, 'u').test(after))) return []
  if (opens.test(near)) return [[a, `${near}开始`], [b, `${near}截止`]]
  const heading = (sentence.under.at(-1) ?? '').replace(/\([^()]*$|\([^()]*[\d月旬][^()]*\)$/u, '')
  const stretch = sentence.text.slice(a.from, b.to)
  if ((a.third !== undefined || b.third !== undefined) && heading.length <= 12 && heading.includes(near) && sentence.text.includes(`${heading}(`)) return [[b, `${heading}(${stretch})`]]
  const asked = /^,?请?[^,。]{0,12}?(推荐[^,。;]{0,24}|申报[^,。;]{0,16})/u.exec(after)?.[1] ?? (heading === '' ? near : `${near}截止`)
  return [[b, a.third !== undefined || b.third !== undefined ? `${heading === '' ? '' : `${heading}、`}${asked.replace(/[“”][^“”]*[“”]/gu, '')}(${stretch})` : `${near}截止`]]
}

const ofWork = /^(?:期间|以来|内)?[^,。;]{0,6}?(?:取得|发表|完成的|任职|出生|工作满|学年|获得)|^(?:期间|以来)/u

/** Whole months, 3月至6月, with what is then done; undefined where they tell the time of deeds or of nothing. */
export function monthsWhat(page: Page, sentence: Sentence, m: FoundDate): string | undefined {
  const stretch = sentence.text.slice(m.from, m.to), said = `(${stretch.replace(/^20\d\d ?年 ?/u, '')})`
  const before = (sentence.text.slice(0, m.from).split(/[,。;]/u).at(-1) ?? '').replace(/^.*\)(?=[^)]*$)/u, ''), after = sentence.text.slice(m.to).split(/[,。;]/u)[0] ?? ''
  if (ofWork.test(after)) return undefined
  const near = [...before.slice(-14).matchAll(roleOfRange)].at(-1)?.[1] ?? [...after.slice(0, 14).matchAll(roleOfRange)][0]?.[1]
  const under = trimWords(sentence.under.at(-1) ?? '').replace(/\(.*$/u, '')
  if (near !== undefined) return `${near}${said}`
  if (/(?:活动|实施|开展)(?:的)?(?:时间|周期|安排)?(?:为|是|:|从|自|于|在)?$/u.test(before) || trimWords(`${before}${after}`) === '') return under.length >= 2 && under.length <= 12 && /发动|动员|推荐|评|审|申报|宣传|表彰/u.test(under) && !/时间/u.test(under) ? `${under}${said}` : `${campaignVerb(page)}活动${said}`
  return undefined
}
