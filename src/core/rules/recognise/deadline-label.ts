/** What a time is for where a label of its own says so: 系统关闭：8月15日, a cell of a table 网上申报 5月1日-5月20日, 宣传发动（即日起至6月20日）. */
import { acts, applyVerbs, openVerbs, sends } from './action-words'
import { trimWords } from './page'
import type { When } from './time-phrase'

export interface Label { readonly name: string; /** The whole of what stands in the brackets behind the name. */ readonly within?: string }

/** 截止时间：, 推荐时限： name a time, not an act: what follows them is read as running text. */
const ofTime = /时间|日期|期限|时限|截止|截至|日程|安排|周期|年龄|出生|成立|注册|^(?:起|止|至|到|自|从|于|在)$/u
/** A label names an act by its own verb or by what opens, closes and meets. */
const named = new RegExp(`${applyVerbs}|${openVerbs}|开放|开通|开启|关闭|关停|启动|结束|仪式|大会|会议|培训|座谈`, 'u')
const isAct = (words: string): boolean => words.length >= 2 && words.length <= 18 && !ofTime.test(words) && (acts.test(words) || named.test(words) || sends.test(words))

const beforeColon = /(?:^|[。;\n])([^,。;:]{2,24}):(?:自|从|于|定于|(?:计划|拟|拟定|预计|预定|初定|暂定)[于在]?)? ?$/u
const cell = /^([^,。;:()\d]{2,18}) $/u
const beforeBracket = /(?:^(?:\([^()]{1,3}\))?|[,。;、])([^,。;:()]{2,24})\((?:[^(),。;]{0,6})$/u
const closing = /^[^()]{0,10}\)/u

/** The label right before a time, or none. */
export function labelOf(text: string, when: When): Label | undefined {
  const before = text.slice(0, when.from)
  const plain = trimWords((beforeColon.exec(before) ?? cell.exec(before))?.[1] ?? '').replace(/^第[一二三四五六七八]阶段[ ,、]*/u, '')
  if (isAct(plain)) return { name: plain }
  const bracketed = beforeBracket.exec(before), end = closing.exec(text.slice(when.to))
  const name = trimWords(bracketed?.[1] ?? '')
  if (end === null || !isAct(name)) return undefined
  return { name, within: text.slice(before.lastIndexOf('(') + 1, when.to + end[0].length - 1) }
}

const pureApply = new RegExp(`^(?:网上|线上|在线|网络|集中|材料|系统|组织|单位|个人)*(?:申报|申请|报名|征集|征稿|投稿|受理|填报|提交|注册|登记|自荐)+$`, 'u')

/** The label as a deadline says it. A stretch of days is told with it; applying ends. */
export function labelSays({ name, within }: Label, when: When, stretch: string, goesOn: boolean): string {
  const third = when.date.third !== undefined
  if (when.mark === 'between' || third) return pureApply.test(name) && !third && within === undefined ? `${name}截止` : `${name}(${within ?? `${stretch}${when.after}`})`
  // 八一前 names no day by its number: the words stand beside it
  if (within !== undefined && (/即日|起/u.test(within) || !/\d/u.test(stretch))) return `${name}(${within})`
  return when.mark === 'until' && !goesOn && pureApply.test(name) ? `${name}截止` : name
}
