/** 报告线索: few words, phone first; with or without saying who one is. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { lookAtReporting } from '#contract/operations/leads'
import type { ClauseRef as ClauseOf } from '#core/kernel/clause'
import { leadLimits, markedLead } from '#core/nomination/lead'
import { useText, useWords } from '../../text/use-text'
import { asFindings, Refused, type Trouble } from '../answer'
import { Button } from '../button'
import { SelectField } from '../choice-fields'
import { ClauseRef } from '../clause-ref'
import { FindingCard, Findings } from '../finding-card'
import { NeverOnline } from '../never-online'
import { TextArea, TextField } from '../text-fields'
import './leads.css'

export type ReportPage = AnswerOf<typeof lookAtReporting>
const UNKNOWN = 'unknown'
const empty = { candidateName: '', employer: '', post: '', reach: '', deeds: '', sources: '', unitId: '', name: '', contact: '' }
type Typed = typeof empty
export interface Told extends Omit<Typed, 'unitId' | 'name' | 'contact'> { readonly unitId: string | null }

interface LeadFormProps {
  page: ReportPage
  /** Whoever reports says who he is; one who is signed in is known. */
  asks: boolean
  send: (told: Told, reporter: { name: string; contact: string }) => void
  busy: boolean
  error: Trouble | null
}

export const LeadForm = ({ page, asks, send, busy, error }: LeadFormProps) => {
  const t = useText()
  const words = useWords()
  const [typed, setTyped] = useState<Typed>(empty)
  const [tried, setTried] = useState(false)
  if (page.findings.length > 0) return <><p>{words(page.campaign)}</p><Findings>{asFindings(page.findings).map((f) => <FindingCard key={f.code} finding={f} />)}</Findings></>
  const marked = markedLead(typed)
  const short = typed.deeds.trim().length < 5
  const missing = (key: keyof Typed) => (tried && typed[key].trim() === '' ? t('leads.form.whole') : null)
  const over = (['employer', 'post', 'reach', 'deeds', 'sources'] as const).some((k) => [...typed[k]].length > leadLimits[k])
  const whole = typed.candidateName.trim() !== '' && typed.employer.trim() !== '' && typed.unitId !== '' && !short && !over && (!asks || (typed.name.trim() !== '' && typed.contact.trim().length >= 5))
  const of = (key: keyof Typed) => ({ value: typed[key], onChange: (value: string) => setTyped({ ...typed, [key]: value }), findings: marked.filter((f) => f.at.field === key) })
  const act = () => {
    setTried(true)
    const { name, contact, unitId, ...told } = typed
    if (whole && marked.length === 0) send({ ...told, unitId: unitId === UNKNOWN ? null : unitId }, { name, contact })
  }
  return (
    <form noValidate className="lead-form" onSubmit={(event) => { event.preventDefault(); act() }}>
      <p className="lead-campaign"><b>{words(page.campaign)}</b> {page.clause ? <ClauseRef clause={page.clause as ClauseOf} withSource /> : null}</p>
      <p className="detail muted">{t('leads.form.two')} {page.late ? t('leads.form.late') : ''}</p>
      <TextField label={t('leads.form.candidate')} required max={100} {...of('candidateName')} error={missing('candidateName')} />
      <TextField label={t('leads.form.employer')} required max={leadLimits.employer} {...of('employer')} error={missing('employer')} />
      <TextArea label={t('leads.form.deeds')} required rows={5} max={leadLimits.deeds} hint={t('leads.form.deedsHint')} {...of('deeds')} error={tried && short ? t('leads.form.short') : null} />
      <SelectField label={t('leads.form.unit')} required hint={t('leads.form.unitHint')} {...of('unitId')} error={missing('unitId')} options={[{ value: UNKNOWN, label: t('leads.form.unknown') }, ...page.units.map((u) => ({ value: u.id, label: u.name }))]} />
      <TextField label={t('leads.form.post')} max={leadLimits.post} {...of('post')} />
      <TextField label={t('leads.form.reach')} max={leadLimits.reach} hint={t('leads.form.reachHint')} {...of('reach')} />
      <TextArea label={t('leads.form.sources')} rows={2} max={leadLimits.sources} hint={t('leads.form.sourcesHint')} {...of('sources')} />
      {asks ? <>
        <TextField label={t('leads.form.name')} required max={leadLimits.reporter} autoComplete="name" {...of('name')} error={missing('name')} />
        <TextField label={t('leads.form.contact')} required max={leadLimits.contact} hint={t('leads.form.contactHint')} {...of('contact')} error={tried && typed.contact.trim().length < 5 ? t('leads.form.whole') : null} />
      </> : null}
      <div className="lead-small"><p className="detail muted">{t('leads.form.noFiles')} {t('leads.form.keep', { days: page.keptDays })}</p><NeverOnline /></div>
      <Refused error={error} />
      <Button type="submit" look="primary" size="large" wide busy={busy}>{t('leads.form.send')}</Button>
    </form>
  )
}
