/** Situation reports of the own organisation, the newest first. @param base address of one of them */
import { useState } from 'react'
import { listSituations } from '#contract/operations/situations'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../answer'
import { Button, ButtonLink } from '../button'
import { Empty } from '../empty'
import { sayAt } from '../say-time'
import { Chip } from '../state'
import './situations.css'

export const SituationList = ({ campaignId, base }: { campaignId?: string; base: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [before, setBefore] = useState<string | null>(null)
  const query = useRead(listSituations, { query: { ...(campaignId === undefined ? {} : { campaignId }), ...(before === null ? {} : { before }) } }, { refetchMs: 60_000 })
  return (
    <Answer query={query}>{({ reports, more }) => (reports.length === 0 ? <Empty title={t('situations.none')}>{t('situations.noneFact')}</Empty> : (
      <>
        <ul className="situation-list">{reports.map((r) => (
          <li key={r.id}>
            <div>
              <b>{r.title}</b>
              <p className="detail muted">{r.mine ? `${t('situations.to')} ${r.addressee}` : `${t('situations.from')} ${r.sender}`} · {sayAt(r.sentAt, language)}{r.answers > 0 ? ` · ${t('situations.answersN', { n: r.answers })}` : ''}{r.files > 0 ? ` · ${t('situations.filesN', { n: r.files })}` : ''}{campaignId === undefined ? ` · ${words(r.campaign)}` : ''}</p>
              <span className="chips">{r.urgency === 'urgent' ? <Chip kind="warn">{t('situations.urgent')}</Chip> : null}{r.closedAt !== null ? <Chip kind="ok">{t('situations.closed')}</Chip> : r.openedAt === null ? <Chip kind="info">{t('situations.newOne')}</Chip> : <Chip kind="half">{t('situations.opened')}</Chip>}</span>
            </div>
            <ButtonLink size="small" to={`${base}/${r.id}`}>{t('situations.open')}<span className="hidden-text">：{r.title}</span></ButtonLink>
          </li>
        ))}</ul>
        {more ? <p className="gap"><Button onClick={() => setBefore(reports.at(-1)!.id)}>{t('situations.more')}</Button></p> : null}
      </>
    ))}</Answer>
  )
}
