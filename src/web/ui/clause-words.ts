/** How a clause is named: as the notice numbers itself, or as an office decision with its day. */
import type { ClauseRef } from '#core/kernel/clause'
import type { Translate } from '../text/use-text'

const day = (date: string) => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1-$2-$3')

export const clauseNumber = (clause: ClauseRef, t: Translate): string => {
  if (clause.number !== null) return clause.number
  return clause.decidedOn ? t('common.clause.decided', { day: day(clause.decidedOn) }) : t('common.clause.decidedShort')
}

/** With its source: 辽宁通知 四、1. */
export const clauseName = (clause: ClauseRef, t: Translate, language: 'zh' | 'en'): string => {
  if (clause.number === null) return clauseNumber(clause, t)
  return clause.source ? t('common.clause.of', { source: clause.source[language], number: clause.number }) : t('common.clause.notice', { number: clause.number })
}
