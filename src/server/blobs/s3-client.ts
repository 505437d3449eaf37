/** The few calls of the S3 protocol that keeping files by their SHA-256 takes; bodies are streams in both directions. */
import { AwsV4Signer } from 'aws4fetch'
import { request as plain, type IncomingMessage } from 'node:http'
import { request as secure } from 'node:https'
import type { Readable } from 'node:stream'
import { Refusal } from '#core/kernel/refusal'
import type { S3Settings } from './s3-settings'
import type { Stored } from './blobs'
import { storageFull } from './storage-full'

/** A store that says nothing for so long is away. */
const SILENCE_MS = 30_000
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

export interface S3Client {
  put(stored: Stored, body: Readable): Promise<void>
  /** null: there is no such file. */
  get(sha256: string): Promise<Readable | null>
  remove(sha256: string): Promise<void>
}

export const s3Client = (settings: S3Settings): S3Client => {
  const urlOf = (sha256: string): string => `${settings.endpoint}/${settings.bucket}/${settings.prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  /** The sum of the body is part of what is signed: a server that checks it refuses bytes that changed on the way. */
  const ask = async (method: string, url: string, sum: string, body?: { readonly bytes: number; readonly from: Readable }): Promise<IncomingMessage> => {
    const signed = await new AwsV4Signer({ method, url, headers: { 'x-amz-content-sha256': sum }, accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey, region: settings.region, service: 's3' }).sign()
    const headers = { ...Object.fromEntries(signed.headers), ...(body === undefined ? {} : { 'content-length': body.bytes, 'content-type': 'application/octet-stream' }) }
    return new Promise((resolve, reject) => {
      const r = (signed.url.protocol === 'https:' ? secure : plain)(signed.url, { method, headers, timeout: SILENCE_MS }, resolve)
      r.once('timeout', () => r.destroy(new Error(`no answer within ${SILENCE_MS} ms`)))
      // It may come after the answer, when a store refuses what is still being sent.
      r.on('error', (error) => reject(away(error.message)))
      if (body === undefined) { r.end(); return }
      r.once('close', () => body.from.destroy())
      body.from.once('error', (error) => r.destroy(error)).pipe(r)
    })
  }
  return {
    async put({ sha256, bytes }, from) {
      const answer = await ask('PUT', urlOf(sha256), sha256, { bytes, from })
      await expectOk(answer)
      answer.resume()
    },
    async get(sha256) {
      const answer = await ask('GET', urlOf(sha256), EMPTY)
      if (answer.statusCode === 404) { answer.resume(); return null }
      return expectOk(answer)
    },
    async remove(sha256) {
      const answer = await ask('DELETE', urlOf(sha256), EMPTY)
      if (answer.statusCode !== 404) await expectOk(answer)
      answer.resume()
    },
  }
}

const expectOk = async (answer: IncomingMessage): Promise<IncomingMessage> => {
  if (answer.statusCode! < 300) return answer
  let text = ''
  for await (const piece of answer.setEncoding('utf8')) text += String(piece).slice(0, 2000)
  const code = /<Code>([^<]+)/u.exec(text)?.[1] ?? ''
  if (answer.statusCode === 507 || /QuotaExceeded|EntityTooLarge|InsufficientStorage|StorageFull/u.test(code)) throw storageFull()
  throw away(`${answer.statusCode} ${code}`)
}

/** What exactly went wrong is for the operator's log; people are told what it means for them. */
export const away = (why: string): Refusal => Object.assign(new Refusal('unavailable', {
  zh: '文件存储暂时连不上，已收下的都在。请过几分钟再试；一直这样请联系活动办公室。',
  en: 'The file store cannot be reached at the moment; everything taken before is kept. Try again in a few minutes; if it stays so, tell the office.',
}), { cause: new Error(`S3: ${why}`) })
