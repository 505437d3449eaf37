// `npm run demo` and `npm start`.
import { join } from 'node:path'
import { run, stopped } from './children.mjs'
import { makeReady, root } from './ready.mjs'

const commands = { demo: 'demo', start: 'serve' }

export const main = async (task, args) => {
  const command = commands[task]
  if (command === undefined) {
    console.error('node bin/launch.mjs demo|start|test')
    return 2
  }
  await makeReady()
  if (stopped() !== null) return 130
  // The channel tells the product when this launcher is killed outright: it then stops as at Ctrl-C.
  const { code } = await run(process.execPath, ['--enable-source-maps', join(root, 'dist', 'cli', 'main.mjs'), command, ...args], { cwd: root, ipc: true })
  return stopped() === null ? code : 0
}
