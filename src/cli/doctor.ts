import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readDefinitions } from '#server/definitions'
import { invariants } from '#server/store/invariants'
import { openDatabase } from '#server/store/database'
import { shippedDefinitions } from '#server/main'
import { startPostgres } from '#server/postgres/start'
import type { Command } from './command'
import { report } from './print'

interface Answer { readonly name: string; readonly ok: boolean; readonly found: readonly string[] }

/** Asks a live installation what must always be true, and reads every definition. Changes nothing. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--data DIR] [--database-url URL] [--json]',
  about: { zh: '检查一个安装：方案能读、数据前后一致。', en: 'Examine an installation: definitions readable, data consistent.' },
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string', default: 'data/production' }, 'database-url': { type: 'string' }, json: { type: 'boolean', default: false } } })
    const database = values['database-url'] === undefined ? await startPostgres({ dataDir: join(resolve(values.data), 'postgres'), share: true }) : null
    const db = openDatabase(values['database-url'] ?? database!.url)
    try {
      const { definitions, errors } = await readDefinitions(shippedDefinitions())
      const answers: Answer[] = [{ name: `活动方案 ${definitions.size} 份 definitions`, ok: errors.length === 0, found: errors.map((e) => `${e.file}:${e.line} ${e.path}`) }]
      for (const i of invariants) {
        const rows = await db.rows<{ what: string }>(i.sql)
        answers.push({ name: i.name, ok: rows.length === 0, found: rows.slice(0, 5).map((r) => r.what) })
      }
      report(values.json, answers, () => answers.map((a) => `${a.ok ? '✓' : '✗'} ${a.name}${a.found.map((f) => `\n    ${f}`).join('')}`).join('\n'))
      return answers.every((a) => a.ok) ? 0 : 1
    } finally {
      await db.close()
      await database?.stop()
    }
  },
}
