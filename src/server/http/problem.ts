import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Problem } from '#contract/shapes'
import type { Finding } from '#core/kernel/finding'
import { Refusal, refusalStatus } from '#core/kernel/refusal'
import { diskFull } from '../blobs/disk-blobs'
import { storageFull } from '../blobs/storage-full'

/** The one map from what went wrong to an HTTP answer. Nobody ever meets a bare 500. */
export const answerProblem = (error: unknown, reply: FastifyReply, trace: string): FastifyReply => {
  const refusal = asRefusal(error)
  if (refusal.code === 'unavailable' || refusal.code === 'limited') void reply.header('retry-after', String(refusal.detail['retryAfterSeconds'] ?? 5))
  const body: Problem = { error: refusal.code, words: refusal.words, trace, ...(Object.keys(refusal.detail).length > 0 ? { detail: { ...refusal.detail } } : {}) }
  return reply.status(refusalStatus[refusal.code]).send(body)
}

export const answerFindings = (findings: readonly Finding[], reply: FastifyReply, trace: string): FastifyReply => {
  const body: Problem = {
    error: 'rule',
    words: { zh: `有 ${findings.length} 处不符合活动方案，这一步没有办成，内容没有丢。`, en: `${findings.length} point(s) do not meet the rules; nothing was done and nothing is lost.` },
    findings: findings.map((f) => structuredClone(f)) as Problem['findings'] & object,
    trace,
  }
  return reply.status(refusalStatus.rule).send(body)
}

const unexpected = (): Refusal => new Refusal('unavailable', {
  zh: '系统出了意外，这一步没有写入。请稍后再试；仍不行，把下面的编号报给活动办公室。',
  en: 'Something unexpected happened; nothing was written. Try again later; if it stays, give the number below to the office.',
})

export const isUnexpected = (error: unknown): boolean => asRefusal(error, true) === unforeseen
const unforeseen = unexpected()

const asRefusal = (error: unknown, probe = false): Refusal => {
  if (error instanceof Refusal) return error
  if (error instanceof z.ZodError) return invalid(error)
  if (diskFull(error)) return storageFull()
  if (unstorable(error)) return new Refusal('invalid', { zh: '内容里有不能保存的字符（如 NUL 或半个字符）或不可能的时间。请删去再试。', en: 'The content holds a character that cannot be stored (such as NUL or half a character) or an impossible time. Remove it and try again.' })
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
  if (status === 413) return new Refusal('tooLarge', { zh: '内容太大，服务器没有收。', en: 'The content is too large; the server did not take it.' })
  if (status === 429) return new Refusal('limited', { zh: '操作太快，请稍等片刻再试。', en: 'Too many requests: wait a moment and try again.' })
  if (status >= 400 && status < 500) return new Refusal('invalid', { zh: '请求的格式不对。请刷新页面再试。', en: 'The request is malformed. Reload the page and try again.' })
  return probe ? unforeseen : unexpected()
}

/** What the database cannot hold as text, JSON or time (22P05, 22021, 22P02, 22008): the sender's content, not our fault. */
const unstorable = (error: unknown): boolean => error instanceof Error && 'code' in error && /^22(P05|021|P02|008)$/.test(String(error.code))

/** Shape errors, field by field. Ids that are no ids name nothing: they answer as absent. */
const invalid = (error: z.ZodError): Refusal =>
  new Refusal('invalid', { zh: '有的内容填得不对，请看标出的栏目。', en: 'Some of the content is not as it should be: see the marked fields.' },
    { fields: error.issues.slice(0, 20).map((i) => ({ path: i.path.join('.'), message: i.message })) })
