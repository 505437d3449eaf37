import { z } from 'zod'
import { download, operation } from '../operation'
import { campaignParams, finding, id, instant, still } from '../shapes'

const person = z.object({ nominationId: id, name: z.string(), employer: z.string(), post: z.string(), summary: z.string() })

export const readAnnouncement = operation({
  id: 'announcement.read', method: 'GET', path: '/api/campaigns/:campaignId/announcement', who: 'juryRoomOfCampaign',
  summary: { zh: '公示与荣誉：现状', en: 'Public notice and honours: where they stand' }, params: campaignParams,
  answer: z.object({
    /** Provisional honourees of the last closed round, in the order they will be shown. */
    provisional: z.array(person), roundId: id.nullable(),
    /** 线下件 among those selected: not shown, and not honoured by the product. */
    offline: z.int(),
    /** What stops the public notice from starting, or would publish what must not be. */
    findings: z.array(finding),
    publicNotice: z.object({ startsAt: instant, endsAt: instant, ended: z.boolean(), days: z.array(z.string()), people: z.array(person), path: z.string() }).nullable(),
    honours: z.array(person.extend({ honourId: id, givenAt: instant, number: z.string(), path: z.string(), /** By its last entry in the register. */ revoked: z.boolean() })),
    /** Who may be honoured now, where the reader gives honours. */
    ready: z.int(),
    /** 竖版证书. */
    upright: z.boolean(),
    may: z.array(z.string()),
  }),
})
export const startPublicNotice = operation({
  id: 'announcement.startPublicNotice', method: 'POST', path: '/api/campaigns/:campaignId/public-notice', who: 'officeOfCampaign',
  summary: { zh: '开始公示', en: 'Start the public notice' }, params: campaignParams,
  body: z.object({ roundId: id, /** One sentence a person, read by the office before it goes out. How long it may be is the definition's to say; this is only what a request may carry. */ summaries: z.record(z.string(), z.string().max(5000)), howToObject: z.object({ phone: z.string().min(3).max(60), email: z.string().min(3).max(100), address: z.string().min(3).max(200) }), still, /** Why the office goes on although units have not said that theirs still fit; empty: it does not. */ withoutUnits: z.string().trim().max(500).default('') }),
  answer: z.object({ startsAt: instant, endsAt: instant, path: z.string() }),
})
export const giveHonours = operation({
  id: 'announcement.giveHonours', method: 'POST', path: '/api/campaigns/:campaignId/honours', who: 'officeOfCampaign',
  summary: { zh: '公示期满，授予荣誉', en: 'The public notice has ended: give the honours' }, params: campaignParams, body: z.object({ still }),
  answer: z.object({ honours: z.array(z.object({ honourId: id, name: z.string(), path: z.string() })), /** Of whom a serious objection is open, or whose own notice still runs: their honours wait. */ waiting: z.array(z.object({ name: z.string(), finding })) }),
})
/** An export is an act of the ledger: a download that writes, and therefore asked by POST. */
export const exportRecord = {
  ...download({ id: 'record.export', path: '/api/campaigns/:campaignId/record', who: 'ledgerReaders', summary: { zh: '导出可核验的活动记录（记入台账）', en: 'Export the record for independent verification (entered in the ledger)' }, params: campaignParams, mediaType: 'application/json' }),
  method: 'POST' as const,
}
