/** Steps of selection in the order the notice tells them: lists of stages, headings of a procedure, and phrases such as 按民主程序确定. */
import { recogniseDeadlines } from './deadline'
import { clausesOf, headingNumber, type Sentence } from '../../text/sentences'
import { stepsIn, tooBare, type Step } from './round-steps'
import { howMany, notStage, phrasesOfRounds, procedureHeading, stageWord, stepless, withoutLength } from './round-words'
import { trimWords, type Found, type Page } from './page'

const stageEnd = new RegExp(`(?:${stageWord})(?:\\([^()]{1,12}\\))?$`, 'u')

/** 8月中旬至下旬评选: when a stage is held stands among the dates. */
const whenOnly = /^[\d一二三四五六七八九十年月日上中下旬底初末]{2,}[至到-][\d一二三四五六七八九十年月日上中下旬底初末]{2,}(?:开展|进行|组织|集中)?(?:遴选|推荐|评选|申报|报名|选树)$/u

/** Items of 推荐、资格审查、专家评审; undefined where the words are no such list. */
function listOf(words: string): string[] | undefined {
  if (!/[、,→和及]|(?<!\d)-+>?(?!\d)/u.test(words)) return undefined
  const text = words.replace(/\([^()]*[,、%][^()]*\)|[“”](?=[^“”]*[、→][^“”]*[、→])|(?<=[、→][^“”]*[、→][^“”]*)[“”]/gu, '').replace(/^.*[:]/u, '').replace(/^(?:[一-鿿]{0,10}?(?:依次)?(?:分为|分|包括|按照|采取|采用|实行|遵循|严格按照)(?:以下)?)(?=[一-鿿])/u, '').replace(/^(?:经过?|须经|通过|按照?|由|主要由|包括|采取|分为?)+/u, '').replace(/(?:等)?的?(?:[一二三四五六七八九十\d]+个)?(?:环节|程序|阶段|步骤|方式|流程|方法|办法)?(?:组成|(?:逐级|依次|自下而上)?(?:进行|产生|确定)(?:推荐)?(?:人选|对象)?|后|开展|组织实施)?$/u, '')
  const items = (text.includes('→') ? text.split(/→/u) : text.split(/[、,]|(?<!\d)-+>?(?!\d)|及|和/u)).map((x) => withoutLength(trimWords(x))).filter((x) => x !== '')
  const staged = items.filter((x) => x.length <= 16 && stageEnd.test(x)).length
  const steps = items.filter((x) => x.length <= 16 && !howMany.test(x))
  // an arrow or dash joins steps whatever they are called
  const chain = /→|(?<!\d)-+>?(?!\d)/u.test(text) && !text.includes('、') && items.length >= 4 && items.every((x) => x.length <= 16)
  return items.length >= 3 && ((staged >= items.length - 1 && staged >= 3) || (chain && staged * 2 >= items.length)) ? steps : undefined
}

interface At { readonly value: string; readonly at: number }

/** Stages of the campaign as a whole (动员…学习) are no steps of selection, unless nothing else is told. */
const wholeCampaign = (sentence: Sentence, items: readonly string[]): boolean => /环节|阶段/u.test(sentence.text) && items.some((x) => /动员|学习|宣传/u.test(x))

const anyStage = new RegExp(stageWord, 'gu')
/** Three stages and what parts them: fewer make no list, and most sentences are done with here. */
const mayList = (text: string): boolean => /[、→-]/u.test(text) && (text.match(anyStage)?.length ?? 0) >= 3

function lists(sentence: Sentence, campaign: boolean): { found: At[]; used: boolean; /** Where its clause ends. */ end?: number } {
  if (!mayList(sentence.text)) return { found: [], used: false }
  for (const clause of clausesOf(sentence, /[;。:]/u)) {
    for (const part of new Set([clause.text, ...clause.text.split(',')])) {
      // commas part clauses, 、 the items of a list
      if (!mayList(part) || (/,/u.test(part.replace(/\([^()]*\)/gu, '')) && /、/u.test(part.replace(/\([^()]*\)/gu, '')))) continue
      const items = listOf(part)
      if (items === undefined) continue
      if (!/、|→|(?<!\d)-+>?(?!\d)/u.test(part) || wholeCampaign(sentence, items) !== campaign) continue
      const selfNamed = items.every((x) => x.endsWith('荐') && !/轮|投票|次/u.test(x))
      const stages = items.filter((x) => !notStage.test(x))
      return { found: selfNamed ? [{ value: items.join('、'), at: clause.from }] : stages.map((x, i) => ({ value: x, at: clause.from + i })), used: true, end: part === clause.text ? clause.to : clause.from + clause.text.indexOf(part) + part.length }
    }
  }
  return { found: [], used: false }
}

/** Characters without which no step is told: most sentences are done with here. */
const mayTell = /[初预复决]赛|推荐|民主|公示|审定|审批|批准|征求|评|择优|汇总|组\d|组评委|审查|审核|复议|答辩|表决|投票|会议|得票|调研|抽/u

function phrases(sentence: Sentence): At[] {
  const out: (At & { to: number })[] = []
  if (!mayTell.test(sentence.text)) return out
  for (const { pattern, say } of phrasesOfRounds) for (const m of sentence.text.matchAll(pattern)) {
    const value = withoutLength(trimWords(say?.(m) ?? m[0]))
    if (value.length >= 2 && value.length <= 40) out.push({ value, at: sentence.from + m.index, to: sentence.from + m.index + m[0].length })
  }
  // 终评 of 参加全国终评, 会评 of 会评占60%: told by the longer one
  return out.filter((p, i) => !out.some((q, k) => k !== i && q.at <= p.at && p.to <= q.to && q.to - q.at > p.to - p.at && q.value.includes(p.value)))
}

/** 报名（5月1日-10日）；网络投票（占40%）；: an item that is nothing but a stage. */
function aloneIn(sentence: Sentence): string | undefined {
  const text = trimWords(sentence.text.replace(/^[^:]{0,12}(?:程序|流程|步骤):/u, '').replace(/^[\d月日号上中下旬底初至到-]{2,}(?:前|起)?[:,] ?/u, '').replace(/\([^()]*[\d月旬][^()]*\)/gu, '').replace(/[;。]$/u, ''))
  return text !== trimWords(sentence.under.at(-1) ?? '') && text.length >= 2 && text.length <= 14 && /^[一-鿿]+$/u.test(text) && (stageEnd.test(text) || /颁奖$|打分$|评分$/u.test(text)) && !notStage.test(text) && !stepless.test(text) ? text : undefined
}

/** The heading above, where the last one is not merely how this sentence begins. */
const heading = (s: Sentence): string => { const own = s.under.at(-1) ?? ''; return own.length > 6 && s.text.includes(`${own},`) ? s.under.at(-2) ?? '' : own }

/** Clauses that tell a step in the notice's own words, where it tells its procedure. */
function told(page: Page, sentence: Sentence, taken: readonly At[]): Step[] {
  const short = page.span.to - page.span.from < 1500, under = sentence.under.join('/')
  if (lists(sentence, true).used || headingNumber(sentence.text)?.level === 2 && sentence.text.slice(headingNumber(sentence.text)?.length) === sentence.under.at(-1)) return []
  if (!(short || procedureHeading.test(under)) || /(?<!表彰)宣传|材料|要求|条件|标准|联系|(?:评选|推荐|参评|申报)(?:范围|对象)$/u.test(heading(sentence))) return []
  const alone = procedureHeading.test(under) ? aloneIn(sentence) : undefined
  if (alone !== undefined) return [{ value: alone, at: sentence.from, to: sentence.to }]
  return stepsIn(sentence, procedureHeading.test(under)).filter((step) => !(tooBare(step.value) && !procedureHeading.test(under))).filter((step) => !whenOnly.test(step.value) && !taken.some((t) => t.at >= step.at && t.at < step.to && (t.value.includes('征求') || !step.value.endsWith('公示'))))
}

/** The heading of an item of the procedure is its step: （二）资格审查。 */
function headed(sentence: Sentence): At[] {
  const above = sentence.under.slice(0, -1).join('/'), own = (sentence.under.at(-1) ?? '').replace(/\([^()]*[\d月旬][^()]*\)?$/u, '').replace(/(?<=.{4})阶段$/u, '')
  if (own.includes('、') || !procedureHeading.test(above) || !stageEnd.test(own) || own.length > 14 || notStage.test(own) || !sentence.text.includes(own)) return []
  return [{ value: own.trim(), at: sentence.from }]
}

/** 三科室联合资格审核 says more than 资格审核. */
const fuller = (ways: readonly At[], steps: readonly (At & { readonly to: number })[]): At[] => {
  const kept = ways.filter((w) => !steps.some((s) => w.at >= s.at && w.at < s.to && s.value.length > w.value.length && s.value.includes(w.value)))
  return [...kept, ...steps.filter((s) => !kept.some((w) => w.at >= s.at && w.at < s.to))]
}

const pairs = (s: string): Set<string> => { const words = s.replace(/[^一-鿿\d]/gu, ''), out = new Set<string>(); for (let i = 0; i + 1 < words.length; i++) out.add(words.slice(i, i + 2)); return out }
const alike = (a: string, b: string): boolean => {
  if (a === b || a.startsWith(`${b}(`)) return true
  if (((a.length >= 3 && b.length >= 3) || a.startsWith('评委')) && a.includes(b)) return true
  const A = pairs(a), B = pairs(b), both = [...A].filter((x) => B.has(x)).length
  return both * 2 >= 0.72 * (A.size + B.size) || (a.endsWith('公示') && b.endsWith('公示') && (a === '公示' || b === '公示'))
}

/** Headings that gather several steps. */
const loose = /^(?:组织|民主|逐级|自下而上|单位|基层|各单位|、)*(?:推荐|推选|审核|上报|申报|报批)$|^(?:推荐申报|组织申报|征求意见|推荐上报)$|^(?:推荐|申报|审核|公示|评审|表彰)(?:报送|把关|审定|审批|评选|宣传)$|[和与、及]/u
/** How a stage is held, for the brackets behind its name. */
const howHeld = /(?:网络|网上|公众|现场|无记名|记名|实名|量化|集体|差额|匿名|通讯|会议)+(?:方式)?(?:投票|点赞|打分|评分|答辩|陈述|表决|票决|盲审)|投票表决|票决|盲审|合议|复核/u
/** 公示(…): what is done under a bare name says more; under another it stands in brackets, as far as it is short. */
function namedStage(name: string, under: readonly Sentence[]): string {
  const bareName = /^(?:公示|审议|审定|审批|批准|研究|投票|表决)$/u.test(name), told = under.flatMap((s) => [...phrases(s).map((p) => p.value), ...stepsIn(s, true).map((p) => p.value)])
  const fuller = bareName ? told.find((t) => t.endsWith(name) && t.length > name.length && t.length <= 18 && !/^[\d一二三四五六七八九十]/u.test(t)) : undefined
  if (fuller !== undefined) return fuller
  const how = name.includes('(') || name.length < 4 ? undefined : under.map((s) => howHeld.exec(s.text)?.[0].replace('方式', '')).find((x) => x !== undefined && !name.includes(x))
  return how === undefined || how.length < 3 || how.length > 2 * name.length - 2 ? name : `${name}(${how})`
}
/** What under a step's heading is a step of its own. */
const beside = /民主程序|范围内?公示|会商|审议|审批|批准|征求|公示/u
const goesUp = /^(?:推荐|上报)[至到给]/u
const byUnit = /民主(?:程序|推荐|测评)|集体研究|范围内?公示/u
/** What the nominating unit does comes before what is done with its nominations, wherever it is told; a unit's nominating is a step only where another follows. */
function inOrder(found: readonly Found<string>[]): Found<string>[] {
  const later = found.some((f) => /评审|评议|审定|汇总|审查|审议|票决|表决|择优|评选|[初复终会盲]评|[初复终]审/u.test(f.value))
  const named = found.some((f) => /组织推荐|民主程序/u.test(f.value))
  const kept = found.filter((f) => (later && !named) || !/^(?!.*民主|自荐|组织|择优|专家|第.轮|网络)[一-鿿]{2,6}推荐$/u.test(f.value) || (found.length > 3 && !named))
  const follows = (f: Found<string>): boolean => { const k = kept.indexOf(f), above = kept[k - 1]; return above !== undefined && above.from === f.from && !byUnit.test(above.value) }
  const rank = (f: Found<string>): number => (byUnit.test(f.value) && !follows(f) ? 0 : f.value === '结果公示' ? 3 : goesUp.test(f.value) ? 2 : 1)
  return [...kept].sort((a, b) => rank(a) - rank(b))
}

/** 四、流程:1.单位申报…: the first item runs on in the heading's own line. */
const runOn = new RegExp(`(?:程序|流程|步骤|方法|办法|方式)[:.。]?(?:\\(?[1一]\\)?[.、]|\\([1一]\\))([一-鿿]{2,10}?(?:${stageWord}))(?=[。.,:…(]|$)`, 'u')
const opened = (sentence: Sentence): At[] => {
  const m = runOn.exec(sentence.text)
  return m === null || notStage.test(m[1] ?? '') ? [] : [{ value: m[1] ?? '', at: sentence.from + m.index }]
}

/** 8月底前表彰, 十月上旬: the day is told among the dates. */
const dayFirst = /^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月)(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|[上中下]旬|底|初|末)?(?:前后|之?前|以前)?/u, onlyTime = /^[\d一二三四五六七八九十年月日上中下旬底前至到-]*$/u

const ownHeading = /程序|流程|步骤|办法|方法/u, byDays = /时间|进度|日程/u

/** A notice that only tells the days of its stages tells its steps by them: 学科组评审改为5月中旬. */
function planned(page: Page): Found<string>[] {
  const stages = recogniseDeadlines(page).map((f) => ({ value: f.value.what.replace(/\(.*$/u, ''), from: f.from, to: f.to })).filter((f) => judged.test(f.value))
  return stages.length > 1 ? stages : []
}
const judged = /(?:评审|评议|[初复终会函网]评|[初复终]审|答辩|评审会|委员会会议)$/u

/** Every step of the page in order. */
export function recogniseRounds(page: Page): Found<string>[] {
  const drawn = page.sentences.filter((s) => /→|(?<!\d)-+>?(?!\d)/u.test(s.text)).map((s) => ({ s, steps: lists(s, false).found })).find((x) => x.steps.length >= 4 && x.s.text.split(/→|-+>?/u).length > x.steps.length - 1)
  // a procedure drawn with arrows is told there and nowhere else
  if (drawn !== undefined) return drawn.steps.map(({ value }) => ({ value, from: drawn.s.from, to: drawn.s.to }))
  const out: Found<string>[] = []
  let listed = false
  const headedWords = new Set<string>(), inOwn = page.sentences.filter((s) => procedureHeading.test(s.under.join('/'))), procedural = inOwn.filter((s) => headed(s).length > 0).length > 1 || inOwn.filter((s) => ownHeading.test(s.under.join('/')) && stepsIn(s, true).length > 0).length > 1
  for (const sentence of page.sentences) {
    if (/刊播|播发|海报|宣传展示的|学习贯彻/u.test(sentence.text) && !/评审|公示/u.test(sentence.text)) continue
    // 时间安排 tells the days of what the procedure has told
    if (procedural && byDays.test(sentence.under.join('/')) && !ownHeading.test(sentence.under.join('/')) && inOwn.some((s) => ownHeading.test(s.under.join('/')))) continue
    // 经常务理事会研究,现就…通知如下: how the notice came about
    if (/现(?:就|将|启动|开展|组织|面向)|(?:通知|公告|安排|要求)如下|决定,?(?:开展|表彰|对|在|继续|组织|将|延长|顺延|授予|评选|举[办行]|启动|设立|于)|共同(?:开展|组织|举办)/u.test(sentence.text) && !/公示|答辩/u.test(sentence.text)) continue
    const list = lists(sentence, false), heading = [...headed(sentence).map((h) => ({ ...h, value: loose.test(h.value) ? h.value : namedStage(h.value, page.sentences.filter((s) => s.under.at(-1) === sentence.under.at(-1))) })), ...opened(sentence)].slice(0, 1)
    if (list.used) listed = true
    const ways = phrases(sentence), name = trimWords((sentence.under.at(-1) ?? '').replace(/\([^()]*[\d月旬][^()]*\)?$/u, ''))
    // 组织推荐, 上报: what is done under it says more than the heading
    const open = heading.length > 0 && loose.test(trimWords(heading[0]?.value ?? '')) && page.sentences.some((s) => s.under.at(-1) === sentence.under.at(-1) && [...stepsIn(s, true), ...phrases(s)].some((x) => !heading.some((o) => o.value === x.value)))
    const own = open ? [] : heading, alone = open && trimWords(sentence.text.replace(/\([^()]*\)/gu, '')).length <= trimWords(name).length + 1
    for (const o of own) { headedWords.add(o.value); headedWords.add(name) }
    const inHeaded = headedWords.has(name)
    const more = alone ? [] : inHeaded ? [...ways, ...stepsIn(sentence)].filter((p) => beside.test(p.value) && !name.includes(trimWords(p.value)) && !p.value.startsWith(name.slice(0, 2)) && !(/公示/u.test(name) && /公示/u.test(p.value)))
      : list.used ? [...ways.filter((p) => /现予公示|民主程序/u.test(p.value)), ...stepsIn(sentence).filter((p) => p.at >= (list.end ?? sentence.to) && beside.test(p.value))] : listed && out.length >= 4 ? fuller(ways, inOwn.includes(sentence) ? stepsIn(sentence) : []).filter((p) => /审定|审批|批准|公示/u.test(p.value)) : fuller(ways, told(page, sentence, ways.filter((w) => w.value.includes('征求'))))
    // 每个分党委可推荐1个: a number's sentence is no step where the procedure has its own
    const outside = procedural && !procedureHeading.test(sentence.under.join('/'))
    const steps = [...list.found, ...own.map((o) => (/公示/u.test(o.value) ? { ...o, at: sentence.to } : o)), ...(outside ? more.filter((m) => !/^(?!.*民主)[一-鿿]{2,6}推荐$/u.test(m.value)) : more)].sort((x, y) => x.at - y.at)
    for (const { value, at } of steps) {
      const one = { value: trimWords(value.replace(dayFirst, '')), at }
      if (one.value.length < 2 || onlyTime.test(one.value)) continue
      if (out.some((o) => alike(o.value, one.value) && !(o.value === '公示' && one.value.endsWith('公示') && one.value !== '公示' && own.some((x) => x.value === value)))) continue
      // what leads to a public notice is told under its heading, and comes before it
      const before = inHeaded && own.length === 0 && out.at(-1)?.value.endsWith('公示') === true && /会商|审议|审定/u.test(one.value) ? 1 : 0
      out.splice(out.length - before, 0, { value: one.value, from: sentence.from, to: sentence.to })
    }
  }
  if (out.length === 0) for (const sentence of page.sentences) out.push(...lists(sentence, true).found.map((x) => ({ value: x.value, from: sentence.from, to: sentence.to })))
  if (out.length === 0) out.push(...planned(page))
  const chain = inOrder(out)
  if (!chain.some((o) => /公示/u.test(o.value)) && (page.title.replace(/\(.*\)$/u, '').endsWith('公示') || page.sentences.some((s) => /公示期/u.test(s.text)))) chain.push({ value: '公示', from: page.span.from, to: page.span.from })
  return chain
}
