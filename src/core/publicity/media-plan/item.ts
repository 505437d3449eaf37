/** 媒体投放: one item of the media plan, and where it may go from its state. */
import { z } from 'zod'
import { calendarDay } from '../../rules/rule-base'
import type { Words } from '../../kernel/finding'
import { mediaLimits } from './channel'

export const itemStates = ['planned', 'ready', 'out', 'cancelled'] as const
export type ItemState = (typeof itemStates)[number]
export const stateNames: Readonly<Record<ItemState, Words>> = { planned: { zh: '计划', en: 'Planned' }, ready: { zh: '备好', en: 'Ready' }, out: { zh: '已刊播', en: 'Out' }, cancelled: { zh: '取消', en: 'Cancelled' } }
/** A slip of the hand can be taken back: what was called out by mistake is ready again. */
const next: Readonly<Record<ItemState, readonly ItemState[]>> = { planned: ['ready', 'out', 'cancelled'], ready: ['out', 'planned', 'cancelled'], out: ['ready'], cancelled: ['planned'] }
export const statesAfter = (s: ItemState): readonly ItemState[] => next[s]

export const materialKinds = ['none', 'word', 'story', 'film', 'poster'] as const
export type MaterialKind = (typeof materialKinds)[number]
/** What is placed: a story, a film of it, a finished poster, or something told in words. */
export const itemMaterial = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('word'), word: z.string().trim().min(1).max(mediaLimits.material) }),
  z.strictObject({ kind: z.literal('story'), nominationId: z.uuid() }),
  z.strictObject({ kind: z.literal('film'), mediaId: z.uuid() }),
  z.strictObject({ kind: z.literal('poster'), posterId: z.uuid() }),
])
export type ItemMaterial = z.infer<typeof itemMaterial>

export const mediaItem = z.strictObject({
  channelId: z.uuid(),
  title: z.string().trim().max(mediaLimits.title),
  /** Both days included. */
  from: calendarDay,
  to: calendarDay,
  /** A person of the office, who is reminded; null: `ownerWord` says who. */
  ownerId: z.uuid().nullable(),
  ownerWord: z.string().trim().max(mediaLimits.owner),
  material: itemMaterial,
  /** As it was pasted; may be empty. */
  link: z.string().trim().max(mediaLimits.link),
  /** How many were reached, and by whose count; null: not known, and nobody has to. */
  reach: z.int().nullable(),
  reachFrom: z.string().trim().max(mediaLimits.reachFrom),
})
export type MediaItem = z.infer<typeof mediaItem>

/** `free`: nobody is in it; `waiting`: not public yet; `withdrawn`: it was public. */
export type MaterialStanding = 'free' | 'public' | 'waiting' | 'withdrawn'

/** What judging and adding up needs of an item that is kept. */
export interface KeptItem {
  readonly state: ItemState
  readonly from: string
  readonly to: string
  readonly link: string
  readonly reach: number | null
  /** Files that show it. */
  readonly files: number
  /** Its story was withdrawn when it was ready or out: somebody has to call it back there. */
  readonly recallSince: number | null
  readonly recalledAt: number | null
}
/** 有据: a link or a file shows that it was there. */
export const isShown = (i: Pick<KeptItem, 'link' | 'files'>): boolean => i.link !== '' || i.files > 0
/** 待撤回: outside, and not said to be gone yet. */
export const isToRecall = (i: Pick<KeptItem, 'recallSince' | 'recalledAt'>): boolean => i.recallSince !== null && i.recalledAt === null
