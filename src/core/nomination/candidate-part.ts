/** 推荐码: the candidate fills in the own part, sees what is said, consents piece by piece, and gives it back; the unit keeps control. */
import type { ResolvedDefinition, ResolvedRule } from '../campaign/definition'
import { finding, type Finding, type Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'

export const consentKinds = ['data', 'notice', 'publicity'] as const
export type ConsentKind = (typeof consentKinds)[number]
/** Asked one by one; each says what for, and what a no means. */
export const consentTexts: Readonly<Record<ConsentKind, { readonly title: Words; readonly text: Words; readonly without: Words }>> = {
  data: {
    title: { zh: '使用个人信息', en: 'Use of personal data' },
    text: { zh: '推荐单位和活动办公室为这次评选使用我填写的信息和照片；证件号码、电话只用于核对身份和联系，单独加密保存。', en: 'The unit and the office use what I fill in and my photographs for this campaign; ID number and phone serve to verify identity and to reach me, and are kept encrypted.' },
    without: { zh: '不同意就不能报送。', en: 'Without it the nomination cannot be submitted.' },
  },
  notice: {
    title: { zh: '单位公示和入选公示', en: 'Notice in the unit and public notice' },
    text: { zh: '在单位内部和入选后向社会公示我的姓名、单位、职务和事迹简介，听取意见。', en: 'My name, employer, post and a summary of deeds are announced in the unit, and publicly if I am selected, so that objections can be made.' },
    without: { zh: '公示是评选的必经程序，不同意就不能报送。', en: 'The notice is part of the procedure; without it the nomination cannot be submitted.' },
  },
  publicity: {
    title: { zh: '宣传和采访', en: 'Publicity and interviews' },
    text: { zh: '入选后宣传我的事迹，使用我的照片和视频，并配合采访；发布前还会请我看稿、再次确认。', en: 'If selected, my story is told with photographs and films, and I take part in interviews; before anything is published I am asked again.' },
    without: { zh: '可以不同意，不影响报送；活动办公室会看到。', en: 'You may refuse and still be nominated; the office will see it.' },
  },
}

export interface CandidatePart {
  /** With whom the candidate's part is now. */
  readonly hands: 'candidate' | 'unit'
  /** Until when the code opens it; null: it was opened, or taken back. */
  readonly codeUntil: Instant | null
  readonly openedAt: Instant | null
  readonly returnedAt: Instant | null
  readonly withdrewAt: Instant | null
  /** What the unit asks to be changed. */
  readonly note: string
  /** Absent: not asked yet. */
  readonly consents: Readonly<Partial<Record<ConsentKind, { readonly given: boolean; readonly at: Instant }>>>
}

/** What the unit says of somebody is the unit's; all else on the form the candidate knows best. */
export const isCandidateField = (rule: Pick<ResolvedRule<'formField'>, 'section'>): boolean => rule.section !== 'opinion'
/** Pictures and films of oneself. Papers, seals and other offices' opinions are the unit's to bring. */
export const isCandidateMaterial = (rule: Pick<ResolvedRule<'material'>, 'group'>): boolean => rule.group === 'image'

const unitsOwn: ReadonlySet<string> = new Set(['procedureStep', 'exclusion', 'declaration', 'opinion', 'reportBack', 'duty'])
/** The definition as far as the candidate has to do with it: pages and checks ask this one. */
export const candidateView = (d: ResolvedDefinition): ResolvedDefinition => ({
  ...d, rules: d.rules.filter((r) => (r.kind === 'formField' ? isCandidateField(r) : r.kind === 'material' ? isCandidateMaterial(r) : !unitsOwn.has(r.kind))),
})

/** Of all that is open about a dossier, what the candidate can mend. */
export const candidateFindings = (view: ResolvedDefinition, findings: readonly Finding[]): Finding[] => {
  const [fields, materials] = [new Set(view.rules.flatMap((r) => (r.kind === 'formField' ? [r.field as string] : []))), new Set(view.rules.flatMap((r) => (r.kind === 'material' ? [r.id] : [])))]
  return findings.filter((f) => (f.at.field !== undefined && fields.has(f.at.field)) || (f.at.material !== undefined && materials.has(f.at.material)))
}

/** Consents that are still to be answered, either way. */
export const unanswered = (part: Pick<CandidatePart, 'consents'>): ConsentKind[] => consentKinds.filter((k) => part.consents[k] === undefined)

const say = (code: string, strength: Finding['strength'], what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `candidate.${code}`, rule: null, strength, at: { field: 'candidate' }, what, mend })

/** What the candidate's part has against sealing. A nomination without a code has none: the unit holds the consent on paper. */
export const judgeCandidatePart = (part: CandidatePart | null): Finding[] => {
  if (part === null) return []
  if (part.withdrewAt !== null) return [say('withdrew', 'block', ['人选本人已退出', 'The candidate has withdrawn'], ['不能再报送。要另推人选，请新建推荐。', 'It cannot be submitted any more. To nominate somebody else, begin a new one.'])]
  const refused = (kind: ConsentKind) => part.consents[kind]?.given === false
  return [
    ...(part.hands === 'candidate' ? [say('filling', 'block', part.codeUntil === null ? ['人选正在填写，还没有交回', 'The candidate is filling in and has not given it back'] : ['推荐码已发出，人选还没有打开', 'The code was given out and is not opened yet'], ['等人选交回，或由经办人收回后自己填。', 'Wait for it, or let the clerk take it back and fill in.'])] : []),
    ...(['data', 'notice'] as const).filter(refused).map((kind) => say(`no.${kind}`, 'block', [`人选不同意“${consentTexts[kind].title.zh}”`, `The candidate refuses “${consentTexts[kind].title.en}”`], [consentTexts[kind].without.zh, consentTexts[kind].without.en])),
    ...(refused('publicity') ? [say('no.publicity', 'warn', ['人选不同意宣传和采访', 'The candidate refuses publicity and interviews'], ['可以报送；是否适宜由活动办公室考虑。', 'It may be submitted; the office considers whether it fits.'])] : []),
    ...(part.hands === 'unit' && part.openedAt !== null && unanswered(part).length > 0 ? [say('unasked', 'warn', ['人选还没有答复是否同意', 'The candidate has not answered all consents'], ['请人选打开自己的页面逐项答复；已有本人签字同意书的，由审核人掌握。', 'Ask the candidate to answer on the own page; where a signed consent is at hand, the approver decides.'])] : []),
  ]
}

/** What speaks against giving it back: open points of the own part do not, the unit sees them; consents must be answered. */
export const mayGiveBack = (part: CandidatePart): Finding[] => {
  const open = unanswered(part)
  return open.length === 0 ? [] : [say('consents', 'block', [`还有 ${open.length} 项没有答复：${open.map((k) => consentTexts[k].title.zh).join('、')}`, `${open.length} to answer: ${open.map((k) => consentTexts[k].title.en).join(', ')}`], ['同意或不同意，都请答复。', 'Answer each, yes or no.'])]
}
