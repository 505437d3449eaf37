import { z } from 'zod'
import { operation } from '../operation'
import { id, instant } from '../shapes'
import { next } from './sign-in'

/** WebAuthn as JSON (W3C, level 3): bytes are base64url. What it says is checked by the library, not by this shape. */
const bytes = z.string().regex(/^[A-Za-z0-9_-]*$/).max(20_000)
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key'), authenticatorAttachment: z.string().max(40).optional(), clientExtensionResults: z.record(z.string(), z.unknown()).default({}) }
export const assertion = z.object({ ...credential, response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.optional() }) })
const attestation = z.object({ ...credential, response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.array(z.string().max(40)).max(10).optional(), authenticatorData: bytes.optional(), publicKey: bytes.optional(), publicKeyAlgorithm: z.int().optional() }) })
/** Handed to the browser as it is. */
const options = z.record(z.string(), z.unknown())
export const passkeyName = z.string().trim().min(1).max(40)
export const passkey = z.object({ passkeyId: id, name: z.string(), /** Kept by the maker of the device on several devices of the person. */ synced: z.boolean(), createdAt: instant, lastUsedAt: instant.nullable() })

export const beginPasskeySignIn = operation({
  id: 'passkeys.beginSignIn', method: 'POST', path: '/api/session/passkey/begin', who: 'anyone',
  summary: { zh: '用指纹、面容或安全密钥登录：开始', en: 'Sign in with a passkey: begin' },
  answer: z.object({ options }),
})
export const signInByPasskey = operation({
  id: 'passkeys.signIn', method: 'POST', path: '/api/session/passkey', who: 'anyone',
  summary: { zh: '用指纹、面容或安全密钥登录：完成', en: 'Sign in with a passkey: complete' },
  body: z.object({ response: assertion }),
  answer: z.object({ next }),
})
export const beginPasskey = operation({
  id: 'passkeys.begin', method: 'POST', path: '/api/account/passkeys/begin', who: 'signedIn',
  summary: { zh: '添加通行密钥：开始', en: 'Add a passkey: begin' },
  answer: z.object({ options }),
})
export const addPasskey = operation({
  id: 'passkeys.add', method: 'POST', path: '/api/account/passkeys', who: 'signedIn',
  summary: { zh: '添加通行密钥：完成', en: 'Add a passkey: complete' },
  body: z.object({ name: passkeyName, response: attestation }),
  answer: z.object({ passkeyId: id }),
})
export const renamePasskey = operation({
  id: 'passkeys.rename', method: 'PUT', path: '/api/account/passkeys/:passkeyId', who: 'signedIn',
  summary: { zh: '给通行密钥改名', en: 'Rename a passkey' },
  params: z.object({ passkeyId: id }), body: z.object({ name: passkeyName }),
})
export const removePasskey = operation({
  id: 'passkeys.remove', method: 'DELETE', path: '/api/account/passkeys/:passkeyId', who: 'signedIn',
  summary: { zh: '去掉通行密钥', en: 'Remove a passkey' },
  params: z.object({ passkeyId: id }),
})
export const provePasskey = operation({
  id: 'passkeys.prove', method: 'POST', path: '/api/account/proof/passkey', who: 'signedIn',
  summary: { zh: '再确认一次是本人：用通行密钥', en: 'Prove who you are once more, with a passkey' },
  body: z.object({ response: assertion }),
})
