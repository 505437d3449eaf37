/** 代录: the office enters a nomination for a unit without people of its own here, from what it was sent (D12). */
import { finding, type Finding, type Words } from '../kernel/finding'
import type { NominationState } from './state'

/** What it was entered from. */
export const entrySources = ['mail', 'folder', 'disc', 'paper'] as const
export type EntrySource = (typeof entrySources)[number]
export const entrySourceNames: Readonly<Record<EntrySource, Words>> = {
  mail: { zh: '电子邮件', en: 'Mail' }, folder: { zh: '文件夹（网盘、即时通讯）', en: 'Folder (shared drive, messenger)' }, disc: { zh: '光盘或 U 盘', en: 'Disc or USB stick' }, paper: { zh: '纸质材料', en: 'Paper' },
}

/** Who could act for the unit itself: somebody who opened an account, or an office of its own, which forwards campaigns. */
export interface UnitStanding { readonly unitHasPeople: boolean; readonly unitHasOffice: boolean }
/** @param receivedOn day on which it came in; @param today day of product time, `YYYY-MM-DD` both */
export interface Entering extends UnitStanding { readonly receivedOn: string; readonly today: string }

const ownPeople = (): Finding => finding({
  code: 'entry.unitHasPeople', rule: null, what: ['这家单位已有人启用账号，办公室不再代办', 'Somebody of this unit has opened an account: the office no longer acts for it'],
  mend: ['请单位的经办人登录填报；忘了密码，在“单位”里重发启用码。', 'Let the unit’s clerk sign in; if the password is lost, give a new activation code under Units.'] })

const ownOffice = (): Finding => finding({
  code: 'entry.unitHasOffice', rule: null, what: ['这家单位有自己的活动办公室，这里不代办', 'This unit has an office of its own: nobody acts for it from here'],
  mend: ['请由它的办公室转发这项活动，或给自己的经办人开账号填报。', 'Let its own office forward the campaign, or give its own clerk an account.'] })

/** What speaks against acting for a unit at all. */
export const mayActForUnit = ({ unitHasPeople, unitHasOffice }: UnitStanding): Finding[] => [...(unitHasOffice ? [ownOffice()] : []), ...(unitHasPeople ? [ownPeople()] : [])]

/** What speaks against beginning an entry. */
export const mayEnterForUnit = ({ receivedOn, today, ...unit }: Entering): Finding[] => [
  ...mayActForUnit(unit),
  ...(receivedOn > today ? [finding({ code: 'entry.receivedLater', rule: null, at: { field: 'receivedOn' }, what: ['收到日期在今天之后', 'It cannot have come in after today'], mend: ['请填实际收到的日期。', 'Enter the day on which it came in.'] })] : []),
]

/** Whose place in the unit: one person never takes both. */
export type Seat = 'unitClerk' | 'unitApprover'
/** From which seat a nomination goes on: a draft is filled in, what waits for the seal is sealed, what was returned is either. */
export const seatWanted = (state: NominationState, holds: Seat | null): Seat | null => (state === 'draft' ? 'unitClerk' : state === 'atApproval' ? 'unitApprover' : state === 'returned' ? (holds ?? 'unitClerk') : null)

/** What speaks against sitting down in a unit's place, of somebody who may hold the other seat there. */
export const maySitForUnit = (s: UnitStanding & { readonly holds: Seat | null; readonly wants: Seat }): Finding[] => {
  const standing = mayActForUnit(s)
  if (standing.length > 0) return standing
  if (s.holds === null || s.holds === s.wants) return []
  return [finding({
    code: 'entry.samePerson', rule: null,
    what: s.wants === 'unitApprover' ? ['录入的人不能代为审签', 'Who entered it cannot seal it'] : ['代为审签的人不能再录入这家单位的材料', 'Who seals for this unit cannot enter for it'],
    mend: ['请办公室的另一人办理。', 'Let another person of the office do it.'] })]
}
