import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { listen, openInstallation } from '#server/main'
import { startPostgres } from '#server/postgres/start'
import { findPrograms } from '#server/programs/find-programs'
import { oidcSettings } from '#server/oidc/settings'
import { s3Settings } from '#server/blobs/s3-settings'
import { linkSettings } from '#server/links/settings'
import { webhookSettings } from '#server/webhooks/guard'
import type { Command } from './command'
import { print } from './print'
import { untilStopped } from './until-stopped'

export const options = {
  port: { type: 'string', default: '8090' }, host: { type: 'string', default: '127.0.0.1' }, data: { type: 'string', default: 'data/production' },
  'database-url': { type: 'string' }, origin: { type: 'string' }, 'preview-origin': { type: 'string' }, 'behind-proxy': { type: 'boolean', default: false },
  smtp: { type: 'string' }, 'mail-from': { type: 'string' }, json: { type: 'boolean', default: false },
} as const

/** A production installation, on embedded PostgreSQL or on one that is given. */
export const serve: Command = {
  name: 'serve',
  usage: 'serve [--port 8090] [--host 127.0.0.1] [--data DIR] [--database-url URL] [--origin https://…] [--preview-origin https://…] [--behind-proxy]\n        [--smtp smtp://user:password@host:port --mail-from ADDRESS]\n        XUANSHU_S3_ENDPOINT, _BUCKET, _ACCESS_KEY, _SECRET_KEY [, _REGION, _PREFIX, _CACHE_GB]: 文件存到 S3 / files kept in S3\n        XUANSHU_FFMPEG, XUANSHU_SOFFICE: 程序的路径，off 为不用 / path of the program, off to do without [, XUANSHU_FILMS_AT_ONCE, XUANSHU_FILM_MINUTES, XUANSHU_FILM_MEMORY_MB]\n        XUANSHU_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET [, _LABEL, _LABEL_EN, _SECOND_FACTOR]: 单位统一登录 / sign-in of the organisation\n        XUANSHU_WEBHOOK_HTTP=allow, XUANSHU_WEBHOOK_INSIDE=allow: 群机器人可用 http、内网地址 / webhooks may go to http, to inner addresses\n        XUANSHU_LINK_LOOKS=allow: 去看填写的链接是否打得开（要能上外网）/ look whether links people entered open (needs a way out)',
  about: { zh: '启动正式安装；首次打印设置地址。', en: 'Start a production installation; the first start prints the set-up address.' },
  async run(args) {
    const { values } = parseArgs({ args: [...args], options })
    const dataDir = resolve(values.data)
    const database = values['database-url'] === undefined ? await startPostgres({ dataDir: join(dataDir, 'postgres') }) : null
    const origin = values.origin ?? `http://localhost:${values.port}`
    // A password on the command line is seen by everybody on the machine: the same by the environment.
    const mail = { smtp: values.smtp ?? process.env['XUANSHU_SMTP'], from: values['mail-from'] ?? process.env['XUANSHU_MAIL_FROM'] }
    const services = await openInstallation({ databaseUrl: values['database-url'] ?? database!.url, dataDir, origin, demo: false, mail, s3: s3Settings(process.env), oidc: oidcSettings(process.env), webhooks: webhookSettings(process.env), links: linkSettings(process.env), programs: await findPrograms(process.env), ...(values['preview-origin'] === undefined ? {} : { previewOrigin: values['preview-origin'] }) })
    const server = await listen(services, Number(values.port), values.host, { behindProxy: values['behind-proxy'] })
    const address = services.setUpKey === null ? origin : `${origin}/set-up?key=${services.setUpKey}`
    print(values.json ? JSON.stringify({ address, data: dataDir }) : services.setUpKey === null ? `选树已启动 Xuanshu is up: ${address}\n数据在 data in ${dataDir}` : `选树已启动，请打开下面的地址做首次设置（三步）：\nXuanshu is up; open this address for the first set-up (three steps):\n  ${address}\n数据在 data in ${dataDir}`)
    await untilStopped()
    await server.close()
    await database?.stop()
    return 0
  },
}
