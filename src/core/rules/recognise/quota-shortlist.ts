/** How many of how many come through: 青年组60名个人入选12名. The first number tells who stood, the second is the quota. */
import type { Span } from '../../text/prepare'
import { trimWords } from './page'

export interface Shortlist extends Span { readonly who: string; readonly max: number }

const through = '入围|入选|当选|获奖|胜出|晋级|获评'
const unit = '(?:名|人|位|个|项|件|篇|组|支|幅|户)(?:\\([^()]{1,3}\\))?'
const one = new RegExp(`([^,;。:、\\d]{0,16}?)(\\d{1,6}) ?(${unit})(?:的)?([^,;。、\\d]{0,10}?)中?,?(?:其中|共|有|最终|评出)?(${through})(?:者)?(?:为|共)? ?(\\d{1,6}) ?(?:${unit})`, 'gu')

/** Every such pair of a sentence; a class said once goes on, and a unit means the kind it counted before. */
export function shortlistsIn(text: string, kinds: Map<string, string>): Shortlist[] {
  const out: Shortlist[] = []
  if (!/\d/u.test(text) || !new RegExp(`(?:${through})[^,;。]{0,3}\\d`, 'u').test(text)) return out
  let group = ''
  for (const m of text.matchAll(one)) {
    const [pool, won] = [Number(m[2]), Number(m[6])]
    // 推荐10名,获奖3名 are two quotas; 参评45个,当选12个 is one
    if (won > pool || /推荐|限|报送|评选|评出|表彰|不超过/u.test(m[1] ?? '')) continue
    const said = trimWords(m[1] ?? '').replace(/^(?:其中|共有?|参评的?|参选的?|从)+|(?:共有?|有|申报|推荐|参评)+$/gu, ''), noun = trimWords(m[4] ?? '').replace(/^(?:参评|参选|申报|报名|候选)(?:的)?|(?:参评|申报|候选)$|^(?:参评|申报|候选)?[人者]选?$/gu, '').replace(/^者$/u, '')
    if (said !== '') group = said
    const counted = (m[3] ?? '').charAt(0)
    if (noun !== '') kinds.set(counted, noun)
    out.push({ who: `${group}${noun === '' ? kinds.get(counted) ?? '' : noun}${m[5] ?? ''}`, max: won, from: m.index, to: m.index + m[0].length })
  }
  return out
}
