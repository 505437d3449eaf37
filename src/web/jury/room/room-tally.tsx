/** The tally of a closed round: shares with the threshold as one line, a cut where places end; a tie stops here and waits for people. */
import { Fragment } from 'react'
import type { Finding } from '#core/kernel/finding'
import { useText } from '../../text/use-text'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { Tally, TallyCut, TallyRow, type TallyTone } from '../../ui/tally'
import { BoxCodes } from '../ballot/box-codes'
import { shareWords } from './room-figures'
import type { Round } from './round-answer'

type Result = NonNullable<Round['result']>
type Outcome = Result['rows'][number]['outcome']

const tones: Readonly<Record<Outcome, TallyTone>> = { selected: 'in', tied: 'tie', belowPlaces: 'out', belowThreshold: 'out' }

/** The rule drawn before the first row of a new kind. */
const Cut = ({ before, outcome, round, result }: { before: Outcome | undefined; outcome: Outcome; round: Round; result: Result }) => {
  const t = useText()
  if (before === undefined || before === outcome) return null
  const selected = result.rows.filter((r) => r.outcome === 'selected').length
  if (outcome === 'tied') return <TallyCut>{t('jury.tally.cutTie', { n: selected, left: round.rule.places - selected })}</TallyCut>
  if (outcome === 'belowPlaces') return <TallyCut>{t('jury.tally.cutPlaces', { n: round.rule.places })}</TallyCut>
  return <TallyCut quiet>{t('jury.tally.cutThreshold', { share: shareWords(round.rule.threshold.share) })}</TallyCut>
}

export const RoomTally = ({ round, result }: { round: Round; result: Result }) => {
  const t = useText()
  const { share } = round.rule.threshold
  return (
    <>
      {result.findings.length ? <><div className="gap" /><Findings>{result.findings.map((f) => <FindingCard key={f.code} finding={f as Finding} />)}</Findings></> : null}
      <Section title={t('jury.tally.title')} note={t('jury.tally.counted', { issued: result.issued, returned: result.returned, valid: result.valid })}>
        <Tally label={t('jury.tally.title')} threshold={shareWords(share)}>
          {result.rows.map((row, i) => (
            <Fragment key={row.nominationId}>
              <Cut before={result.rows[i - 1]?.outcome} outcome={row.outcome} round={round} result={result} />
              <TallyRow rank={row.rank} name={row.candidateName} unit={row.unitName} votes={row.approvals} entitled={row.base} threshold={share.numerator / share.denominator} tone={tones[row.outcome]} result={t(`jury.outcome.${row.outcome}`)} />
            </Fragment>
          ))}
        </Tally>
      </Section>
      <BoxCodes codes={result.ballotCodes} search={false} />
    </>
  )
}
