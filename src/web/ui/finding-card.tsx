/** 问题卡: what is wrong, 依据 with the clause, 怎么改; buttons that do the mending, or the checkbox of the screening desk. */
import type { ReactNode } from 'react'
import type { Finding } from '#core/kernel/finding'
import { useLanguage, useText, useWords } from '../text/use-text'
import { clauseName } from './clause-words'
import './fields.css'
import { Icon } from './icon'
import './lists.css'
import './lists-phone.css'

export const kindOf = { block: 'block', warn: 'warn', note: 'info' } as const satisfies Record<Finding['strength'], string>

interface FindingCardProps {
  finding: Finding
  actions?: ReactNode
  choose?: { checked: boolean; onChange: (checked: boolean) => void }
  compact?: boolean
}

const Basis = ({ finding: { clause } }: { finding: Finding }) => {
  const t = useText()
  const language = useLanguage()
  if (!clause) return null
  return <p>{t('common.finding.restsOn')} <q>{clause[language]}</q><span className="by">{t('common.finding.by', { clause: clauseName(clause, t, language) })}</span></p>
}

export const FindingCard = ({ finding, actions, choose, compact }: FindingCardProps) => {
  const t = useText()
  const words = useWords()
  const what = words(finding.what)
  return (
    <article className={`finding ${kindOf[finding.strength]}${compact ? ' compact' : ''}`}>
      <Icon name={kindOf[finding.strength]} />
      <div>
        <p className="what"><span className="hidden-text">{t(`common.finding.${finding.strength}`)}: </span>{finding.asksPerson ? <b className="look">{t('common.finding.look')}</b> : null}{what}</p>
        <Basis finding={finding} />
        <p className="mend"><b>{t('common.finding.mend')}</b>{words(finding.mend)}</p>
      </div>
      {actions ? <div className="do">{actions}</div> : null}
      {choose ? (
        <label className="choose">
          <input type="checkbox" className="tick-box" aria-label={t('common.finding.choose', { what })} checked={choose.checked} onChange={(event) => choose.onChange(event.target.checked)} />
        </label>
      ) : null}
    </article>
  )
}

/** A plain notice in the same shape, for what is no finding of a rule: chain whole, receipt issued. */
export const Note = ({ kind, title, children, actions }: { kind: 'ok' | 'info' | 'warn' | 'block'; title: ReactNode; children?: ReactNode; actions?: ReactNode }) => (
  <div className={`finding ${kind}`}>
    <Icon name={kind} />
    <div><p className="what">{title}</p>{children}</div>
    {actions ? <div className="do">{actions}</div> : null}
  </div>
)

export const Findings = ({ children }: { children: ReactNode }) => <div className="findings">{children}</div>
