// Makes a fresh clone ready: installs packages that are missing, builds what is older than its sources. Quiet when nothing is to do.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, stopped } from './children.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (zh, en) => process.stderr.write(`${zh} ${en}\n`)

/** @param {{ everything?: boolean }} options everything: the packages of the tests too */
export const makeReady = async ({ everything = false } = {}) => {
  await install(everything)
  const broken = await build()
  if (broken !== null) throw new Error(broken)
}

/** As a package of somebody else's (npx), packages and bundle come with it. */
const isPackage = root.split(sep).includes('node_modules')

export const install = async (everything) => {
  if (isPackage || installed(everything)) return
  const started = Date.now()
  say('正在安装依赖（只有第一次需要）……', 'Installing packages (the first time only)…')
  const npm = process.env['npm_execpath']?.endsWith('npm-cli.js') ? [process.execPath, [process.env['npm_execpath']]] : ['npm', []]
  const flags = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', ...(everything ? ['--include=dev'] : [])]
  const { code } = await run(npm[0], [...npm[1], ...flags], { cwd: root })
  if (code !== 0) throw new Error(stopped() === null ? `依赖没有装好（npm ci 返回 ${code}），原因见上。请检查网络后再运行同一条命令。\nThe packages were not installed (npm ci gave ${code}); the reason stands above. Check the network and run the same command again.` : '')
  say(`依赖已装好（${seconds(started)} 秒）。`, `Packages installed (${seconds(started)} s).`)
}

/** Compared with what npm itself wrote down at the end of an install: an install by hand counts, one cut off does not. */
const installed = (everything) => {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, p]) => path === '' || p.optional || p.devOptional || (p.dev && !everything) || present[path]?.version === p.version)
  } catch {
    return false
  }
}

const parts = [
  { name: 'server', from: ['src/core', 'src/media', 'src/documents', 'src/contract', 'src/server', 'src/cli', 'campaigns', 'build/server.mjs'], makes: 'dist/cli/main.mjs' },
  { name: 'web', from: ['src/core', 'src/media', 'src/contract', 'src/web', 'build/web.mjs', 'build/verify-page.mjs'], makes: 'dist/web/index.html' },
]

/** @returns what went wrong, or null */
export const build = async () => {
  const stale = isPackage && existsSync(join(root, 'dist')) ? [] : parts.map((part) => ({ ...part, hash: hashOf(part.from) })).filter((part) => !fresh(part))
  if (stale.length === 0) return null
  const started = Date.now()
  say('正在构建……', 'Building…')
  const results = await Promise.all(stale.map(buildPart))
  const broken = results.filter((said) => said !== null)
  if (broken.length > 0) return stopped() === null ? `构建失败。 The build failed.\n${broken.join('\n')}` : ''
  say(`构建完成（${seconds(started)} 秒）。`, `Built (${seconds(started)} s).`)
  return null
}

const stampOf = (part) => join(root, 'dist', `.${part.name}-of`)
const fresh = (part) => {
  try {
    return existsSync(join(root, part.makes)) && readFileSync(stampOf(part), 'utf8') === part.hash
  } catch {
    return false
  }
}

const buildPart = async (part) => {
  rmSync(stampOf(part), { force: true })
  const { code, output } = await run(process.execPath, [join(root, 'build', `${part.name}.mjs`)], { cwd: root, output: 'pipe', env: { ...process.env, NO_COLOR: '1' } })
  if (code !== 0) return output.trim()
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampOf(part), part.hash)
  return null
}

const hashOf = (folders) => {
  const hash = createHash('sha256')
  for (const path of ['package-lock.json', ...folders].flatMap((p) => filesUnder(join(root, p)))) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** Tests are no part of what is built. */
const filesUnder = (path) => {
  if (!existsSync(path)) return []
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .filter((e) => !/\.test\.tsx?$/.test(basename(e.name)))
    .flatMap((e) => (e.isDirectory() ? filesUnder(join(path, e.name)) : [join(path, e.name)]))
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1)
