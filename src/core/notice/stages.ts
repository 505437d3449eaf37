/** The stages a notice names for its campaign: 活动主要由广泛动员、组织推荐…等环节组成, 分五个阶段. */
import type { Sentence } from '../text/sentences'
import { trimWords, type Found } from '../rules/recognise/page'

const told = /(?:由|分为?|包括|环节:|阶段:)(?:[一二三四五六七八九十\d]+个(?:阶段|环节)[:,]?)?([一-鿿]{2,10}(?:[、,和][一-鿿]{2,10}){2,8}?)(?:等?(?:[一二三四五六七八九十\d]+个)?(?:环节|阶段|步骤)|。|$)/u

/** The stages in order. */
export function stagesOf(sentences: readonly Sentence[]): Found<string>[] {
  for (const s of sentences) {
    if (!/环节|阶段|步骤/u.test(s.text)) continue
    const m = told.exec(s.text)
    if (m === null) continue
    return (m[1] ?? '').split(/[、,和]/u).map(trimWords).map((x) => x.replace(/等$/u, '')).filter((x) => x !== '').map((value) => ({ value, from: s.from, to: s.to }))
  }
  return []
}
