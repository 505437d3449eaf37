/** 人选范围: the kinds of achievement a notice lists, one by one: 一是…；二是… or cut by semicolons. */
import type { RuleDraft } from './draft'
import { trimWords, type Found, type Page } from './page'

const lead = /(?:人选|推荐|评选|申报)(?:范围|对象|类别)(?:主要)?(?:包括|为|有|分为|:)[^:。]{0,8}[:,]?/u
const item = /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]类[是,:]?|\(?[一二三四五六七八九十\d]\)?[、.)])/u
const person = /(?:工作者|人员|人才|专家|教师|医务人员|个人|团队|集体|同志|者)$/u

/** Ways in which such a list is grouped, with the words by which it is known elsewhere. */
const known: readonly { readonly value: string; readonly said: RegExp; readonly zh: string; readonly en: string }[] = [
  { value: 'frontier', said: /科技前沿|关键核心技术|重大科学问题/u, zh: '科技前沿和重大需求', en: 'Frontier and major needs' },
  { value: 'economyAndHealth', said: /经济主战场|成果转化|生命健康/u, zh: '经济主战场和人民健康', en: 'Economy and people’s health' },
  { value: 'grassroots', said: /基层一线|边远|老少边穷|乡村振兴/u, zh: '基层一线', en: 'Grassroots' },
]

export const recogniseCategories = (page: Page): Found<RuleDraft<'category'>>[] => {
  const at = page.sentences.findIndex((s) => lead.test(s.text))
  const first = page.sentences[at]
  if (first === undefined) return []
  const m = lead.exec(first.text)!
  const rest = { from: first.from + m.index + m[0].length, text: first.text.slice(m.index + m[0].length) }
  const pieces = [rest, ...page.sentences.slice(at + 1, at + 12).map((s) => ({ from: s.from, text: s.text }))]
  const found: Found<RuleDraft<'category'>>[] = []
  for (const [i, piece] of pieces.entries()) {
    const parts = cut(piece)
    const people = parts.filter((p) => person.test(p.said))
    if (i > 0 && people.length === 0) break
    found.push(...people.map((p, k) => draftOf(p, found.length + k)))
  }
  return found.length < 2 ? [] : unlike(found)
}

interface Part { readonly from: number; readonly to: number; readonly said: string }
const cut = ({ from, text }: { from: number; text: string }): Part[] => {
  let at = from
  return text.split(/(?<=[;。])/u).map((said): Part => {
    const part = { from: at, to: at + said.length, said: trimWords(said.replace(/[;。]$/u, '')) }
    at += said.length
    return part
  }).filter((p) => p.said.length > 4)
}

const draftOf = ({ from, to, said }: Part, i: number): Found<RuleDraft<'category'>> => {
  const words = said.replace(item, '').replace(/^[,、]/u, '')
  const own = known.find((k) => k.said.test(words))
  const name = own ?? { value: `range${String(i + 1)}`, zh: words.slice(0, 12), en: `Range ${String(i + 1)}` }
  return { value: { kind: 'category', id: `category-${name.value.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`)}`, value: name.value, name: { zh: name.zh, en: name.en }, about: { zh: words, en: name.en } }, from, to }
}

/** Two that read alike are told apart by their place. */
const unlike = (found: readonly Found<RuleDraft<'category'>>[]): Found<RuleDraft<'category'>>[] => found.map((f, i) =>
  (found.findIndex((o) => o.value.value === f.value.value) === i ? f : { ...f, value: { ...f.value, value: `range${String(i + 1)}`, id: `category-range-${String(i + 1)}` } }))
