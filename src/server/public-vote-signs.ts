/** What stands for a browser and an address while a vote runs: keyed by its salt, and meaningless once that is gone. */
import { networkOf } from '#core/objections/identity'
import { neighbourhoodOf } from '#core/review/public-vote-figures'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Services } from './services'
import type { PublicVoteRow, Signs } from './store/public-votes'

export const newSalt = (services: Pick<Services, 'keys'>): Buffer => services.keys.seal(randomBytes(32))
const mark = (salt: Buffer, use: string, text: string): Buffer => createHmac('sha256', salt).update(`${use} ${text}`).digest().subarray(0, 16)
const saltOf = (services: Pick<Services, 'keys'>, vote: Pick<PublicVoteRow, 'salt'>): Buffer => services.keys.open(vote.salt)

export const signsOf = (services: Pick<Services, 'keys'>, vote: Pick<PublicVoteRow, 'salt'>, browser: string, address: string): Signs => {
  const [salt, network] = [saltOf(services, vote), networkOf(address)]
  return { browser: mark(salt, 'browser', browser), address: mark(salt, 'address', network), network: mark(salt, 'network', neighbourhoodOf(network)) }
}
/** 128 bits of chance for a browser that has none yet. */
export const newBrowser = (): string => randomBytes(16).toString('base64url')
export const isBrowser = (text: string | undefined): text is string => text !== undefined && /^[\w-]{22}$/.test(text)
/** That this page was shown to this browser: a form of another site has no such thing. */
export const proofFor = (services: Pick<Services, 'keys'>, vote: Pick<PublicVoteRow, 'salt'>, browser: string): string => mark(saltOf(services, vote), 'form', browser).toString('base64url')
export const isProof = (services: Pick<Services, 'keys'>, vote: Pick<PublicVoteRow, 'salt'>, browser: string, proof: string): boolean => {
  const [is, said] = [Buffer.from(proofFor(services, vote, browser)), Buffer.from(proof)]
  return isBrowser(browser) && is.byteLength === said.byteLength && timingSafeEqual(is, said)
}
