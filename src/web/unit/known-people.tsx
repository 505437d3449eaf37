/** Who of the unit's own people has this name: whoever is chosen brings along what is known, and nothing is typed twice. */
import type { AnswerOf } from '#contract/operation'
import { listRecords } from '#contract/operations/records'
import { useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Button } from '../ui/button'

export type Known = AnswerOf<typeof listRecords>['records'][number]

export const KnownPeople = ({ campaignId, name, onChoose }: { campaignId: string; name: string; onChoose: (record: Known) => void }) => {
  const t = useText()
  const words = useWords()
  const { data } = useRead(listRecords, { params: { campaignId }, query: { name: name.trim() } })
  if (data === undefined || data.records.length === 0) return null
  return (
    <div className="known-people">
      <p className="field-label">{t('unit.known.title')}</p>
      <ul>
        {data.records.slice(0, 6).map((r) => (
          <li key={r.id}>
            <span><b>{r.name}</b>　{[r.employer, r.post].filter(Boolean).join(' ')}<br /><span className="small muted">{t('unit.known.fields', { known: r.known, asked: r.asked, campaign: words(r.campaign) })}</span></span>
            <Button size="small" aria-label={t('unit.known.takeLabel', { name: r.name })} onClick={() => onChoose(r)}>{t('unit.known.take')}</Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
