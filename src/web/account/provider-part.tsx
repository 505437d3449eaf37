/** 单位统一登录: linked once on purpose, and unlinked. Nothing where the installation has none. */
import { useState } from 'react'
import { beginOidcFor, unlinkOidc } from '#contract/operations/oidc'
import { goToProvider } from '../api/provider-trip'
import { useSession } from '../api/session'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { sayAt } from '../ui/say-time'
import { State } from '../ui/state'
import { say } from '../ui/toast'
import type { Account } from './reading'
import { AccountRow } from './account-row'
import { useChange } from './use-change'

export const ProviderPart = ({ account: { oidc } }: { account: Account }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { signInBy } = useSession()
  const begin = useChange(beginOidcFor)
  const unlink = useChange(unlinkOidc)
  const [open, setOpen] = useState(false)
  if (oidc === null) return null
  const label = words(oidc.label)
  const right = signInBy.origin === location.origin
  const link = <Button size="small" busy={begin.busy} onClick={() => begin.run({ params: {}, body: { purpose: 'link' } }, (begun) => goToProvider(begun, { to: '/account' }))}>{t('account.provider.link')}</Button>
  return (
    <AccountRow name={label} error={begin.error ?? unlink.error} acts={oidc.linkedSince === null ? (right ? link : null) : <Button size="small" look="quiet" onClick={() => setOpen(true)}>{t('account.provider.unlink')}</Button>}>
      {oidc.linkedSince === null ? <State kind="none">{t('account.provider.none')}</State> : <><State kind="ok">{t('account.provider.since', { at: sayAt(oidc.linkedSince, language) })}</State>{oidc.lastUsedAt === null ? null : <span className="small muted">{t('account.passkey.used', { at: sayAt(oidc.lastUsedAt, language) })}</span>}</>}
      {right ? null : <p className="small muted">{t('entry.provider.otherAddress', { label })} <a className="link" href={`${signInBy.origin}/account`}>{signInBy.origin}</a></p>}
      <Dialog open={open} onClose={() => setOpen(false)} title={t('account.provider.unlinkFrom', { label })} actions={<><Button onClick={() => setOpen(false)}>{t('account.not')}</Button><Button look="block" busy={unlink.busy} onClick={() => { setOpen(false); unlink.run({ params: {} }, () => say(t('account.provider.unlinked'))) }}>{t('account.provider.unlink')}</Button></>}>
        <p>{t('account.provider.unlinkFact', { label })}</p>
      </Dialog>
    </AccountRow>
  )
}
