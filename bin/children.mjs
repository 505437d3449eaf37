// Programs started by the launcher, and how they end with it: the first Ctrl-C or kill reaches each of them once.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const running = new Set()
let stopping = null
const patience = 20_000

/**
 * Runs a program in its own session, so that a Ctrl-C at the terminal (which npm sends a second time) comes to it once and from here.
 * @returns {Promise<{ code: number, output: string }>} code 128 + n after signal n
 */
export const run = (program, args, { output = 'inherit', ipc = false, ...options } = {}) =>
  new Promise((resolve, reject) => {
    if (stopping !== null) return resolve({ code: 130, output: '' })
    const stdio = ['ignore', output, output, ...(ipc ? ['ipc'] : [])]
    const child = spawn(program, args, { ...options, stdio, detached: process.platform !== 'win32' })
    let said = ''
    child.stdout?.on('data', (text) => { said += text })
    child.stderr?.on('data', (text) => { said += text })
    running.add(child)
    listen()
    child.on('error', (error) => { forget(child); reject(error) })
    child.on('close', (code, signal) => {
      forget(child)
      resolve({ code: stopping !== null ? 130 : (code ?? (signal === 'SIGINT' ? 130 : 143)), output: said })
    })
  })

/** Null until somebody asked us to stop. */
export const stopped = () => stopping

const stop = (signal) => {
  if (stopping !== null) return
  stopping = signal
  for (const child of running) {
    tell(child, 'SIGINT')
    // Whoever does not listen to signals hears this; the channel would also hold an ending program open.
    if (child.connected) child.disconnect()
  }
  setTimeout(() => {
    for (const child of running) tell(child, 'SIGKILL')
  }, patience).unref()
}

/** To the whole group: npm and vitest have children of their own. */
const tell = (child, signal) => {
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
/** Only while there is somebody to pass them on to: a command run in this process has its own ways to stop. */
const listen = () => {
  if (running.size === 1) for (const signal of signals) process.on(signal, stop)
}
const forget = (child) => {
  running.delete(child)
  if (running.size === 0) for (const signal of signals) process.removeListener(signal, stop)
}

// When npm itself was killed outright, nobody else would tell us. Between npm and us there may be a shell, which does not notice either.
const ancestors = () => {
  try {
    return `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}
const first = ancestors()
if (process.env['npm_lifecycle_event'] !== undefined) setInterval(() => { if (running.size > 0 && ancestors() !== first) stop('SIGHUP') }, 500).unref()
