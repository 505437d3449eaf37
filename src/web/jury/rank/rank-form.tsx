/** 排序票: whom one ranks, best first; moved by buttons or with the arrow keys, nothing has to be dragged. */
import { useState } from 'react'
import { Link } from 'react-router'
import { castBallot } from '#contract/operations/jury'
import { sayEnd } from '#core/kernel/instant'
import { checkAnyBallot } from '#core/review/ballot-of-method'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import '../jury.css'
import { BallotHead } from '../ballot/ballot-head'
import type { Ballot } from '../ballot/ballot-answer'
import { useKeptChoice } from '../ballot/kept-choice'
import { Preferences } from '../ballot/preferences'
import { Receipt } from '../ballot/receipt'
import { flat, joined, moved, placed, removed, type Order } from './order'
import { RankedRow } from './ranked-row'
import './rank.css'

const isOrder = (v: unknown): v is Order => Array.isArray(v) && v.every((g) => Array.isArray(g) && g.every((id) => typeof id === 'string'))

export const RankForm = ({ roundId, ballot, onMoreConflicts }: { roundId: string; ballot: Ballot; onMoreConflicts: () => void }) => {
  const t = useText()
  const words = useWords()
  const { rule } = ballot
  const { value, receipt, set, cast } = useKeptChoice<Order>(roundId, [], isOrder)
  const [reviewing, setReviewing] = useState(false)
  const act = useAct(castBallot)
  const open = ballot.candidates.filter((c) => !c.recused)
  const about = new Map(open.map((c) => [c.nominationId, c]))
  const ranking = value.map((g) => g.filter((id) => about.has(id))).filter((g) => g.length > 0)
  const left = open.filter((c) => !flat(ranking).includes(c.nominationId))
  const findings = checkAnyBallot(rule, { approvals: [], ranking, candidates: ballot.candidates.map((c) => c.nominationId), recused: [], present: ballot.present })
  const voted = ballot.votedAt !== null
  const send = () => act.mutate({ params: { roundId }, body: { ranking: ranking.map((g) => [...g]) } }, { onSuccess: ({ ballotCode }) => { setReviewing(false); cast(ballotCode) } })
  const bar = (
    <ActionBar say={findings[0] ? words(findings[0].what) : flat(ranking).length === 0 ? t('rounds.rank.blank') : t('rounds.rank.ranked', { n: flat(ranking).length, of: open.length })}>
      <Button look={reviewing ? 'default' : 'primary'} disabled={findings.length > 0} onClick={() => setReviewing(true)}>{t(voted ? 'jury.ballot.reviewAgain' : 'jury.ballot.review')}</Button>
    </ActionBar>
  )
  return (
    <>
      <BallotHead ballot={ballot} next={t(voted ? 'jury.ballot.nextVoted' : 'rounds.rank.next')} />
      <PageFrame bar={bar}>
        <div className="phone-column">
          {receipt !== null && voted ? <Receipt code={receipt} /> : voted ? <Note kind="ok" title={t('jury.ballot.votedAt', { at: words(sayEnd(ballot.votedAt ?? 0)) })}><p>{t('jury.ballot.votedNote')}</p></Note> : null}
          {findings.length > 0 ? <Findings>{findings.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings> : null}
          <p className="ballot-note"><span>{t(rule.ranking?.by === 'borda' || rule.ranking?.by === 'schulze' ? 'rounds.rank.noteAll' : 'rounds.rank.noteSome')}</span>{voted ? null : <button type="button" className="link" onClick={onMoreConflicts}>{t('jury.conflicts.more')}</button>}</p>
          <Preferences campaignId={ballot.campaignId} />
          <h2 className="rank-title">{t('rounds.rank.mine')}</h2>
          {ranking.length === 0 ? <p className="detail muted">{t('rounds.rank.none')}</p> : (
            <ol className="ranking">
              {ranking.map((group, g) => {
                const at = 1 + flat(ranking.slice(0, g)).length
                return group.map((id) => (
                  <RankedRow key={id} roundId={roundId} candidate={about.get(id)!} place={at} isFirst={g === 0 && group.length === 1} isLast={g === ranking.length - 1 && group.length === 1} mayJoin={rule.ranking?.equals === true && g > 0 && group.length === 1}
                    onMove={(by) => set(moved(ranking, id, by))} onOut={() => set(removed(ranking, id))} onJoin={() => set(joined(ranking, id))} />
                ))
              })}
            </ol>
          )}
          {left.length > 0 ? <h2 className="rank-title">{t('rounds.rank.left', { n: left.length })}</h2> : null}
          {left.length === 0 ? null : <ul className="unranked">
            {left.map((c) => (
              <li key={c.nominationId}><Link to={`/jury/rounds/${roundId}/candidates/${c.nominationId}`}><b>{c.candidateName}</b><span>{c.group === null ? '' : `${words(c.group)}　`}{c.unitName}</span></Link><Button size="small" onClick={() => set(placed(ranking, c.nominationId))}>{t('rounds.rank.put', { n: flat(ranking).length + 1 })}</Button></li>
            ))}
          </ul>}
          {ballot.candidates.filter((c) => c.recused).map((c) => <p key={c.nominationId} className="detail muted">{c.candidateName}　{t('jury.ballot.recused', { reason: c.reason })}</p>)}
        </div>
      </PageFrame>
      <Dialog open={reviewing} onClose={() => setReviewing(false)} title={t(flat(ranking).length === 0 ? 'rounds.rank.reviewBlank' : 'rounds.rank.review', { n: flat(ranking).length })}
        actions={<><Button onClick={() => setReviewing(false)}>{t('jury.review.back')}</Button><Button look="primary" busy={act.isPending} onClick={send}>{t('jury.review.cast')}</Button></>}>
        <Refused error={act.error} lost={t('jury.review.notCast')} />
        <ol className="review-list">{ranking.map((g, i) => <li key={g.join()}><b>{i + 1}</b><span>{g.map((id) => about.get(id)!.candidateName).join(t('jury.listComma'))}</span></li>)}</ol>
        <p className="detail muted">{t('jury.review.sealed')}</p>
      </Dialog>
    </>
  )
}
