/** How a thing stands: a shape and a word; colour only comes third. In rows `State`, in lists and tables `Chip`. One a row. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type StateKind = 'ok' | 'warn' | 'block' | 'info' | 'half' | 'wait' | 'none' | 'lock'
interface StateProps { kind: StateKind; children: ReactNode }

const shape = (kind: StateKind): IconName => kind

export const State = ({ kind, children }: StateProps) => <span className={`state ${kind}`}><Icon name={shape(kind)} />{children}</span>

/** `bare` leaves the shape out: for filters and counts that are not a state. */
export const Chip = ({ kind, bare, children }: StateProps & { bare?: boolean }) => (
  <span className={`chip ${kind}`}>{bare ? null : <Icon name={shape(kind)} />}{children}</span>
)
