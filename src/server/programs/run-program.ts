/** Runs a program of the machine beside the server: in a child that watches it and dies with us, so that neither a hostile file nor our own end leaves it running. */
import { startChild } from '../inspection/start-child'
import type { Answer, Job } from '../inspection/jobs'
import { killGroup } from './guard'
import type { ProgramEnd, ProgramNews, ProgramOrder } from './program'

/** The child only counts and reads /proc. */
const HEAP_MB = 64
/** It ends its group when the channel closes; whoever does not is ended from here. */
const GRACE_MS = 2000

export interface Running { /** Stops it; it ends as `lost`. */ readonly signal?: AbortSignal; /** What it prints. */ readonly hear?: (text: string) => void }

export const runProgram = async (order: ProgramOrder, { signal, hear }: Running = {}): Promise<ProgramEnd> => {
  if (signal?.aborted === true) return { how: 'lost' }
  const child = await startChild(HEAP_MB)
  return new Promise((resolve) => {
    let group: number | null = null
    let outcome: ProgramEnd = { how: 'lost' }
    const stop = () => {
      if (child.connected) child.disconnect()
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
    }
    signal?.addEventListener('abort', stop, { once: true })
    child.on('message', (message) => {
      const news = message as ProgramNews | Answer
      if (news.kind === 'began') group = news.group
      else if (news.kind === 'heard') hear?.(news.text)
      else {
        if (news.kind === 'program') outcome = news.end
        stop()
      }
    })
    child.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      if (group !== null) killGroup(group)
      resolve(outcome)
    })
    child.send({ kind: 'program', order } satisfies Job, (error) => { if (error !== null) stop() })
  })
}
