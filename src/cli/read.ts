import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { asksSomething } from '#core/notice/about-campaign'
import type { NoticeReading } from '#core/notice/facts'
import { readNotice } from '#core/notice/read-notice'
import { decodeText } from '#server/sheets/plain-text'
import type { Command } from './command'
import { report } from './print'

/** Bytes of plain text: hundreds of pages, read in seconds. */
const MOST = 500_000

/** 读通知: what a notice says, each fact with the words it was read from, and questions where they leave more than one reading. */
export const read: Command = {
  name: 'read',
  usage: 'read FILE.txt [--facts] [--json]',
  about: { zh: '从纯文本通知里读出名额、时限、材料等，每条附原文；读不准的列为问题，不猜。', en: 'Read quotas, dates, materials … out of a notice in plain text, each with its words; what is unclear becomes a question.' },
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { facts: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })
    const text = await textOf(positionals[0])
    if (typeof text !== 'string') return unusable(text.why)
    const reading = readNotice(text)
    report(values.facts || values.json, values.facts ? reading.facts : reading, () => say(reading, text))
    return 0
  },
}

const textOf = async (file: string | undefined): Promise<string | { readonly why: string }> => {
  if (file === undefined) return { why: '要读哪个文件？ Which file?' }
  const size = await stat(file).then((s) => (s.isFile() ? s.size : null), () => null)
  if (size === null) return { why: `打不开“${file}”。 Cannot open “${file}”.` }
  if (size > MOST) return { why: `“${file}”超过 500 kB，不像一份通知。 “${file}” is larger than 500 kB and hardly a notice.` }
  const decoded = decodeText(await readFile(file))
  if (decoded === null) return { why: `“${file}”不是纯文本。目前只读 .txt：请在 Word 或浏览器里另存为纯文本。 “${file}” is no plain text. Only .txt is read so far: save it as plain text from Word or the browser.` }
  if (decoded.text.trim() === '') return { why: `“${file}”是空的。 “${file}” is empty.` }
  return decoded.text
}

const unusable = (why: string): number => { process.stderr.write(`${why}\n`); return 2 }

const say = ({ facts, places, questions }: NoticeReading, text: string): string => {
  const words = (path: string): string => {
    const place = places[path]
    return place === undefined ? '' : `  「${text.slice(place.from, place.to).replaceAll(/\s+/g, '')}」`
  }
  const one = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  const lines = Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    if (value === null || value === 0 || (Array.isArray(value) && value.length === 0)) return []
    return Array.isArray(value) ? [`${name}:`, ...value.map((v: unknown, i) => `  - ${one(v)}${words(`${name}[${i}]`)}`)] : [`${name}: ${one(value)}${words(name)}`]
  })
  const asked = questions.map((q) => `? ${q.path}  ${q.what.zh} ${q.what.en}\n  ${q.readings.join(' / ')}`)
  const other = asksSomething(facts) ? [] : ['! 没有读出名额、时限、材料等要求，可能不是活动通知。 No quota, date, material or other demand was found; perhaps this is no notice of a campaign.']
  return [...other, ...lines, ...asked].join('\n')
}
