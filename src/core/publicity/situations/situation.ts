/** 有关情况: a short report of a unit or an office to the office that the notice names; and 提示, a short advisory beside a notice. */
import { z } from 'zod'
import { privacyGate } from '../../announcement/privacy-gate'
import { finding, type Finding, type Words } from '../../kernel/finding'
import type { Instant } from '../../kernel/instant'
import type { Facts } from '../../materials/facts'
import { mediaOfEvidence, type EvidenceMedia } from '../../objections/evidence'
import { findMarkings, markingsInName } from '../../secrecy/find-markings'
import { markedForAll } from '../../secrecy/say'

/** Characters; files of one report and their bytes; answers of one report; days an advisory may hold. */
export const situationLimits = { title: 40, words: 800, answer: 500, files: 6, bytes: 20_000_000, answers: 200, advisory: 120, advisoryDays: 60, advisories: 3 } as const
export const urgencies = ['usual', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]
export const urgencyNames: Readonly<Record<Urgency, Words>> = { usual: { zh: '一般', en: 'Ordinary' }, urgent: { zh: '紧急', en: 'Urgent' } }
export const situation = z.strictObject({ title: z.string().trim().min(2).max(situationLimits.title), words: z.string().trim().min(4).max(situationLimits.words), urgency: z.enum(urgencies) })
export type Situation = z.infer<typeof situation>

export const advisoryKinds = ['epidemic', 'weather', 'other'] as const
export type AdvisoryKind = (typeof advisoryKinds)[number]
export const advisoryNames: Readonly<Record<AdvisoryKind, Words>> = { epidemic: { zh: '疫情防控提示', en: 'Public health advice' }, weather: { zh: '天气提示', en: 'Weather advice' }, other: { zh: '提示', en: 'Advice' } }
export interface Advisory { readonly id: string; readonly kind: AdvisoryKind; readonly words: Words; readonly until: Instant; /** Whose notice it stands beside. */ readonly organisation: string }

const no = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `situation.${code}`, rule: null, at: { field }, what, mend })

/** What is classified goes by no network, however short. */
export const judgeSituation = (texts: readonly string[]): Finding[] => markedForAll(findMarkings(texts))

/** By its bytes; what bears a marking is not kept. */
export const judgeFile = (facts: Facts, name: string): Finding[] => [
  ...(facts.bytes > situationLimits.bytes ? [no('tooLarge', 'file', [`文件超过 ${situationLimits.bytes / 1_000_000} MB`, `The file is larger than ${situationLimits.bytes / 1_000_000} MB`], ['请压缩，或分成几份。', 'Compress it, or split it.'])] : []),
  ...markedForAll([...markingsInName(name), ...(facts.kind === 'document' ? facts.markings ?? [] : [])]),
  ...(mediaOf(facts) === null ? [no('format', 'file', ['这不是能打开的 PDF、JPG 或 PNG', 'This is no PDF, JPG or PNG that can be opened'], ['请另存为 PDF，或重新拍照再加。', 'Save it as a PDF, or take a new picture.'])] : []),
]
export const mediaOf = (facts: Facts): EvidenceMedia | null => (facts.kind === 'document' && facts.active ? null : mediaOfEvidence(facts))
export const tooManyFiles = (): Finding => no('tooMany', 'file', [`一份情况最多 ${situationLimits.files} 个附件`, `A report has ${situationLimits.files} files at most`], ['请合成一份 PDF，或再报一份。', 'Join them in one PDF, or send another report.'])
export const isOver = (): Finding => no('closed', 'words', ['这份情况已经办结', 'This report is closed'], ['还有情况的，请另报一份。', 'Send another if there is more to say.'])

/** Everybody reads it: no telephone of a person, nothing classified; and it ends. */
export const judgeAdvisory = (a: { readonly words: string; readonly until: Instant }, now: Instant, standing: number): Finding[] => [
  ...(a.until <= now ? [no('past', 'until', ['有效期已经过了', 'Its last day is over already'], ['请选今天或以后的日期。', 'Choose today or a later day.'])] : []),
  ...(a.until > now + situationLimits.advisoryDays * 86_400_000 ? [no('tooLong', 'until', [`有效期超过 ${situationLimits.advisoryDays} 天`, `It would stand for more than ${situationLimits.advisoryDays} days`], ['长期的要求请写进通知。', 'What holds for long belongs in the notice.'])] : []),
  ...(standing >= situationLimits.advisories ? [no('tooManyAdvisories', 'words', [`同时有效的提示最多 ${situationLimits.advisories} 条`, `No more than ${situationLimits.advisories} stand at once`], ['请先撤下一条。', 'Take one off first.'])] : []),
  ...judgeSituation([a.words]), ...privacyGate([{ at: 'words', text: a.words }]),
]
