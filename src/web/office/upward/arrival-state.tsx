import type { AnswerOf } from '#contract/operation'
import type { listArrivals } from '#contract/operations/arrivals'
import { useText } from '../../text/use-text'
import { State, type StateKind } from '../../ui/state'

export type Arrival = AnswerOf<typeof listArrivals>['arrivals'][number]
const kinds: Readonly<Record<Arrival['state'], StateKind>> = { receiving: 'wait', reading: 'half', asksSender: 'warn', asksWords: 'warn', ready: 'info', taking: 'half', taken: 'ok', refused: 'block', dropped: 'none' }

export const isMoving = (v: Arrival): boolean => v.state === 'reading' || v.state === 'taking' || v.state === 'receiving'
export const ArrivalState = ({ v }: { v: Arrival }) => <State kind={kinds[v.state]}>{useText()(`upward.state.${v.state}`)}</State>
