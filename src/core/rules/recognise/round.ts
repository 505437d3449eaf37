/** Steps of selection in the order the notice tells them: lists of stages, headings of a procedure, and phrases such as 按民主程序确定. */
import { clausesOf, headingNumber, type Sentence } from '../../text/sentences'
import { notStage, notStep, phrasesOfRounds, procedureHeading, stageWord, stepWord } from './round-words'
import { trimWords, type Found, type Page } from './page'

const stageEnd = new RegExp(`(?:${stageWord})(?:\\([^()]{1,12}\\))?$`, 'u')

/** 公示15天, 公示(不少于5个工作日), 会议评审(三分之二以上同意): how long and by how many is told elsewhere. */
const withoutLength = (step: string): string => step.replace(/^.{0,8}(?:者|名单)(?:在.{2,10})?(?=公示)/u, '').replace(/\([^()]*(?:日|天|周|以上|同意|票)[^()]*\)$/u, '').replace(/(?<=公示)(?:各|时间|期)?(?:不少于|不低于|为期?)?(?:\d+|[一二三四五六七十]+)个?(?:工作日|自然日|天|日|周)(?:以上)?$/u, '')

/** 选出8位: how many come out is no step. */
const howMany = /^(?:拟|共|最终|最后)?[一-鿿]{0,3}(?:选|评|推)出?\d|^(?:遴选|评选|选树|选拔|确定|表彰)(?:不超过)?\d/u
/** 8月中旬至下旬评选: when a stage is held stands among the dates. */
const whenOnly = /^[\d一二三四五六七八九十年月日上中下旬底初末]{2,}[至到-][\d一二三四五六七八九十年月日上中下旬底初末]{2,}(?:开展|进行|组织|集中)?(?:遴选|推荐|评选|申报|报名|选树)$/u
const brackets = /\([^()]*(?:[\d月][日月]|旬)[^()]*\)/gu

/** Items of 推荐、资格审查、专家评审; undefined where the words are no such list. */
function listOf(words: string): string[] | undefined {
  if (!/[、,→和及]|(?<!\d)-+>?(?!\d)/u.test(words)) return undefined
  const text = words.replace(/^.*[:]/u, '').replace(/^(?:[一-鿿]{0,10}?(?:依次)?(?:分为|分|包括|按照|采取|采用|实行|遵循|严格按照)(?:以下)?)(?=[一-鿿])/u, '').replace(/^(?:经过?|须经|通过|按照?|由|主要由|包括|采取|分为?)+/u, '').replace(/(?:等)?的?(?:[一二三四五六七八九十\d]+个)?(?:环节|程序|阶段|步骤|方式|流程|方法|办法)?(?:组成|进行|产生|确定|后|开展|组织实施)?$/u, '')
  const items = text.split(/[、,→]|(?<!\d)-+>?(?!\d)|及|和/u).map((x) => withoutLength(trimWords(x))).filter((x) => x !== '')
  const staged = items.filter((x) => x.length <= 16 && stageEnd.test(x)).length
  const steps = items.filter((x) => x.length <= 16 && !howMany.test(x))
  return items.length >= 3 && staged >= items.length - 1 && staged >= 3 ? steps : undefined
}

interface At { readonly value: string; readonly at: number }

/** Stages of the campaign as a whole (动员…学习) are no steps of selection, unless nothing else is told. */
const wholeCampaign = (sentence: Sentence, items: readonly string[]): boolean => /环节|阶段/u.test(sentence.text) && items.some((x) => /动员|学习|宣传/u.test(x))

function lists(sentence: Sentence, campaign: boolean): { found: At[]; used: boolean } {
  for (const clause of clausesOf(sentence, /[;。:]/u)) {
    for (const part of [clause.text, ...clause.text.split(',')]) {
      const items = listOf(part)
      if (items === undefined) continue
      if (!/、|→|(?<!\d)-+>?(?!\d)/u.test(part) || wholeCampaign(sentence, items) !== campaign) continue
      const selfNamed = items.every((x) => x.endsWith('荐') && !/轮|投票|次/u.test(x))
      const stages = items.filter((x) => !notStage.test(x))
      return { found: selfNamed ? [{ value: items.join('、'), at: clause.from }] : stages.map((x, i) => ({ value: x, at: clause.from + i })), used: true }
    }
  }
  return { found: [], used: false }
}

/** Characters without which no step is told: most sentences are done with here. */
const mayTell = /推荐|民主|公示|审定|审批|批准|征求|评|择优|汇总|组\d|组评委|审查|审核|复议|答辩|表决|投票|会议|得票|调研|抽/u

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

const stepPattern = new RegExp(stepWord, 'u')
const narrow = new RegExp(`([一-鿿]{0,8}?(?:${stepWord})(?:[一-鿿]{0,4}(?:${stepWord}))?)`, 'u')

/** Clauses that tell a step in the notice's own words, where it tells its procedure. */
function told(page: Page, sentence: Sentence, taken: readonly At[]): At[] {
  const short = page.span.to - page.span.from < 1500, under = sentence.under.join('/')
  if (lists(sentence, true).used || headingNumber(sentence.text)?.level === 2 && sentence.text.slice(headingNumber(sentence.text)?.length) === sentence.under.at(-1)) return []
  if (!(short || procedureHeading.test(under)) || /宣传|材料|要求|条件|标准|联系/u.test(sentence.under.at(-1) ?? '')) return []
  return clausesOf(sentence, /[,;。:→]/u).flatMap((clause) => clause.text.split(/(?<=[审评查示票议筛选])后,?(?:再|由)?/u).map((text) => ({ text, at: clause.from + clause.text.indexOf(text) }))).flatMap(({ text, at }): At[] => {
    const plainly = text.replace(/(?:审批|评审|审核|鉴定|评选|遴选|审查|推荐|申报|征求意见)(?:表|书|函|系统|平台|网)/gu, '')
    if (howMany.test(trimWords(text)) || whenOnly.test(trimWords(text))) return []
    if (!stepPattern.test(plainly) || notStep.test(plainly) || taken.some((t) => t.at >= at && t.at < at + text.length)) return []
    const value = trimWords(text.replace(brackets, '')).replace(/^.{0,16}(?:\d{1,2}日|[上中下]旬|月底|\d月(?=[一-鿿]))(?:前|开展|进行)?(?=..)/u, '').replace(/^(?:由|经过?|先由?|再由?|再|最后|并|然后|须经?|采取|采用|通过|按照|以|在此基础上|其中)+/u, '').replace(/(?:后|产生|等|进行|的方式.*|相结合.*|可.*|无异议.*)$/u, '')
    const said = value.length <= 18 ? withoutLength(value) : narrow.exec(value)?.[1] ?? ''
    return said.length >= 2 && stepPattern.test(said) && !howMany.test(said) ? [{ value: said, at }] : []
  })
}

/** The heading of an item of the procedure is its step: （二）资格审查。 */
function headed(sentence: Sentence): At[] {
  const above = sentence.under.slice(0, -1).join('/'), own = (sentence.under.at(-1) ?? '').replace(/\([^()]*[\d月旬][^()]*\)?$/u, '')
  if (own.includes('、') || !procedureHeading.test(above) || !stageEnd.test(own) || own.length > 14 || notStage.test(own) || !sentence.text.includes(own)) return []
  return [{ value: own, at: sentence.from }]
}

const pairs = (s: string): Set<string> => new Set(Array.from(s.replace(/[^一-鿿\d]/gu, '').slice(0, -1), (c, i) => c + (s.replace(/[^一-鿿\d]/gu, '').charAt(i + 1))))
const alike = (a: string, b: string): boolean => {
  if (a === b || a.startsWith(`${b}(`)) return true
  const A = pairs(a), B = pairs(b), both = [...A].filter((x) => B.has(x)).length
  if (((a.length >= 3 && b.length >= 3) || a.startsWith('评委')) && a.includes(b)) return true
  return both * 2 >= 0.72 * (A.size + B.size) || (a.endsWith('公示') && b.endsWith('公示') && (a === '公示' || b === '公示'))
}

const goesUp = /^(?:推荐|上报)[至到给]/u
const byUnit = /民主程序|范围内?公示/u
/** What the nominating unit does comes before what is done with its nominations, wherever it is told; a unit's nominating is a step only where another follows. */
function inOrder(found: readonly Found<string>[]): Found<string>[] {
  const later = found.some((f) => /评审|汇总|表决|择优|评选|[初复终会盲]评|[初复终]审/u.test(f.value))
  const named = found.some((f) => /组织推荐|民主程序/u.test(f.value))
  const kept = found.filter((f) => (later && !named) || !/^(?!自荐|组织|民主|择优|专家|第.轮|网络)[一-鿿]{2,6}推荐$/u.test(f.value) || (found.length > 3 && !named))
  const rank = (f: Found<string>): number => (byUnit.test(f.value) ? 0 : f.value === '结果公示' ? 3 : goesUp.test(f.value) ? 2 : 1)
  return [...kept].sort((a, b) => rank(a) - rank(b))
}

/** 四、流程:1.单位申报…: the first item runs on in the heading's own line. */
const runOn = new RegExp(`(?:程序|流程|步骤|方法|办法|方式)[:.。]?(?:\\(?[1一]\\)?[.、]|\\([1一]\\))([一-鿿]{2,10}?(?:${stageWord}))(?=[。.,:…(]|$)`, 'u')
const opened = (sentence: Sentence): At[] => {
  const m = runOn.exec(sentence.text)
  return m === null || notStage.test(m[1] ?? '') ? [] : [{ value: m[1] ?? '', at: sentence.from + m.index }]
}

/** Every step of the page in order. */
export function recogniseRounds(page: Page): Found<string>[] {
  const out: Found<string>[] = []
  let listed = false
  const headedWords = new Set<string>()
  for (const sentence of page.sentences) {
    if (/刊播|播发|海报|宣传展示的|学习贯彻/u.test(sentence.text) && !/评审|公示/u.test(sentence.text)) continue
    const list = lists(sentence, false), own = [...headed(sentence), ...opened(sentence)].slice(0, 1)
    if (list.used) listed = true
    const ways = phrases(sentence)
    const inHeaded = own.length === 0 && headedWords.has(sentence.under.at(-1) ?? '')
    for (const o of own) headedWords.add(o.value)
    const more = inHeaded ? ways.filter((p) => byUnit.test(p.value)) : list.used ? ways.filter((p) => /现予公示|民主程序/u.test(p.value)) : own.length > 0 || (listed && out.length >= 4) ? ways.filter((p) => /审定|审批|批准/u.test(p.value)) : [...ways, ...told(page, sentence, ways)]
    const steps = [...list.found, ...own, ...more].sort((a, b) => a.at - b.at)
    for (const one of steps) if (!out.some((o) => alike(o.value, one.value))) out.push({ value: one.value, from: sentence.from, to: sentence.to })
  }
  if (out.length === 0) for (const sentence of page.sentences) out.push(...lists(sentence, true).found.map((x) => ({ value: x.value, from: sentence.from, to: sentence.to })))
  const chain = inOrder(out)
  if (!chain.some((o) => /公示/u.test(o.value)) && (page.title.replace(/\(.*\)$/u, '').endsWith('公示') || page.sentences.some((s) => /公示期/u.test(s.text)))) chain.push({ value: '公示', from: page.span.from, to: page.span.from })
  return chain
}
