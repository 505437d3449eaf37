// Bundles the server, its child processes and the command line into dist/; npm packages stay outside the bundle.
import { cp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { build } from 'esbuild'

const entries = { 'cli/main': 'src/cli/main.ts', 'cli/inspection-child': 'src/server/inspection/child.ts', 'cli/render-worker': 'src/documents/render-worker.ts' }
await rm('dist/cli', { recursive: true, force: true })
await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: 'dist', outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', sourcemap: true, logLevel: 'warning',
})
await cp('src/server/store/migrations', 'dist/cli/migrations', { recursive: true })
await cp('campaigns', 'dist/campaigns', { recursive: true })
