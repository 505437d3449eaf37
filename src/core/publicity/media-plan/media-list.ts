/** 媒体清单: a list of channels, and of what is placed there, read line by line before anything is written. */
import { finding, type Finding } from '../../kernel/finding'
import { hiddenIn } from '../../text/hidden-characters'
import { channelKinds, channelLevels, keyOfChannel, kindNames, levelNames, mediaLimits, type ChannelKind, type ChannelLevel, type MediaChannel } from './channel'
import { itemStates, stateNames, type ItemState, type MediaItem } from './item'
import { judgeItem } from './judge'

/** 列名: accepted headings, the first is the one the blank list shows. */
export const listColumns = {
  name: ['渠道名称', '媒体名称', '媒体', '渠道', 'channel'], kind: ['渠道类别', '类别', '媒体类别', 'kind'], level: ['级别', '层级', 'level'], contact: ['联系人和电话', '联系方式', '联系人', 'contact'],
  title: ['宣传内容', '标题', '内容', '题目', 'title'], from: ['开始日期', '日期', '刊播日期', '时间', 'from'], to: ['结束日期', '截止日期', 'to'], owner: ['责任人', '负责人', 'owner'], material: ['使用材料', '材料', '素材', 'material'],
  state: ['状态', 'state'], link: ['链接', '网址', 'link'], reach: ['阅读播放量', '阅读量', '播放量', 'reach'], reachFrom: ['数据来源', 'reach from'],
} as const
type Column = keyof typeof listColumns
export type ListColumns = Partial<Record<Column, number>>
/** Of the blank list, so that a person sees how it is meant. */
export const exampleLines: readonly (readonly string[])[] = [
  ['云川日报（示例）', '报纸专栏', '省级', '总编室 0000-8765432', '先进事迹连续报道（示例）', '2026-05-20', '2026-05-20', '', '通讯一篇', '计划', '', '', ''],
  ['市民广场大屏（示例）', '户外大屏', '市级', '', '', '', '', '', '', '', '', '', ''],
]
export const MOST_LINES = 1500

const even = (text: string): string => text.normalize('NFKC').replace(/[\s*＊]/gu, '').toLowerCase()
export const readListHeader = (header: readonly string[]): { at: ListColumns; findings: Finding[] } => {
  const at: ListColumns = {}
  for (const column of Object.keys(listColumns) as Column[]) {
    const found = header.findIndex((h) => (listColumns[column] as readonly string[]).some((name) => even(name) === even(h)))
    if (found >= 0 && !Object.values(at).includes(found)) at[column] = found
  }
  return { at, findings: at.name !== undefined ? [] : [finding({ code: 'media.list.column', rule: null, at: { field: listColumns.name[0] }, what: [`缺少“${listColumns.name[0]}”一列`, `The column “${listColumns.name[0]}” is missing`],
    mend: [`第一行须是列名；现有：${header.filter((h) => h.trim() !== '').join('、') || '（空）'}。可以先下载空表对照。`, `The first line names the columns; it has: ${header.filter((h) => h.trim() !== '').join(', ') || '(nothing)'}. Compare with the blank list.`] })] }
}

const kindWords: readonly (readonly [RegExp, ChannelKind])[] = [
  [/短视频|抖音|快手|视频号/u, 'shortVideo'], [/公众号|微信/u, 'account'], [/学习强国|客户端|平台|app|融媒/iu, 'app'], [/网站|官网/u, 'website'], [/电视|频道/u, 'tv'], [/广播|电台/u, 'radio'], [/地铁/u, 'metro'], [/公交/u, 'bus'], [/车站|机场|高铁|火车/u, 'station'], [/商场|商圈|影院/u, 'mall'], [/大屏|户外|楼宇|电子屏|led/iu, 'screens'], [/报|刊/u, 'newspaper'],
]
/** As it is written; else by what it speaks of. Null: neither tells. */
export const readKind = (text: string, name: string): ChannelKind | null => {
  const said = channelKinds.find((k) => even(kindNames[k].zh) === even(text) || even(kindNames[k].en) === even(text) || k.toLowerCase() === even(text))
  return said ?? kindWords.find(([pattern]) => pattern.test(text === '' ? name : text))?.[1] ?? null
}
const readLevel = (text: string): ChannelLevel | null => channelLevels.find((l) => [levelNames[l].zh, levelNames[l].zh.slice(0, 1), levelNames[l].en, l].some((w) => even(w) === even(text))) ?? ({ 中央: 'national', 全国: 'national', 区级: 'county', 区县: 'county', 地市: 'city' } as const)[even(text)] ?? null
/** 2026-5-20, 2026.5.20, 2026年5月20日; null: no day. */
export const readDay = (text: string): string | null => {
  const m = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''))
  if (m === null) return null
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const days = [31, y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return mo < 1 || mo > 12 || d < 1 || d > days[mo - 1]! ? null : `${y}-${String(mo).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

export interface KnownPlan { readonly channels: readonly (Pick<MediaChannel, 'kind' | 'name'> & { readonly id: string })[]; /** `key of the channel|first day|title`, evened. */ readonly items: ReadonlySet<string>; readonly people: readonly { readonly id: string; readonly name: string }[]; readonly today: string; /** How many items there are. */ readonly already: number }
export const keyOfItem = (channelKey: string, from: string, title: string): string => `${channelKey}|${from}|${even(title)}`
export interface PlannedLine {
  readonly line: number
  readonly effect: 'create' | 'channelOnly' | 'same' | 'refused'
  readonly findings: readonly Finding[]
  readonly channel: MediaChannel
  /** It is not there yet, and this is the first line that names it. */
  readonly newChannel: boolean
  /** Of the campaign; null: made with the list. */
  readonly channelId: string | null
  readonly item: Omit<MediaItem, 'channelId'> | null
  readonly state: ItemState
}

const no = (line: number, code: string, field: string, what: readonly [string, string], mend: readonly [string, string], strength: Finding['strength'] = 'block'): Finding => finding({ code: `media.list.${code}`, rule: null, strength, at: { field }, what: [`第 ${line} 行：${what[0]}`, `Line ${line}: ${what[1]}`], mend })
const namedBy = (line: number, f: Finding): Finding => ({ ...f, what: { zh: `第 ${line} 行：${f.what.zh}`, en: `Line ${line}: ${f.what.en}` } })

/** Judges each line against the list itself and what is planned already; a refused line never stops the others. */
export const planList = (rows: readonly (readonly string[])[], at: ListColumns, known: KnownPlan, formulas: ReadonlySet<string>): PlannedLine[] => {
  const [ids, first, seen] = [new Map(known.channels.map((c) => [keyOfChannel(c), c.id])), new Map<string, MediaChannel>(), new Map<string, number>()]
  let items = known.already
  return rows.slice(1).flatMap((cells, i): PlannedLine[] => {
    if (cells.every((c) => c.trim() === '')) return []
    const line = i + 2
    const findings: Finding[] = []
    const get = (c: Column): string => (at[c] === undefined ? '' : (cells[at[c]] ?? '').trim())
    readCells(line, get, at, formulas, findings)
    const channel = readChannel(line, get, findings)
    const key = keyOfChannel(channel)
    const before = first.get(key)
    if (before !== undefined && before.level !== channel.level) findings.push(no(line, 'levels', listColumns.level[0], [`同一渠道前面写的是“${levelNames[before.level].zh}”`, `the same channel is “${levelNames[before.level].en}” above`], ['两处写成一样。', 'Make both the same.']))
    const read = get('title') === '' ? null : readItem(line, get, known, findings)
    if (read === null && (get('from') !== '' || get('link') !== '')) findings.push(no(line, 'noTitle', listColumns.title[0], ['有日期或链接，没有写宣传内容', 'there is a day or link, and nothing that is placed'], ['写上标题；只登记渠道的，日期和链接留空。', 'Give a title; for the channel alone leave day and link empty.']))
    const itemKey = read === null ? null : keyOfItem(key, read.item.from, read.item.title)
    const twice = itemKey === null ? undefined : seen.get(itemKey)
    if (twice !== undefined) findings.push(no(line, 'twice', listColumns.title[0], [`与第 ${twice} 行是同一项`, `the same as line ${twice}`], ['删去一行。', 'Delete one of them.']))
    const isThere = itemKey !== null && known.items.has(itemKey)
    if (read !== null && !isThere && items >= mediaLimits.items) findings.push(no(line, 'full', listColumns.title[0], [`计划里已经有 ${items} 项，最多 ${mediaLimits.items} 项`, `the plan has ${items} items, and ${mediaLimits.items} at most`], ['先清理不用的。', 'Clear what is not used first.']))
    const refused = findings.some((f) => f.strength === 'block')
    const newChannel = !refused && !ids.has(key) && before === undefined
    if (!refused) { if (before === undefined) first.set(key, channel); if (itemKey !== null) seen.set(itemKey, line) }
    const effect = refused ? 'refused' : read === null ? (newChannel ? 'channelOnly' : 'same') : isThere ? 'same' : 'create'
    if (effect === 'create') items++
    return [{ line, effect, findings, channel, newChannel, channelId: ids.get(key) ?? null, item: read?.item ?? null, state: read?.state ?? 'planned' }]
  })
}

const limits: Partial<Readonly<Record<Column, number>>> = { name: mediaLimits.name, contact: mediaLimits.contact, title: mediaLimits.title, owner: mediaLimits.owner, material: mediaLimits.material, link: mediaLimits.link, reachFrom: mediaLimits.reachFrom }
const readCells = (line: number, get: (c: Column) => string, at: ListColumns, formulas: ReadonlySet<string>, findings: Finding[]): void => {
  for (const [column, index] of Object.entries(at) as [Column, number][]) {
    const [name, most] = [listColumns[column][0], limits[column] ?? 40]
    if (formulas.has(`${line}:${index + 1}`)) findings.push(no(line, 'formula', name, [`“${name}”里是公式`, `“${name}” holds a formula`], ['改成文字。', 'Replace it by its text.']))
    if ([...get(column)].length > most) findings.push(no(line, 'long', name, [`“${name}”超过 ${most} 字`, `“${name}” is longer than ${most} characters`], ['删减。', 'Shorten it.']))
    if (hiddenIn(get(column)) !== null) findings.push(no(line, 'hidden', name, [`“${name}”里有看不见的字符`, `“${name}” holds characters that are not seen`], ['清空这一格，重新键入。', 'Clear the cell and type it again.']))
  }
}
const readChannel = (line: number, get: (c: Column) => string, findings: Finding[]): MediaChannel => {
  const [name, kindText, levelText] = [get('name'), get('kind'), get('level')]
  if (name === '') findings.push(no(line, 'noName', listColumns.name[0], ['没有写渠道名称', 'the channel is not named'], ['补上。', 'Fill it in.']))
  const kind = readKind(kindText, name)
  if (kind === null) findings.push(no(line, 'kind', listColumns.kind[0], kindText === '' ? ['看不出是哪一类渠道，记作“其他”', 'its kind is not known: taken as “other”'] : [`“${kindText}”不在类别里，记作“其他：${kindText}”`, `“${kindText}” is no kind of channel: taken as “other: ${kindText}”`], [`类别：${channelKinds.map((k) => kindNames[k].zh).join('、')}。`, `Kinds: ${channelKinds.map((k) => kindNames[k].en).join(', ')}.`], 'warn'))
  const level = readLevel(levelText)
  if (level === null) findings.push(no(line, 'level', listColumns.level[0], levelText === '' ? ['没有写级别', 'its level is missing'] : [`“${levelText}”不是级别`, `“${levelText}” is no level`], ['写国家级、省级、市级或县级。', 'National, provincial, city or county.']))
  return { kind: kind ?? 'other', kindWord: kind === null || kind === 'other' ? (kindText === '' || even(kindText) === '其他' ? '未分类' : [...kindText].slice(0, mediaLimits.kindWord).join('')) : '', name, level: level ?? 'city', contact: get('contact') }
}
const readItem = (line: number, get: (c: Column) => string, known: KnownPlan, findings: Finding[]): { item: Omit<MediaItem, 'channelId'>; state: ItemState } => {
  const [from, to] = [readDay(get('from')), get('to') === '' ? readDay(get('from')) : readDay(get('to'))]
  if (from === null) findings.push(no(line, 'from', listColumns.from[0], get('from') === '' ? ['没有写开始日期', 'its first day is missing'] : [`“${get('from')}”读不成日期`, `“${get('from')}” is no day`], ['写成 2026-05-20 的样子，要有年份。', 'Write it as 2026-05-20, with the year.']))
  if (to === null && get('to') !== '') findings.push(no(line, 'to', listColumns.to[0], [`“${get('to')}”读不成日期`, `“${get('to')}” is no day`], ['写成 2026-05-20 的样子，或留空。', 'Write it as 2026-05-20, or leave it empty.']))
  const owner = get('owner')
  const people = known.people.filter((p) => p.name === owner)
  if (people.length > 1) findings.push(no(line, 'owner', listColumns.owner[0], [`办公室里不止一位“${owner}”，只记名字，不会提醒`, `more than one person of the office is called “${owner}”: the name is kept, nobody is reminded`], ['导入后可以另选。', 'Choose somebody afterwards.'], 'note'))
  const stateText = get('state')
  const state = stateText === '' ? 'planned' : itemStates.find((s) => even(stateNames[s].zh) === even(stateText) || s === even(stateText)) ?? (/已|完成|刊|播/u.test(stateText) ? 'out' : null)
  if (state === null || state === 'cancelled') findings.push(no(line, 'state', listColumns.state[0], [`“${stateText}”不能导入`, `“${stateText}” cannot be taken in`], ['写计划、备好或已刊播；取消了的不用导入。', 'Planned, ready or out; what is cancelled need not be brought.']))
  const reachText = get('reach').normalize('NFKC').replace(/[\s,次]/gu, '')
  const tens = /^(\d+(?:\.\d+)?)万$/u.exec(reachText)
  const reach = reachText === '' ? null : tens !== null ? Math.round(Number(tens[1]) * 10_000) : /^\d{1,12}$/u.test(reachText) ? Number(reachText) : Number.NaN
  if (Number.isNaN(reach)) findings.push(no(line, 'reach', listColumns.reach[0], [`“${get('reach')}”不是整数`, `“${get('reach')}” is no whole number`], ['写整数，不知道的留空。', 'A whole number; leave it empty where it is not known.']))
  const material = get('material')
  const item: Omit<MediaItem, 'channelId'> = { title: get('title'), from: from ?? known.today, to: to ?? from ?? known.today, ownerId: people.length === 1 ? people[0]!.id : null, ownerWord: people.length === 1 ? '' : owner, material: material === '' ? { kind: 'none' } : { kind: 'word', word: material }, link: get('link'), reach: Number.isNaN(reach) ? null : reach, reachFrom: get('reachFrom') }
  findings.push(...judgeItem({ ...item, channelId: '' }).filter((f) => f.strength !== 'note').map((f) => namedBy(line, f)))
  if (state === 'ready' && material === '') findings.push(no(line, 'noMaterial', listColumns.material[0], ['写了“备好”，没有写用什么材料', 'it is “ready”, and not with what'], ['写上材料，或写“计划”。', 'Say it, or make it “planned”.']))
  if (state === 'out' && from !== null && from > known.today) findings.push(no(line, 'future', listColumns.from[0], ['写了“已刊播”，日期还没有到', 'it is “out”, and its day has not come'], ['改状态，或改日期。', 'Mend state or day.']))
  return { item, state: state === null || state === 'cancelled' ? 'planned' : state }
}
export const countsOfList = (lines: readonly PlannedLine[]): { channels: number; items: number; same: number; refused: number } => ({ channels: lines.filter((l) => l.newChannel).length, items: lines.filter((l) => l.effect === 'create').length, same: lines.filter((l) => l.effect === 'same').length, refused: lines.filter((l) => l.effect === 'refused').length })
