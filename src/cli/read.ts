import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Finding } from '#core/kernel/finding'
import { closeInspectors } from '#server/inspection/inspect-file'
import type { NoticeRead } from '#server/inspection/notice-job'
import { readNoticeFile } from '#server/inspection/read-notice-file'
import type { Command } from './command'
import { report } from './print'

const options = { facts: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, text: { type: 'boolean', default: false } } as const

/** 读通知: what a notice says, each fact with the words it was read from, and questions where they leave more than one reading. */
export const read: Command = {
  name: 'read',
  usage: 'read FILE [--facts] [--text] [--json]',
  about: { zh: '从通知（.docx、.doc、带文字的 .pdf、网页、纯文本）里读出名额、时限、材料等，每条附原文；读不准的列为问题，不猜。', en: 'Read quotas, dates, materials … out of a notice (.docx, .doc, .pdf with text, HTML, plain text), each with its words; what is unclear becomes a question.' },
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const file = positionals[0]
    if (file === undefined) return unusable('要读哪个文件？ Which file?')
    if (!(await stat(file).then((s) => s.isFile(), () => false))) return unusable(`打不开“${file}”。 Cannot open “${file}”.`)
    const outcome = await readNoticeFile({ path: file }).finally(closeInspectors)
    if (!outcome.ok) return unusable(`“${file}”：${sayFinding(outcome.finding)}`)
    const { notice } = outcome
    const { facts, ...rest } = notice.reading
    report(values.facts || values.json, values.facts ? facts : { facts, ...rest, kind: notice.kind, encoding: notice.encoding, warnings: notice.warnings, milliseconds: notice.milliseconds, ...(values.text ? { text: notice.text } : {}) },
      () => (values.text ? notice.text : say(notice)))
    return 0
  },
}

const unusable = (why: string): number => { process.stderr.write(`${why}\n`); return 2 }
const sayFinding = (f: Finding): string => `${f.what.zh}。${f.mend.zh} ${f.what.en}. ${f.mend.en}`

const say = ({ reading: { facts, places, questions }, text, warnings }: NoticeRead): string => {
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
  return [...warnings.map((w) => `${w.strength === 'note' ? '·' : '!'} ${sayFinding(w)}`), ...lines, ...asked].join('\n')
}
