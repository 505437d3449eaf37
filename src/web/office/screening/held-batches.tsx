/** What was decided for several and is not told yet: how long it can still be undone; and which dropped out of what was released. */
import { useEffect, useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { listHeld, releaseHeld, undoHeld } from '#contract/operations/bulk'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { State } from '../../ui/state'

type Batch = AnswerOf<typeof listHeld>['batches'][number]

const Left = ({ until }: { until: number }) => {
  const t = useText()
  const session = useSession()
  const [now, setNow] = useState(session.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(session.now()), 1000)
    return () => clearInterval(timer)
  }, [session])
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  return <b className="figures">{seconds === 0 ? t('office.desk.held.soon') : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</b>
}

const Waiting = ({ campaignId, batch }: { campaignId: string; batch: Batch }) => {
  const t = useText()
  const [undo, release] = [useAct(undoHeld), useAct(releaseHeld)]
  const request = { params: { campaignId }, body: { batchId: batch.id } }
  return (
    <div className="held">
      <p className="detail">{t(`office.desk.held.${batch.decision}`, { who: batch.heldBy, n: batch.items.length })} <Left until={batch.releaseAt} /></p>
      <p className="small muted">{batch.items.map((i) => i.candidateName).join(t('common.comma'))}</p>
      <div className="row-of"><Button size="small" busy={undo.isPending} onClick={() => undo.mutate(request)}>{t('office.desk.held.undo')}</Button><Button size="small" look="quiet" busy={release.isPending} onClick={() => release.mutate(request)}>{t('office.desk.held.now')}</Button></div>
      <Refused error={undo.error ?? release.error} />
    </div>
  )
}

export const HeldBatches = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const { data } = useRead(listHeld, { params: { campaignId } }, { refetchMs: 15_000, look: 'campaign' })
  const batches = data?.batches ?? []
  const waiting = batches.filter((b) => b.releasedAt === null && b.undoneAt === null)
  const dropped = batches.filter((b) => b.releasedAt !== null).flatMap((b) => b.items.filter((i) => i.outcome === 'dropped'))
  if (waiting.length + dropped.length === 0) return null
  return (
    <section className="held-list" aria-label={t('office.desk.held.title')}>
      {waiting.map((b) => <Waiting key={b.id} campaignId={campaignId} batch={b} />)}
      {dropped.length === 0 ? null : <p className="detail"><State kind="warn">{t('office.desk.held.dropped', { names: dropped.map((i) => i.candidateName).join(t('common.comma')) })}</State></p>}
    </section>
  )
}
