/** A real headless browser that npm brings; Chinese faces from npm's font packages stand in for those every desktop has. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

export const openChromium = async (): Promise<Browser> => {
  const require = createRequire(import.meta.url)
  const folder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
  const at = await mkdtemp(join(tmpdir(), 'xuanshu-fonts-'))
  const cache = join(tmpdir(), 'xuanshu-font-cache')
  await mkdir(cache, { recursive: true })
  await writeFile(join(at, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${folder('noto-serif-sc')}</dir><dir>${folder('noto-sans-sc')}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((p) => process.env['XUANSHU_SYSTEM_CHROMIUM'] === '1' && existsSync(p))
  return chromium.launch({ executablePath: own ?? (await sparticuz.executablePath()), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'], headless: true, env: { ...process.env, FONTCONFIG_FILE: join(at, 'fonts.conf') } as Record<string, string> })
}
