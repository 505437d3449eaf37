/** 总结 of one campaign: what the draft in Word will say, figure by figure, before it is taken. Read by office and supervisor. */
import type { AnswerOf } from '#contract/operation'
import { finalReportWord, readFinalReport } from '#contract/operations/final-report'
import { cellText, type ReportTable } from '#core/publicity/report/report'
import { addressOf } from '../../api/call'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../answer'
import { ButtonLink } from '../button'
import { SheetTable } from '../figures/chart'
import '../figures/figures.css'
import { PageFrame } from '../page-frame'
import { sayAt } from '../say-time'
import { Section } from '../section'
import './final-report.css'
import { ReportChart } from './report-chart'

type Report = AnswerOf<typeof readFinalReport>
const sheetOf = (t: ReportTable) => ({ title: t.title, columns: t.columns.map((c) => ({ name: c.name, width: c.width, ...(c.numeric ? { numeric: true as const } : {}) })), rows: t.rows.map((r) => r.map(cellText)) })

const Part = ({ table: t }: { table: ReportTable }) => {
  const say = useText()
  const words = useWords()
  const drawn = t.chart === null || t.chart.rows.length === 0 ? null : t.chart
  return (
    <div className={drawn === null ? 'report-part' : 'report-part drawn'}>
      <h3>{words(t.title)}</h3>
      {drawn === null ? null : <ReportChart chart={drawn} title={words(t.title)} />}
      <div>
        <SheetTable sheet={sheetOf(t)} keep />
        <p className="detail muted from">{say('finalReport.from', { from: words(t.from) })}{t.note === null ? null : <><br />{words(t.note)}</>}</p>
      </div>
    </div>
  )
}

const Whole = ({ report: r, campaignId }: { report: Report; campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const column = (name: string, numeric = false) => ({ name: { zh: name, en: name }, width: 20, ...(numeric ? { numeric: true as const } : {}) })
  return (
    <div className="final-report">
      <header className="data-top"><h1 className="page-title">{t('finalReport.title')}</h1><p className="detail muted">{t('finalReport.asOf', { at: sayAt(r.at, language) })}</p><span className="do screen-only"><ButtonLink look="primary" icon="down" reload to={addressOf(finalReportWord, { campaignId })}>{t('finalReport.take')}</ButtonLink></span></header>
      <p className="about">{t('finalReport.about')}</p>
      <nav className="contents" aria-label={t('finalReport.contents')}>{r.sections.map((s) => <a key={s.id} className="link" href={`#${s.id}`}>{words(s.title)}</a>)}<a className="link" href="#where">{t('finalReport.where')}</a></nav>
      {r.sections.map((s) => (
        <div key={s.id} id={s.id}><Section title={words(s.title)}>
          <p className="says">{s.says.map(words).join(language === 'zh' ? '' : ' ')}</p>
          {s.tables.map((table) => <Part key={table.id} table={table as ReportTable} />)}
        </Section></div>
      ))}
      <div id="where"><Section title={t('finalReport.where')} note={t('finalReport.whereNote')}>
        <SheetTable keep sheet={{ title: { zh: t('finalReport.where'), en: t('finalReport.where') }, columns: [column(t('finalReport.what')), column(t('finalReport.value'), true), column(t('finalReport.source'))], rows: r.figures.map((f) => [f.name, cellText(f.value), f.from]) }} />
      </Section></div>
    </div>
  )
}

export const FinalReportPage = ({ campaignId }: { campaignId: string }) => {
  const query = useRead(readFinalReport, { params: { campaignId } })
  return <PageFrame><Answer query={query} lines={8}>{(report) => <Whole report={report} campaignId={campaignId} />}</Answer></PageFrame>
}
