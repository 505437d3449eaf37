/** What speaks against a poster, said before it is made. */
import { finding, type Finding } from '../../kernel/finding'
import type { StoryDocument } from '../story/document'
import { storyTexts } from '../story/document'
import { leastOnPicture } from './contrast'
import { mostInColumn } from './design-b'
import { apart, type Drawing, type Metrics, type Role } from './drawing'
import { uprightText } from './fit'
import { layPoster } from './layout'
import { posterLimits, type Poster, type PosterPicture } from './poster'
import { isClosing } from './set-line'
import { gridOf, type PosterSize } from './sizes'

type Pair = readonly [zh: string, en: string]
const say = (code: string, strength: Finding['strength'], field: string, what: Pair, mend: Pair): Finding => finding({ code: `poster.${code}`, rule: null, strength, at: { field }, what, mend })
/** Longest line that a design holds at its least size. */
const mostInLine = { a: 20, b: mostInColumn, c: 15 } as const
const count = (text: string): number => [...text].length

export const judgeWords = (p: Pick<Poster, 'design' | 'words'>): Finding[] => {
  const lines = p.words.filter((l) => l !== '')
  const most = mostInLine[p.design]
  if (lines.length === 0) return [say('noWords', 'block', 'words', ['还没有写话', 'There are no words yet'], ['写一至四行，用本人的话最好。', 'Write one to four lines; the person’s own words are best.'])]
  return [
    ...(lines.length > posterLimits.lines ? [say('tooManyLines', 'block', 'words', [`写了 ${lines.length} 行，最多 ${posterLimits.lines} 行`, `${lines.length} lines; ${posterLimits.lines} at most`], ['请缩短。站在路边的人只看一眼。', 'Shorten them: whoever passes has one glance.'])] : []),
    ...lines.filter((l) => isClosing([...l][0]!)).map((l) => say('beginsWithMark', 'block', 'words', [`“${l}”这一行以标点开头`, `The line “${l}” begins with a mark`], ['把标点移到上一行末尾。', 'Put the mark at the end of the line above.'])),
    ...lines.filter((l) => { const n = count(p.design === 'b' ? uprightText(l) : l); return n > most + (isClosing([...l].at(-1)!) ? 1 : 0) }).map((l) => say('lineLong', 'block', 'words', [`“${l}”有 ${count(l)} 字，这种设计每行最多 ${most} 字`, `“${l}” has ${count(l)} characters; this design holds ${most} in a line`], ['按意思断成两行，或改短。', 'Break it by sense into two lines, or shorten it.'])),
    ...lines.filter((l) => /[。！？；].*[^。！？；”』」）\s]/u.test(l)).map((l) => say('oneClause', 'warn', 'words', [`“${l}”这一行有两句话`, `The line “${l}” holds two sentences`], ['一行一句最好读。', 'One clause a line reads best.'])),
  ]
}

const said: Readonly<Record<Role, readonly [Pair, Pair]>> = {
  words: [['这些话放不下', 'The words do not fit'], ['请改短，或少一行。', 'Shorten them, or leave a line out.']],
  name: [['姓名放不下', 'The name does not fit'], ['换一种设计；姓名不缩写、不压扁。', 'Choose another design; a name is not shortened or squeezed.']],
  unit: [['单位和职务放不下', 'Unit and post do not fit'], ['单位用规范简称。', 'Use the unit’s usual short name.']],
  honour: [['荣誉名称放不下', 'The honour’s title does not fit'], ['换横屏，或用规范简称。', 'Choose a landscape size, or its usual short form.']],
  hosts: [['主办单位放不下', 'The hosts do not fit'], ['用规范简称，顺序不变。', 'Use their usual short names, in the same order.']],
  year: [['年份放不下', 'The year does not fit'], ['换一个尺寸。', 'Choose another size.']], sample: [['示例字样放不下', 'The note does not fit'], ['换一个尺寸。', 'Choose another size.']],
}

/** Names, words, hosts, code: nothing on anything else. */
export const overlaps = (d: Drawing): string[] => {
  const parts = d.items.flatMap((i) => (i.kind === 'text' && i.role !== 'sample' ? [{ role: i.role as string, box: i.box }] : i.kind === 'code' ? [{ role: 'code', box: i }] : []))
  return parts.flatMap((a, i) => parts.slice(i + 1).filter((b) => a.role !== b.role && !apart(a.box, b.box)).map((b) => `${a.role}/${b.role}`))
}

/** Of one size. A picture is wanted with half the pixels it is shown with; with fewer people see them. */
export const judgeLaid = (p: Poster, size: PosterSize, picture: PosterPicture | null, m: Metrics): Finding[] => {
  const d = layPoster({ ...p, words: p.words.slice(0, posterLimits.lines) }, size, m)
  const box = d.items.find((i) => i.kind === 'picture')!
  const scale = gridOf(size).pixels
  const have = picture === null ? 1 : Math.min(picture.width / (box.w * scale), picture.height / (box.h * scale)) / (p.crop?.zoom ?? 1)
  const zoom = p.crop?.zoom ?? 1
  const wanted = picture === null ? 0 : Math.ceil((picture.width / have) / 2)
  const at = { zh: size.name.zh, en: size.name.en }
  const lacks = [...new Set(d.tooMuch)]
  return [
    ...lacks.map((r) => say(`${r}TooMuch`, 'block', r === 'words' ? 'words' : r, [`${at.zh}：${said[r][0][0]}`, `${at.en}: ${said[r][0][1]}`], said[r][1])),
    ...(lacks.length === 0 && overlaps(d).length > 0 ? [say('overlap', 'block', 'words', [`${at.zh}：字压到了别的内容`, `${at.en}: the words touch something else`], ['请改短。', 'Shorten them.'])] : []),
    ...(picture !== null && have < 0.5 ? [say('coarse', 'warn', 'picture', [`${at.zh}：照片 ${picture.width}×${picture.height} 像素，会糊`, `${at.en}: a picture of ${picture.width}×${picture.height} px blurs`], [`这个尺寸要 ${wanted} 像素宽以上；换一张大的${zoom > 1 ? '，少放大一些' : ''}，或不做这个尺寸。`, `It wants ${wanted} px in width at least: choose a larger one${zoom > 1 ? ', enlarge less' : ''}, or leave this size out.`])] : []),
  ]
}

/** Characters that none of the faces has. */
export const judgeLetters = (p: Poster, m: Metrics): Finding[] => {
  const lacking = [...new Set([p.name, ...p.unit, ...p.words, p.honour, ...p.hosts].flatMap((t) => [...t]).filter((c) => c.trim() !== '' && !m.has(c)))]
  return lacking.length === 0 ? [] : [say('noLetter', 'block', 'words', [`字库里没有：${lacking.join('、')}`, `The fonts lack: ${lacking.join(', ')}`], ['请管理员把含有这些字的字体放进 XUANSHU_FONTS 所指的文件夹；姓名不用别的字代替。', 'Let the administrator put a font that has them into the folder XUANSHU_FONTS names; a name is not spelt with another character.'])]
}

/** Words that are the story's: what was cleared there is cleared here. Marks and breaks do not matter, signs do. */
export const judgeCleared = (words: readonly string[], story: StoryDocument): Finding[] => {
  const bare = (text: string): string => text.replace(/[\p{P}\p{S}\s]/gu, '')
  const whole = storyTexts(story).map((t) => bare(t.text))
  const said = bare(words.join(''))
  return said === '' || whole.some((t) => t.includes(said)) || words.every((l) => whole.some((t) => t.includes(bare(l)))) ? [] : [say('notInStory', 'block', 'words', ['这些话不在已发布的故事里，没有人审过', 'These words are not in the published story: nobody has cleared them'], ['从故事里选原话；要用新话，先写进故事，审核后再发布。', 'Take them from the story; new words go into the story first and are cleared with it.'])]
}

/** @param contrast measured on the picture behind the words; null: it could not be drawn */
export const judgeContrast = (size: PosterSize, contrast: number | null): Finding[] => (contrast !== null && contrast >= leastOnPicture ? [] : [
  contrast === null ? say('noPicture', 'block', 'picture', ['照片打不开', 'The picture cannot be drawn'], ['换一张。', 'Choose another.'])
    : say('paleGround', 'block', 'picture', [`${size.name.zh}：照片右侧太亮，字的对比度只有 ${contrast.toFixed(1)}，要 ${leastOnPicture}`, `${size.name.en}: the right of the picture is too light: contrast ${contrast.toFixed(1)}, ${leastOnPicture} is needed`], ['换一张右侧平静、较暗的照片，或换“留白”“朱”。', 'Choose a picture that is calm and darker at the right, or another design.'])])
