/** The built pages, made when they are missing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtWeb } from '#server/main'

/** The server sends what was built: without it there is no page to look at. */
export const haveWebBuilt = async (): Promise<void> => {
  if (existsSync(join(builtWeb(), 'assets'))) return
  const build = spawn(process.execPath, [fileURLToPath(new URL('../../build/web.mjs', import.meta.url))], { stdio: 'inherit' })
  const [code] = (await once(build, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`build/web.mjs ended with ${String(code)}`)
}
