/** 再确认一次是您本人: a change to a way in asks for a proof of the last minutes. The act that was refused for want of it is done when it was given. */
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import { proveAgain, readAccount } from '#contract/operations/account'
import { beginOidcFor } from '#contract/operations/oidc'
import { beginPasskeySignIn, provePasskey } from '#contract/operations/passkeys'
import { ProblemError } from '../api/call'
import { canPasskeys, takePasskey, type PasskeyTrouble } from '../api/passkey'
import { goToProvider } from '../api/provider-trip'
import { useAct, useRead } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Refused, useTroubleWords } from '../ui/answer'
import { Button } from '../ui/button'
import { Dialog, DialogActions } from '../ui/dialog'
import { PasskeyNote } from '../ui/sign-in/passkey-sign-in'
import { TextField } from '../ui/text-fields'

type Account = AnswerOf<typeof readAccount>
type Ways = Pick<Account['proof'], 'password' | 'code' | 'passkey' | 'oidc'>
type Run = () => void

const ProofContext = createContext<(error: unknown, again: Run) => boolean>(() => false)
/** `if (!prove(error, again)) show(error)`: true when the proof is asked for now, and `again` runs after it. */
export const useProof = () => useContext(ProofContext)

const ByPassword = ({ code: withCode, onProved, onClose }: { code: boolean; onProved: Run; onClose: Run }) => {
  const t = useText()
  const words = useTroubleWords()
  const act = useAct(proveAgain, [readAccount.id])
  const [form, setForm] = useState({ password: '', code: '' })
  const wrong = act.error?.name === 'ProblemError' && act.error.problem.error === 'wrongCredentials' ? words(act.error) : null
  const send = () => act.mutate({ params: {}, body: { password: form.password, ...(withCode && { code: form.code }) } }, { onSuccess: onProved })
  const whole = form.password !== '' && (!withCode || /^\d{6}$/.test(form.code))
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (whole) send() }}>
      {act.error && wrong === null ? <><Refused error={act.error} /><div className="gap" /></> : null}
      <TextField label={t('entry.signIn.password')} type="password" value={form.password} onChange={(password) => setForm({ ...form, password })} name="password" autoComplete="current-password" error={withCode ? null : wrong} required />
      {withCode ? <TextField label={t('entry.signIn.code')} value={form.code} onChange={(v) => setForm({ ...form, code: v.replace(/\s/g, '') })} name="code" keyboard="numeric" autoComplete="one-time-code" hint={t('entry.signIn.codeHint')} error={wrong} required /> : null}
      <DialogActions><Button onClick={onClose}>{t('account.not')}</Button><Button type="submit" look="primary" disabled={!whole} busy={act.isPending}>{t('account.prove.act')}</Button></DialogActions>
    </form>
  )
}

const ByPasskey = ({ onProved, main }: { onProved: Run; main: boolean }) => {
  const t = useText()
  const begin = useAct(beginPasskeySignIn, [])
  const prove = useAct(provePasskey, [readAccount.id])
  const [trouble, setTrouble] = useState<PasskeyTrouble | null>(null)
  const ask = async (options: Record<string, unknown>) => {
    const asked = await takePasskey(options)
    if (asked.ok) prove.mutate({ params: {}, body: { response: asked.response as never } }, { onSuccess: onProved })
    else setTrouble(asked.trouble)
  }
  return (
    <div className="stack">
      {begin.error ?? prove.error ? <Refused error={begin.error ?? prove.error} /> : <PasskeyNote trouble={trouble} />}
      <Button look={main ? 'primary' : 'default'} wide busy={begin.isPending || prove.isPending} onClick={() => { setTrouble(null); begin.mutate({ params: {} }, { onSuccess: ({ options }) => void ask(options) }) }}>{t('account.prove.passkey')}</Button>
    </div>
  )
}

const ByProvider = ({ label }: { label: string }) => {
  const t = useText()
  const begin = useAct(beginOidcFor, [])
  return (
    <div className="stack">
      <Refused error={begin.error} />
      <p className="small muted">{t('account.prove.providerFact', { label })}</p>
      <Button wide busy={begin.isPending} onClick={() => begin.mutate({ params: {}, body: { purpose: 'prove' } }, { onSuccess: (begun) => goToProvider(begun, { to: '/account' }) })}>{t('entry.provider.act', { label })}</Button>
    </div>
  )
}

const Ways = ({ ways, onProved, onClose }: { ways: Ways; onProved: Run; onClose: Run }) => {
  const t = useText()
  const words = useWords()
  const { data } = useRead(readAccount, { params: {} })
  const passkey = ways.passkey && canPasskeys()
  const label = data?.oidc == null ? '' : words(data.oidc.label)
  return (
    <div className="stack gap">
      {passkey ? <ByPasskey main={!ways.password} onProved={onProved} /> : null}
      {ways.oidc ? <ByProvider label={label} /> : null}
      {ways.password ? <ByPassword code={ways.code} onProved={onProved} onClose={onClose} /> : <DialogActions><Button onClick={onClose}>{t('account.not')}</Button></DialogActions>}
    </div>
  )
}

const waysOf = (error: unknown): Ways | null => (error instanceof ProblemError && error.problem.error === 'proofNeeded' ? { password: false, code: false, passkey: false, oidc: false, ...error.problem.detail } : null)

export const ProofAsked = ({ children }: { children: ReactNode }) => {
  const t = useText()
  const [asked, setAsked] = useState<{ ways: Ways; again: Run } | null>(null)
  const prove = useCallback((error: unknown, again: Run) => {
    const ways = waysOf(error)
    if (ways !== null) setAsked({ ways, again })
    return ways !== null
  }, [])
  const close = () => setAsked(null)
  const proved = () => {
    close()
    asked?.again()
  }
  return (
    <ProofContext value={prove}>
      {children}
      <Dialog open={asked !== null} onClose={close} title={t('account.prove.title')}>
        <p className="detail">{t('account.prove.why')}</p>
        {asked === null ? null : <Ways ways={asked.ways} onProved={proved} onClose={close} />}
      </Dialog>
    </ProofContext>
  )
}
