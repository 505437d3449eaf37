/** One file that was set apart: whose, which marking where, and the steps with their times. Of the file itself nothing is shown to anybody. */
import type { ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { listQuarantine } from '#contract/operations/secrecy'
import type { Words } from '#core/kernel/finding'
import type { Marking } from '#core/secrecy/marking'
import { decisionNames, isOver, spillStateNames, steps, type SpillState, type Step } from '#core/secrecy/spill'
import { useLanguage, useText, useWords } from '../text/use-text'
import { sayAt } from './say-time'
import { State, type StateKind } from './state'
import { sayBytes } from './upload-row'
import './set-apart.css'

export type Apart = AnswerOf<typeof listQuarantine>['items'][number]
export const kindOfState: Readonly<Record<SpillState, StateKind>> = { held: 'block', decided: 'wait', confirmed: 'half', released: 'ok', purged: 'lock' }

export const Marks = ({ markings }: { markings: readonly Marking[] }) => {
  const t = useText()
  return <p className="apart-marks">{markings.map((m, i) => <span key={i} className="apart-mark">{m.page === null ? m.shown : t('secrecy.markOnPage', { mark: m.shown, page: m.page })}</span>)}</p>
}

export const stepsOf = (item: Apart): Step[] => steps({ foundAt: item.foundAt, reportedAt: item.reported?.at ?? null, decision: item.decision, decidedAt: item.decided?.at ?? null, decidedBy: null, confirmedAt: item.confirmed?.at ?? null, doneAt: item.doneAt })

const Steps = ({ item }: { item: Apart }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const all = stepsOf(item)
  const next = all.find((s) => s.at === null)?.id
  const more = (id: Step['id']): string => {
    if (id === 'report') return item.reported === null ? '' : t('secrecy.reportedTo', { to: item.reported.to, by: item.reported.by })
    if (id === 'decide') return item.decided === null || item.decision === null ? '' : t('secrecy.decidedAs', { decision: words(decisionNames[item.decision]), by: item.decided.by, reason: item.reason ?? '' })
    if (id === 'confirm') return item.confirmed?.by ?? ''
    return id === 'carryOut' && item.removed.length > 0 ? t('secrecy.removed') : ''
  }
  return (
    <ol className="spill-steps" aria-label={t('secrecy.steps')}>
      {all.map((s) => <li key={s.id} className={s.at !== null ? 'done' : s.id === next ? 'now' : ''}><b>{words(s.name)}</b>{s.at === null ? <span className="by">{t('secrecy.open')}</span> : <time>{sayAt(s.at, language)}</time>}<p>{more(s.id) || words(s.about)}</p></li>)}
    </ol>
  )
}

export const SetApart = ({ item, material, children }: { item: Apart; material: Words; children?: ReactNode }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <article className={isOver(item.state) ? 'apart over' : 'apart'} aria-label={t('secrecy.itemLabel', { unit: item.unitName })}>
      <div className="apart-head"><h3>{item.unitName}　{words(material)}</h3><State kind={kindOfState[item.state]}>{words(spillStateNames[item.state])}</State></div>
      <Marks markings={item.markings} />
      <p className="detail muted">{t('secrecy.sent', { who: item.sender, at: sayAt(item.foundAt, language), size: sayBytes(item.bytes) })}{item.name === null ? null : <>　{t('secrecy.fileName', { name: item.name })}</>}</p>
      <Steps item={item} />
      {children}
    </article>
  )
}
