/** 待发布的结果: prepared by one of the office, released by another: outcomes, letters and public notice at once. What was prepared is bound by its hash. */
import { hashOf } from '../../kernel/canonical'
import { finding, type Finding } from '../../kernel/finding'
import { sayDay, type CalendarDay } from '../../kernel/instant'
import type { OutcomeLetter } from './letters'
import type { Outcome } from './outcomes'

export interface ReleaseContent {
  /** Every closed round of the campaign with the hash of its result. */
  readonly rounds: readonly { readonly id: string; readonly hash: string }[]
  readonly definition: string
  readonly startsOn: CalendarDay
  readonly until: number
  readonly howToObject: Readonly<Record<string, string>>
  /** As the public list shows them. */
  readonly people: readonly object[]
  readonly outcomes: readonly { readonly nominationId: string; readonly outcome: Outcome }[]
  readonly letters: readonly OutcomeLetter[]
}
export const releaseHash = (content: ReleaseContent): string => hashOf(content)

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `release.${code}`, rule: null, what, mend })
const again = ['请撤回，再准备一次。', 'Take it back and prepare it anew.'] as const

/** @param today day of the act @param waiting one waits for its second person already @param standing one was released, and its notice begins or began */
export const mayPrepare = (a: { readonly startsOn: CalendarDay; readonly today: CalendarDay; readonly waiting: boolean; readonly standing: boolean }): Finding[] => [
  ...(a.waiting ? [waitsFor()] : []), ...(a.standing ? [isStanding()] : []),
  ...(a.startsOn >= a.today ? [] : [no('past', [`公示开始日期${sayDay(a.startsOn).zh}已经过了`, `The notice was to begin on ${sayDay(a.startsOn).en}, which is over`], ['请改为今天或以后的一天。', 'Choose today or a later day.'])]),
]
export const waitsFor = (): Finding => no('waiting', ['已有一份待发布的结果，等第二人确认', 'One release waits for its second person already'], ['要改的，先撤回。', 'To change it, take it back first.'])
export const isStanding = (): Finding => no('standing', ['结果已经发布', 'The outcome was released already'], ['请刷新页面。', 'Reload the page.'])
/** Something under it is no longer what was looked at. */
export const changed = (): Finding => no('changed', ['准备以后，评审结果、人选情况、收信邮箱或通知内容有变化，与看过的不一致', 'Since it was prepared, the count, a candidate, a mailbox or a letter changed: it is not what was looked at'], again)

/** What speaks against releasing it now. @param fits its content gives the same hash as when it was prepared, and as the one who confirms saw it */
export const mayRelease = (a: { readonly own: boolean; readonly over: boolean; readonly startsOn: CalendarDay; readonly today: CalendarDay; readonly fits: boolean }): Finding[] => {
  if (a.over) return [no('over', ['这一份已经发布或撤回', 'This one was released or taken back already'], ['请刷新页面。', 'Reload the page.'])]
  if (a.own) return [no('samePerson', ['准备和确认不能是同一个人', 'The same person cannot prepare and confirm'], ['请活动办公室另一位同志登录确认。', 'Ask another person of the office to confirm.'])]
  if (a.startsOn < a.today) return [no('late', [`定好的公示开始日期${sayDay(a.startsOn).zh}已经过了，通知里的起止时间不再准确`, `The notice was to begin on ${sayDay(a.startsOn).en}; the letters state a term that is no longer true`], again)]
  return a.fits ? [] : [changed()]
}
