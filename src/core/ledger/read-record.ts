import type { Words } from '../kernel/finding'
import type { Anchor } from './chain'
import { verifyRecord, type CampaignRecord, type Verdict } from './record'

/** The text of an exported record, or in words why it is none. Whether it is whole and true, `verifyRecord` says. */
export const readRecord = (text: string): CampaignRecord | Words => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { zh: '不是完整的 JSON，可能没有下载完。', en: 'It is not whole JSON; the download may be cut.' }
  }
  const record = (value ?? {}) as Partial<CampaignRecord>
  const isRecord = record.format === 'xuanshu-record/1' && [record.entries, record.rounds, record.chain].every((list) => Array.isArray(list))
  return isRecord ? (record as CampaignRecord) : { zh: '不是活动记录。', en: 'It is not an exported record.' }
}
export const isRecord = (read: CampaignRecord | Words): read is CampaignRecord => 'format' in read

/** `verifyRecord` for a file that may come from anybody: whoever changes one may leave anything in it, and what cannot even be walked through is a fault like others. */
export const verifyForeign = (record: CampaignRecord, anchors: readonly Anchor[] = []): Verdict => {
  try {
    return verifyRecord(record, anchors)
  } catch {
    return { whole: false, entries: record.entries.length, head: '', counts: 0, draws: 0, split: 0, faults: [{ code: 'unreadable', position: null, what: { zh: '记录的内容残缺，无法核对：被改动过，或者没有下载完', en: 'parts of the record are missing: it was changed, or the download was cut' } }] }
  }
}
