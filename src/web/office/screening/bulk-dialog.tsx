/** Several at once: what would come of each stands here before anything is done, and it can be undone before anybody is told. */
import { useState, type ReactNode } from 'react'
import { holdBulk, listHeld, previewBulk } from '#contract/operations/bulk'
import { dayOf } from '#core/kernel/instant'
import { holdLimits } from '#core/nomination/hold'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { State } from '../../ui/state'
import { DayField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { BulkLetter, firstDraft, letterOf, type BulkRow, type Draft } from './bulk-letter'

interface BulkProps { campaignId: string; chosen: ReadonlyMap<string, number>; onClose: () => void; onHeld: () => void }

const Row = ({ row, children }: { row: BulkRow; children: ReactNode }) => {
  const t = useText()
  const words = useWords()
  return <li><span><b>{row.candidateName}</b> <span className="muted">{row.unitName}</span></span>{row.against === null ? <State kind={row.blockCount > 0 ? 'block' : row.warnCount > 0 ? 'warn' : 'ok'}>{t('office.desk.bulk.findings', { n: row.blockCount + row.warnCount })}</State> : <State kind="none">{t('office.desk.bulk.out', { why: words(row.against) })}</State>}{children}</li>
}

const Body = ({ campaignId, chosen, onClose, onHeld }: BulkProps) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const title = useGateTitle()
  const [kind, setKind] = useState<'accept' | 'return'>('accept')
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [day, setDay] = useState('')
  const [still, setStill] = useState(false)
  const hold = useAct(holdBulk)
  const held = useRead(listHeld, { params: { campaignId } })
  const items = [...chosen].map(([nominationId, version]) => ({ nominationId, version }))
  const decision = kind === 'accept' ? { decision: 'accept' as const, still } : { decision: 'return' as const }
  const preview = useRead(previewBulk, { params: { campaignId }, body: { items, decision: kind === 'accept' ? { decision: 'accept' } : { decision: 'return' } } })
  const rows = preview.data?.items ?? []
  const going = rows.filter((r) => r.against === null)
  const draftOf = (r: BulkRow) => drafts.get(r.nominationId) ?? firstDraft(r, day)
  const put = (id: string, d: Draft) => setDrafts(new Map([...drafts, [id, d]]))
  const all = (to: string) => { setDay(to); setDrafts(new Map([...drafts].map(([id, d]) => [id, { ...d, day: to }]))) }
  const lacking = kind === 'return' ? going.filter((r) => letterOf(r, draftOf(r)) === undefined).length : 0
  const asks = asPoints(preview.data?.asks ?? [])
  const complete = going.length > 0 && lacking === 0 && (kind === 'return' || asks.length === 0 || still)
  const body = { items: going.map((r) => { const letter = kind === 'return' ? letterOf(r, draftOf(r)) : undefined; return { nominationId: r.nominationId, version: r.version, ...(letter && { letter }) } }), decision }
  const act = () => hold.mutate({ params: { campaignId }, body }, { onSuccess: () => { say(t('office.desk.bulk.held', { n: going.length })); onHeld() } })
  return (
    <>
      <div className="fields">
        <RadioField label={t('office.desk.bulk.what')} value={kind} onChange={(v) => setKind(v === 'return' ? 'return' : 'accept')} options={[{ value: 'accept', label: t('office.desk.accept') }, { value: 'return', label: t('office.desk.returnAct') }]} />
        {kind === 'return' ? <DayField label={t('office.desk.bulk.sameTerm')} from={today} value={day} onChange={all} /> : null}
      </div>
      <Answer query={preview}>{() => <ul className="bulk-list">{rows.map((r) => <Row key={r.nominationId} row={r}>{kind === 'return' && r.against === null ? <BulkLetter row={r} draft={draftOf(r)} onChange={(d) => put(r.nominationId, d)} today={today} /> : null}</Row>)}</ul>}</Answer>
      {kind === 'accept' && asks.length > 0 && going.length > 0 ? <div className="gap"><h3>{title}</h3><StillFits points={asks} n={going.length} checked={still} onChange={setStill} /></div> : null}
      <Refused error={hold.error} />
      <p className="detail muted gap">{t('office.desk.bulk.fact', { n: held.data?.holdMinutes ?? holdLimits.usual, page: t('office.nav.deadline') })}</p>
      {lacking > 0 ? <p className="detail" role="status">{t('office.desk.bulk.lacking', { n: lacking })}</p> : null}
      <div className="dialog-actions"><Button onClick={onClose}>{t('office.desk.bulk.keep')}</Button><Button look="primary" busy={hold.isPending} disabled={!complete} onClick={act}>{t(`office.desk.bulk.${kind}`, { n: going.length })}</Button></div>
    </>
  )
}

export const BulkDialog = (props: BulkProps & { open: boolean }) => {
  const t = useText()
  return <Dialog wide open={props.open} onClose={props.onClose} title={t('office.desk.bulk.title', { n: props.chosen.size })} actions={null}><Body {...props} /></Dialog>
}
