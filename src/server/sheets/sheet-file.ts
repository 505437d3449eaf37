/** A list that an office brings, read in a child that may be killed. */
import { bytesInFile } from '../inspection/bytes-in-file'
import { ask } from '../inspection/inspect-file'
import { noticePool } from '../inspection/notice-pool'
import { no, type ReadSheet } from './read-sheet'

export const readSheetBytes = (bytes: Buffer): Promise<ReadSheet> => bytesInFile(bytes, async (path) => {
  const outcome = await ask(noticePool, { kind: 'sheet', path })
  if (outcome.kind === 'sheet') return outcome.read
  if (outcome.kind === 'failed') throw new Error(`the list could not be read: ${outcome.reason}`)
  return no('sheet.tooHeavy', ['这个表格太大，读到时限也没有读完', 'This workbook is too heavy: it was not read to its end in time'], ['多半是空白的格式行：全选名单以外的行删去，另存一份；或另存为 CSV。', 'Usually these are empty formatted rows: delete the rows below the list and save a copy, or save it as CSV.'])
})
