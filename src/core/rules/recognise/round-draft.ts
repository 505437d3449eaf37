/** Rounds in words → rules, where a notice says how one is held: 无记名投票、过半数、差额、盲评、答辩、权重、公众投票的限制. Sentences about the same round are one rule. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import { asWritten } from './named'
import { trimWords, type Doubt, type Found, type Page } from './page'
import { shareIn } from './share-words'

type Draft = RuleDraft<'round'>
type Part = Omit<Draft, 'kind' | 'id' | 'name'>

const about = /评审|评选|表决|投票|打分|评分|初评|复评|终评|盲评|函评|会评|答辩|差额|等额|计票/u
const rounds = /初评|复评|终评|盲评|函评|会评|初审|终审|(?:网络|公众|网上|社会)投票|第[一二三四五]轮(?:评审|投票)?/u
const n = (m: RegExpExecArray | null, i = 1): number | undefined => (m === null ? undefined : numberOf(m[i] ?? ''))
const some = <T>(key: string, value: T | undefined): object => (value === undefined ? {} : { [key]: value })

const method = (text: string): Part => {
  if (/(?:网络|公众|网上|社会|大众)投票/u.test(text)) return { method: 'publicVote' }
  if (/打分|评分|计分/u.test(text)) return { method: 'score' }
  return /投票|表决|票决/u.test(text) ? { method: 'approval' } : {}
}
const ballot = (text: string): Part => (/无记名|不记名/u.test(text) ? { ballot: 'secret' } : /记名|实名/u.test(text) ? { ballot: 'named' } : {})

/** Of the shares a sentence names, that of those who come is the quorum, that of votes in favour the threshold. */
const shares = (text: string): Part => {
  const out: { -readonly [K in keyof Part]: Part[K] } = {}
  for (const clause of text.split(/[,;，；]/u)) {
    const found = shareIn(clause)
    if (found === undefined) continue
    const { share, inclusive } = found
    if (/到会|实到|出席|参会|参加会议/u.test(clause) && /方可|方能|有效|始得|才能/u.test(clause) && !/赞成|同意|得票|票数/u.test(clause)) out.quorum = { share, inclusive }
    else if (/票|赞成|同意|通过|当选/u.test(clause)) out.threshold = { share, inclusive, base: /到会|实到|出席|与会|参会/u.test(clause) ? 'present' : /全体|应到|总数/u.test(clause) ? 'entitled' : 'cast', recusedLeaveBase: false }
  }
  return out
}

const hidden = [['name', /姓名/u], ['place', /地区|省份|属地/u], ['unit', /单位/u]] as const
const blind = (text: string): Part => {
  const m = /盲评[^,。;]{0,24}|(?:隐去|隐藏|不显示|匿去)[^,。;]{0,20}/u.exec(text)
  if (m === null) return {}
  const said = hidden.filter(([, w]) => w.test(m[0] + (/(?:隐去|隐藏|不显示)[^。;]{0,20}/u.exec(text)?.[0] ?? ''))).map(([k]) => k)
  return { blind: said.length > 0 ? said : ['name', 'unit'] }
}
/** 差额,人选至少多2人: by how many; one where it is not said. */
const more = new RegExp(`(?:至少|不少于)?多(?:于名额)? ?(${numberPattern}) ?(?:名|人|个)`, 'u')
const surplus = (text: string): Part => {
  if (/差额(?:评审|评选|推荐|投票|表决|遴选|,|$)/u.test(text)) return { surplus: { kind: 'more', atLeast: n(more.exec(text)) ?? 1 } }
  return /等额(?:评审|评选|推荐|投票|表决|遴选|,|。|$)/u.test(text) ? { surplus: { kind: 'equal' } } : {}
}
/** 分组:甲组4个、乙组6个. */
const groups = (text: string): Part => {
  const said = /分组:?([^,。;]{4,60})/u.exec(text)?.[1] ?? ''
  const all = [...said.matchAll(new RegExp(`([一-鿿]{1,8}组) ?(${numberPattern}) ?(?:名|人|个)`, 'gu'))].map((m, i) => ({ id: `group-${String(i + 1)}`, name: asWritten(m[1] ?? ''), places: numberOf(m[2] ?? '') ?? 0 }))
  return all.length < 2 ? {} : { groups: all }
}
const defence = (text: string): Part => {
  const m = /([一-鿿]{2,12}?)(?:须|应|需|还须|要)?(?:进行|参加)?(?:现场|陈述|会议)?答辩/u.exec(text)
  if (m === null || /不(?:进行|需|再)/u.test(m[0])) return {}
  const minutes = n(new RegExp(`(${numberPattern}) ?分钟`, 'u').exec(text))
  return { defence: { of: asWritten(trimWords((m[1] ?? '').replace(/(?:须|应|需|还|要|进行|参加|现场|由|组织)+$/gu, ''))), ...some('minutes', minutes) } }
}
const weights = (text: string): Part => {
  const all = [...text.matchAll(/([一-鿿]{2,8}?)(?:得分|结果|成绩|分数)?(?:占|权重(?:为)?|按) ?(\d{1,2}) ?%/gu)].map((m) => ({ of: asWritten((m[1] ?? '').replace(/^(?:其中|和|与|及)/u, '')), percent: Number(m[2]) }))
  return all.length >= 2 && all.reduce((sum, w) => sum + w.percent, 0) === 100 ? { weights: all } : {}
}
const publicVote = (text: string): Part => {
  const limit = (pattern: string) => n(new RegExp(pattern, 'u').exec(text))
  const one = {
    ...some('perDay', limit(`每(?:天|日)(?:最多|限|可|只能)*(?:投)?(?:最多)? ?(${numberPattern}) ?(?:票|次)`)), ...some('perCandidate', limit(`(?:同一|每名|每位|每个)(?:候选)?(?:人选?|候选人)[^,。;]{0,6}?(?:限|最多|只能|可)+(?:投)? ?(${numberPattern}) ?票`)),
    ...some('least', limit(`(?:至少|不少于)(?:选择?|投)? ?(${numberPattern}) ?(?:名|人|位)`)), ...some('most', limit(`(?:至多|最多|不超过|不得超过)(?:选择?|投)? ?(${numberPattern}) ?(?:名|人|位)`)),
  }
  return Object.keys(one).length > 0 && /每个?(?:账号|微信号|手机号|IP|人)|投票/u.test(text) ? { publicVote: one } : {}
}
const rest = (text: string): Part => ({
  ...(/(?:同分|同票|得分相同|票数相同|得票相同)[^。;]{0,24}(?:复议|再次?(?:投票|表决|评)|再投|重新(?:投票|表决))/u.test(text) ? { tie: 'again' as const } : /(?:同分|同票|票数相同|得票相同)[^。;]{0,16}组内/u.test(text) ? { tie: 'withinGroups' as const } : /(?:同分|同票|票数相同|得票相同)[^,。;]{0,12}一并(?:通过|入选|入围)/u.test(text) ? { tie: 'all' as const } : /(?:同分|同票|票数相同|得票相同)[^,。;]{0,8}由?评委会?议?[^,。;]{0,4}(?:议定|商定|研究决定)/u.test(text) ? { tie: 'jury' as const } : {}),
  ...(/公开(?:计票|唱票)/u.test(text) ? { countedInPublic: true } : {}),
  ...some('places', n(new RegExp(`(?:评选出|评出|产生|选出|入围|确定|名额)(?:为|共)?(?:不超过)? ?(${numberPattern}) ?(?:名|人|个|位)`, 'u').exec(text))),
})

const partsOf = (text: string): Part => ({ ...method(text), ...ballot(text), ...shares(text), ...blind(text), ...surplus(text), ...groups(text), ...defence(text), ...weights(text), ...publicVote(text), ...rest(text) })
/** A method or a number of places alone says nothing of how a round is held. */
const telling = (part: Part): boolean => Object.keys(part).some((k) => k !== 'method' && k !== 'places')

const english: readonly (readonly [RegExp, string])[] = [[/初评|初审|第一轮/u, 'First round'], [/复评|第二轮/u, 'Second round'], [/终评|终审/u, 'Final round'], [/盲评/u, 'Blind round'], [/函评/u, 'Review by letter'], [/会评/u, 'Meeting'], [/投票/u, 'Public vote']]
const named = (zh: string): Draft['name'] => ({ zh, en: english.find(([w]) => w.test(zh))?.[1] ?? 'Round' })

interface Built { readonly name: string; part: Part; readonly at: Sentence }

/** Every round that is described, in order; jurors who may not sit twice bind the last to those before. */
export const recogniseRoundRules = (page: Page): Found<Draft>[] => {
  const built: Built[] = []
  for (const s of page.sentences) {
    if (!about.test(s.text) || /座谈会|职代会|职工代表大会|党支部|理事会/u.test(s.text)) continue
    const part = partsOf(s.text)
    if (!telling(part)) continue
    const name = rounds.exec(s.text)?.[0] ?? built.at(-1)?.name ?? '评审'
    const same = built.find((b) => b.name === name)
    if (same === undefined) built.push({ name, part, at: s })
    else same.part = { ...part, ...same.part }
  }
  const apart = page.sentences.find((s) => /评委[^。;]{0,16}(?:不得?重复|不得?交叉|互不重复)|不得(?:担任|参加)[^。;]{0,12}(?:两轮|终评|复评)/u.test(s.text))
  if (apart !== undefined && built.length < 2) {
    for (const name of (apart.text.match(new RegExp(rounds.source, 'gu')) ?? []).slice(0, 3)) if (!built.some((b) => b.name === name)) built.push({ name, part: {}, at: apart })
  }
  return built.map((b, i): Found<Draft> => {
    const doubts: Doubt[] = b.part.threshold?.base === 'cast' ? [{ at: 'threshold.base', what: { zh: '通过票以什么为基数：应到、实到，还是投票的评委？', en: 'Votes are counted against jurors entitled, present or voting?' }, readings: ['present', 'entitled', 'cast'] }] : []
    const before = apart === undefined || i === 0 ? {} : { disjointFrom: built.slice(0, i).map((_, k) => `round-${String(k + 1)}`) }
    return { value: { kind: 'round', id: `round-${String(i + 1)}`, name: named(b.name)!, ...b.part, ...before, ...(i === 0 ? {} : { after: `round-${String(i)}` }) }, from: b.at.from, to: b.at.to, ...(doubts.length > 0 ? { doubts } : {}) }
  })
}
