/** The register of one nomination, as pages are shown it. */
import type { AnswerOf } from '#contract/operation'
import type { paperOfNomination, paperRegister } from '#contract/operations/paper'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { personOf } from '#core/nomination/case'
import { isPrintedForm } from '#core/paper/agreement'
import { printedOf, type Printed } from '#core/paper/content'
import { paperName, registerStanding } from '#core/paper/register'
import { wholeFields } from '../secret-fields'
import type { Services } from '../services'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readNominationRow, type NominationRow } from '../store/nominations'
import { readArrivals, type ArrivalRow } from '../store/paper-arrivals'

type Register = AnswerOf<typeof paperOfNomination>['register']
export type RegisterRow = AnswerOf<typeof paperRegister>['rows'][number]

export const printedNow = (definition: ResolvedDefinition, services: Pick<Services, 'keys'>, row: NominationRow): Printed => printedOf(definition, row, wholeFields(services.keys, row))

const nothing: Register = { papers: [], carrier: null, end: null, whole: true, nothingDue: true, findings: [], arrivals: [] }

export const registerView = (definition: ResolvedDefinition, row: NominationRow, printed: Printed, arrivals: readonly ArrivalRow[], now: number): Register => {
  // What goes by hand has a register of its own.
  if (row.offline !== null) return nothing
  const s = registerStanding({ definition, person: personOf(row.fields, row.answers, row.rank), arrived: arrivals.filter((a) => a.undone === null), printed, nominationsEnd: row.end, now })
  return {
    papers: s.papers.map((p) => ({ materialId: p.material.id, name: paperName(p.material.name), coded: isPrintedForm(p.material), due: p.due, received: p.received, missing: p.missing, stale: p.stale })),
    carrier: s.carrier === null ? null : { ways: [...s.carrier.ways], names: s.carrier.materials.map((m) => paperName(m.name)), received: s.carrier.received },
    end: s.end, whole: s.whole, nothingDue: s.nothingDue, findings: s.findings as Register['findings'],
    arrivals: arrivals.map((a) => ({ ...a, undone: a.undone === null ? null : { ...a.undone } })),
  }
}

export interface Asked { readonly q: Queries; readonly services: Services }
/** Rows of the register for nominations of one campaign. */
export const registerRows = async ({ q, services }: Asked, ids: readonly string[]): Promise<(RegisterRow & { readonly printed: Printed; readonly definition: ResolvedDefinition })[]> => {
  const { at: now } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const arrivals = await readArrivals(q, ids)
  const rows = await Promise.all(ids.map((id) => readNominationRow(q, id)))
  return Promise.all(rows.filter((r) => r !== undefined).map(async (row) => {
    const definition = await definitionOf(q, services.definitions, row.campaignId, row.definitionHash)
    const printed = printedNow(definition, services, row)
    return { nominationId: row.id, candidateName: row.candidateName, unitName: row.unitName, state: row.state, version: row.version, printed, definition, register: registerView(definition, row, printed, arrivals.filter((a) => a.nominationId === row.id), now) }
  }))
}
