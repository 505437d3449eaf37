/** 赞成、反对、弃权 for each candidate, and names written in, where the rule asks for them. Whoever is left unmarked is abstained from. */
import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { castBallot } from '#contract/operations/jury'
import { sayEnd } from '#core/kernel/instant'
import { checkBallot } from '#core/review/ballot'
import { groupsByName } from '#core/review/group-limits'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { TextField } from '../../ui/text-fields'
import '../jury.css'
import '../sheet/sheet.css'
import { BallotHead } from '../ballot/ballot-head'
import type { Ballot } from '../ballot/ballot-answer'
import { inGroups } from '../ballot/in-groups'
import { useKeptChoice } from '../ballot/kept-choice'
import { PlacesLeft } from '../ballot/places-left'
import { Preferences } from '../ballot/preferences'
import { Receipt } from '../ballot/receipt'

type Mark = 'for' | 'against' | 'abstain'
interface Marks { readonly marks: Readonly<Record<string, Mark>>; readonly writeIns: readonly string[] }
const empty: Marks = { marks: {}, writeIns: [] }
const isMarks = (v: unknown): v is Marks => typeof v === 'object' && v !== null && 'marks' in v && 'writeIns' in v && Array.isArray(v.writeIns)

export const MarksForm = ({ roundId, ballot, onMoreConflicts }: { roundId: string; ballot: Ballot; onMoreConflicts: () => void }) => {
  const t = useText()
  const words = useWords()
  const { rule } = ballot
  const { value, receipt, set, cast } = useKeptChoice<Marks>(roundId, empty, isMarks)
  const [reviewing, setReviewing] = useState(false)
  const act = useAct(castBallot)
  const open = ballot.candidates.filter((c) => !c.recused)
  const of = (mark: Mark) => open.filter((c) => value.marks[c.nominationId] === mark).map((c) => c.nominationId)
  const writeIns = value.writeIns.map((w) => w.trim()).filter((w) => w !== '')
  const body = { approvals: of('for'), ...(rule.marks?.against === true && { against: of('against') }), abstained: of('abstain'), ...(writeIns.length > 0 && { writeIns }) }
  const groups = groupsByName(rule, ballot.candidates)
  const findings = checkBallot(rule, { ...body, candidates: ballot.candidates.map((c) => c.nominationId), recused: [], present: ballot.present, ...(groups && { groups }) })
  const voted = ballot.votedAt !== null
  const mark = (id: string, m: Mark) => set({ ...value, marks: { ...value.marks, [id]: m } })
  const options: Mark[] = ['for', ...(rule.marks?.against === true ? ['against' as const] : []), 'abstain']
  const send = () => act.mutate({ params: { roundId }, body }, { onSuccess: ({ ballotCode }) => { setReviewing(false); cast(ballotCode) } })
  const said = t('rounds.marks.said', { yes: body.approvals.length, no: of('against').length, rest: open.length - body.approvals.length - of('against').length })
  const nameOf = (id: string) => ballot.candidates.find((c) => c.nominationId === id)?.candidateName ?? ''
  return (
    <>
      <BallotHead ballot={ballot} next={t(voted ? 'jury.ballot.nextVoted' : 'rounds.marks.next')}><PlacesLeft rule={rule} approved={body.approvals.length + writeIns.length} /></BallotHead>
      <PageFrame bar={<ActionBar say={findings[0] ? words(findings[0].what) : said}><Button look={reviewing ? 'default' : 'primary'} disabled={findings.length > 0} onClick={() => setReviewing(true)}>{t(voted ? 'jury.ballot.reviewAgain' : 'jury.ballot.review')}</Button></ActionBar>}>
        <div className="phone-column">
          {receipt !== null && voted ? <Receipt code={receipt} /> : voted ? <Note kind="ok" title={t('jury.ballot.votedAt', { at: words(sayEnd(ballot.votedAt ?? 0)) })}><p>{t('jury.ballot.votedNote')}</p></Note> : null}
          {findings.length > 0 ? <Findings>{findings.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings> : null}
          <p className="ballot-note"><span>{t('rounds.marks.note')}</span>{voted ? null : <button type="button" className="link" onClick={onMoreConflicts}>{t('jury.conflicts.more')}</button>}</p>
          <Preferences campaignId={ballot.campaignId} />
          {inGroups(ballot).map((g) => <Fragment key={g.name?.zh ?? ''}>
          {g.name === null ? null : <h3 className="ballot-group">{words(g.name)}<span>{t('rounds.groups.of', { places: g.places, n: g.candidates.length })}{g.most === undefined ? '' : t('rounds.groups.most', { n: g.most })}</span></h3>}
          <ul className="score-sheet">
            {g.candidates.map((c) => (c.recused ? <li key={c.nominationId} className="score-row recused"><div className="who"><b>{c.candidateName}</b><span>{t('jury.ballot.recused', { reason: c.reason })}</span></div></li> : (
              <li key={c.nominationId} className="score-row">
                <div className="who"><Link to={`/jury/rounds/${roundId}/candidates/${c.nominationId}`}><b>{c.candidateName}</b><span>{c.unitName}</span></Link></div>
                <div className="grades" role="radiogroup" aria-label={c.candidateName}>
                  {options.map((m) => <label key={m} className={value.marks[c.nominationId] === m ? 'on' : ''}><input type="radio" name={`mark-${c.nominationId}`} aria-label={`${t(`rounds.marks.${m}`)} ${c.candidateName}`} checked={value.marks[c.nominationId] === m} onChange={() => mark(c.nominationId, m)} />{t(`rounds.marks.${m}`)}</label>)}
                </div>
              </li>
            )))}
          </ul>
          </Fragment>)}
          {rule.marks?.writeIn === true ? (
            <div className="stack gap">
              {value.writeIns.map((w, i) => <TextField key={i} label={t('rounds.marks.writeIn', { n: i + 1 })} value={w} max={60} onChange={(typed) => set({ ...value, writeIns: value.writeIns.map((x, k) => (k === i ? typed : x)) })} />)}
              <p><Button size="small" onClick={() => set({ ...value, writeIns: [...value.writeIns, ''] })}>{t('rounds.marks.addWriteIn')}</Button></p>
            </div>
          ) : null}
        </div>
      </PageFrame>
      <Dialog open={reviewing} onClose={() => setReviewing(false)} title={t('rounds.marks.review')} actions={<><Button onClick={() => setReviewing(false)}>{t('jury.review.back')}</Button><Button look="primary" busy={act.isPending} onClick={send}>{t('jury.review.cast')}</Button></>}>
        <Refused error={act.error} lost={t('jury.review.notCast')} />
        <p>{said}</p>
        {body.approvals.length > 0 ? <p className="detail">{t('rounds.marks.for')}：{body.approvals.map(nameOf).join(t('jury.listComma'))}</p> : null}
        {of('against').length > 0 ? <p className="detail">{t('rounds.marks.against')}：{of('against').map(nameOf).join(t('jury.listComma'))}</p> : null}
        {writeIns.length > 0 ? <p className="detail">{t('rounds.marks.written')}：{writeIns.join(t('jury.listComma'))}</p> : null}
        <p className="detail muted">{t('jury.review.sealed')}</p>
      </Dialog>
    </>
  )
}
