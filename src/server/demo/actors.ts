import { perform, type Handler, type Input } from '../handler'
import type { AnswerOf, Operation } from '#contract/operation'
import type { Role } from '#core/access/actor'
import type { Session } from '../store/sessions'
import type { Services } from '../services'

/** Somebody of the demo, acting through the product's own commands: same permissions, same transaction, same ledger. */
export interface DemoActor { readonly session: Session; readonly membershipId: string }

/** @param unitId whose place somebody of the office took; absent: as themselves */
export const actorOf = async (services: Services, login: string, unitId: string | null = null): Promise<DemoActor> => {
  const r = await services.db.row<{ account: string; name: string; role: Role; organisation: string; membership: string; office: string | null }>(
    `SELECT a.id AS account, a.person_name AS name, m.role, m.organisation_id AS organisation, m.id AS membership, m.for_office AS office FROM accounts a JOIN memberships m ON m.account_id = a.id
     WHERE a.login = $1 AND CASE WHEN $2::uuid IS NULL THEN m.for_office IS NULL ELSE m.for_office IS NOT NULL AND m.organisation_id = $2 END`, [login, unitId])
  if (r === undefined) throw new Error(`the demo knows no ${login}`)
  return { membershipId: r.membership, session: { tokenHash: Buffer.alloc(0), accountId: r.account, next: 'done', membershipId: r.membership, actor: { accountId: r.account, personName: r.name, role: r.role, organisationId: r.organisation, ...(r.office === null ? {} : { forOffice: r.office }) } } }
}

/** Does it, or stops the loading with what the product said. */
export const act = async <O extends Operation>(services: Services, who: DemoActor | null, handler: Handler<O>, input: Partial<Input<O>>): Promise<AnswerOf<O>> => {
  const o = handler.operation
  const whole = { params: o.params.parse(input.params ?? {}), query: o.query.parse(input.query ?? {}), body: o.body.parse(input.body ?? {}) } as Input<O>
  const outcome = await perform(handler, whole, who?.session ?? null, services)
  if (!outcome.ok) throw new Error(`${o.id}: ${outcome.findings.map((f) => `${f.code} ${f.at.field ?? f.at.material ?? ''} ${f.what.en}`).join('; ')}`)
  return outcome.value
}

export const setClock = (services: Services, to: number): Promise<unknown> =>
  services.db.rows(`UPDATE installation SET clock_offset_ms = $1 - (extract(epoch FROM clock_timestamp()) * 1000)::bigint`, [to])
