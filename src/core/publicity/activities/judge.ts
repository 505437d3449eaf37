/** What speaks against an activity as it is recorded, and later against showing it to everybody. */
import { privacyGate } from '../../announcement/privacy-gate'
import { finding, type Finding } from '../../kernel/finding'
import { addDays, sayDay, type CalendarDay } from '../../kernel/instant'
import { findMarkings } from '../../secrecy/find-markings'
import { activityLimits, uncounted, type Activity } from './activity'
import { judgeLink } from './links'
import type { ActivityPhoto } from './photo'

const say = (code: string, strength: Finding['strength'], field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `activity.${code}`, rule: null, strength, at: { field }, what, mend })

/** More than this at one activity is asked about: a nought too many is the usual slip. */
const MANY = 5000
const OLD_DAYS = 366

/** @param others activities of the same unit on the same day @param distinct the person said that it is another one */
export const judgeActivity = (a: Activity, { today, others, distinct }: { readonly today: CalendarDay; readonly others: readonly Pick<Activity, 'form' | 'place' | 'name'>[]; readonly distinct: boolean }): Finding[] => [
  ...(a.name === '' ? [say('noName', 'block', 'name', ['还没有写活动名称', 'The activity has no name yet'], ['写一句话，例如“学习王某先进事迹报告会”。', 'A few words, such as “Talk on the deeds of …”.'])] : []),
  ...(a.form === 'other' && a.otherForm === '' ? [say('noForm', 'block', 'otherForm', ['选了“其他”，没有写是什么形式', 'The form is “other”, and is not named'], ['写几个字，或从上面选一种。', 'Name it, or choose one of the others.'])] : []),
  ...(a.place === '' ? [say('noPlace', 'block', 'place', ['还没有写地点', 'The place is missing'], ['线上活动写平台的名称。', 'Of something online, give the platform.'])] : []),
  ...judgeDay(a, today),
  ...judgePeople(a),
  ...a.links.flatMap(judgeLink),
  ...(new Set(a.links).size < a.links.length ? [say('linkTwice', 'warn', 'links', ['同一个链接写了两次', 'One link is there twice'], ['删去一个。', 'Take one away.'])] : []),
  ...others.filter((o) => evened(o.place) === evened(a.place)).slice(0, 1).map((o) => say('duplicate', distinct ? 'note' : 'block', 'place', [`${sayDay(a.day).zh}在这个地点已经记过“${o.name}”`, `“${o.name}” is recorded for this place on ${sayDay(a.day).en} already`], ['是同一次的，不用再记；确是另一次，请勾选“是另外一次”。', 'If it is the same, there is nothing to do; if it is another one, tick “this is another one”.'])),
  ...(others.length >= activityLimits.ofOneDay ? [say('tooMany', 'block', 'day', [`这一天已经记了 ${others.length} 次`, `${others.length} are recorded for this day`], ['同类的合成一次记，人数相加。', 'Record those of one kind together, with their numbers added up.'])] : []),
  ...textsOf(a).flatMap(({ at, text }) => findMarkings([text], false).slice(0, 1).map((m) => say('marking', m.strength, at, [`有密级标志的字样：“${m.shown}”`, `This reads as a classification marking: “${m.shown}”`], ['涉密内容不得上网。请删去，并报告保密工作人员。', 'Nothing classified goes online. Remove it and tell the secrecy officer.']))),
]

const judgeDay = (a: Activity, today: CalendarDay): Finding[] => [
  ...(a.day > today ? [say('future', 'block', 'day', [`${sayDay(a.day).zh}还没有到`, `${sayDay(a.day).en} has not come yet`], ['办过以后再记；日期写错的，请改正。', 'Record it once it has been held; or correct the day.'])] : []),
  ...(a.day < addDays(today, -OLD_DAYS) ? [say('longAgo', 'warn', 'day', [`${sayDay(a.day).zh}是一年多以前`, `${sayDay(a.day).en} is more than a year ago`], ['看看年份是否写错。', 'See whether the year is right.'])] : []),
]

const judgePeople = ({ people: n, form }: Activity): Finding[] => {
  if (n === null) return uncounted.includes(form) ? [] : [say('noPeople', 'block', 'people', ['还没有写参加人数', 'How many took part is missing'], ['写大致人数即可。', 'An estimate will do.'])]
  if (n < 1 || n > activityLimits.people) return [say('absurdPeople', 'block', 'people', [`参加人数写的是 ${n}`, `The number of people reads ${n}`], [`写 1 至 ${activityLimits.people} 之间的整数；展览、线上不计人数的，留空。`, `A whole number from 1 to ${activityLimits.people}; leave it empty for an exhibition or something online.`])]
  return n > MANY ? [say('manyPeople', 'warn', 'people', [`参加人数 ${n}，看看是否多写了一个零`, `${n} people: is there a nought too many?`], ['只计到场的人；线上浏览不算参加。', 'Count who was there; those who looked online did not take part.'])] : []
}

/** 大会议室 and 大会议室（三楼） are two, 大会议室 and “大 会议室” one. */
const evened = (text: string): string => text.normalize('NFKC').replace(/[\s“”"'「」，。、]/gu, '').toLowerCase()

const textsOf = (a: Activity): { at: string; text: string }[] => [{ at: 'name', text: a.name }, { at: 'place', text: a.place }, { at: 'hosts', text: a.hosts }, { at: 'words', text: a.words }].filter((t) => t.text !== '')

/** Of a photograph: said when it is added as something to look at, and a bar when it is to be public. */
export const judgePhoto = (p: ActivityPhoto, isPublic: boolean): Finding[] => {
  const strength = isPublic ? 'block' as const : 'note' as const
  const at = `photo.${p.id}`
  const unasked = (code: string, who: readonly [string, string]) => say(code, strength, at, [`“${p.name}”里有${who[0]}，还没有登记同意`, `“${p.name}” shows ${who[1]} whose consent is not recorded`], ['登记同意的日期和保存处；没有的，换一张。只供办公室看的，不必登记。', 'Record date and place of the consent, or take another photograph. For the office alone none is needed.'])
  return [
    ...(p.people === null ? [say('photoPeople', strength, at, [`“${p.name}”里有没有人，还没有登记`, `Whether anybody is seen in “${p.name}” is not recorded`], ['选：没有人、有人、有儿童。', 'Choose: nobody, people, children.'])] : []),
    ...(p.people === 'adults' && p.consent.trim() === '' ? [unasked('adultsUnasked', ['人', 'people'])] : []),
    ...(p.people === 'children' && p.consent.trim() === '' ? [unasked('childrenUnasked', ['儿童', 'children'])] : []),
  ]
}

/** 放行: before anybody may read it. */
export const judgeRelease = (a: Activity, photos: readonly ActivityPhoto[]): Finding[] => [
  ...privacyGate(textsOf(a)),
  ...textsOf(a).flatMap(({ at, text }) => findMarkings([text], false).slice(0, 1).map((m) => say('marking', 'block', at, [`有密级标志的字样：“${m.shown}”`, `This reads as a classification marking: “${m.shown}”`], ['删去后再放行。', 'Remove it first.']))),
  ...photos.flatMap((p) => judgePhoto(p, true)),
]
