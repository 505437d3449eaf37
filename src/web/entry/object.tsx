/** `/object/:slug`: anybody objects while a public notice runs. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { fileObjection, lookAtObjecting } from '#contract/operations/objections'
import type { ClauseRef as ClauseOf } from '#core/kernel/clause'
import { sayEnd } from '#core/kernel/instant'
import { judgeAnonymity, markedObjection } from '#core/objections/identity'
import { objectionLimits as most } from '#core/objections/terms'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Answer, asFindings, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { RadioField, SelectField } from '../ui/choice-fields'
import { ClauseRef } from '../ui/clause-ref'
import { FindingCard, Findings } from '../ui/finding-card'
import { NeverOnline } from '../ui/never-online'
import { EvidencePick } from '../ui/objections/evidence-pick'
import { TextArea, TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'
import { ObjectionSent } from './objection-sent'

export type ObjectPage = AnswerOf<typeof lookAtObjecting>
interface FormProps { page: ObjectPage; slug: string; onSent: (sent: { number: number; code: string; files: readonly File[] }) => void }

const Form = ({ page, slug, onSent }: FormProps) => {
  const t = useText()
  const words = useWords()
  const [typed, setTyped] = useState({ nominationId: '', said: '', sign: 'named', name: '', contact: '' })
  const [files, setFiles] = useState<File[]>([])
  const [tried, setTried] = useState(false)
  const act = useAct(fileObjection, [])
  if (page.findings.length > 0) return <Findings>{asFindings(page.findings).map((f) => <FindingCard key={f.code} finding={f} />)}</Findings>
  const named = typed.sign === 'named'
  const from = named ? { name: typed.name, contact: typed.contact } : { name: '', contact: '' }
  const found = [...markedObjection({ said: typed.said, ...from }), ...judgeAnonymity({ said: typed.said }, from)]
  const short = [...typed.said.trim()].length < 10
  const noFile = named && page.evidence && files.length === 0
  const whole = typed.nominationId !== '' && !short && [...typed.said].length <= most.said && !noFile && (!named || ([...typed.name.trim()].length >= 2 && typed.contact.trim().length >= 5))
  const of = (key: keyof typeof typed) => ({ value: typed[key], onChange: (value: string) => setTyped({ ...typed, [key]: value }), findings: found.filter((f) => f.at.field === key) })
  const person = page.people.find((p) => p.nominationId === typed.nominationId)
  const send = () => {
    setTried(true)
    if (!whole || found.length > 0) return
    act.mutate({ params: { slug }, body: { nominationId: typed.nominationId, said: typed.said, from: named ? from : null, files: files.length } }, { onSuccess: (sent) => onSent({ ...sent, files }) })
  }
  return (
    <form noValidate className="objection-form" onSubmit={(event) => { event.preventDefault(); send() }}>
      <p><b>{words(page.campaign)}</b> {page.clause ? <ClauseRef clause={page.clause as ClauseOf} withSource /> : null}</p>
      {page.rule ? <p className="detail muted">{words(page.rule)}</p> : <p className="detail muted">{t('objections.form.other')}：<Link className="link" to={`/object/${slug}/correction`}>{t('objections.form.otherDo')}</Link></p>}
      <SelectField label={t('objections.form.about')} required {...of('nominationId')} {...(person && { hint: t('objections.form.until', { end: words(sayEnd(person.endsAt)) }) })} error={tried && typed.nominationId === '' ? t('objections.form.whole') : null} options={page.people.map((p) => ({ value: p.nominationId, label: [p.name, p.employer].filter(Boolean).join('　') }))} />
      <TextArea label={t('objections.form.said')} required rows={6} max={most.said} hint={t('objections.form.saidHint')} {...of('said')} error={tried && short ? t('objections.form.short') : null} />
      {page.anonymous === 'refused' ? <p className="detail">{t('objections.form.namedFact')}</p> : <RadioField label={t('objections.form.who')} required {...of('sign')} options={[{ value: 'named', label: t('objections.form.named'), explain: t('objections.form.namedFact') }, { value: 'anonymous', label: t('objections.form.anonymous'), explain: t('objections.form.anonymousFact') }]} />}
      {named ? <>
        <TextField label={t('objections.form.name')} required max={most.name} autoComplete="name" {...of('name')} error={tried && [...typed.name.trim()].length < 2 ? t('objections.form.whole') : null} />
        <TextField label={t('objections.form.contact')} required max={most.contact} {...of('contact')} error={tried && typed.contact.trim().length < 5 ? t('objections.form.whole') : null} />
      </> : null}
      <EvidencePick files={files} onChange={setFiles} />
      {tried && noFile ? <p className="field-error" role="alert">{t('objections.form.evidence')}</p> : null}
      <div className="gap"><NeverOnline /></div>
      <Refused error={act.error} />
      <p className="gap"><Button type="submit" look="primary" size="large" wide busy={act.isPending}>{t('objections.form.send')}</Button></p>
    </form>
  )
}

export const ObjectHere = () => {
  const { slug = '' } = useParams()
  const t = useText()
  const [sent, setSent] = useState<{ number: number; code: string; files: readonly File[] } | null>(null)
  const query = useRead(lookAtObjecting, { params: { slug } })
  return <EntryPage title={t('objections.form.title')}>{sent ? <ObjectionSent {...sent} /> : <Answer query={query}>{(page) => <Form page={page} slug={slug} onSent={setSent} />}</Answer>}</EntryPage>
}
