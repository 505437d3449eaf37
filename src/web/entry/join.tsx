/** `/join#CODE`: a candidate comes in by the code: who nominates for what, then a password of one's own. */
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { lookAtCode, redeemCode } from '#contract/operations/candidate'
import { sayEnd } from '#core/kernel/instant'
import { useRenewSession } from '../api/session'
import { useAct } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { KeyValue } from '../ui/key-value'
import { useNewPassword } from '../ui/sign-in/new-password'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'

type Found = AnswerOf<typeof lookAtCode>

const CodeStep = ({ onFound }: { onFound: (code: string, found: Found) => void }) => {
  const t = useText()
  const [code, setCode] = useState(() => decodeURIComponent(window.location.hash.slice(1)))
  const [short, setShort] = useState(false)
  const look = useAct(lookAtCode, [])
  const send = () => {
    const usable = lookAtCode.body.safeParse({ code }).success
    setShort(!usable)
    if (usable) look.mutate({ body: { code } }, { onSuccess: (found) => onFound(code, found) })
  }
  return (
    <EntryPage title={t('candidate.enter.title')} onSubmit={send} below={<Link className="link" to="/sign-in?to=/me">{t('candidate.enter.again')}</Link>}>
      {look.error ? <><Refused error={look.error} /><div className="gap" /></> : null}
      <TextField label={t('candidate.code')} value={code} onChange={setCode} name="candidate-code" hint={t('candidate.enter.codeHint')} error={short ? t('candidate.enter.short') : null} required />
      <Button type="submit" look="primary" size="large" wide busy={look.isPending}>{t('candidate.enter.look')}</Button>
    </EntryPage>
  )
}

const PasswordStep = ({ code, found }: { code: string; found: Found }) => {
  const t = useText()
  const words = useWords()
  const navigate = useNavigate()
  const renew = useRenewSession()
  const { fields, take } = useNewPassword()
  const redeem = useAct(redeemCode)
  const send = () => {
    const password = take()
    if (password !== null) redeem.mutate({ body: { code, password } }, { onSuccess: ({ nominationId }) => void renew().then(() => navigate(`/me/n/${nominationId}`)) })
  }
  return (
    <EntryPage title={t('candidate.enter.password')} onSubmit={send}>
      <KeyValue nameWidth={88} pairs={[
        { name: t('candidate.enter.person'), value: <b>{found.candidateName}</b> }, { name: t('candidate.enter.unit'), value: found.unit }, { name: t('candidate.enter.campaign'), value: words(found.campaign) },
        ...(found.deadline === null ? [] : [{ name: t('candidate.enter.deadline'), value: words(sayEnd(found.deadline)) }]),
      ]} />
      <p className="detail gap">{t('candidate.enter.notYou')}</p>
      <div className="gap" />
      {redeem.error ? <><Refused error={redeem.error} /><div className="gap" /></> : null}
      {fields}
      <p className="detail gap">{t('candidate.enter.login', { code })}</p>
      <Button type="submit" look="primary" size="large" wide busy={redeem.isPending}>{t('candidate.enter.begin')}</Button>
    </EntryPage>
  )
}

export const Join = () => {
  const [found, setFound] = useState<{ code: string; found: Found } | null>(null)
  return found ? <PasswordStep {...found} /> : <CodeStep onFound={(code, what) => setFound({ code, found: what })} />
}
