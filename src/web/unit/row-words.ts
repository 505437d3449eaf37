/** Words of a row of the checklist: name, fact, state, act. */
import { sayIssuer } from '#core/rules/material-say'
import { sayEnd } from '#core/kernel/instant'
import { blocksOf } from './reading'
import { filmsFor, type Films } from './use-films'
import { awaitedFor, type Opinions } from './use-opinions'
import type { Row } from './checklist'
import { sayDay } from '../ui/say-time'
import { useLanguage, useText, useWords } from '../text/use-text'
import type { StateKind } from '../ui/state'

export const useRowName = (): ((row: Row) => string) => {
  const t = useText()
  const words = useWords()
  return (row) => (row.kind === 'material' || row.kind === 'step' ? words(row.rule.name) : t(`unit.row.${row.kind}`))
}

/** How many files, of how many wanted: the rule's own numbers. */
const useCount = () => {
  const t = useText()
  return ({ min, max }: { min: number; max: number | null }): string =>
    max === null ? (min === 0 ? t('unit.count.any') : t('unit.count.least', { min })) : min === max ? t('unit.count.exact', { n: min }) : t('unit.count.range', { min, max })
}

/** @param opinions what other offices were asked for: who is waited for says more than that nothing is there @param films that the server converts: one that waits to be taken is easily forgotten */
export const useRowFact = (opinions?: Opinions, films?: Films): ((row: Row) => string) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const count = useCount()
  const fact = (row: Row): string => {
    switch (row.kind) {
      case 'form': return t('unit.fact.form', { filled: row.filled, fields: row.fields })
      case 'material': return row.files.length === 0 ? t('unit.fact.noFile', { want: count(row.rule) }) : t('unit.fact.files', { n: row.files.length, want: count(row.rule) })
      case 'step': return row.day === '' ? words(row.rule.about) : t('unit.fact.day', { day: sayDay(row.day, language) })
      case 'exclusions': return t('unit.fact.exclusions', { answered: row.answered, questions: row.questions })
      case 'declarations': return t('unit.fact.declarations', { confirmed: row.confirmed, declarations: row.declarations })
    }
  }
  return (row) => {
    const awaited = row.kind === 'material' && row.untouched ? awaitedFor(opinions, row.rule.id) : undefined
    if (awaited !== undefined) return t(awaited.standing === 'overdue' ? 'opinion.check.overdue' : 'opinion.check.waiting', { office: awaited.office, until: words(sayEnd(awaited.until)) })
    const own = row.kind === 'material' ? filmsFor(films, row.rule.id) : null
    if (own !== null && own.made > 0) return t('unit.serverFilm.checkMade', { n: own.made })
    if (own !== null && own.underWay > 0) return t('unit.serverFilm.checkUnderWay', { n: own.underWay })
    const block = blocksOf(row.findings)[0]
    const said = !row.untouched && block && row.kind !== 'form' ? words(block.what) : fact(row)
    const issuer = row.kind === 'material' && row.untouched ? sayIssuer(row.rule) : null
    const issued = issuer === null ? '' : t('unit.fact.issuedBy', { who: words(issuer) })
    return said + issued
  }
}

export const useRowState = (opinions?: Opinions, films?: Films): ((row: Row) => { kind: StateKind; words: string }) => {
  const t = useText()
  return (row) => {
    const awaited = row.kind === 'material' && row.untouched ? awaitedFor(opinions, row.rule.id) : undefined
    if (awaited !== undefined) return awaited.standing === 'overdue' ? { kind: 'warn', words: t('opinion.check.late') } : { kind: 'wait', words: t('opinion.check.wait') }
    const own = row.kind === 'material' ? filmsFor(films, row.rule.id) : null
    if (own !== null && own.made > 0) return { kind: 'warn', words: t('unit.serverFilm.madeState') }
    if (own !== null && own.underWay > 0) return { kind: 'wait', words: t('unit.serverFilm.convertingState') }
    const blocks = blocksOf(row.findings).length
    const optional = row.kind === 'material' && row.rule.min === 0 && row.files.length === 0
    if (optional) return { kind: 'none', words: t('unit.state.optional') }
    if (blocks === 0) return row.findings.some((f) => f.strength === 'warn') ? { kind: 'warn', words: t('common.state.warn') } : { kind: 'ok', words: t('unit.state.there') }
    if (row.untouched) return { kind: 'none', words: t('common.state.none') }
    return row.kind === 'material' && row.files.some((f) => f.findings.some((one) => one.strength === 'block')) ? { kind: 'block', words: t('common.state.block') } : { kind: 'half', words: t('unit.state.open', { n: blocks }) }
  }
}
