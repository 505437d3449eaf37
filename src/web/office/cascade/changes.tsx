/** What one definition says otherwise than another: each rule with both clauses side by side, loosenings first. */
import { burdenOf } from '#core/campaign/burden/burden'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { sayHow, type Change, type Side } from '#core/cascade/difference'
import { sayHere, type Here } from '#core/cascade/reask'
import { ruleKindsTable } from '#core/rules/kinds'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { clauseNumber } from '../../ui/clause-words'
import { Note } from '../../ui/finding-card'
import { Chip, type StateKind } from '../../ui/state'
import './cascade.css'

export type Shown = Change & { readonly here?: Here }
/** Changes of an answer are the core's own; the contract's schema only widens the name of the kind. */
export const asChanges = (changes: readonly unknown[]): readonly Shown[] => changes as readonly Shown[]

const kinds: Readonly<Record<Change['how'], StateKind>> = { tightened: 'ok', added: 'info', decided: 'info', reworded: 'none', loosened: 'block', dropped: 'warn' }
const heres: Readonly<Record<Here, StateKind>> = { followed: 'ok', restated: 'ok', mend: 'block' }

const SideOf = ({ title, side }: { title: string; side: Side | null }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <div className="side-of">
      <h4>{title}{side?.rests.source === undefined ? '' : ` · ${side.rests.source[language]}`}</h4>
      {side === null ? <p className="muted">{t('office.change.nothing')}</p> : <><p>{words(side.says)}</p><span className="rests"><q>{side.rests[language]}</q> {clauseNumber(side.rests, t)}</span></>}
    </div>
  )
}

const MINUTE = 60
/** Minutes that one rule adds to a nomination, by the burden meter. */
const minutesOf = (definition: ResolvedDefinition | null, id: string): number => {
  const thing = definition === null ? undefined : burdenOf(definition).things.find((x) => x.ruleId === id)
  return Math.ceil(Object.values(thing?.seconds ?? {}).reduce((sum, s) => sum + s, 0) / MINUTE)
}

interface ChangesProps {
  changes: readonly Shown[]
  /** How the two sides are called: the level above and here, or before and after. */
  sides: 'levels' | 'times'
  /** The second definition: what an addition costs each unit is read from it. */
  definition?: ResolvedDefinition | null
  none: string
}

export const Changes = ({ changes, sides, definition = null, none }: ChangesProps) => {
  const t = useText()
  const words = useWords()
  if (changes.length === 0) return <p className="detail muted">{none}</p>
  const names = sides === 'levels' ? [t('office.change.above'), t('office.change.own')] as const : [t('office.change.before'), t('office.change.after')] as const
  const sorted = changes.toSorted((a, b) => Number(b.how === 'loosened') - Number(a.how === 'loosened'))
  return (
    <div>
      {sides === 'levels' && changes.some((c) => c.how === 'loosened') ? <Note kind="block" title={t('office.change.refused')} /> : null}
      <ul className="changes">
        {sorted.map((c) => {
          const minutes = c.how === 'added' ? minutesOf(definition, c.id) : 0
          return (
            <li key={c.id} className={`change ${sides === 'levels' ? c.how : ''}`}>
              <div className="change-head">
                <Chip kind={sides === 'times' && c.how === 'loosened' ? 'warn' : kinds[c.how]}>{words(sayHow[c.how])}</Chip><b>{words(ruleKindsTable[c.kind].name)}</b>
                {c.here ? <Chip kind={heres[c.here]}>{words(sayHere[c.here])}</Chip> : null}
                {minutes > 0 ? <span className="muted">{t('office.change.minutes', { n: minutes })}</span> : null}
              </div>
              <div className="sides"><SideOf title={names[0]} side={c.before} /><SideOf title={names[1]} side={c.after} /></div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
