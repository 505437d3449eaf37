/** One look at an address a stranger pasted: the guard of the webhooks is asked at every step, nothing is sent that says who asks, and of the answer only its number is read. */
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { lookOfAnswer, type LinkLook } from '#core/publicity/links/look'
import { guardedLookup, namesInside, NotThere } from '../webhooks/guard'
import type { LinkSettings } from './settings'

const MOST_REDIRECTS = 4
/** Of all steps together. */
const MOST_STEPS_TIME = 3
const MOST_HEADERS = 8192
const ports = ['', '80', '443']

/** http and https on their own ports, without user and password, to a name or number outside. */
const mayAsk = (url: URL, settings: LinkSettings): boolean =>
  (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' && (settings.exempt(url, 'text') || (ports.includes(url.port) && !namesInside(url.hostname)))

interface Answered { readonly status: number; readonly location: string | null }
const ask = (method: 'HEAD' | 'GET', url: URL, settings: LinkSettings, ending: AbortSignal): Promise<Answered> => new Promise((resolve, reject) => {
  const signal = AbortSignal.any([AbortSignal.timeout(settings.answerMs), ending])
  const lookup = guardedLookup({ http: true, inside: settings.exempt(url, 'name') })
  const sending = (url.protocol === 'https:' ? https : http)(url, { method, agent: false, lookup, signal, maxHeaderSize: MOST_HEADERS, headers: { 'user-agent': 'Xuanshu', accept: '*/*' } }, (answer) => {
    resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null })
    // Not a byte of the page is read.
    answer.destroy()
  })
  // What comes after the answer was taken changes nothing.
  sending.on('error', (error) => reject(signal.aborted ? new Error('no answer in time') : error)).end()
})

/** Our own way out, and not the other side. */
const ours = ['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN']
const none = (kind: LinkLook['kind']): LinkLook => ({ kind, status: null, host: null })
const lookOfError = (error: unknown): LinkLook => {
  if (error instanceof NotThere) return none('refused')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (ours.includes(code)) return none('noWay')
  if (code === 'ENOTFOUND') return none('noHost')
  return none(code === 'ETIMEDOUT' || (error instanceof Error && error.message === 'no answer in time') ? 'tooLong' : 'unreachable')
}
const isRedirect = (a: Answered): a is Answered & { readonly location: string } => a.status >= 300 && a.status < 400 && a.location !== null

/** Never throws. @param ending the process stops: the look says nothing then */
export const lookAt = async (address: string, settings: LinkSettings, ending: AbortSignal): Promise<LinkLook> => {
  if (!URL.canParse(address)) return none('refused')
  const first = new URL(address)
  const all = AbortSignal.any([ending, AbortSignal.timeout(settings.answerMs * MOST_STEPS_TIME)])
  try {
    let url = first
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      if (!mayAsk(url, settings)) return none('refused')
      const asked = await ask('HEAD', url, settings, all).catch((error: unknown) => { if (error instanceof NotThere || all.aborted) throw error; return null })
      // Many a site answers HEAD with an error, or not at all, and a page all the same.
      const answer = asked === null || asked.status >= 400 ? await ask('GET', url, settings, all) : asked
      if (!isRedirect(answer)) return lookOfAnswer(answer.status, first.hostname, url.hostname)
      if (!URL.canParse(answer.location, url.href)) return { kind: 'error', status: answer.status, host: null }
      url = new URL(answer.location, url)
    }
    return none('unreachable')
  } catch (error) {
    return ending.aborted ? none('noWay') : lookOfError(error)
  }
}
