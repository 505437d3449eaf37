/** 隐私放行: what the machine gate found may pass where two persons say why; bound to the very text and the very thing found in it. */
import { finding, type Finding } from '../kernel/finding'
import { hashOf } from '../kernel/canonical'
import { findPersonal, type PersonalKind } from './personal-data'

/** `of`: whose text; `found` as the gate reads it. */
export interface PassedThing { readonly of: string; readonly text: string; readonly kind: PersonalKind; readonly found: string }
/** Chance beside it: a telephone number alone would be guessed from its hash. @param salt 16 bytes as hex */
export const passHash = (thing: PassedThing, salt: string): string => hashOf({ ...thing, salt })
export const isPassed = (passed: readonly PassedThing[], thing: PassedThing): boolean => passed.some((p) => p.of === thing.of && p.text === thing.text && p.kind === thing.kind && p.found === thing.found)

/** What the gate finds in a text, each thing once. */
export const thingsIn = (of: string, text: string): PassedThing[] => {
  const seen = new Set<string>()
  return findPersonal(text).flatMap(({ kind, found }) => (seen.has(`${kind} ${found}`) ? [] : (seen.add(`${kind} ${found}`), [{ of, text, kind, found }])))
}

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `privacyPass.${code}`, rule: null, what, mend })
/** What speaks against asking that it may pass. The reason is kept on the ledger: it must itself tell nothing. */
export const mayProposePass = (thing: PassedThing, reason: string, waiting: readonly PassedThing[]): Finding[] => {
  if (!isPassed(thingsIn(thing.of, thing.text), thing)) return [no('notFound', ['这段文字里没有要放行的内容', 'The gate finds nothing like that in this text'], ['请刷新页面再看。', 'Reload the page and look again.'])]
  if (isPassed(waiting, thing)) return [no('waiting', ['这一处已经提请过', 'This was proposed already'], ['请第二人确认。', 'A second person confirms it.'])]
  return findPersonal(reason).length === 0 ? [] : [no('reasonTells', ['理由里写了个人信息，理由要记入台账', 'The reason holds personal data, and it goes on the ledger'], ['请在理由里删去号码、住址和生日。', 'Take numbers, addresses and birthdays out of the reason.'])]
}
export const mayConfirmPass = ({ own, over }: { readonly own: boolean; readonly over: boolean }): Finding[] => {
  if (over) return [no('over', ['这一处已经放行或撤回', 'This was settled already'], ['请刷新页面。', 'Reload the page.'])]
  return own ? [no('samePerson', ['提请和确认不能是同一个人', 'The same person cannot propose and confirm'], ['请办公室另一位同志或纪检监督确认。', 'Ask another person of the office, or the supervisor, to confirm.'])] : []
}
