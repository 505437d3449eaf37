/** Shares in words → rules over a list. The list is named by the notice, or asked. */
import type { Proportion } from '../proportion'
import type { RuleDraft } from './draft'
import { subsetOf } from './named'
import { trimWords, type Found, type Page } from './page'
import { recogniseProportions } from './proportion'

const winners = /获奖|表彰|评选出|当选|入选/u
const level = /全省|全市|全校|本省|全国|总名单|推荐总数|推荐名单|全部人选/u
const unit = /(?:每个?|各)(?:推荐)?(?:单位|学会|市|省|学院|部门)|本单位|推荐名单|推荐人选|推荐对象|候选人/u

const overIn = (words: string): Proportion['over'] | undefined => (winners.test(words) ? 'winners' : /本级(?:推荐)?名单/u.test(words) ? 'level' : unit.test(words) ? 'unit' : level.test(words) ? 'level' : undefined)
const tidy = (what: string): string => trimWords(what.replace(/(?:不超过|不得超过|不少于|不低于|控制在).*$/u, '').replace(/\([^()]*\)$/u, ''))

const ofList = /(?:^|[。;,])(?:\([一二三四五六七八九十\d]+\)|\d+[.、])? ?([^,。;:]{2,20}?)(原则上)?(不超过|不得超过|不高于|不少于|不得少于|不低于)((?:每个?|各)(?:推荐)?单位的?(?:推荐)?名单|本级(?:推荐)?名单|获奖名单)(?:\((个人|团队|集体)\))?的(?:([^,。;()]{2,12}?)的)? ?(\d{1,3}) ?%/u
/** 正职不超过本级推荐名单的领导干部的50%: the list, its sort and the smaller set are all named. */
const fullyNamed = (page: Page): Found<RuleDraft<'proportion'>>[] => page.sentences.flatMap((s): Found<RuleDraft<'proportion'>>[] => {
  const m = ofList.exec(s.text)
  if (m === null) return []
  const [of = '', list = '', sort, base] = [trimWords(m[1] ?? ''), m[4], m[5], m[6]]
  return [{ value: {
    kind: 'proportion', ...(m[2] === undefined ? {} : { strength: 'warn' as const }), of: subsetOf(of), bound: /少|低/u.test(m[3] ?? '') ? 'min' : 'max', percent: Number(m[7]), over: /获奖/u.test(list) ? 'winners' : /本级/u.test(list) ? 'level' : 'unit',
    ...(base === undefined ? {} : { base: subsetOf(trimWords(base)) }), ...(sort === undefined ? {} : { candidates: sort === '个人' ? 'person' as const : 'team' as const }),
  }, from: s.from, to: s.to }]
})

export const recogniseProportionRules = (page: Page): Found<RuleDraft<'proportion'>>[] => {
  const full = fullyNamed(page)
  return [...full, ...fromFacts(page).filter((f) => !full.some((o) => f.from < o.to && f.to > o.from))].sort((a, b) => a.from - b.from)
}

const fromFacts = (page: Page): Found<RuleDraft<'proportion'>>[] => recogniseProportions(page).filter((f) => Number.isInteger(f.value.percent)).map((f) => {
  const sentence = page.prepared.text.slice(f.from, f.to)
  const { what, bound, percent } = f.value
  // 先进个人中一线职工; 领导干部…，其中正职不超过领导干部的50%.
  const among = /^(.{2,12})中(.{2,20})$/u.exec(tidy(what))
  const of = tidy(among?.[2] ?? what)
  const base = baseOf(sentence, what, of)
  const sort = among === null ? undefined : /个人/u.test(among[1] ?? '') ? 'person' as const : /集体|团队/u.test(among[1] ?? '') ? 'team' as const : undefined
  const over = overIn(`${among?.[1] ?? ''}${sentence}`)
  return {
    value: { kind: 'proportion', ...(/原则上/u.test(what) ? { strength: 'warn' as const } : {}), of: subsetOf(of), bound, percent, ...(over === undefined ? {} : { over }), ...(base === undefined ? {} : { base: subsetOf(base) }), ...(sort === undefined ? {} : { candidates: sort }) },
    from: f.from, to: f.to, ...(over === undefined ? { doubts: [{ at: 'over', what: { zh: `${of}的比例以哪一份名单为分母？`, en: `Of which list is the share of ${of}?` }, readings: ['unit', 'level', 'winners'] }] } : {}),
  }
})

/** The smaller set a share is of: those that the sentence has named before. */
const baseOf = (sentence: string, what: string, of: string): string | undefined => {
  const own = /(?:不超过|不得超过|不少于|不低于|占)(.{2,12}?)(?:总数|人数)?$/u.exec(what.replace(/\([^()]*\)$/u, ''))?.[1] ?? /\((?:其中|占)([^,()]{2,12})/u.exec(what)?.[1]
  if (own === undefined || /名单|名额|总数|推荐|人选|候选/u.test(own)) return undefined
  return own !== of && sentence.includes(own) ? trimWords(own) : undefined
}
