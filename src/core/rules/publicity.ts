/** 宣传: where the honoured are made known, how often, and when; without channels where the notice names none. A kind of its own beside `duty`, because its channels, numbers and days can be compared and judged. */
import { z } from 'zod'
import { finding, type Finding } from '../kernel/finding'
import { dayOf, sayDay } from '../kernel/instant'
import { calendarDay, ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noFewer, noLess, sameWords } from './tightness'

export const publicityChannels = ['press', 'broadcast', 'screens', 'posters', 'newMedia', 'shortVideo', 'website', 'launch', 'visits', 'talks', 'exhibition'] as const

export const publicity = z.strictObject({
  ...ruleBase,
  kind: z.literal('publicity'),
  text: words,
  channels: z.array(z.strictObject({ by: z.enum(publicityChannels), least: z.int().min(1).optional() })).default([]),
  /** The day it happens (5·30), or the last day for it. */
  on: calendarDay.optional(),
  until: calendarDay.optional(),
  owedTo: words.optional(),
})
export type Publicity = z.infer<typeof publicity>

const names = {
  press: { zh: '报刊', en: 'press' }, broadcast: { zh: '广播电视', en: 'radio and television' }, screens: { zh: '电子屏', en: 'screens' }, posters: { zh: '海报', en: 'posters' }, newMedia: { zh: '新媒体', en: 'new media' },
  shortVideo: { zh: '短视频', en: 'short videos' }, website: { zh: '网站', en: 'websites' }, launch: { zh: '发布仪式', en: 'a launch event' }, visits: { zh: '走访', en: 'visits' }, talks: { zh: '宣讲', en: 'talks' }, exhibition: { zh: '展览', en: 'an exhibition' },
} as const satisfies Readonly<Record<(typeof publicityChannels)[number], { zh: string; en: string }>>

export const publicityKind: KindOfRule<Publicity> = {
  schema: publicity,
  name: { zh: '宣传', en: 'Publicity' },
  say: (r) => ({
    zh: `${r.text.zh}${r.channels.length === 0 ? '' : `（${r.channels.map((c) => `${names[c.by].zh}${c.least === undefined ? '' : `不少于 ${c.least} 次`}`).join('、')}）`}${r.on === undefined ? '' : `，${sayDay(r.on).zh}`}${r.until === undefined ? '' : `，${sayDay(r.until).zh}前`}${r.owedTo === undefined ? '' : `，报${r.owedTo.zh}`}`,
    en: `${r.text.en}${r.channels.length === 0 ? '' : ` (${r.channels.map((c) => `${names[c.by].en}${c.least === undefined ? '' : `, ${c.least} at least`}`).join('; ')})`}${r.on === undefined ? '' : ` on ${sayDay(r.on).en}`}${r.until === undefined ? '' : ` by ${sayDay(r.until).en}`}${r.owedTo === undefined ? '' : `, reported to ${r.owedTo.en}`}`,
  }),
  tightens: (c, p) => [
    ...noFewer('channels', { zh: '宣传渠道', en: 'the channels' }, c.channels.map((x) => x.by), p.channels.map((x) => x.by)),
    ...p.channels.flatMap((x) => noLess(`least.${x.by}`, { zh: `${names[x.by].zh}的次数`, en: `how often: ${names[x.by].en}` }, c.channels.find((y) => y.by === x.by)?.least, x.least)),
    ...(p.on === undefined || p.on === c.on ? [] : loosening('on', { zh: '宣传的日子', en: 'its day' }, c.on, p.on, sayDay)),
    ...(p.until === undefined || (c.until !== undefined && c.until <= p.until) ? [] : loosening('until', { zh: '宣传的期限', en: 'its last day' }, c.until, p.until, sayDay)),
    ...sameWords('text', { zh: '宣传要求', en: 'the duty' }, c.text, p.text),
  ],
  adding: 'free',
  judge: (rule, { published, done, now }) => {
    const day = done?.[rule.id]
    const last = rule.on ?? rule.until
    const found: Finding[] = rule.channels.flatMap((c) => {
      const n = published?.[c.by] ?? 0
      const least = c.least ?? 1
      return published === undefined || n >= least ? [] : [finding({ code: 'publicity.tooFew', rule, at: { field: `rule.${rule.id}` }, what: [`${names[c.by].zh} ${n} 次，应不少于 ${least} 次`, `${names[c.by].en}: ${n}, at least ${least}`], mend: ['请补做，并填报链接或图片。', 'Do the rest, and report link or picture.'] })]
    })
    const late = last !== undefined && (typeof day === 'string' ? day > last : day === null && now !== undefined && dayOf(now) > last)
    return [...found, ...(late ? [finding({ code: 'publicity.late', rule, at: { field: `rule.${rule.id}` }, what: [`应在${sayDay(last).zh}${rule.on === undefined ? '前' : ''}完成`, `Due ${rule.on === undefined ? 'by' : 'on'} ${sayDay(last).en}`], mend: ['请尽快完成并报告。', 'Do it now and report it.'] })] : [])]
  },
}
