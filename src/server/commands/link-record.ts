import { linkRecord } from '#contract/operations/records'
import { command, done } from '../handler'
import { lockNomination } from '../store/nominations'
import { fillFrom } from '../fill-from-record'
import { inState } from './edit-nomination'

/** 是同一人: fills the empty fields from the unit's own record. */
export const linkRecordCommand = command(linkRecord, async ({ params, body }, { tx, services, record }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  const filled = await fillFrom(tx, services, { nominationId: row.id, recordId: body.recordId, organisationId: row.unitId })
  record({ chain: row.campaignId, act: 'record.linked', subject: { kind: 'nomination', id: row.id }, data: { fields: filled } })
  return done({ filled })
})
