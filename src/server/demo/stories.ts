/** Two of those honoured last have their stories told: written from their own dossiers, cleared by everybody who has to, and public. */
import { stampedPdf } from './samples/scan'
import { readStoryQuery } from '../queries/stories'
import { addStoryMediaCommand, captionStoryFilmCommand, describeStoryMediaCommand, reviewStoryCommand, saveStoryCommand } from '../commands/stories'
import { answerStoryCommand, clearStorySecrecyCommand } from '../commands/story-answers'
import { publishStoryCommand } from '../commands/publish-story'
import type { StoryDocument } from '#core/publicity/story/document'
import { act, setClock } from './actors'
import type { Candidate, Stage } from './nominating'
import type { DemoUnit } from './people/units'

const HOUR = 3_600_000
const quotes = ['病人等不起，我也等不起。', '机器会走山路，不会蹲下来。', '把复杂的事做简单，是对人的体谅。'] as const
/** Three lines at most: broken where the sentence pauses, and a long piece once more in even parts. */
const titleOf = (summary: string): string[] => summary.replace(/[。；;].*$/u, '').split(/[，、]/u).flatMap((piece) => {
  const signs = [...piece]
  const each = Math.ceil(signs.length / Math.ceil(signs.length / 9))
  return Array.from({ length: Math.ceil(signs.length / each) }, (_, i) => signs.slice(i * each, (i + 1) * each).join(''))
}).slice(0, 3)
const paragraphsOf = (deeds: string): string[] => {
  const sentences = deeds.split(/(?<=。)/u).filter((s) => s.trim() !== '')
  const each = Math.ceil(sentences.length / 4)
  return Array.from({ length: Math.ceil(sentences.length / each) }, (_, i) => sentences.slice(i * each, (i + 1) * each).join(''))
}

/** 主要事迹 is the longest account on every form. */
const longest = ({ fields, summary }: Candidate['person']): string => Object.values(fields).reduce<string>((a, v) => (typeof v === 'string' && v.length > a.length ? v : a), summary)

/** @param told whom, with the unit that nominated */
export const tellStories = async ({ services, cast }: Stage, told: readonly { readonly candidate: Candidate; readonly unit: DemoUnit }[], at: number): Promise<void> => {
  for (const [i, { candidate: { nominationId, person }, unit }] of told.entries()) {
    await setClock(services, at + i * 5 * HOUR)
    const params = { nominationId }
    const { dossier, revision } = await act(services, cast.office, readStoryQuery, { params })
    const media: { id: string; kind: 'picture' | 'film' }[] = []
    // The photograph of the form is for the file: pages show people at work.
    for (const f of [...dossier.filter((d) => d.kind === 'picture' && !d.name.includes('证件照')).slice(0, 3), ...dossier.filter((d) => d.kind === 'film').slice(0, 1)]) {
      const { mediaId } = await act(services, cast.office, addStoryMediaCommand, { params, body: { fileId: f.fileId } })
      await act(services, cast.office, describeStoryMediaCommand, { params: { ...params, mediaId }, body: { credit: `图：${unit.name.replace(/（示例）$/u, '')}（示例）`, people: 'person', consent: '' } })
      media.push({ id: mediaId, kind: f.kind })
    }
    const [pictures, film] = [media.filter((m) => m.kind === 'picture').map((m) => m.id), media.find((m) => m.kind === 'film')?.id]
    if (film !== undefined) await act(services, cast.office, captionStoryFilmCommand, { params: { ...params, mediaId: film }, body: { text: '00:00.200 --> 00:01.500\n早班从查房开始。' } })
    const [first, ...rest] = paragraphsOf(longest(person))
    const shown = (id: string | undefined, caption: string): StoryDocument['blocks'] => (id === undefined ? [] : [{ kind: 'picture', media: id, caption, alt: `${person.name}在工作` }])
    const document: StoryDocument = {
      title: titleOf(person.summary), opening: person.summary, portrait: pictures[0] ?? null,
      blocks: [
        { kind: 'text', text: first ?? person.summary }, ...shown(pictures[1], '在单位工作，2026年4月。'), { kind: 'heading', text: '一件一件做' }, ...rest.slice(0, -1).map((text) => ({ kind: 'text' as const, text })),
        { kind: 'quote', text: quotes[i % quotes.length]!, occasion: '2026年5月，单位访谈（示例）' }, ...rest.slice(-1).map((text) => ({ kind: 'text' as const, text })), ...shown(pictures[2], '和同事一起，2026年5月。'),
        ...(film === undefined ? [] : [{ kind: 'film' as const, media: film, caption: '一分钟看一天的工作。', poster: pictures[0] ?? null }]),
      ],
    }
    const { hash } = await act(services, cast.office, saveStoryCommand, { params, body: { revision, document } })
    const approver = await cast.approver(unit)
    const paper = { name: '本人签字稿.pdf', base64: (await stampedPdf(`story ${i}`, { title: '人物故事稿', lines: ['以上内容属实，同意宣传。', `本人：${person.name}`], unit: unit.name })).toString('base64') }
    await setClock(services, at + i * 5 * HOUR + HOUR)
    await act(services, cast.second, reviewStoryCommand, { params, body: { hash, yes: true, note: '' } })
    await setClock(services, at + i * 5 * HOUR + 3 * HOUR)
    await act(services, approver, answerStoryCommand, { params, body: { hash, yes: true, consent: true, note: '', paper } })
    await act(services, approver, clearStorySecrecyCommand, { params, body: { hash, yes: true, note: '' } })
    await setClock(services, at + i * 5 * HOUR + 4 * HOUR)
    await act(services, cast.office, publishStoryCommand, { params, body: { hash, at: null } })
  }
}
