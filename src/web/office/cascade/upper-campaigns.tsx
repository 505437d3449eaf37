/** 上级发来的活动: open campaigns of the level above that this office may forward; nothing where there are none. */
import type { AnswerOf } from '#contract/operation'
import { listForwardable } from '#contract/operations/cascade'
import { sayEnd } from '#core/kernel/instant'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { Link } from 'react-router'

type Row = AnswerOf<typeof listForwardable>['campaigns'][number]

export const UpperCampaigns = () => {
  const t = useText()
  const words = useWords()
  const query = useRead(listForwardable, { params: {} })
  const columns: Column<Row>[] = [
    { key: 'name', head: t('office.campaigns.name'), names: true, cell: (c) => words(c.name) },
    { key: 'from', head: t('office.change.above'), cell: (c) => c.organisationName },
    { key: 'deadline', head: t('office.campaigns.deadline'), cell: (c) => (c.deadline === null ? t('common.band.noDeadline') : words(sayEnd(c.deadline))) },
    { key: 'act', head: '', phone: 'bare', cell: (c) => (c.ownCampaignId === null
      ? <Link className="link" to={`/office/forward/${c.id}`} aria-label={t('office.upper.forwardName', { name: words(c.name) })}>{t('office.upper.forward')}</Link>
      : <Link className="link" to={`/office/c/${c.ownCampaignId}`} aria-label={t('office.upper.ownName', { name: words(c.name) })}>{t('office.upper.own')}</Link>) },
  ]
  if (query.error !== null) return <Refused error={query.error} />
  if ((query.data?.campaigns.length ?? 0) === 0) return null
  return <Section title={t('office.upper.title')} note={t('office.upper.note')}><Table caption={t('office.upper.title')} captionHidden columns={columns} rows={query.data!.campaigns} keyOf={(c) => c.id} empty={null} /></Section>
}
