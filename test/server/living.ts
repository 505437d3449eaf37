/** Processes of this machine whose command line names something: what must be gone is looked for where it would be. */
import { readdir, readFile } from 'node:fs/promises'

export const livingWith = async (text: string): Promise<number[]> => {
  const found: number[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/u.test(pid) || Number(pid) === process.pid) continue
    if ((await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(text)) found.push(Number(pid))
  }
  return found
}
