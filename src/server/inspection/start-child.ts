import { fork, type ChildProcess } from 'node:child_process'
import { childFile } from './child-file'

/** A process of its own for what is foreign; it goes when our end of the channel closes. @param heapMegabytes of its own script */
export const startChild = async (heapMegabytes: number): Promise<ChildProcess> => {
  const child = fork(await childFile(), [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    // No secret of ours in a process that opens foreign files.
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], MALLOC_ARENA_MAX: '2' },
  })
  child.on('error', () => child.kill('SIGKILL'))
  return child
}
