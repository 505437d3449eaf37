/** 清单: groups in the order of the notice; a row is name, one sentence of fact, clause, state, act. */
import type { ReactNode } from 'react'
import './lists.css'
import './lists-phone.css'
import { State, type StateKind } from './state'

export const Checklist = ({ children }: { children: ReactNode }) => <div className="checklist">{children}</div>

export const ChecklistGroup = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="checklist-group"><h3>{name}</h3><div>{children}</div></div>
)

interface ChecklistRowProps {
  name: ReactNode
  fact: ReactNode
  clauses?: ReactNode
  state: { kind: StateKind; words: string }
  /** A link (class `link`), or a `<span>` that says what it waits for. */
  act?: ReactNode
  /** The row the next step points at. */
  current?: boolean
  /** Up to five small blocks, one a photo or a working day. */
  ticks?: readonly ('ok' | 'info' | 'warn' | 'block' | 'none')[]
}

export const ChecklistRow = ({ name, fact, clauses, state, act, current, ticks }: ChecklistRowProps) => (
  <div className={current ? 'checklist-row current' : 'checklist-row'}>
    <div className="name">{name}</div>
    <div className="fact">{ticks ? <span className="ticks" aria-hidden="true">{ticks.map((tick, i) => <i key={i} className={tick} />)}</span> : null}{fact}</div>
    <div className="clauses">{clauses}</div>
    <div className="standing"><State kind={state.kind}>{state.words}</State></div>
    <div className="act">{act}</div>
  </div>
)
