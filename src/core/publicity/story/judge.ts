/** What speaks against publishing a story, said while it is written. A person clears it afterwards; this finds what no person should have to look for. */
import { privacyGate } from '../../announcement/privacy-gate'
import { finding, type Finding } from '../../kernel/finding'
import { findMarkings } from '../../secrecy/find-markings'
import { lengthOf, mediaOf, storyTexts, type StoryDocument } from './document'
import type { StoryMedia } from './media'

/** Least width of a picture that fills a page 960 px wide, and of a portrait beside the title. */
const WIDE = 960
const PORTRAIT = 600
const usual = { titleLine: 9, quote: [10, 26], paragraph: 320, least: 300 } as const
const count = (text: string): number => [...text.replace(/\s/gu, '')].length

const say = (code: string, strength: Finding['strength'], at: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `story.${code}`, rule: null, strength, at: { field: at }, what, mend })

/** @param media all that is kept for this story, used or not */
export const judgeStory = (d: StoryDocument, media: readonly StoryMedia[]): Finding[] => [
  ...judgeWords(d),
  ...judgePlaces(d, media),
  ...media.filter((m) => mediaOf(d).includes(m.id)).flatMap(judgeMedia),
  ...privacyGate(storyTexts(d)),
  ...storyTexts(d).flatMap(({ at, text }) => findMarkings([text], false).slice(0, 1).map((m) => say('marking', m.strength, at, [`${at}里有密级标志的字样：“${m.shown}”`, `${at} holds what reads as a classification marking: “${m.shown}”`], ['涉密内容不得公开。请删去，并请保密审查人核对出处。', 'Nothing classified may be published. Remove it and ask the secrecy reviewer to check its source.']))),
]

const judgeWords = (d: StoryDocument): Finding[] => {
  const title = d.title.map((l) => l.trim()).filter((l) => l !== '')
  const body = d.blocks.filter((b) => b.kind === 'text' && b.text.trim() !== '')
  const quotes = d.blocks.filter((b) => b.kind === 'quote')
  return [
    ...(title.length === 0 ? [say('noTitle', 'block', 'title', ['还没有标题', 'There is no title yet'], ['写一个标题，从人物和事情说起。', 'Write one that begins with the person and a deed.'])] : []),
    ...title.filter((l) => count(l) > usual.titleLine).map((l) => say('titleLong', 'warn', 'title', [`标题这一行 ${count(l)} 字：“${l}”`, `This line of the title has ${count(l)} characters: “${l}”`], [`每行最好不超过 ${usual.titleLine} 字，按意思断行，最多三行。`, `Up to ${usual.titleLine} a line read best; break by sense, three lines at most.`])),
    ...(body.length === 0 ? [say('noText', 'block', 'blocks', ['还没有正文', 'There is no text yet'], ['至少写一段正文。', 'Write one paragraph at least.'])] : lengthOf(d) < usual.least ? [say('short', 'note', 'blocks', [`全文 ${lengthOf(d)} 字，读来像简介`, `${lengthOf(d)} characters read like a summary`], ['有故事可讲时，写一件具体的事。', 'Where there is a story, tell one thing that happened.'])] : []),
    ...d.blocks.flatMap((b, i) => (b.kind === 'text' && count(b.text) > usual.paragraph ? [say('paragraphLong', 'note', `blocks.${i}`, [`第 ${i + 1} 段 ${count(b.text)} 字，手机上要翻两屏`, `Part ${i + 1} has ${count(b.text)} characters: two screens of a phone`], ['在意思转折的地方分段。', 'Break it where the thought turns.'])] : [])),
    ...d.blocks.flatMap((b, i) => (b.kind !== 'quote' ? [] : judgeQuote(b.text, b.occasion, i))),
    ...(quotes.length > 1 ? [say('quotes', 'note', 'blocks', [`有 ${quotes.length} 处引语，分量就轻了`, `${quotes.length} quotes weaken each other`], ['留最要紧的一句。', 'Keep the one that matters most.'])] : []),
  ]
}

const judgeQuote = (text: string, occasion: string, i: number): Finding[] => {
  const n = count(text), [least, most] = usual.quote
  return [
    ...(n === 0 ? [say('noQuote', 'block', `blocks.${i}`, [`第 ${i + 1} 段引语是空的`, `The quote in part ${i + 1} is empty`], ['写上原话，或删去这一段。', 'Put in the words, or remove the part.'])] : []),
    ...(occasion.trim() === '' ? [say('quoteSource', 'block', `blocks.${i}`, [`第 ${i + 1} 段引语没有写出处`, `The quote in part ${i + 1} names no source`], ['写明本人在什么场合、哪一年说的；原话须在采访记录里。', 'Say on which occasion and in which year; the exact words stand in the interview record.'])] : []),
    ...(n > 0 && (n < least || n > most) ? [say('quoteLength', 'note', `blocks.${i}`, [`第 ${i + 1} 段引语 ${n} 字`, `The quote in part ${i + 1} has ${n} characters`], [`${least} 至 ${most} 字最有力。`, `${least} to ${most} have most force.`])] : []),
  ]
}

/** That every place holds what it says, and says what it shows. */
const judgePlaces = (d: StoryDocument, media: readonly StoryMedia[]): Finding[] => {
  const known = new Map(media.map((m) => [m.id, m]))
  const gone = (at: string, what: string): Finding => say('mediaGone', 'block', at, [`${what}：文件已经不在，或者不是这一种`, `The file of ${at} is gone, or of another kind`], ['换一张，或删去这一段。', 'Choose another, or remove the part.'])
  const portrait = d.portrait === null ? undefined : known.get(d.portrait)
  return [
    ...(d.portrait !== null && portrait?.kind !== 'picture' ? [gone('portrait', '人物照片')] : []),
    ...(portrait?.kind === 'picture' && portrait.width < PORTRAIT ? [say('portraitSmall', 'warn', 'portrait', [`人物照片只有 ${portrait.width} 像素宽，大屏上会糊`, `The portrait is ${portrait.width} px wide and blurs on large screens`], [`换一张宽 ${PORTRAIT} 像素以上的。`, `Take one at least ${PORTRAIT} px wide.`])] : []),
    ...d.blocks.flatMap((b, i): Finding[] => {
      if (b.kind !== 'picture' && b.kind !== 'film') return []
      const at = `blocks.${i}`, nth = `第 ${i + 1} 段`, m = known.get(b.media)
      if (m === undefined || m.kind !== b.kind) return [gone(at, nth)]
      return [
        ...(b.caption.trim() === '' ? [say('noCaption', 'block', at, [`${nth}没有说明`, `Part ${i + 1} has no caption`], ['写明看到的是什么、何时何地，一两句话。', 'Say what is seen, when and where, in a sentence or two.'])] : []),
        ...(b.kind === 'picture' && b.alt.trim() === '' ? [say('noAlt', 'warn', at, [`${nth}没有替代文字，看不见图的人读不到`, `Part ${i + 1} has no alternative text for those who cannot see it`], ['写：谁，在哪里，在做什么。', 'Who, where, doing what.'])] : []),
        ...(b.kind === 'film' && b.poster === null ? [say('noPoster', 'warn', at, [`${nth}的视频没有封面，播放前是一块黑`, `The film in part ${i + 1} is a black box until it is played`], ['从画面里取一张，或选一张图片。', 'Take a frame of it, or choose a picture.'])] : []),
        ...(b.kind === 'film' && b.poster !== null && known.get(b.poster)?.kind !== 'picture' ? [gone(at, `${nth}的封面`)] : []),
        ...(m.kind === 'picture' && m.width < WIDE ? [say('pictureSmall', 'warn', at, [`${nth}的图片只有 ${m.width} 像素宽`, `The picture in part ${i + 1} is ${m.width} px wide`], [`宽 ${WIDE} 像素以上才清楚。`, `It is sharp from ${WIDE} px on.`])] : []),
      ]
    }),
  ]
}

/** Of one picture or film that is shown: whose it is, who is in it, and whether browsers play it. */
const judgeMedia = (m: StoryMedia): Finding[] => {
  const at = `media.${m.id}`
  const consent = (code: string, who: readonly [string, string]) => say(code, 'block', at, [`“${m.name}”里有${who[0]}，还没有登记同意`, `“${m.name}” shows ${who[1]} whose consent is not recorded`], ['登记书面同意的日期和保存处；没有的，换一张或裁去。', 'Record date and place of the written consent; without it take another or crop it.'])
  return [
    ...(m.credit.trim() === '' ? [say('noCredit', 'block', at, [`“${m.name}”没有写作者和来源`, `“${m.name}” names neither author nor source`], ['写明谁拍的、谁提供的；没有使用权的不能用。', 'Say who took it and who gave it; what one has no right to cannot be used.'])] : []),
    ...(m.people === null ? [say('noPeople', 'block', at, [`“${m.name}”里有谁，还没有登记`, `Who is seen in “${m.name}” is not recorded`], ['选：只有本人、没有人、有别人、有儿童。', 'Choose: the person alone, nobody, others, children.'])] : []),
    ...(m.people === 'others' && m.consent.trim() === '' ? [consent('othersUnasked', ['别人', 'others'])] : []),
    ...(m.people === 'children' && m.consent.trim() === '' ? [consent('childrenUnasked', ['儿童', 'children'])] : []),
    ...(m.kind === 'film' ? judgeFilm(m, at) : []),
  ]
}

const judgeFilm = (m: StoryMedia & { readonly kind: 'film' }, at: string): Finding[] => [
  ...(m.plays ? [] : [say('filmUnplayable', 'block', at, [`“${m.name}”（${m.coding}）多数浏览器放不了`, `“${m.name}” (${m.coding}) does not play in most browsers`], ['另存为 MP4（H.264 画面、AAC 声音）再加进来；报送材料页的“由服务器转换”也能做。', 'Save it as MP4 (H.264 picture, AAC sound) and add it again; “convert on the server” on the materials page does it too.'])]),
  ...(m.captions ? [] : [say('noCaptions', 'warn', at, [`“${m.name}”没有字幕`, `“${m.name}” has no captions`], ['加一个字幕文件（.vtt 或 .srt），听不见的人和静音看的人都需要。', 'Add a caption file (.vtt or .srt): those who cannot hear and those who watch without sound need it.'])]),
]
