/** A device that holds passkeys, as the standard says they behave: real keys and signatures, no screen. A browser with one is in test/browser. */
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

interface Held { readonly id: Buffer; readonly key: KeyObject; readonly userHandle: string; counter: number }
/** What a test may get wrong on purpose. */
export interface Slips { readonly origin?: string; readonly rpId?: string; readonly unverified?: boolean; readonly counter?: number; readonly challenge?: string; readonly otherKey?: boolean }

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const [UP, UV, AT] = [0x01, 0x04, 0x40]

export class Authenticator {
  readonly #held: Held[] = []
  /** @param origin of the page that asks; a browser says it, nobody else can */
  constructor(readonly origin: string) {}

  create(options: Record<string, unknown>, slips: Slips = {}) {
    const { challenge, rp, user } = options as { challenge: string; rp: { id: string }; user: { id: string } }
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
    const held: Held = { id: randomBytes(32), key: privateKey, userHandle: user.id, counter: slips.counter ?? 1 }
    this.#held.push(held)
    const cose = isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]))
    const length = Buffer.alloc(2)
    length.writeUInt16BE(held.id.length)
    const authData = Buffer.concat([this.#head(slips.rpId ?? rp.id, AT | UP | (slips.unverified === true ? 0 : UV), held.counter), Buffer.alloc(16), length, held.id, cose])
    const attestationObject = isoCBOR.encode(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', new Uint8Array(authData)]]) as never)
    return { id: b64(held.id), rawId: b64(held.id), type: 'public-key' as const, clientExtensionResults: {}, response: { clientDataJSON: this.#said('webauthn.create', challenge, slips), attestationObject: b64(attestationObject), transports: ['internal'] } }
  }

  /** Answers with its newest passkey. */
  get(options: Record<string, unknown>, slips: Slips = {}) {
    const { challenge, rpId } = options as { challenge: string; rpId: string }
    const held = this.#held.at(-1)!
    held.counter = slips.counter ?? held.counter + 1
    const authenticatorData = this.#head(slips.rpId ?? rpId, UP | (slips.unverified === true ? 0 : UV), held.counter)
    const clientDataJSON = this.#said('webauthn.get', challenge, slips)
    const key = slips.otherKey === true ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : held.key
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]), key)
    return { id: b64(held.id), rawId: b64(held.id), type: 'public-key' as const, clientExtensionResults: {}, response: { clientDataJSON, authenticatorData: b64(authenticatorData), signature: b64(signature), userHandle: held.userHandle } }
  }

  #head(rpId: string, flags: number, counter: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
  #said = (type: string, challenge: string, slips: Slips): string => b64(Buffer.from(JSON.stringify({ type, challenge: slips.challenge ?? challenge, origin: slips.origin ?? this.origin, crossOrigin: false })))
}
