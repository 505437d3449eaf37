/** 评分表: every candidate in this juror's own order with what was given; each opens for reading, or is scored right here. Saved as one goes; the sheet as a whole goes in at the end. */
import { Fragment, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { readSheet, submitSheet } from '#contract/operations/rounds'
import { sayEnd } from '#core/kernel/instant'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Note } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import '../jury.css'
import { BallotHead } from '../ballot/ballot-head'
import type { Ballot } from '../ballot/ballot-answer'
import { VoidedScores, VoteAgain } from '../ballot/own-signs'
import { inGroups } from '../ballot/in-groups'
import { Preferences } from '../ballot/preferences'
import { Receipt } from '../ballot/receipt'
import { SavedLine, Standing } from './saved-line'
import { ScoreFields, useTotal } from './score-fields'
import { SheetProgress } from './sheet-progress'
import './sheet.css'
import { SubmitSheet } from './submit-sheet'
import { criteriaOf, useSheet, type Line, type Sheet } from './use-sheet'
import type { TypedCard } from './kept-cards'

type Candidate = Ballot['candidates'][number]
interface RowProps { roundId: string; ballot: Ballot; candidate: Candidate; line: Line | undefined; others: readonly string[] | null; isOpen: boolean; onOpen: () => void; onChange: (part: Partial<TypedCard>, now?: boolean) => void; locked: boolean }

const Row = ({ roundId, ballot, candidate, line, others, isOpen, onOpen, onChange, locked }: RowProps) => {
  const t = useText()
  const totalOf = useTotal(ballot.rule)
  const { nominationId: id, candidateName: name, unitName, recused, reason } = candidate
  if (recused || line === undefined) return <li className="score-row recused"><div className="who"><b>{name}</b><span>{t('jury.ballot.recused', { reason })}</span></div></li>
  const [total, isInline] = [totalOf(line), criteriaOf(ballot.rule).length <= 1]
  return (
    <li className={line.isWhole ? 'score-row whole' : 'score-row'}>
      <div className="who"><Link to={`/jury/rounds/${roundId}/candidates/${id}`}><b>{name}</b><span>{unitName === '' ? t('rounds.score.read') : unitName}</span></Link></div>
      <div className="total">{isInline ? <Standing kept={line.kept} /> : <button type="button" className="open-score" aria-expanded={isOpen} onClick={onOpen}><b>{total ?? '—'}</b><span>{t(line.isWhole ? 'rounds.score.change' : line.isEmpty ? 'rounds.score.give' : 'rounds.score.goOn')}</span></button>}</div>
      {isInline || isOpen ? <div className="fields"><ScoreFields rule={ballot.rule} id={id} name={name} line={line} onChange={onChange} disabled={locked} />{isInline ? null : <Standing kept={line.kept} />}</div> : null}
      {others !== null && others.length > 0 ? <p className="others">{t('rounds.score.others', { list: others.join(t('jury.listComma')) })}</p> : null}
    </li>
  )
}

const Form = ({ roundId, ballot, sheet, onMoreConflicts }: { roundId: string; ballot: Ballot; sheet: Sheet; onMoreConflicts: () => void }) => {
  const t = useText()
  const words = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState<string | null>(null)
  const [reviewing, setReviewing] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const { lines, change, flush, done, of, standing } = useSheet(roundId, ballot, sheet)
  const act = useAct(submitSheet)
  const submitted = sheet.submittedAt
  const locked = submitted !== null && ballot.rule.seeOthers === 'afterOwn'
  const send = async (missingSeen: number) => {
    if (!(await flush())) return setReviewing(false)
    act.mutate({ params: { roundId }, body: { missingSeen } }, { onSuccess: ({ ballotCode }) => { setReviewing(false); setCode(ballotCode) } })
  }
  const next = ballot.candidates.find((c) => !c.recused && lines.get(c.nominationId)?.isWhole !== true)
  const bar = locked ? undefined : (
    <ActionBar say={<SavedLine standing={standing} n={done} of={of} />}>
      {next && done > 0 ? <Button onClick={() => void navigate(`/jury/rounds/${roundId}/candidates/${next.nominationId}`)}>{t('rounds.score.next')}</Button> : null}
      <Button look={reviewing ? 'default' : 'primary'} disabled={done === 0 || standing === 'refused'} onClick={() => setReviewing(true)}>{t(submitted === null ? 'rounds.sheet.review' : 'rounds.sheet.reviewAgain')}</Button>
    </ActionBar>
  )
  const others = new Map((sheet.others ?? []).map((o) => [o.nominationId, o.given]))
  const at = submitted === null ? '' : words(sayEnd(submitted))
  return (
    <>
      <BallotHead ballot={ballot} next={t(submitted === null ? 'rounds.sheet.nextScore' : 'rounds.sheet.nextWait')}><SheetProgress done={done} of={of} /></BallotHead>
      <PageFrame bar={bar}>
        <div className="phone-column">
          {code !== null && submitted !== null && !sheet.changedSince ? <Receipt code={code} sheet /> : null}
          {submitted === null || (code !== null && !sheet.changedSince) ? null : <Note kind={sheet.changedSince ? 'warn' : 'ok'} title={t(sheet.changedSince ? 'rounds.sheet.changed' : 'rounds.sheet.submittedAt', { at })}><p>{t(sheet.changedSince ? 'rounds.sheet.changedNote' : locked ? 'rounds.sheet.finalNote' : 'rounds.sheet.submittedNote')}</p></Note>}
          {submitted === null ? <VoteAgain roundId={roundId} /> : <VoidedScores roundId={roundId} />}
          <p className="ballot-note"><span>{t('rounds.sheet.order')}</span>{submitted === null ? <button type="button" className="link" onClick={onMoreConflicts}>{t('jury.conflicts.more')}</button> : null}</p>
          <Preferences campaignId={ballot.campaignId} />
          {inGroups(ballot).map((g) => <Fragment key={g.name?.zh ?? ''}>
          {g.name === null ? null : <h3 className="ballot-group">{words(g.name)}<span>{t('rounds.groups.of', { places: g.places, n: g.candidates.length })}</span></h3>}
          <ul className="score-sheet">
            {g.candidates.map((c) => (
              <Row key={c.nominationId} roundId={roundId} ballot={ballot} candidate={c} line={lines.get(c.nominationId)} others={sheet.others === null ? null : others.get(c.nominationId) ?? []}
                isOpen={open === c.nominationId} onOpen={() => setOpen(open === c.nominationId ? null : c.nominationId)} onChange={(part, now) => change(c.nominationId, part, now)} locked={locked} />
            ))}
          </ul>
          </Fragment>)}
        </div>
      </PageFrame>
      <SubmitSheet open={reviewing} onClose={() => setReviewing(false)} ballot={ballot} lines={lines} busy={act.isPending} trouble={act.error} onSubmit={(missing) => void send(missing)} />
    </>
  )
}

export const SheetForm = ({ roundId, ballot, onMoreConflicts }: { roundId: string; ballot: Ballot; onMoreConflicts: () => void }) => {
  const sheet = useRead(readSheet, { params: { roundId } })
  if (sheet.data) return <Form roundId={roundId} ballot={ballot} sheet={sheet.data} onMoreConflicts={onMoreConflicts} />
  return <PageFrame><Answer query={sheet}>{() => null}</Answer></PageFrame>
}
