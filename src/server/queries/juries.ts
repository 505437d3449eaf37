import { readJuries } from '#contract/operations/juries'
import { allows } from '#core/access/permission'
import { rulesOf } from '#core/campaign/definition'
import { seedOf } from '#core/review/jury/draw-terms'
import { fieldsIn, partsOf } from '#core/review/jury/parts'
import { kindOf } from '#core/rules/kinds'
import { query } from '../handler'
import { apartFrom } from '../juries-apart'
import { definitionOfCampaign, readCampaignRow } from '../store/campaigns'
import { readExperts } from '../store/experts'
import { readDraws, readMembers, readStandIns, type MemberRow } from '../store/juries'
import { listRounds } from '../store/rounds'

const shown = (m: MemberRow) => ({ accountId: m.accountId, personName: m.personName, unitName: m.unitName, fieldOfWork: m.fieldOfWork, birthYear: m.birthYear, duty: m.duty })

export const readJuriesQuery = query(readJuries, async ({ params: { campaignId } }, { q, services, actor, subject }) => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const host = (await readCampaignRow(q, campaignId))!.organisationId
  const [members, held, draws, standIns, experts] = [await readMembers(q, campaignId), await listRounds(q, campaignId), await readDraws(q, campaignId), await readStandIns(q, campaignId), await readExperts(q, host)]
  const mayForm = allows('officeOfCampaign', actor, subject)
  const jurors = mayForm ? await q.rows<{ accountId: string; personName: string; unitName: string; fieldOfWork: string }>(`SELECT a.id AS "accountId", a.person_name AS "personName", a.unit_name AS "unitName", a.field_of_work AS "fieldOfWork" FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND m.role = 'juror' ORDER BY a.person_name, a.id`, [host]) : []
  const nameOf = new Map(experts.map((e) => [e.id, e]))
  const drawn = (d: { id: string; field: string }) => ({ expertId: d.id, personName: nameOf.get(d.id)?.personName ?? '', unitName: nameOf.get(d.id)?.unitName ?? '', field: d.field })
  const general = members.filter((m) => m.ruleId === null)
  const rounds = []
  for (const rule of rulesOf(definition, 'round')) {
    const own = members.filter((m) => m.ruleId === rule.id)
    const sit = own.length > 0 ? own : general
    const apart = await apartFrom(q, definition, campaignId, rule.id)
    const ruling = rulesOf(definition, 'jury').filter((j) => j.rounds === undefined || j.rounds.includes(rule.id))
    const opened = held.some((h) => h.ruleId === rule.id)
    const byLot = draws.some((d) => d.result !== null && (d.ruleId === rule.id || (d.ruleId === null && own.length === 0)))
    const findings = opened || sit.length === 0 ? [] : ruling.flatMap((j) => kindOf(j).judge?.(j, { jury: { members: sit.map((m) => m.accountId), parts: partsOf(j, sit.map((m) => fieldsIn(m.fieldOfWork))), draw: { pool: experts.filter((e) => !e.left).length, drawn: byLot } } }) ?? [])
    rounds.push({ ruleId: rule.id, name: rule.name, opened, own: own.length > 0 ? own.map(shown) : null, apart: apart.rounds, findings: findings as never })
  }
  return {
    general: general.map(shown), generalFrozen: held.some((h) => !members.some((m) => m.ruleId === h.ruleId)), rounds, jurors,
    draws: draws.map((d) => ({
      drawId: d.id, ruleId: d.ruleId, parts: [...d.terms.parts], perUnit: d.terms.perUnit, pool: d.pool.length, apart: d.terms.apart.length, planHash: d.planHash, commitment: d.commitment, fixedAt: d.fixedAt,
      result: d.result === null ? null : {
        drawnAt: d.drawnAt!, secret: d.secret!, word: d.word!, seed: seedOf(d.secret!, d.word!), drawn: d.result.drawn.map(drawn),
        standIns: d.result.standIns.map((s) => ({ ...drawn(s), calledFor: (() => { const c = standIns.find((x) => x.drawId === d.id && x.expertId === s.id); return c === undefined ? null : nameOf.get(c.leftExpertId)?.personName ?? '' })() })),
      },
    })),
    may: mayForm ? ['form' as const] : [],
  }
})
