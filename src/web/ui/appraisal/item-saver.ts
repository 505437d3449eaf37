/** What is written of an appraisal, saved item by item as one writes: what the server has, what was typed since, and the saves between. */
import type { AnswerOf } from '#contract/operation'
import type { saveAppraisal } from '#contract/operations/appraisal'
import type { ItemPlace, SentItem } from '#core/appraisal/record'
import { itemField } from '#core/appraisal/write'
import { canonical } from '#core/kernel/canonical'
import type { Finding } from '#core/kernel/finding'
import type { Instant } from '#core/kernel/instant'
import { sureIn } from '#core/secrecy/marked-values'
import { ProblemError, type OfflineError } from '../../api/call'
import { nameOf, type ShownItem } from './shown'

export type SaverStatus = 'still' | 'typing' | 'saving' | 'failed' | 'refused' | 'stale'
interface Known { readonly version: number; readonly content: SentItem['content'] }
export interface Contested { readonly place: ItemPlace; readonly own: SentItem; readonly newest: Known }
export interface SaverSnapshot {
  readonly status: SaverStatus
  readonly savedAt: Instant | null
  readonly problem: ProblemError | null
  readonly contested: readonly Contested[]
  /** Why an item is not kept, by its place. */
  readonly held: Readonly<Record<string, readonly Finding[]>>
  /** Counted up with every change. */
  readonly turn: number
}
export interface SaverDoors {
  save: (items: { version: number; item: SentItem }[]) => Promise<AnswerOf<typeof saveAppraisal>>
  read: () => Promise<readonly ShownItem[]>
  /** What is not saved yet, kept in this tab over a reload; null once all is. What bears a marking is never kept. */
  keep: (items: readonly SentItem[] | null) => void
  saved: () => void
}

const QUIET = 800, LONGEST = 5000
const retries = [2000, 4000, 8000, 15_000, 30_000]
const same = (a: unknown, b: unknown): boolean => canonical(a as never) === canonical(b as never)
const passing = (error: ProblemError | OfflineError): boolean => !(error instanceof ProblemError) || error.status >= 500 || error.status === 429

export class ItemSaver {
  #known = new Map<string, Known>()
  #own = new Map<string, SentItem>()
  #held = new Map<string, { item: SentItem; findings: readonly Finding[] }>()
  #contested: Contested[] = []
  #status: SaverStatus = 'still'
  #savedAt: Instant | null = null
  #problem: ProblemError | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #since: number | null = null
  #failures = 0
  #snapshot: SaverSnapshot = { status: 'still', savedAt: null, problem: null, contested: [], held: {}, turn: 0 }
  readonly #listeners = new Set<() => void>()

  constructor(items: readonly ShownItem[], private readonly doors: SaverDoors, kept: readonly SentItem[] = []) {
    this.#learn(items)
    for (const item of kept) if (!same(item.content, this.#known.get(nameOf(item))?.content ?? null)) this.#own.set(nameOf(item), item)
    if (this.#own.size > 0) this.#later(0)
  }

  readonly subscribe = (tell: () => void) => {
    this.#listeners.add(tell)
    return () => { this.#listeners.delete(tell) }
  }
  readonly snapshot = (): SaverSnapshot => this.#snapshot

  /** A newer reading: taken over where nothing of one's own is open. */
  adopt(items: readonly ShownItem[]) {
    if (this.#status === 'saving') return
    this.#learn(items)
    this.#tell()
  }

  /** As it stands on this page: one's own words before the server's; null: it was taken away, undefined: never written. */
  content(place: ItemPlace): SentItem['content'] | undefined {
    const name = nameOf(place)
    const own = this.#held.get(name)?.item ?? this.#own.get(name)
    return own !== undefined ? own.content : this.#known.get(name)?.content
  }
  /** Keys of a kind in the order they were written, one's own new ones last. */
  keys(kind: SentItem['kind'], step: string): string[] {
    const all = [...this.#known.keys(), ...this.#own.keys(), ...this.#held.keys()].filter((name) => name.startsWith(`${kind}|${step}|`)).map((name) => name.slice(kind.length + step.length + 2))
    return [...new Set(all)].filter((key) => this.content({ kind, step, key }) != null)
  }

  put(item: SentItem) {
    const name = nameOf(item)
    const markings = item.content === null ? [] : sureIn(item.content)
    if (markings.length > 0) {
      // Neither sent nor kept: it stays on this page alone until it is taken out.
      this.#own.delete(name)
      this.#held.set(name, { item, findings: [] })
    } else {
      this.#held.delete(name)
      this.#own.set(name, item)
    }
    this.#keep()
    if (this.#status !== 'saving' && this.#status !== 'stale') this.#status = this.#own.size === 0 ? 'still' : this.#status === 'failed' ? 'failed' : 'typing'
    if (this.#status === 'stale') return this.#tell()
    this.#later(QUIET)
  }

  readonly flush = () => { if (this.#own.size > 0 && this.#status !== 'saving' && this.#status !== 'stale') void this.#save() }

  /** Of each contested item what the person chose. */
  settle(mine: ReadonlySet<string>) {
    for (const { place, newest } of this.#contested) {
      this.#known.set(nameOf(place), newest)
      if (!mine.has(nameOf(place))) this.#own.delete(nameOf(place))
    }
    this.#contested = []
    this.#status = this.#own.size === 0 ? 'still' : 'typing'
    this.#keep()
    this.#tell()
    this.flush()
  }

  #learn(items: readonly ShownItem[]) {
    this.#known = new Map(items.map((i) => [nameOf(i), { version: i.version, content: i.content as SentItem['content'] }]))
  }
  #keep() { this.doors.keep(this.#own.size === 0 ? null : [...this.#own.values()]) }

  #later(wait: number) {
    clearTimeout(this.#timer)
    this.#since ??= Date.now()
    this.#timer = setTimeout(this.flush, Math.max(0, Math.min(wait, this.#since + LONGEST - Date.now())))
    this.#tell()
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#since = null
    const sent = new Map(this.#own)
    this.#status = 'saving'
    this.#tell()
    try {
      const answer = await this.doors.save([...sent].map(([name, item]) => ({ version: this.#known.get(name)?.version ?? 0, item })))
      for (const v of answer.versions) {
        const item = sent.get(nameOf(v))!
        if (item.content === null) this.#known.delete(nameOf(v))
        else this.#known.set(nameOf(v), { version: v.version, content: item.content })
        // Typed on meanwhile: that goes next.
        if (this.#own.get(nameOf(v)) === item) this.#own.delete(nameOf(v))
      }
      this.#failures = 0
      this.#problem = null
      this.#savedAt = answer.savedAt
      this.#status = this.#own.size === 0 ? 'still' : 'typing'
      this.#keep()
      this.doors.saved()
    } catch (error) {
      await this.#notSaved(error as ProblemError | OfflineError)
    }
    if (this.#status === 'typing') this.#later(QUIET)
    else this.#tell()
  }

  async #notSaved(error: ProblemError | OfflineError) {
    this.#problem = error instanceof ProblemError ? error : null
    if (error instanceof ProblemError && error.problem.error === 'stale') return this.#meetNewer()
    const refused = error instanceof ProblemError ? [...this.#own].filter(([, item]) => error.findings.some((f) => f.at.field === itemField(item))) : []
    if (refused.length > 0) {
      // What the rules hold against stays on the page; all else goes.
      for (const [name, item] of refused) {
        this.#own.delete(name)
        this.#held.set(name, { item, findings: (error as ProblemError).findings.filter((f) => f.at.field === itemField(item)) })
      }
      this.#problem = null
      this.#keep()
      this.doors.saved()
      this.#status = this.#own.size === 0 ? 'still' : 'typing'
      return
    }
    this.#status = passing(error) ? 'failed' : 'refused'
    if (this.#status === 'failed') this.#again()
  }

  #again() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.flush, retries[Math.min(this.#failures++, retries.length - 1)])
  }

  /** A newer version of other items, or one that says what was there before, is no conflict. */
  async #meetNewer() {
    try {
      const before = this.#known
      this.#learn(await this.doors.read())
      this.#contested = [...this.#own].flatMap(([name, own]): Contested[] => {
        const [was, is] = [before.get(name), this.#known.get(name)]
        if ((was?.version ?? 0) === (is?.version ?? 0) || same(is?.content ?? null, own.content) || same(is?.content ?? null, was?.content ?? null)) return []
        return [{ place: own, own, newest: is ?? { version: 0, content: null } }]
      })
      this.#status = this.#contested.length > 0 ? 'stale' : 'typing'
      this.#problem = null
    } catch {
      this.#status = 'failed'
      this.#again()
    }
  }

  #tell() {
    this.#snapshot = { status: this.#status, savedAt: this.#savedAt, problem: this.#problem, contested: this.#contested, held: Object.fromEntries([...this.#held].map(([name, h]) => [name, h.findings])), turn: this.#snapshot.turn + 1 }
    this.#listeners.forEach((tell) => tell())
  }
}
