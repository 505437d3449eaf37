/** 排先后: the unit's own order of those it puts forward, moved by touch and saved as a whole. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { rankNominations, type listNominations } from '#contract/operations/nominations'
import { isStanding } from '#core/nomination/state'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { say } from '../ui/toast'
import '../ui/appraisal/appraisal.css'

type Row = AnswerOf<typeof listNominations>['nominations'][number]
const moved = (order: readonly string[], at: number, to: number): string[] => order.toSpliced(at, 1).toSpliced(to, 0, order[at]!)

/** Shown to the clerk where there is something to put in order. */
export const UnitOrder = ({ campaignId, nominations }: { campaignId: string; nominations: readonly Row[] }) => {
  const t = useText()
  const act = useAct(rankNominations)
  const standing = nominations.filter((n) => isStanding(n.state))
  const [order, setOrder] = useState<readonly string[] | null>(null)
  if (standing.length < 2) return null
  if (order === null) return <p className="gap"><Button onClick={() => setOrder(standing.map((n) => n.id))}>{t('appraisal.order.open')}</Button></p>
  const nameOf = (id: string) => standing.find((n) => n.id === id)?.candidateName ?? ''
  const save = () => act.mutate({ params: { campaignId }, body: { order: [...order] } }, { onSuccess: () => { setOrder(null); say(t('appraisal.order.done')) } })
  return (
    <section className="gap" aria-label={t('appraisal.order.title')}>
      <p className="detail muted gap">{t('appraisal.order.note')}</p>
      <ol className="order">
        {order.map((id, i) => (
          <li key={id}><span className="place">{i + 1}</span><b>{nameOf(id)}</b>
            <Button size="small" disabled={i === 0} aria-label={t('appraisal.order.upLabel', { name: nameOf(id) })} onClick={() => setOrder(moved(order, i, i - 1))}>{t('appraisal.order.up')}</Button>
            <Button size="small" disabled={i === order.length - 1} aria-label={t('appraisal.order.downLabel', { name: nameOf(id) })} onClick={() => setOrder(moved(order, i, i + 1))}>{t('appraisal.order.down')}</Button>
          </li>
        ))}
      </ol>
      <Refused error={act.error} />
      <div className="row-of gap"><Button busy={act.isPending} onClick={save}>{t('appraisal.order.save')}</Button><Button onClick={() => { setOrder(null); act.reset() }}>{t('appraisal.order.not')}</Button></div>
    </section>
  )
}
