/** Starts the product as a child process that may be killed at any moment. */
import { build } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Bundles the program with the programs it starts, and lays beside it the folders it reads. */
export const buildProduct = async (name: string): Promise<string> => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const home = join(root, 'node_modules', '.cache', `xuanshu-${name}`)
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  await symlink(join(root, 'campaigns'), join(home, 'campaigns'))
  await symlink(join(root, 'src/server/store/migrations'), join(home, 'migrations'))
  const entries = { product: 'test/faults/product-entry.ts', 'inspection-child': 'src/server/inspection/child.ts', 'render-worker': 'src/documents/render-worker.ts' }
  await build({
    absWorkingDir: root, entryPoints: Object.entries(entries).filter(([, file]) => existsSync(join(root, file))).map(([out, file]) => ({ in: file, out })),
    outdir: join(home, 'program'), outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', target: 'node20.20', packages: 'external', logLevel: 'warning',
  })
  return join(home, 'program', 'product.mjs')
}

export interface Product {
  readonly child: ChildProcess
  readonly origin: string
  /** Null on a database that somebody else runs. */
  readonly postmaster: number | null
  /** All it has printed, its log too. */
  said(): string
  kill(): Promise<void>
}

/** @param fileBlocks limits every file the process writes, in kibibytes: what a full disk is to it */
export const startProduct = async (program: string, args: readonly string[], fileBlocks?: number, env: NodeJS.ProcessEnv = {}): Promise<Product> => {
  const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks}; `
  const child = spawn('bash', ['-c', `${limit}exec "$0" "$@"`, process.execPath, program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let said = ''
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = await new Promise<{ origin: string; postmaster: number | null }>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString()
      const line = /^READY (.*)$/m.exec(said)
      if (line !== null) resolve(JSON.parse(line[1]!) as never)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the product ended (${code}) before it was ready:\n${said}`)))
  })
  return { child, ...ready, said: () => said, kill: async () => { child.kill('SIGKILL'); await gone } }
}

export const killProcess = (pid: number): void => { try { process.kill(pid, 'SIGKILL') } catch { /* gone already */ } }
