/** Who of the people on public notice may be honoured now, and who has to wait. */
import { finding, type Finding } from '#core/kernel/finding'
import { sayEnd } from '#core/kernel/instant'
import { freezes, frozenFinding, standingOf } from '#core/objections/standing'
import { readHonours, type PublicPerson } from './store/announcement'
import type { Queries } from './store/database'
import { standings } from './store/objections'
import { readOnNotice } from './store/supplements'

export interface Honourees { readonly ready: readonly PublicPerson[]; readonly waiting: readonly { readonly person: PublicPerson; readonly finding: Finding }[] }

const running = (name: string, endsAt: number): Finding => finding({ code: 'publicNotice.running', rule: null, strength: 'block', what: [`${name}的公示${sayEnd(endsAt).zh}才期满`, `The public notice of ${name} runs until ${sayEnd(endsAt).en}`], mend: ['期满以后再授予。', 'Give the honour after its end.'] })

/** Out is out; frozen waits; whose own notice still runs waits; who has the honour is done. */
export const honourees = async (q: Queries, campaignId: string, now: number): Promise<Honourees> => {
  const { people } = await readOnNotice(q, campaignId)
  const done = new Set((await readHonours(q, campaignId)).map((h) => h.nominationId))
  const about = await standings(q, people.map((p) => p.person.nominationId))
  const judged = people.filter((p) => !done.has(p.person.nominationId)).map(({ person, endsAt }) => {
    const all = about.get(person.nominationId) ?? []
    const standing = standingOf(all)
    return { person, standing, against: standing === 'frozen' ? frozenFinding(person.name, all.filter(freezes).map((o) => o.number)) : now < endsAt ? running(person.name, endsAt) : null }
  }).filter((j) => j.standing !== 'out')
  return { ready: judged.filter((j) => j.against === null).map((j) => j.person), waiting: judged.flatMap(({ person, against }) => (against === null ? [] : [{ person, finding: against }])) }
}
