/** 今天是否仍然符合: what is asked, with its clauses, and one tick for all of it. Nothing is shown where the definition asks nothing. */
import { sayDay as dayInWords, dayOf } from '#core/kernel/instant'
import type { ClauseRef as Clause } from '#core/kernel/clause'
import type { Words } from '#core/kernel/finding'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { CheckField } from '../choice-fields'
import { ClauseRef } from '../clause-ref'
import './gate.css'

export interface GatePoint { readonly ruleId: string; readonly rests: Clause; readonly words: Words }
export const asPoints = (points: readonly unknown[]): readonly GatePoint[] => points as readonly GatePoint[]

/** `今天（2026年11月22日）是否仍然符合`. */
export const useGateTitle = (): string => {
  const [t, words, { now }] = [useText(), useWords(), useSession()]
  return t('gate.title', { day: words(dayInWords(dayOf(now()))) })
}

interface StillFitsProps { points: readonly GatePoint[]; /** Of how many it is asked; one: the candidate who lies here. */ n?: number; checked: boolean; onChange: (checked: boolean) => void }

export const StillFits = ({ points, n = 1, checked, onChange }: StillFitsProps) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="still-fits">
      <ul>{points.map((p) => <li key={p.ruleId}>{words(p.words)} <ClauseRef clause={p.rests} withSource /></li>)}</ul>
      <CheckField label={n === 1 ? t('gate.still.one') : t('gate.still.many', { n })} checked={checked} onChange={onChange} />
    </div>
  )
}
