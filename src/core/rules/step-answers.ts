/** 会议和单位内公示: what the unit wrote down of a meeting or of its own public notice, against what the step asks. */
import { finding, type Finding } from '../kernel/finding'
import { dayOf, sayDay, sayDays, type CalendarDay } from '../kernel/instant'
import type { StepAnswer } from '../nomination/form'
import { reaches } from '../review/share'
import type { Case } from './case'
import { sayShare } from './round-say'
import type { RecordedStep } from './step-record'

const at = (rule: RecordedStep) => ({ field: `step.${rule.id}` })
const isCount = (text: string | undefined): boolean => /^\d{1,5}$/.test(text?.trim() ?? '')
const lacks = (asked: readonly (readonly [there: boolean, zh: string, en: string])[]) => asked.filter(([there]) => !there)

const missing = (rule: RecordedStep, open: readonly (readonly [boolean, string, string])[]): Finding[] => (open.length === 0 ? [] : [finding({ code: 'step.missing', rule, at: at(rule),
  what: [`“${rule.name.zh}”还没有写明${open.map(([, zh]) => zh).join('、')}`, `“${rule.name.en}” lacks ${open.map(([, , en]) => en).join(', ')}`], mend: ['请照会议记录、公示记录填写。', 'Fill it in from the minutes or the record of the notice.'] })])

const future = (rule: RecordedStep, day: CalendarDay | undefined, now: Case['now']): Finding[] => (day === undefined || day === '' || now === undefined || day <= dayOf(now) ? [] : [finding({ code: 'step.future', rule, at: at(rule),
  what: [`“${rule.name.zh}”的日期 ${sayDay(day).zh} 还没有到`, `“${rule.name.en}” is dated ${sayDay(day).en}, which is still to come`], mend: ['请核对日期；还没有开的，开了再填。', 'Check the day; if it was not held yet, fill it in once it was.'] })])

export const judgeMeeting = (rule: RecordedStep & { readonly votes?: { readonly share: { numerator: number; denominator: number }; readonly inclusive: boolean; readonly of: 'present' | 'entitled' } | undefined }, done: StepAnswer | undefined, now: Case['now']): Finding[] => {
  if (rule.record?.meeting === undefined) return []
  const [entitled, present, inFavour, against, abstained] = [done?.entitled, done?.present, done?.inFavour, done?.against, done?.abstained]
  const open = lacks([
    [(done?.day ?? '') !== '', '日期', 'its day'], [(done?.place ?? '').trim() !== '', '地点', 'its place'], [isCount(entitled), '应到人数', 'how many were entitled'], [isCount(present), '到会人数', 'how many were present'],
    ...(rule.votes === undefined ? [] : [[isCount(inFavour), '赞成票', 'votes in favour'], [isCount(against), '反对票', 'votes against'], [isCount(abstained), '弃权票', 'abstentions']] as const),
    [(done?.note ?? '').trim() !== '', '经过和结果', 'what happened and the result'],
  ])
  if (open.length > 0) return missing(rule, open)
  const [all, there, votes] = [Number(entitled), Number(present), rule.votes === undefined ? [] : [Number(inFavour), Number(against), Number(abstained)]]
  const cast = votes.reduce((a, b) => a + b, 0)
  const { quorum } = rule.record.meeting
  return [
    ...future(rule, done!.day, now),
    ...(there > all ? [finding({ code: 'step.presentMore', rule, at: at(rule), what: [`“${rule.name.zh}”到会 ${there} 人，多于应到 ${all} 人`, `“${rule.name.en}”: ${there} present, more than the ${all} entitled`], mend: ['请核对两个数字；列席的人不计。', 'Check both numbers; guests do not count.'] })] : []),
    ...(quorum !== undefined && !reaches(there, all, quorum.share, quorum.inclusive) ? [finding({ code: 'step.quorum', rule, at: at(rule), what: [`“${rule.name.zh}”应到 ${all} 人，到会 ${there} 人，应${sayShare(quorum).zh}`, `“${rule.name.en}”: ${there} of ${all} present; ${sayShare(quorum).en} are needed`], mend: ['到会人数不够的，请重新开会。', 'Hold it again with enough people.'] })] : []),
    ...(cast > there ? [finding({ code: 'step.votesMore', rule, at: at(rule), what: [`“${rule.name.zh}”赞成、反对、弃权共 ${cast} 票，多于到会 ${there} 人`, `“${rule.name.en}”: ${cast} votes in all, more than the ${there} present`], mend: ['请照表决票核对。', 'Check them against the ballots.'] })] : []),
    ...(rule.votes !== undefined && cast <= there && !reaches(votes[0]!, rule.votes.of === 'present' ? there : all, rule.votes.share, rule.votes.inclusive) ? [finding({ code: 'step.votes', rule, at: at(rule),
      what: [`“${rule.name.zh}”${rule.votes.of === 'present' ? `到会 ${there}` : `应到 ${all}`} 人，赞成 ${votes[0]} 票，应${sayShare(rule.votes).zh}`, `“${rule.name.en}”: ${votes[0]} of ${rule.votes.of === 'present' ? there : all} in favour; ${sayShare(rule.votes).en} are needed`], mend: ['没有通过的，另选人选。', 'Nominate somebody else if it did not pass.'] })] : []),
  ]
}

/** How long it must last is the public notice's own rule; here: that it is told whole, and over. */
export const judgeUnitNotice = (rule: RecordedStep, done: StepAnswer | undefined, now: Case['now']): Finding[] => {
  if (rule.record?.notice !== true) return []
  const [from, to, objected] = [done?.day ?? '', done?.to ?? '', done?.objected ?? '']
  const open = lacks([[from !== '', '开始日期', 'its first day'], [to !== '', '结束日期', 'its last day'], [(done?.place ?? '').trim() !== '', '公示地点', 'where it hung'], [objected !== '', '有无异议', 'whether anybody objected'],
    [objected !== 'yes' || (done?.note ?? '').trim() !== '', '异议和处理结果', 'the objection and what came of it']])
  if (open.length > 0) return missing(rule, open)
  if (from > to) return [finding({ code: 'step.reversed', rule, at: at(rule), what: [`“${rule.name.zh}”的起止日期颠倒（${from}、${to}）`, `“${rule.name.en}” ends before it begins (${from}, ${to})`], mend: ['请改正日期。', 'Correct the days.'] })]
  return now === undefined || to < dayOf(now) ? [] : [finding({ code: 'step.notOver', rule, at: at(rule), what: [`“${rule.name.zh}”${sayDays(from, to).zh}，还没有结束`, `“${rule.name.en}”, ${sayDays(from, to).en}, is not over yet`], mend: ['公示满期、没有异议再报送。', 'Submit once it is over and nobody objected.'] })]
}
