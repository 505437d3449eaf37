/** How a clause is named: as the notice numbers itself, or as an office decision with its day. */
import type { ClauseRef } from '#core/kernel/clause'
import type { Language } from '../text/language'
import type { Translate } from '../text/use-text'


/** 2026年5月6日, 2026-05-06 in English. */
const day = (date: string, language: Language) => (language === 'zh' ? date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : date)

export const clauseNumber = (clause: ClauseRef, t: Translate, language: Language): string => {
  if (clause.number !== null) return clause.number
  return clause.decidedOn ? t('common.clause.decided', { day: day(clause.decidedOn, language) }) : t('common.clause.decidedShort')
}

/** With its source: 辽宁通知 四、1. */
export const clauseName = (clause: ClauseRef, t: Translate, language: Language): string => {
  if (clause.number === null) return clauseNumber(clause, t, language)
  return clause.source ? t('common.clause.of', { source: clause.source[language], number: clause.number }) : t('common.clause.notice', { number: clause.number })
}
