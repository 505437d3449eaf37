/** 结果通知: one letter for each unit and outcome, and one for each candidate who has an own account; from templates with variables, every word seen before it leaves. */
import { finding, type Finding, type Words } from '../../kernel/finding'
import { sayDay, sayFullEnd, type CalendarDay, type Instant } from '../../kernel/instant'
import { oneLine } from '../../mobilisation/letter'
import { outcomeNames, outcomes, type Outcome } from './outcomes'

export type LetterAudience = 'unit' | 'candidate'
export const letterKeys = ['unit.listed', 'unit.next', 'unit.notListed', 'candidate.listed', 'candidate.next', 'candidate.notListed'] as const
export type LetterKey = (typeof letterKeys)[number]
export interface LetterTemplate { readonly subject: string; readonly text: string }
/** Both parts empty: no such letter is written. */
export type LetterTemplates = Readonly<Record<LetterKey, LetterTemplate>>
export const letterLimits = { subject: 100, text: 4000 } as const
const audiences = { unit: { zh: '给单位', en: 'To units' }, candidate: { zh: '给人选本人', en: 'To candidates' } } as const
export const nameOfLetter = (key: LetterKey): Words => {
  const [audience, outcome] = key.split('.') as [LetterAudience, Outcome]
  return { zh: `${audiences[audience].zh}：${outcomeNames[outcome].zh}`, en: `${audiences[audience].en}: ${outcomeNames[outcome].en}` }
}

/** What may stand in braces, by its Chinese and its English name. */
export const letterVariables = [['人选', 'candidates'], ['单位', 'unit'], ['活动', 'campaign'], ['荣誉', 'award'], ['主办单位', 'host'], ['公示开始', 'from'], ['公示截止', 'until'], ['联系电话', 'phone'], ['联系邮箱', 'email']] as const
const known: ReadonlySet<string> = new Set(letterVariables.flat())
const variable = /\{([^{}]*)\}/g

export interface LetterFacts { readonly campaign: Words; readonly award: Words; readonly host: Words; readonly from: CalendarDay; readonly until: Instant; readonly phone: string; readonly email: string }
/** Names come from others: none of them brings a line break or a variable of its own. */
const filled = (template: string, f: LetterFacts, names: readonly string[], unit: string): string => {
  const [from, until] = [sayDay(f.from), sayFullEnd(f.until)]
  const values: Readonly<Record<string, string>> = {
    人选: names.map(oneLine).join('、'), candidates: names.map(oneLine).join(', '), 单位: oneLine(unit), unit: oneLine(unit), 活动: oneLine(f.campaign.zh), campaign: oneLine(f.campaign.en), 荣誉: oneLine(f.award.zh), award: oneLine(f.award.en),
    主办单位: oneLine(f.host.zh), host: oneLine(f.host.en), 公示开始: from.zh, from: from.en, 公示截止: until.zh, until: until.en, 联系电话: oneLine(f.phone), phone: oneLine(f.phone), 联系邮箱: oneLine(f.email), email: oneLine(f.email),
  }
  return template.replace(variable, (whole, name: string) => values[name.trim()] ?? whole)
}

const both = (zh: readonly string[], en: readonly string[]): string => [...zh, '', '- - -', '', ...en].join('\n')
const ask = { zh: '有疑问的，请联系{主办单位}：{联系电话}，{联系邮箱}。', en: 'Questions: {host}, {phone}, {email}.' }
const term = { zh: '公示自{公示开始}起，至{公示截止}止。公示期间仍可提出异议，荣誉在期满以后授予。', en: 'The public notice runs from {from} until {until}. Objections may be raised in that time; honours are given after it.' }
/** What the office begins with. No figure of the count stands in any of them. */
export const usualTemplates: LetterTemplates = {
  'unit.listed': { subject: '评选结果：{荣誉}，贵单位人选列入拟表彰名单', text: both(['{单位}：', '', '在{活动}中，贵单位推荐的{人选}列入“{荣誉}”拟表彰名单。', term.zh, '', ask.zh], ['In {campaign}, {candidates}, whom you nominated, is on the list for {award}.', term.en, '', ask.en]) },
  'unit.next': { subject: '评选结果：{荣誉}，贵单位人选为递补人选', text: both(['{单位}：', '', '在{活动}中，贵单位推荐的{人选}没有列入本次拟表彰名单，为依次递补人选：名单出现空缺时，按程序另行通知。', '', ask.zh], ['In {campaign}, {candidates}, whom you nominated, is not on this list, and is next in line: should a place become free, you will be told.', '', ask.en]) },
  'unit.notListed': { subject: '评选结果：{荣誉}', text: both(['{单位}：', '', '在{活动}中，贵单位推荐的{人选}没有列入本次拟表彰名单。感谢贵单位认真推荐，请向本人转达谢意。', '', ask.zh], ['In {campaign}, {candidates}, whom you nominated, is not on this list. Thank you for the nomination; please pass our thanks on.', '', ask.en]) },
  'candidate.listed': { subject: '评选结果：{荣誉}，您已列入拟表彰名单', text: both(['{人选}：', '', '在{活动}中，您已列入“{荣誉}”拟表彰名单。', term.zh, '', ask.zh], ['In {campaign} you are on the list for {award}.', term.en, '', ask.en]) },
  'candidate.next': { subject: '评选结果：{荣誉}', text: both(['{人选}：', '', '在{活动}中，您没有列入本次拟表彰名单，为依次递补人选：名单出现空缺时，按程序另行通知。感谢您参加评选。', '', ask.zh], ['In {campaign} you are not on this list, and are next in line: should a place become free, you will be told. Thank you for taking part.', '', ask.en]) },
  'candidate.notListed': { subject: '评选结果：{荣誉}', text: both(['{人选}：', '', '在{活动}中，您没有列入本次拟表彰名单。感谢您参加评选，也感谢您多年的付出。', '', ask.zh], ['In {campaign} you are not on this list. Thank you for taking part, and for your years of work.', '', ask.en]) },
}

const no = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `release.letter.${code}`, rule: null, at: { field }, what, mend })
/** What speaks against writing letters by these. */
export const judgeTemplates = (templates: LetterTemplates): Finding[] => letterKeys.flatMap((key) => {
  const [{ subject, text }, name] = [templates[key], nameOfLetter(key)]
  const foreign = [...`${subject}\n${text}`.matchAll(variable)].map((m) => m[1]!.trim()).filter((v) => !known.has(v))
  return [
    ...((subject.trim() === '') === (text.trim() === '') ? [] : [no('half', key, [`“${name.zh}”的通知，标题和正文只写了一样`, `The letter “${name.en}” has a subject or a text, not both`], ['两样都写；不寄这一种的，两样都留空。', 'Write both, or leave both empty to send none.'])]),
    ...(foreign.length === 0 ? [] : [no('variable', key, [`“${name.zh}”里有不认识的变量：${foreign.map((v) => `{${v}}`).join('、')}`, `The letter “${name.en}” holds variables nobody knows: ${foreign.map((v) => `{${v}}`).join(', ')}`], [`可用的变量：${letterVariables.map(([zh]) => `{${zh}}`).join('、')}。`, `Known are: ${letterVariables.map(([, en]) => `{${en}}`).join(', ')}.`])]),
  ]
})

/** `candidate`: whoever has an own account here, agreed to the use of the own data and did not withdraw; null: nobody is written to. Mailboxes may be none: the letter then stands in the product alone. */
export interface Reached { readonly nominationId: string; readonly name: string; readonly outcome: Outcome; readonly unitId: string; readonly unitName: string; readonly unitTo: readonly string[]; readonly candidate: { readonly to: readonly string[] } | null }
export interface OutcomeLetter { readonly key: LetterKey; readonly unitId: string; readonly unitName: string; readonly nominationIds: readonly string[]; readonly to: readonly string[]; readonly subject: string; readonly text: string }

/** All letters as they go out, in one order. A candidate's names nobody but the candidate. */
export const writeLetters = (reached: readonly Reached[], templates: LetterTemplates, facts: LetterFacts): OutcomeLetter[] => {
  const sorted = [...reached].sort((a, b) => (a.unitName < b.unitName ? -1 : a.unitName > b.unitName ? 1 : a.nominationId < b.nominationId ? -1 : 1))
  const letter = (key: LetterKey, about: readonly Reached[], to: readonly string[]): OutcomeLetter[] => {
    const { subject, text } = templates[key]
    if (text.trim() === '' || about.length === 0) return []
    const [{ unitId, unitName }, names] = [about[0]!, about.map((p) => p.name)]
    return [{ key, unitId, unitName, nominationIds: about.map((p) => p.nominationId), to: [...to].sort(), subject: oneLine(filled(subject, facts, names, unitName)), text: filled(text, facts, names, unitName) }]
  }
  return outcomes.flatMap((outcome) => {
    const here = sorted.filter((p) => p.outcome === outcome)
    const units = [...new Set(here.map((p) => p.unitId))].map((id) => here.filter((p) => p.unitId === id))
    return [...units.flatMap((about) => letter(`unit.${outcome}`, about, about[0]!.unitTo)), ...here.flatMap((p) => (p.candidate === null ? [] : letter(`candidate.${outcome}`, [p], p.candidate.to)))]
  })
}
