/** One headless Chromium for a test file, and the built pages it looks at. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packed from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'
import { builtWeb } from '#server/main'

/** Not the arguments packed with it: they ask for a single process, in which the browsers of two persons share their cookies. */
export const startBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await packed.executablePath(), args: ['--no-sandbox', '--disable-dev-shm-usage'] })

/** The server sends what was built: without it there is no page to look at. */
export const haveWebBuilt = async (): Promise<void> => {
  if (existsSync(join(builtWeb(), 'assets'))) return
  const build = spawn(process.execPath, [fileURLToPath(new URL('../../build/web.mjs', import.meta.url))], { stdio: 'inherit' })
  const [code] = (await once(build, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`build/web.mjs ended with ${String(code)}`)
}
