/** 导入媒体清单: what the preview showed is what is written, in one transaction. */
import { importMediaList, previewMediaList } from '#contract/operations/media'
import { finding, type Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { keyOfChannel } from '#core/publicity/media-plan/channel'
import { countsOfList, keyOfItem, MOST_LINES, planList, readListHeader, type PlannedLine } from '#core/publicity/media-plan/media-list'
import { command, done, query, refusedBy } from '../handler'
import { newId } from '../ids'
import { readSheetBytes } from '../sheets/sheet-file'
import type { Queries } from '../store/database'
import { noteLinks } from '../store/link-looks'
import { channelsOf, insertChannel, insertItem, itemsOf, lockPlan } from '../store/media-plan'
import { officePeople } from '../store/objections'

interface Planned { readonly encoding: string; readonly lines: readonly PlannedLine[]; readonly findings: readonly Finding[] }
const plan = async (q: Queries, campaignId: string, base64: string, today: string): Promise<Planned> => {
  const read = await readSheetBytes(Buffer.from(base64, 'base64'))
  if (!read.ok) return { encoding: '', lines: [], findings: read.findings }
  const { sheet } = read
  const no = (code: string, what: [string, string], mend: [string, string]): Planned => ({ encoding: sheet.encoding, lines: [], findings: [finding({ code: `media.list.${code}`, rule: null, what, mend })] })
  const { at, findings } = readListHeader(sheet.rows[0] ?? [])
  if (findings.length > 0) return { encoding: sheet.encoding, lines: [], findings }
  if (sheet.rows.length > MOST_LINES + 1) return no('tooMany', [`有 ${sheet.rows.length - 1} 行，一次最多导入 ${MOST_LINES} 行`, `${sheet.rows.length - 1} lines; at most ${MOST_LINES} are taken at once`], ['分成几份导入。', 'Divide it into several.'])
  const [channels, items, people] = [await channelsOf(q, campaignId), await itemsOf(q, campaignId), await officePeople(q, campaignId)]
  const lines = planList(sheet.rows, at, { channels, items: new Set(items.map((i) => keyOfItem(keyOfChannel({ kind: i.kind, name: i.channelName }), i.from, i.title))), people: people.map((p) => ({ id: p.accountId, name: p.name })), today, already: items.length }, sheet.formulas)
  return lines.length === 0 ? no('nothing', ['表格里除了列名没有内容', 'The list holds nothing but its header'], ['从第二行起，每行写一个渠道，或渠道里的一项。', 'From the second line on, a channel or one item of it a line.']) : { encoding: sheet.encoding, lines, findings: [] }
}

export const previewMediaListQuery = query(previewMediaList, async ({ params: { campaignId }, body }, { q }) => {
  const { at } = (await q.row<{ at: number }>('SELECT product_time() AS at'))!
  const { encoding, lines, findings } = await plan(q, campaignId, body.base64, dayOf(at))
  return { encoding, findings: findings as never, counts: countsOfList(lines), rows: lines.map((l) => ({ line: l.line, effect: l.effect, channelName: l.channel.name, kind: l.channel.kind, kindWord: l.channel.kindWord, level: l.channel.level, title: l.item?.title ?? '', from: l.findings.some((f) => f.code === 'media.list.from') ? '' : l.item?.from ?? '', newChannel: l.newChannel, findings: l.findings as never })) }
})

export const importMediaListCommand = command(importMediaList, async ({ params: { campaignId }, body }, { tx, actor, now, record }) => {
  await lockPlan(tx, campaignId)
  const at = await now()
  const { lines, findings } = await plan(tx, campaignId, body.base64, dayOf(at))
  if (findings.length > 0) return refusedBy(findings)
  const counts = countsOfList(lines)
  if (counts.channels !== body.channelsSeen || counts.items !== body.itemsSeen || counts.refused !== body.refusedSeen) return refusedBy([finding({ code: 'import.changed', rule: null, what: ['清单或计划在预览之后有变化', 'The list or the plan changed after the preview'], mend: ['请重新预览再导入。', 'Preview again, then import.'] })])
  const ids = new Map<string, string>()
  for (const l of lines) {
    if (l.effect === 'refused') continue
    const key = keyOfChannel(l.channel)
    if (l.newChannel) { const id = newId(); ids.set(key, id); await insertChannel(tx, id, campaignId, l.channel, at) }
    if (l.effect === 'create' && l.item !== null) await insertItem(tx, newId(), campaignId, { ...l.item, channelId: l.channelId ?? ids.get(key)! }, null, { by: actor.accountId, at }, l.state)
  }
  await noteLinks(tx, campaignId, lines.flatMap((l) => (l.effect === 'create' && l.item !== null ? [l.item.link] : [])))
  if (counts.channels + counts.items > 0) record({ chain: campaignId, act: 'media.imported', subject: { kind: 'campaign', id: campaignId }, data: { channels: counts.channels, items: counts.items } })
  return done({ channels: counts.channels, items: counts.items })
})
