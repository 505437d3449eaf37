import { z } from 'zod'
import { goesKinds, staysKinds } from '#core/nomination/erasure'
import { operation } from '../operation'
import { nominationParams } from '../shapes'

/** What would go and what stays, before anything does. */
export const lookAtErasure = operation({
  id: 'erasure.look', method: 'GET', path: '/api/nominations/:nominationId/erasure', who: 'erasersOfNomination', summary: { zh: '删除个人信息：什么会删、什么留着、为什么', en: 'Erasure: what would go, what stays and why' }, params: nominationParams,
  answer: z.object({ goes: z.array(z.object({ kind: z.enum(goesKinds), n: z.int() })), stays: z.array(z.object({ kind: z.enum(staysKinds), n: z.int().nullable() })), /** To be sent back: what was seen. */ seen: z.string() }),
})
/** At once and for good: rows now, files with the next tidying. */
export const eraseRecord = operation({
  id: 'erasure.erase', method: 'POST', path: '/api/nominations/:nominationId/erasure', who: 'erasersOfNomination', summary: { zh: '删除个人信息', en: 'Erase the record of the person' }, params: nominationParams,
  body: z.object({ seen: z.string().max(200) }), answer: z.object({ /** Whoever asked has no account any more. */ accountGone: z.boolean() }),
})
