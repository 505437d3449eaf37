/** Who may not be nominated and what is not received: explicit negatives only, with their strength in brackets. */
import { clausesOf, type Sentence } from '../../text/sentences'
import { trimWords, distinct, type Doubt, type Found, type Page } from './page'

interface Cue { readonly pattern: RegExp; /** Which part of the match names the excluded. */ readonly who: 'before' | 'after'; readonly suffix?: string }

/** What somebody may not do or become in a selection. */
const taking = '参评|参选|参赛|参加评[选比优]?|参加本次|参加(?!评审|投票|表决|会议)|参与(?!评审|投票|表决)|推荐|推选|推报|推介|申报|上报|评选|提名|申请|获奖|当选|受理|表彰|奖励|评奖|评优|评先|评定|授奖|命名|评为|选为|报名|自荐|竞选|兼报|兼得|考虑|接受|纳入|列入|作为(?:推荐|评选|表彰|候选)|报(?=$)'
const never = '暂缓(?=推荐|申报|提名|表彰)|不再|不得|不能|不可以?|不要(?=推荐|申报|上报|提名)|(?:请)?勿(?=推荐|申报|上报|提名)|不予|不宜|不建议|不重复|不得再|暂不|一概不|一律不得?|均不得?|概不|恕不|谢绝|停止|暂停(?=推荐|申报|参评)'
/** The wordings of an exclusion, as data. */
const cues: readonly Cue[] = [
  { pattern: /(?:不得|不能|不予|不再|不)(?:推荐|提名|申报)(?=[^,。;]{2,40}(?:干部|人员|负责人|领导|者|军人|公务员|院士|职工|教师|人选|项目|成果)(?:\([^()]*\))?$)/u, who: 'after' },
  { pattern: /(?:不包括|不含|不包含|除外:|谢绝(?!参评|参选|推荐|申报|报名|自荐)|不接受|不受理|不建议推荐|不建议提名)(?!$)(?:下列人员|以下人员)?:?/u, who: 'after' },
  { pattern: /(?:不再|不得|不能|不可|不予|不)(?:重复)?(?:作为(?!证明|佐证|依据|参考|支撑)|列为|纳入|列入)(?:被?提名|被?推荐|申报|评选|参评|表彰)?(?:的)?(?:人选|对象|候选人|范围|推荐对象|评选对象)?/u, who: 'before' },
  { pattern: new RegExp(`(?<!可)(?:${never}|不(?=参评|参选|参加评[选比优]|参[加与](?:评[选比优]|推荐|申报|提名|推选|遴选|选拔|竞选|本次)|推荐|推选|申报|评选|受理))(?:给予|进行)?(?:重复|再次|再|多头|同时|作为候选人|继续|同时牵头|牵头)?(?:${taking}|兼(?!职))`, 'u'), who: 'before' },
  { pattern: /不(?:再)?(?:参加|参与)(?:了?$|(?:本[次届]|此次|今年)?(?:“[^“”]{2,20}”|[一-鿿]{0,6}?)的?(?:评选|推荐|评比|申报|推选|评优|竞选|选树|遴选|选拔|表彰)(?!工作|会|办))/u, who: 'before' },
  { pattern: /回避(?=申报|参评|参选|推荐)/u, who: 'before' },
  { pattern: /不(?:在|属于|列入|纳入)(?:本次|此次|本届)?(?:推荐|评选|申报|参评|推选|表彰|征集|参选|遴选|选树|受理|奖励)(?:对象)?(?:范围|之列|对象)?(?:之内|内)?|排除在外|不在(?:其内|此列|其列)/u, who: 'before' },
  { pattern: /不(?:得)?重复$/u, who: 'before' },
  { pattern: /(?:取消|没有|不具备|不具有|丧失)(?:其)?(?:当年|本年度?|本次|推荐|参评|评选|申报|候选|评优|评先|人|的)*资格/u, who: 'before' },
  { pattern: /(?:实行)?一票否决/u, who: 'before' },
  { pattern: /除外$/u, who: 'before' },
]
const declares = /(?:未获过|未获得过|未曾获得?过?|未曾获|未受过|没有受过|无)(.{2,24})/u

/** Wordings that say an exclusion the other way round. */
const specials: readonly { readonly pattern: RegExp; readonly say: (m: RegExpExecArray) => string }[] = [
  { pattern: /(.{2,30}?)者?,?(?:须|需|应)有(.{2,12}?)(?:方可|才可|才能)(?:再次?|重新)/u, say: (m) => `${trimWords(m[1] ?? '').replace(/者$/u, '')}且无${m[2] ?? ''}者` },
  { pattern: /(.{4,40}?(?:候选人|获奖者|人选|者|的项目|的))[,]?(停止|暂停|停评)((?:\d+|[一二三两])[次届年])/u, say: (m) => `${trimWords(m[1] ?? '')}(${m[2] ?? ''}${m[3] ?? ''})` },
  { pattern: /^(?:且|也|并)?(.{1,14}?)(?:不得|不能|不可)()((?:通过|在|以|由|从)(?:.{2,20}?(?:重复|同时|多头)|(?:多个|两个以上|两个及以上|不同)(?:渠道|单位|途径)).{2,10})$/u, say: (m) => `${trimWords(m[1] ?? '')}${m[3] ?? ''}` },
  { pattern: /^(?:且|也|并)?(.{0,12}?)(?:不得|不能|不可)(同时|多头|重复)((?:通过|接受|在|由|以|向).{2,40})$/u, say: (m) => `${trimWords((m[1] ?? '').replace(/也$/u, ''))}${m[2] ?? ''}${m[3] ?? ''}` },
  // 2.非现任校级领导: told of those who may stand
  { pattern: /^(?:须|应|必须)?(?:为)?非([^,。;]{3,24}?(?:领导|干部|人员|者|负责人|成员))(?:\([^()]*\))?$/u, say: (m) => m[1] ?? '' },
  { pattern: /(?:职级|级别|职务)(?:为|应为|在)?(原则上)?(?:为|应为|在)?([一-鿿]{1,3}级)以下/u, say: (m) => `${m[2] ?? ''}及以上${m[1] === undefined ? '' : '(原则上)'}` },
]

const soft = /原则上|一般(?=不)/u
/** Words before the negation that name nobody: 本届不再参评, 纠纷解决前不得申报. */
const nobodyNamed = /^(?:也|且|均|都|一律|一般|原则上|届时|本[届次年]|今年|此次|当年|(?:近|此后)?[一二三四五\d]+[年届](?:之?内)?|[^,;。]{2,12}(?:之?前|期间|期内|期满前|未满))+$/u

/** 历届获奖者 of 历届获奖者不再参评; the strength in brackets. */
function saying(words: string, whole: string): string {
  const lasting = /(?:后|的)?,?((?:近)?(?:\d+|[一二三四五两])[年届])(?:之?内)?$/u.exec(words)
  if (lasting !== null && lasting.index >= 2) return `${saying(words.slice(0, lasting.index), whole)}${words.slice(0, lasting.index).endsWith('者') ? '' : '者'}(${lasting[1] ?? ''}内)`
  const text = trimWords(words).replace(/(?<=[的者])(?:将|则)$|(?<=员)就$/u, '')
    .replace(/原则上|一般|均|也|都|一律/gu, '').replace(/(?:本[次届]|本?年度|今年|(?:均|都)?(?:须|应当?|需)?回避,?)$/u, '')
    .replace(/^(?:凡是?|发现(?=.{2,})|或者?(?=在|有|因|被|受|存在)|对于?|对|其中|另外|有下列情形之一的|如有|若有|且|但|并且)/u, '')
    .replace(/(?:的)?(?:人选|人员|同志|个人|人)?(?:的)?,?$/u, (m) => (/人员|个人|人选/u.test(m) ? m.replace(/[的,]+$/u, '') : m.startsWith('的') ? '者' : m.replace(/,$/u, '')))
    .replace(/者者$/u, '者')
  const strength = soft.exec(whole)?.[0]
  return strength !== undefined && text !== '' ? `${text}(${strength})` : text
}

/** Items of a list of people: 现役军人、公务员和参照…者. */
function items(words: string): string[] {
  let depth = 0, item = ''
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const c = words.charAt(i)
    if (/[(《“]/u.test(c)) depth++
    if (/[)》”]/u.test(c)) depth--
    const and = depth === 0 && /[和及]/u.test(c) && !/^[和及]以[上下后]/u.test(words.slice(i)) && item.length >= 3 && words.length - i > 3
    if (depth === 0 && (/[、,;]/u.test(c) || and) && !(c === '、' && /\d(?:年度?)?$/u.test(item) && /\d/u.test(words.charAt(i + 1)))) { out.push(and ? item.replace(/以$/u, '') : item); item = '' } else item += c
  }
  // 参公机关、现任…职务者: the office belongs to its people
  return [...out, item].map(trimWords).filter((x) => x.length >= 2).reduce<string[]>((all, x) => (x.startsWith('现任') && /(?:机关|单位)$/u.test(all.at(-1) ?? '') ? [...all.slice(0, -1), `${all.at(-1) ?? ''}${x}`] : [...all, x]), [])
}

const personEnd = /(?:军人|军队人员|公务员|人员|干部|院士|领导|领导人|机关|单位|职工|教师|警察|民警|获得者|负责人|成员|职务者|离退休人员)(?:\([^()]*\))?$/u
const listed = /^(?:已|曾|历届|近[一二三四五\d]+[年届])?(?:被)?(?:评为|评选为|获得?|授予|荣获|入选)(?:过)?/u

/** Several honours or plans after one verb or before one noun become one exclusion each. */
function spreadOut(words: string): string[] {
  // 院领导及职能科室主任: one group in two words
  if (/(?<!以)及(?!以)/u.test(words) && !/[、,;和]|以及/u.test(words)) return [words]
  const persons = items(words)
  if (persons.length > 1 && persons.every((x) => personEnd.test(x)) && !(/(?:机关|单位)$/u.test(persons[0] ?? '') && !/(?:机关|单位|军人)$/u.test(persons.at(-1) ?? ''))) return persons
  const shared = partsOfOne(words)
  if (shared !== undefined) return shared
  if (/^[一-鿿]{2,5}(?:、[一-鿿]{2,5})+$/u.test(words) && !oneNoun.test(words) && !/级|负责人/u.test(words)) return words.split('、')
  const cases = words.split(/(?<=[的者])、(?=.{4})/u)
  if (cases.length > 1) return cases
  const verb = listed.exec(words)?.[0] ?? ''
  const noun = /(入选者|获得者|获奖者|称号者|称号获得者|负责人)$/u.exec(words)?.[1] ?? ''
  const core = words.slice(verb.length, words.length - noun.length)
  if (verb === '' && noun === '') return [words]
  const parts = splitHonours(core)
  if (parts.length < 2 || (noun === '负责人' && core.includes('的'))) return [words]
  return parts.map((p) => `${verb}${p}${noun}`)
}

/** 规培、进修、实习人员: one noun for all that is said before it. */
const oneNoun = /^(?:(?!人员|教师|职工|学生|干部|军人)[一-鿿]){2,4}(?:、(?:(?!人员|教师|职工|学生|干部|军人)[一-鿿]){2,4})*?[、和及](?:(?!、)[一-鿿]){2,3}?(?:人员|教师|职工|学生|干部|军人|成员)$/u
const newCase = /、(?=(?:有|存在|发生|出现|受到|受过|收受|被|曾|因|未(?!成年)|参与|违反|正在)[^、]{3,})/u
/** 受过处分、有失信记录的个人和科室: each case with the noun they share. */
function partsOfOne(words: string): string[] | undefined {
  const parts = words.split(newCase)
  const noun = /(?:的[一-鿿、]{0,12}|者)$/u.exec(parts.at(-1) ?? '')?.[0]
  return parts.length < 2 || noun === undefined ? undefined : parts.map((p, i) => (i === parts.length - 1 || /[的者]$/u.test(p) ? p : `${p}${noun}`))
}
/** Several kinds of people between commas, in one item of a list. */
const kinds = (words: string): string[] => { const parts = words.split(','); return parts.length > 1 && parts.every((p) => p.length >= 4 && /(?:者|员|干部|领导|模范|人选|项目|单位|集体|个人|军人|院士)$/u.test(p)) ? parts : [words] }

/** One level said once holds for all: 市级以上劳动模范、先进工作者. */
const oneLevel = (core: string): boolean => { const [first = '', ...others] = core.split('、'); return first.endsWith('级') || /级/u.test(first) && !first.includes('“') && others.every((x) => !/[“级届]|其他/u.test(x)) }
const splitHonours = (core: string): string[] => oneLevel(core) ? [core] : core.replace(/”“/gu, '”、“').split(/(?<!\d|\d年|\d年度)、(?![二三四](?:等|、))(?![^(“《]*[)”》])|[和或](?=其他|往届|历届|[一-鿿]{0,4}[“国省市])/u).map((x) => x.trim()).filter((x) => x !== '')

/** 取消资格，已获表彰的撤销称号: what follows a breach, not who may stand. */
const sanctioned = /撤销|已获(?:得)?(?:表彰|奖|称号)/u

function fromCue(sentence: Sentence): Found<string>[] {
  const out: Found<string>[] = []
  const clauses = clausesOf(sentence, /[,;。]/u)
  clauses.forEach((clause, i) => {
    const inside = [...clause.text.matchAll(/\(([^()]*)\)/gu)].find((m) => negative.test(m[1] ?? '') && m[1]?.endsWith('除外') !== true)
    const outer = clause.text.replace(/\([^()]*\)/gu, ''), text = negative.test(outer) ? clause.text : inside?.[1] ?? clause.text
    // 见义勇为类除外: an exception from what was just excluded
    const except = /^(.{2,30}?)(?:的)?除外$/u.exec(trimWords(text)), excluded = out.at(-1)
    if (except !== null && excluded !== undefined && i > 0) { out[out.length - 1] = { ...excluded, value: excluded.value.endsWith(')') ? `${excluded.value.slice(0, -1)},${except[1] ?? ''}除外)` : `${excluded.value}(${except[1] ?? ''}除外)` }; return }
    for (const cue of cues) {
      const m = cue.pattern.exec(text)
      if (m === null || (m[0].includes('资格') && sanctioned.test(sentence.text))) continue
      if (cue.who === 'after') {
        const tail = text.slice(m.index + m[0].length)
        const named = tail.length >= 2 ? items(tail) : m[0].startsWith('不受理') ? [refused(text.slice(0, m.index), clauses[i - 1]?.text ?? '')] : []
        for (const one of named.filter((x) => x.length >= 2)) out.push({ value: saying(one, text), from: sentence.from, to: sentence.to })
      } else {
        const before = text.slice(0, m.index)
        const own = trimWords(before).replace(/原则上|一般|均|也|的$/gu, '')
        const behind = clauses[i - 1]?.text ?? '', joined = /^(?:此后|或|或者|且|但|又|并|而|仍|之后)/u.test(behind) && i >= 2 ? `${clauses[i - 2]?.text ?? ''}，${behind}` : behind
        const source = own.length >= 2 && (behind === '' || !nobodyNamed.test(own)) ? before : joined
        const whole = `${source}${text}`
        const award = /“[^“”]{2,20}”/u.exec(m[0])?.[0] ?? (m[0] === '回避' ? text.slice(m.index + m[0].length).replace(/^(?:申报|参评|参选|推荐)/u, '') : '')
        const verb = award !== '' ? `(${award})` : m[0].endsWith('自荐') ? '自荐' : m[0].endsWith('兼') ? '兼报' : /同时|多头|兼/u.test(m[0]) ? `${m[0].replace(/^(?:一律|均)?(?:不得|不能|不可以?|不)/u, '')}${text.slice(m.index + m[0].length)}` : ''
        // 本年度不得申报，三年内不得重复申报: said again of the same
        if (verb === '' && source !== before && /不得|不能|不予|不再/u.test(source)) return
        if (verb !== '' && /^(?:也|且)$/u.test(trimWords(before))) { out.push({ value: verb, from: sentence.from, to: sentence.to }); return }
        for (const one of spreadOut(saying(source, '').replace(/[,]/gu, ''))) out.push({ value: saying(`${one}${verb}`, whole), from: sentence.from, to: sentence.to })
      }
      return
    }
    const stopped = /^(?:停止|暂停|停评)/u.test(clause.text) ? `${clauses[i - 1]?.text ?? ''},${clause.text}` : clause.text
    const special = !/有|停|级|同时|多头|重复|非|渠道|途径/u.test(clause.text) ? undefined : specials.map((x) => { const m = x.pattern.exec(trimWords(stopped)); return m === null ? undefined : x.say(m) }).find((x) => x !== undefined)
    if (special !== undefined) { out.push({ value: special, from: sentence.from, to: sentence.to }); return }
    const never = declares.exec(clause.text)
    if (never !== null && /未/u.test(never[0]) && /奖|称号|荣誉|红旗手|模范|处分|处罚/u.test(never[1] ?? '')) out.push({ value: `已获${(never[1] ?? '').replace(/[。的]+$/u, '')}者`, from: sentence.from, to: sentence.to })
  })
  return out
}

const refused = (before: string, previous: string): string => {
  const text = trimWords(before).replace(/原则上|的$/gu, '')
  return text.length >= 2 ? text : trimWords(previous)
}

const noPerson = /^(?:下列|以下|下述|上述)(?:情形|情况|人员|对象)|^并?于\d|^(?:\d+月|超|一经|收到|被推荐人及其|.{0,14}(?:收到的材料|系统关闭|期限者?$|涂改|发现者?$)|报送不|其他情况|申报|材料(?!.{1,6}的(?:候选人|人选))|逾期|过期|未按|电子|照片|单位不|各单位|照|内容|附件|以上材料|形式|任何|我|其(?!他)|今后)|以权谋私|泄露|泄密|涉密内容/u
const splitQuestion = (page: Page, f: Found<string>, all: readonly Found<string>[]): Doubt[] => {
  const text = page.prepared.text.slice(f.from, f.to)
  if (f.value !== '公务员' || !/公务员(?:和|及|、)参/u.test(text) || !all.some((x) => /参照|参公/u.test(x.value))) return []
  return [{ at: '', what: { zh: '级别限制是否也适用于公务员，还是所有公务员都不在范围内？', en: 'Does the rank also limit civil servants, or are all civil servants out?' }, readings: ['所有公务员', '该级别以上的公务员'] }]
}

const circumstances = /(?:下列|以下|下述)(?:情形|情况|人员|对象|行为)?(?:之一)?/u
const negative = /不重复(?:推荐|申报|参评)|暂缓|不要|勿|不在[其此][内列]|不得|不予|不能|不再|不推荐|不参评|取消|不作为|不列[入为]|不纳入|不含|回避|不参加|不受理|不推荐|不可|不再|一票否决|除外|不包括/u

const refusing = /(?:不得|不能|不予|不可|不宜|不再|不参加|不列入|不纳入|禁止|一票否决)[一-鿿]{0,8}(?:情形|情况|人员|对象|范围|条件)?$|负面清单|否决(?:情形|条件|事项)|排除(?:情形|条件)|不(?:在|属于)[一-鿿]{2,8}范围/u
/** 不包括：（1）…；（2）…: the list alone tells who. */
const ending = /(?:^|[,;。])(?:但)?(?:[一-鿿]{0,8})(?:不包括|不含|不得推荐|不予推荐|不予受理|不再推荐|不受理)$/u
/** 有下列情形之一的不得推荐: each item of the list that follows, inline or one a line. */
function circumstancesIn(sentences: readonly Sentence[]): { found: Found<string>[]; used: ReadonlySet<Sentence> } {
  const found: Found<string>[] = [], used = new Set<Sentence>()
  // a line of its own without a stop, not a sentence such as 现役军人不在推荐范围。
  const titles = new Set(sentences.filter((s) => /[^。;!,:]:?$/u.test(s.text) && refusing.test(s.under.at(-1) ?? '') && trimWords(s.text) === s.under.at(-1)).map((s) => s.under.at(-1) ?? ''))
  sentences.forEach((s, i) => {
    // 四、不得推荐的情形: every item under it
    const heading = s.under.find((h) => titles.has(h))
    if (heading !== undefined && !used.has(s) && !/[:;]./u.test(s.text) && !(s.text.includes(heading) && s.text.endsWith(':'))) {
      used.add(s)
      const words = trimWords(s.text)
      if (words !== heading && words.length >= 4 && !negative.test(words.replace(/\([^()]*\)/gu, ''))) found.push({ value: saying(words, ''), from: s.from, to: s.to })
      else if (words !== heading) used.delete(s)
      return
    }
    const colon = s.text.indexOf(':')
    const before = s.text.slice(0, colon), numbered = /^ ?(?:\(?[1一][).、]|$)/u.test(s.text.slice(colon + 1))
    if (colon < 0 || /(?:下表|附表|以下名额|人数)$/u.test(before) || !(circumstances.test(before) || (numbered && (ending.test(before) || refusing.test(before)))) || !negative.test(before)) return
    used.add(s)
    const tail = s.text.slice(colon + 1)
    const put = (words: string, at: Sentence): void => {
      for (const one of kinds(trimWords(words).replace(/^[一二三四五六七八九十]是/u, '')).flatMap((k) => (numbered && !circumstances.test(before) ? spreadOut(k) : [k]))) {
        const value = saying(one, before)
        if (value.length >= 3) found.push({ value, from: at.from, to: at.to })
      }
    }
    for (const one of tail.split(/[;。]|(?<=的)[、,]/u)) if (one.trim() !== '') put(one, s)
    for (let k = i + 1; k < sentences.length; k++) {
      const next = sentences[k], before = sentences[k - 1]
      if (next === undefined || before === undefined || !(before.text.endsWith(';') || (k === i + 1 && tail.trim() === '') || (/^(?:\(|\d|[①-⑳])/u.test(next.text) && (/^(?:\(|\d|[①-⑳])/u.test(before.text) || k === i + 1)))) break
      used.add(next)
      put(next.text, next)
    }
  })
  return { found, used }
}

/** Every exclusion of the page. */
export function recogniseExclusions(page: Page): Found<string>[] {
  const list = circumstancesIn(page.sentences)
  const found = [...page.sentences.filter((s) => !list.used.has(s)).flatMap((s) => fromCue(s)), ...list.found].sort((a, b) => a.from - b.from).filter((f) => (f.value.length >= 3 || /^[译综书编原][一-鿿]$/u.test(f.value)) && f.value.length <= 80 && !noPerson.test(f.value))
  return distinct(found, (v) => v.replace(/者$/u, '')).map((f, _, all) => {
    const doubts = splitQuestion(page, f, all)
    return doubts.length === 0 ? f : { ...f, doubts }
  })
}
