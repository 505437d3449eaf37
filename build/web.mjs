// Builds the work pages into dist/web, with a Brotli copy of everything worth it.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'

await build({ root: 'src/web', configFile: 'src/web/vite.config.mjs', build: { outDir: '../../dist/web', emptyOutDir: true }, logLevel: 'warn' })
for (const file of await readdir('dist/web', { recursive: true })) {
  if (!/\.(?:js|css|html|svg|json)$/.test(file)) continue
  const path = join('dist/web', file)
  await writeFile(`${path}.br`, brotliCompressSync(await readFile(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }))
}
