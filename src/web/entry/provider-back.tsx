/** `/sign-in/back`: back from the organisation's sign-in. What it says is asked of it once, and the address keeps nothing of it. */
import { useEffect, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { readAccount } from '#contract/operations/account'
import { activateByOidc, exchangeOidc, linkOidc, proveOidc, signInByOidc } from '#contract/operations/oidc'
import { takeTrip, type Trip } from '../api/provider-trip'
import { useSession } from '../api/session'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button, ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { Note } from '../ui/finding-card'
import { Loading } from '../ui/loading'
import { TextField } from '../ui/text-fields'
import { say } from '../ui/toast'
import { EntryPage } from './entry-page'

type Vouched = AnswerOf<typeof exchangeOidc>
/** Taken from the address when the page is first there: a reload finds nothing to send a second time. */
let taken: { readonly trip: Trip | null; readonly search: string } | null = null
const take = () => {
  if (location.search !== '') {
    taken = { trip: takeTrip(), search: location.search.slice(1) }
    history.replaceState(null, '', location.pathname)
  }
  return taken
}

/** The provider knows the person, this system does not yet: the code that came with the account says who it is. */
const Unknown = ({ proof, code: given }: { proof: string; code: string }) => {
  const t = useText()
  const [code, setCode] = useState(given)
  const act = useAct(activateByOidc)
  if (act.isSuccess) return <Navigate to="/sign-in?ask" replace />
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (activateByOidc.body.safeParse({ code, proof }).success) act.mutate({ params: {}, body: { code, proof } }) }}>
      {act.error ? <><Refused error={act.error} lost={t('entry.signIn.notIn')} /><div className="gap" /></> : null}
      <TextField label={t('entry.activate.code')} value={code} onChange={setCode} name="activation-code" hint={t('entry.activate.codeHint')} required />
      <Button type="submit" look="primary" size="large" wide busy={act.isPending}>{t('entry.provider.redeem')}</Button>
    </form>
  )
}

const SigningIn = ({ proof, trip }: { proof: string; trip: Trip }) => {
  const t = useText()
  const words = useWords()
  const { oidc } = useSession().signInBy
  const label = oidc === null ? '' : words(oidc)
  const { mutate, error, isSuccess } = useAct(signInByOidc)
  useEffect(() => { if (trip.code === undefined) mutate({ params: {}, body: { proof } }) }, [mutate, proof, trip])
  if (isSuccess) return <Navigate to={trip.to === '' ? '/sign-in?ask' : `/sign-in?ask&to=${encodeURIComponent(trip.to)}`} replace />
  if (trip.code !== undefined) return <Unknown proof={proof} code={trip.code} />
  if (error === null) return <Loading />
  const unknown = error.name === 'ProblemError' && error.problem.detail?.['unknown'] === true
  return <div className="stack">{unknown ? <><Note kind="info" title={t('entry.provider.unknown', { label })}><p>{t('entry.provider.unknownDo')}</p></Note><Unknown proof={proof} code="" /></> : <Refused error={error} lost={t('entry.signIn.notIn')} />}<ButtonLink to="/sign-in">{t('entry.provider.byPassword')}</ButtonLink></div>
}

const Linking = ({ proof }: { proof: string }) => {
  const t = useText()
  const navigate = useNavigate()
  const { mutate, error } = useAct(linkOidc)
  useEffect(() => mutate({ params: {}, body: { proof } }, { onSuccess: () => { say(t('account.provider.linked')); void navigate('/account', { replace: true }) } }), [mutate, proof, navigate, t])
  return error === null ? <Loading /> : <div className="stack"><Refused error={error} /><ButtonLink to="/account">{t('account.title')}</ButtonLink></div>
}

const Proving = ({ proof, trip }: { proof: string; trip: Trip }) => {
  const t = useText()
  const navigate = useNavigate()
  const account = useRead(readAccount, { params: {} })
  const act = useAct(proveOidc)
  const [code, setCode] = useState('')
  const { mutate } = act
  const needsCode = account.data?.proof.code
  const prove = (body: { proof: string; code?: string }) => mutate({ params: {}, body }, { onSuccess: () => { say(t('account.prove.done')); void navigate(trip.to || '/account', { replace: true }) } })
  useEffect(() => { if (needsCode === false) prove({ proof }) // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [needsCode, proof])
  if (account.error ?? act.error) return <div className="stack"><Refused error={account.error ?? act.error} /><ButtonLink to="/account">{t('account.title')}</ButtonLink></div>
  if (needsCode !== true) return <Loading />
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); prove({ proof, code }) }}>
      <TextField label={t('entry.signIn.code')} value={code} onChange={(v) => setCode(v.replace(/\s/g, ''))} name="code" keyboard="numeric" autoComplete="one-time-code" hint={t('entry.signIn.codeHint')} required />
      <Button type="submit" look="primary" size="large" wide busy={act.isPending}>{t('entry.signIn.confirm')}</Button>
    </form>
  )
}

const Next = ({ vouched: { purpose, proof }, trip }: { vouched: Vouched; trip: Trip }) =>
  (purpose === 'signIn' ? <SigningIn proof={proof} trip={trip} /> : purpose === 'link' ? <Linking proof={proof} /> : <Proving proof={proof} trip={trip} />)

const Exchange = ({ trip, search }: { trip: Trip; search: string }) => {
  const t = useText()
  const { mutate, data, error } = useAct(exchangeOidc, [])
  useEffect(() => mutate({ params: {}, body: { attempt: trip.attempt, search } }), [mutate, trip, search])
  if (data) return <Next vouched={data} trip={trip} />
  return error === null ? <Loading /> : <div className="stack"><Refused error={error} lost={t('entry.signIn.notIn')} /><ButtonLink to="/sign-in" look="primary">{t('entry.provider.again')}</ButtonLink></div>
}

export const ProviderBack = () => {
  const t = useText()
  const words = useWords()
  const { oidc } = useSession().signInBy
  const [back] = useState(take)
  const title = oidc === null ? t('entry.signIn.title') : words(oidc)
  if (back?.trip == null) return <EntryPage title={title}><Empty title={t('entry.provider.nothing')} action={<ButtonLink to="/sign-in" look="primary">{t('entry.start.signIn')}</ButtonLink>}>{t('entry.provider.nothingFact')}</Empty></EntryPage>
  return <EntryPage title={title}><Exchange trip={back.trip} search={back.search} /></EntryPage>
}
