/** `/office/units/joining`: units that applied by a code, and the codes. */
import { listJoining, listUnitCodes } from '#contract/operations/unit-joining'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { JoinApplication, type Application } from './join-application'
import { JoinCodes } from './join-codes'
import './joining.css'

const Decided = ({ rows }: { rows: readonly Application[] }) => {
  const t = useText()
  const language = useLanguage()
  const columns: Column<Application>[] = [
    { key: 'unit', head: t('joining.form.unit'), names: true, cell: (a) => a.unitName },
    { key: 'place', head: t('joining.list.place'), cell: (a) => a.parent.name, phone: 'hide' },
    { key: 'result', head: t('joining.list.result'), cell: (a) => <><State kind={a.state === 'takenIn' ? 'ok' : 'block'}>{t(`joining.state.${a.state}`)}</State>{a.state === 'takenIn' ? <div className="small muted">{t(a.opened ? 'joining.list.opened' : 'joining.list.notOpened')}</div> : <div className="small muted">{a.reason}</div>}</> },
    { key: 'by', head: t('joining.list.by'), cell: (a) => `${a.decidedBy} ${a.decidedAt === null ? '' : sayAt(a.decidedAt, language)}` },
  ]
  if (rows.length === 0) return null
  return <div className="gap"><Table caption={t('joining.list.done')} columns={columns} rows={rows} keyOf={(a) => a.applicationId} empty={null} /></div>
}

const Applications = ({ applications }: { applications: readonly Application[] }) => {
  const t = useText()
  const waiting = applications.filter((a) => a.state === 'waiting')
  return (
    <Section title={t('joining.list.title')} {...(waiting.length > 0 && { note: t('joining.list.count', { n: waiting.length }) })}>
      {waiting.length === 0 ? <Empty title={t('joining.list.none')}>{t('joining.list.noneFact')}</Empty> : <ul className="join-list">{waiting.map((a) => <JoinApplication key={a.applicationId} application={a} />)}</ul>}
      <Decided rows={applications.filter((a) => a.state !== 'waiting')} />
    </Section>
  )
}

export const JoiningPage = () => {
  const t = useText()
  const applications = useRead(listJoining, { params: {} })
  const codes = useRead(listUnitCodes, { params: {} })
  return (
    <PageFrame>
      <div className="section-head"><h1 className="page-title">{t('joining.office.title')}</h1><span className="do"><ButtonLink to="/office/units">{t('joining.office.back')}</ButtonLink></span></div>
      <p className="detail muted">{t('joining.office.note')}</p>
      <div className="gap"><Answer query={applications}>{(a) => <Applications applications={a.applications} />}</Answer></div>
      <div className="gap"><Answer query={codes}>{(c) => <JoinCodes codes={c.codes} />}</Answer></div>
    </PageFrame>
  )
}
