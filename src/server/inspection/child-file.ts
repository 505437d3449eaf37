import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The child's bundle: in dist/ it stands beside the program or above its folder; run from source (tests, development), it is bundled once per process. */
export const childFile = async (): Promise<string> =>
  ['./inspection-child.mjs', '../inspection-child.mjs'].map((file) => fileURLToPath(new URL(file, import.meta.url))).find((file) => existsSync(file)) ?? (fromSource ??= bundle())
let fromSource: Promise<string> | undefined

const bundle = async (): Promise<string> => {
  const { build } = await import('esbuild')
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = join(here, '../../../node_modules/.cache/xuanshu')
  // Two checkouts may share their packages, and must not run each other's child.
  const own = createHash('sha256').update(here).digest('hex').slice(0, 12)
  const outfile = join(folder, `inspection-child-${own}.mjs`)
  const aside = join(folder, `inspection-child-${own}-${process.pid}.mjs`)
  await mkdir(folder, { recursive: true })
  await build({ entryPoints: [join(here, 'child.ts')], outfile: aside, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', logLevel: 'silent' })
  // Renamed in one step: another process may be starting its own child from the same name.
  await rename(aside, outfile)
  return outfile
}
