/** What the reader finds in a notice: facts, where each stands in the original, and questions where the words leave more than one reading. */
import type { Words } from '../kernel/finding'
import type { Place } from '../text/prepare'
import type { AgeFact } from '../rules/recognise/age'
import type { DeadlineFact } from '../rules/recognise/deadline'
import type { MaterialFact } from '../rules/recognise/material'
import type { ProportionFact } from '../rules/recognise/proportion'
import type { QuotaFact } from '../rules/recognise/quota'

export interface NoticeFacts {
  title: string | null
  issuer: string | null
  docNumber: string | null
  campaignName: string | null
  hosts: string[]
  basis: string[]
  quota: QuotaFact[]
  deadlines: DeadlineFact[]
  exclusions: string[]
  ageLimit: AgeFact | null
  materials: MaterialFact[]
  publicNoticeDays: number | null
  rounds: string[]
  proportions: ProportionFact[]
  /** How many persons or named desks can be asked. */
  contacts: number
  attachments: string[]
  /** The stages the notice itself names: 广泛动员、组织推荐、遴选发布…. */
  stages: string[]
}

export interface ReadingQuestion { readonly path: string; readonly what: Words; readonly readings: readonly string[]; readonly place: Place }

export interface NoticeReading {
  readonly facts: NoticeFacts
  /** Path of a fact, such as deadlines[0] or materials[2].constraints[1] → its stretch of the original text. */
  readonly places: Readonly<Record<string, Place>>
  readonly questions: readonly ReadingQuestion[]
  /** Where each text of the page begins; more than one for a cover letter with the forwarded notice. */
  readonly layers: readonly Place[]
}
