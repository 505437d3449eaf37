/** 异议和更正 of a campaign, for its office and its supervisor: what is open first, with its clock and its named handler. */
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { listObjections } from '#contract/operations/objections'
import type { ClauseRef as ClauseOf } from '#core/kernel/clause'
import { objectionStateNames, outcomeNames, type ObjectionState } from '#core/objections/standing'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../answer'
import { ClauseRef } from '../clause-ref'
import { Empty } from '../empty'
import { PageFrame } from '../page-frame'
import { sayDay } from '../say-time'
import { Section } from '../section'
import { Chip, type StateKind } from '../state'
import { Table } from '../table'
import './objections.css'

export type ObjectionsOf = 'office' | 'supervisor'
type Line = AnswerOf<typeof listObjections>['objections'][number]
export const objectionKinds: Readonly<Record<ObjectionState, StateKind>> = { received: 'warn', investigating: 'half', proposed: 'wait', decided: 'ok' }

const List = ({ of, campaignId, title, rows }: { of: ObjectionsOf; campaignId: string; title: string; rows: readonly Line[] }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <Table caption={title} captionHidden rows={rows} keyOf={(o) => o.id} empty={<p className="detail muted">{t('objections.noOpen')}</p>} warned={(o) => o.overdue}
      columns={[
        { key: 'no', head: t('objections.no'), names: true, cell: (o) => <Link className="link" to={`/${of}/c/${campaignId}/objections/${o.id}`}>{t('objections.look', { number: o.number })}</Link> },
        { key: 'about', head: t('objections.about'), cell: (o) => o.about.name },
        { key: 'kind', head: t('objections.kind'), cell: (o) => t(o.track === 'correction' ? 'objections.correction' : o.named ? 'objections.named' : 'objections.anonymous') },
        { key: 'state', head: t('objections.state'), cell: (o) => <span className="row-of"><Chip kind={objectionKinds[o.state]}>{words(o.outcome !== null && o.state === 'decided' ? outcomeNames[o.outcome] : objectionStateNames[o.state])}</Chip>{o.freezes ? <Chip kind="lock">{t('objections.frozen')}</Chip> : null}</span> },
        { key: 'due', head: t('objections.due'), cell: (o) => (o.track === 'correction' ? '—' : <>{sayDay(o.dueOn, language)}{o.overdue ? <> <Chip kind="block">{t('objections.overdue')}</Chip></> : null}</>) },
        { key: 'handler', head: t('objections.handler'), cell: (o) => o.handler?.name ?? (o.track === 'correction' || o.state === 'decided' ? '—' : <span className="muted">{t('objections.noHandler')}</span>) },
      ]} />
  )
}

export const ObjectionsPage = ({ of, campaignId }: { of: ObjectionsOf; campaignId: string }) => {
  const t = useText()
  const query = useRead(listObjections, { params: { campaignId } })
  return (
    <PageFrame>
      <h1 className="page-title">{t('objections.title')}</h1>
      <Answer query={query}>{({ objections: all, days, count, clause }) => {
        const [open, done] = [all.filter((o) => o.state !== 'decided'), all.filter((o) => o.state === 'decided')]
        return (
          <>
            <p className="detail muted">{t('objections.note', { days, unit: t(`objections.${count}`) })}　{clause ? <ClauseRef clause={clause as ClauseOf} withSource /> : t('objections.byOffice')}</p>
            {all.length === 0 ? <Empty title={t('objections.none')}>{t('objections.noneFact')}</Empty> : <>
              <Section title={t('objections.open')}><List of={of} campaignId={campaignId} title={t('objections.open')} rows={open} /></Section>
              {done.length === 0 ? null : <Section title={t('objections.done')}><List of={of} campaignId={campaignId} title={t('objections.done')} rows={done} /></Section>}
            </>}
          </>
        )
      }}</Answer>
    </PageFrame>
  )
}
