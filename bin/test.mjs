// `npm test`: types, lint and build, then every test; the last line counts them all.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, stopped } from './children.mjs'
import { dealt, handOf, HANDS } from './hands.mjs'
import { build, install, root } from './ready.mjs'

const bin = (...path) => join(root, 'node_modules', ...path)

export const main = async (_task, args) => {
  await install(true)
  // The compiler runs beside the tests, and says so when it is through; with more than one checker it takes half as much again in all.
  const types = check('types', () => node(bin('typescript-native', 'bin', 'tsc'), '-b', '--checkers', '1'))
  const before = await Promise.all([check('lint', () => npm('lint')), check('build', built)])
  const tests = await runTests(args)
  const checks = [await types, ...before]
  const passed = checks.filter(Boolean).length + tests.passed
  const failed = checks.length - checks.filter(Boolean).length + tests.failed
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && stopped() === null ? 0 : 1
}

const node = (...args) => run(process.execPath, args, { cwd: root, output: 'pipe' })
const npm = (script) => (process.env['npm_execpath']?.endsWith('npm-cli.js') ? node(process.env['npm_execpath'], 'run', '--silent', script) : run('npm', ['run', '--silent', script], { cwd: root, output: 'pipe' }))
const built = async () => {
  const broken = await build()
  return { code: broken === null ? 0 : 1, output: broken ?? '' }
}

const check = async (name, work) => {
  const started = Date.now()
  const { code, output } = await work()
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code !== 0) console.log(output.trim())
  return code === 0
}

const runTests = async (args) => {
  const folder = mkdtempSync(join(tmpdir(), 'xuanshu-results-'))
  const file = join(folder, 'results.json')
  try {
    const long = args.includes('--long')
    const named = args.filter((a) => a !== '--long')
    const { hand, left } = long || named.length > 0 ? { hand: null, left: [] } : await dealtHand()
    const vitest = [bin('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...left.map((file) => `--exclude=test/${file}.test.ts`), ...named]
    const { code } = await run(process.execPath, vitest, { cwd: root, env: { ...process.env, XUANSHU_HAND: hand === null ? '' : String(hand), ...(long ? { XUANSHU_LONG: '1' } : {}) } })
    return count(file, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Says which hand is played, and by which words the others are. @returns the hand, null for all, and the files this run leaves out */
const dealtHand = async () => {
  const { code, output } = await run('git', ['rev-parse', 'HEAD'], { cwd: root, output: 'pipe' }).catch(() => ({ code: 1, output: '' }))
  const hand = handOf(code === 0 ? output.trim() : '', process.env['XUANSHU_HAND'])
  const left = hand === null ? [] : dealt(root).flatMap((files, i) => (i + 1 === hand ? [] : files))
  if (hand !== null) console.log(`· hand ${hand} of ${HANDS} by this commit, ${left.length} files left out (all of them: npm run test:long, or XUANSHU_HAND=all npm test)`)
  return { hand, left }
}

/** A file that could not even be loaded has no test to blame, and a run that broke off no result: each counts as one failure. */
const count = (file, code) => {
  let passed = 0
  let failed = 0
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'))
    passed = results.numPassedTests
    failed = results.numFailedTests + results.testResults.filter((f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed')).length
  } catch { /* no result: said by the code */ }
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}
