import { z } from 'zod'
import { nominationStates } from '#core/nomination/state'
import { roles } from '#core/access/actor'
import { isVisible } from '#core/text/hidden-characters'

/** Shapes that several operations share. Instants are milliseconds since the epoch. */
export const id = z.uuid()
/** `YYYY-MM-DD` */
export const day = z.iso.date()
export const instant = z.number().int()
export const words = z.object({ zh: z.string(), en: z.string() })
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const role = z.enum(roles)
export const nominationState = z.enum(nominationStates)
/** 今天仍然符合: said with the act, of all of whom it is asked at this gate. */
export const still = z.boolean().default(false)
export const name = z.string().trim().min(1).max(100).refine(isVisible, 'something that is seen')

export const clause = z.object({
  number: z.string().nullable(), zh: z.string(), en: z.string(), decidedOn: z.string().optional(),
  source: z.object({ definition: z.string(), zh: z.string(), en: z.string() }).optional(),
})
export const finding = z.object({
  code: z.string(),
  strength: z.enum(['block', 'warn', 'note']),
  at: z.object({ field: z.string().optional(), material: z.string().optional(), file: z.string().optional() }),
  clause: clause.nullable(),
  what: words,
  mend: words,
  asksPerson: z.literal(true).optional(),
})
/** A resolved definition travels whole: browser and server ask the same core functions about it. */
export const resolvedDefinition = z.custom<import('#core/campaign/definition').ResolvedDefinition>((v) => typeof v === 'object' && v !== null && 'rules' in v)

export const campaignParams = z.object({ campaignId: id })
export const nominationParams = z.object({ nominationId: id })
export const roundParams = z.object({ roundId: id })

/** What a refused request answers, whatever the operation. */
export const problem = z.object({
  error: z.string(),
  words,
  detail: z.record(z.string(), z.unknown()).optional(),
  /** Present when rules said no (422): all at once. */
  findings: z.array(finding).optional(),
  /** Number to quote to the office. */
  trace: z.string(),
})
export type Problem = z.infer<typeof problem>
