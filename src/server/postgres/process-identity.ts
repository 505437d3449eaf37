import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** There, and not only its remains that nobody has collected (a container without a proper first process leaves those). */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return process.platform !== 'linux' || fieldsOf(pid)[0] !== 'Z'
}

/** Pid and start of a living process: a restarted machine or container gives the same numbers to others. Null: not there. */
export const identityOf = (pid: number): string | null => {
  if (!isAlive(pid)) return null
  return process.platform === 'linux' ? `${pid} ${fieldsOf(pid)[19]} ${read('/proc/sys/kernel/random/boot_id').trim()}` : `${pid} ${ps(pid, 'lstart=')}`
}

/** After the name in brackets: the state is the first field, the start in ticks since boot the twentieth. */
const fieldsOf = (pid: number): string[] => read(`/proc/${pid}/stat`).replace(/^.*\) /s, '').split(' ')

/** Program and arguments, spaces between; empty when it is gone. */
export const commandLineOf = (pid: number): string =>
  process.platform === 'linux' ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() : ps(pid, 'command=')

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const ps = (pid: number, field: string): string => {
  try {
    return execFileSync('/bin/ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
