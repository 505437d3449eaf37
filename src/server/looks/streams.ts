/** The open streams of this process: who holds which, how many one may hold, and that none is told twice in a moment. Knows neither HTTP nor the database. */
import { lookTimes, mostStreams, type LookTopic } from '#core/news/looks'
import type { Session } from '../store/sessions'

/** What is told: the topic, and of `campaign` which one. */
export interface Look { readonly topic: LookTopic; readonly campaignId: string | null }
export interface Stream {
  readonly session: Session
  readonly send: (look: Look) => void
  readonly beat: () => void
  readonly end: () => void
}
export interface Streams {
  readonly all: ReadonlySet<Stream>
  /** False: too many already. */
  add(stream: Stream): boolean
  remove(stream: Stream): void
  /** Now, or when the last telling is long enough ago; the same twice is told once. `may` is asked at the moment of telling. */
  tell(stream: Stream, look: Look, may: () => Promise<boolean>): void
}

interface Waiting { last: number; timer: NodeJS.Timeout | null; readonly looks: Map<string, { readonly look: Look; readonly may: () => Promise<boolean> }> }
const keyOf = (session: Session): string => session.tokenHash.toString('base64')

export const openStreams = (most: typeof mostStreams | { readonly session: number; readonly person: number; readonly process: number } = mostStreams, apart: number = lookTimes.apart): Streams => {
  const waiting = new Map<Stream, Waiting>()
  const all = new Set<Stream>()
  const count = (is: (s: Stream) => boolean): number => [...all].filter(is).length
  const flush = async (stream: Stream, w: Waiting): Promise<void> => {
    w.timer = null
    const before = w.last
    w.last = Date.now()
    let told = false
    const due = [...w.looks.values()]
    w.looks.clear()
    for (const { look, may } of due) {
      // What cannot be asked now is not told: the page asks by itself in a while.
      const allowed = await may().catch(() => false)
      if (allowed && all.has(stream)) { stream.send(look); told = true }
    }
    // What one may not hear makes nobody wait.
    if (!told) w.last = before
  }
  return {
    all,
    add(stream) {
      const { session } = stream
      if (all.size >= most.process || count((s) => keyOf(s.session) === keyOf(session)) >= most.session || count((s) => s.session.accountId === session.accountId) >= most.person) return false
      all.add(stream)
      waiting.set(stream, { last: 0, timer: null, looks: new Map() })
      return true
    },
    remove(stream) {
      const w = waiting.get(stream)
      if (w?.timer) clearTimeout(w.timer)
      waiting.delete(stream)
      all.delete(stream)
    },
    tell(stream, look, may) {
      const w = waiting.get(stream)
      if (w === undefined) return
      w.looks.set(`${look.topic} ${look.campaignId ?? ''}`, { look, may })
      w.timer ??= setTimeout(() => void flush(stream, w), Math.max(0, w.last + apart - Date.now()) + Math.random() * lookTimes.spread * (all.size - 1))
    },
  }
}
