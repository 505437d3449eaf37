/** Whether the sign-in of an organisation (OpenID Connect) proved somebody twice: what it says counts only where the installation says that it does. */

/** `amr=mfa`, `acr=urn:…`: claims of which one is enough. */
export interface TrustedClaim { readonly claim: 'amr' | 'acr'; readonly value: string }

const one = /^(amr|acr)=(\S{1,200})$/

/** Blank-separated, as an operator writes them; null where a piece is not of that form. */
export const readTrustedClaims = (text: string): TrustedClaim[] | null => {
  const pieces = text.split(/\s+/).filter(Boolean).map((p) => one.exec(p))
  return pieces.every((p) => p !== null) ? pieces.map((p) => ({ claim: p![1] as 'amr' | 'acr', value: p![2]! })) : null
}

/** @param claims of an ID token whose signature, issuer, audience, nonce and time were checked */
export const provedTwice = (trusted: readonly TrustedClaim[], claims: { readonly amr?: unknown; readonly acr?: unknown }): boolean =>
  trusted.some(({ claim, value }) => (claim === 'acr' ? claims.acr === value : Array.isArray(claims.amr) && claims.amr.includes(value)))
