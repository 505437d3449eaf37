import { exportNominations } from '#contract/operations/nominations'
import type { Download } from '#contract/operation'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { sayValue } from '#core/forms/values'
import { stamp } from '#core/kernel/instant'
import { stateNames } from '#core/nomination/state'
import { listCsv } from '#documents/lists/list-csv'
import { listExcel } from '#documents/lists/list-excel'
import { listWord } from '#documents/lists/list-word'
import type { List } from '#documents/lists/list'
import { query } from '../handler'
import { maskedFields } from '../secret-fields'
import type { Services } from '../services'
import { definitionOfCampaign } from '../store/campaigns'
import { readSentBatch, type SentNomination } from '../store/nominations'

const BATCH = 500
const about = [['序号', 6], ['姓名', 12], ['推荐单位', 24], ['状态', 10], ['报送时间', 18], ['退回次数', 8]] as const
/** Deeds and résumés belong into the dossier, not into a list. */
const listed = (d: ResolvedDefinition) => rulesOf(d, 'formField').filter((f) => f.field !== 'name' && f.section !== 'opinion' && f.type !== 'longText' && f.type !== 'entries')

/** Read and written batch by batch, in the order the nominations came into being. */
export const exportNominationsQuery = query(exportNominations, async ({ params, query: { as } }, { services }) => {
  const definition = await definitionOfCampaign(services.db, services.definitions, params.campaignId)
  const list: List = {
    title: `${definition.name.zh}推荐名单`, batches: batchesOf(services, params.campaignId, definition),
    columns: [...about.map(([name, width]) => ({ name, width })), ...listed(definition).map((f) => ({ name: f.label.zh, width: f.type === 'choice' ? 10 : 18 }))],
  }
  const pieces = as === 'csv' ? listCsv(list) : as === 'docx' ? listWord(list) : listExcel(list)
  return { content: { pieces }, mediaType: mediaTypes[as], fileName: `推荐名单-${definition.name.zh}.${as}`, inline: false } satisfies Download
})
const mediaTypes = { csv: 'text/csv; charset=utf-8', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

async function* batchesOf({ db, keys }: Services, campaignId: string, definition: ResolvedDefinition): AsyncGenerator<string[][]> {
  let n = 0
  for (let after: string | null = null; ;) {
    const batch: SentNomination[] = await readSentBatch(db, campaignId, after, BATCH)
    yield batch.map((row) => {
      const { fields } = maskedFields(definition, keys, row)
      return [String(++n), row.candidateName, row.unitName, stateNames[row.state].zh, row.submittedAt === null ? '' : stamp(row.submittedAt).slice(0, 16), String(row.returns), ...listed(definition).map((f) => sayValue(definition, f, fields))]
    })
    if (batch.length < BATCH) return
    after = batch.at(-1)!.id
  }
}
