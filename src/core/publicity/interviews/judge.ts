/** What speaks against asking for an interview, answering, fixing and closing it. */
import { finding, type Finding } from '../../kernel/finding'
import { sayEnd, type Instant } from '../../kernel/instant'
import { findMarkings } from '../../secrecy/find-markings'
import { markedForAll } from '../../secrecy/say'
import { judgeLink } from '../activities/links'
import { interviewLimits, isOpen, overlap, type ConsentState, type InterviewAsk, type InterviewReply, type InterviewState, type Publicity, type Span } from './interview'

const say = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string], strength: Finding['strength'] = 'block'): Finding => finding({ code: `interview.${code}`, rule: null, strength, at: { field }, what, mend })
/** What is classified goes by no network, however short. */
const marked = (texts: readonly string[]): Finding[] => markedForAll(findMarkings(texts.filter((t) => t !== '')))
const HOUR = 3_600_000

/** A time to come, of a length somebody can stay for. */
const judgeSpan = (s: Span, now: Instant): Finding[] => [
  ...(s.to <= s.from ? [say('turned', 'time', ['结束早于开始', 'It ends before it begins'], ['写开始的时间和要多久。', 'Give when it begins and how long it takes.'])] : []),
  ...(s.to - s.from > interviewLimits.hours * HOUR ? [say('long', 'time', [`一次超过 ${interviewLimits.hours} 小时`, `It lasts more than ${interviewLimits.hours} hours`], ['分成几次约。', 'Ask for several.'])] : []),
  ...(s.from <= now ? [say('past', 'time', [`${sayEnd(s.from).zh}已经过了`, `${sayEnd(s.from).en} is over`], ['请选以后的时间。', 'Choose a time to come.'])] : []),
  ...(s.from > now + interviewLimits.ahead * 24 * HOUR ? [say('far', 'time', ['时间在一年以后', 'It is more than a year ahead'], ['请核对年份。', 'Check the year.'])] : []),
]

export const judgeAsk = (a: InterviewAsk, { now, publicity }: { readonly now: Instant; readonly publicity: Publicity }): Finding[] => [
  ...(publicity === 'refused' ? [refusedPublicity()] : []),
  ...(a.medium === '' ? [say('noMedium', 'medium', ['没有写哪家媒体', 'The medium is not named'], ['选一个渠道，或写名称。', 'Choose a channel, or name it.'])] : []),
  ...(a.purpose.length < 4 ? [say('noPurpose', 'purpose', ['没有写做什么用', 'What it is for is not said'], ['写一句，本人据此决定是否同意。', 'One sentence: by it the person decides whether to agree.'])] : []),
  ...(a.team === '' ? [say('noTeam', 'team', ['没有写谁来', 'Who comes is not said'], ['写姓名或“记者一人、摄像两人”。', 'Give names, or “a reporter and two cameramen”.'])] : []),
  ...a.times.flatMap((t) => judgeSpan(t, now)),
  ...(a.times.some((t, i) => a.times.some((o, j) => j < i && overlap(t, o))) ? [say('sameTime', 'time', ['几个备选时间有重叠', 'The proposed times overlap'], ['删去一个，或错开。', 'Take one away, or move it.'])] : []),
  ...marked([a.medium, a.purpose, a.place, a.team, a.needs]),
]

/** Whose publicity was refused is asked for no interview: that question was answered. */
const refusedPublicity = (): Finding => say('noPublicity', 'person', ['本人不同意宣传和采访', 'The person refuses publicity and interviews'], ['不再约。本人改了主意的，由本人在自己的页面改。', 'Do not ask again. Whoever thinks otherwise later says so on the own page.'])

export const judgeReply = (r: InterviewReply, now: Instant): Finding[] => [
  ...judgeSpan(r.time, now),
  ...(r.place === '' ? [say('noPlace', 'place', ['没有写地点', 'The place is not given'], ['写到楼和房间，来的人找得到。', 'Down to building and room, so that they find it.'])] : []),
  ...(r.companion === '' ? [say('noCompanion', 'companion', ['没有写谁陪同', 'Who accompanies them is not given'], ['写一位当天在场的同志。', 'Name somebody who will be there.'])] : []),
  ...(r.phone.replace(/\D/gu, '').length < 5 ? [say('noPhone', 'phone', ['陪同人没有电话', 'The companion has no telephone number'], ['写当天打得通的号码；只有活动办公室和本单位看得到。', 'One that is answered that day; only the office and your unit see it.'])] : []),
  ...judgeSeen(r, 'warn'),
  ...marked([r.place, r.companion, r.notFilmed, r.agreed, r.patientsHow]),
]

/** Children and patients are settled before a camera comes; other adults may be asked on the spot, and the story asks for them before anything is public. @param strength of what is not settled */
const judgeSeen = (r: InterviewReply, strength: 'warn' | 'block'): Finding[] => [
  ...(r.people === 'children' && r.agreed === '' ? [say('children', 'agreed', ['会拍到未成年人，还没有登记监护人同意', 'Children will be seen, and their guardians’ consent is not recorded'], ['写监护人哪天同意、书面同意存在哪里；没有的，安排他们不入镜。', 'Say when the guardians agreed and where that is kept; or keep the children out of the picture.'], strength)] : []),
  ...(r.people === 'others' && r.agreed === '' ? [say('others', 'agreed', ['会拍到其他人，还没有登记同意', 'Others will be seen, and their consent is not recorded'], ['可以当场征得同意；公开以前要登记。', 'They may be asked on the spot; it has to be recorded before anything is public.'], 'warn')] : []),
  ...(r.patients && r.patientsHow === '' ? [say('patients', 'patientsHow', ['现场有患者，没有写怎么保护', 'Patients are there, and how they are protected is not said'], ['写怎样不拍到患者和病历，或患者书面同意存在哪里。', 'Say how patients and their papers stay out of the picture, or where what they signed is kept.'], strength)] : []),
]

export interface Standing { readonly state: InterviewState; readonly consent: ConsentState; readonly publicity: Publicity; readonly reply: InterviewReply | null; /** Others of the same person that are fixed or answered. */ readonly others: readonly Span[] }
/** What stands between an interview and its being fixed. @param still the clash was seen, and both stay */
export const mayFix = ({ state, consent, publicity, reply, others }: Standing, now: Instant, still: boolean): Finding[] => [
  ...(state === 'answered' ? [] : [wrongState(state)]),
  ...(publicity === 'refused' ? [refusedPublicity()] : []),
  ...(consent === 'given' ? [] : [say(`consent.${consent}`, 'person', ...missing[consent])]),
  ...(reply === null ? [] : [...judgeSpan(reply.time, now), ...judgeSeen(reply, 'block'), ...clash(reply.time, others, still)]),
]
const missing: Readonly<Record<Exclude<ConsentState, 'given'>, readonly [readonly [string, string], readonly [string, string]]>> = {
  due: [['本人还没有同意这次采访、拍摄', 'The person has not agreed to this interview yet'], ['请本人在自己的页面答复；没有账号的，由单位审核人附本人签字。', 'Let the person answer on the own page; without an account the unit’s approver adds what the person signed.']],
  refused: [['本人不同意这次采访、拍摄', 'The person does not agree to this interview'], ['不再约这一次。', 'Leave it.']],
  outdated: [['媒体或用途改过，本人同意的是以前的', 'Medium or purpose were changed: the person agreed to something else'], ['请本人再答复一次。', 'Ask the person again.']],
}
/** Asked, never refused: two crews may come together. */
export const clash = (time: Span, others: readonly Span[], still: boolean): Finding[] => others.filter((o) => overlap(time, o)).slice(0, 1).map((o) => say('clash', 'still', [`本人这个时间已有另一次（${sayEnd(o.from).zh}）`, `The person has another at this time (${sayEnd(o.from).en})`], ['确实可以一起进行的，请勾选“知道，照样安排”；不行的，另约时间。', 'Where both can be done, tick “Known, keep both”; else find another time.'], still ? 'note' : 'block'))

export const wrongState = (s: InterviewState): Finding => say('state', 'state', isOpen(s) ? ['现在还不到这一步', 'It is not time for this step'] : ['这一次已经结束', 'This one is over'], ['刷新后再看现在的状态。', 'Reload, and look at its state.'])

/** Nothing is asked for but a word and the link, and either may be empty. */
export const judgeDone = (d: { readonly word: string; readonly link: string }, time: Span | null, now: Instant): Finding[] => [
  ...(time !== null && time.from > now ? [say('notYet', 'state', ['还没有到时间', 'It has not taken place yet'], ['结束以后再登记；不做了的，请取消。', 'Say so afterwards; if it is off, cancel it.'])] : []),
  ...(d.link === '' ? [] : judgeLink(d.link).map((f) => ({ ...f, code: f.code.replace(/^activity\./u, 'interview.'), at: { field: 'link' } }))),
  ...marked([d.word]),
]
export const judgeReason = (reason: string): Finding[] => marked([reason])
