/** 各环节: up to where a nomination came, as the figures of a campaign follow it. */
import type { Words } from '../kernel/finding'
import { isStanding, type NominationState } from '../nomination/state'

/** `round:<rule>`: put before the jury in that round; `selected:<rule>`: chosen there. */
export type StageId = 'begun' | 'submitted' | 'accepted' | `round:${string}` | `selected:${string}` | 'announced' | 'honoured'
export interface Stage { readonly id: StageId; readonly name: Words }

/** What of a campaign has come to pass. A round that is open tells whom the jury has before it, and nothing of its votes. */
export interface Passed {
  readonly rounds: readonly { readonly ruleId: string; readonly name: Words; readonly closed: boolean }[]
  readonly announced: boolean
  readonly honoured: boolean
}

/** The stages there are, in their order. */
export const stagesOf = ({ rounds, announced, honoured }: Passed): Stage[] => [
  { id: 'begun', name: { zh: '已开始', en: 'Begun' } },
  { id: 'submitted', name: { zh: '已报送', en: 'Submitted' } },
  { id: 'accepted', name: { zh: '已接收', en: 'Accepted' } },
  ...rounds.flatMap(({ ruleId, name, closed }): Stage[] => [
    { id: `round:${ruleId}`, name: { zh: `${name.zh}：人选`, en: `${name.en}: candidates` } },
    ...(closed ? [{ id: `selected:${ruleId}` as const, name: { zh: `${name.zh}：入选`, en: `${name.en}: chosen` } }] : []),
  ]),
  ...(announced ? [{ id: 'announced' as const, name: { zh: '公示', en: 'Public notice' } }] : []),
  ...(honoured ? [{ id: 'honoured' as const, name: { zh: '获评', en: 'Honoured' } }] : []),
]

/** Where nominations that are alike stand. */
export interface Standing { readonly state: NominationState; /** It was submitted once. */ readonly sent: boolean; /** Stages of jury, public notice and honour. */ readonly later: readonly StageId[] }

/** Submitted are those that stand: what was withdrawn or rejected is in no list, and is told by the funnel. */
export const isAt = ({ state, sent, later }: Standing, stage: StageId): boolean =>
  stage === 'begun' ? true : stage === 'submitted' ? sent && isStanding(state) : stage === 'accepted' ? state === 'accepted' : later.includes(stage)
