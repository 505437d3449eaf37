/** Left column of the desk: what is looked for, who waits, longest first, then what is decided. */
import { useRef } from 'react'
import { Link } from 'react-router'
import { exportNominations } from '#contract/operations/nominations'
import type { Finding } from '#core/kernel/finding'
import { stateNames } from '#core/nomination/state'
import { addressOf } from '../../api/call'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Chip, type StateKind } from '../../ui/state'
import { HeldBatches } from './held-batches'
import { QueueFilters } from './queue-filters'
import { RaisedQuestions } from './raised-questions'
import type { QueueOfDesk, QueueRow } from './use-queue'

const DAY = 86_400_000
const kinds: Readonly<Record<QueueRow['state'], StateKind>> = { draft: 'none', atApproval: 'none', submitted: 'wait', returned: 'warn', accepted: 'ok', rejected: 'block', withdrawn: 'none' }

const Mark = ({ row }: { row: QueueRow }) => {
  const t = useText()
  const words = useWords()
  if (row.state !== 'submitted') return <Chip kind={kinds[row.state]}>{words(stateNames[row.state])}</Chip>
  if (row.mended) return <Chip kind="half">{t('office.desk.mended')}</Chip>
  return row.warned ? <Chip kind="warn">{t('office.desk.mark.warned')}</Chip> : null
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
  return row.entered ? <small className="queue-entered">{t('office.desk.enteredMark')}</small> : null
}

/** Which are chosen, with the version they were seen in. */
export interface Chosen { readonly ids: ReadonlyMap<string, number>; toggle(row: QueueRow): void; clear(): void; decide(): void }

const Item = ({ row, current, to, chosen, here }: { row: QueueRow; current: boolean; to: string; chosen: Chosen; here: readonly string[] }) => {
  const t = useText()
  return (
  <li className="queue-row">
    {row.state === 'submitted' ? <input type="checkbox" className="tick-box" aria-label={t('office.desk.bulk.choose', { name: row.candidateName })} checked={chosen.ids.has(row.id)} onChange={() => chosen.toggle(row)} /> : null}
    <Link to={to} replace className="queue-item" aria-current={current ? 'true' : undefined}>
      <span className="who"><b className="one-line">{row.candidateName}<Entered row={row} /></b><span className="one-line" title={row.unitName}>{row.unitName}</span>{here.length === 0 ? null : <span className="queue-here one-line">{t('office.desk.here', { names: here.join(t('common.comma')) })}</span>}</span>
      <span className="how"><Mark row={row} /><Wait row={row} /></span>
    </Link>
  </li>
  )
}

const Export = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  return <details className="desk-export"><summary className="detail">{t('office.desk.export')}</summary><p className="row-of">{(['xlsx', 'docx', 'csv'] as const).map((as) => <ButtonLink key={as} reload size="small" icon="down" to={addressOf(exportNominations, { campaignId }, { as })}>{t(`office.desk.export.${as}`)}</ButtonLink>)}</p><p className="detail muted">{t('office.desk.exportNote')}</p></details>
}

/** From one name to the next by the arrow keys; which one lies on the desk goes with them. */
const walk = (event: React.KeyboardEvent<HTMLElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('.queue-item')]
  const at = links.findIndex((l) => l === event.target)
  const next = by === 0 || at === -1 ? undefined : links[at + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.click()
}

interface QueueProps { campaignId: string; queue: QueueOfDesk; chosen: Chosen; currentId: string | undefined; /** Colleagues, by what they look at. */ here: ReadonlyMap<string, readonly string[]>; /** What the rules have against the list as a whole. */ findings: readonly Finding[] }

export const Queue = ({ campaignId, queue, chosen, currentId, here, findings }: QueueProps) => {
  const t = useText()
  const nav = useRef<HTMLElement>(null)
  const { rows, counts, total, filters } = queue
  const [waiting, done] = [rows.filter((r) => r.state === 'submitted'), rows.filter((r) => r.state !== 'submitted')]
  const current = rows.find((r) => r.id === currentId)
  const list = (some: readonly QueueRow[]) => <ol>{some.map((r) => <Item key={r.id} row={r} current={r.id === currentId} to={queue.addressOf(r.id)} chosen={chosen} here={here.get(r.id) ?? []} />)}</ol>
  const waitingCount = filters.state === undefined || filters.state === 'submitted' ? counts.submitted ?? 0 : 0
  return (
    <nav ref={nav} className="desk-queue" aria-label={t('office.desk.queue')} onKeyDown={walk}>
      <QueueFilters campaignId={campaignId} queue={queue} unit={current === undefined ? undefined : { id: current.unitId, name: current.unitName }} onDown={() => { const first = nav.current?.querySelector<HTMLAnchorElement>('.queue-item'); first?.focus(); first?.click() }} />
      <HeldBatches campaignId={campaignId} />
      <RaisedQuestions campaignId={campaignId} />
      {chosen.ids.size > 0 ? <div className="queue-chosen" role="group" aria-label={t('office.desk.bulk.chosen', { n: chosen.ids.size })}><b>{t('office.desk.bulk.chosen', { n: chosen.ids.size })}</b><Button size="small" hint="B" onClick={chosen.decide}>{t('office.desk.bulk.open')}</Button><Button size="small" look="quiet" onClick={chosen.clear}>{t('office.desk.bulk.clear')}</Button></div> : null}
      {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
      {total > 0 ? <Export campaignId={campaignId} /> : null}
      <div className="section-head"><h2>{t('office.desk.waiting', { n: waitingCount })}</h2>{waiting.length > 1 ? <span className="note">{t('office.desk.waitingNote')}</span> : null}</div>
      {list(waiting)}
      {done.length > 0 ? <><div className="section-head"><h2>{t('office.desk.done', { n: total - waitingCount })}</h2></div>{list(done)}</> : null}
      {queue.more === undefined ? null : <div className="queue-more"><Button size="small" busy={queue.query.isFetchingNextPage} onClick={queue.more}>{t('office.desk.more', { n: total - rows.length })}</Button></div>}
    </nav>
  )
}
