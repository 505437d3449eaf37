/** 媒体素材包: what is in it, and what stops it. One function, asked by the office's page, when it is made, and at each request from outside. */
import { z } from 'zod'
import { finding, type Finding, type Words } from '../../kernel/finding'
import type { StoryDocument } from '../story/document'
import type { SeenPeople, StoryMedia } from '../story/media'
import { composed, countOf, kitLengths, sentencesOf, wholeOf, type WholePart } from './sentences'

/** How long its link is open. */
export const kitDays = [7, 30, 90] as const
export const kitContact = z.strictObject({ name: z.string().trim().max(60), phone: z.string().trim().max(40), email: z.string().trim().max(100) })
/** Whom a journalist calls: the office's own data. */
export type KitContact = z.infer<typeof kitContact>

export interface KitAsked { readonly short: readonly number[]; readonly middle: readonly number[]; readonly media: readonly string[]; readonly posters: readonly string[]; readonly contact: KitContact }
export interface KitMatter {
  readonly published: boolean
  readonly consent: boolean | null
  readonly honoured: boolean
  readonly name: string
  /** The public text; null: there is none. */
  readonly document: StoryDocument | null
  /** What is kept for the story and may be given to anybody. */
  readonly media: readonly StoryMedia[]
  /** That may be given out at this moment, by the posters' own rule. */
  readonly posters: readonly string[]
}
export interface KitMedium { readonly id: string; readonly kind: 'picture' | 'film'; readonly caption: string; readonly credit: string; readonly agreed: Words; /** Of a film: the picture that stands there until it is played. */ readonly poster: string | null }
export interface Kit { readonly short: readonly string[]; readonly middle: readonly string[]; readonly whole: readonly WholePart[]; readonly media: readonly KitMedium[]; readonly posters: readonly string[]; readonly findings: readonly Finding[] }

type Pair = readonly [zh: string, en: string]
const say = (code: string, strength: Finding['strength'], field: string, what: Pair, mend: Pair): Finding => finding({ code: `kit.${code}`, rule: null, strength, at: { field }, what, mend })

/** How the people who are seen agreed. The office's own notes of it were cleared by nobody, and stay with the office. */
const agreed: Readonly<Record<SeenPeople, Words>> = {
  nobody: { zh: '画面里没有人', en: 'Nobody is seen' }, person: { zh: '画面里只有本人，本人同意宣传', en: 'The honoured person alone, who agrees to publicity' },
  others: { zh: '画面里有别人，书面同意已登记', en: 'Others are seen; their written consent is recorded' }, children: { zh: '画面里有儿童，书面同意已登记', en: 'Children are seen; written consent is recorded' },
}

/** Pictures and films that the public page shows, each once, with what is said below it there. */
type Shown = Pick<KitMedium, 'id' | 'kind' | 'caption' | 'poster'>
const shownBy = (d: StoryDocument, name: string): Shown[] => {
  const all = [...(d.portrait === null ? [] : [{ id: d.portrait, kind: 'picture' as const, caption: name, poster: null }]), ...d.blocks.flatMap((b) => (b.kind === 'picture' || b.kind === 'film' ? [{ id: b.media, kind: b.kind, caption: b.caption.trim(), poster: b.kind === 'film' ? b.poster : null }] : []))]
  // A portrait that stands in the text too has its caption there.
  return [...new Set(all.map((m) => m.id))].map((id) => all.filter((m) => m.id === id).at(-1)!)
}
export const mayBeInKit = (m: KitMatter): Shown[] => (m.document === null ? [] : shownBy(m.document, m.name).filter((s) => m.media.some((x) => x.id === s.id && x.kind === s.kind)))

/** What keeps a kit of somebody from anybody: it says what the story says. */
export const mayGiveOut = ({ published, consent, honoured }: Pick<KitMatter, 'published' | 'consent' | 'honoured'>): Finding[] => [
  ...(published ? [] : [say('notPublished', 'block', 'release', ['故事还没有发布，或已撤下', 'The story is not published, or was withdrawn'], ['素材包里的文字和图片都出自已发布的故事；请先发布故事。', 'A kit holds what the published story says and shows: publish it first.'])]),
  ...(consent === true ? [] : [say('noConsent', 'block', 'release', consent === null ? ['本人还没有答复是否同意宣传', 'The person has not answered whether publicity is agreed'] : ['本人不同意宣传', 'The person refuses publicity'], ['没有本人同意不做素材包。', 'Without it no kit is made.'])]),
  ...(honoured ? [] : [say('notHonoured', 'block', 'release', ['荣誉还没有授予，或已撤销', 'The honour is not given yet, or was revoked'], ['授予以后再做。', 'Make it after the honour is given.'])]),
]

export const kitOf = (m: KitMatter, asked: KitAsked): Kit => {
  const sentences = m.document === null ? [] : sentencesOf(m.document)
  const [short, middle] = [composed(sentences, asked.short), composed(sentences, asked.middle)]
  const chosen = mayBeInKit(m).filter((s) => asked.media.includes(s.id)).map((s) => ({ ...s, of: m.media.find((x) => x.id === s.id)! }))
  const faults = new Map(chosen.map((s) => [s.id, judgeMedium(s.of)]))
  return {
    short, middle, whole: m.document === null ? [] : wholeOf(m.document),
    // What lost its rights since is left out, whoever looks.
    media: chosen.filter((s) => faults.get(s.id)!.length === 0).map((s) => ({ id: s.id, kind: s.kind, caption: s.caption, poster: s.poster, credit: s.of.credit, agreed: agreed[s.of.people!] })),
    posters: asked.posters.filter((id) => m.posters.includes(id)),
    findings: [
      ...mayGiveOut(m), ...judgeChoice(m.name, short, middle, asked.contact), ...[...faults.values()].flat(),
      ...(asked.media.some((id) => !chosen.some((s) => s.id === id)) ? [say('notInStory', 'block', 'media', ['选了公开故事里没有的图片或视频', 'A picture or film was chosen that the public story does not show'], ['刷新后重选；要用的先放进故事。', 'Reload and choose again; put it into the story first.'])] : []),
      ...(asked.posters.some((id) => !m.posters.includes(id)) ? [say('posterNotOut', 'block', 'posters', ['选了已停用的海报', 'A poster was chosen that is given out no more'], ['刷新后重选。', 'Reload and choose again.'])] : []),
      ...(chosen.some((s) => s.kind === 'picture') || m.document === null ? [] : [say('noPicture', 'warn', 'media', ['素材包里没有图片', 'The kit holds no picture'], ['没有图片的素材，媒体很少用。', 'Media seldom use what has no picture.'])]),
    ],
  }
}

/** Of what the office picks and types: said while it does. */
export const judgeChoice = (name: string, short: readonly string[], middle: readonly string[], contact: KitContact): Finding[] => [...judgeText('short', short, name), ...judgeText('middle', middle, name), ...judgeContact(contact)]

const named = { short: ['短稿', 'The short text'], middle: ['中稿', 'The middle text'] } as const
const judgeText = (which: 'short' | 'middle', paragraphs: readonly string[], name: string): Finding[] => {
  const n = countOf(paragraphs.join('')), { aim, most } = kitLengths[which], [zh, en] = named[which]
  if (n === 0) return [say(`${which}Empty`, 'block', which, [`${zh}还没有选句子`, `${en} has no sentence yet`], ['勾选几句，或用推荐的。', 'Tick some, or take the proposal.'])]
  return [
    ...(n > most ? [say(`${which}Long`, 'warn', which, [`${zh} ${n} 字，约定 ${aim} 字上下`, `${en} has ${n} characters; about ${aim} are expected`], ['去掉几句。', 'Leave some sentences out.'])] : []),
    ...(paragraphs.some((p) => p.includes(name)) ? [] : [say(`${which}NoName`, 'note', which, [`${zh}里没有出现“${name}”`, `${en} does not name ${name}`], ['单独看这一段，不知道写的是谁。可以另选提到姓名的一句；包里也另写了姓名。', 'Read alone it does not say of whom. Pick a sentence that does; the kit names the person besides.'])]),
  ]
}

/** Recorded anew after publication, rights may be wanting now. */
const judgeMedium = (m: StoryMedia): Finding[] => {
  const no = (code: string, what: Pair, mend: Pair) => say(code, 'block', `media.${m.id}`, what, mend)
  return [
    ...(m.credit.trim() === '' ? [no('noCredit', [`“${m.name}”没有写作者和来源`, `“${m.name}” names neither author nor source`], ['在故事页登记，或不放进素材包。', 'Record it on the story’s page, or leave it out.'])] : []),
    ...(m.people === null ? [no('noPeople', [`“${m.name}”里有谁，还没有登记`, `Who is seen in “${m.name}” is not recorded`], ['在故事页登记，或不放进素材包。', 'Record it on the story’s page, or leave it out.'])] : []),
    ...((m.people === 'others' || m.people === 'children') && m.consent.trim() === '' ? [no('unasked', [`“${m.name}”里有${m.people === 'children' ? '儿童' : '别人'}，还没有登记书面同意`, `“${m.name}” shows ${m.people === 'children' ? 'children' : 'others'} whose written consent is not recorded`], ['登记以后再放进素材包。', 'Record it before it goes into a kit.'])] : []),
  ]
}

const judgeContact = (c: KitContact): Finding[] => [
  ...(c.name.trim() === '' ? [say('noName', 'block', 'contact', ['没有写联系人', 'Nobody is named to be called'], ['写办公室的联系人或科室。', 'Name a person or desk of the office.'])] : []),
  ...(c.phone.trim() === '' && c.email.trim() === '' ? [say('noWay', 'block', 'contact', ['没有电话，也没有邮箱', 'There is neither phone nor mail'], ['至少写一样：记者核对时要找得到人。', 'Give one at least: journalists check with somebody.'])] : []),
  ...(c.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(c.email.trim()) ? [say('badMail', 'block', 'contact', [`“${c.email}”不像邮箱地址`, `“${c.email}” does not read like an address`], ['请核对。', 'Check it.'])] : []),
]
