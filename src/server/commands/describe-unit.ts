/** What an office states of a unit below it: where its letters go, what its quotas count. */
import { setCounts, setEmail } from '#contract/operations/organisations'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { isMailAddress } from '#core/mobilisation/address'
import { judgeFacts, sameFacts, type UnitFacts } from '#core/organisations/unit-counts'
import { absent, command, done, refusedBy } from '../handler'
import type { Queries } from '../store/database'

/** Of an office above it, on whatever level; another's unit answers as one that is not there. */
const mustBeBelow = async (q: Queries, organisationId: string, own: string): Promise<void> => {
  if (!(await q.row<{ below: boolean }>(`SELECT organisation_is_below($1, $2) AS below`, [organisationId, own]))!.below) throw absent()
}

export const setEmailCommand = command(setEmail, async ({ body }, { tx, actor, record }) => {
  await mustBeBelow(tx, body.organisationId, actor.organisationId)
  if (body.email !== '' && !isMailAddress(body.email)) return refusedBy([finding({ code: 'email.form', rule: null, at: { field: 'email' }, what: [`“${body.email}”不是一个邮箱地址`, `“${body.email}” is not one e-mail address`], mend: ['请填一个地址，如 office@example.org；不带姓名，不用逗号。', 'Give one address such as office@example.org, without a name or a comma.'] })])
  await tx.rows(`UPDATE organisations SET contact_email = $2 WHERE id = $1`, [body.organisationId, body.email])
  record({ chain: actor.organisationId, act: 'organisation.emailSet', subject: { kind: 'organisation', id: body.organisationId }, data: {} })
  return done({})
})

/** 人数和属性, whole: what is left out is known no more. Refused when another person changed them since they were read. */
export const setCountsCommand = command(setCounts, async ({ body }, { tx, actor, record }) => {
  await mustBeBelow(tx, body.organisationId, actor.organisationId)
  const before = (await tx.row<Required<UnitFacts>>(`SELECT counts, properties FROM organisations WHERE id = $1 FOR UPDATE`, [body.organisationId]))!
  const now = { counts: body.counts, properties: [...new Set(body.properties)] }
  const findings = judgeFacts(now)
  if (findings.length > 0) return refusedBy(findings)
  if (sameFacts(before, now)) return done({})
  if (!sameFacts(before, body.read)) throw new Refusal('stale', { zh: '这家单位的人数刚由另一人改过，这次没有存入；请看过最新的再改。', en: 'Somebody else just changed what this unit counts and nothing was overwritten: read it before changing it.' }, before)
  await tx.rows(`UPDATE organisations SET counts = $2::jsonb, properties = $3::jsonb WHERE id = $1`, [body.organisationId, JSON.stringify(now.counts), JSON.stringify(now.properties)])
  record({ chain: actor.organisationId, act: 'organisation.countsSet', subject: { kind: 'organisation', id: body.organisationId }, data: { ...now, before } })
  return done({})
})
