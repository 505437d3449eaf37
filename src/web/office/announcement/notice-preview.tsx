/** What the public will read, while the office writes it. */
import { hostNotice } from '#core/campaign/definition'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../../text/use-text'
import { KeyValue } from '../../ui/key-value'
import { Section } from '../../ui/section'
import type { Campaign } from '../next-act'
import './announcement.css'

interface NoticePreviewProps {
  campaign: Campaign
  people: readonly { nominationId: string; name: string; employer: string; post: string; summary: string }[]
  how: { phone: string; email: string; address: string }
}

export const NoticePreview = ({ campaign, people, how }: NoticePreviewProps) => {
  const t = useText()
  const words = useWords()
  const rule = hostNotice(campaign.definition)
  return (
    <Section title={t('office.notice.preview')}>
      <div className="notice-paper">
        <p className="notice-title">{words(campaign.award)}</p>
        {rule ? <p className="detail">{words(sayRule(rule))}</p> : null}
        <ol className="notice-people">
          {people.map((p) => <li key={p.nominationId}><b>{p.name}</b><span className="detail muted">{[p.employer, p.post].filter(Boolean).join(' ')}</span><span className="detail">{p.summary || '—'}</span></li>)}
        </ol>
        <h3>{t('office.notice.howTo')}</h3>
        <KeyValue nameWidth={72} pairs={[{ name: t('office.notice.phone'), value: how.phone || '—' }, { name: t('office.notice.email'), value: how.email || '—' }, { name: t('office.notice.address'), value: how.address || '—' }]} />
      </div>
    </Section>
  )
}
