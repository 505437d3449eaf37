import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Anchor } from '#core/ledger/chain'
import type { CampaignRecord, Verdict } from '#core/ledger/record'
import { isRecord, readRecord, verifyForeign } from '#core/ledger/read-record'
import { parseReceiptCode } from '#core/ledger/receipt-code'
import type { Command } from './command'
import { report } from './print'

/** Checks an exported record without a database: chain, definition, every count; with receipts also its tail. */
export const verify: Command = {
  name: 'verify',
  usage: 'verify FILE [--receipt CODE]… [--json]',
  about: { zh: '核验导出的活动记录；回执上的编号可查出尾部被截。', en: 'Verify an exported record; codes of receipts reveal a cut tail.' },
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { receipt: { type: 'string', multiple: true }, json: { type: 'boolean', default: false } } })
    const record = await readFileAsRecord(positionals[0])
    if (typeof record === 'string') return unusable(values.json, record)
    const anchors: Anchor[] = []
    for (const code of values.receipt ?? []) {
      const anchor = parseReceiptCode(code)
      if (anchor === null) return unusable(values.json, `回执编号“${code}”认不出来。 The receipt code “${code}” cannot be read.`)
      anchors.push(anchor)
    }
    const verdict = verifyForeign(record, anchors)
    report(values.json, verdict, () => say(verdict))
    return verdict.whole ? 0 : 1
  },
}

const readFileAsRecord = async (file: string | undefined): Promise<CampaignRecord | string> => {
  if (file === undefined) return '要核验哪个文件？ Which file?'
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return `打不开“${file}”。 Cannot open “${file}”.`
  const read = readRecord(text)
  return isRecord(read) ? read : `“${file}”：${read.zh} ${read.en}`
}

const unusable = (json: boolean, why: string): number => {
  if (json) report(true, { whole: false, unusable: why }, () => '')
  else process.stderr.write(`${why}\n`)
  return 2
}

const say = (v: Verdict): string => [
  ...v.faults.map((f) => `✗ ${f.position === null ? '' : `[${f.position}] `}${f.what.zh}\n  ${f.what.en}`),
  v.whole ? `✓ 台账 ${v.entries} 条，首尾相接；${v.counts} 轮计票重算一致${v.draws > 0 ? `；${v.draws} 次抽取评委重抽一致` : ''}${v.split > 0 ? `；${v.split} 轮用三方分持的钥匙开箱` : ''}。 ${v.entries} rows, the chain is whole; ${v.counts} count(s) reproduced${v.draws > 0 ? `; ${v.draws} draw(s) of jurors repeated` : ''}${v.split > 0 ? `; ${v.split} box(es) opened with two of three shares` : ''}.` : `✗ 共 ${v.faults.length} 处不符。 ${v.faults.length} fault(s).`,
  `  ${v.head}`,
].join('\n')
