/** The list narrowed to a kind of finding, to one unit or to a branch of the tree; each with its number, counted under the other filters. */
import { useId } from 'react'
import { searchFacets } from '#contract/operations/search'
import { findingKindName } from '#core/composition/return-reasons'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import type { QueueOfDesk } from './use-queue'

/** One whole deeper than the office's own: a blank that no browser takes away. */
const INDENT = '\u3000'

export const QueueNarrow = ({ campaignId, queue }: { campaignId: string; queue: QueueOfDesk }) => {
  const t = useText()
  const words = useWords()
  const at = useId()
  const { filters, change } = queue
  const { data } = useRead(searchFacets, { params: { campaignId }, query: filters }, { look: 'campaign', refetchMs: 60_000 })
  const [kinds, places] = [data?.kinds ?? [], data?.places ?? []]
  // What the address names stands there even when nothing is found of it.
  const shown = filters.finding === undefined || kinds.some((k) => k.kind === filters.finding) ? kinds : [...kinds, { kind: filters.finding, n: 0 }]
  const place = filters.within !== undefined ? `within ${filters.within}` : filters.unit !== undefined ? `unit ${filters.unit}` : ''
  const pick = (value: string) => { const [how, id] = value.split(' '); change({ unit: how === 'unit' ? id : undefined, within: how === 'within' ? id : undefined }) }
  const options = places.flatMap((p) => {
    const indent = INDENT.repeat(p.depth)
    const one = { value: `unit ${p.id}`, label: `${indent}${t('office.desk.placeOne', { name: p.name, n: p.n })}` }
    return p.branch ? [{ value: `within ${p.id}`, label: `${indent}${t('office.desk.placeBranch', { name: p.name, n: p.n })}` }] : [one]
  })
  if (shown.length === 0 && places.length < 2 && place === '') return null
  return (
    <div className="queue-narrow">
      {shown.length === 0 ? null : (
        <div><label htmlFor={`${at}-finding`}>{t('office.desk.finding')}</label>
          <select id={`${at}-finding`} value={filters.finding ?? ''} title={t('office.desk.narrowNote')} onChange={(e) => change({ finding: e.target.value === '' ? undefined : e.target.value })}>
            <option value="">{t('office.desk.findingAny')}</option>
            {shown.map((k) => <option key={k.kind} value={k.kind}>{t('office.desk.placeOne', { name: words(findingKindName(k.kind)), n: k.n })}</option>)}
          </select>
        </div>
      )}
      {places.length < 2 && place === '' ? null : (
        <div><label htmlFor={`${at}-place`}>{t('office.desk.place')}</label>
          <select id={`${at}-place`} value={place} onChange={(e) => pick(e.target.value)}>
            <option value="">{t('office.desk.placeAny')}</option>
            {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
            {place === '' || options.some((o) => o.value === place) ? null : <option value={place}>{t('office.desk.placeOne', { name: queue.rows[0]?.unitName ?? '—', n: queue.total })}</option>}
          </select>
        </div>
      )}
    </div>
  )
}
