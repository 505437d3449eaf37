/** What a time is for, in the words of its own clause: 推荐材料报送省医学会, 公示截止, 评审(8月中旬). */
import type { Sentence } from '../../text/sentences'
import { acts, applyVerbs, doneVerbs, eventVerbs, manner, openVerbs, sends, stageVerbs } from './action-words'
import { trimWords, type Page } from './page'
import type { When } from './time-phrase'

/** The clauses around a time: what stands before it back to the last stop, and what follows. */
export interface Around { readonly before: string; /** The clause before that. */ readonly earlier: string; readonly after: readonly string[]; readonly under: string; readonly stretch: string }

const withoutAsides = (text: string): string => { let t = text.replace(/(?<![\d(])\d{1,2}\)(?=[A-Za-z一-鿿《])/gu, '①'); for (let i = 0; i < 2; i++) t = t.replace(/\([^()]*\)/gu, ''); return t.replace(/^[^()]*\)|\([^()]*$/gu, '') }
const cut = (text: string, at: RegExp): string[] => withoutAsides(text).split(at)
/** Clauses that say something of the way, not of the thing. */
const beside = /^(?:请|如|若|以|过|逾|联系|邮箱|地址|电话|其中|附|届时|不接受|不收|系统|每人|每日|每天|每个|严禁)/u

export function aroundOf(sentence: Sentence, when: When, previous: When | undefined, next: When | undefined): Around {
  const open = sentence.text.slice(previous === undefined ? 0 : previous.to, when.from).replace(/\((?=[^()]*$)/u, '')
  const clauses = cut(open, /[;。]/u).at(-1)?.split(/,(?!$)/u) ?? []
  const before = trimLabel(clauses.at(-1) ?? '')
  const end = next === undefined ? sentence.text.length : sentence.text.lastIndexOf(',', next.from) >= when.to ? sentence.text.lastIndexOf(',', next.from) : next.from
  const after = cut(sentence.text.slice(when.to, end).replace(/^\)/u, ''), /[;。]/u)[0] ?? ''
  const under = (sentence.under.at(-1) ?? '').replace(/\([^()]*$|\([^()]*[\d月旬][^()]*\)$/u, '')
  // 推荐审核(3月11日至4月15日): alone in its brackets, and what follows is another thing's
  const alone = sentence.text.slice(0, when.from).endsWith('(') && sentence.text.slice(when.to).startsWith(')')
  return { before, earlier: previous === undefined ? trimLabel(clauses.at(-2) ?? '') : '', after: alone && /^\)(?:[、,;。]|$)/u.test(sentence.text.slice(when.to)) ? [] : after.split(/,|(?<!\d):|:(?!\d)/u).map((x) => x.trim()).filter((x) => x !== ''), under, stretch: sentence.text.slice(when.start?.from ?? when.date.from, when.date.to).replace(/^20\d\d ?年 ?/u, '') }
}
const trimLabel = (words: string): string => trimWords(words.replace(/:$/u, '')).replace(/^.*:(?=.)/u, '')

/** The campaign's own verb: 推荐 of a title that asks to nominate. */
export const campaignVerb = (page: Page): string => /申报|申请|报名|征集|推荐|提名|评选|推选/u.exec(page.title.replace(/的?通知.*$/u, ''))?.[0] ?? '推荐'

const thing = /(?:材料|表|照片|视频|名单|报告|文件|资料|信息|作品|电子版|电子稿|电子档|文档|纸质版|纸质件|扫描件|原件|复印件|版|建议|意见|函|书|请示|总结|方案|件|稿|光盘|结果)(?:[、和及与]|$|《|》|的|各?[一二三四五六\d]|等|电子|纸质|原件|一)/u
const isThing = (words: string): boolean => thing.test(words)
const plainThing = (words: string): string => words.replace(/^[^《》,]{0,24}填写(?=[一-鿿《]{2})/u, '').replace(/(?<=[版件料表书])(?:均|都)?(?:须|应|要|需)[^,]*$/u, '').replace(/》(?=《)/gu, '、').replace(/各?(?:一式)?(?:[一二三四五六两]|\d+) ?[份套张个](?:\(?[^()]{0,4}\)?)?|\d+(?:-\d+)?字(?:左右|以内)?的?|[《》]/gu, '').replace(/^(?:请|并|须|务必|将|把|由|需|应|要|填好的?|填写好?的?|填写|以下|下列|以上|上述|所有|全部)+/gu, '').replace(/》(?=《)/gu, '、').replace(/(?:于|在|应|须|请|的|等)+$/u, '')
/** A list is told to its third thing. */
const shortly = (words: string): string => {
  if (/^(?:Word|PDF|电子|纸质)版?(?:和|及|、|与)(?:Word|PDF|电子|纸质)版?(?:各?一套|材料)?$/iu.test(words)) return words.replace(/各?一套|材料$/u, '') + '材料'
  const all = words.split(/[、,和及与]/u)
  return words.split('、').length > 3 ? (/电子/u.test(words) ? '电子版材料' : /纸质/u.test(words) ? '纸质材料' : `${all.slice(0, 2).join('、')}等材料`) : words
}
const bothMedia = /^(?:请|将|把)?(?:电子版?(?:材料)?(?:和|及|、|与)纸质版?|纸质版?(?:材料)?(?:和|及|、|与)电子版?)(?:的)?(?:材料|文件|资料)?$/u
const bodyOf = (words: string): string => words.replace(/^(?:至|到|给|往|送|交|由)+/u, '').replace(/(?:指定|以下)(?:的)?/u, '').replace(/[A-Za-z0-9@:].*$/u, '').replace(/(?:备案|处理|汇总|审核)$/u, '').slice(0, 22)
const noTarget = /^(?:并|各|一|两|以|并|即可|同时|材料|:|后|的|时|等|完毕|截止|时间|，)/u

/** Object, verb and taker of a clause that hands something in; undefined where none does. */
function handing(clause: string, topic: string): string | undefined {
  // 按…细则的要求提交: how it is handed in
  const words = trimWords(clause.replace(/^[^,]{2,40}?(?:要求|规定)(?=提交|报送|上交|填报)/u, '').replace(manner, '').replace(manner, ''))
  const m = sends.exec(words)
  if (m === null) return undefined
  const pre = words.slice(0, m.index), post = words.slice(m.index + m[0].length)
  const own = pre.includes('将') ? pre.slice(pre.lastIndexOf('将') + 1) : pre.includes('把') ? pre.slice(pre.lastIndexOf('把') + 1) : pre
  const towards = /[至到达往给]$/u.test(m[0]) || /^(?:至|到|给|往|由)/u.test(post)
  const verb = m[0].length > 1 ? m[0].replace(/[至到往给]$/u, '') : m[0]
  const object = own !== pre || isThing(own) ? shortly(plainThing(own)) : ''
  const given = !towards && !post.startsWith('并') && isThing(post) ? shortly(plainThing(post.split(/[至到给](?=[一-鿿]{2})/u)[0] ?? '')) : ''
  const target = given !== '' || noTarget.test(post.replace(/^(?:至|到|给)/u, '')) ? '' : bodyOf(post)
  const what = object !== '' ? object : given !== '' ? '' : topic
  if (what === '' && given === '' && target === '' && (/填|传|录|反馈|返回/u.test(verb) || /网上|在线|线上/u.test(pre))) return `${/网上|在线|线上|书面|“[^“”]{2,16}”(?:完成)?/u.exec(pre)?.[0] ?? (pre.length <= 6 ? plainThing(pre) : '')}${verb}`
  if (what === '' && given === '' && target === '') return `推荐材料${verb.length === 1 ? '报送' : verb}`
  if (verb.length === 1 && target === '' && what === '' && given !== '') return `${given}报送`
  return `${what}${what !== '' && given === '' && target === '' && verb.length === 1 && !/寄/u.test(verb) ? '报送' : verb}${given}${target}`
}

const label = new RegExp(`([一-鿿]{0,12}?(?:${applyVerbs}|寄出|寄送|邮寄|送达|${stageVerbs}|材料|作品|寄|[一-鿿]))(?:的)?(?:起止|截止|截稿|报送|接收)?(?:时间|日期|期限|时限)?(?:为|是|由|从|原定|的)*$`, 'u')
const verbs = new RegExp(applyVerbs, 'u')
/** 推荐不多于2名人选: how many is a quota's. */
const ofNumber = /(?<=[荐报选名出])(?:不超过|不多于|最多|至多|至少)?(?:\d+-)?(?:\d+|[一两二三四五六七八九十]+)[名人个项](?:以内)?(?:的)?(?:候?人选|候选人|对象)?$/u
const phrase = (clause: string): string => trimWords(clause.replace(manner, '')).replace(/^[“”]?[一-鿿]{2,12}[日节][“”]?(?=前后|期间|前夕|当天)|^“[^“”]{2,12}[日节]”/u, '').replace(/^(?:前后|前夕|左右|当天|[上下]午|期间|我[局会校院市省委部处]|将|拟|正式|统一|由|对|在|于|并|的)+/u, '').replace(/^[一-鿿]{2,10}?[日节](?:当天)?(?=揭晓|公布|发布|表彰|举行|颁奖)/u, '').replace(/(?:等|方式|工作|环节)$/u, '').replace(/^.{10,}?(?:进行|开展)(?=.{4,})/u, '').replace(ofNumber, '').slice(0, 26)

/** Whose duty a clause tells: 各市总工会、省产业工会通过…. */
const doing = /^(?:请|由)?([一-鿿()、]{3,18}?[会部院局厅校区位企委处司室科队])(?=通过|经|组织|按|对|根据|要|应|须|统一|审核|汇总|完成)/u, anybody = /^(?:各|有关|相关|推荐|申报|所在)*(?:单位|部门|学院|支部|科室)$/u
const meets = /会议|大会|仪式|答辩|典礼|活动|会$/u
/** What is due until a time. */
export function dueWhat(page: Page, { before, earlier, after, under, stretch }: Around, when: When): string {
  // 学科组评审改为5月中旬: what is moved, where it is no applying
  const movedTo = when.shifted === true ? trimWords((when.middle ?? before).replace(/^.*[将把](?=.{2})|^原定?(?!于)/u, '').replace(/(?:的)?(?:召开|举行)?(?:时间|日期)?(?:由|从|也|均|统一|原定于?|原计划于?)?$/u, '')) : ''
  if (movedTo.length >= 2 && movedTo.length <= 16 && (acts.test(movedTo) || meets.test(movedTo)) && !verbs.test(movedTo)) return `${movedTo}${when.date.third === undefined ? '' : `(${stretch})`}`
  const topicOf = (words: string): string => trimWords(plainThing(words.replace(/^.*?(?:将|把)/u, '').replace(/(?:自[一-鿿]{0,6}|请|务必|须|应|需)?(?:于|在)?$/u, '')))
  const topic = isThing(topicOf(before)) || earlier === '' || acts.test(topicOf(before)) ? topicOf(before) : topicOf(earlier)
  const object = isThing(topic) ? bothMedia.test(topic) ? `${campaignVerb(page)}材料` : shortly(topic.replace(/^(?:各|每)[一-鿿]{1,8}?(?:单位|学院|部门|支部)(?:的|请)?/u, '')) : ''
  const own = /为[^,。;]{0,4}?(申报|推荐|报名|提名|受理|征集)[^,。;]{0,2}截止$/u.exec(when.after)?.[1]
  if (own !== undefined) return `${own}截止`
  const labelled = when.label || /(?:时间|日期|期限|时限)(?:为|是|由|从|原定|的|相应|同步|也|均|统一|:)*$/u.test(before)
  const act = when.middle ?? before.replace(/^.*[将把](?=.{2})/u, '')
  const said = labelled ? (label.exec(act.replace(/自[一-鿿]{0,6}$/u, '').replace(/(?:时间|日期|期限|时限|截止|截至)(?:为|是|由|从|原定|的|相应|同步|也|均|统一|:)*$/u, ''))?.[1] ?? '').replace(/(?:起止|截止|的)$/u, '') : ''
  if (labelled && verbs.test(said) && !/^(?:各|请)/u.test(said)) return said.endsWith('材料') ? `${said}${/接收|报送|寄送|递交|提交|接受/u.exec(before)?.[0] ?? ''}`  : /关闭$|截止$/u.test(said) ? said : `${said}截止`
  if (after.length > 1 && /^[^,]{0,6}(?:报送|提交|报|交)(?:以下|下列)?(?:材料|资料)?$/u.test(after[0] ?? '') && /^(?:\(?\d|[①-⑨]|《|[一二]是)/u.test(after[1] ?? '')) return '材料报送'
  // 各院系将汇总表及汇编,报送到教务处
  const carried = object === '' && /^[^,]{0,12}[将把]/u.test(after[0] ?? '') && !sends.test(after[0] ?? '') ? topicOf(after[0] ?? '') : ''
  const handed = after.slice(0, 3).map((c, i) => (i > 0 && beside.test(c) || /^(?:各?[一-鿿]{0,8})?完成/u.test(c) ? undefined : handing(c, i > 0 && isThing(carried) ? shortly(carried) : object)))
  const first = handed.findIndex((h) => h !== undefined)
  if (first >= 0 && !after.slice(0, first).some((c) => new RegExp(`^(?:请)?(?:接受|受理|${doneVerbs}|${eventVerbs})`, 'u').test(c))) {
    const second = after[first + 1], more = second === undefined || !/^(?:同时|并)?(?:将|把)?(?:纸质|电子|书面|原件|盖章)/u.test(second) ? undefined : handing(second.replace(/^(?:同时|并)+/u, ''), '')
    const doer = first > 0 && /^(?:上?报送?|送|交|推荐)[一-鿿]{2,}/u.test(handed[first] ?? '') && object === '' ? doing.exec(after[0] ?? '')?.[1] ?? '' : ''
    return `${anybody.test(doer) ? '' : doer}${handed[first] ?? ''}${more === undefined || more.endsWith('报送') || more.length > 12 ? '' : `、${more}`}`
  }
  const lead = after[0] ?? ''
  const reach = /^(?:与|向)?(?:联系|告知|通知)[一-鿿]{2,14}$/u.exec(lead)
  if (reach !== null) return reach[0]
  if (/异议/u.test(earlier) && /反映|提出/u.test(lead)) return '异议截止'
  if ((acts.test(lead) || verbs.test(lead)) && !beside.test(lead)) {
    const plain = phrase(lead)
    if (new RegExp(`^(?:前)?(?:完成)?(?:${applyVerbs})$`, 'u').test(plain) || /^(?:接受|受理)/u.test(plain)) return `${plain}截止`
    const whose = plain.length <= 3 ? /(?:[一-鿿]{0,6}(?:结果|名单)|[一-鿿]{0,8}(?:仪式|大会|会议))(?=(?:将|拟|计划|预计|定)*[于在]?$)/u.exec(before)?.[0] ?? '' : ''
    return `${whose}${plain}${plain.length === 2 && whose === '' && when.date.third !== undefined ? `(${stretch}${when.after})` : ''}`
  }
  if (object === '' && said !== '' && isThing(said) && !bothMedia.test(said)) return said
  if (object !== '') return object === '材料' ? `${campaignVerb(page)}材料` : object
  if (/异议/u.test(`${earlier}${before}`)) return '异议截止'
  const near = [...before.replace(/自[一-鿿]{0,6}$/u, '').matchAll(new RegExp(`[一-鿿]{0,4}?(?:${openVerbs}|${applyVerbs}|评选)`, 'gu'))].at(-1)?.[0] ?? (new RegExp(`(?:${applyVerbs})`, 'u').test(under) && under.length <= 8 ? under : undefined)
  return `${near === undefined ? campaignVerb(page) : phrase(near)}截止`
}

/** 网络点赞 of 10月27日至11月2日网络点赞, of 网上投票从…: what is open, with its own modifier. */
const openPhrase = new RegExp(`((?:(?![于在为从自将])[一-鿿]){0,8}?)(${openVerbs})`, 'u')
const asked = (words: string): string | undefined => { const m = openPhrase.exec(words); return m === null ? undefined : `${trimWords((m[1] ?? '').replace(/^.*并接受|^通?过.*(?:服务号|公众号|平台|系统|网站|小程序|客户端)/u, '')).replace(/^(?:进行|组织|开展|开通|开放|开启|启动|时间|期限?|的|并|予以)+/u, '')}${m[2] ?? ''}` }
export const ofDeeds = /^(?:期间|以来|内)?[^,。;]{0,6}?(?:取得|发表|(?:首次)?公开发布|首次|首播|上映|出版|完成的|任职|出生|工作满|学年|年度|获得)|^(?:以来)/u

/** 填报系统自…开放: what opens and closes. */
export const systemIn = (before: string): string | undefined => { const m = /((?:(?!自|从|于|的|请|在)[一-鿿“”]){0,8}(?:系统|平台|网站|窗口|入口|(?<!投票)通道))(?:将|拟|自|从|于|在|定于|统一)*$/u.exec(before); return m === null ? undefined : trimWords(m[1] ?? '') }

const applying = new RegExp(`^(?:期间|内)?(?:提出|办理|接受)?(?:${applyVerbs})`, 'u')

/** What goes on between two times: what is open to all has both ends, other things only the last. */
export function betweenWhat(page: Page, sentence: Sentence, { before, after, under, stretch }: Around, when: When): readonly [When['date'], string][] {
  const lead = after[0] ?? '', start = when.start ?? when.date, system = /关闭|关停/u.test(when.after) || (when.start !== undefined && /^ ?(?:[零\d]{1,2}[点时]整?)?(?:开放|开通|开启)/u.test(sentence.text.slice(when.start.to))) ? systemIn(before) : undefined
  if (ofDeeds.test(lead) && !acts.test(lead.slice(0, 6))) return []
  if (system !== undefined) return [[start, `${system}开放`], [when.date, `${system}关闭`]]
  const own = asked(lead) ?? (when.middle === undefined ? undefined : asked(when.middle)) ?? asked(before) ?? (acts.test(lead) || verbs.test(before) || sends.test(lead) ? undefined : asked(under) ?? (/公示/u.test(sentence.text) ? '公示' : undefined))
  const done = new RegExp(`^(?:期间)?[^,]{0,10}?(?:${stageVerbs}|${doneVerbs}|${eventVerbs})`, 'u')
  if (own !== undefined && (asked(lead) === undefined || !new RegExp(`(?:${stageVerbs.replace(/公示|投票|点赞|\|$/gu, '_')})[^,]{0,6}(?:${openVerbs})`, 'u').test(lead))) return [[start, `${own}开始`], [when.date, `${own}截止`]]
  const thirds = start.third !== undefined || when.date.third !== undefined
  const whole = under.length >= 2 && under.length <= 14 && sentence.text.includes(`${under}(`)
  if (whole && (acts.test(under) || under.length <= 8)) return [[when.date, `${under}(${stretch})`]]
  const word = new RegExp(`(?:${stageVerbs}|${applyVerbs})(?:时间|工作|阶段|日期|期限?)?(?:为|是|:|从|自|于|在)*$`, 'u').exec(before)?.[0].replace(/(?:时间|工作|日期|期限?|为|是|:|从|自|于|在)+$/u, '')
  if (word !== undefined) {
    const modifier = new RegExp(`([一-鿿]{0,4})${word}`, 'u').exec(before)?.[1] ?? ''
    return [[when.date, thirds ? `${word}(${stretch})` : `${/^(?:网上|线上|在线|集中|单位|组织|系统)/u.exec(modifier)?.[0] ?? ''}${word}截止`]]
  }
  const clause = new RegExp(`(?:${stageVerbs})`, 'u').test(lead) || done.test(lead) || sends.test(lead) || applying.test(lead) ? phrase(lead.replace(/^期间/u, '')) : ''
  if (lead.startsWith('期间') && clause === '') return []
  if (clause !== '') {
    const apply = /^(?:各?[一-鿿]{0,6}?)?(?:登录|网上|在线|接受|受理|集中)?[一-鿿]{0,4}?(报名|申报|填报|受理|征集|提交|自荐|申请)/u.exec(clause)
    if (!thirds && apply !== null && !/审核|评/u.test(clause)) return [[when.date, `${clause.length <= 8 ? clause : apply[1] ?? ''}截止`]]
    return [[when.date, `${thirds && under.length >= 2 && under.length <= 12 && acts.test(under) && !clause.includes(under) ? `${under}、` : ''}${clause.replace(/[“”][^“”]*[“”]/gu, '')}(${stretch})`]]
  }
  if (/(?:系统|平台|通道|开放|受理)[一-鿿]{0,6}(?:时间|期限|日期)?(?:为|是|自|从)?$/u.test(before)) return [[when.date, `${campaignVerb(page)}截止`]]
  const name = trimWords(before).replace(/(?:起止|开放|受理)?(?:时间|日期|期限|时限)?(?:为|是|从|自)?$/u, '')
  if (name.length >= 2 && name.length <= 12 && acts.test(name)) return [[when.date, thirds ? `${name}(${stretch})` : `${name}截止`]]
  if (under.length >= 2 && under.length <= 12 && /发动|动员|推荐|评|审|申报|组织|宣传|表彰|报名|考察|填报|报送/u.test(under)) return [[when.date, `${under}(${stretch})`]]
  return []
}

const notYet = /^(?:(?!,).){0,12}?(?:了|以来|的会议)/u
const event = new RegExp(`(?:${eventVerbs}|${stageVerbs})(?!的|表|书|办法|委员会|机构|小组|专家|名单|条件)|^(?:${doneVerbs})`, 'u')
/** What is planned for a day; undefined where the day only tells of something. */
export function plannedWhat({ before, earlier, after, stretch }: Around, when: When): string | undefined {
  const third = when.date.third !== undefined
  const lead = phrase(after[0] ?? (/[一-鿿]{2,14}/u.test(before) && third ? before : ''))
  if (notYet.test(after[0] ?? '')) return undefined
  const subject = before.replace(/^.*[在由]/u, '').replace(/(?:定于|拟于|将于|计划于|拟定于|预计于?|将在|拟在|于|在|将|拟|初步|时间|相应顺延)+$/gu, '').replace(/(?:初步|预计|暂)$/u, '')
  // 网评定于7月上旬开展: what is done stands before its day
  const held = /^(?:开展|进行|组织|实施|开始|启动|完成|结束)(?:$|实施)/u.test(lead) ? trimWords(subject) || (before === '' || /^(?:暂|拟|初步|预)?(?:定|计)[于在]?$/u.test(before) ? trimWords(earlier) : '') : ''
  if (held !== '') return (acts.test(held) || meets.test(held)) && held.length <= 16 ? `${held}${third ? `(${stretch})` : ''}` : undefined
  // 评议时间暂定于3月24日: its name alone
  const fixed = /^(.{2,14}?)(?:的)?(?:时间|日期)?(?:暂|拟|初步|计划|预)?(?:(定于|定在|安排在|放在|改在|改为|调整到|调整至)|为)$/u.exec(before)?.[1]
  if (fixed !== undefined && acts.test(fixed) && !acts.test(lead)) return `${trimWords(fixed)}${third ? `(${stretch})` : ''}`
  const at = event.exec(lead)
  if (at === null || at.index > 20) return undefined
  const who = /^[一-鿿“”]{0,12}?(?:会|仪式|大会|名单|结果|活动|评审|答辩|典礼|[初复终会网函]评|[初复终]审)$/u.test(subject) ? subject : ''
  return `${lead.startsWith(who) || who.endsWith(lead) ? '' : who}${lead}${third ? `(${stretch})` : ''}`
}

/** Whole months, 3月至6月, with what is then done; undefined where they tell the time of deeds or of nothing. */
export function monthsWhat(page: Page, { before, after, under, stretch }: Around): string | undefined {
  const lead = after[0] ?? ''
  if (ofDeeds.test(lead)) return undefined
  const roles = new RegExp(`${stageVerbs}|${applyVerbs}`, 'gu')
  const near = [...before.slice(-14).matchAll(roles)].at(-1)?.[0] ?? [...lead.slice(0, 14).matchAll(roles)][0]?.[0]
  if (near !== undefined) return `${near}(${stretch})`
  const heading = trimWords(under).replace(/\(.*$/u, '')
  if (!/(?:活动|实施|开展)(?:的)?(?:时间|周期|安排)?(?:为|是|:|从|自|于|在)?$/u.test(before) && trimWords(`${before}${lead}`) !== '' && before !== heading) return undefined
  return heading.length >= 2 && heading.length <= 12 && /发动|动员|推荐|评|审|申报|宣传|表彰/u.test(heading) && !/时间/u.test(heading) ? `${heading}(${stretch})` : `${campaignVerb(page)}活动(${stretch})`
}
