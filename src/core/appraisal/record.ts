/** 考核调研: what is written down at a candidate's workplace, item by item, each saved for itself: visits, the symposium with who was there, talks, a verdict for every fact, and a conclusion. */
import { z } from 'zod'
import type { Words } from '../kernel/finding'
import type { CalendarDay } from '../kernel/instant'

export const owners = ['unit', 'office'] as const
/** Whose appraisal: the nominating unit's, or one that the office held itself. */
export type AppraisalOwner = (typeof owners)[number]
export const itemKinds = ['visit', 'symposium', 'seat', 'talk', 'verdict', 'conclusion'] as const
export type ItemKind = (typeof itemKinds)[number]

export const presences = ['room', 'video', 'none'] as const
export type Presence = (typeof presences)[number]
export const presenceNames: Readonly<Record<Presence, Words>> = { room: { zh: '到场', en: 'In the room' }, video: { zh: '视频参加', en: 'By video' }, none: { zh: '该单位没有这一职务', en: 'No such post here' } }
export const verdicts = ['true', 'differs', 'unknown'] as const
export type VerdictWord = (typeof verdicts)[number]
export const verdictNames: Readonly<Record<VerdictWord, Words>> = { true: { zh: '属实', en: 'True' }, differs: { zh: '有出入', en: 'Differs' }, unknown: { zh: '无法核实', en: 'Cannot be verified' } }
export const sources = ['document', 'person', 'file'] as const
export type SourceKind = (typeof sources)[number]
export const sourceNames: Readonly<Record<SourceKind, Words>> = { document: { zh: '看原件', en: 'Document seen' }, person: { zh: '问到人', en: 'Person asked' }, file: { zh: '查档案', en: 'Records looked up' } }

/** Empty, or a day: what is typed on a telephone is saved before it is whole. */
const day = z.string().regex(/^$|^\d{4}-\d{2}-\d{2}$/)
const line = z.string().max(200)
const long = z.string().max(8000)
const contents = {
  /** Planned or made; `who`: those who go. */
  visit: z.object({ day, where: line, who: line, purpose: z.string().max(500) }),
  symposium: z.object({ day, where: line, host: line, recorder: line, minutes: long }),
  /** Of a prescribed role under its id, else of somebody besides. `reason` where there is no such post. */
  seat: z.object({ presence: z.enum(presences), name: line, post: line, reason: z.string().max(500) }),
  talk: z.object({ name: line, relation: line, day, by: line, presence: z.enum(['room', 'video']), words: long }),
  /** `mark`: of the value it was given for; the verdict falls with another value. */
  verdict: z.object({ mark: z.string().max(64), verdict: z.enum(verdicts), source: z.enum(sources), from: line, note: z.string().max(500) }),
  conclusion: z.object({ text: z.string().max(2000) }),
} as const
export type Contents = { readonly [K in ItemKind]: z.infer<(typeof contents)[K]> }

const step = z.string().max(100)
/** Under which an item is found again: a role, a fact, or an id of its own. */
const key = z.string().max(120)
/** One item as it is sent; null: it is taken away. */
export const sentItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visit'), step, key, content: contents.visit.nullable() }),
  z.object({ kind: z.literal('symposium'), step, key, content: contents.symposium.nullable() }),
  z.object({ kind: z.literal('seat'), step, key, content: contents.seat.nullable() }),
  z.object({ kind: z.literal('talk'), step, key, content: contents.talk.nullable() }),
  z.object({ kind: z.literal('verdict'), step, key, content: contents.verdict.nullable() }),
  z.object({ kind: z.literal('conclusion'), step, key, content: contents.conclusion.nullable() }),
])
export type SentItem = z.infer<typeof sentItem>
/** Where an item stands. */
export interface ItemPlace { readonly kind: ItemKind; readonly step: string; readonly key: string }
export type ItemOf<K extends ItemKind> = { readonly kind: K; readonly step: string; readonly key: string; readonly content: Contents[K]; /** 审核人 confirmed why nobody sits there; seats only. */ readonly confirmed?: boolean }
export type AppraisalItem = { [K in ItemKind]: ItemOf<K> }[ItemKind]

export const itemsOf = <K extends ItemKind>(items: readonly AppraisalItem[], kind: K, step?: string): ItemOf<K>[] =>
  items.filter((i): i is AppraisalItem & ItemOf<K> => i.kind === kind && (step === undefined || i.step === step))

/** One thing of the dossier that is verified for itself. */
export interface Fact {
  readonly key: string
  /** The field, list or material it belongs to: others of it may have gone. */
  readonly of: string
  readonly label: Words
  /** As people read it; masked for whoever may not see it. */
  readonly value: string
  /** Of the value, keyed: equal values have equal marks, and nothing is learned from one. */
  readonly mark: string
}
/** What rules judge by: the items, and the facts there are to verify, by step. */
export interface AppraisalCase {
  readonly items: readonly AppraisalItem[]
  readonly facts: Readonly<Record<string, readonly Fact[]>>
  /** 办结: nothing is written any more. */
  readonly closed: boolean
}

/** The days an item tells of. */
export const daysOfItem = (i: AppraisalItem): CalendarDay[] => {
  const at = i.kind === 'visit' || i.kind === 'symposium' || i.kind === 'talk' ? i.content.day : ''
  return at === '' ? [] : [at]
}
