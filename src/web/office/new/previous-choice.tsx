/** 去年的活动: one's own campaigns that were issued, the newest year first; each may be continued. */
import { listCampaigns } from '#contract/operations/campaigns'
import { sayFullDay } from '#core/campaign/renew'
import { dayOf } from '#core/kernel/instant'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'

export const PreviousChoice = ({ onChoose }: { onChoose: (campaignId: string) => void }) => {
  const t = useText()
  const words = useWords()
  const query = useRead(listCampaigns, { params: {} })
  const issued = query.data?.campaigns.filter((c) => c.state !== 'draft') ?? []
  if (query.error !== null) return <Refused error={query.error} />
  if (query.data === undefined) return null
  return (
    <Section title={t('office.renew.title')} note={issued.length === 0 ? undefined : t('office.renew.note')}>
      {issued.length === 0 ? <p className="detail muted">{t('office.renew.noneYet')}</p> : (
        <ul>{issued.map((c) => (
          <li className="template" key={c.id}>
            <div className="template-head">
              <div><h3>{words(c.name)}</h3><p className="detail muted"><State kind={c.state === 'open' ? 'half' : 'ok'}>{t(`office.state.${c.state}`)}</State>{c.deadline === null ? null : <><i className="dot" />{t('office.campaigns.deadline')} {words(sayFullDay(dayOf(c.deadline - 1)))}</>}</p></div>
              <Button onClick={() => onChoose(c.id)} aria-label={t('office.renew.useName', { name: words(c.name) })}>{t('office.renew.use')}</Button>
            </div>
          </li>
        ))}</ul>
      )}
    </Section>
  )
}
