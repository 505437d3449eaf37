/** One draft while it is being filled in: what the server has, what was typed since, and the saves between, one after another. */
import type { AnswerOf } from '#contract/operation'
import type { saveDraft } from '#contract/operations/nominations'
import type { Instant } from '#core/kernel/instant'
import { markedPlaces, withoutMarked, type MarkedPlace } from '#core/secrecy/marked-values'
import { ProblemError, type OfflineError } from '../../api/call'
import type { Nomination } from '../reading'
import { applied, emptyPatch, isEmpty, merged, sameValue, staleOf, without, type Kept, type Patch, type Stale } from './patch'

export type Status = 'still' | 'typing' | 'saving' | 'failed' | 'refused' | 'stale'
type Base = Pick<Nomination, 'version' | 'fields' | 'answers' | 'findings'>
export interface Snapshot {
  readonly fields: Nomination['fields']
  readonly answers: Nomination['answers']
  readonly findings: Nomination['findings']
  readonly status: Status
  readonly savedAt: Instant | null
  readonly problem: ProblemError | null
  readonly stale: Stale | null
  readonly unsaved: Patch
  /** Where 密级标志 stand in what was typed: shown, and neither sent nor kept. */
  readonly marked: readonly MarkedPlace[]
}
export interface DraftDoors {
  save: (version: number, patch: Patch) => Promise<AnswerOf<typeof saveDraft>>
  read: () => Promise<Nomination>
  /** Keeps in this browser what is not saved yet; null once all is. */
  keep: (patch: Kept | null) => void
  saved: () => void
}

const QUIET = 800
/** Somebody who types without a pause is saved all the same. */
const LONGEST = 5000
const retries = [2000, 4000, 8000, 15_000, 30_000]
/** The server is away or busy: it may come back by itself. */
const passing = (error: ProblemError | OfflineError): boolean => !(error instanceof ProblemError) || error.status >= 500 || error.status === 429

export class Draft {
  #base: Base
  /** Typed and not under way; and what the save under way carries. */
  #own: Patch = emptyPatch
  #sent: Patch = emptyPatch
  /** Typed with a marking: it stays on this page alone. */
  #held: Patch = emptyPatch
  #timer: ReturnType<typeof setTimeout> | undefined
  #since: number | null = null
  #failures = 0
  #status: Status = 'still'
  #savedAt: Instant | null = null
  #problem: ProblemError | null = null
  #stale: Stale | null = null
  #snapshot: Snapshot
  readonly #listeners = new Set<() => void>()

  constructor(base: Base, private readonly doors: DraftDoors) {
    this.#base = base
    this.#snapshot = this.#shoot()
  }

  readonly subscribe = (tell: () => void) => {
    this.#listeners.add(tell)
    return () => {
      this.#listeners.delete(tell)
    }
  }
  readonly snapshot = (): Snapshot => this.#snapshot

  /** A newer reading of the server, taken over only while nothing of one's own is open. */
  adopt(newest: Base) {
    if (newest.version < this.#base.version || !isEmpty(this.#pending()) || this.#status === 'saving') return
    this.#base = newest
    this.#tell()
  }

  change(typed: Patch) {
    const patch = withoutMarked(typed, markedPlaces(typed))
    this.#held = without(merged(this.#held, typed), patch)
    this.#own = merged(without(this.#own, this.#held), patch)
    this.doors.keep({ version: this.#base.version, ...this.#pending() })
    if (this.#status === 'stale') return this.#tell()
    if (this.#status !== 'saving') this.#status = this.#status === 'failed' ? 'failed' : 'typing'
    this.#later(QUIET)
  }

  /** Saves at once what is typed: on leaving a field for another page, on hiding the page. */
  readonly flush = () => {
    if (!isEmpty(this.#own) && this.#status !== 'saving' && this.#status !== 'stale') void this.#save()
  }

  /** After 409: of each contested place the person's choice; the rest of one's own is saved on top of the newest. */
  settle(takeNewest: Patch) {
    if (this.#stale === null) return
    this.#base = this.#stale.newest
    this.#own = without(this.#own, takeNewest)
    this.#stale = null
    this.#status = 'typing'
    this.doors.keep(isEmpty(this.#own) ? null : { version: this.#base.version, ...this.#own })
    if (isEmpty(this.#own)) this.#status = 'still'
    this.#tell()
    this.flush()
  }

  #pending = (): Patch => merged(this.#sent, this.#own)

  #later(wait: number) {
    clearTimeout(this.#timer)
    this.#since ??= Date.now()
    this.#timer = setTimeout(() => this.flush(), Math.max(0, Math.min(wait, this.#since + LONGEST - Date.now())))
    this.#tell()
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#since = null
    ;[this.#sent, this.#own] = [this.#own, emptyPatch]
    this.#status = 'saving'
    this.#tell()
    try {
      const answer = await this.doors.save(this.#base.version, this.#sent)
      this.#base = { ...applied(this.#base, this.#sent), version: answer.version, findings: answer.findings }
      this.#sent = emptyPatch
      this.#failures = 0
      this.#problem = null
      this.#savedAt = answer.savedAt
      this.#status = isEmpty(this.#own) ? 'still' : 'typing'
      this.doors.keep(isEmpty(this.#own) ? null : { version: this.#base.version, ...this.#own })
      if (this.#status === 'still') this.doors.saved()
    } catch (error) {
      await this.#notSaved(error as ProblemError | OfflineError)
    }
    if (this.#status === 'typing') this.#later(QUIET)
    else this.#tell()
  }

  async #notSaved(error: ProblemError | OfflineError) {
    ;[this.#own, this.#sent] = [this.#pending(), emptyPatch]
    this.#problem = error instanceof ProblemError ? error : null
    if (error instanceof ProblemError && error.problem.error === 'stale') return this.#meetNewer()
    this.#status = passing(error) ? 'failed' : 'refused'
    if (this.#status === 'failed') this.#again()
  }

  #again() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.flush, retries[Math.min(this.#failures++, retries.length - 1)])
  }

  /** A newer version that holds the same words (a file came in, say) is no conflict: the save goes on from there. */
  async #meetNewer() {
    try {
      const newest = await this.doors.read()
      const stale = staleOf(this.#base, newest, this.#own)
      if (sameValue([this.#base.fields, this.#base.answers], [newest.fields, newest.answers])) {
        this.#base = newest
        this.#status = 'typing'
      } else {
        this.#stale = stale
        this.#status = 'stale'
      }
      this.#problem = null
    } catch {
      this.#status = 'failed'
      this.#again()
    }
  }

  #shoot(): Snapshot {
    const { fields, answers } = applied(this.#base, merged(this.#pending(), this.#held))
    return { fields, answers, findings: this.#base.findings, status: this.#status, savedAt: this.#savedAt, problem: this.#problem, stale: this.#stale, unsaved: this.#pending(), marked: markedPlaces(this.#held) }
  }

  #tell() {
    this.#snapshot = this.#shoot()
    this.#listeners.forEach((tell) => tell())
  }
}
