// What every command does first on a fresh clone: packages, then the build, each only when it is not there or not current.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`选树需要 Node 20.20 以上，这里是 ${process.versions.node}。 Xuanshu needs Node 20.20 or later; this is ${process.versions.node}.`)
  process.exit(2)
}

/** Runs a program to its end; what it prints is shown only when it fails. */
const quietly = (command, args) => new Promise((resolve, reject) => {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
  let said = ''
  child.stdout.on('data', (d) => { said += d })
  child.stderr.on('data', (d) => { said += d })
  child.on('error', reject)
  child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')}\n${said}`))))
})

const hashOf = async (paths) => {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(await readFile(join(root, path)))
  return hash.digest('hex')
}
const filesIn = async (folder) => (await readdir(join(root, folder), { recursive: true, withFileTypes: true })).filter((f) => f.isFile() && !f.name.endsWith('.test.ts')).map((f) => join(f.parentPath ?? f.path, f.name).slice(root.length + 1)).sort()

const stamped = async (stamp, hash) => (await readFile(join(root, stamp), 'utf8').catch(() => '')) === hash
const setStamp = async (stamp, hash) => {
  await mkdir(dirname(join(root, stamp)), { recursive: true })
  await writeFile(join(root, `${stamp}.new`), hash)
  await rename(join(root, `${stamp}.new`), join(root, stamp))
}

export const packages = async () => {
  const stamp = 'node_modules/.xuanshu-packages'
  const hash = await hashOf(['package-lock.json'])
  if (await stamped(stamp, hash)) return
  console.log('安装依赖包（npm ci）… Installing packages…')
  await quietly('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'])
  await setStamp(stamp, hash)
}

export const built = async () => {
  const stamp = 'dist/.xuanshu-build'
  const sources = (await Promise.all(['src', 'campaigns', 'build'].map(filesIn))).flat()
  const hash = await hashOf([...sources, 'package-lock.json'])
  if ((await stamped(stamp, hash)) && existsSync(join(root, 'dist/cli/main.mjs'))) return
  console.log('构建… Building…')
  await Promise.all([quietly(process.execPath, ['build/server.mjs']), quietly(process.execPath, ['build/web.mjs'])])
  await setStamp(stamp, hash)
}
