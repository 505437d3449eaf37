/** The frame of every field: label, required mark, save state, hint, count, and under it the findings that sit at the field. */
import { useId, type ReactNode } from 'react'
import { clockTime, type Instant } from '#core/kernel/instant'
import type { Finding } from '#core/kernel/finding'
import { useText, useWords } from '../text/use-text'
import { ClauseRef } from './clause-ref'
import './fields.css'
import { kindOf } from './finding-card'
import { Icon } from './icon'

/** 自动保存: at the moment, saved at an instant, or not saved. */
export type Saving = 'saving' | 'failed' | { at: Instant }

export interface FieldFrame {
  label: string
  hint?: ReactNode
  required?: boolean
  findings?: readonly Finding[]
  /** A sentence that is no finding of a rule: a wrong password, say. */
  error?: string | null
  saving?: Saving
}
export interface ControlWiring {
  id: string
  'aria-describedby': string
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  className: string
}
type FieldProps = FieldFrame & {
  count?: ReactNode
  /** A group of controls (radio): rendered as fieldset and legend. */
  group?: boolean
  children: (wiring: ControlWiring) => ReactNode
}

const SavingWords = ({ saving }: { saving: Saving }) => {
  const t = useText()
  const words = saving === 'saving' ? t('common.field.saving') : saving === 'failed' ? t('common.field.saveFailed') : t('common.field.saved', { time: clockTime(saving.at) })
  return <span className={saving === 'failed' ? 'field-save failed' : 'field-save'} role="status">{words}</span>
}

export const FieldFinding = ({ finding }: { finding: Finding }) => {
  const t = useText()
  const words = useWords()
  return (
    <div className={`field-finding ${kindOf[finding.strength]}`}>
      <Icon name={kindOf[finding.strength]} />
      <span><b>{words(finding.what)}</b> {finding.clause ? <ClauseRef clause={finding.clause} withSource /> : null}<span className="mend">{t('common.finding.mendIs', { mend: words(finding.mend) })}</span></span>
    </div>
  )
}

const Beneath = ({ id, hint, count, findings = [], error }: FieldProps & { id: string }) => (
  <>
    <div className="field-foot" id={`${id}-hint`}>{hint ? <span>{hint}</span> : null}{count}</div>
    <div id={`${id}-findings`} aria-live="polite">
      {findings.length || error ? (
        <div className="field-findings">
          {error ? <div className="field-finding block"><Icon name="block" /><b>{error}</b></div> : null}
          {findings.map((finding, i) => <FieldFinding key={`${finding.code}${i}`} finding={finding} />)}
        </div>
      ) : null}
    </div>
  </>
)

export const Field = (props: FieldProps) => {
  const { label, required, saving, findings = [], error, group, children } = props
  const id = useId()
  const t = useText()
  const invalid = Boolean(error) || findings.some((f) => f.strength === 'block')
  const warned = !invalid && findings.some((f) => f.strength === 'warn')
  const wiring: ControlWiring = {
    id, 'aria-describedby': `${id}-hint ${id}-findings`, 'aria-invalid': invalid || undefined, 'aria-required': required || undefined, className: warned ? 'control warned' : 'control',
  }
  const must = required ? <span className="must">{t('common.field.must')}</span> : null
  if (group) {
    return (
      <fieldset className="field" aria-describedby={wiring['aria-describedby']}>
        <legend className="field-head"><span className="field-label">{label}{must}</span></legend>
        {children(wiring)}
        <Beneath {...props} id={id} />
      </fieldset>
    )
  }
  return (
    <div className="field">
      <div className="field-head"><label className="field-label" htmlFor={id}>{label}{must}</label>{saving ? <SavingWords saving={saving} /> : null}</div>
      {children(wiring)}
      <Beneath {...props} id={id} />
    </div>
  )
}

/** Fields that stand side by side where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className="field-row">{children}</div>
