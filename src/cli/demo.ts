import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { clearDemo, demoIsLoaded, loadDemo } from '#server/demo/load'
import { sampleSet } from '#server/demo/samples/sample-set'
import { listen, openInstallation } from '#server/main'
import { findPrograms } from '#server/programs/find-programs'
import { startPostgres } from '#server/postgres/start'
import type { Command } from './command'
import { print } from './print'
import { untilStopped } from './until-stopped'

/** A whole invented province in full swing; nothing is asked. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo [--port 8080] [--data data/demo] [--empty]',
  about: { zh: '启动演示：示例省份、各角色入口、可拨动的时钟。', en: 'Start the demo: an invented province, a card for each role, a clock to move.' },
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '8080' }, host: { type: 'string', default: '127.0.0.1' }, data: { type: 'string', default: 'data/demo' }, empty: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })
    const dataDir = resolve(values.data)
    const origin = `http://localhost:${values.port}`
    const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') })
    const programs = await findPrograms(process.env)
    const open = () => openInstallation({ databaseUrl: postgres.url, dataDir, origin, demo: true, programs })
    let services = await open()
    if (!values.empty && !(await demoIsLoaded(services))) {
      // Half a demo is worse than none: what a killed load left is made anew.
      await clearDemo(services)
      await services.db.close()
      services = await open()
      await load(services, dataDir, (text) => { if (!values.json) print(text) })
    }
    const server = await listen(services, Number(values.port), values.host)
    const address = services.setUpKey !== null && values.empty ? `${origin}/set-up?key=${services.setUpKey}` : origin
    print(values.json ? JSON.stringify({ address, data: dataDir }) : `\n选树演示已就绪，请用浏览器打开：\nThe demo is ready; open in a browser:\n\n  ${address}\n\nCtrl-C 停止；数据留在 ${dataDir}，下次接着用。\nCtrl-C stops it; the data stays in ${dataDir} for the next time.`)
    await untilStopped()
    await server.close()
    await postgres.stop()
    return 0
  },
}

const load = async (services: Parameters<typeof loadDemo>[0], dataDir: string, say: (text: string) => void): Promise<void> => {
  say('制作示例文件… Making sample files…')
  const samples = await sampleSet(join(dataDir, 'samples'))
  say('载入示例… Loading the demo…')
  await loadDemo(services, samples, say)
}
