/** Who has to say yes before a story is published: a second person, the person it is about, and whoever answers for secrecy. Each says it of one exact text. */
import type { Role } from '../../access/actor'
import { finding, type Finding } from '../../kernel/finding'
import type { Instant } from '../../kernel/instant'

/** 审稿, 本人确认, 保密审查: in this order, and the first before the others. */
export const clearanceKinds = ['review', 'person', 'secrecy'] as const
export type ClearanceKind = (typeof clearanceKinds)[number]

export interface Clearance {
  readonly kind: ClearanceKind
  /** Of the text it was said of. */
  readonly hash: string
  readonly yes: boolean
  readonly by: string
  readonly role: Role
  readonly at: Instant
  readonly note: string
}
/** 同意宣传, asked apart from whether it is true: absent as long as it was not answered. */
export interface PublicityConsent { readonly given: boolean; readonly at: Instant }

export type ClearanceState = 'due' | 'given' | 'refused' | /** It was given, of another text. */ 'outdated'

/** How each stands for this text: the last word counts. */
export const clearanceStates = (hash: string, all: readonly Clearance[]): Readonly<Record<ClearanceKind, ClearanceState>> => {
  const of = (kind: ClearanceKind): ClearanceState => {
    const own = all.filter((c) => c.kind === kind).toSorted((a, b) => b.at - a.at)
    const now = own.find((c) => c.hash === hash)
    return now === undefined ? (own.some((c) => c.yes) ? 'outdated' : 'due') : now.yes ? 'given' : 'refused'
  }
  return { review: of('review'), person: of('person'), secrecy: of('secrecy') }
}

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `story.${code}`, rule: null, at: { field: 'clearance' }, what, mend })

/** What speaks against a word about a text. @param open what blocks the text itself @param savedBy who saved it last */
export const mayClear = (kind: ClearanceKind, yes: boolean, note: string, { hash, all, open, savedBy, asker }: { readonly hash: string; readonly all: readonly Clearance[]; readonly open: readonly Finding[]; readonly savedBy: string; readonly asker: string }): Finding[] => {
  if (!yes) return note.trim() === '' ? [no('whyNot', ['没有写哪里要改', 'What has to change is not said'], ['写一句，编辑看得懂怎么改。', 'Say it in a sentence the editor can act on.'])] : []
  const blocks = open.filter((f) => f.strength === 'block')
  if (kind === 'review' && asker === savedBy) return [no('samePerson', ['最后修改稿子的人不能自己审稿', 'Who changed the text last cannot review it'], ['请办公室另一位同志审。', 'Ask another person of the office.'])]
  if (blocks.length > 0) return [no('stillOpen', [`稿子还有 ${blocks.length} 处须先改好：${blocks[0]!.what.zh}`, `${blocks.length} things in the text come first: ${blocks[0]!.what.en}`], ['改好以后再审。', 'Mend them first.'])]
  return kind === 'review' || clearanceStates(hash, all).review === 'given' ? [] : [no('reviewFirst', ['这一稿还没有审稿', 'This text was not reviewed yet'], ['请办公室第二人先审，免得本人看两遍。', 'Let the second person of the office review it first: nobody should have to read it twice.'])]
}

/** What stands between this text and its publication. @param honoured the honour is given and valid */
export const mayPublish = ({ hash, all, consent, open, honoured }: { readonly hash: string; readonly all: readonly Clearance[]; readonly consent: PublicityConsent | null; readonly open: readonly Finding[]; readonly honoured: boolean }): Finding[] => {
  const states = clearanceStates(hash, all)
  const missing = {
    review: [['还没有第二人审稿', 'No second person has reviewed it'], ['请办公室另一位同志审。', 'Ask another person of the office.']],
    person: [['本人还没有确认', 'The person has not confirmed it'], ['请本人在自己的页面确认；没有账号的，由单位审核人上传本人签字的稿子。', 'Let the person confirm on the own page; without an account the unit’s approver sends the signed sheet.']],
    secrecy: [['还没有保密审查', 'There was no confidentiality review'], ['请单位审核人作保密审查。', 'Let the unit’s approver do it.']],
  } as const satisfies Record<ClearanceKind, unknown>
  return [
    ...open.filter((f) => f.strength === 'block'),
    ...clearanceKinds.filter((k) => states[k] !== 'given').map((k) => no(`no.${k}`, states[k] === 'outdated' ? [`${missing[k][0][0]}现在这一稿（以前的稿子有）`, `${missing[k][0][1]} as it is now (an earlier text was)`] : states[k] === 'refused' ? [`${({ review: '审稿', person: '本人', secrecy: '保密审查' } as const)[k]}不同意这一稿`, `This text was refused (${k})`] : missing[k][0], missing[k][1])),
    ...(consent?.given === true ? [] : [no('noConsent', consent === null ? ['本人还没有答复是否同意宣传', 'The person has not answered whether publicity is agreed'] : ['本人不同意宣传', 'The person refuses publicity'], ['同意宣传和内容属实是两件事，分别答复；不同意的不得发布。', 'It is asked apart from whether the text is true; without it nothing is published.'])]),
    ...(honoured ? [] : [no('notHonoured', ['荣誉还没有授予，或已撤销', 'The honour is not given yet, or was revoked'], ['授予以后再发布。', 'Publish after it is given.'])]),
  ]
}
