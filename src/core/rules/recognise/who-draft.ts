/** Explicit negatives → exclusions, and those about honours → prior honours; a channel that is refused is neither. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { PriorHonour } from '../prior-honour'
import type { RuleDraft } from './draft'
import { recogniseExclusions } from './exclusion'
import { asWritten, propertyOf } from './named'
import type { Doubt, Found, Page } from './page'

interface Known { readonly id: string; readonly said: RegExp; readonly zh: string; readonly en: string }
/** Those that nearly every notice has, in the product's usual words. */
const known: readonly Known[] = [
  { id: 'exclude-military', said: /^现役军人$/u, zh: '现役军人', en: 'military personnel in active service' },
  { id: 'exclude-civil-servants', said: /^公务员$/u, zh: '公务员', en: 'civil servants' },
  { id: 'exclude-bureau-level', said: /^参(?:公|照公务员法)[^、]*现任司局级以上/u, zh: '参照公务员法管理的党政机关中现任司局级以上行政职务的人员', en: 'those now at bureau level or above in Party and government bodies managed like the civil service' },
]
const ranks: Readonly<Record<string, string>> = { 司局级: 'bureau level', 厅局级: 'department level', 县处级: 'division level', 处级: 'division level' }

const refusesChannel = /^(?:个人(?:申报|自荐|报名)?|自荐|个人自行申报|专家(?:联名)?(?:推荐|提名)|社会征集|公众推荐|单位推荐)$/u
/** 匿名的不受理 is about objections, 评委不重复 about juries, 取消资格 about sanctions. */
const nobody = /^(?:匿名|评委)|^(?:.{0,16}(?:取消|收回|追回)).{0,20}(?:称号|证书|奖金)/u
/** 不得推荐,有新成果的除外: who is excepted is not excluded. */
const excepted = /(?:不得|不予|不再|不)(?:重复)?(?:推荐|申报|参评|提名)[^。;]{0,4},([^,。;]{2,20}?)(?:的|者)?除外/u
const isExcepted = (page: Page, f: Found<string>): boolean => excepted.exec(page.prepared.text.slice(f.from, f.to))?.[1] === f.value.replace(/\(.*$|[者的]$/gu, '')
const honours = /获奖|获得者|获得过|荣获|称号|荣誉|入选者?|提名者|候选人|已获|曾获|评为|当选/u
const punished = /处分|处罚|刑|违[纪法]|失信|不端|审查|调查/u
/** 获得市级及以上“示例奖”, 推荐而未获“示例奖”. */
const quoted = /(?:获得?|荣获|授予|取得|推荐)[^,。;“”]{0,14}“/u
const isHonour = (who: string): boolean => (honours.test(who) || quoted.test(who)) && !punished.test(who)

const bracketed = (who: string): { bare: string; strength: 'block' | 'warn'; note: string } => {
  const notes = [...who.matchAll(/\(([^()]*)\)/gu)].map((m) => m[1] ?? '')
  return { bare: who.replace(/\((?:(?:原则上|一般)(?:,[^()]*除外)?|[^()]*内|[^()]*停[^()]*)\)/gu, ''), strength: notes.some((x) => /^(?:原则上|一般)(?:$|,)/u.test(x)) ? 'warn' : 'block', note: notes.filter((x) => /年|届|停/u.test(x)).join() }
}
const strengthIn = (page: Page, f: Found<string>, of: 'block' | 'warn'): 'block' | 'warn' | 'note' => (/不建议|不宜/u.test(page.prepared.text.slice(f.from, f.to)) ? 'note' : of)

export const recogniseExclusionRules = (page: Page): Found<RuleDraft<'exclusion'>>[] => {
  const all = recogniseExclusions(page).filter((f) => !isHonour(f.value) && !refusesChannel.test(f.value) && !nobody.test(f.value) && !isExcepted(page, f))
  return all.map((f) => {
    const { bare, strength } = bracketed(f.value)
    const usual = known.find((k) => k.said.test(bare))
    const sentence = page.prepared.text.slice(f.from, f.to)
    const question = (f.doubts ?? []).length > 0 && bare === '公务员' ? asked(sentence) : undefined
    const at = spanOf(page, f, bare)
    const own = strengthIn(page, f, strength)
    return {
      value: { kind: 'exclusion', ...(usual === undefined ? {} : { id: usual.id }), ...(question !== undefined ? { strength: 'warn' as const, question } : own === 'block' ? {} : { strength: own }), who: usual === undefined ? asWritten(bare) : { zh: usual.zh, en: usual.en } },
      ...at, ...(f.doubts === undefined ? {} : { doubts: f.doubts }),
    }
  })
}

/** 公务员和…司局级以上: the sentence that can be read two ways. */
const asked = (sentence: string) => {
  const rank = /现任?([一-鿿]{1,3}级)以上/u.exec(sentence)?.[1] ?? ''
  return { zh: `是所有公务员都不推荐，还是只限现任${rank}以上的？`, en: `Are all civil servants excluded, or only those now at ${ranks[rank] ?? rank} or above?` }
}

/** The words themselves where they stand in the sentence, else the sentence. */
const spanOf = (page: Page, f: Found<string>, words: string): { from: number; to: number } => {
  const at = page.prepared.text.slice(f.from, f.to).indexOf(words.replace(/者$/u, ''))
  return at < 0 ? { from: f.from, to: f.to } : { from: f.from + at, to: f.from + at + words.replace(/者$/u, '').length }
}

const times = new RegExp(`(${numberPattern}) ?次`, 'u')
const lastYears = new RegExp(`(?:近|最近|前)? ?(${numberPattern}) ?年(?:之?内)?`, 'u')
const levels: readonly (readonly [RegExp, NonNullable<PriorHonour['level']>])[] = [[/国家级|全国/u, 'national'], [/省(?:部)?级/u, 'province'], [/市(?:厅)?级/u, 'city'], [/(?:校|院|单位)级/u, 'unit']]
export const levelIn = (words: string): PriorHonour['level'] => levels.find(([said]) => said.test(words))?.[1]
/** Titles in quotes, each in both languages as written. */
export const titlesIn = (words: string): PriorHonour['titles'] => {
  const found = [...words.matchAll(/[“《]([^”》]{2,30})[”》]/gu)].map((m) => asWritten(m[1] ?? ''))
  return found.length === 0 ? undefined : found
}
/** The honour the notice is about: named in quotes in its title. */
const ownTitle = (page: Page): PriorHonour['titles'] => titlesIn(page.title) ?? (page.title === '' ? undefined : [asWritten(page.title.replace(/^关于|的?通知$|^开展|^组织|^做好/gu, '').replace(/^(?:开展|组织|做好|推荐|评选)+/u, '').replace(/(?:人选)?(?:推荐|评选|申报|选树|提名).*$/u, ''))])

export const recognisePriorHonours = (page: Page): Found<RuleDraft<'priorHonour'>>[] => {
  const all = recogniseExclusions(page).filter((f) => isHonour(f.value) && !nobody.test(f.value) && !isExcepted(page, f))
  // Sister titles of one sentence are one rule.
  const merged = new Map<string, { f: Found<string>; words: string }>()
  for (const f of all) merged.set(`${String(f.from)}|${bracketed(f.value).note}`, { f, words: `${merged.get(`${String(f.from)}|${bracketed(f.value).note}`)?.words ?? ''}${f.value}` })
  return [...merged.values()].map(({ f, words }) => honourOf(page, f, words))
}

const honourOf = (page: Page, f: Found<string>, words: string): Found<RuleDraft<'priorHonour'>> => {
  const { strength, note } = bracketed(words)
  const sentence = page.prepared.text.slice(f.from, f.to)
  const own = strengthIn(page, f, strength)
  const failed = /未获|落选|未当选|失败|未入选|有效候选/u.test(words)
  const count = times.exec(words)?.[1]
  const years = lastYears.exec(note)?.[1] ?? /(?:近|最近) ?([\d一二三四五六七八九十两]+) ?年/u.exec(words)?.[1]
  const since = /(20\d\d) ?年(?:度)?(?:以来|以后|起)/u.exec(words)?.[1]
  const last = /上(?:一)?届/u.test(words) && page.year !== undefined ? page.year.value - 1 : undefined
  const level = levelIn(words)
  const unless = /且无(.{2,12}?)者/u.exec(words)?.[1] ?? excepted.exec(sentence)?.[1] ?? /(新(?:的)?(?:成果|业绩|贡献))/u.exec(sentence)?.[1]
  const titles = titlesIn(words) ?? (level === undefined || failed ? ownTitle(page) : undefined)
  const doubts: Doubt[] = last === undefined ? [] : [{ at: 'onlyYear', what: { zh: '上届是哪一年？', en: 'Which year was the last round?' }, readings: [String(last), String(last - 1)] }]
  return {
    value: {
      kind: 'priorHonour', ...(own === 'block' ? {} : { strength: own }), ...(titles === undefined ? {} : { titles }), ...(level === undefined ? {} : { level }),
      counts: failed ? 'failed' : /提名/u.test(words) ? 'nominee' : 'winner', ...(count === undefined ? {} : { times: numberOf(count) ?? 1 }),
      ...(last !== undefined ? { onlyYear: last } : since !== undefined ? { sinceYear: Number(since) } : years !== undefined ? { withinYears: numberOf(years) ?? 1 } : {}),
      ...(unless === undefined ? {} : { unless: propertyOf(unless) }), ...(/团队负责人|项目负责人/u.test(words + sentence) && /团队/u.test(sentence) ? { teamLeaders: true } : {}),
    },
    from: f.from, to: f.to, ...(doubts.length > 0 ? { doubts } : {}),
  }
}
