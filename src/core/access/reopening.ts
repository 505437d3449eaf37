/** 重开账号: who may propose and who may confirm that somebody gets in again. */
import { finding, type Finding } from '../kernel/finding'

/** @param opened its person came in by it at least once @param own the asker's @param waiting a proposal waits already */
export const mayProposeReopening = ({ opened, own, waiting }: { readonly opened: boolean; readonly own: boolean; readonly waiting: boolean }): Finding[] => {
  if (own) return [ownAccount()]
  if (!opened) return [finding({ code: 'reopening.neverOpened', rule: null, what: ['这个账号还没有启用过', 'Nobody opened this account yet'], mend: ['请重发启用码，不用第二人确认。', 'Give out a new activation code: no second person is needed.'] })]
  if (waiting) return [finding({ code: 'reopening.waiting', rule: null, what: ['这个账号已经提请重开，等第二人确认', 'It is proposed already and waits for a second person'], mend: ['请办公室另一位同志或纪检监督确认，或先撤回。', 'Ask another person of the office or the supervisor to confirm it, or withdraw it first.'] })]
  return []
}

export const mayConfirmReopening = ({ proposedByAsker, own, over }: { readonly proposedByAsker: boolean; readonly own: boolean; readonly over: boolean }): Finding[] => {
  if (own) return [ownAccount()]
  if (over) return [finding({ code: 'reopening.over', rule: null, what: ['这次提请已经办过、撤回或过期', 'This proposal was carried out, withdrawn or is void'], mend: ['仍需要时，请重新提请。', 'Propose it again if it is still needed.'] })]
  if (proposedByAsker) return [finding({ code: 'reopening.samePerson', rule: null, what: ['提请和确认不能是同一个人', 'The same person cannot propose and confirm'], mend: ['请办公室另一位同志或纪检监督登录确认。', 'Ask another person of the office, or the supervisor, to confirm.'] })]
  return []
}

const ownAccount = (): Finding => finding({ code: 'reopening.own', rule: null, what: ['自己的账号不能由自己重开', 'Nobody opens the own account again'], mend: ['您已经登录，可在“我的账号”里改；进不来时请另外两位同志办理。', 'You are signed in and can change it under “My account”; if you cannot get in, two others do it.'] })
