/** Shares of a list: of whom × bound × percent, with the nested or named base in brackets. */
import { numberOf } from '../../text/numerals'
import { clausesOf } from '../../text/sentences'
import { trimWords, type Found, type Page } from './page'

export interface ProportionFact { what: string; bound: 'max' | 'min'; percent: number }

const percent = /(\d+(?:\.\d+)?) ?(?:%|个百分点)|百分之([一二三四五六七八九十]+)/gu
const most = /不超过|不得超过|不高于|不得高于|控制在|限制在|低于|不多于|最多|至多|以内|以下/u
const ending = /(?:不超过|不得超过|不高于|不得高于|控制在|限制在|低于|不多于|最多|至多|不少于|不得少于|不低于|不得低于|至少|达到|最少)+$/u
const least = /不少于|不得少于|不低于|不得低于|至少|达到|以上|最少/u

/** Who the share is of: what stands before the bound. */
function whatOf(before: string): { what: string; soft: boolean; base: string } {
  const soft = /原则上/u.test(before)
  const nested = /其中/u.test(before)
  const text = trimWords(before).replace(/原则上|一般|(?:应当|应|须|要)(?=不|占|控制|达|$)/gu, '').replace(/(?:所占)?(?:的)?(?:比例|比重|占比|人数|数量)/gu, '').replace(/^(?:其中,?|推荐(?:人选|对象|名额)?中,?|候选人中,?)/u, '')
  const bare = text.replace(ending, '')
  const base = /(?:占|按|为)(.{2,20}?)(?:的|总数的?|总人数的?)?$/u.exec(bare)
  const what = bare.replace(/(?:占|按|为).{0,20}$/u, '').replace(/(?:占|不|的|在)+$/u, '')
  return { what: trimWords(what), soft, base: nested ? `其中${base?.[1] ?? ''}` : base?.[1] ?? '' }
}

/** Every share of the page. */
export function recogniseProportions(page: Page): Found<ProportionFact>[] {
  const out: Found<ProportionFact>[] = []
  for (const sentence of page.sentences) for (const clause of clausesOf(sentence)) for (const m of clause.text.matchAll(percent)) {
    const value = numberOf(m[1] ?? m[2] ?? '')
    const before = clause.text.slice(0, m.index), after = clause.text.slice(m.index + m[0].length)
    const formula = /(?:按|依).*$/u.test(before) && /^(?:的)?(?:比例|左右)?/u.test(after) && /申报|推荐|评选|上报/u.test(after)
    const bound = least.test(before) || /^(?:以上|及以上)/u.test(after) ? 'min' as const : most.test(before) || /^(?:以内|以下|之内)/u.test(after) || formula ? 'max' as const : undefined
    if (value === undefined || bound === undefined || value > 100 || /票|投票|得分|总分|权重|税|利润|增长|资金|经费/u.test(clause.text)) continue
    const { what, soft, base } = whatOf(before)
    const extra = formula ? [...after.matchAll(/\(([^()]{2,8})\)/gu)].map((x) => x[1] ?? '') : []
    const notes = [base === '' ? '' : base.startsWith('其中') ? base : `占${base}`, soft ? '原则上' : '', ...extra].filter((x) => x !== '' && x !== '其中')
    if (what.length < 2 || what.length > 40) continue
    out.push({ value: { what: notes.length === 0 ? what : `${what}(${notes.join(',')})`, bound, percent: value }, from: sentence.from, to: sentence.to })
  }
  return out
}
