/** All files of one nomination on their way: inspects, opens, sends two at a time, asks the server what became of them. Outlives the page. */
import { removeMaterial } from '#contract/operations/nominations'
import { beginUpload, uploadState } from '#contract/operations/uploads'
import { ruleOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { blocking, type Finding } from '#core/kernel/finding'
import { becomesJpeg } from '#core/materials/made-fit'
import type { Problem } from '#contract/shapes'
import { call, ProblemError } from '../../api/call'
import { findingsOf } from '../reading'
import { inspect, judgeBefore, judgeWhole, mustChoose } from './inspect-and-judge'
import { itemOfLeft, keepLeft, leftUploads } from './left-uploads'
import { sendFile, type Sending } from '../../ui/files/send-file'
import { jpegOf } from '../../ui/files/upright'
import { beginItem, sameFile, underWay, type UploadItem } from './upload-item'

const AT_ONCE = 2
const ASK_EVERY = 700
const offline: Problem = { error: 'offline', words: { zh: '网络断开，恢复后接着传。', en: 'The network is away; it goes on when it is back.' }, trace: '—' }
const problemOf = (error: unknown): Problem => (error instanceof ProblemError ? error.problem : offline)
const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export interface UploadsHome {
  readonly account: string
  readonly nominationId: string
  readonly definition: () => ResolvedDefinition
  /** Files of a material the server holds. */
  readonly held: (materialId: string) => number
  /** Something was kept: what the page shows is old. */
  readonly changed: () => void
}

export class Uploads {
  #items: readonly UploadItem[] = []
  #sending = new Map<string, Sending>()
  #next = 0
  #recalling = false
  readonly #listeners = new Set<() => void>()

  constructor(private home: UploadsHome) {
    // Who stands in a lift shaft should not have to press anything when it opens.
    window.addEventListener('online', () => this.#items.filter((i) => i.phase === 'stopped' && i.problem?.error === 'offline').forEach((i) => this.resume(i.key)))
  }

  readonly subscribe = (tell: () => void) => {
    this.#listeners.add(tell)
    return () => {
      this.#listeners.delete(tell)
    }
  }
  readonly items = (): readonly UploadItem[] => this.#items
  settle(home: UploadsHome) {
    this.home = home
  }

  /** Uploads begun before a reload: where the server stands with each. */
  async recall() {
    if (this.#recalling) return
    this.#recalling = true
    for (const left of leftUploads(this.home.account, this.home.nominationId)) {
      if (this.#items.some((i) => i.uploadId === left.uploadId)) continue
      const state = await this.#ask(left.uploadId).catch((error: unknown) => (error instanceof ProblemError ? null : undefined))
      if (state === undefined || this.#items.some((i) => i.uploadId === left.uploadId)) continue
      if (state?.state === 'receiving') this.#put([...this.#items, itemOfLeft(left, state.offset)])
      else if (state?.state === 'refused') this.#put([...this.#items, { ...itemOfLeft(left, left.bytes), phase: 'refused', findings: findingsOf(state.findings) }])
      else if (state?.state === 'inspecting') {
        this.#put([...this.#items, { ...itemOfLeft(left, left.bytes), phase: 'checking' }])
        void this.#check(left.uploadId)
      }
    }
    this.#recalling = false
    this.#remember()
  }

  /** @param materialId the material they were chosen for; null: to be recognised @param madeFrom what the page made them of, in words */
  add(files: readonly File[], materialId: string | null, madeFrom: string | null = null) {
    for (const file of files) {
      const left = this.#items.find((i) => i.phase === 'left' && sameFile(i, file))
      if (left) this.#goOn(left.key, file)
      else void this.#take(file, materialId, madeFrom)
    }
  }

  #goOn(key: string, file: File) {
    this.#change(key, { file, phase: 'waiting' })
    this.#pump()
  }

  async #take(file: File, materialId: string | null, madeFrom: string | null) {
    const item = beginItem(`u${this.#next++}`, file, materialId, madeFrom)
    this.#put([item, ...this.#items])
    const rule = materialId === null ? undefined : ruleOf(this.home.definition(), 'material', materialId)
    const tooBig = rule === undefined ? [] : judgeBefore(rule, item)
    if (blocking(tooBig).length > 0) return this.#change(item.key, { phase: 'refused', findings: tooBig })
    try {
      const { facts, candidates } = await inspect(this.home.definition(), file, materialId)
      this.#change(item.key, { facts, candidates })
      if (materialId === null && mustChoose(facts, candidates)) return this.#change(item.key, { phase: 'choose' })
      await this.assign(item.key, materialId ?? candidates[0] ?? '')
    } catch {
      // The browser could not read it; the server reads it itself and says what is wrong.
      if (materialId === null) this.#change(item.key, { phase: 'choose' })
      else await this.#open(item.key)
    }
  }

  /** Says which material a file is; from here on the rules of that material speak. */
  async assign(key: string, materialId: string) {
    const rule = ruleOf(this.home.definition(), 'material', materialId)
    if (rule !== undefined) await this.#inForm(key, rule)
    const item = this.#find(key)
    if (item === undefined || item.file === null || rule === undefined) return
    const held = this.home.held(materialId) + this.#items.filter((i) => i.key !== key && i.materialId === materialId && underWay(i)).length
    // The ground of a portrait was perhaps not read when it was taken for something else.
    const facts = item.facts !== null && rule.file.type === 'portrait' && item.facts.kind === 'image' && item.facts.border === null ? (await inspect(this.home.definition(), item.file, materialId)).facts : item.facts
    const findings = facts === null ? judgeBefore(rule, item) : judgeWhole(rule, facts, held)
    this.#change(key, { materialId, facts, findings })
    if (blocking(findings).length > 0) return this.#change(key, { phase: 'refused' })
    await this.#open(key)
  }

  /** A telephone's picture goes in as the JPEG that is asked for; where this browser cannot make one, the rule says what to do. */
  async #inForm(key: string, rule: ResolvedRule<'material'>) {
    const item = this.#find(key)
    if (item === undefined || item.file === null || item.facts === null || !becomesJpeg(rule, item.facts)) return
    this.#change(key, { phase: 'inspecting' })
    const jpeg = await jpegOf(item.file).catch(() => null)
    if (jpeg === null) return
    const { facts } = await inspect(this.home.definition(), jpeg, rule.id)
    this.#change(key, { file: jpeg, name: jpeg.name, bytes: jpeg.size, facts, madeFrom: item.name })
  }

  async #open(key: string) {
    const item = this.#find(key)
    if (item === undefined || item.materialId === null) return
    this.#change(key, { phase: 'waiting', problem: null })
    try {
      const { url, uploadId } = await call(beginUpload, { params: { nominationId: this.home.nominationId }, body: { materialId: item.materialId, name: item.name, bytes: item.bytes, toConvert: item.toConvert } })
      this.#change(key, { url, uploadId })
      this.#pump()
    } catch (error) {
      const findings: readonly Finding[] = error instanceof ProblemError ? error.findings : []
      this.#change(key, findings.length > 0 ? { phase: 'refused', findings } : { phase: 'stopped', problem: problemOf(error) })
    }
  }

  /** A film that this browser cannot convert goes as it is. */
  sendToConvert(key: string) {
    this.#change(key, { toConvert: true, findings: [] })
    void this.#open(key)
  }

  #pump() {
    const free = AT_ONCE - this.#items.filter((i) => i.phase === 'sending').length
    // The first begun goes first; new rows stand on top.
    const waiting = this.#items.filter((i) => i.phase === 'waiting' && i.url !== null).toReversed()
    for (const item of waiting.slice(0, Math.max(0, free))) this.#send(item)
  }

  #send({ key, file, url, uploadId }: UploadItem) {
    if (file === null || url === null || uploadId === null) return
    this.#change(key, { phase: 'sending', problem: null })
    this.#sending.set(key, sendFile(file, url, {
      progress: (sent, secondsLeft) => this.#change(key, { sent, ...(secondsLeft !== undefined && { secondsLeft }) }),
      done: () => {
        this.#change(key, { phase: 'checking' })
        this.#pump()
        void this.#check(uploadId)
      },
      // The server may have taken the last byte and refused the file: its own words are better than the way's.
      stopped: () => void this.#check(uploadId, true),
    }))
  }

  async #check(uploadId: string, broken = false): Promise<void> {
    const key = this.#items.find((i) => i.uploadId === uploadId)?.key
    if (key === undefined) return
    for (;;) {
      const state = await this.#ask(uploadId).catch((error: unknown) => error as Error)
      if (state instanceof Error) {
        if (broken || state instanceof ProblemError) return this.#stop(key, problemOf(state))
        await later(3000)
        continue
      }
      if (state.state === 'kept') {
        this.#change(key, { phase: 'kept', kept: state.file, findings: findingsOf(state.findings) })
        this.home.changed()
        return this.#pump()
      }
      if (state.state === 'refused') return this.#change(key, { phase: 'refused', findings: findingsOf(state.findings) })
      // What was set apart has a place of its own on the page, above all others.
      if (state.state === 'quarantined') {
        this.drop(key)
        this.home.changed()
        return this.#pump()
      }
      if (state.state === 'receiving' && broken) return this.#stop(key, offline, state.offset)
      await later(ASK_EVERY)
    }
  }

  #stop(key: string, problem: Problem, sent?: number) {
    this.#change(key, { phase: 'stopped', problem, ...(sent !== undefined && { sent }) })
    this.#pump()
  }

  pause(key: string) {
    this.#sending.get(key)?.pause()
    this.#change(key, { phase: 'paused' })
    this.#pump()
  }

  resume(key: string) {
    const item = this.#find(key)
    if (item === undefined) return
    if (item.url === null) return void this.#open(key)
    const sending = this.#sending.get(key)
    if (sending === undefined) return this.#goOn(key, item.file as File)
    this.#change(key, { phase: 'sending', problem: null })
    sending.resume()
  }

  /** Takes a row away; a file under way stops. */
  drop(key: string) {
    this.#sending.get(key)?.pause()
    this.#sending.delete(key)
    this.#put(this.#items.filter((i) => i.key !== key))
    this.#pump()
  }

  /** Another file in the place of one that was refused, for the same material. */
  replace(key: string, file: File) {
    const old = this.#find(key)
    this.drop(key)
    this.add([file], old?.materialId ?? null, old?.name ?? null)
  }

  async remove(fileId: string): Promise<void> {
    await call(removeMaterial, { params: { nominationId: this.home.nominationId, fileId } })
    this.home.changed()
  }

  #ask = (uploadId: string) => call(uploadState, { params: { nominationId: this.home.nominationId, uploadId } })
  #find = (key: string) => this.#items.find((i) => i.key === key)
  #change(key: string, part: Partial<UploadItem>) {
    this.#put(this.#items.map((i) => (i.key === key ? { ...i, ...part } : i)))
  }
  #put(items: readonly UploadItem[]) {
    this.#items = items
    this.#remember()
    this.#listeners.forEach((tell) => tell())
  }
  #remember() {
    // What an earlier page left is still being asked about: it must not be forgotten meanwhile.
    if (this.#recalling) return
    keepLeft(this.home.account, this.home.nominationId, this.#items)
  }
}
