import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { s3Settings } from '#server/blobs/s3-settings'
import { linkSettings } from '#server/links/settings'
import { openInstallation } from '#server/main'
import { startPostgres } from '#server/postgres/start'
import { exportSite } from '#server/public/site/export-site'
import type { Command } from './command'
import { report } from './print'

/** The public pages as plain files; run it again after each publication or withdrawal. */
export const exportSiteCommand: Command = {
  name: 'export-site',
  usage: 'export-site DIR [--at https://…] [--origin https://…] [--data DIR] [--database-url URL] [--json]',
  about: { zh: '把公开页面导出成文件，放到本单位现有网站的任何目录下；发布或撤下以后再导出一次。', en: 'Write the public pages as files for an existing web server, under any path; again after each publication or withdrawal.' },
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { at: { type: 'string' }, origin: { type: 'string', default: 'http://localhost:8090' }, data: { type: 'string', default: 'data/production' }, 'database-url': { type: 'string' }, json: { type: 'boolean', default: false } } })
    const folder = positionals[0]
    if (folder === undefined) { process.stderr.write('请写明导出到哪个文件夹：xuanshu export-site 文件夹\nSay where to: xuanshu export-site DIR\n'); return 2 }
    const dataDir = resolve(values.data)
    const database = values['database-url'] === undefined ? await startPostgres({ dataDir: join(dataDir, 'postgres'), share: true }) : null
    const services = await openInstallation({ databaseUrl: values['database-url'] ?? database!.url, dataDir, origin: values.origin, demo: false, s3: s3Settings(process.env), links: linkSettings(process.env) })
    try {
      const done = await exportSite(services, resolve(folder), values.at ?? null)
      report(values.json, done, () => `导出 ${done.pages} 页，共 ${done.files} 个文件${done.removed > 0 ? `；去掉已不公开的 ${done.removed} 个` : ''}。通回本平台的链接 ${done.live.length} 个（申报、反映、查验等）。\n${done.pages} pages, ${done.files} files${done.removed > 0 ? `; ${done.removed} removed that are public no more` : ''}; ${done.live.length} links lead back to the platform.`)
      return 0
    } finally {
      await services.db.close()
      await database?.stop()
    }
  },
}
