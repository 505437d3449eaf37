/** Acts about 媒体投放, in words. */
import type { Words } from '../kernel/finding'
import { stateNames, type ItemState } from '../publicity/media-plan/item'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const state = (s: unknown): Words => stateNames[s as ItemState] ?? { zh: String(s), en: String(s) }

export const sayMedia = {
  'media.channelAdded': plain('加一个宣传渠道', 'Added a media channel'),
  'media.channelChanged': plain('改一个宣传渠道', 'Changed a media channel'),
  'media.channelRemoved': plain('删去一个宣传渠道', 'Removed a media channel'),
  'media.itemAdded': plain('加一项媒体投放', 'Planned a media item'),
  'media.itemChanged': (d) => ({ zh: `改一项媒体投放，第 ${d['version']} 稿`, en: `Changed a media item, version ${d['version']}` }),
  'media.itemMoved': (d) => ({ zh: `一项媒体投放由“${state(d['from']).zh}”改为“${state(d['to']).zh}”`, en: `Took a media item from “${state(d['from']).en}” to “${state(d['to']).en}”` }),
  'media.evidenceAdded': plain('媒体投放加一份凭据', 'Added evidence to a media item'),
  'media.evidenceRemoved': plain('媒体投放去掉一份凭据', 'Took evidence from a media item'),
  'media.linkAsked': plain('请系统再看一次投放的链接', 'Asked for another look at a link of the media plan'),
  'media.recalled': plain('登记一项媒体投放已撤回', 'Noted that a media item was called back'),
  'media.imported': (d) => ({ zh: `导入媒体清单：渠道 ${d['channels']} 个，投放 ${d['items']} 项`, en: `Took in a media list: ${d['channels']} channels, ${d['items']} items` }),
  'media.platformSet': plain('改一个短视频平台的要求', 'Wrote what a short-video platform takes'),
} as const satisfies Readonly<Record<string, Say>>
