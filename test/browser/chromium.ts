/** A real headless browser that npm brings; Chinese faces from npm's font packages stand in for those every desktop has. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { keptFolder } from '../server/temporary-folder'

/** Every person is a fresh browser here: what optimising the pages' code costs it seldom earns back before the page is gone. Only what runs longest is optimised: looking for faces in a portrait. */
const engine = '--js-flags=--no-maglev --interrupt-budget=10000000 --single-threaded-gc'

/** @param works hard, and long enough to be worth optimising */
export const openChromium = async (works = false): Promise<Browser> => {
  const require = createRequire(import.meta.url)
  const folder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
  const at = await mkdtemp(join(tmpdir(), 'xuanshu-fonts-'))
  const cache = kept('font-cache')
  await mkdir(cache, { recursive: true })
  await writeFile(join(at, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${folder('noto-serif-sc')}</dir><dir>${folder('noto-sans-sc')}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((p) => process.env['XUANSHU_SYSTEM_CHROMIUM'] === '1' && existsSync(p))
  return chromium.launch({ executablePath: own ?? (await unpacked()), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', ...(works ? [] : [engine])], headless: true, env: { ...process.env, FONTCONFIG_FILE: join(at, 'fonts.conf') } as Record<string, string> })
}

/** Kept between runs; one for each user of the machine, who cannot run what another unpacked. */
const kept = (what: string): string => join(process.env[keptFolder] ?? tmpdir(), `xuanshu-${what}-${userInfo().uid}`)

/** Of an installed package, wherever this stands: a benchmark runs from its bundle. */
const versionOf = async (name: string): Promise<string> => {
  const inside = createRequire(import.meta.url).resolve(name)
  const { version } = JSON.parse(await readFile(join(inside.slice(0, inside.lastIndexOf(join(name, ''))), name, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** The package unpacks into the folder for temporary files, as that is named while it works: into one of its own, which is put in place whole or not at all. */
const unpacked = async (): Promise<string> => {
  const home = kept(`chromium-${await versionOf('@sparticuz/chromium')}`)
  if (existsSync(home)) return join(home, 'chromium')
  const before = process.env['TMPDIR']
  const beside = await mkdtemp(`${home}-`)
  process.env['TMPDIR'] = beside
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium')
    await sparticuz.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  await rename(beside, home).catch(() => rm(beside, { recursive: true, force: true }))
  return join(home, 'chromium')
}
