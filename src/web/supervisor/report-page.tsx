/** `/supervisor/c/:campaignId/report`: 监督报告, its draft, the own words, and those that were sealed. */
import { useState } from 'react'
import { useParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { readReport, reportPdf, reportWord, sealReport } from '#contract/operations/supervision'
import { stamp } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useAct, useRead } from '../api/use-operation'
import { useLanguage, useText } from '../text/use-text'
import { Answer, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { CodeText } from '../ui/code-text'
import { Dialog } from '../ui/dialog'
import { sayAt } from '../ui/say-time'
import { Section } from '../ui/section'
import { TextArea } from '../ui/text-fields'
import { say } from '../ui/toast'
import { SupervisionFrame } from './supervision-frame'

type Answered = AnswerOf<typeof readReport>
const SHOWN = 12
const LEAST = 4

const Files = ({ campaignId, report }: { campaignId: string; report?: string }) => {
  const t = useText()
  const query = report === undefined ? {} : { report }
  return <><a className="link" href={addressOf(reportPdf, { campaignId }, query)} target="_blank" rel="noreferrer">{t('supervision.report.pdf')}</a><i className="dot" aria-hidden="true" /><a className="link" href={addressOf(reportWord, { campaignId }, query)}>{t('supervision.report.word')}</a></>
}

/** The report is a Chinese paper, whatever language the page is in. */
const Draft = ({ sections }: Answered['draft']) => {
  const t = useText()
  return sections.map((s) => (
    <div key={s.title} className="report-part" lang="zh-CN">
      <h3>{s.title}</h3>
      {s.lines.length === 0 ? <p className="detail muted">{s.none}</p> : <ul>{s.lines.slice(0, SHOWN).map((l, i) => <li key={i} className={l.at === null ? 'plain' : undefined}>{l.at === null ? null : <time dateTime={new Date(l.at).toISOString()}>{stamp(l.at).slice(0, 16)}</time>}{l.text}</li>)}</ul>}
      {s.lines.length > SHOWN ? <p className="detail muted">{t('supervision.report.more', { n: s.lines.length - SHOWN })}</p> : null}
    </div>
  ))
}

const Seal = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const act = useAct(sealReport, [readReport.id, 'ledger.read'])
  const send = () => act.mutate({ params: { campaignId }, body: { words } }, { onSuccess: () => { setOpen(false); setWords(''); say(t('supervision.report.sealedDone')) } })
  return (
    <div className="report-own gap">
      <TextArea label={t('supervision.report.own')} value={words} onChange={setWords} max={20_000} rows={6} hint={t('supervision.report.ownHint')} />
      <div className="gap"><Button look="primary" disabled={words.trim().length < LEAST} onClick={() => setOpen(true)}>{t('supervision.report.seal')}</Button></div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('supervision.report.sealTitle')} actions={<><Button onClick={() => setOpen(false)}>{t('supervision.report.cancel')}</Button><Button look="primary" busy={act.isPending} onClick={send}>{t('supervision.report.seal')}</Button></>}>
        <p className="detail">{t('supervision.report.sealSay')}</p>
        <Refused error={act.error} />
      </Dialog>
    </div>
  )
}

export const ReportPage = () => {
  const { campaignId = '' } = useParams()
  const t = useText()
  const language = useLanguage()
  const report = useRead(readReport, { params: { campaignId } })
  return (
    <SupervisionFrame campaignId={campaignId} title={t('supervision.report.title')} lead={t('supervision.report.lead')}>
      <Answer query={report} lines={6}>
        {({ draft, sealed }) => (
          <>
            <Section title={t('supervision.report.sealed')}>
              {sealed.length === 0 ? <p className="detail muted">{t('supervision.report.sealedNone')}</p> : <ul className="report-list">{sealed.map((s) => <li key={s.reportId}>{t('supervision.report.sealedBy', { by: s.by, at: sayAt(s.at, language) })}　<Files campaignId={campaignId} report={s.reportId} /><br /><span className="muted">{t('supervision.report.hash')}</span> <CodeText code={s.hash} /></li>)}</ul>}
            </Section>
            <Section title={t('supervision.report.draft')} action={<span><Files campaignId={campaignId} /></span>}><Draft sections={draft.sections} /></Section>
            <Seal campaignId={campaignId} />
          </>
        )}
      </Answer>
    </SupervisionFrame>
  )
}
