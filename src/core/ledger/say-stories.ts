/** Acts about stories, in words. */
import type { Words } from '../kernel/finding'
import { sayEnd } from '../kernel/instant'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })
/** A text is told by the beginning of its hash. */
const text = (d: Readonly<Record<string, unknown>>): string => String(d['text']).slice(0, 8)
const ofText = (zh: string, en: string): Say => (d) => ({ zh: `${zh}（稿 ${text(d)}）`, en: `${en} (text ${text(d)})` })

export const sayStories = {
  'story.takenOver': ofText('接着改别人写的故事稿', 'Went on with a story somebody else wrote'),
  'story.mediaAdded': plain('故事加入图片或视频', 'Added a picture or film to a story'),
  'story.mediaDescribed': plain('登记故事图片、视频的来源和画面里的人', 'Recorded source and people of a picture or film of a story'),
  'story.mediaRemoved': plain('故事移去图片或视频', 'Took a picture or film from a story'),
  'story.reviewed': ofText('故事审稿通过', 'Reviewed a story'), 'story.sentBack': ofText('故事审稿退回修改', 'Sent a story back to its editor'),
  'story.confirmed': (d) => ({ zh: `本人确认故事${d['consent'] === true ? '，同意宣传' : '，不同意宣传'}${d['sheet'] === undefined ? '' : '（单位代交本人签字稿）'}（稿 ${text(d)}）`, en: `The person confirmed the story and ${d['consent'] === true ? 'agrees' : 'does not agree'} to publicity${d['sheet'] === undefined ? '' : ' (by a signed sheet, through the unit)'} (text ${text(d)})` }),
  'story.refusedByPerson': ofText('本人不认可故事稿', 'The person did not accept the story'),
  'story.cleared': ofText('故事保密审查通过', 'Cleared a story for secrecy'), 'story.notCleared': ofText('故事保密审查不通过', 'Did not clear a story for secrecy'),
  'story.scheduled': (d) => ({ zh: `故事定于 ${sayEnd(Number(d['until'])).zh} 发布（稿 ${text(d)}）`, en: `A story is to be published at ${sayEnd(Number(d['until'])).en} (text ${text(d)})` }),
  'story.unscheduled': plain('取消故事的定时发布', 'Gave up the scheduled publication of a story'),
  'story.published': ofText('发布故事', 'Published a story'),
  'story.withdrawn': (d) => ({ zh: `撤下故事：${String(d['reason'])}`, en: `Withdrew a story: ${String(d['reason'])}` }),
  'posterTemplate.added': (d) => ({ zh: `存海报模板“${String(d['name'])}”`, en: `Kept the poster template “${String(d['name'])}”` }),
  'posterTemplate.changed': (d) => ({ zh: `改海报模板“${String(d['name'])}”，第 ${String(d['version'])} 版`, en: `Changed the poster template “${String(d['name'])}”, version ${String(d['version'])}` }),
  'posterTemplate.removed': (d) => ({ zh: `删去海报模板“${String(d['name'])}”`, en: `Took away the poster template “${String(d['name'])}”` }),
  'posterTemplate.artAdded': (d) => (d['kind'] === 'emblem' ? { zh: '上传海报徽标', en: 'Sent an emblem for posters' } : { zh: '上传海报底图', en: 'Sent a background for posters' }),
  'poster.asked': (d) => ({ zh: `要求制作海报：${String(d['people'])} 人 ${String(d['posters'])} 张`, en: `Asked for ${String(d['posters'])} posters of ${String(d['people'])} people` }),
  'poster.made': (d) => ({ zh: `海报做好 ${String(d['posters'])} 张${d['lacking'] === 0 ? '' : `，${String(d['lacking'])} 张没有做`}`, en: `${String(d['posters'])} posters were made${d['lacking'] === 0 ? '' : `, ${String(d['lacking'])} were not`}` }),
  'kit.made': (d) => ({ zh: `做媒体素材包，链接开 ${String(d['days'])} 天（稿 ${text(d)}）`, en: `Made a press kit, its link open for ${String(d['days'])} days (text ${text(d)})` }),
  'siteLook.set': (d) => ({ zh: `改公开网页的外观：${[d['accent'] === undefined ? '' : `颜色 ${String(d['accent'])}`, d['emblem'] === undefined ? '' : '徽标', d['header'] === undefined ? '' : '页首图片'].filter((w) => w !== '').join('、') || '本产品的颜色'}`, en: `Changed the look of the public pages: ${[d['accent'] === undefined ? '' : `colour ${String(d['accent'])}`, d['emblem'] === undefined ? '' : 'emblem', d['header'] === undefined ? '' : 'header picture'].filter((w) => w !== '').join(', ') || 'the product’s colour'}` }),
  'siteLook.reset': plain('公开网页恢复原来的外观', 'Gave the public pages their own look back'),
  'kit.ended': plain('停用媒体素材包的链接', 'Ended the link of a press kit'),
} as const satisfies Readonly<Record<string, Say>>
