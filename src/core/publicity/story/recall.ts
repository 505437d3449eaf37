/** What a withdrawal cannot reach by itself. */
import { rulesOf, type ResolvedDefinition } from '../../campaign/definition'
import type { Words } from '../../kernel/finding'
import { sayDay } from '../../kernel/instant'
import { levelNames, type ChannelLevel } from '../media-plan/channel'
import type { ItemState } from '../media-plan/item'
import { sizeOf, type PosterSizeId } from '../poster/sizes'
import { sayRule } from '../../rules/kinds'

/** An item of the media plan that lies ready somewhere, or is out. */
export interface Placed { readonly title: string; readonly channelName: string; readonly level: ChannelLevel; readonly from: string; readonly link: string; readonly state: ItemState }
/** One by one: each is somebody to ring up. */
export const recallOfPlaced = (placed: readonly Placed[]): Words[] => placed.map((p) => (p.state === 'out'
  ? { zh: `媒体投放“${p.title}”：${p.channelName}（${levelNames[p.level].zh}），${sayDay(p.from).zh}起${p.link === '' ? '' : `，${p.link}`}；请其撤下，在投放计划里登记`, en: `Placed “${p.title}”: ${p.channelName} (${levelNames[p.level].en}), from ${sayDay(p.from).en}${p.link === '' ? '' : `, ${p.link}`}; have it withdrawn and note it in the media plan` }
  : { zh: `媒体投放“${p.title}”：${p.channelName}（${levelNames[p.level].zh}），已备好；请其停用，在投放计划里登记`, en: `Ready to be placed “${p.title}”: ${p.channelName} (${levelNames[p.level].en}); have it stopped and note it in the media plan` }))

/** In the order in which an office goes about it. */
/** @param posters how many of each size were made @param placed of the media plan @param kits how many press kits were made of it, and how often one was downloaded */
export const recallOfStory = (definition: Pick<ResolvedDefinition, 'rules'>, posters: readonly { readonly size: PosterSizeId; readonly n: number }[] = [], placed: readonly Placed[] = [], kits: { readonly kits: number; readonly downloads: number } = { kits: 0, downloads: 0 }): Words[] => [
  { zh: '本系统的故事页、图片、视频和列表里的摘要：已经撤下；浏览器和转发的缓存最多 5 分钟内失效', en: 'Its page, pictures, films and its line in lists here: withdrawn; what browsers keep runs out within 5 minutes' },
  { zh: '静态导出到本单位网站的：重新导出一次', en: 'Exported to the organisation’s own web server: export again' },
  ...recallOfPlaced(placed),
  { zh: '微信公众号、报刊、电视、学习平台等转载的：逐家请其撤下，记录回复', en: 'Channels that carried it: ask each to withdraw it, and note the answer' },
  ...rulesOf(definition, 'publicity').map((r) => ({ zh: `按通知做过的宣传：${sayRule(r).zh}`, en: `Publicity asked for by the notice: ${sayRule(r).en}` })),
  ...posters.map(({ size, n }) => ({ zh: `海报 ${sizeOf(size).name.zh}（做过 ${n} 张）：系统里已停止下载；挂出、播出、印好的逐处撤换`, en: `Posters ${sizeOf(size).name.en} (${n} made): no longer given out here; have those on show replaced` })),
  { zh: '户外屏、公交、地铁、海报和展板：通知场地撤换', en: 'Outdoor screens, buses, metro, posters and boards: have them replaced' },
  ...(kits.kits > 0 ? [{ zh: `媒体素材包链接（${kits.kits} 个，下载过 ${kits.downloads} 次）：已全部停用；给过链接的媒体逐家告知停用`, en: `Links of press kits (${kits.kits}, downloaded ${kits.downloads} times): all ended; tell every medium that was given one to stop` }] : []),
  { zh: '已下发的宣传素材包：书面通知收到的单位停用', en: 'Press kits that were handed out: tell those who have them in writing to stop using them' },
]
