// Bundles the server and the command line to dist/, with the files they read beside them.
import { build } from 'esbuild'
import { cp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

/** Programs of their own, beside the bundle that starts them: foreign files are parsed, and documents drawn, where it may be killed. */
const programs = [
  { entries: { 'cli/main': 'src/cli/main.ts', 'cli/render-worker': 'src/documents/render-worker.ts' }, splitting: false },
  // In parts: each reader is loaded with the first file that needs it.
  { entries: { 'cli/inspection-child': 'src/server/inspection/child.ts' }, splitting: true },
]
// What an earlier build left and this one does not make would be found first.
await rm(join(dist, 'cli'), { recursive: true, force: true })
const copies = { campaigns: 'campaigns', migrations: 'src/server/store/migrations' }

await Promise.all(programs.map(({ entries, splitting }) => build({
  absWorkingDir: root,
  entryPoints: Object.entries(entries).filter(([, file]) => existsSync(join(root, file))).map(([out, file]) => ({ in: file, out })),
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting,
  chunkNames: 'cli/child-part-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'node20.20',
  packages: 'external',
  loader: { '.sql': 'text', '.typ': 'text' },
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
}))).catch(() => process.exit(1)) // what is wrong was printed
for (const [to, from] of Object.entries(copies)) {
  if (!existsSync(join(root, from))) continue
  await rm(join(dist, to), { recursive: true, force: true })
  await cp(join(root, from), join(dist, to), { recursive: true })
}
