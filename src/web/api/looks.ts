/** 推送: one stream while the page is looked at. It says that something changed; what it is, the page asks as ever. Without it pages ask now and then, as before. */
import { useSyncExternalStore } from 'react'
import { lookTimes, type LookTopic } from '#core/news/looks'

export interface Look { readonly topic: LookTopic; readonly campaignId?: string }
/** Milliseconds: waited for the first sign of life; kept when the page is hidden; between tries, doubled up to the longest. */
const times = { first: 10_000, hidden: 30_000, again: 5_000, longest: 600_000 } as const

let live = false
const watching = new Set<() => void>()
const setLive = (to: boolean): void => { if (live !== to) { live = to; watching.forEach((w) => w()) } }
const watch = (w: () => void) => { watching.add(w); return () => { watching.delete(w) } }
/** Whether changes are told at the moment. */
export const useLive = (): boolean => useSyncExternalStore(watch, () => live, () => false)

/** @param onLook told of a change @param onOpen the stream has come: what was read before it may be old @returns ends it */
export const startLooks = (onLook: (look: Look) => void, onOpen: () => void): (() => void) => {
  if (typeof EventSource === 'undefined') return () => undefined
  let source: EventSource | null = null
  let pause: number = times.again
  let [dead, again, hidden]: (ReturnType<typeof setTimeout> | undefined)[] = []
  const close = (): void => { source?.close(); source = null; clearTimeout(dead); setLive(false) }
  // Not all at once: a server that comes back is not run over.
  const down = (): void => {
    close()
    clearTimeout(again)
    if (document.visibilityState === 'visible') again = setTimeout(open, pause * (0.5 + Math.random()))
    pause = Math.min(pause * 2, times.longest)
  }
  const alive = (): void => {
    clearTimeout(dead)
    dead = setTimeout(down, lookTimes.dead)
    if (live) return
    pause = times.again
    setLive(true)
    onOpen()
  }
  const open = (): void => {
    clearTimeout(again)
    if (source !== null) return
    source = new EventSource('/api/looks')
    dead = setTimeout(down, times.first)
    source.addEventListener('beat', alive)
    source.addEventListener('message', ({ data }: MessageEvent<string>) => { alive(); onLook(JSON.parse(data) as Look) })
    source.addEventListener('error', down)
  }
  const seen = (): void => {
    clearTimeout(hidden)
    if (document.visibilityState === 'visible') open()
    else hidden = setTimeout(() => { clearTimeout(again); close() }, times.hidden)
  }
  document.addEventListener('visibilitychange', seen)
  seen()
  return () => { document.removeEventListener('visibilitychange', seen); clearTimeout(hidden); clearTimeout(again); close() }
}
