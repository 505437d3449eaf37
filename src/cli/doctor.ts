import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '#core/kernel/refusal'
import { readDefinitions } from '#server/definitions'
import { invariants } from '#server/store/invariants'
import type { Blobs } from '#server/blobs/blobs'
import { diskBlobs } from '#server/blobs/disk-blobs'
import { s3Blobs } from '#server/blobs/s3-blobs'
import { s3Settings } from '#server/blobs/s3-settings'
import { findFfmpeg, findSoffice, type Found } from '#server/programs/find-programs'
import type { Program } from '#server/programs/program'
import { isSound } from '#server/blobs/scrub'
import { openDatabase, type Database } from '#server/store/database'
import { openOidc } from '#server/oidc/provider'
import { linkSettings } from '#server/links/settings'
import { oidcSettings, type OidcSettings } from '#server/oidc/settings'
import { shippedDefinitions } from '#server/main'
import { startPostgres } from '#server/postgres/start'
import type { Command } from './command'
import { report } from './print'

interface Answer { readonly name: string; readonly ok: boolean; readonly found: readonly string[] }

/** Asks a live installation what must always be true, and reads every definition. Changes nothing. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--data DIR] [--database-url URL] [--files] [--json]',
  about: { zh: '检查一个安装：方案能读、数据前后一致；--files 再把存下的文件逐个读一遍。', en: 'Examine an installation: definitions readable, data consistent; --files reads every stored file as well.' },
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string', default: 'data/production' }, 'database-url': { type: 'string' }, files: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })
    const database = values['database-url'] === undefined ? await startPostgres({ dataDir: join(resolve(values.data), 'postgres'), share: true }) : null
    const db = openDatabase(values['database-url'] ?? database!.url)
    try {
      const { definitions, errors } = await readDefinitions(shippedDefinitions())
      const answers: Answer[] = [{ name: `活动方案 ${definitions.size} 份 definitions`, ok: errors.length === 0, found: errors.map((e) => `${e.file}:${e.line} ${e.path}`) }]
      for (const i of invariants) {
        const rows = await db.rows<{ what: string }>(i.sql)
        answers.push({ name: i.name, ok: rows.length === 0, found: rows.slice(0, 5).map((r) => r.what) })
      }
      answers.push(...(await programAnswers(process.env)))
      answers.push({ name: linkSettings(process.env).on ? '填写的链接：定期看是否打得开 links people entered are looked at' : '填写的链接：没有开，不去看（XUANSHU_LINK_LOOKS=allow 为开） links are not looked at', ok: true, found: [] })
      const oidc = oidcSettings(process.env)
      if (oidc !== null) answers.push(await providerOf(oidc))
      if (values.files) answers.push(await filesOf(db, keptIn(resolve(values.data))))
      report(values.json, answers, () => answers.map((a) => `${a.ok ? '✓' : '✗'} ${a.name}${a.found.map((f) => `\n    ${f}`).join('')}`).join('\n'))
      return answers.every((a) => a.ok) ? 0 : 1
    } finally {
      await db.close()
      await database?.stop()
    }
  },
}

/** Optional programs: absent is no fault; named and not running is one. */
const programAnswers = async (env: Parameters<typeof findFfmpeg>[0]): Promise<Answer[]> => [
  sayProgram('由服务器转换视频 films converted here', 'ffmpeg', await findFfmpeg(env)), sayProgram('旧版 Word 表 .doc forms', 'LibreOffice', await findSoffice(env)),
]
const sayProgram = (what: string, name: string, found: Found<Program>): Answer => {
  if (found.program !== null) return { name: `${what}：${name} ${found.version}（${found.program.file}，${found.program.alone.length > 0 ? '断网运行 without a network' : '本机不能断网运行 cannot be cut off from the network here'}）`, ok: true, found: [] }
  if (found.why === 'none' || found.why === 'off') return { name: `${what}：${found.why === 'none' ? `没有装 ${name}，不提供 not installed, not offered` : `按设置不用 switched off (${found.at})`}`, ok: true, found: [] }
  return { name: `${what}：${name}`, ok: false, found: [found.why === 'lacking' ? `${found.at} 没有 H.264（libx264）或 AAC 编码器，不能用 lacks an encoder for H.264 (libx264) or AAC` : `${found.at} 运行不了 cannot be run`] }
}

/** Whether the sign-in of the organisation answers and can be used as it is set. */
const providerOf = async (settings: OidcSettings): Promise<Answer> => {
  const found = await openOidc(settings, 'http://localhost').begin(false).then(() => [], (error: unknown) => [error instanceof Refusal ? `${error.words.zh} ${error.words.en}` : String(error)])
  return { name: `统一登录 ${settings.issuer} sign-in of the organisation`, ok: found.length === 0, found }
}

/** Where the product keeps them, by the same settings. */
const keptIn = (data: string): Blobs => {
  const s3 = s3Settings(process.env)
  return s3 === null ? diskBlobs(join(data, 'blobs')) : s3Blobs(s3, join(data, 'copies'))
}

/** Every stored file read to its end, now; the product does the same by itself each night. */
const filesOf = async (db: Database, blobs: Blobs): Promise<Answer> => {
  const all = await db.rows<{ sha256: string }>(`SELECT sha256 FROM blobs ORDER BY sha256`)
  const found: string[] = []
  for (const { sha256 } of all) if (!(await isSound(blobs, sha256))) found.push(sha256)
  return { name: `存下的文件 ${all.length} 个 stored files`, ok: found.length === 0, found }
}
