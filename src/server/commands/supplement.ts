/** A place became free by an objection: the next in line goes on a public notice of the own, or the place stays empty. */
import { leaveEmpty, startSupplement } from '#contract/operations/objections'
import { privacyGate } from '#core/announcement/privacy-gate'
import { judgeSummaries } from '#core/announcement/summary'
import { hostNotice } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import { isSilent, judgeSilent } from '#core/nomination/gate-asking'
import { judgeList } from '#core/nomination/list'
import { takesOut } from '#core/objections/standing'
import { noticeTerm } from '#core/rules/public-notice'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { holidayTable } from '../holidays'
import { nextFor } from '../next-in-line'
import { passGate } from '../pass-gate'
import { publicTexts, usedPasses } from '../public-texts'
import { publishCampaign } from '../public/publish'
import { readPublicPersons } from '../store/announcement'
import { definitionOfCampaign } from '../store/campaigns'
import { readListed } from '../store/nominations'
import { passedThings } from '../store/privacy-passes'
import { lockObjection, setPlace, standings, type ObjectionRow } from '../store/objections'
import { putSupplement, readOnNotice } from '../store/supplements'
import { wordsAnew } from '../words-anew'

/** Whose place is dealt with already, or was never free, is told so. */
export const mustBeFree = (o: ObjectionRow): void => {
  if (!takesOut(o)) throw absent()
  if (o.place !== null) throw new Refusal('conflict', { zh: '这个名额已经处理过，请刷新页面。', en: 'This place was dealt with: reload the page.' })
}

export const startSupplementCommand = command(startSupplement, async ({ params, body }, { tx, services, actor, now, record }) => {
  const o = await lockObjection(tx, params.objectionId)
  mustBeFree(o)
  const definition = await definitionOfCampaign(tx, services.definitions, o.campaignId)
  const rule = hostNotice(definition)
  const next = await nextFor(tx, o.campaignId, [o.nominationId])
  if (rule === undefined || !next.includes(body.nominationId)) throw absent()
  const [person] = await readPublicPersons(tx, [body.nominationId])
  if (person === undefined) throw absent()
  const { people } = await readOnNotice(tx, o.campaignId)
  const standing = await standings(tx, people.map((p) => p.person.nominationId))
  const stay = people.map((p) => p.person.nominationId).filter((id) => !(standing.get(id) ?? []).some(takesOut))
  const listed = { ...person, summary: body.summary.trim() }
  const [passed, texts] = [await passedThings(tx, services.keys, o.campaignId), publicTexts(listed)]
  const against: Finding[] = [...privacyGate(texts, passed), ...judgeSummaries(rule, [{ id: body.nominationId, name: person.name, text: listed.summary }]), ...judgeList(definition, 'winners', await readListed(tx, [...stay, body.nominationId]))]
  const at = await now()
  const gate = await passGate(tx, definition, [body.nominationId], { gate: 'notice', passage: '' }, { by: body.still ? actor.accountId : null, now: at })
  const unit = (await wordsAnew(tx, definition, [body.nominationId], at)).get(body.nominationId)
  const silent = unit !== undefined && isSilent(unit.word)
  against.push(...gate.findings, ...judgeSilent(silent ? [person.name] : [], body.withoutUnits))
  if (stopsAt(against)) return refusedBy(against)
  const { days, end } = noticeTerm({ ...rule, to: undefined } as never, dayOf(at), holidayTable())
  await putSupplement(tx, { campaignId: o.campaignId, nominationId: body.nominationId, objectionId: o.id, startsAt: at, endsAt: end, days, person: listed })
  await setPlace(tx, o.id, 'next', '')
  await publishCampaign(tx, services, o.campaignId)
  record({ chain: o.campaignId, act: 'publicNotice.supplemented', subject: { kind: 'campaign', id: o.campaignId }, data: { candidate: body.nominationId, objection: o.id, until: end, ...(silent && { silent: [body.nominationId], reason: body.withoutUnits }), ...(gate.affirmed.length > 0 && { still: gate.affirmed }), ...usedPasses(passed, texts) } })
  return done({ endsAt: end })
})

export const leaveEmptyCommand = command(leaveEmpty, async ({ params, body }, { tx, record }) => {
  const o = await lockObjection(tx, params.objectionId)
  mustBeFree(o)
  const against = body.reason.trim().length >= 5 ? [] : [finding({ code: 'place.noReason', rule: null, strength: 'block', what: ['没有写理由', 'There is no reason'], mend: ['请写明为什么空缺。', 'Say why the place stays empty.'] })]
  if (stopsAt(against)) return refusedBy(against)
  await setPlace(tx, o.id, 'empty', body.reason)
  record({ chain: o.campaignId, act: 'place.leftEmpty', subject: { kind: 'campaign', id: o.campaignId }, data: { objection: o.id } })
  return done({})
})
