import type { Words } from '../kernel/finding'

/** 报送、接收、进入一轮评审、公示、授予、报送上级. */
export const gates = ['submission', 'acceptance', 'round', 'notice', 'honour', 'forwarding'] as const
export type Gate = (typeof gates)[number]
export const gateNames: Readonly<Record<Gate, Words>> = {
  submission: { zh: '报送', en: 'submission' }, acceptance: { zh: '接收', en: 'acceptance' }, round: { zh: '进入评审', en: 'the round' },
  notice: { zh: '公示', en: 'the public notice' }, honour: { zh: '授予荣誉', en: 'the honour' }, forwarding: { zh: '报送上级', en: 'recommending upwards' },
}
