import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The child's bundle: in dist/ it stands beside the program or above its folder; run from source (tests, development), it is bundled once per process. */
export const childFile = async (): Promise<string> =>
  ['./inspection-child.mjs', '../inspection-child.mjs'].map((file) => fileURLToPath(new URL(file, import.meta.url))).find((file) => existsSync(file)) ?? (fromSource ??= bundle())
/** In parts, so that each reader is loaded with the first file that needs it. build/server.mjs says the same for dist/. */
const childBuild = { bundle: true, splitting: true, chunkNames: 'child-part-[hash]', outExtension: { '.js': '.mjs' }, platform: 'node', target: 'node20', format: 'esm', packages: 'external' } as const
let fromSource: Promise<string> | undefined

const bundle = async (): Promise<string> => {
  const { build } = await import('esbuild')
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = join(here, '../../../node_modules/.cache/xuanshu')
  // Two checkouts may share their packages, and must not run each other's child. Parts are named by what they hold.
  const name = `inspection-child-${createHash('sha256').update(here).digest('hex').slice(0, 12)}`
  await mkdir(folder, { recursive: true })
  const { outputFiles } = await build({ ...childBuild, entryPoints: [{ in: join(here, 'child.ts'), out: name }], outdir: folder, write: false, logLevel: 'silent' })
  const entry = join(folder, `${name}.mjs`)
  // Each is renamed in one step, the entry last: another process may be starting its own child from the same names.
  for (const file of outputFiles.toSorted((a, b) => Number(a.path === entry) - Number(b.path === entry))) {
    await writeFile(`${file.path}.${process.pid}`, file.contents)
    await rename(`${file.path}.${process.pid}`, file.path)
  }
  return entry
}
