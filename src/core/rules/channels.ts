/** 推荐渠道: by whom a candidate comes forward. A unit's nomination is by the unit unless it answers otherwise. */
import type { Words } from '../kernel/finding'
import type { Person } from './case'
import type { Ask } from './property'

export const channels = ['unit', 'self', 'expert', 'public'] as const
export type Channel = (typeof channels)[number]

export const channelNames: Readonly<Record<Channel, Words>> = {
  unit: { zh: '单位推荐', en: 'nomination by a unit' }, self: { zh: '个人自荐', en: 'self-nomination' }, expert: { zh: '专家推荐', en: 'nomination by experts' }, public: { zh: '社会征集', en: 'nomination by the public' },
}
const idOf = (c: Channel): string => `via${c.charAt(0).toUpperCase()}${c.slice(1)}`

/** undefined: nobody has said whether it came another way than by the unit. */
export const channelOf = (p: Person, asked: readonly Channel[]): Channel | undefined => {
  const told = channels.find((c) => c !== 'unit' && p.properties?.[idOf(c)] === true)
  if (told !== undefined) return told
  return asked.every((c) => c === 'unit' || p.properties?.[idOf(c)] === false) ? 'unit' : undefined
}

export const askChannel = (c: Channel): Ask => ({ id: idOf(c), type: 'yesNo', question: { zh: `这件推荐是否由${channelNames[c].zh}而来？`, en: `Did it come by ${channelNames[c].en}?` } })
