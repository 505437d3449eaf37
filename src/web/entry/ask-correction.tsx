/** `/object/:slug/correction`: a name, workplace or post on the list is written wrongly. No objection. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { askCorrection, lookAtObjecting } from '#contract/operations/objections'
import { objectionLimits as most } from '#core/objections/terms'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Answer, asFindings, Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { SelectField } from '../ui/choice-fields'
import { FindingCard, Findings } from '../ui/finding-card'
import { NeverOnline } from '../ui/never-online'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'
import type { ObjectPage } from './object'
import { ObjectionSent } from './objection-sent'

const parts = ['name', 'employer', 'post'] as const
type Part = (typeof parts)[number]

const Form = ({ page, slug, onSent }: { page: ObjectPage; slug: string; onSent: (sent: { number: number; code: string }) => void }) => {
  const t = useText()
  const words = useWords()
  const [typed, setTyped] = useState({ nominationId: '', part: '', reads: '', said: '' })
  const [tried, setTried] = useState(false)
  const act = useAct(askCorrection, [])
  if (page.findings.length > 0) return <Findings>{asFindings(page.findings).map((f) => <FindingCard key={f.code} finding={f} />)}</Findings>
  const of = (key: keyof typeof typed) => ({ value: typed[key], onChange: (value: string) => setTyped({ ...typed, [key]: value }), error: tried && typed[key].trim() === '' ? t('objections.form.whole') : null })
  const now = page.people.find((p) => p.nominationId === typed.nominationId)?.[typed.part as Part]
  const send = () => {
    setTried(true)
    if (Object.values(typed).every((v) => v.trim() !== '') && typed.said.trim().length >= 2) act.mutate({ params: { slug }, body: { ...typed, part: typed.part as Part } }, { onSuccess: onSent })
  }
  return (
    <form noValidate className="objection-form" onSubmit={(event) => { event.preventDefault(); send() }}>
      <p><b>{words(page.campaign)}</b></p>
      <p className="detail muted">{t('objections.correct.note')}</p>
      <SelectField label={t('objections.form.about')} required {...of('nominationId')} options={page.people.map((p) => ({ value: p.nominationId, label: [p.name, p.employer].filter(Boolean).join('　') }))} />
      <SelectField label={t('objections.correct.part')} required {...of('part')} {...(now && { hint: t('objections.correct.now', { now }) })} options={parts.map((p) => ({ value: p, label: t(`objections.correct.${p}`) }))} />
      <TextField label={t('objections.correct.reads')} required max={most.reads} {...of('reads')} />
      <TextField label={t('objections.correct.said')} required max={most.reads} hint={t('objections.correct.saidHint')} {...of('said')} />
      <div className="gap"><NeverOnline /></div>
      <Refused error={act.error} />
      <p className="gap"><Button type="submit" look="primary" size="large" wide busy={act.isPending}>{t('objections.correct.send')}</Button></p>
    </form>
  )
}

export const AskCorrection = () => {
  const { slug = '' } = useParams()
  const t = useText()
  const [sent, setSent] = useState<{ number: number; code: string } | null>(null)
  const query = useRead(lookAtObjecting, { params: { slug } })
  return <EntryPage title={t('objections.correct.title')}>{sent ? <ObjectionSent {...sent} /> : <Answer query={query}>{(page) => <Form page={page} slug={slug} onSent={setSent} />}</Answer>}</EntryPage>
}
