/** Left column of the desk: who waits, longest first, then what is decided. */
import { Link } from 'react-router'
import { exportNominations } from '#contract/operations/nominations'
import type { Finding } from '#core/kernel/finding'
import { stateNames } from '#core/nomination/state'
import { addressOf } from '../../api/call'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Chip, type StateKind } from '../../ui/state'
import type { QueueRow } from './letter'

const DAY = 86_400_000
const kinds: Readonly<Record<QueueRow['state'], StateKind>> = { draft: 'none', atApproval: 'none', submitted: 'wait', returned: 'warn', accepted: 'ok', rejected: 'block', withdrawn: 'none' }

const Mark = ({ row }: { row: QueueRow }) => {
  const t = useText()
  const words = useWords()
  if (row.state !== 'submitted') return <Chip kind={kinds[row.state]}>{words(stateNames[row.state])}</Chip>
  if (row.mended) return <Chip kind="half">{t('office.desk.mended')}</Chip>
  if (row.blockCount > 0) return <Chip kind="block">{t('office.rules.count', { n: row.blockCount })}</Chip>
  return row.warnCount > 0 ? <Chip kind="warn">{t('office.rules.count', { n: row.warnCount })}</Chip> : null
}

const Wait = ({ row }: { row: QueueRow }) => {
  const t = useText()
  const now = useSession().now()
  if (row.state !== 'submitted' || row.submittedAt === null) return null
  const n = Math.floor((now - row.submittedAt) / DAY)
  return <span>{n > 0 ? t('office.desk.days', { n }) : t('office.desk.today')}</span>
}

/** The office itself entered it, for a unit without an account. */
const Entered = ({ row }: { row: QueueRow }) => {
  const t = useText()
  return row.entered === null ? null : <small className="queue-entered">{t('office.desk.enteredMark')}</small>
}

const Item = ({ row, current }: { row: QueueRow; current: boolean }) => (
  <li>
    <Link to={`?n=${row.id}`} replace className="queue-item" aria-current={current ? 'true' : undefined}>
      <span className="who"><b className="one-line">{row.candidateName}<Entered row={row} /></b><span className="one-line" title={row.unitName}>{row.unitName}</span></span>
      <span className="how"><Mark row={row} /><Wait row={row} /></span>
    </Link>
  </li>
)

interface QueueProps { campaignId: string; waiting: readonly QueueRow[]; done: readonly QueueRow[]; currentId: string | undefined; /** What the rules have against the list as a whole. */ findings: readonly Finding[] }

export const Queue = ({ campaignId, waiting, done, currentId, findings }: QueueProps) => {
  const t = useText()
  const list = (rows: readonly QueueRow[]) => <ol>{rows.map((r) => <Item key={r.id} row={r} current={r.id === currentId} />)}</ol>
  return (
    <nav className="desk-queue" aria-label={t('office.desk.queue')}>
      {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
      {waiting.length + done.length > 0 ? <details className="desk-export"><summary className="detail">{t('office.desk.export')}</summary><p className="row-of">{(['xlsx', 'docx', 'csv'] as const).map((as) => <ButtonLink key={as} reload size="small" icon="down" to={addressOf(exportNominations, { campaignId }, { as })}>{t(`office.desk.export.${as}`)}</ButtonLink>)}</p><p className="detail muted">{t('office.desk.exportNote')}</p></details> : null}
      <div className="section-head"><h2>{t('office.desk.waiting', { n: waiting.length })}</h2>{waiting.length > 1 ? <span className="note">{t('office.desk.waitingNote')}</span> : null}</div>
      {list(waiting)}
      {done.length > 0 ? <><div className="section-head"><h2>{t('office.desk.done', { n: done.length })}</h2></div>{list(done)}</> : null}
    </nav>
  )
}
