/** 宣传渠道: where something may be placed. Kinds are declared; what is none of them is `other`, told in words. */
import { z } from 'zod'
import { finding, type Finding, type Words } from '../../kernel/finding'
import { hiddenIn } from '../../text/hidden-characters'

/** In the order in which they are offered and added up. */
export const channelKinds = ['newspaper', 'tv', 'radio', 'screens', 'bus', 'metro', 'station', 'mall', 'app', 'account', 'shortVideo', 'website', 'other'] as const
export type ChannelKind = (typeof channelKinds)[number]
export const kindNames: Readonly<Record<ChannelKind, Words>> = {
  newspaper: { zh: '报纸专栏', en: 'Newspaper column' }, tv: { zh: '电视专栏', en: 'TV column' }, radio: { zh: '广播', en: 'Radio' }, screens: { zh: '户外大屏', en: 'Outdoor screens' }, bus: { zh: '公交', en: 'Buses' }, metro: { zh: '地铁', en: 'Metro' },
  station: { zh: '车站', en: 'Stations' }, mall: { zh: '商场屏', en: 'Mall screens' }, app: { zh: '学习平台和客户端', en: 'Apps and platforms' }, account: { zh: '公众号', en: 'Official account' }, shortVideo: { zh: '短视频平台', en: 'Short-video platform' }, website: { zh: '本单位网站', en: 'Own website' }, other: { zh: '其他', en: 'Other' },
}
export const channelLevels = ['national', 'provincial', 'city', 'county'] as const
export type ChannelLevel = (typeof channelLevels)[number]
export const levelNames: Readonly<Record<ChannelLevel, Words>> = { national: { zh: '国家级', en: 'National' }, provincial: { zh: '省级', en: 'Provincial' }, city: { zh: '市级', en: 'City' }, county: { zh: '县级', en: 'County' } }

/** Characters; channels and items of one campaign. */
export const mediaLimits = { name: 60, kindWord: 20, contact: 100, title: 80, owner: 40, material: 80, link: 500, reachFrom: 60, why: 200, files: 6, reach: 100_000_000_000, channels: 500, items: 3000 } as const

export const mediaChannel = z.strictObject({
  kind: z.enum(channelKinds),
  /** Of `other` alone. */
  kindWord: z.string().trim().max(mediaLimits.kindWord),
  name: z.string().trim().max(mediaLimits.name),
  level: z.enum(channelLevels),
  /** Whom one rings up there; may be empty. Seen by the office and the supervisor alone. */
  contact: z.string().trim().max(mediaLimits.contact),
})
export type MediaChannel = z.infer<typeof mediaChannel>

export const sayKind = (c: Pick<MediaChannel, 'kind' | 'kindWord'>): Words => (c.kind === 'other' && c.kindWord !== '' ? { zh: c.kindWord, en: c.kindWord } : kindNames[c.kind])
/** By what a channel is known again in one campaign. */
export const keyOfChannel = (c: Pick<MediaChannel, 'kind' | 'name'>): string => `${c.kind}|${c.name.normalize('NFKC').replace(/[\s“”"'《》]/gu, '').toLowerCase()}`

const say = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `media.${code}`, rule: null, at: { field }, what, mend })

/** @param others channels of the campaign but this one */
export const judgeChannel = (c: MediaChannel, others: readonly Pick<MediaChannel, 'kind' | 'name'>[]): Finding[] => [
  ...(c.name === '' ? [say('noChannelName', 'name', ['还没有写渠道名称', 'The channel has no name yet'], ['写报纸、频道、屏或账号的名称。', 'Name the newspaper, programme, screen or account.'])] : []),
  ...(hiddenIn(c.name) !== null ? [say('hidden', 'name', ['名称里有看不见的字符', 'The name holds characters that are not seen'], ['清空后重新键入。', 'Clear it and type it again.'])] : []),
  ...(c.kind === 'other' && c.kindWord === '' ? [say('noKindWord', 'kindWord', ['选了“其他”，没有写是什么渠道', 'The kind is “other”, and is not named'], ['写几个字，或从上面选一种。', 'Name it, or choose one of the others.'])] : []),
  ...(others.some((o) => keyOfChannel(o) === keyOfChannel(c)) ? [say('channelTwice', 'name', [`“${c.name}”已经在渠道里`, `“${c.name}” is among the channels already`], ['直接用已有的；确是另一个，请写清区别。', 'Use that one; or tell in the name how this one differs.'])] : []),
]
