// npm test: packages, build, types, lint, then every test; the last line is plain: `N passed, N failed`.
import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { built, packages, root } from './prepare.mjs'

const run = (command, args) => new Promise((resolve) => {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, XUANSHU_LONG: process.argv.includes('--long') ? '1' : '' } })
  child.on('error', () => resolve(1))
  child.on('exit', (code) => resolve(code ?? 1))
})
const tool = (name) => join(root, 'node_modules/.bin', name)

let passed = 0
let failed = 0
const count = (ok) => { if (ok) passed++; else failed++ }

await packages()
console.log('— 类型 types')
count((await run(tool('tsc'), ['-b'])) === 0)
console.log('— 规范 lint')
count((await run(tool('oxlint'), ['--deny-warnings', '--report-unused-disable-directives-severity=error', '.'])) === 0)
console.log('— 构建 build')
count(await built().then(() => true, (error) => { console.error(error.message); return false }))

const report = join(tmpdir(), `xuanshu-tests-${process.pid}.json`)
const code = await run(tool('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2).filter((a) => a !== '--long')])
const result = await readFile(report, 'utf8').then(JSON.parse, () => null)
await rm(report, { force: true })
if (result === null) count(false)
else {
  passed += result.numPassedTests
  failed += result.numFailedTests
  // A file that could not even be loaded has no test of its own to count.
  failed += result.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length
  if (code !== 0 && failed === 0) failed++
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
