/** One sheet under two names: in the list of attachments, in the body, among the materials of the definition. */
import { readNotice } from '../../notice/read-notice'
import type { Words } from '../../kernel/finding'
import { rulesOf } from '../definition'
import { bareName, likeness } from './likeness'
import { contradiction, inText, type Check } from './matter'

/** What a named paper ends in. */
const sheet = /表|书|意见|报告|清单|证明|小结|材料/gu

/** The stretch before a word for a paper that is most like a name; null: nothing is. */
const nearestTo = (name: string, body: string): { readonly words: string; readonly like: number } | null => {
  let best: { words: string; like: number } | null = null
  for (const piece of body.split(/[\s，。；：、（）()《》,;:]+/u)) for (const m of piece.matchAll(sheet)) {
    const to = m.index + m[0].length
    for (let from = Math.max(0, to - name.length - 4); from < to - 2; from++) {
      const words = piece.slice(from, to)
      const like = likeness(words, name)
      if (best === null || like > best.like) best = { words, like }
    }
  }
  return best
}

/** Most of the longer name, in order, and yet not the same: 开展情况汇总表 and 开展情况表. */
const ALIKE = 0.7

interface Named { readonly name: string; readonly field: string; readonly where: Words; /** What else stands in the same list: other papers. */ readonly others: readonly string[] }

export const sheetNames: Check = (of) => {
  if (of.text === undefined || of.text.trim() === '') return []
  const { facts, places } = readNotice(of.text)
  const listed = facts.attachments.map(bareName)
  // The body without the list, which would find itself.
  const body = facts.attachments.reduce((text, _, i) => {
    const at = places[`attachments[${i}]`]
    return at === undefined || !text.slice(at.from, at.to).includes(bareName(facts.attachments[i] ?? '')) ? text : text.slice(0, at.from) + ' '.repeat(at.to - at.from) + text.slice(at.to)
  }, of.text)
  const flat = body.replaceAll(/[ \t\r\n]/gu, '')
  const materials = rulesOf(of.definition, 'material').map((m) => ({ id: m.id, name: bareName(m.name.zh) }))
  const names: Named[] = [
    ...listed.map((name, i): Named => ({ name, field: 'notice.attachments', where: { zh: `附件${i + 1}`, en: `attachment ${i + 1}` }, others: listed })),
    ...materials.map(({ id, name }): Named => ({ name, field: `rule.${id}`, where: { zh: '方案', en: 'the definition' }, others: materials.map((m) => m.name) })),
  ]
  const seen = new Set<string>()
  return names.flatMap(({ name, field, where, others }) => {
    if (name.length < 3 || flat.includes(name) || seen.has(name)) return []
    seen.add(name)
    const found = nearestTo(name, body)
    // A name that only leaves out the campaign's own before it is the same name.
    if (found === null || found.like < ALIKE || name.endsWith(found.words) || others.includes(found.words)) return []
    return [contradiction({ code: 'sheetNames', strength: 'warn', rule: null, field, against: inText({ zh: `正文：“${found.words}”`, en: `the body: “${found.words}”` }),
      what: [`${where.zh}叫“${name}”，正文叫“${found.words}”`, `${where.en} calls it “${name}”, the body “${found.words}”`], mend: ['是同一份表的，请用同一个名称；是两份的，写明理由。', 'If it is one sheet, use one name; if they are two, say so.'] })]
  })
}
