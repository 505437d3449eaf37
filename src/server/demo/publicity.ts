/** What follows the honours: units study and record it, the media plan runs, and a unit reports what the office should know. */
import { addDays, dayOf } from '#core/kernel/instant'
import type { Activity } from '#core/publicity/activities/activity'
import { recordActivityCommand, releaseActivitiesCommand } from '../commands/activities'
import { addActivityPhotoCommand } from '../commands/activity-photos'
import { giveAdvisoryCommand } from '../commands/advisories'
import { addMediaEvidenceCommand } from '../commands/media-evidence'
import { addMediaChannelCommand, addMediaItemCommand, moveMediaItemCommand } from '../commands/media-plan'
import { answerSituationCommand, openSituationCommand, sendSituationCommand } from '../commands/situations'
import { act, setClock, type DemoActor } from './actors'
import type { Stage } from './nominating'
import type { DemoUnit } from './people/units'
import { photo } from './samples/photo'

const HOUR = 3_600_000
const held: readonly Pick<Activity, 'name' | 'form' | 'place' | 'people' | 'words'>[] = [
  { name: '先进事迹报告会（示例）', form: 'talk', place: '门诊楼一楼报告厅', people: 126, words: '听了三位同志的事迹，青年医生讨论了怎样下乡巡诊。' },
  { name: '科室学习会（示例）', form: 'study', place: '住院楼五层会议室', people: 34, words: '读了人物故事，结合夜班交接谈体会。' },
  { name: '主题党日（示例）', form: 'partyDay', place: '党员活动室', people: 22, words: '学习事迹，查找服务短板三条。' },
  { name: '下乡义诊（示例）', form: 'service', place: '示例县示例镇卫生院', people: 18, words: '接诊乡亲，带教村医。' },
  { name: '青年座谈会（示例）', form: 'symposium', place: '图书馆', people: 41, words: '十二位青年医生发言。' },
]

/** Several units, several forms; two with a photograph; three are on the public page. */
const study = async ({ services, cast }: Stage, campaignId: string, units: readonly DemoUnit[], at: number): Promise<void> => {
  const [params, ids] = [{ campaignId }, [] as string[]]
  for (const [i, unit] of units.slice(0, 5).entries()) for (const n of i < 3 ? [0, 1] : [0]) {
    await setClock(services, at + (i * 20 + n * 6) * HOUR)
    const clerk = await cast.clerk(unit)
    const { activityId } = await act(services, clerk, recordActivityCommand, { params, body: { activity: { ...held[(i + n * 2) % held.length]!, otherForm: '', day: dayOf(at + i * 20 * HOUR), hosts: '院党委、工会', links: i === 0 ? ['https://news.example.org/yunchuan/study'] : [] }, distinct: false } })
    if (n === 0) ids.push(activityId)
    if (n === 0 && i < 2) await act(services, clerk, addActivityPhotoCommand, { params: { campaignId, activityId }, body: { name: '现场.jpg', base64: (await photo(`study ${i}`, { width: 1280, height: 960, minBytes: 0 })).toString('base64'), people: 'nobody', consent: '' } })
  }
  await setClock(services, at + 110 * HOUR)
  await act(services, cast.office, releaseActivitiesCommand, { params, body: { activityIds: ids.slice(0, 3), yes: true } })
}

/** In every state: planned, ready, out with a link, out with a picture, out with nothing yet, cancelled. */
const place = async ({ services, cast }: Stage, campaignId: string, nominationId: string, at: number): Promise<void> => {
  const params = { campaignId }
  await setClock(services, at)
  const channel = async (kind: string, name: string, level: string) => (await act(services, cast.office, addMediaChannelCommand, { params, body: { kind, kindWord: '', name, level, contact: '' } as never })).channelId
  const [paper, station, screen, app, short] = [await channel('newspaper', '《云川健康报》典型专栏（示例）', 'provincial'), await channel('tv', '云川卫视《最美》栏目（示例）', 'provincial'), await channel('screens', '云岭市中心广场大屏（示例）', 'city'), await channel('account', '云川省医学会公众号（示例）', 'provincial'), await channel('shortVideo', '示例短视频平台', 'national')]
  const today = dayOf(at)
  const add = async (channelId: string, title: string, day: number, material: object) => (await act(services, cast.office, addMediaItemCommand, { params, body: { channelId, title, from: addDays(today, day), to: addDays(today, day), ownerId: cast.office.session.actor?.accountId ?? null, ownerWord: '', material, link: '', reach: null, reachFrom: '' } as never })).itemId
  const move = (itemId: string, version: number, state: string, more: object = {}) => act(services, cast.office, moveMediaItemCommand, { params: { campaignId, itemId }, body: { version, state, why: '', ...more } as never })
  const story = { kind: 'story', nominationId }
  const online = await add(app, '推送人物故事', 0, story)
  await move(online, 1, 'out', { link: 'https://mp.example.org/s/yunchuan-1', reach: 3260, reachFrom: '公众号后台（示例）' })
  const shown = await add(screen, '大屏海报', 0, { kind: 'word', word: '横屏海报一张' })
  await act(services, cast.office, addMediaEvidenceCommand, { params: { campaignId, itemId: shown }, body: { name: '大屏照片.jpg', base64: (await photo('screen', { width: 1280, height: 960, minBytes: 0 })).toString('base64') } })
  await move(shown, 1, 'out')
  await move(await add(station, '栏目播出', 0, { kind: 'word', word: '三分钟专题片' }), 1, 'out')
  await move(await add(paper, '整版刊发人物故事', 40, story), 1, 'ready')
  await add(paper, '评论员文章', 45, { kind: 'none' })
  await move(await add(short, '一分钟短视频', 42, { kind: 'word', word: '竖屏短视频' }), 1, 'cancelled', { why: '片子要重剪，另行安排（示例）' })
}

/** @param told whose story is public */
export const publicise = async (stage: Stage, campaignId: string, units: readonly DemoUnit[], told: string, at: number): Promise<void> => {
  await study(stage, campaignId, units, at)
  await place(stage, campaignId, told, at + 130 * HOUR)
}

/** Of the campaign that runs: an advisory beside the notice, one report that was answered and one that nobody has opened. */
export const tellTheOffice = async ({ services, cast }: Stage, campaignId: string, unit: DemoUnit, now: number): Promise<void> => {
  const params = { campaignId }
  await setClock(services, now - 40 * HOUR)
  await act(services, cast.office, giveAdvisoryCommand, { params, body: { kind: 'weather', words: '近日强降雨，山区考察走访请避开汛情路段。', wordsEn: 'Heavy rain these days: keep visits in the hills away from flooded roads.', lastDay: addDays(dayOf(now), 5) } })
  const clerk: DemoActor = await cast.clerk(unit)
  const to = cast.office.session.actor!.organisationId
  const send = (title: string, words: string, urgency: 'usual' | 'urgent') => act(services, clerk, sendSituationCommand, { params, body: { to, situation: { title, words, urgency } } })
  const { situationId } = await send('报送进度（示例）', '材料已齐，等院党委会研究，预计后天审签。', 'usual')
  await setClock(services, now - 36 * HOUR)
  await act(services, cast.office, openSituationCommand, { params: { situationId } })
  await act(services, cast.office, answerSituationCommand, { params: { situationId }, body: { words: '知道了，按时报送即可。' } })
  await setClock(services, now - 3 * HOUR)
  await send('道路中断，盖章件晚到一天（示例）', '山洪冲断县道，寄出的盖章原件预计晚到一天，电子件已按时上传。', 'urgent')
}
