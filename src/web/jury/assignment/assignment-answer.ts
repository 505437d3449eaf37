import type { AnswerOf } from '#contract/operation'
import type { readAssignment } from '#contract/operations/assignments'

export type Shared = AnswerOf<typeof readAssignment>
export interface At { readonly campaignId: string; readonly ruleId: string }
