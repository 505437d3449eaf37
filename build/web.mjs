// Builds the pages to dist/web, with a Brotli copy beside each text file: the server sends those as they are.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { build } from 'vite'
import { buildVerifyPage } from './verify-page.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const web = join(root, 'src', 'web')
const out = join(root, 'dist', 'web')

try {
  await build({ root: web, configFile: join(web, 'vite.config.mjs'), logLevel: 'warn', build: { outDir: out, emptyOutDir: true } })
  await buildVerifyPage(root, out)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const texts = (await readdir(out, { recursive: true })).filter((file) => /\.(js|css|html|svg|json)$/.test(file)).map((file) => join(out, file))
await Promise.all(texts.map(async (file) => {
  await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }))
}))
