/** Quotas in words: who × bound × number × unit. A number without a who is no quota; jurors, colleagues and past winners are none. */
import { countPattern, countsOf, type Count } from '../../text/counts'
import { clausesOf, type Sentence } from '../../text/sentences'
import { trimWords, type Found, type Page } from './page'
import { caseBefore, tableRows, topicOf, unitBefore } from './quota-context'
import { cameIn, onlyTold, specialWho, withoutFormer } from './quota-special'
import { shortlistsIn } from './quota-shortlist'
import { candidates, nominatingVerbs, notQuotaAfter, notQuotaBefore, quotaSigns, upwardVerbs, whoEnds, type QuotaFact } from './quota-words'

export type { QuotaFact }

const counted = countPattern('名|人|位|个|项|件|篇|组(?![织成建合])|支|部(?!门|委|队)|幅|户|所|枚|席|条')
const verb = new RegExp(`(?:${nominatingVerbs})(?!单位|部门|机构|人员|人选|人(?!选|数)|名额|渠道|奖(?![章状])|者)`, 'u')
const upwardName = /^(?:上报|报送|推荐至|报)[一-鿿]{2,10}$/u
const timeSubject = /^(?:经研究,?)?(?:活动|本次活动|集团|学校|医院|公司)?(?:决定|计划)?(?:全国|全省|全市|全区|全校|从中|最终|最后|择优|评审|经评审|经专家评审)?(?:每届|每次|每年|每轮|每批|本届|本次|今年|每两年)?(?:共|拟|总计|共计)?$/u

/** 公示无异议后确定…: a step gone through is no subject. */
const afterStep = /^(?:[一-鿿]{0,8}?)(?:公示|审核|审查|审定|评审|投票|表决|考察|研究|答辩|无异议|期满|通过|同意)(?:期满|结束|合格|通过|同意)?(?:且?无异议)?(?:之)?后$/u

/** The words between verb and number name what is nominated: 推荐优秀教师3名. */
interface Said { readonly who: string; readonly object: string; /** The verb between them. */ readonly by?: string }

/** 各专业委员会于6月8日前向秘书处: when and to whom is no part of who. */
const towards = /(?<=[会部院局厅校区位企委处司室科协])(?:于[^,;]{2,22}?前)?(?:可|均可)?(?:向[一-鿿]{2,10})?$/u
/** 各单位要认真对照条件: how a unit does it is no part of its name. */
const manner = new RegExp(`^((?:[各每我本]|其他|其余)[^,;。]{0,30}?(?:${whoEnds})(?:\\([^()]*\\))?)(?:要|须|应|需|可|根据|按照?|结合|对照|认真|严格|择优|民主|自主|经(?!济|信|贸|办|营)|以|从)(?:.*)$`, 'u')
/** 会员500人以上的分会: the size stands for the one who nominates. */
const bySize = /^[^,;。]{0,30}?\d+ ?[名人个](?:\([^()]{1,4}\)|及)?以?[上下内]?(?:\([^()]{1,4}\))?的[一-鿿]{0,14}$/u
/** 市州科协各, 各单位推荐人选, 设一等奖: words beside the name of the one meant. */
const bareWho = (who: string): string => {
  const bare = who.replace(manner, '$1').replace(/(?<=.{2})(?:民主|择优|自主)$/u, '').replace(/(?:的)?(?:推荐|申报|评选|报送|分配)?(?:的)?(?:候选人|人选|人数|名额|限额|指标|数量)(?:分配)?(?:为|是)?$/u, '').replace(/(?:原则上|可以|可|应|须|限|最多|至多|只能|只|仅|各|的|按|以)+$/u, '').replace(towards, '').replace(/(?:可以|可|均可|各|将|拟|自愿报)+$/u, '').replace(/(?:每年度?|每届|每次|每批|本届|本次|当年|有)$/u, '').replace(/^(?:另?共?设立?(?=.{2,}奖)|另(?=.{2,}[奖额])|其中,?(?=其中))/u, '')
  const plain = bare.replace(/(?:推荐|申报)$/u, '')
  const even = (bare.match(/[“”]/gu)?.length ?? 0) % 2 === 0
  if (!even) return bareWho(bare.replace(/[“”]/gu, ''))
  return trimWords(plain.length >= 3 && plain !== bare && !/[校院省市县区处]$/u.test(plain) ? plain : bare) || who
}

const doing = /^(?:集体|会议|综合)?(?:研究|讨论|审议|评议|投票|表决|票决|审定)(?:后|并)?$/u
/** Who stands before the verb, and what between verb and number. */
function saidIn(words: string): Said {
  const inner = /其中,?$|其中,?/u.exec(words)
  const text = trimWords(words).replace(/^(?:请|由|原则上|其中,?|但(?!书)|同时|并|且|另外|另(?![设有])|再(?!经|由)|还|此外|现|拟请|推荐名额为?)+/u, '')
  if (inner !== null) {
    const rest = text.replace(/^.*其中,?/u, ''), said = rest === words ? { who: trimWords(rest), object: '' } : saidIn(rest)
    return unitLike.test(said.who.replace(/\([^()]*\)$/u, '')) && said.object !== '' ? { ...said, who: `其中${said.who}` } : { who: `其中${trimWords(rest)}`, object: '' }
  }
  const joint = /^(.{2,30}?(?:联系|会同|联合|商).{2,30}?共同(?:推荐|申报|提名))/u.exec(text)
  if (joint !== null) return { who: joint[1] ?? text, object: '' }
  const m = verb.exec(text)
  if (m === null) return { who: text, object: '' }
  if (m.index === 0 && upwardName.test(text)) return { who: text, object: '' }
  const head = text.slice(0, m.index)
  let object = text.slice(m.index).replace(/^.{0,6}?(?=[^一-鿿])/u, (x) => (verb.test(x) ? '' : x))
  for (let i = 0; i < 4; i++) object = object.replace(new RegExp(`^(?:${nominatingVerbs})(?!奖(?![状章]))`, 'u'), '').replace(/^(?:出|产生|为|至|到|不|的|原则上|总数|人数|数量|人选|候选人|对象|候选|拟)+/u, '')
  object = trimWords(object.replace(/(?:荣誉)?称号$|(?:的)?(?:候选人|人选|对象)$|[“”]/gu, ''))
  const how = (/^(?:按|按照|经|由|通过|从|以|根据|在)/u.test(head) || afterStep.test(head)) && /^(?:选出|评出|产生|确定|命名|认定|遴选|评选|选树)/u.test(m[0])
  const host = /^(?:表彰|评选|评出|授予|奖励|选树|命名)/u.test(m[0]) && /拟|决定|计划|将$/u.test(head) && !/^[各每]/u.test(head)
  object = object.replace(/^(?:20\d\d年度?)|各$/gu, '')
  if (!plainObject.test(object) && /[后且按数]|意见|之一|根据|不足|符合/u.test(object)) object = ''
  if (host) object = object.replace(/^(?:全[国省市区县校系]+)?[一-鿿“”]{2,16}(?:工作|系统|战线|行业|领域)(?=先进|优秀|劳动模范)/u, '')
  // the jury that picks: 协会初评后评审组选出 is the society's
  const jury = /^由?(?:(.{2,10}?)(?:初筛|筛选|初评|初审|审查|审核|汇总|评议)后,?)?([一-鿿]{0,10}?(?:评审会|评委会|委员会|评审组|专家组|评选机构|评审小组))(?:投票|表决|打分)?$/u.exec(head)
  if (jury !== null && /^(?:评出|选出|评选|遴选|推选)/u.test(m[0])) return object !== '' ? { who: object, object: '' } : { who: `${jury[1] ?? ''}${jury[2] ?? ''}${m[0].endsWith('出') ? m[0] : `${m[0]}出`}`, object: '' }
  const done = /^(.{2,12}?)(?:会议|集体|民主)?(?:审核|汇总|研究|评审|讨论|评议|公示|初评|初审|初选)(?:通过|同意|确定)?后$/u.exec(head)?.[1]
  if (done !== undefined && !how && /推荐|申报|上报|提名/u.test(m[0]) && !/^(?:经|由|按)/u.test(done)) return { who: done, object: '' }
  // 研究确定, 会议审议产生: the act itself, done by the organiser
  if (doing.test(head) && /^(?:选出|评出|产生|确定|命名|认定)/u.test(m[0])) return { who: `${head}${text.slice(m.index).replace(/(?:不超过|不多于|最多|至多)$/u, '')}`, object: '', by: m[0] }
  const who = how || (host && object !== '') ? (object === '' ? m[0] : object) : timeSubject.test(head) ? (object === '' ? head + m[0] : head.replace(/拟|共|从中|最终|最后|择优|经?(?:专家)?评审|本[次届]|今年|此次/gu, '') + object) : head
  return { who: who.replace(/(?:推荐)?(?:候选人|人选|人数|名额)$/u, '').replace(/(?:原则上|可以|可|应|须|限|最多|至多|每年|只能|各|的)$/u, ''), object: object.length > 16 ? '' : object, by: m[0] }
}

/** The subject of an earlier clause: 科技处 of 科技处组织专家评审. */
function leading(words: string): string {
  const m = /^(.{1,36}?)(?=[一二三四五六七八九十\d]+[类项组]|每[类项]|组织|分(?!工会|会|院|公司)|负责|根据|按|在|对(?!象)|要(?=认真|严格|按|根据|结合|对照|择优|坚持)|认真|民主|结合|自主|择优|严格|依据|经(?!济|贸|信)|采取|实行|汇总|审核|评审|从|将|须|应|推荐(?!单位|部门)|可|合并|自愿|作为|名额|指标|不[作做设]|只|仅|仍)/u.exec(trimWords(words))
  return m === null ? '' : (m[1] ?? '')
}

const candidateNext = new RegExp(`^(?:“|${candidates})`, 'u'), whoEnd = new RegExp(`(?:${whoEnds})(?:\\([^()]*\\))?各?$`, 'u'), goesUp = new RegExp(`^(?:候选人|人选)?(?:${upwardVerbs})([一-鿿]{2,14})`, 'u')
/** No clause of a notice names more numbers. */
const mostCounts = 60
const ofSize = (clause: string, count: Count): boolean => /以[上下内]$/u.test(clause.slice(count.from, count.to).trim()) || count.high >= 100

/** Whether the number is one of nominations or winners. */
function isQuota(clause: string, before: string, count: Count, after: string, inList: boolean, signed: boolean): boolean {
  if ((count.bound === 'min' && count.low === undefined) || count.high === 0 || onlyTold(before, after, count)) return false
  // 1000人以上的单位 tells a size, 不得同时申报两个 forbids
  if (/^(?:\([^()]{1,4}\))?(?:以[上下内]|及以[上下])?的(?=[一-鿿]|$)/u.test(after) && ofSize(clause, count)) return false
  if (/(?:不得|不能|不可|不允许|禁止)(?!超过|多于|高于|大于|少于|低于|超出)[^,。;]*$/u.test(before)) return false
  // a number in brackets beside the quota: (四舍五入,不足1人的可推荐1人)
  const aside = before.lastIndexOf('(') > before.lastIndexOf(')') ? before.slice(before.lastIndexOf('(') + 1) : ''
  if (aside !== '' && !/^(?:其中|含|包括|[一-鿿]{2,10}$)/u.test(aside)) return false
  // 选出2人参加终评; 2人参加培训 sends nobody up
  const goesOn = /^参加[^,;。]{0,14}?(?:[终复初总]评|评选|遴选|决赛|大赛|比赛|答辩)/u.test(after) && /(?:评|选|荐|推|确定|产生)出?$/u.test(before)
  if ((notQuotaAfter.test(after) && !goesOn) || notQuotaBefore.test(before)) return false
  const ends = /^(?:$|[,;。、()和]|左右)/u.test(after) || specialWho(before, after, []) !== undefined || candidateNext.test(after)
  if (/[项件篇部幅组所户支枚条]/u.test(count.unit) && !inList && !/评选|评出|遴选|总数|名额|奖|推荐|申报|报送|限|每|项目/u.test(clause)) return false
  // 可推荐2个先进小组: what is nominated follows at once
  const nounNext = /(?:推荐|限报|推选|评选|评出|申报|增报|表彰)(?:不超过|最多|至多)?$/u.test(trimWords(before)) && /^[一-鿿“”]{2,12}(?:[,;。、(]|$)/u.test(after)
  if (count.unit === '个' && !ends && !nounNext) return false
  const said = trimWords(before.replace(/不超过|最多|至多|可|限|[“”]/gu, ''))
  const named = said.length >= 2 && said.length <= 24 && whoEnd.test(said) && ends
  return signed || inList || named
}

/** 最美志愿者:20名: the label is the one who has them. */
const labelled = /(?<=^|[,;。])[^,;。:\d]{2,24}:(?=(?:共|各|限|不超过|最多)*\d{1,4} ?[名人个项支家])/gu
interface Piece { readonly from: number; readonly to: number; readonly text: string }

const chosenBy = /^(?:评出|选出|确定|产生|遴选|选树|命名|评选)/u
const needsSubject = /^(?:(?:共|合计|总计|一共)(?:推荐|申报|推选|上报)|仍?(?:均|各)?为|仍各?|限额|名额|指标|推荐名额|各|每类|每项|总数|总计|合计|共|共计|各类)$/u

function whoOf(said: Said, clauses: readonly Piece[], index: number, header: string): string {
  const bare = trimWords(said.who), sized = trimWords(clauses[index - 1]?.text ?? '')
  if ((/^(?:增加|追加)?$/u.test(bare) || bare === said.object) && (bySize.test(sized) || /^(?:获|凡|对|曾|已)[^,;。]{3,30}的$/u.test(sized))) return sized.replace(/的$/u, '')
  if ((bare === '' && said.object === '') || needsSubject.test(bare) || (verb.test(bare) && !/选出|评出|产生|确定/u.test(bare) && bare.replace(verb, '') === '')) {
    // 每类确定6名: the organiser's choice, whoever the clause before names
    if (bare !== '' && bare !== said.by && chosenBy.test(said.by ?? '')) return `${bare}${said.by ?? ''}`
    for (let k = index - 1; k >= 0; k--) {
      const text = clauses[k]?.text ?? '', name = trimWords(text), setUp = /^(?:另|同时|并|还)?设(?:立)?([^,;。\d]{2,12}奖)$/u.exec(name)?.[1]
      if (setUp !== undefined) return setUp
      const head = name.length <= 30 && !/\d/u.test(name) && plainObject.test(name) && whoEnd.test(name.replace(/[“”]/gu, '')) ? name : leading(text)
      if (head !== '' && !head.startsWith('从')) return head + bare.replace(/^仍?(?:均|各)?为$|^仍各?$/u, '')
      const object = bare === '' ? /“[^“”]{2,20}”$/u.exec(name)?.[0] ?? saidIn(text).object : ''
      if (object.endsWith('”') || (object !== '' && whoEnd.test(object))) return object
    }
  }
  const who = /^(?:同意后|后|经.{2,20})$/u.test(bare) ? '' : said.who
  const named = trimWords(who) === '' ? said.object : who
  return header === '' || named.includes(header) || named === '' ? named : named + header
}

/** 教工4、学生6 in the brackets after a number: shares of it. */
function sharesIn(after: string, base: string, taken: ReadonlySet<string>): QuotaFact[] {
  const inside = /^[一-鿿]{0,8}\(((?:[一-鿿]{2,10}\d{1,3}[名人个]?(?:[、,;]|(?=\)))){2,})\)/u.exec(after.replace(/ /gu, ''))
  if (inside === null) return []
  return [...(inside[1] ?? '').matchAll(/([一-鿿]{2,10}?)(\d{1,3})[名人个]?/gu)].map((m) => ({ who: taken.has(m[1] ?? '') ? `${base.replace(/^其中/u, '')}其中${m[1] ?? ''}` : m[1] ?? '', max: Number(m[2]) }))
}

/** What is counted, where the noun follows the number: 1个集体(个人), 10名“提名奖”. */
function nounAfter(after: string): { pool: string; noun: string } {
  const pool = /^(集体|团队|单位)\((个人)\)|^(集体|团队)(?:或|或者)(个人)/u.exec(after)
  if (pool !== null) return { pool: `${pool[1] ?? pool[3] ?? ''}或${pool[2] ?? pool[4] ?? ''}`, noun: '' }
  return { pool: '', noun: /^“?([一-鿿·]{2,14})”?/u.exec(after.replace(/^(?:左右)/u, ''))?.[1]?.replace(/(?:和|及|与|报|至|到|参加|作为|并|在|为).*$/u, '') ?? '' }
}

/** 一等奖…二等奖: the prizes of one award. */
const tiers = /^(?:设)?(?:[特一二三四]等|金|银|铜|优秀|优胜)奖$/u, tierOf = /^(.{2,}?)(?:[特一二三四]等|金|银|铜|优秀)奖$/u, awardOf = /^([^,;]*“[^“”]{2,20}”)(?:先进|优秀)?(?:个人|集体|团队)$/u
const kindOfCandidate = '(?:个人|集体|团队|教师|学生|教工|职工|家庭|项目|班组)'
const ofKind = new RegExp(`^(?:优秀|先进)?${kindOfCandidate}$`, 'u'), unitHead = /^(?:每个?|各)[一-鿿]{1,6}?(?:社区|街道|村|单位|学院|学校|部门|支部|分会|学会|医院|企业|[省市县区镇乡科系班院局])/u
/** 推荐个人、集体各不超过2个: one number for each kind. */
const eachKind = new RegExp(`^(.{2,}?)(?<kinds>${kindOfCandidate}(?:[、和及与]${kindOfCandidate})+)(?:候选人?|人选)?(?:原则上)?各$`, 'u')
/** 可报医生、护士各1人: the same for whatever stands after the verb. */
const eachThing = /^(.{2,60}?(?:推荐|可报|合报|推选|申报|提名|限报|限荐))((?:[^,;。、和及与]{2,16}[、和及与])+[^,;。、和及与]{2,16}?)(?:候选人?|人选)?(?:原则上)?各$/u
/** 总院:医生、护士各6名: the label says it without a verb. */
const eachOfList = /^((?:[一-鿿]{2,10}[、和及与])+[一-鿿]{2,10})各$/u
const labelledEach = (label: string, before: string): RegExpExecArray | null => {
  const list = eachOfList.exec(before.trim()), name = trimWords(label).replace(/^[●○■◆▲★·] ?/u, '')
  if (list === null || name.length < 2 || name.length > 24 || /[\d]/u.test(name) || verb.test(name)) return null
  list.splice(1, 1, name, list[1] ?? '')
  return list
}
/** What is nominated, as a plain noun: no condition, no reckoning. */
const plainObject = /^(?!.*(?:[后且按数再]|推荐|申报|提名|报送|意见|之一|以上|根据|不足|符合))[一-鿿“”()·]{2,20}$/u

/** Those who nominate, by the beginning or the end of their words. */
const unitLike = /^[每各我本其]|[校院省市县区会科局委处部位门团司室队级关企所]$/u
/** 先进班组12个、先进个人30名: nothing but honours with their numbers. */
const honours = /^(?:[^\d,;。:]{0,4}(?:先进|优秀|最美|模范|标兵|示范|文明|十佳|杰出)[^\d,;。:]{0,16}?(?:\d{1,4}|[一二两三四五六七八九十]{1,3}) ?[名个人项户家](?:\([^()]*\))?[、和及]?){2,}$/u
const generic = /^(?:候选人?|人选|人员|个?人|名额|指标|代表|推荐人选|初步候选人|正式人选|候选集体|项目|单位)?$/u

function factsIn(clause: Piece, clauses: readonly Piece[], index: number, header: string, taken: Set<string>, inList: boolean, topic: string, title: string, previous: string): QuotaFact[] {
  const out: QuotaFact[] = []
  let last = 0, skip = 0, subject = '', inner = false, paired = false
  const counts = countsOf(clause.text, counted).slice(0, mostCounts), several = counts.length > 1, signed = quotaSigns.test(clause.text) || (several && honours.test(clause.text.trim()))
  for (const count of counts) {
    if (count.from < skip) continue
    last = Math.max(last, skip === 0 ? 0 : skip + 1)
    const before = withoutFormer(clause.text.slice(Math.max(last, count.from - 120), count.from)), after = clause.text.slice(count.to, count.to + 120)
    if (count.bound === 'min' && count.low === undefined && !/^的(?=[一-鿿])/u.test(after)) { last = count.to; inner ||= /其中/u.test(before) }
    if (cameIn(title, before) || !isQuota(clause.text, before, count, after, inList || out.length > 0, signed)) continue
    const special = specialWho(before, after, clauses.slice(0, index).map((c) => c.text))
    if (special !== undefined) { out.push({ who: special, max: count.high }); last = count.to; continue }
    const each = eachKind.exec(before) ?? eachThing.exec(before) ?? labelledEach(clauses[index - 1]?.text ?? '', before)
    if (each !== null) {
      for (const kind of (each[2] ?? '').split(/[、和及与]/u)) out.push({ who: `${bareWho(saidIn(each[1] ?? '').who).replace(/可?向[一-鿿]{2,10}$/u, '')}(${kind})`, max: count.high })
      last = count.to
      continue
    }
    const said = saidIn(last > 0 ? before.replace(/^(?:\([^()]*\)|[^()]{0,4}\))(?=[、,和及])/u, '') : before)
    const { pool, noun } = nounAfter(after.replace(/^\([^()]{1,3}\)/u, ''))
    // the noun of the number before stands here again: 10名一等奖和20名二等奖
    const again = last > 0 && /^“?[一-鿿·]{2,14}”?(?:和|及|与|、|并)$/u.test(before) ? { who: '', object: '' } : said
    let who = again === said ? whoOf(said, clauses, index, header) : noun
    // 每类确定6名候选人: what comes out belongs to it
    if (chosenBy.test(said.by ?? '') && who.endsWith(said.by ?? '') && /^(?:每|各)/u.test(who) && noun !== '') who = `${who}${noun}`
    const told = last > 0 ? subject : previous, tier = tiers.test(trimWords(who)) ? tierOf.exec(told)?.[1] : ofKind.test(trimWords(who)) ? awardOf.exec(told)?.[1] : undefined
    if (tier !== undefined) who = `${tier}${trimWords(who)}`
    if (/^(?:入围|当选|入选|获奖|获评)/u.test(noun) && /得票|票数|排名|得分/u.test(before)) who = noun
    if (inner && !/^[其每各]/u.test(who)) who = `其中${who}`
    if (/^(?:最终|最后|择优)?(?:确定|产生)$/u.test(trimWords(who)) && noun !== '') who = `${trimWords(who)}${noun}`
    if (who.endsWith('提出') && noun !== '') who = `提出${noun}`
    // 每个社区志愿者不超过3人、项目1个: both are the community's
    const place = last > 0 && several && said.object === '' && ofKind.test(trimWords(said.who)) ? unitHead.exec(subject)?.[0] : undefined
    if (place !== undefined) who = `${place}(${trimWords(said.who)})`
    if (who === '共' && subject !== '') who = subject.replace(/各.+$/u, '') + who
    const alone = who
    if (trimWords(again.who) === '' && subject !== '' && /^[每各]/u.test(subject) && (said.object !== '' || noun !== '')) who = `${subject.replace(/\([^()]*\)$/u, '')}(${said.object || noun})`
    else if (paired && several && last > 0 && !/^[每各]/u.test(who)) who = `${subject.replace(/\([^()]*\)$/u, '')}(${who.replace(/(?:候选人?|人选)?各?$/u, '')})`
    else if ((!who.startsWith('其中') || said.object !== '') && said.object !== trimWords(who) && (said.object !== '' || (several && /^[每各]/u.test(who) && !generic.test(noun))) && last === 0 && (several || !generic.test(said.object)) && (said.object === '' || plainObject.test(said.object)) && unitLike.test(who.replace(/\([^()]*\)$/u, ''))) who = `${who}(${said.object || noun})`
    else if (/^(?:评选|评出|评选出|表彰|授予|奖励|产生|选树)?(?:和)?$/u.test(trimWords(who)) && !generic.test(noun)) who = noun
    paired ||= who !== alone && who.endsWith(')')
    const upward = goesUp.exec(after)
    if (upward !== null && /推荐|推选|上报/u.test(before)) who += `推荐至${upward[1] ?? ''}`
    const further = upward === null && /(?:遴选|评|选|确定|产生)出?$/u.test(before) ? /^[^,;。]{0,40}?并(?:择优)?(推荐|上报|报送)(?:至|到|给|参加)?([一-鿿]{2,14})/u.exec(after) : null
    if (further !== null) who += `并${further[1] ?? ''}至${further[2] ?? ''}`
    if (pool !== '') who += `(${pool})`
    const unit = last > 0 && subject !== '' ? '' : unitBefore(clauses[index - 1]?.text)
    const award = last > 0 ? '' : caseBefore(clauses[index - 1]?.text)
    if (award !== '' && /^[每各]/u.test(trimWords(who))) who = `${award}${trimWords(who)}`
    else if (unit !== '' && /^每(?![届次年类批项轮])/u.test(who)) who = `${unit}${who}`
    else if (unit !== '' && said.object !== '' && trimWords(who) === said.object) { who = `${unit}(${who})`; paired = true }
    last = count.to
    who = bareWho(who)
    if (topic !== '' && !who.includes(topic) && !topic.includes(who) && !/奖|其中/u.test(who) && (trimWords(said.object) === '' || generic.test(said.object))) who = /评选|表彰|选树|评出/u.test(who) ? `${who}${topic}` : `${who}(${topic})`
    if (trimWords(who).length < 2 || who.length > 60 || /视频|照片|光盘|复印件|\d份/u.test(who)) continue
    if (subject === '' || !who.startsWith(subject)) subject = who
    taken.add(who)
    out.push({ who: trimWords(who), max: count.high })
    const shares = sharesIn(after, who, taken)
    // what the brackets share out is told
    if (shares.length > 0) skip = clause.text.indexOf(')', count.to)
    for (const share of shares) { taken.add(share.who); out.push(share) }
  }
  return out
}

function inSentence(sentence: Sentence, taken: Set<string>, goesOn: boolean, title: string, kinds: Map<string, string>): Found<QuotaFact>[] {
  const out: Found<QuotaFact>[] = []
  const through = shortlistsIn(sentence.text, kinds)
  if (through.length > 0) return through.map(({ who, max }) => ({ value: { who, max }, from: sentence.from, to: sentence.to }))
  const alone = new RegExp('^(?:总数)?(?:不超过|不多于|最多) ?(\\d+) ?[名人个][。;]?$', 'u').exec(sentence.text)
  const asked = /评选|推荐|表彰|选树|推选/u.exec(title)?.[0]
  if (alone !== null && asked !== undefined) return [{ value: { who: asked, max: Number(alone[1]) }, from: sentence.from, to: sentence.to }]
  const clauses = clausesOf({ ...sentence, text: sentence.text.replace(labelled, (x) => x.replace(':', ' ')) }, /[,;。:]/u)
  // under 推荐名额 every number with a who is one
  const ofPlaces = /名额|指标|(?:评|选|报|推荐)(?:几个|几人|几名|多少)/u.test(sentence.under.join('/')) || /推荐数|数量|奖项|设奖|奖励?设置/u.test(`${sentence.under.at(-1) ?? ''}${/^[^。]{0,12}?:/u.exec(sentence.text)?.[0] ?? ''}`)
  const header = /((?:[一-鿿]{2})?名单)[^,。:]{0,8}:/u.exec(sentence.text)?.[1] ?? ''
  const topic = topicOf(sentence)
  clauses.forEach((clause, index) => {
    for (const value of factsIn(clause, clauses, index, header, taken, goesOn || ofPlaces || out.length > 0, topic, title, out.at(-1)?.value.who ?? '')) out.push({ value, from: sentence.from, to: sentence.to })
  })
  return out
}

/** 再经评审组会议投票: how the number already told comes about. */
const byProcess = /^(?:再|最后|最终)?(?:由|经|再经).{2,14}(?:会议|投票|表决|评审|审定)$/u

/** Every quota of the page in order. */
export function recogniseQuotas(page: Page): Found<QuotaFact>[] {
  const taken = new Set<string>(), kinds = new Map<string, string>(), out: Found<QuotaFact>[] = []
  let goesOn = false
  const table = tableRows(page)
  for (const s of page.sentences) {
    if (table.used.has(s)) { out.push(...table.found.filter((f) => f.from === s.from)); continue }
    const found: Found<QuotaFact>[] = inSentence(s, taken, goesOn, page.title, kinds).filter((f) => !(byProcess.test(f.value.who) && out.some((o) => o.value.max === f.value.max)))
    // 原则上推荐2篇,最多4篇: the second is the limit
    const raised = /原则上[^,;。]{0,24}?,(?:但)?(?:最多|至多|最高|不得超过)/u.test(s.text) ? found.findIndex((f, i) => i > 0 && f.value.who === found[i - 1]?.value.who && f.value.max > found[i - 1]!.value.max) : -1
    if (raised > 0) found.splice(raised - 1, 1)
    out.push(...found.filter((f, i) => !found.slice(0, i).some((o) => o.value.who === f.value.who && o.value.max === f.value.max) && !out.some((o) => o.value.who === f.value.who && o.value.max === f.value.max)))
    // a list of quotas runs on after a semicolon
    goesOn = found.length > 0 && s.text.endsWith(';')
  }
  return out
}
