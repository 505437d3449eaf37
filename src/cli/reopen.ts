import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '#server/postgres/start'
import { reopenByOperator } from '#server/reopen-by-operator'
import { openDatabase } from '#server/store/database'
import type { Command } from './command'
import { report } from './print'

const REASON_LEAST = 5

/** The last resort, where an office has nobody left who could confirm: whoever runs the server has it all in hand anyway. It stands in the ledger as the operator's act. */
export const reopen: Command = {
  name: 'reopen',
  usage: 'reopen LOGIN --reason TEXT [--data DIR] [--database-url URL] [--origin https://…] [--json]',
  about: { zh: '没有第二人可确认时，由运维在服务器上重开一个账号，取得新的启用码；记入台账。', en: 'Where nobody is left to confirm it: open an account again on the server and get a new activation code; the ledger keeps it.' },
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { reason: { type: 'string' }, data: { type: 'string', default: 'data/production' }, 'database-url': { type: 'string' }, origin: { type: 'string', default: 'http://localhost:8090' }, json: { type: 'boolean', default: false } } })
    const [login] = positionals
    const reason = values.reason?.trim() ?? ''
    const refuse = (zh: string, en: string): number => { report(values.json, { error: en }, () => `${zh}\n${en}`); return 1 }
    if (login === undefined || [...reason].length < REASON_LEAST) return refuse('请写明账号和理由（不少于 5 个字）：xuanshu reopen 账号 --reason "……"', 'Give the login and a reason of at least 5 characters: xuanshu reopen LOGIN --reason "…"')
    const database = values['database-url'] === undefined ? await startPostgres({ dataDir: join(resolve(values.data), 'postgres'), share: true }) : null
    const db = openDatabase(values['database-url'] ?? database!.url)
    try {
      const made = await reopenByOperator(db, values.origin, login, reason)
      if (made === null) return refuse(`没有账号“${login}”。`, `There is no account “${login}”.`)
      report(values.json, made, () => `${made.personName}（${made.unit}）的新启用码，7 天内有效，只显示这一次：\nNew activation code, good for 7 days, shown once:\n\n  ${made.code}\n\n原来的密码、动态口令、通行密钥、恢复码都已作废，登录都已退出。请当面或电话交给本人。\nPassword, one-time code, passkeys and recovery codes of before are void. Hand it to the person, face to face or by telephone.`)
      return 0
    } finally {
      await db.close()
      await database?.stop()
    }
  },
}
