/** The plan and its results as files, and the blank list. */
import { mediaPlanFile, mediaTemplate } from '#contract/operations/media'
import type { Download } from '#contract/operation'
import { sayDay } from '#core/kernel/instant'
import { activitySheetExcel } from '#documents/activities/sheet-excel'
import { activitySheetWord } from '#documents/activities/sheet-word'
import { blankMediaList } from '#documents/media/blank-list'
import { MOST_IN_WORD, planMatter } from '#documents/media/plan-matter'
import { query, snapshotQuery } from '../handler'
import { definitionOf, readCampaignRow } from '../store/campaigns'
import { itemsOf } from '../store/media-plan'
import { productDay } from './media-plan'

const mediaTypes = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

export const mediaPlanFileQuery = snapshotQuery(mediaPlanFile, async ({ params: { campaignId }, query: { what, as } }, { q, services }): Promise<Download> => {
  const row = (await readCampaignRow(q, campaignId))!
  const { name } = await definitionOf(q, services.definitions, campaignId, row.definitionHash)
  const matter = planMatter({ what, campaign: name.zh, organisation: row.organisationName, day: sayDay(await productDay(q)).zh, items: await itemsOf(q, campaignId), most: as === 'docx' ? MOST_IN_WORD : Infinity })
  return { content: as === 'docx' ? await activitySheetWord(matter) : await activitySheetExcel(matter), mediaType: mediaTypes[as], fileName: `${what === 'plan' ? '媒体投放计划' : '媒体投放情况'}-${row.organisationName}.${as}`, inline: false }
})
export const mediaTemplateQuery = query(mediaTemplate, async (): Promise<Download> => ({ content: await blankMediaList(), mediaType: mediaTypes.xlsx, fileName: '媒体清单空表.xlsx', inline: false }))
