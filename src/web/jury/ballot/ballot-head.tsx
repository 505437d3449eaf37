/** Head of the juror's pages: name of the round, its rule in one sentence, what is to be done now. */
import type { ReactNode } from 'react'
import { sayRule } from '#core/rules/kinds'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import { WhoSeesBallots } from '../../ui/who-sees-ballots'
import type { Ballot } from './ballot-answer'

export const BallotHead = ({ ballot, next, children }: { ballot: Ballot; next: string; children?: ReactNode }) => {
  const t = useText()
  const words = useWords()
  return (
    <section className="ballot-head" aria-label={words(ballot.rule.name)}>
      <h1>{t('jury.round.named', { name: words(ballot.rule.name), ballot: t(ballot.rule.method === 'score' ? `rounds.scoring.${ballot.rule.ballot}` : `jury.ballot.${ballot.rule.ballot}`) })}</h1>
      <p className="band-next"><b>{t('common.nextStep')}</b><span>{next}</span></p>
      <p className="rule">{words(sayRule(ballot.rule))} <ClauseRef clause={ballot.rule.rests} /> <WhoSeesBallots round={ballot.rule} /></p>
      {children}
    </section>
  )
}
