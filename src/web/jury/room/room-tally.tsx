/** The tally of a closed round, by whatever method: a bar and a figure each, the sentence behind it a tap away, a cut where places end; a tie stops here and waits for people. */
import { Fragment } from 'react'
import type { Finding } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { Tally, TallyCut, TallyGroup, TallyRow, type TallyTone } from '../../ui/tally'
import { BoxCodes } from '../ballot/box-codes'
import { AdjustedPicture } from './adjusted-picture'
import { Balance } from './balance'
import { Decided } from './decided'
import { GradeBar } from './grade-bar'
import { shareWords } from './room-figures'
import type { Round } from './round-answer'

type Result = NonNullable<Round['result']>
type Outcome = Result['rows'][number]['outcome']

const tones: Readonly<Record<Outcome, TallyTone>> = { selected: 'in', tied: 'tie', open: 'tie', belowPlaces: 'out', belowThreshold: 'out' }

/** The rule drawn before the first row of a new kind. */
const Cut = ({ before, outcome, round, rows, places }: { before: Outcome | undefined; outcome: Outcome; round: Round; rows: Result['rows']; places: number }) => {
  const t = useText()
  if (before === undefined || before === outcome) return null
  const selected = rows.filter((r) => r.outcome === 'selected').length
  if (outcome === 'selected') return null
  if (outcome === 'tied' || outcome === 'open') return <TallyCut>{t('jury.tally.cutTie', { n: selected, left: places - selected })}</TallyCut>
  // Below those tied nobody knows yet where the places end.
  if (outcome === 'belowPlaces') return before === 'selected' ? <TallyCut>{t('jury.tally.cutPlaces', { n: places })}</TallyCut> : <TallyCut quiet>{t('rounds.tally.cutBelow')}</TallyCut>
  return <TallyCut quiet>{round.rule.method === 'approval' ? t('jury.tally.cutThreshold', { share: shareWords(round.rule.threshold.share) }) : t('rounds.tally.cutPass')}</TallyCut>
}

/** Group by group with the places of each, or all for the same places. */
const partsOf = (round: Round, result: Result) => (result.groups.length === 0 ? [{ id: null, name: null, places: round.rule.places, rows: result.rows }] : result.groups.map((g) => ({ id: g.id, name: g.name, places: g.places, rows: result.rows.filter((r) => r.group === g.id) })))

export const RoomTally = ({ round, result }: { round: Round; result: Result }) => {
  const t = useText()
  const words = useWords()
  const { share } = round.rule.threshold
  const threshold = result.method === 'approval' ? share.numerator / share.denominator : undefined
  const adjusted = result.rows.some((r) => r.rawRank !== null)
  return (
    <>
      {result.findings.length ? <><div className="gap" /><Findings>{result.findings.map((f) => <FindingCard key={f.code} finding={f as Finding} />)}</Findings></> : null}
      <Decided round={round} result={result} />
      {round.selecting === null ? null : <Section title={t('rounds.balance.title')} note={t('rounds.balance.note', { n: round.selecting.people.filter((p) => p.chosen).length })}><Balance selecting={round.selecting} /></Section>}
      <Section title={t('jury.tally.title')} note={`${t(round.rule.method === 'score' ? 'rounds.tally.countedSheets' : 'jury.tally.counted', { issued: result.issued, returned: result.returned, valid: result.valid })}${adjusted ? t('rounds.tally.adjusted') : ''}`}>
        <Tally label={t('jury.tally.title')} threshold={shareWords(share)} figure={result.method === 'approval' ? null : t(`rounds.figure.${result.method}`)}>
          {partsOf(round, result).map((part) => <Fragment key={part.id ?? 'all'}>
          {part.name === null ? null : <TallyGroup name={words(part.name)}>{t('rounds.groups.of', { places: part.places, n: part.rows.length })}</TallyGroup>}
          {part.rows.map((row, i) => (
            <Fragment key={row.nominationId}>
              <Cut before={part.rows[i - 1]?.outcome} outcome={row.outcome} round={round} rows={part.rows} places={part.places} />
              <TallyRow rank={row.rank} name={row.candidateName} unit={row.unitName} share={row.part} {...(threshold === undefined ? {} : { threshold })} tone={tones[row.outcome]} result={row.settledBy === 'inGroup' ? t(`rounds.outcome.${row.outcome === 'selected' ? 'byGroup' : 'notByGroup'}`) : row.settledBy === 'jury' ? t(`rounds.outcome.${row.outcome === 'selected' ? 'byJury' : 'notByJury'}`) : t(row.outcome === 'tied' && result.method !== 'approval' ? 'rounds.outcome.equal' : `rounds.outcome.${row.outcome}`)}
                {...(row.parts === null ? {} : { bar: <GradeBar parts={row.parts} tone={tones[row.outcome]} /> })} figure={row.approvals === null ? <b>{words(row.label)}</b> : <><b>{row.approvals}</b><span> / {row.base}</span></>} wide={row.approvals === null} rawRank={row.rawRank} />
              {result.method === 'approval' && row.against === null && row.comments.length === 0 ? null : <SaidOfRow row={row} tone={tones[row.outcome]} />}
            </Fragment>
          ))}
          </Fragment>)}
        </Tally>
      </Section>
      {adjusted ? <AdjustedPicture round={round} result={result} /> : null}
      {result.paper === null ? null : <Section title={t('onPaper.result')}><ul className="said-lines"><li>{t('onPaper.resultFact', { scrutineers: result.paper.scrutineers, counters: result.paper.counters.join(t('jury.listComma')), settled: result.paper.settled === 0 ? t('onPaper.resultAlike') : t('onPaper.resultSettled', { n: result.paper.settled }) })}</li>{result.paper.spoilt.map((s) => <li key={s.code}>{t('onPaper.resultSpoilt', { code: s.code, reason: words(s.reason) })}</li>)}</ul></Section>}
      {result.voided.length > 0 ? <Section title={t('rounds.voided.title')} note={t('rounds.voided.note')}><ul className="said-lines">{result.voided.map((v) => <li key={`${v.personName}${v.candidateName}`}>{t('rounds.voided.line', { juror: v.personName, name: v.candidateName, given: v.given, reason: v.reason })}</li>)}</ul></Section> : null}
      {result.writeIns.length > 0 ? <Section title={t('rounds.marks.written')}><ul className="said-lines">{result.writeIns.map((w) => <li key={w.name}>{t('rounds.tally.writeIn', { name: w.name, n: w.votes })}</li>)}</ul></Section> : null}
      {result.stages.length > 0 ? <Section title={t('rounds.tally.stages')}><ol className="said-lines">{result.stages.map((s) => <li key={s.zh}>{words(s)}</li>)}</ol></Section> : null}
      <BoxCodes codes={result.ballotCodes} search={false} />
    </>
  )
}

/** How the figure comes about, to be checked with a pencil; and what was written beside it. */
const SaidOfRow = ({ row, tone }: { row: Result['rows'][number]; tone: TallyTone }) => {
  const t = useText()
  const words = useWords()
  return (
    <div role="row" className={`said-row ${tone}`}><div role="cell" className="said-of-row">
      <details><summary>{t('rounds.tally.how')}{row.comments.length > 0 ? t('rounds.tally.comments', { n: row.comments.length }) : ''}</summary>
        <p>{words(row.say)}{row.against === null ? '' : `${t('rounds.tally.marks', { against: row.against, abstained: row.abstained ?? 0 })}`}</p>
        {row.comments.map((k, i) => <p key={i}>{k.by === null ? '' : `${k.by}：`}{k.text}</p>)}
      </details>
    </div></div>
  )
}
