/** 采访、拍摄 (配合做好采访、拍摄): what the office asks of a candidate's unit, what the unit answers, and what came of it. */
import { z } from 'zod'
import { hashOf } from '../../kernel/canonical'
import type { Words } from '../../kernel/finding'
import type { Instant } from '../../kernel/instant'
import { seenPeople } from '../story/media'

/** Characters; proposed times; hours one of them may last; people who come; interviews of one campaign. */
export const interviewLimits = { medium: 60, purpose: 300, place: 80, team: 120, size: 60, needs: 300, companion: 20, phone: 30, notFilmed: 300, agreed: 200, reason: 200, word: 200, link: 500, times: 3, hours: 12, ahead: 366, all: 2000 } as const

export const interviewKinds = ['interview', 'filming', 'both'] as const
export type InterviewKind = (typeof interviewKinds)[number]
export const kindNames: Readonly<Record<InterviewKind, Words>> = { interview: { zh: '采访', en: 'Interview' }, filming: { zh: '拍摄', en: 'Filming' }, both: { zh: '采访和拍摄', en: 'Interview and filming' } }

/** 待答复, 已答复, 已定, 已完成, 已取消. */
export const interviewStates = ['asked', 'answered', 'fixed', 'done', 'cancelled'] as const
export type InterviewState = (typeof interviewStates)[number]
export const isOpen = (s: InterviewState): boolean => s === 'asked' || s === 'answered' || s === 'fixed'

/** From and to, the end not included. */
export interface Span { readonly from: Instant; readonly to: Instant }
const span = z.strictObject({ from: z.int(), to: z.int() })

export const interviewAsk = z.strictObject({
  kind: z.enum(interviewKinds),
  /** A channel of the media plan; null: `medium` alone says who. */
  channelId: z.uuid().nullable(),
  medium: z.string().trim().max(interviewLimits.medium),
  /** What it is for: this is what the person agrees to. */
  purpose: z.string().trim().max(interviewLimits.purpose),
  times: z.array(span).min(1).max(interviewLimits.times),
  /** Empty: the unit says where. */
  place: z.string().trim().max(interviewLimits.place),
  /** Names as words. */
  team: z.string().trim().max(interviewLimits.team),
  size: z.int().min(1).max(interviewLimits.size),
  needs: z.string().trim().max(interviewLimits.needs),
})
export type InterviewAsk = z.infer<typeof interviewAsk>

export const interviewReply = z.strictObject({
  /** One of the proposed times, or another. */
  time: span,
  place: z.string().trim().max(interviewLimits.place),
  /** 陪同. */
  companion: z.string().trim().max(interviewLimits.companion),
  phone: z.string().trim().max(interviewLimits.phone),
  /** What the crew may not film; never why. */
  notFilmed: z.string().trim().max(interviewLimits.notFilmed),
  /** Who will be seen. */
  people: z.enum(seenPeople),
  /** Of others: when they agreed and where that is kept. */
  agreed: z.string().trim().max(interviewLimits.agreed),
  /** Patients are where it takes place. */
  patients: z.boolean(),
  /** How they are kept out of the picture, or where what they signed is kept. */
  patientsHow: z.string().trim().max(interviewLimits.agreed),
})
export type InterviewReply = z.infer<typeof interviewReply>

/** What the person's consent is bound to: kind, medium and purpose. Another hour or room of the same interview is not another interview. */
export const scopeOf = (a: Pick<InterviewAsk, 'kind' | 'medium' | 'purpose'>): string => hashOf({ kind: a.kind, medium: a.medium, purpose: a.purpose })

export interface PersonConsent { readonly given: boolean; readonly scope: string; readonly at: Instant }
export type ConsentState = 'due' | 'given' | 'refused' | /** It was given for something else. */ 'outdated'
export const consentState = (scope: string, c: PersonConsent | null): ConsentState => (c === null ? 'due' : !c.given ? 'refused' : c.scope === scope ? 'given' : 'outdated')

export type Publicity = 'agreed' | 'refused' | 'unasked'
interface Word { readonly given: boolean; readonly at: Instant }
/** 同意宣传 as it stands: what was said to the story and what was said on the form are one question, and the last word counts. */
export const publicityOf = (form: Word | null, story: Word | null): Publicity => {
  const last = form === null ? story : story === null || form.at > story.at ? form : story
  return last === null ? 'unasked' : last.given ? 'agreed' : 'refused'
}

/** Whether two take place at the same moment. */
export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
