/** {姓名}, {#简历}…{/简历}, {照片}: tags that the office wrote into its form itself, read and checked before anything is filled in. */
import type { ResolvedDefinition } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import { fieldOf, keyOfTag, namesOf, sayKey } from './names'
import type { EntryPart } from './place'
import { saySpot, type Spot } from './spot'

type Given = Pick<ResolvedDefinition, 'rules'>
export interface Tag { readonly spot: string; readonly kind: 'value' | 'open' | 'close'; /** As written, without the braces. */ readonly name: string; /** Null within a loop of entries: it names a part of the entry. */ readonly key: string | null }
export interface Tags { readonly tags: Tag[]; readonly findings: Finding[] }

/** A guard of the machine: a form has tens. */
export const MOST_TAGS = 1000

type Pair = readonly [zh: string, en: string]
const at = (id: string): Pair => [saySpot(id).zh, saySpot(id).en]
const wrong = (code: string, what: Pair, mend: Pair): Finding => finding({ code: `form.${code}`, rule: null, at: { field: 'file' }, what, mend })
const inEntry: Readonly<Record<string, EntryPart>> = { period: 'period', 起止: 'period', 起止年月: 'period', 起止时间: 'period', 时间: 'period', from: 'from', 起: 'from', 开始: 'from', to: 'to', 止: 'to', 结束: 'to', what: 'what', 内容: 'what', 单位和职务: 'what', 单位及职务: 'what', 经历: 'what' }
export const entryNames: readonly string[] = Object.keys(inEntry)
/** Which part of an entry a tag within the loop means. */
export const entryPart = (name: string): EntryPart | null => (Object.hasOwn(inEntry, name.trim()) ? inEntry[name.trim()]! : null)

export const readTags = (d: Given, spots: readonly Spot[]): Tags => {
  const names = namesOf(d)
  const [tags, findings]: [Tag[], Finding[]] = [[], []]
  const open: Tag[] = []
  for (const s of spots) for (const line of s.lines) {
    findings.push(...braces(s, line))
    for (const [, mark = '', inner = ''] of line.matchAll(/\{([#/]?)([^{}]*)\}/gu)) {
      const name = inner.trim()
      const loop = open.at(-1)
      const key = loop !== undefined && fieldOf(d, loop.key ?? '')?.type === 'entries' && mark === '' && entryPart(name) !== null ? null : keyOfTag(d, names, name)
      const tag: Tag = { spot: s.id, kind: mark === '#' ? 'open' : mark === '/' ? 'close' : 'value', name, key }
      tags.push(tag)
      findings.push(...judge(d, tag, loop))
      if (tag.kind === 'open') open.push(tag)
      if (tag.kind === 'close' && loop !== undefined && loop.name === name) open.pop()
    }
  }
  for (const t of open) findings.push(wrong('tagNotClosed', [`${at(t.spot)[0]}的 {#${t.name}} 没有对应的 {/${t.name}}`, `{#${t.name}} in ${at(t.spot)[1]} has no {/${t.name}}`], [`请在这一段的末尾写上 {/${t.name}}。`, `Write {/${t.name}} where the part ends.`]))
  if (tags.length > MOST_TAGS) return { tags: [], findings: [wrong('tooManyTags', [`表里有 ${tags.length} 处花括号标记，多得不正常`, `The form holds ${tags.length} tags, far too many`], ['请核对是不是选错了文件；一份推荐表通常只有几十处。', 'Check that it is the right file; a form has some tens.'])] }
  return { tags, findings: findings.slice(0, 30) }
}

/** One brace without the other, or the wide ones that a Chinese keyboard writes. */
const braces = (s: Spot, line: string): Finding[] => {
  const rest = line.replace(/\{[^{}]*\}/gu, '')
  const [zh, en] = at(s.id)
  if (/[{}]/u.test(rest)) return [wrong('braceAlone', [`${zh}有单独一个花括号：“${shorten(line)}”`, `A single brace stands in ${en}: “${shorten(line)}”`], ['标记要写完整，如 {姓名}；不是标记的花括号请删去。', 'Write a tag in full, as {姓名}; delete a brace that is none.'])]
  return /｛[^｛｝]{1,20}｝/u.test(line) ? [wrong('wideBraces', [`${zh}用了全角花括号：“${shorten(line)}”`, `Full-width braces in ${en}: “${shorten(line)}”`], ['请切换到英文输入法，改写成半角的 { 和 }。', 'Write them with an English keyboard: { and }.'])] : []
}

const judge = (d: Given, t: Tag, loop: Tag | undefined): Finding[] => {
  const [zh, en] = at(t.spot)
  if (t.kind === 'close') return loop?.name === t.name ? [] : [wrong('tagNotOpened', [`${zh}的 {/${t.name}} 前面没有 {#${t.name}}`, `{/${t.name}} in ${en} has no {#${t.name}} before it`], loop === undefined ? ['请补上开头，或删去它。', 'Add the beginning, or delete it.'] : [`先写的是 {#${loop.name}}，要先用 {/${loop.name}} 结束。`, `{#${loop.name}} began before and must end first.`])]
  if (t.key === null && !(t.kind === 'value' && loop !== undefined && entryPart(t.name) !== null)) return [wrong('tagUnknown', [`${zh}的 {${t.name}} 不是这次活动推荐表的栏目`, `{${t.name}} in ${en} is no field of this campaign’s form`], [`可以写：${listed(d)}。`, 'Write the label of a field as the definition has it.'])]
  return []
}

const listed = (d: Given): string => [...d.rules.flatMap((r) => (r.kind === 'formField' ? [`{${r.label.zh}}`] : [])), `{${sayKey(d, 'portrait').zh}}`, `{${sayKey(d, 'nominatingUnit').zh}}`].join('、')
const shorten = (line: string): string => ([...line.trim()].length > 24 ? `${[...line.trim()].slice(0, 24).join('')}…` : line.trim())
