/** One block a candidate: who, what the level above has of them and lacks, how it stands there, what comes next, what came back. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { takeOwnSeat } from '#contract/operations/upward'
import { sayFullEnd } from '#core/kernel/instant'
import { stateNames } from '#core/nomination/state'
import { outcomeNames } from '#core/upward/contents'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Note } from '../../ui/finding-card'
import { sayAt } from '../../ui/say-time'
import { State } from '../../ui/state'
import { Fills } from './fills'
import { choosable, type Candidate, type Upward } from './reading'

const outcomeKinds = { accepted: 'ok', returned: 'warn', rejected: 'block', notChosen: 'info', honoured: 'ok', revoked: 'block' } as const

/** Sits down in our place there, and opens what is to be done. */
export const useSit = (to: string) => {
  const navigate = useNavigate()
  const sit = useAct(takeOwnSeat)
  const go = (nominationId: string, as: 'unitClerk' | 'unitApprover') => sit.mutate({ params: { campaignId: to }, body: { as } }, { onSuccess: () => void navigate(`/unit/n/${nominationId}${as === 'unitApprover' ? '/approve' : ''}`) })
  return { go, error: sit.error, busy: sit.isPending }
}

const Next = ({ candidate: c, upward }: { candidate: Candidate; upward: Upward }) => {
  const t = useText()
  const { go, error, busy } = useSit(upward.to!.campaignId)
  const own = upward.seats?.own ?? null
  if (c.how === 'revoked') return <span className="small muted">{t('upward.next.revoked')}</span>
  if (c.above === null || c.above.state === 'withdrawn') return null
  const { state, nominationId, open } = c.above
  if (state === 'submitted') return <span className="small muted">{t('upward.next.sent')}</span>
  if (state === 'draft' || state === 'returned') {
    if (own === 'unitApprover') return <span className="small muted">{t('upward.next.needsClerk')}</span>
    const act = state === 'returned' ? 'mend' : 'fill'
    const said = act === 'fill' && open > 0 ? t('upward.next.fillOf', { n: open }) : t(`upward.next.${act}`)
    return <><Button size="small" busy={busy} aria-label={t('upward.actOf', { act: said, name: c.name })} onClick={() => go(nominationId, 'unitClerk')}>{said}</Button><Refused error={error} /></>
  }
  if (state !== 'atApproval') return null
  if (own === 'unitClerk') return <span className="small muted">{t('upward.next.needsOther')}</span>
  return <><Button size="small" busy={busy} aria-label={t('upward.actOf', { act: t('upward.next.seal'), name: c.name })} onClick={() => go(nominationId, 'unitApprover')}>{t('upward.next.seal')}</Button><Refused error={error} /></>
}

const Came = ({ candidate }: { candidate: Candidate }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const results = candidate.above?.results ?? []
  if (results.length === 0) return null
  return (
    <div className="came findings">{results.map((r) => (
      <Note key={`${r.outcome}${r.at}`} kind={outcomeKinds[r.outcome]} title={`${words(outcomeNames[r.outcome])}　${sayAt(r.at, language)}`}>
        {r.note === '' ? null : <p>{r.note}</p>}
        {r.points.length === 0 ? null : <ul>{r.points.map((p, i) => <li key={i}>{p.at === '' ? '' : `${p.at}：`}{p.what}{p.clause === '' ? '' : `（${p.clause}）`}</li>)}</ul>}
        {r.until === null ? null : <p>{t('upward.backUntil', { end: words(sayFullEnd(r.until)) })}</p>}
        {r.number === null ? null : <p>{t('upward.backNumber', { n: r.number })}</p>}
      </Note>
    ))}</div>
  )
}

const Row = ({ candidate: c, upward, chosen, onChoose }: { candidate: Candidate; upward: Upward; chosen: boolean; onChoose: (chosen: boolean) => void }) => {
  const t = useText()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const state = c.above?.state
  const asked = (): string => {
    if (c.above === null || state === 'withdrawn') return c.open === 0 ? t('upward.haveAll', { filled: c.filled }) : t('upward.haveOf', { filled: c.filled, open: c.open })
    if (state !== 'draft' && state !== 'atApproval' && state !== 'returned') return ''
    return c.above.open === 0 ? t('upward.aboveWhole') : t('upward.aboveOpen', { n: c.above.open })
  }
  return (
    <li>
      <span>{choosable(c) ? <input type="checkbox" className="tick-box" aria-label={t('upward.choose', { name: c.name })} checked={chosen} onChange={(e) => onChoose(e.target.checked)} /> : null}</span>
      <div className="who"><b>{c.name}</b><span className="small muted">{c.employer === '' ? c.unitName : c.employer}　{t(`upward.how.${c.how}`)}</span></div>
      <div className="asked detail">{asked()}</div>
      <div className="now detail">{state === undefined ? <span className="muted">{t('upward.notYet')}</span> : <State kind={state === 'accepted' ? 'ok' : state === 'returned' ? 'warn' : state === 'rejected' ? 'block' : state === 'submitted' ? 'wait' : 'half'}>{words(stateNames[state])}</State>}</div>
      <div className="ways">
        <Next candidate={c} upward={upward} />
        <Button size="small" look="quiet" aria-expanded={open} aria-label={t('upward.actOf', { act: t(open ? 'upward.lookClose' : 'upward.look'), name: c.name })} onClick={() => setOpen(!open)}>{t(open ? 'upward.lookClose' : 'upward.look')}</Button>
      </div>
      <Came candidate={c} />
      {open ? <Fills candidate={c} /> : null}
    </li>
  )
}

export const CandidateList = ({ upward, chosen, onChoose }: { upward: Upward; chosen: readonly string[]; onChoose: (ids: readonly string[]) => void }) => (
  <ul className="going-up">{upward.candidates.map((c) => (
    <Row key={c.nominationId} candidate={c} upward={upward} chosen={chosen.includes(c.nominationId)}
      // In our order, whatever the order of the ticks.
      onChoose={(on) => onChoose(upward.candidates.map((x) => x.nominationId).filter((id) => (id === c.nominationId ? on : chosen.includes(id))))} />
  ))}</ul>
)
