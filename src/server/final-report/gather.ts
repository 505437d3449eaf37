/** What the final report is counted from, in the one state of the database that the caller reads. */
import { burdenOf } from '#core/campaign/burden/burden'
import type { ReportFacts } from '#core/publicity/report/facts'
import { sheetOf } from '#core/publicity/activities/totals'
import type { QueryContext } from '../handler'
import { figuresOf } from '../queries/figures'
import { countAll, readLevel } from '../store/activities'
import { readPublicNotice } from '../store/announcement'
import { readCampaignRow } from '../store/campaigns'
import { readActivitySums, readAmendments, readDecisions, readExtensions, readFileSums, readHonourSums, readLevelsBelow, readObjectionSums, readPlainSums, readPosterSums, readRoundFacts, readStorySums, readUnitsAlike, readUpper } from '../store/final-report'
import { readSupplements } from '../store/supplements'
import { mediaTotals } from './media-totals'

export const gatherFacts = async (c: Pick<QueryContext, 'q' | 'services'>, campaignId: string): Promise<ReportFacts> => {
  const { q } = c
  const [row, { figures, definition }, notice] = [(await readCampaignRow(q, campaignId))!, await figuresOf(c, campaignId), await readPublicNotice(q, campaignId)]
  const { number, date, title } = definition.notice
  return {
    organisation: row.organisationName, campaign: definition.name, award: definition.award, notice: { title, number: number === 'not stated' || number === '' ? null : number, day: date === 'not stated' ? null : date },
    openedAt: row.openedAt, end: row.extendedTo ?? row.deadline, extensions: await readExtensions(q, campaignId), amendments: await readAmendments(q, campaignId), upper: (await readUpper(q, campaignId)) ?? null,
    below: await readLevelsBelow(q, campaignId), units: await readUnitsAlike(q, campaignId), figures, screenings: await readDecisions(q, campaignId), ...(await readRoundFacts(q, campaignId)), ...(await readPlainSums(q, campaignId)),
    publicNotice: notice === undefined ? null : { startsAt: notice.startsAt, endsAt: notice.endsAt, days: notice.days.length, people: notice.people.length, supplements: (await readSupplements(q, campaignId)).length },
    objections: await readObjectionSums(q, campaignId), honours: await readHonourSums(q, campaignId), stories: await readStorySums(q, campaignId), posters: await readPosterSums(q, campaignId), media: await mediaTotals(q, campaignId),
    activities: { sheet: sheetOf(await readLevel(q, campaignId)), counted: await countAll(q, campaignId, null), ...(await readActivitySums(q, campaignId)) },
    asked: burdenOf(definition).counts, files: await readFileSums(q, campaignId),
  }
}
