/** What a story offers a poster: its quotations and its title, a clause a line. */
import { finding, type Finding } from '../../kernel/finding'
import type { StoryDocument } from '../story/document'
import { posterLimits, type PosterDesign } from './poster'

/** After a mark that ends a clause; of more than four, the shortest neighbours are joined. */
export const linesOf = (text: string): string[] => {
  const lines = text.split(/(?<=[，。！？；：、][”』」]?)(?![”』」])/u).map((l) => l.trim()).filter((l) => l !== '')
  while (lines.length > posterLimits.lines) {
    const at = lines.slice(0, -1).map((l, i) => [l.length + lines[i + 1]!.length, i] as const).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])[0]![1]
    lines.splice(at, 2, lines[at]! + lines[at + 1]!)
  }
  return lines
}
export const proposals = (d: StoryDocument): string[][] => [
  ...d.blocks.flatMap((b) => (b.kind === 'quote' && b.text.trim() !== '' ? [linesOf(b.text)] : [])),
  d.title.map((l) => l.trim()).filter((l) => l !== ''),
].filter((p) => p.length > 0)

interface Picture { readonly id: string; readonly width: number; readonly height: number }
/** A person for the designs that lead with one; a wide picture of the work for the upright one. */
export const pictureFor = <P extends Picture>(design: PosterDesign, portrait: string | null, pictures: readonly P[]): P | undefined => {
  const own = pictures.find((p) => p.id === portrait)
  const lying = pictures.filter((p) => p.id !== portrait && p.width > p.height).toSorted((a, b) => b.width - a.width)[0]
  return design === 'b' ? lying ?? own ?? pictures[0] : own ?? pictures[0]
}

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `poster.${code}`, rule: null, at: { field: 'release' }, what, mend })
/** What keeps posters of a person from anybody: they say in public what the story says. */
export const mayRelease = (s: { readonly published: boolean; readonly consent: boolean | null; readonly honoured: boolean }): Finding[] => [
  ...(s.published ? [] : [no('notPublished', ['故事还没有发布，或已撤下', 'The story is not published, or was withdrawn'], ['海报用的是已审核、已发布的故事；请先发布故事。', 'A poster says what the cleared and published story says: publish it first.'])]),
  ...(s.consent === true ? [] : [no('noConsent', [s.consent === null ? '本人还没有答复是否同意宣传' : '本人不同意宣传', s.consent === null ? 'The person has not answered whether publicity is agreed' : 'The person refuses publicity'], ['没有本人同意不做海报。', 'Without it no poster is made.'])]),
  ...(s.honoured ? [] : [no('notHonoured', ['荣誉还没有授予，或已撤销', 'The honour is not given yet, or was revoked'], ['授予以后再做。', 'Make them after it is given.'])]),
]
