/** 目录.xlsx: one line a file. */
import { stamp } from '#core/kernel/instant'
import type { List } from '../lists/list'
import { sayIn, type IndexHead, type IndexNomination } from './index-rows'

const columns = [['序号', 6], ['推荐单位', 24], ['人选', 12], ['状态', 10], ['材料', 22], ['文件', 48], ['原文件名', 28], ['字节', 14], ['SHA-256', 66], ['收到时间', 18], ['现有问题', 40], ['纸质', 18], ['是否装入', 18]] as const

export const indexList = (head: IndexHead, nominations: AsyncIterable<IndexNomination>): List => ({
  title: `${head.campaign}${head.what}目录`, columns: columns.map(([name, width]) => ({ name, width })), batches: batchesOf(nominations),
})

async function* batchesOf(nominations: AsyncIterable<IndexNomination>): AsyncGenerator<string[][]> {
  for await (const { ordinal, about, files } of nominations)
    yield files.map((f) => [String(ordinal), about.unit, about.candidate, about.state, f.about.what, f.path, f.about.original, String(f.bytes), f.sha256, f.about.receivedAt === null ? '' : stamp(f.about.receivedAt).slice(0, 16), f.about.findings.join('；'), f.about.paper, sayIn(f.lack)])
}
