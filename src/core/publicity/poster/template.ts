/** 海报模板: an office's own design, as data upon one of the three. Read whole or not at all; every error names its field. */
import { finding, type Finding } from '../../kernel/finding'
import { posterDesigns, type PosterDesign } from './poster'
import { posterSizeIds, type PosterSizeId } from './sizes'

export const templateLimits = { name: 20, title: 40, hosts: 6, host: 20, leastVeil: 40, mostVeil: 95 } as const
export const colourRoles = ['ground', 'ink', 'accent'] as const
export type ColourRole = (typeof colourRoles)[number]

export interface PosterTemplate {
  readonly name: string
  readonly base: PosterDesign
  /** `#rrggbb`. */
  readonly colours: Readonly<Record<ColourRole, string>>
  /** Stands on each instead of the honour's title; empty: that title. */
  readonly title: string
  /** Instead of the notice's; none: those of the notice. */
  readonly hosts: readonly string[]
  readonly sizes: readonly PosterSizeId[]
  /** `veil`: per cent of the ground's colour that lies over the picture. */
  readonly background: { readonly artId: string; readonly veil: number } | null
  readonly emblem: string | null
}

type Pair = readonly [zh: string, en: string]
export const no = (code: string, field: string, what: Pair, mend: Pair, strength: Finding['strength'] = 'block'): Finding => finding({ code: `poster.template.${code}`, rule: null, strength, at: { field }, what, mend })

const fields = ['name', 'base', 'colours', 'title', 'hosts', 'sizes', 'background', 'emblem'] as const
const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)
const isId = (v: unknown): v is string => typeof v === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(v)
const lengthOf = (s: string): number => [...s].length
const shown = (v: unknown): string => (JSON.stringify(v) ?? String(v)).slice(0, 60)

/** Text of a line: trimmed, no breaks; not longer than it may be. */
const readLine = (v: unknown, field: string, most: number, found: Finding[], mayBeEmpty: boolean): string => {
  if (typeof v !== 'string') { found.push(no('notText', field, [`“${field}”应是文字，这里是 ${shown(v)}`, `“${field}” should be text, but is ${shown(v)}`], ['请填写文字。', 'Write text.'])); return '' }
  const text = v.trim()
  if (text === '' && !mayBeEmpty) found.push(no('empty', field, ['模板还没有名称', 'The template has no name'], ['起一个同事认得出的名称。', 'Give it a name your colleagues recognise.']))
  if (/\p{Cc}/u.test(text)) found.push(no('breaks', field, [`“${text.replaceAll(/\p{Cc}/gu, ' ')}”里有换行或不可见字符`, `“${text.replaceAll(/\p{Cc}/gu, ' ')}” has a line break or an invisible character`], ['写在一行里。', 'Write it on one line.']))
  if (lengthOf(text) > most) found.push(no('long', field, [`“${text}”有 ${lengthOf(text)} 字，最多 ${most} 字`, `“${text}” has ${lengthOf(text)} characters; ${most} at most`], ['请改短。', 'Shorten it.']))
  return text
}

export type ReadTemplate = { readonly ok: true; readonly template: PosterTemplate } | { readonly ok: false; readonly findings: readonly Finding[] }

/** What came from outside, as a template; all that is wrong with its form at once. */
export const readTemplate = (raw: unknown): ReadTemplate => {
  if (!isRecord(raw)) return { ok: false, findings: [no('notTemplate', 'template', ['这不是一个模板', 'This is no template'], ['请在模板页填写。', 'Fill it in on the page of templates.'])] }
  const found: Finding[] = []
  for (const key of Object.keys(raw)) if (!(fields as readonly string[]).includes(key)) found.push(no('unknown', key, [`模板没有“${key}”这一项`, `A template has no “${key}”`], [`只有：${fields.join('、')}。`, `It has: ${fields.join(', ')}.`]))
  const name = readLine(raw['name'], 'name', templateLimits.name, found, false)
  const title = readLine(raw['title'], 'title', templateLimits.title, found, true)
  const base = posterDesigns.find((d) => d === raw['base'])
  if (base === undefined) found.push(no('base', 'base', [`没有 ${shown(raw['base'])} 这种设计`, `There is no design ${shown(raw['base'])}`], ['在“留白”“竖排”“朱”里选一种。', 'Choose White, Upright or Vermilion.']))
  const given = isRecord(raw['colours']) ? raw['colours'] : {}
  for (const role of colourRoles) if (typeof given[role] !== 'string' || !/^#[0-9a-f]{6}$/iu.test(given[role])) found.push(no('colour', `colours.${role}`, [`${roleNames[role][0]}写成了 ${shown(given[role])}`, `The ${roleNames[role][1]} is written ${shown(given[role])}`], ['写成 # 加六位，例如 #a32c1b。', 'Write # and six digits, such as #a32c1b.']))
  const hosts = (Array.isArray(raw['hosts']) ? raw['hosts'] : []).map((h, i) => readLine(h, `hosts.${i + 1}`, templateLimits.host, found, true)).filter((h) => h !== '')
  if (!Array.isArray(raw['hosts'])) found.push(no('hosts', 'hosts', ['主办单位应是一行一个', 'Hosts should be one a line'], ['没有就留空。', 'Leave it empty where there are none.']))
  if (hosts.length > templateLimits.hosts) found.push(no('manyHosts', 'hosts', [`写了 ${hosts.length} 个主办单位，最多 ${templateLimits.hosts} 个`, `${hosts.length} hosts; ${templateLimits.hosts} at most`], ['请合并或删去。', 'Leave some out.']))
  const asked: unknown[] = Array.isArray(raw['sizes']) ? raw['sizes'] : []
  const strange = asked.filter((s) => !posterSizeIds.includes(s as PosterSizeId))
  if (strange.length > 0) found.push(no('size', 'sizes', [`没有 ${shown(strange[0])} 这个尺寸`, `There is no size ${shown(strange[0])}`], ['从列出的尺寸里选。', 'Choose from the sizes listed.']))
  if (asked.length === 0) found.push(no('noSize', 'sizes', ['还没有选尺寸', 'No size is chosen'], ['至少选一个。', 'Choose one at least.']))
  const background = raw['background'] ?? null
  const isBackground = isRecord(background) && isId(background['artId']) && typeof background['veil'] === 'number' && Number.isInteger(background['veil'])
  if (background !== null && !isBackground) found.push(no('background', 'background', ['底图没有写全', 'The background is not complete'], ['请重新上传底图，再定淡化多少。', 'Send the background again and say how far it is veiled.']))
  else if (isBackground && ((background['veil'] as number) < templateLimits.leastVeil || (background['veil'] as number) > templateLimits.mostVeil)) found.push(no('veil', 'background', [`底图淡化 ${background['veil']}%`, `The background is veiled by ${background['veil']}%`], [`应在 ${templateLimits.leastVeil}% 到 ${templateLimits.mostVeil}% 之间。`, `It should be between ${templateLimits.leastVeil}% and ${templateLimits.mostVeil}%.`]))
  const emblem = raw['emblem'] ?? null
  if (emblem !== null && !isId(emblem)) found.push(no('emblem', 'emblem', ['徽标没有上传好', 'The emblem was not sent whole'], ['请重新上传。', 'Send it again.']))
  if (found.length > 0) return { ok: false, findings: found }
  const colour = (r: ColourRole): string => (given[r] as string).toLowerCase()
  return { ok: true, template: { name, base: base!, colours: { ground: colour('ground'), ink: colour('ink'), accent: colour('accent') }, title, hosts, sizes: posterSizeIds.filter((s) => asked.includes(s)), background: isBackground ? { artId: background['artId'] as string, veil: background['veil'] as number } : null, emblem: emblem as string | null } }
}

export const roleNames: Readonly<Record<ColourRole, Pair>> = { ground: ['底色', 'ground'], ink: ['字色', 'colour of the words'], accent: ['点缀色', 'accent'] }
