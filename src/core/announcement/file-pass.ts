/** 附件放行: a file in which the gate found personal data, or could not look, stands where two persons say why; bound to its SHA-256. Whatever else is wrong with it is not theirs to let pass. */
import { finding, type Finding } from '../kernel/finding'
import { findPersonal } from './personal-data'

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `filePass.${code}`, rule: null, what, mend })
/** Nothing but personal data, found or not to be ruled out, stands against the file. */
export const isPassable = (against: readonly Pick<Finding, 'code' | 'strength'>[]): boolean => {
  const blocks = against.filter((f) => f.strength === 'block')
  return blocks.length > 0 && blocks.every((f) => f.code === 'attachment.personal' || f.code === 'attachment.unseen')
}
/** @param against what the gate says of the file @param waiting proposed or confirmed already, these very bytes */
export const mayProposeFilePass = (against: readonly Finding[], reason: string, waiting: boolean): Finding[] => {
  if (!isPassable(against)) return against.length > 0 ? [...against] : [no('nothing', ['这份文件里没有查到个人信息，不用放行', 'Nothing was found in this file'], ['可以直接选它。', 'Choose it as it is.'])]
  if (waiting) return [no('waiting', ['这份文件已经提请过', 'This file was proposed already'], ['请第二人确认；已放行的，再选一次这份文件。', 'A second person confirms it; once it may pass, choose the very file again.'])]
  return findPersonal(reason).length === 0 ? [] : [no('reasonTells', ['理由里写了个人信息，理由要记入台账', 'The reason holds personal data, and it goes on the ledger'], ['请在理由里删去号码、住址和生日。', 'Take numbers, addresses and birthdays out of the reason.'])]
}
