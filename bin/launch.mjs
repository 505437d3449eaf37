// npm run demo, npm start: prepare, then hand over to the command line in a process of its own.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { built, packages, root } from './prepare.mjs'

const [what, ...args] = process.argv.slice(2)
try {
  await packages()
  await built()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(3)
}
// The channel tells the child when this process dies, even by kill -9; signals are passed on and waited for.
const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/cli/main.mjs'), what === 'start' ? 'serve' : what, ...args], { cwd: process.cwd(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal) })
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 3 : 130)))
