/** Asks the browser for a passkey. What browsers call their refusals is turned into the few cases a person can do something about. */
export type PasskeyTrouble = 'cancelled' | 'known' | 'unable'

/** Only behind https, or on this machine. */
export const canPasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

/** The person or the clock ended it, the device holds one already, or it cannot do this at all. */
const troubleOf = (error: unknown): PasskeyTrouble => {
  const name = error instanceof Error ? error.name : ''
  return name === 'InvalidStateError' ? 'known' : name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'unable'
}

export type Asked<T> = { readonly ok: true; readonly response: T } | { readonly ok: false; readonly trouble: PasskeyTrouble }
const asked = async <T>(work: Promise<T>): Promise<Asked<T>> => work.then((response) => ({ ok: true, response }), (error: unknown) => ({ ok: false, trouble: troubleOf(error) }))

export const takePasskey = async (options: Record<string, unknown>) => {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return asked(startAuthentication({ optionsJSON: options as never }))
}
export const makePasskey = async (options: Record<string, unknown>) => {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return asked(startRegistration({ optionsJSON: options as never }))
}
