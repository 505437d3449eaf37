/** Several at once: what would come of each stands here before anything is done, and it can be undone before anybody is told. */
import { useState } from 'react'
import { holdBulk, previewBulk } from '#contract/operations/bulk'
import { dayOf, termEnd } from '#core/kernel/instant'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { State } from '../../ui/state'
import { DayField, TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'

interface BulkProps { campaignId: string; chosen: ReadonlyMap<string, number>; onClose: () => void; onHeld: () => void }

const Body = ({ campaignId, chosen, onClose, onHeld }: BulkProps) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const [kind, setKind] = useState<'accept' | 'return'>('accept')
  const [what, setWhat] = useState('')
  const [day, setDay] = useState('')
  const hold = useAct(holdBulk)
  const items = [...chosen].map(([nominationId, version]) => ({ nominationId, version }))
  const complete = kind === 'accept' || (what.trim() !== '' && day !== '')
  const decision = kind === 'return' && complete ? { decision: 'return' as const, note: '', until: termEnd(day, null), points: [{ what: what.trim(), at: '', clause: '' }] } : { decision: 'accept' as const, note: '' }
  const preview = useRead(previewBulk, { params: { campaignId }, body: { items, decision } })
  const rows = preview.data?.items ?? []
  const going = rows.filter((r) => r.against === null)
  const act = () => hold.mutate({ params: { campaignId }, body: { items: going.map(({ nominationId, version }) => ({ nominationId, version })), decision } }, { onSuccess: () => { say(t('office.desk.bulk.held', { n: going.length })); onHeld() } })
  return (
    <>
      <div className="fields">
        <RadioField label={t('office.desk.bulk.what')} value={kind} onChange={(v) => setKind(v === 'return' ? 'return' : 'accept')} options={[{ value: 'accept', label: t('office.desk.accept') }, { value: 'return', label: t('office.desk.returnAct') }]} />
        {kind === 'return' ? <><TextArea label={t('office.desk.bulk.letter')} required rows={3} max={500} value={what} onChange={setWhat} /><DayField label={t('office.desk.termDay')} required from={today} value={day} onChange={setDay} /></> : null}
      </div>
      <Answer query={preview}>{() => (
        <ul className="bulk-list">{rows.map((r) => <li key={r.nominationId}><span><b>{r.candidateName}</b> <span className="muted">{r.unitName}</span></span>{r.against === null ? <State kind={r.blockCount > 0 ? 'block' : r.warnCount > 0 ? 'warn' : 'ok'}>{t('office.desk.bulk.findings', { n: r.blockCount + r.warnCount })}</State> : <State kind="none">{t('office.desk.bulk.out', { why: words(r.against) })}</State>}</li>)}</ul>
      )}</Answer>
      <Refused error={hold.error} />
      <p className="detail muted">{t('office.desk.bulk.fact')}</p>
      <div className="dialog-actions"><Button onClick={onClose}>{t('office.desk.bulk.keep')}</Button><Button look="primary" busy={hold.isPending} disabled={!complete || going.length === 0} onClick={act}>{t(`office.desk.bulk.${kind}`, { n: going.length })}</Button></div>
    </>
  )
}

export const BulkDialog = (props: BulkProps & { open: boolean }) => {
  const t = useText()
  return <Dialog open={props.open} onClose={props.onClose} title={t('office.desk.bulk.title', { n: props.chosen.size })} actions={null}><Body {...props} /></Dialog>
}
