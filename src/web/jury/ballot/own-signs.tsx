/** What was found about this juror: hints to look at before declaring, and a vote that has to be given again. */
import { readOwnSigns } from '#contract/operations/conflicts'
import { certaintyNames, signNames } from '#core/review/conflicts/say'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Note } from '../../ui/finding-card'
import { sayAt } from '../../ui/say-time'

export const useOwnSigns = (roundId: string) => useRead(readOwnSigns, { params: { roundId } }, { refetchMs: 30_000 }).data

/** Beside one name on the list. */
export const OwnHint = ({ roundId, nominationId }: { roundId: string; nominationId: string }) => {
  const t = useText()
  const words = useWords()
  const found = useOwnSigns(roundId)?.signs.find((s) => s.nominationId === nominationId)
  if (found === undefined) return null
  return <p className="own-hint">{found.kinds.map((k) => t('conflicts.own.hint', { kind: `${words(signNames[k.kind])}${k.certainty === 'certain' ? '' : words({ zh: `，${certaintyNames[k.certainty].zh}`, en: `, ${certaintyNames[k.certainty].en}` })}`, words: k.words })).filter((s, i, all) => all.indexOf(s) === i).map((s) => <span key={s}>{s}</span>)}</p>
}

export const VoteAgain = ({ roundId }: { roundId: string }) => {
  const t = useText()
  const language = useLanguage()
  const again = useOwnSigns(roundId)?.voteAgain
  if (again === undefined || again === null) return null
  return <Note kind="warn" title={t('conflicts.again.title')}><p>{t('conflicts.again.fact', { at: sayAt(again.at, language), name: again.candidateName, reason: again.reason })}</p></Note>
}

/** Beside a sheet that is in: what of it does not count any more. */
export const VoidedScores = ({ roundId }: { roundId: string }) => {
  const t = useText()
  const language = useLanguage()
  const voided = useOwnSigns(roundId)?.voided ?? []
  return voided.map((v) => <Note key={`${v.at}${v.candidateName}`} kind="warn" title={t('conflicts.own.voided.title', { name: v.candidateName })}><p>{t('conflicts.own.voided.fact', { at: sayAt(v.at, language), name: v.candidateName, reason: v.reason })}</p></Note>)
}
