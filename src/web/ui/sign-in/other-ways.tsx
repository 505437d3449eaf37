/** Instead of login and password: a passkey, or the sign-in of the organisation. Nothing of a way that this installation does not have. */
import { useSearchParams } from 'react-router'
import { beginOidc } from '#contract/operations/oidc'
import { goToProvider } from '../../api/provider-trip'
import { canPasskeys } from '../../api/passkey'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../answer'
import { ownAddress } from '../area-of-role'
import { Button } from '../button'
import { PasskeySignIn } from './passkey-sign-in'

/** Under another address than its own neither works: browsers bind a passkey to an address, providers send people back to one. */
const useRightAddress = (): boolean => useSession().signInBy.origin === location.origin

const ProviderSignIn = ({ onPage }: { onPage: boolean }) => {
  const t = useText()
  const words = useWords()
  const { signInBy } = useSession()
  const [search] = useSearchParams()
  const begin = useAct(beginOidc, [])
  const right = useRightAddress()
  if (signInBy.oidc === null) return null
  const label = words(signInBy.oidc)
  if (!right) return <p className="small muted">{t('entry.provider.otherAddress', { label })} <a className="link" href={`${signInBy.origin}/sign-in`}>{signInBy.origin}</a></p>
  // Leaving the page would lose what was typed on it: there it is a window of its own.
  if (onPage) return <a className="button large wide" href="/sign-in" target="_blank" rel="noreferrer">{t('entry.provider.newWindow', { label })}</a>
  const go = () => begin.mutate({ params: {} }, { onSuccess: (begun) => goToProvider(begun, { to: ownAddress(search.get('to')) ?? '' }) })
  return <>{begin.error ? <Refused error={begin.error} lost={t('entry.signIn.notIn')} /> : null}<Button size="large" wide busy={begin.isPending} onClick={go}>{t('entry.provider.act', { label })}</Button></>
}

export const OtherWays = ({ onPage }: { onPage: boolean }) => {
  const t = useText()
  const { signInBy } = useSession()
  const right = useRightAddress()
  const passkeys = signInBy.passkeys && right && canPasskeys()
  if (!passkeys && signInBy.oidc === null) return null
  return (
    <div className="other-ways">
      <p className="or"><span>{t('entry.signIn.or')}</span></p>
      {passkeys ? <PasskeySignIn /> : null}
      <ProviderSignIn onPage={onPage} />
    </div>
  )
}
