// One file that checks a record without a network. Its own policy lets it run this script and nothing else, and reach nobody.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const allowed = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export const buildVerifyPage = async (root, out) => {
  const from = join(root, 'src', 'web', 'verify')
  const bundle = async (entry) => (await build({ absWorkingDir: root, entryPoints: [join(from, entry)], bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', logLevel: 'warning' })).outputFiles[0].text.trim().replaceAll(/<\/(script|style)/gi, '<\\/$1')
  const [script, style] = await Promise.all([bundle('main.ts'), bundle('verify.css')])
  const policy = `default-src 'none'; script-src ${allowed(script)}; style-src ${allowed(style)}; img-src data:; base-uri 'none'; form-action 'none'`
  const page = await readFile(join(from, 'page.html'), 'utf8')
  const parts = { POLICY: policy, STYLE: style, SCRIPT: script }
  await writeFile(join(out, 'verify.html'), page.replace(/%(POLICY|STYLE|SCRIPT)%/g, (_, part) => parts[part]))
}
