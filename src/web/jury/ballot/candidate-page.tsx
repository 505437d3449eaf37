/** `/jury/rounds/:roundId/candidates/:nominationId`: one dossier as jurors read it: deeds first, then the facts, then pictures and films; previous, next, approve. */
import { Link, useNavigate, useParams } from 'react-router'
import { readCampaign } from '#contract/operations/campaigns'
import { readBallot, readCandidate } from '#contract/operations/jury'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { useRead } from '../../api/use-operation'
import { Answer } from '../../ui/answer'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { KeyValue } from '../../ui/key-value'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import '../jury.css'
import { AppraisalNumbers } from './appraisal-numbers'
import { useBallotDraft } from './ballot-draft'
import type { Ballot, Candidate } from './ballot-answer'
import { CandidateMaterials } from './candidate-materials'
import { shownFields } from './field-words'
import { PlacesLeft } from './places-left'
import { ScorePanel } from '../sheet/score-panel'

const Dossier = ({ roundId, nominationId, candidate, definition }: { roundId: string; nominationId: string; candidate: Candidate; definition: ResolvedDefinition }) => {
  const words = useWords()
  const t = useText()
  if (candidate.offline) return <p className="detail" role="note">{t('secrecy.offline.jury')}</p>
  const { long, short } = shownFields(definition, candidate.fields)
  return (
    <>
      {long.map((f) => <Section key={f.id} title={words(f.label)}><p className="deed">{words(f.text)}</p></Section>)}
      {short.length === 0 ? null : <Section title={t('jury.candidate.facts')}><KeyValue nameWidth={104} pairs={short.map((f) => ({ name: words(f.label), value: words(f.text) }))} /></Section>}
      {candidate.appraisal === null || candidate.appraisal.from === null ? null : <AppraisalNumbers told={{ ...candidate.appraisal, from: candidate.appraisal.from }} />}
      {candidate.blind && candidate.materials.length === 0 ? null : <CandidateMaterials roundId={roundId} nominationId={nominationId} candidate={candidate} definition={definition} />}
    </>
  )
}

/** Previous and next in the juror's own order; one recused from cannot be opened. */
const useNeighbours = (ballot: Ballot, nominationId: string) => {
  const open = ballot.candidates.filter((c) => !c.recused)
  const at = open.findIndex((c) => c.nominationId === nominationId)
  return { at, of: open.length, before: open[at - 1], after: open[at + 1] }
}

const Bar = ({ roundId, nominationId, ballot }: { roundId: string; nominationId: string; ballot: Ballot }) => {
  const t = useText()
  const navigate = useNavigate()
  const { before, after, at, of } = useNeighbours(ballot, nominationId)
  const { approvals, toggle } = useBallotDraft(roundId, ballot.candidates.filter((c) => !c.recused).map((c) => c.nominationId))
  const chosen = approvals.includes(nominationId)
  // Scores, rankings and marks are not given in the bar.
  const ticks = ballot.rule.method === 'approval' && ballot.rule.marks === undefined
  const full = ballot.rule.maxApprovals !== null && approvals.length >= ballot.rule.maxApprovals
  const go = (c: { nominationId: string } | undefined) => c && void navigate(`/jury/rounds/${roundId}/candidates/${c.nominationId}`)
  return (
    <ActionBar say={<>{t('jury.candidate.at', { n: at + 1, of })}{ballot.state === 'open' && ticks ? <PlacesLeft rule={ballot.rule} approved={approvals.length} /> : null}</>}>
      <Button disabled={!before} onClick={() => go(before)}>{t('jury.candidate.previous')}</Button>
      {ballot.state === 'open' && ticks ? <Button look={chosen ? 'default' : 'primary'} aria-pressed={chosen} disabled={!chosen && full} onClick={() => toggle(nominationId)}>{t(chosen ? 'jury.candidate.takeBack' : 'jury.candidate.approve')}</Button> : null}
      <Button disabled={!after} onClick={() => go(after)}>{t('jury.candidate.next')}</Button>
    </ActionBar>
  )
}

const CandidateOf = ({ roundId, nominationId, ballot }: { roundId: string; nominationId: string; ballot: Ballot }) => {
  const t = useText()
  const campaign = useRead(readCampaign, { params: { campaignId: ballot.campaignId } })
  const candidate = useRead(readCandidate, { params: { roundId, nominationId } })
  return (
    <PageFrame bar={<Bar roundId={roundId} nominationId={nominationId} ballot={ballot} />}>
      <div className="reading-column">
        <p className="detail"><Link className="link" to={`/jury/rounds/${roundId}`}>{t(ballot.rule.method === 'score' ? 'rounds.sheet.back' : 'jury.candidate.back')}</Link></p>
        <Answer query={candidate} shape="text" lines={8}>
          {(c) => (
            <>
              <h1 className="person-name">{c.candidateName}</h1>
              <p className="muted">{c.unitName}</p>
              {c.blind ? <p className="detail muted" role="note">{t('rounds.blind.note')}</p> : null}
              {ballot.state === 'open' && ballot.rule.method === 'score' ? <ScorePanel roundId={roundId} ballot={ballot} nominationId={nominationId} name={c.candidateName} /> : null}
              <Answer query={campaign} shape="text">{({ definition }) => <Dossier roundId={roundId} nominationId={nominationId} candidate={c} definition={definition} />}</Answer>
            </>
          )}
        </Answer>
      </div>
    </PageFrame>
  )
}

export const CandidatePage = () => {
  const { roundId = '', nominationId = '' } = useParams()
  const ballot = useRead(readBallot, { params: { roundId } })
  if (ballot.data) return <CandidateOf key={nominationId} roundId={roundId} nominationId={nominationId} ballot={ballot.data} />
  return <PageFrame><Answer query={ballot}>{() => null}</Answer></PageFrame>
}
