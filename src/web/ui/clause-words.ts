/** How a clause is named: as the notice numbers itself, or as an office decision. */
import type { ClauseRef } from '#core/kernel/clause'
import type { Language } from '../text/language'
import type { Translate } from '../text/use-text'

export const clauseNumber = (clause: ClauseRef, t: Translate): string => clause.number ?? t('common.clause.decidedShort')

/** With its source: 辽宁通知 四、1. */
export const clauseName = (clause: ClauseRef, t: Translate, language: Language): string => {
  if (clause.number === null) return clauseNumber(clause, t)
  return clause.source ? t('common.clause.of', { source: clause.source[language], number: clause.number }) : t('common.clause.notice', { number: clause.number })
}
