import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Pid and start of a living process: a restarted machine or container gives the same numbers to others. Null: not there, or only its remains. */
export const identityOf = (pid: number): string | null => {
  if (!isAlive(pid)) return null
  if (process.platform !== 'linux') return `${pid} ${ps(pid, 'lstart=')}`
  // After the name in brackets: the state is the 1st field, the start in ticks since boot the 20th.
  const fields = read(`/proc/${pid}/stat`).replace(/^.*\) /s, '').split(' ')
  return fields.length < 20 || fields[0] === 'Z' ? null : `${pid} ${fields[19]} ${read('/proc/sys/kernel/random/boot_id').trim()}`
}

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
