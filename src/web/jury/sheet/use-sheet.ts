/** A juror's score sheet as the pages use it: the server's cards under what was typed here, totals, progress. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { readSheet } from '#contract/operations/rounds'
import { cardOf, checkCard, isEmpty, isWhole, totalSaid, type Card } from '#core/review/score-card'
import { useSession } from '../../api/session'
import type { Ballot } from '../ballot/ballot-answer'
import { cardsOf, keyOf, listen, resume, sendAll, write, type KeptCard, type TypedCard } from './kept-cards'

export type Sheet = AnswerOf<typeof readSheet>
type Rule = Ballot['rule']

export interface Line { readonly typed: TypedCard; readonly card: Card; readonly kept: KeptCard | null; readonly isWhole: boolean; readonly isEmpty: boolean; /** Points in all, or the grade by its place. */ readonly total: string | null }

export const criteriaOf = (rule: Rule) => (rule.score === undefined ? [] : rule.score.criteria ?? [{ id: 'score', name: { zh: '得分', en: 'Score' }, from: rule.score.from, to: rule.score.to }])

export const useSheet = (roundId: string, ballot: Pick<Ballot, 'rule' | 'candidates'>, sheet: Sheet | undefined) => {
  const { accountId } = useSession()
  const key = keyOf(accountId ?? '', roundId)
  const { rule } = ballot
  const kept = useSyncExternalStore(listen, () => cardsOf(key))
  useEffect(() => resume(key, roundId), [key, roundId])
  const lines = useMemo(() => {
    const saved = new Map((sheet?.cards ?? []).map((c) => [c.nominationId, c]))
    const blank = criteriaOf(rule).map(() => '')
    return new Map(ballot.candidates.filter((c) => !c.recused).map(({ nominationId: id }): [string, Line] => {
      const [here, there] = [kept.get(id) ?? null, saved.get(id)]
      // Saved since from another device: that is newer.
      const own = here !== null && here.savedAt !== null && there !== undefined && there.savedAt > here.savedAt ? null : here
      const typed: TypedCard = own?.card ?? { points: there?.points ?? blank, grade: there?.grade ?? null, comment: there?.comment ?? '' }
      const card = cardOf(rule, { points: typed.points, grade: typed.grade, comment: typed.comment })
      const good = (own?.findings.length ?? 0) === 0
      return [id, { typed, card, kept: own, isWhole: isWhole(card) && good, isEmpty: isEmpty(card), total: rule.score === undefined || !good ? null : totalSaid(rule.score, card) }]
    }))
  }, [kept, sheet, rule, ballot.candidates])
  const change = useCallback((id: string, part: Partial<TypedCard>, now = false) => {
    const typed = { ...lines.get(id)!.typed, ...part }
    const findings = checkCard(rule, id, cardOf(rule, typed))
    write(key, roundId, id, typed, findings, now)
  }, [key, roundId, lines, rule])
  const flush = useCallback(() => sendAll(key, roundId), [key, roundId])
  const done = [...lines.values()].filter((l) => l.isWhole).length
  const standings = [...kept.values()].map((k) => k.standing)
  const standing = standings.includes('refused') ? 'refused' : standings.includes('lost') ? 'lost' : standings.some((s) => s === 'waiting' || s === 'saving') ? 'saving' : 'saved'
  return { lines, change, flush, done, of: lines.size, standing: standing as 'refused' | 'lost' | 'saving' | 'saved' }
}
