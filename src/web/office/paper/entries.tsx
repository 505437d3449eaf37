/** Entries of the register, newest first; a mistaken one is undone with its reason and stays readable. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { undoArrival, type paperRegister } from '#contract/operations/paper'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'

type RegisterRow = AnswerOf<typeof paperRegister>['rows'][number]
type Arrival = RegisterRow['register']['arrivals'][number]
interface Entry { readonly row: RegisterRow; readonly arrival: Arrival; readonly what: string }

const Undo = ({ entry, campaignId }: { entry: Entry; campaignId: string }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const undo = useAct(undoArrival, ['paper.register', 'paper.read'])
  const what = `${entry.row.candidateName} ${entry.what}`
  const go = () => undo.mutate({ params: { campaignId, arrivalId: entry.arrival.id }, body: { reason } }, { onSuccess: () => setAsking(false) })
  return (
    <>
      <Button size="small" look="quiet" aria-label={t('paper.register.undoLabel', { what })} onClick={() => setAsking(true)}>{t('paper.register.undo')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('paper.register.undoTitle')} actions={<><Button onClick={() => setAsking(false)}>{t('paper.register.undoKeep')}</Button><Button look="block" busy={undo.isPending} disabled={reason.trim().length < 2} onClick={go}>{t('paper.register.undo')}</Button></>}>
        <p>{what}</p>
        <p className="small muted">{t('paper.register.undoWhat')}</p>
        <TextField label={t('paper.register.undoReason')} required value={reason} onChange={setReason} />
        <Refused error={undo.error} />
      </Dialog>
    </>
  )
}

const useEntries = (rows: readonly RegisterRow[]): Entry[] => {
  const t = useText()
  const words = useWords()
  const name = (row: RegisterRow, a: Arrival) => { const paper = row.register.papers.find((p) => p.materialId === a.materialId); return a.carrier === 'paper' ? (paper ? words(paper.name) : a.materialId ?? '') : t(`paper.register.${a.carrier}`) }
  return rows.flatMap((row) => row.register.arrivals.map((arrival) => ({ row, arrival, what: t('paper.register.entry', { what: name(row, arrival), n: arrival.copies }) }))).toSorted((a, b) => b.arrival.receivedAt - a.arrival.receivedAt)
}

export const Entries = ({ rows, campaignId }: { rows: readonly RegisterRow[]; campaignId: string }) => {
  const t = useText()
  const language = useLanguage()
  const entries = useEntries(rows)
  if (entries.length === 0) return null
  const told = (a: Arrival) => (a.toldBy === 'none' ? '' : t(`paper.register.told.${a.toldBy}`, { n: a.version ?? '' }))
  const columns: Column<Entry>[] = [
    { key: 'what', head: t('paper.register.candidate'), names: true, cell: (e) => e.row.candidateName },
    { key: 'item', head: t('paper.due.title'), cell: (e) => <>{e.arrival.undone === null ? e.what : <s>{e.what}</s>} <span className="small muted">{told(e.arrival)}</span></> },
    { key: 'at', head: t('paper.register.now'), cell: (e) => t('paper.register.by', { at: sayAt(e.arrival.receivedAt, language), by: e.arrival.receivedBy }) },
    { key: 'undo', head: t('paper.register.undo'), phone: 'bare', cell: (e) => (e.arrival.undone === null ? <Undo entry={e} campaignId={campaignId} /> : <span className="small muted">{t('paper.register.undone', { reason: e.arrival.undone.reason })}</span>) },
  ]
  return <Section title={t('paper.register.entries')}><Table caption={t('paper.register.entries')} captionHidden columns={columns} rows={entries} keyOf={(e) => e.arrival.id} empty={null} /></Section>
}
