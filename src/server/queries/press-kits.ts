/** What the office sees of press kits. */
import { readKits } from '#contract/operations/press-kits'
import { kitOf, mayBeInKit, mayGiveOut } from '#core/publicity/kit/kit'
import { proposePicks, sentencesOf } from '#core/publicity/kit/sentences'
import { lengthOf } from '#core/publicity/story/document'
import { absent, query } from '../handler'
import { kitMatter } from '../kits/matter'
import { kitsOf, lastContact } from '../store/press-kits'

export const readKitsQuery = query(readKits, async ({ params: { nominationId } }, { q, services, campaignId }) => {
  const about = await kitMatter(q, services, campaignId, nominationId)
  if (about === null) throw absent()
  const { matter, campaign } = about
  const sentences = matter.document === null ? [] : sentencesOf(matter.document)
  const kits = await kitsOf(q, nominationId)
  const { person: caller, phone, email } = campaign.contact
  const contact = (await lastContact(q, campaignId)) ?? { name: (caller === '' ? campaign.organisationName : caller).slice(0, 60), phone: phone.slice(0, 40), email: email.slice(0, 100) }
  return {
    name: about.person.name, employer: about.person.employer, hash: matter.published ? about.story!.publishedHash : null, sentences, characters: matter.document === null ? 0 : lengthOf(matter.document), proposed: { short: proposePicks(sentences, 'short'), middle: proposePicks(sentences, 'middle') },
    media: mayBeInKit(matter).map((s) => {
      const [row, alone] = [about.media.find((m) => m.id === s.id)!, kitOf(matter, { short: [], middle: [], media: [s.id], posters: [], contact })]
      return { ...s, name: row.name, credit: row.credit, width: row.width, height: row.height, agreed: alone.media[0]?.agreed ?? null, findings: alone.findings.filter((f) => f.at.field === `media.${s.id}`) as never }
    }),
    posters: about.posters.filter((p, i, all) => all.findIndex((x) => x.design === p.design && x.size === p.size) === i).map((p) => ({ id: p.id, design: p.design, size: p.size, bytes: p.bytes! })),
    contact, against: mayGiveOut(matter) as never,
    kits: kits.map((k) => ({ id: k.id, madeAt: k.madeAt, madeBy: k.madeBy, until: k.until, state: k.state, endedAt: k.endedAt, endedBy: k.endedBy, pictures: k.media.length, posters: k.posters.length, opened: k.opened, downloads: k.downloads, lastDownloadAt: k.lastDownloadAt })),
  }
})
