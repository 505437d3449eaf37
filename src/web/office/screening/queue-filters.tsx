/** Above the list: what one looks for, and the states and marks it is narrowed to. "/" leads here, Escape out again. */
import { useEffect, useRef, useState } from 'react'
import { nominationStates, stateNames } from '#core/nomination/state'
import { useText, useWords } from '../../text/use-text'
import { marks, type QueueOfDesk } from './use-queue'
import { QueueNarrow } from './queue-narrow'
import { useKeys } from './use-keys'

const TYPING_MS = 180

const SearchBox = ({ queue, onDown }: { queue: QueueOfDesk; onDown: () => void }) => {
  const t = useText()
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(queue.filters.q)
  const { q } = queue.filters
  const latest = useRef(queue.change)
  useEffect(() => { latest.current = queue.change })
  useEffect(() => {
    if (typed.trim() === q) return undefined
    const timer = setTimeout(() => latest.current({ q: typed.trim() }), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, q])
  useKeys({ '/': () => { box.current?.focus(); box.current?.select() } })
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') { setTyped(''); box.current?.blur() }
    if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); onDown() }
  }
  return <div className="queue-search"><input ref={box} type="search" className="input" aria-label={t('office.desk.search')} placeholder={t('office.desk.searchHint')} value={typed} maxLength={80} autoComplete="off" onChange={(e) => setTyped(e.target.value)} onKeyDown={onKeyDown} /><kbd aria-hidden>/</kbd></div>
}

const Toggle = ({ on, onPress, children }: { on: boolean; onPress: () => void; children: React.ReactNode }) => <button type="button" className="queue-chip" aria-pressed={on} onClick={onPress}>{children}</button>

export const QueueFilters = ({ campaignId, queue, unit, onDown }: { campaignId: string; queue: QueueOfDesk; /** Of what lies on the desk. */ unit: { readonly id: string; readonly name: string } | undefined; onDown: () => void }) => {
  const t = useText()
  const words = useWords()
  const { filters, counts, change } = queue
  const all = Object.values(counts).reduce((a, b) => a + b, 0)
  const states = nominationStates.filter((s) => (counts[s] ?? 0) > 0 || filters.state === s)
  return (
    <div className="queue-filters">
      <SearchBox queue={queue} onDown={onDown} />
      <div className="queue-chips" role="group" aria-label={t('office.desk.filterState')}>
        <Toggle on={filters.state === undefined} onPress={() => change({ state: undefined })}>{t('office.desk.all')} {all}</Toggle>
        {states.map((s) => <Toggle key={s} on={filters.state === s} onPress={() => change({ state: filters.state === s ? undefined : s })}>{s === 'submitted' ? t('office.desk.toScreen') : words(stateNames[s])} {counts[s] ?? 0}</Toggle>)}
      </div>
      <div className="queue-chips" role="group" aria-label={t('office.desk.filterMark')}>
        {marks.map((m) => <Toggle key={m} on={filters[m] !== undefined} onPress={() => change({ [m]: filters[m] === undefined ? 'yes' : undefined })}>{t(`office.desk.mark.${m}`)}</Toggle>)}
        {unit === undefined ? null : <Toggle on={filters.unit !== undefined} onPress={() => change({ within: undefined, unit: filters.unit === undefined ? unit.id : undefined })}>{t('office.desk.onlyUnit', { unit: unit.name })}</Toggle>}
      </div>
      <QueueNarrow campaignId={campaignId} queue={queue} />
      <p className="detail muted" role="status">{t('office.desk.hits', { n: queue.total })}</p>
    </div>
  )
}
