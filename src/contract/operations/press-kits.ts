/** 媒体素材包: picked from a published story, handed out by a link that expires, ended at once. */
import { z } from 'zod'
import { kitContact, kitDays } from '#core/publicity/kit/kit'
import { posterDesigns } from '#core/publicity/poster/poster'
import { posterSizeIds } from '#core/publicity/poster/sizes'
import { operation } from '../operation'
import { finding, id, instant, nominationParams, words } from '../shapes'

const picks = z.array(z.int().min(0)).max(500)

/** What a kit of this person can hold, what was proposed, and the kits there are. The address of a link is in none of it. */
export const readKits = operation({
  id: 'pressKits.read', method: 'GET', path: '/api/nominations/:nominationId/press-kits', who: 'officeOfNomination', summary: { zh: '媒体素材包：能放什么，做过哪些', en: 'Press kits: what they can hold, and those that were made' }, params: nominationParams,
  answer: z.object({
    name: z.string(), employer: z.string(), /** Of the public text; null: none. */ hash: z.string().nullable(),
    sentences: z.array(z.object({ at: z.int(), paragraph: z.int(), from: z.enum(['opening', 'text', 'quote']), text: z.string() })), characters: z.int(), proposed: z.object({ short: picks, middle: picks }),
    media: z.array(z.object({ id, kind: z.enum(['picture', 'film']), name: z.string(), caption: z.string(), credit: z.string(), agreed: words.nullable(), width: z.int(), height: z.int(), findings: z.array(finding) })),
    /** Of each design and size the newest that may be given out. */
    posters: z.array(z.object({ id, design: z.enum(posterDesigns), size: z.enum(posterSizeIds), bytes: z.int() })),
    contact: kitContact, against: z.array(finding),
    kits: z.array(z.object({ id, madeAt: instant, madeBy: z.string(), until: instant, state: z.enum(['open', 'expired', 'ended', 'stopped']), endedAt: instant.nullable(), endedBy: z.string().nullable(), pictures: z.int(), posters: z.int(), opened: z.int(), downloads: z.int(), lastDownloadAt: instant.nullable() })),
  }),
})
/** The link's token is in this answer and nowhere else. */
export const makeKit = operation({
  id: 'pressKits.make', method: 'POST', path: '/api/nominations/:nominationId/press-kits', who: 'officeOfNomination', summary: { zh: '做媒体素材包', en: 'Make a press kit' }, params: nominationParams,
  body: z.object({ hash: z.string().length(64), short: picks, middle: picks, media: z.array(id).max(400), posters: z.array(id).max(100), contact: kitContact, days: z.union(kitDays.map((d) => z.literal(d))) }),
  answer: z.object({ kitId: id, token: z.string(), path: z.string(), until: instant }),
})
export const endKit = operation({ id: 'pressKits.end', method: 'POST', path: '/api/nominations/:nominationId/press-kits/:kitId/end', who: 'officeOfNomination', summary: { zh: '停用素材包的链接', en: 'End the link of a press kit' }, params: nominationParams.extend({ kitId: id }) })
