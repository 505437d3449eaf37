/** Which roles sign in with two steps: proposed by one, confirmed by another person of the office whose installation it is. Who is in the middle of something is asked at the next sign-in. */
import { confirmSecondFactorSetting, proposeSecondFactorSetting, withdrawSecondFactorSetting } from '#contract/operations/second-factor'
import { judgeAskedRoles, rolesAsked, settableRoles } from '#core/access/second-factor'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { isInstallationOf, pendingChange, readAskedRoles, setAskedRoles, type ChangeRow } from '../store/second-factor-roles'

const own = async ({ tx, actor }: CommandContext): Promise<void> => { if (!(await isInstallationOf(tx, actor.organisationId, true))) throw absent() }
const waiting = async (c: CommandContext, changeId: string): Promise<ChangeRow> => {
  const change = await pendingChange(c.tx)
  if (change?.changeId !== changeId) throw absent()
  return change
}

export const proposeSecondFactorSettingCommand = command(proposeSecondFactorSetting, async ({ body }, c) => {
  await own(c)
  const before = await readAskedRoles(c.tx)
  if (settableRoles.some((r) => before[r] !== body.read[r])) throw new Refusal('stale', { zh: '设置刚由别人改过，请看过最新的再改。', en: 'Somebody else just changed this: look at the newest before changing it.' })
  if ((await pendingChange(c.tx)) !== undefined) throw new Refusal('conflict', { zh: '已有一项改动等第二人确认。', en: 'A change waits for a second person already.' })
  const found = judgeAskedRoles(before, body.asked)
  if (stopsAt(found)) return refusedBy(found)
  const id = newId()
  await c.tx.rows(`INSERT INTO second_factor_changes (id, asked, reason, proposed_by) VALUES ($1, $2, $3, $4)`, [id, body.asked, body.reason, c.actor.accountId])
  c.record({ chain: c.actor.organisationId, act: 'secondFactor.proposed', subject: { kind: 'setting', id }, data: { roles: rolesAsked(body.asked), reason: body.reason } })
  return done({ changeId: id })
})

export const confirmSecondFactorSettingCommand = command(confirmSecondFactorSetting, async ({ params }, c) => {
  await own(c)
  const change = await waiting(c, params.changeId)
  if (change.proposedById === c.actor.accountId) return refusedBy([finding({ code: 'secondFactor.samePerson', rule: null, what: ['提请和确认不能是同一个人', 'The same person cannot propose and confirm'], mend: ['请办公室另一位同志登录确认。', 'Ask another person of the office to confirm.'] })])
  await setAskedRoles(c.tx, await readAskedRoles(c.tx), change.asked)
  await c.tx.rows(`UPDATE second_factor_changes SET confirmed_by = $2, confirmed_at = clock_timestamp() WHERE id = $1`, [params.changeId, c.actor.accountId])
  c.record({ chain: c.actor.organisationId, act: 'secondFactor.set', subject: { kind: 'setting', id: params.changeId }, data: { roles: rolesAsked(change.asked) } })
  return done({})
})

export const withdrawSecondFactorSettingCommand = command(withdrawSecondFactorSetting, async ({ params }, c) => {
  await own(c)
  await waiting(c, params.changeId)
  await c.tx.rows(`UPDATE second_factor_changes SET withdrawn_at = clock_timestamp() WHERE id = $1`, [params.changeId])
  c.record({ chain: c.actor.organisationId, act: 'secondFactor.withdrawn', subject: { kind: 'setting', id: params.changeId }, data: {} })
  return done({})
})
