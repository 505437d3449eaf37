/** 代录: what came on paper from a unit without an account. One person of the office enters it, the other seals. */
import { dayOf } from '#core/kernel/instant'
import { beginEntryCommand, takeSeatCommand } from '../commands/enter-for-unit'
import { act, actorOf, type DemoActor } from './actors'
import type { OpenCampaign, Stage } from './nominating'
import type { DemoNominee } from './people/nominee'
import type { DemoUnit } from './people/units'

/** @param at product time at which it came in and is entered */
export const enterForUnit = async ({ services, cast, dossiers }: Stage, { campaignId, definition }: OpenCampaign, unit: DemoUnit, person: DemoNominee, at: number): Promise<void> => {
  const unitId = (await services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = $1`, [unit.code]))!.id
  const inItsPlace = async ({ session }: DemoActor): Promise<DemoActor> => actorOf(services, (await services.db.row<{ login: string }>(`SELECT login FROM accounts WHERE id = $1`, [session.accountId]))!.login, unitId)
  const { nominationId } = await act(services, cast.office, beginEntryCommand, { params: { campaignId }, body: { unitId, candidateName: person.name, source: 'paper', receivedOn: dayOf(at), sender: '单位收发室刘某（示例）' } })
  const clerk = await inItsPlace(cast.office)
  await dossiers.fill(clerk, nominationId, definition, person)
  await dossiers.send(clerk, nominationId)
  await act(services, cast.second, takeSeatCommand, { params: { nominationId }, body: { as: 'unitApprover' } })
  await dossiers.submit(await inItsPlace(cast.second), nominationId, definition)
}
