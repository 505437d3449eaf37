/** 收进来: each dossier of an archive judged by our rules as its own submission would be, one after the other, so that seats are counted as they are taken. */
import { kindsOfFindings } from '#core/composition/return-reasons'
import { beyondGrant } from '#core/cascade/distribute'
import { nominationQuota, type ResolvedDefinition } from '#core/campaign/definition'
import { finding, type Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import { personOf } from '#core/nomination/case'
import { textOf, type Fields } from '#core/nomination/form'
import { decideSubmit, FIRST_OUTSIDE, seatOf } from '#core/nomination/submit'
import { poolOf } from '#core/rules/quota-terms'
import type { Person, Unit } from '#core/rules/case'
import type { Recommendation, SentItem } from '#core/upward/contents'
import { planItem, type PlannedItem } from '#core/upward/plan-arrival'
import { holidayTable } from '../holidays'
import { printedOf } from '../paper/printed'
import { idHashOf, split } from '../secret-fields'
import type { Services } from '../services'
import type { Arrival } from '../store/archives'
import { findTwins } from '../store/candidate-records'
import { definitionOfCampaign } from '../store/campaigns'
import type { Queries } from '../store/database'
import { heldByUnit } from '../store/quotas'
import { lockPool, readNominationRow, unitOf, type NominationRow } from '../store/nominations'
import { markedFile } from './read-arrival'

export interface RowPlan extends PlannedItem { readonly seat: number | null; readonly warnings: number; /** What these are about. */ readonly kinds: readonly string[] }
export interface Plan { readonly rows: readonly RowPlan[]; readonly definition: ResolvedDefinition; readonly unitId: string }

interface UnitRow { readonly unitCode: string; readonly unitType: string; readonly unitCounts: Readonly<Record<string, number>>; readonly unitProperties: readonly string[]; readonly end: number }

/** @param lock the caller writes what this comes to: units that share a number wait for each other */
export const planRows = async (q: Queries, services: Services, v: Pick<Arrival, 'envelope' | 'facts' | 'wholeAt'>, contents: Recommendation, lock = false): Promise<Plan> => {
  const { campaign, unit: { id: unitId } } = v.envelope!
  const definition = await definitionOfCampaign(q, services.definitions, campaign.id)
  const about = (await q.row<UnitRow>(`SELECT o.code AS "unitCode", o.type AS "unitType", o.counts AS "unitCounts", o.properties AS "unitProperties", coalesce(c.extended_to, c.deadline) AS "end" FROM campaigns c, organisations o WHERE c.id = $1 AND o.id = $2`, [campaign.id, unitId]))!
  const unit = unitOf(about)
  const pool = ((quota) => (quota === undefined ? undefined : poolOf(quota, unit)))(nominationQuota(definition))
  let poolHeld = pool === undefined ? undefined : lock ? await lockPool(q, campaign.id, pool, '00000000-0000-0000-0000-000000000000') : await lockless(q, campaign.id, pool)
  const held = await heldByUnit(q, campaign.id, unitId)
  const seated = await q.rows<{ id: string; seat: number; fields: Fields; answers: SentItem['answers']; rank: number | null }>(`SELECT id, seat, fields, answers, rank FROM nominations WHERE campaign_id = $1 AND unit_id = $2 AND seat IS NOT NULL`, [campaign.id, unitId])
  const seats = new Map(seated.map((s) => [s.id, s.seat]))
  const people = new Map<string, Person>(seated.map((s) => [s.id, personOf(s.fields, s.answers, s.rank)]))
  const rows: RowPlan[] = []
  for (const item of contents.items) {
    const here = await readNominationRow(q, item.nominationId)
    const others = [...people].filter(([id]) => id !== item.nominationId).map(([, p]) => p)
    const seatsTaken = [...seats].filter(([id]) => id !== item.nominationId).map(([, seat]) => seat)
    const judged = await judge(q, services, item, { campaignId: campaign.id, definition, unit, unitId, here, others, seatsTaken, end: about.end, at: v.wholeAt!, facts: v.facts ?? {}, held, ...(poolHeld === undefined ? {} : { poolHeld }) })
    const planned = planItem(item, { here: here === undefined ? null : await knownOf(q, here, campaign.id, unitId), sameNumber: await hasNumber(q, services, definition, item, campaign.id, unitId), findings: judged.findings })
    rows.push({ ...planned, seat: judged.seat, warnings: judged.findings.length, kinds: kindsOfFindings(judged.findings) })
    if ((planned.effect === 'create' || planned.effect === 'update') && judged.seat !== null) {
      if (!seats.has(item.nominationId) && poolHeld !== undefined && judged.seat < FIRST_OUTSIDE) poolHeld++
      seats.set(item.nominationId, judged.seat)
      people.set(item.nominationId, personOf(item.fields, item.answers, item.rank))
    }
  }
  return { rows, definition, unitId }
}

const lockless = async (q: Queries, campaignId: string, pool: { readonly types?: readonly string[] | undefined; readonly codes?: readonly string[] | undefined }): Promise<number> => (await q.row<{ held: number }>(
  `SELECT count(*)::int AS held FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND n.seat IS NOT NULL AND n.seat < ${FIRST_OUTSIDE} AND (o.type = ANY($2) OR o.code = ANY($3))`, [campaignId, pool.types ?? [], pool.codes ?? []]))!.held

const knownOf = async (q: Queries, here: NominationRow, campaignId: string, unitId: string) => ({
  ofThisUnit: here.campaignId === campaignId && here.unitId === unitId, state: here.state, version: here.version,
  taken: (await q.row<{ version: number }>(`SELECT version FROM taken_nominations WHERE nomination_id = $1`, [here.id]))?.version ?? null,
})
const hasNumber = async (q: Queries, { keys }: Services, definition: ResolvedDefinition, item: SentItem, campaignId: string, unitId: string): Promise<boolean> => {
  const hash = idHashOf(keys, split(definition, item.fields).secret)
  return hash !== null && (await q.row(`SELECT 1 FROM nominations WHERE campaign_id = $1 AND unit_id = $2 AND id <> $3 AND id_number_hash = $4 AND state NOT IN ('withdrawn','rejected')`, [campaignId, unitId, item.nominationId, hash])) !== undefined
}

interface Around { readonly campaignId: string; readonly definition: ResolvedDefinition; readonly unit: Unit; readonly unitId: string; readonly here: NominationRow | undefined; readonly others: readonly Person[]; readonly seatsTaken: readonly number[]; readonly end: number; readonly at: number; readonly facts: Readonly<Record<string, Facts>>; readonly held: number | null; readonly poolHeld?: number }

/** What the unit did on the spot (meetings, visits) was judged where its minutes are: here it is a question to people and not a bar. */
const witnessed = /^(?:step|appraisal|opinion)\./
const softened = (f: Finding): Finding => (witnessed.test(f.code) && f.strength === 'block' ? { ...f, strength: 'warn' } : f)

const judge = async (q: Queries, services: Services, item: SentItem, a: Around): Promise<{ readonly findings: readonly Finding[]; readonly seat: number | null }> => {
  const { definition } = a
  const materials = item.files.map((f) => ({ materialId: f.materialId, name: f.name, bytes: f.bytes, sha256: f.sha256, facts: a.facts[f.part]!, reading: null, opinion: null }))
  const marked = item.files.filter((f) => markedFile(a.facts[f.part]))
  if (marked.length > 0) return { findings: marked.map((f) => secret(f.name)), seat: null }
  const { secret: sealed } = split(definition, item.fields)
  const idHash = idHashOf(services.keys, sealed)
  const twins = await findTwins(q, { id: item.nominationId, campaignId: a.campaignId, unitId: a.unitId, candidateName: item.candidateName, fields: item.fields, recordId: null } as NominationRow, idHash)
  const submission = {
    definition, state: a.here?.state === 'returned' ? 'returned' : 'atApproval', dossier: { fields: item.fields, answers: item.answers, materials, rank: item.rank, offline: null, part: null, twins: { ...twins, record: null }, ...printedOf(definition, { id: item.nominationId, version: item.version }, item.fields, materials) },
    seatsTaken: a.seatsTaken, others: a.others, unit: a.unit, ...(a.poolHeld === undefined ? {} : { poolHeld: a.poolHeld }), ownSeat: a.here?.seat ?? null, end: a.end, returnUntil: a.here?.returnUntil ?? null, sealed: [], now: a.at, holidays: holidayTable(),
  } as const
  const named = textOf(item.fields, 'name').trim() === item.candidateName.trim() ? [] : [otherName(item.candidateName)]
  const decision = decideSubmit(submission)
  const seat = seatOf(submission, personOf(item.fields, item.answers, item.rank))
  const granted = a.here?.seat == null && seat !== null && seat < FIRST_OUTSIDE ? beyondGrant(a.held, a.seatsTaken.filter((s) => s < FIRST_OUTSIDE).length) : []
  return { findings: [...named, ...granted, ...(decision.ok ? decision.warnings : decision.findings.map(softened)), ...(seat === null ? [noSeat()] : [])], seat }
}

const secret = (name: string): Finding => finding({ code: 'arrival.marked', rule: null, strength: 'block', at: { file: name }, what: [`“${name}”里有密级标志，这一件没有收，文件已清除`, `“${name}” bears a secrecy marking: this dossier was not taken, and the file is wiped`], mend: ['请立即与报送单位的保密部门联系；涉密材料走线下。', 'Tell the sender’s secrecy office at once; classified material goes by hand.'] })
const otherName = (name: string): Finding => finding({ code: 'arrival.otherName', rule: null, strength: 'block', what: [`封套上写的人选“${name}”与推荐表上的姓名不同`, `The list says “${name}”, the form another name`], mend: ['请报送单位重新导出。', 'Ask the sender to export it again.'] })
const noSeat = (): Finding => finding({ code: 'arrival.noSeat', rule: null, strength: 'block', what: ['这家单位在本活动里没有空的名额', 'This unit has no place left in this campaign'], mend: ['请与报送单位核对；换人的，先由它撤回一件。', 'Ask the unit; to send another, it withdraws one first.'] })
