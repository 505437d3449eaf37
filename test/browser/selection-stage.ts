/** Where a whole selection is played: our installation with five candidates and a jury of five, and the level above in a second one. */
import { inviteAccount } from '#contract/operations/organisations'
import { acceptedFrom } from '../server/accepted'
import type { Installation } from '../server/installation'
import { withRounds } from '../server/jury-rounds'
import { inviteJury, openOffice, openProvincial } from '../server/office'
import { Person } from '../server/person'
import { openAbove, type Side, type Two } from '../server/two-installations'
import { Visitor } from './people'
import { shot } from './play'

/** Upheld against, honoured, next in line, left at the line, left by the scores. */
export const names = ['沈若川', '顾南枝', '𬭎衡', '阿依努尔·托合提江', '韩野'] as const
export const [OUT, HONOURED, NEXT, AT_THE_LINE, SCORED_LAST] = names

const criteria = [{ id: 'deeds', name: { zh: '事迹', en: 'Deeds' }, to: 100, percent: 60 }, { id: 'conduct', name: { zh: '品德', en: 'Conduct' }, to: 100, percent: 40 }]
const rounds = [
  { id: 'round-1', name: { zh: '初评', en: 'First round' }, method: 'score', ballot: 'secret', score: { from: 0, to: 100, criteria }, blind: ['name', 'unit'], places: 4 },
  { id: 'round-2', name: { zh: '复评', en: 'Shortlist' }, after: 'round-1', ballot: 'named', places: 3, tie: 'jury' },
  { id: 'round-3', name: { zh: '终评', en: 'Final round' }, after: 'round-2', places: 2 },
]
export interface Stage extends Two { readonly at: Installation; readonly jurors: readonly Person[]; readonly secretary: Person; readonly supervisor: Person; readonly campaignId: string; readonly ids: readonly string[]; readonly slug: string }

export const setStage = async (at: Installation): Promise<Stage> => {
  const [o, above] = await Promise.all([openOffice(at, names.length), openAbove()])
  const campaignId = await openProvincial(at, o, withRounds(rounds))
  const ids = await acceptedFrom(o, campaignId, names)
  const { jurors, secretary } = await inviteJury(at, o, campaignId, 5)
  const supervisor = await new Person(at.origin, 'supervisor').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  // Of a blind dossier one can be told apart by what it says.
  await at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('deeds', repeat(candidate_name || '在急诊一线十八年，带出一支队伍（示例）。', 10)) WHERE id = $1`, [ids[0]])
  const { slug } = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [campaignId]))!
  const ours: Side & { nominationIds: readonly string[] } = { at, o, campaignId, nominationIds: ids }
  return { at, above, ours, jurors, secretary, supervisor, campaignId, ids, slug, close: () => above.at.close() }
}

/** Nothing keeps anybody out, it fits, and there is a picture where one is wanted. */
export const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
}
/** What the row of a candidate says in the count. */
export const countRow = (who: Visitor, name: string): Promise<string[]> => who.page.getByRole('table', { name: '计票' }).getByRole('row', { name }).getByRole('cell').allInnerTexts()
