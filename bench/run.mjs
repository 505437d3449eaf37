// `node bench/run.mjs assignment|assignment-job|submit|public|official-document|notices|cascade|count|convert|figures|inspect|forms|looks|mobilisation|package|paper|posters|poster-batch|activities|score-save|close-round|search|site|paint|autosave|upload|verify`: bundles a benchmark and the product beside it, and runs it. Each prints its figures and their goals.
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const benches = { posters: 'bench/posters.ts', 'poster-batch': 'bench/poster-batch.ts', activities: 'bench/activities.ts', assignment: 'bench/assignment.ts', 'assignment-job': 'bench/assignment-job.ts', autosave: 'bench/autosave.ts', cascade: 'bench/cascade.ts', count: 'bench/count.ts', convert: 'bench/convert.ts', figures: 'bench/figures.ts', forms: 'bench/forms.ts', inspect: 'bench/inspect.ts', looks: 'bench/looks.ts', mobilisation: 'bench/mobilisation.ts', notices: 'bench/notices.ts', package: 'bench/package.ts', paper: 'bench/paper.ts', 'score-save': 'bench/score-save.ts', 'close-round': 'bench/close-round.ts', search: 'bench/search.ts', submit: 'bench/submit.ts', upload: 'bench/upload.ts', verify: 'bench/verify.ts', public: 'bench/public-page.ts', site: 'bench/site.ts', paint: 'bench/paint.ts', 'official-document': 'bench/official-document.ts' }
const name = process.argv[2] ?? ''
const file = benches[name]
if (file === undefined) {
  console.error(`node bench/run.mjs ${Object.keys(benches).join('|')}`)
  process.exit(2)
}
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const home = join(root, 'node_modules', '.cache', `xuanshu-bench-${name}`)
rmSync(home, { recursive: true, force: true })
mkdirSync(home, { recursive: true })
symlinkSync(join(root, 'campaigns'), join(home, 'campaigns'))
symlinkSync(join(root, 'src/server/store/migrations'), join(home, 'migrations'))
if (existsSync(join(root, 'dist/web'))) symlinkSync(join(root, 'dist/web'), join(home, 'web'))
await build({
  absWorkingDir: root, outdir: join(home, 'program'), outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', target: 'node20.20', packages: 'external', logLevel: 'warning',
  entryPoints: [{ in: file, out: 'bench' }, { in: 'test/faults/product-entry.ts', out: 'product' }, { in: 'src/server/inspection/child.ts', out: 'inspection-child' }, { in: 'src/documents/render-worker.ts', out: 'render-worker' }, ...(name === 'forms' ? [{ in: 'bench/forms-list.ts', out: 'forms-list' }] : [])],
})
process.exitCode = spawnSync(process.execPath, [join(home, 'program', 'bench.mjs'), join(home, 'program', 'product.mjs'), ...process.argv.slice(3)], { stdio: 'inherit' }).status ?? 1
