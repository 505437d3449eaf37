/** Acts about 学习宣传活动, in words. */
import type { Words } from '../kernel/finding'
import { sayDay } from '../kernel/instant'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const on = (d: Readonly<Record<string, unknown>>): Words => sayDay(String(d['day']))

export const sayActivities = {
  'activity.recorded': (d) => ({ zh: `记一次学习宣传活动（${on(d).zh}）`, en: `Recorded an activity of ${on(d).en}` }),
  'activity.changed': (d) => ({ zh: `更正一次学习宣传活动，第 ${d['revision']} 稿${d['wasPublic'] === true ? '；原来已公开，须重新放行' : ''}`, en: `Corrected an activity, revision ${d['revision']}${d['wasPublic'] === true ? '; it was public and has to be released again' : ''}` }),
  'activity.withdrawn': (d) => ({ zh: `撤回一次学习宣传活动：${String(d['reason'])}`, en: `Withdrew an activity: ${String(d['reason'])}` }),
  'activity.photoAdded': plain('学习宣传活动加一张照片', 'Added a photograph to an activity'),
  'activity.photoDescribed': plain('登记照片里有谁、是否同意', 'Recorded who is seen in a photograph and whether they agreed'),
  'activity.photoRemoved': plain('学习宣传活动去掉一张照片', 'Took a photograph from an activity'),
  'activity.released': plain('放行一次学习宣传活动，可以公开', 'Released an activity to the public page'),
  'activity.linkAsked': plain('请系统再看一次活动的链接', 'Asked for another look at a link of an activity'),
  'activity.heldBack': plain('收回一次学习宣传活动，不再公开', 'Took an activity off the public page'),
} as const satisfies Readonly<Record<string, Say>>
