/** 推荐渠道: by whom candidates may come forward, and which of them needs the unit's seal. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { askChannel, channelNames, channelOf, channels, type Channel } from './channels'
import { unanswered, type Ask } from './property'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { noFewer, noWider } from './tightness'

export const channel = z.strictObject({
  ...ruleBase,
  kind: z.literal('channel'),
  allowed: z.array(z.enum(channels)).min(1),
  /** Those that need the seal of the candidate's unit. */
  sealed: z.array(z.enum(channels)).optional(),
})
export type ChannelRule = z.infer<typeof channel>

const askSeal: Ask = { id: 'unitSealGiven', type: 'yesNo', question: { zh: '人选所在单位是否已加盖公章？', en: 'Has the candidate’s unit put its seal?' } }
const all = (list: readonly Channel[]): Words => ({ zh: list.map((c) => channelNames[c].zh).join('、'), en: list.map((c) => channelNames[c].en).join(', ') })

export const channelKind: KindOfRule<ChannelRule> = {
  schema: channel,
  name: { zh: '推荐渠道', en: 'Channel' },
  say: (r) => {
    const refused = channels.filter((c) => !r.allowed.includes(c))
    const seal = r.sealed === undefined || r.sealed.length === 0 ? { zh: '', en: '' } : { zh: `，${all(r.sealed).zh}须盖单位公章`, en: `; ${all(r.sealed).en} under the seal of the unit` }
    return { zh: `接受${all(r.allowed).zh}${seal.zh}${refused.length === 0 ? '' : `，不接受${all(refused).zh}`}`, en: `Accepted: ${all(r.allowed).en}${seal.en}${refused.length === 0 ? '' : `; refused: ${all(refused).en}`}` }
  },
  tightens: (c, p) => [
    ...noWider('allowed', { zh: '接受的渠道', en: 'the channels accepted' }, c.allowed, p.allowed),
    ...noFewer('sealed', { zh: '须盖章的渠道', en: 'the channels under seal' }, c.sealed ?? [], (p.sealed ?? []).filter((x) => c.allowed.includes(x))),
  ],
  adding: 'single',
  judge: (rule, { person }) => {
    if (person === undefined) return []
    const asked = rule.allowed.filter((c) => c !== 'unit')
    const by = channelOf(person, asked)
    if (by === undefined) return asked.filter((c) => person.properties?.[askChannel(c).id] === undefined).map((c) => unanswered(rule, askChannel(c)))
    if (!rule.allowed.includes(by)) return [finding({ code: 'channel.refused', rule, at: { field: `property.${askChannel(by).id}` }, what: [`不接受${channelNames[by].zh}`, `Not accepted: ${channelNames[by].en}`], mend: [`请通过${all(rule.allowed).zh}。`, `Go by ${all(rule.allowed).en}.`] })]
    if (rule.sealed?.includes(by) !== true) return []
    const sealed = person.properties?.[askSeal.id]
    if (sealed === undefined) return [unanswered(rule, askSeal)]
    return sealed ? [] : [finding({ code: 'channel.unsealed', rule, at: { field: `property.${askSeal.id}` }, what: [`${channelNames[by].zh}须盖单位公章`, `${channelNames[by].en} needs the seal of the unit`], mend: ['请所在单位盖章后再报。', 'Have the unit put its seal first.'] })]
  },
  asks: (r) => [...r.allowed.filter((c) => c !== 'unit').map(askChannel), ...((r.sealed ?? []).length === 0 ? [] : [r.sealed?.includes('unit') === true ? askSeal : { ...askSeal, onlyIf: (r.sealed ?? []).map((c) => askChannel(c).id) }])],
}
