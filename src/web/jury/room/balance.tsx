/** 结构比例 beside the result: each limit as a bar with its denominator, and in one sentence the least exchange that would satisfy all. Nothing here exchanges anybody. */
import { useMemo } from 'react'
import { saySwap } from '#core/review/selecting/least-swap'
import { weighChosen, type Tagged } from '#core/review/selecting/limits'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import { Note } from '../../ui/finding-card'
import { Meter } from '../../ui/meter'
import type { Round } from './round-answer'

type Selecting = NonNullable<Round['selecting']>
/** In the browser, while people look on: past this it says how far it looked. */
const MOST_STEPS = 150_000

/** @param chosen who would be on the list; absent: who is */
export const Balance = ({ selecting, chosen }: { selecting: Selecting; chosen?: readonly string[] }) => {
  const t = useText()
  const words = useWords()
  const key = chosen?.join() ?? ''
  const { rows, swap, size } = useMemo(() => {
    const on = new Set(chosen ?? selecting.people.filter((p) => p.chosen).map((p) => p.nominationId))
    const people = selecting.people.map(({ nominationId, rank, properties, unknown, group }): Tagged => ({ candidate: nominationId, rank, properties, unknown, ...(group !== null && { group }) }))
    return { ...weighChosen(selecting.limits.map((l) => l.balance), people, on, MOST_STEPS), size: on.size }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the list is new at each drawing, its members are not
  }, [selecting, key])
  const nameOf = (id: string): string => selecting.people.find((p) => p.nominationId === id)?.candidateName ?? ''
  if (size === 0) return <p className="detail muted">{t('rounds.balance.nobody')}</p>
  return (
    <div className="stack">
      {rows.map(({ balanced: b, unknown }, i) => (
        <div key={b.rule.id}>
          <Meter label={words(b.rule.name)} value={b.of === 0 ? '—' : `${((b.is / b.of) * 100).toFixed(1)}%`} at={b.is} scale={Math.max(1, b.of)} limit={{ kind: b.rule.bound, at: b.limit }}
            words={t(b.rule.bound === 'most' ? (b.holds ? 'rounds.balance.mostHolds' : 'rounds.balance.mostOver') : b.holds ? 'rounds.balance.leastHolds' : 'rounds.balance.leastUnder', { is: b.is, of: b.of, limit: b.limit, by: Math.abs(b.is - b.limit) })} />
          <p className="small muted">{unknown > 0 ? t('rounds.balance.unknown', { n: unknown }) : ''}<ClauseRef clause={selecting.limits[i]!.clause as never} /></p>
        </div>
      ))}
      <Note kind={swap.kind === 'holds' ? 'ok' : swap.kind === 'swap' ? 'info' : 'warn'} title={words(saySwap(swap, nameOf))}>{swap.kind === 'swap' ? <p>{t('rounds.balance.why')}</p> : null}</Note>
    </div>
  )
}
