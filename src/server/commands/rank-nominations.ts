import { rankNominations } from '#contract/operations/nominations'
import { sayEnd } from '#core/kernel/instant'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { isStanding } from '#core/nomination/state'
import { command, done, refusedBy } from '../handler'
import { lockUnit, setRanks } from '../store/unit-order'

/** 排序: the whole list of the unit at once, so that two who order it at the same time never mix. */
export const rankNominationsCommand = command(rankNominations, async ({ params, body }, { tx, actor, now, record }) => {
  const { end, nominations } = await lockUnit(tx, params.campaignId, actor.organisationId)
  const at = await now()
  if (at >= end) return refusedBy([finding({ code: 'rank.late', rule: null, what: [`报送已在 ${sayEnd(end).zh} 截止，先后不能再改`, `Nominations closed on ${sayEnd(end).en}; the order stays`], mend: ['请书面告知活动办公室。', 'Tell the office in writing.'] })])
  const standing = nominations.filter((n) => isStanding(n.state)).map((n) => n.id)
  if (standing.length !== body.order.length || new Set(body.order).size !== body.order.length || !standing.every((id) => body.order.includes(id)))
    throw new Refusal('stale', { zh: '本单位的推荐刚有增减，先后没有改。请刷新后再排。', en: 'The unit’s nominations have just changed and the order was not. Reload and order them again.' })
  await setRanks(tx, params.campaignId, actor.organisationId, body.order)
  record({ chain: params.campaignId, act: 'nominations.ranked', subject: { kind: 'organisation', id: actor.organisationId }, data: { order: body.order } })
  return done({})
})
