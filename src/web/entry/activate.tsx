/** `/activate`: a person opens the account made for them: the code, whose account it is, a password of one's own; then the second factor where the role needs one. */
import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { beginOidc } from '#contract/operations/oidc'
import { activate, lookAtActivation } from '#contract/operations/sign-in'
import { roleNames } from '#core/access/actor'
import { goToProvider } from '../api/provider-trip'
import { useSession } from '../api/session'
import { useAct } from '../api/use-operation'
import '../ui/sign-in/sign-in.css'
import { useText, useWords } from '../text/use-text'
import { Button } from '../ui/button'
import { KeyValue } from '../ui/key-value'
import { Note } from '../ui/finding-card'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'
import { useNewPassword } from '../ui/sign-in/new-password'
import { Refused } from '../ui/answer'

type Account = AnswerOf<typeof lookAtActivation>

const CodeStep = ({ onFound }: { onFound: (code: string, account: Account) => void }) => {
  const t = useText()
  const [search] = useSearchParams()
  const [code, setCode] = useState(search.get('code') ?? '')
  const look = useAct(lookAtActivation, [])
  const [short, setShort] = useState(false)
  const send = () => {
    const usable = lookAtActivation.body.safeParse({ code }).success
    setShort(!usable)
    if (usable) look.mutate({ params: {}, body: { code } }, { onSuccess: (account) => onFound(code, account) })
  }
  return (
    <EntryPage title={t('entry.activate.title')} onSubmit={send}>
      {look.error ? <><Refused error={look.error} lost={t('entry.activate.notFound')} /><div className="gap" /></> : null}
      <TextField label={t('entry.activate.code')} value={code} onChange={setCode} name="activation-code" autoComplete="off" hint={t('entry.activate.codeHint')} error={short ? t('entry.activate.codeShort') : null} required />
      <Button type="submit" look="primary" size="large" wide busy={look.isPending}>{t('entry.activate.act')}</Button>
    </EntryPage>
  )
}

/** For those whose organisation has a sign-in of its own: the code is redeemed with it, and no password is set here. */
const ByProvider = ({ code }: { code: string }) => {
  const t = useText()
  const words = useWords()
  const { signInBy } = useSession()
  const begin = useAct(beginOidc, [])
  if (signInBy.oidc === null || signInBy.origin !== location.origin) return null
  const label = words(signInBy.oidc)
  return (
    <div className="other-ways">
      <p className="or"><span>{t('entry.signIn.or')}</span></p>
      {begin.error ? <Refused error={begin.error} /> : null}
      <Button size="large" wide busy={begin.isPending} onClick={() => begin.mutate({ params: {} }, { onSuccess: (begun) => goToProvider(begun, { to: '', code }) })}>{t('entry.activate.byProvider', { label })}</Button>
    </div>
  )
}

const PasswordStep = ({ code, account }: { code: string; account: Account }) => {
  const t = useText()
  const words = useWords()
  const { fields, take } = useNewPassword()
  const open = useAct(activate)
  const send = () => {
    const password = take()
    if (password !== null) open.mutate({ params: {}, body: { code, password } })
  }
  // The session now says what is next: the sign-in page leads on.
  if (open.isSuccess) return <Navigate to="/sign-in" replace />
  return (
    <EntryPage title={t('entry.activate.passwordTitle')} onSubmit={send} below={<ByProvider code={code} />}>
      <KeyValue nameWidth={88} pairs={[
        { name: t('entry.activate.person'), value: account.personName }, { name: t('entry.activate.organisation'), value: account.organisationName },
        { name: t('entry.activate.role'), value: words(roleNames[account.role]) }, { name: t('entry.signIn.login'), value: account.login },
      ]} />
      <div className="gap" />
      {open.error ? <><Refused error={open.error} /><div className="gap" /></> : null}
      {fields}
      {account.needsSecondFactor ? <><div className="gap" /><Note kind="info" title={t('entry.activate.thenFactor')}><p>{t('entry.secondFactor.why')}</p></Note></> : null}
      <Button type="submit" look="primary" size="large" wide busy={open.isPending}>{t('entry.activate.open')}</Button>
    </EntryPage>
  )
}

export const Activate = () => {
  const [found, setFound] = useState<{ code: string; account: Account } | null>(null)
  return found ? <PasswordStep {...found} /> : <CodeStep onFound={(code, account) => setFound({ code, account })} />
}
