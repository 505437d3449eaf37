/** The telephone's token: changed for the code of the address once, kept in this tab alone. */
import { useCallback, useEffect, useState } from 'react'
import { openHandover } from '#contract/operations/phone'
import { useAct } from '../../api/use-operation'
import type { Trouble } from '../../ui/answer'

const PLACE = 'xuanshu-phone'
const kept = (): string | null => { try { return sessionStorage.getItem(PLACE) } catch { return null } }
const keep = (token: string | null): void => { try { if (token === null) sessionStorage.removeItem(PLACE); else sessionStorage.setItem(PLACE, token) } catch { /* Without a store it lasts as long as the page. */ } }

export interface PhonePass { readonly token: string | null; readonly opening: boolean; readonly error: Trouble | null; readonly forget: () => void }
export const usePhonePass = (): PhonePass => {
  const [code] = useState(() => window.location.hash.slice(1))
  const [token, setToken] = useState<string | null>(() => (code === '' ? kept() : null))
  const { mutate, error, isIdle, isPending } = useAct(openHandover, [])
  useEffect(() => {
    if (code === '') return
    // Used up with the first request: it stands in no history after that.
    window.history.replaceState(window.history.state, '', window.location.pathname)
    mutate({ body: { code } }, { onSuccess: (given) => { keep(given.token); setToken(given.token) } })
  }, [code, mutate])
  const forget = useCallback(() => { keep(null); setToken(null) }, [])
  return { token, opening: code !== '' && token === null && (isIdle || isPending), error, forget }
}
