/** One POST to an address somebody typed: short, followed nowhere, its answer cut off where it grows. */
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { guardedLookup, namesInside, NotThere, type WebhookSettings } from './guard'

const TIME_MS = 10_000
const MOST_ANSWER = 16_384

export interface Posted { readonly status: number; readonly text: string }

/** @throws Error whose message may be shown: it holds nothing of the address */
export const post = (address: string, body: string, headers: Readonly<Record<string, string>>, allowed: WebhookSettings, timeMs = TIME_MS): Promise<Posted> => new Promise((resolve, reject) => {
  const url = new URL(address)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowed.http)) return reject(new NotThere('not https'))
  // A number is never looked up: it is asked here.
  if (!allowed.inside && namesInside(url.hostname)) return reject(new NotThere('an address inside'))
  const bytes = Buffer.from(body)
  const ended = AbortSignal.timeout(timeMs)
  const sending = (url.protocol === 'https:' ? https : http)(url, { method: 'POST', agent: false, lookup: guardedLookup(allowed), signal: ended, headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.byteLength, 'user-agent': 'Xuanshu', ...headers } }, (answer) => {
    const parts: Buffer[] = []
    let size = 0
    answer.on('data', (part: Buffer) => {
      size += part.byteLength
      if (size > MOST_ANSWER) sending.destroy(new Error('the answer is too long'))
      else parts.push(part)
    })
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
    answer.on('error', reject)
  })
  sending.on('error', (error) => reject(ended.aborted ? new Error('no answer in time') : error))
  sending.end(bytes)
})
