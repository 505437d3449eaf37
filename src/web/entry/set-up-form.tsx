/** First step of the set-up: the organisation and its first office account. */
import { useState } from 'react'
import { setUp } from '#contract/operations/sign-in'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Button } from '../ui/button'
import { FieldRow } from '../ui/field'
import { TextField } from '../ui/text-fields'
import { useNewPassword } from '../ui/sign-in/new-password'
import { Refused } from '../ui/answer'

const empty = { name: '', nameEn: '', person: '', login: '' }

export const SetUpForm = ({ keyOfSetUp }: { keyOfSetUp: string }) => {
  const t = useText()
  const act = useAct(setUp)
  const [form, setForm] = useState(empty)
  const [asked, setAsked] = useState(false)
  const { fields, take } = useNewPassword()
  const set = (part: keyof typeof empty) => (value: string) => setForm((f) => ({ ...f, [part]: value }))
  const missing = (value: string, least = 1) => (asked && value.trim().length < least ? t('entry.setUp.missing') : null)
  const send = () => {
    setAsked(true)
    const password = take()
    if (password === null || form.name.trim() === '' || form.person.trim() === '' || form.login.trim().length < 2) return
    act.mutate({ params: {}, body: { key: keyOfSetUp, organisation: { name: form.name, nameEn: form.nameEn }, person: { name: form.person, login: form.login, password } } })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
      {act.error ? <><Refused error={act.error} /><div className="gap" /></> : null}
      <FieldRow>
        <TextField label={t('entry.setUp.name')} value={form.name} onChange={set('name')} name="organisation" hint={t('entry.setUp.nameHint')} autoComplete="organization" error={missing(form.name)} required />
        <TextField label={t('entry.setUp.nameEn')} value={form.nameEn} onChange={set('nameEn')} name="organisation-en" hint={t('entry.setUp.nameEnHint')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('entry.setUp.person')} value={form.person} onChange={set('person')} name="name" autoComplete="name" error={missing(form.person)} required />
        <TextField label={t('entry.signIn.login')} value={form.login} onChange={set('login')} name="login" autoComplete="username" hint={t('entry.setUp.loginHint')} error={missing(form.login, 2)} required />
      </FieldRow>
      {fields}
      <Button type="submit" look="primary" size="large" wide busy={act.isPending}>{t('entry.setUp.act')}</Button>
    </form>
  )
}
