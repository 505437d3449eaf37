import { expect, test } from 'vitest'
import { emptyStory, storyHash, type StoryDocument } from './document'
import { judgeStory } from './judge'
import type { StoryMedia } from './media'

const [one, two] = ['0193a5a0-0000-7000-8000-000000000001', '0193a5a0-0000-7000-8000-000000000002']
const picture: StoryMedia = { kind: 'picture', id: one, name: '门诊.jpg', credit: '图：示例摄影', people: 'person', consent: '', width: 2400, height: 1600 }
const film: StoryMedia = { kind: 'film', id: two, name: '采访.mp4', credit: '青陵融媒（示例）', people: 'person', consent: '', width: 1920, height: 1080, seconds: 90, plays: true, coding: 'avc, aac', captions: true }
const story: StoryDocument = {
  title: ['把夜班上成', '白天的样子'], opening: '青陵市第二人民医院（示例）的抢救室里，灯二十四小时亮着。', portrait: one,
  blocks: [
    { kind: 'text', text: '她总把最难的一班留给自己。'.repeat(20) }, { kind: 'text', text: '那一年冬天，抢救室收了四十七位病人。'.repeat(8) },
    { kind: 'quote', text: '病人等不起，我也等不起。', occasion: '2026年5月，院内访谈' },
    { kind: 'picture', media: one, caption: '沈若川在门诊，2026年4月。', alt: '沈若川坐在诊桌前，正在看片子' }, { kind: 'film', media: two, caption: '三分钟看她的一天。', poster: one },
  ],
}
const codes = (d: StoryDocument, media: readonly StoryMedia[] = [picture, film]): string[] => judgeStory(d, media).map((f) => f.code)
const withBlock = (i: number, change: object): StoryDocument => ({ ...story, blocks: story.blocks.map((b, n) => (n === i ? { ...b, ...change } as never : b)) })

test('a story that is whole has nothing against it', () => { expect(judgeStory(story, [picture, film])).toEqual([]) })

test.each([
  ['no title', { ...story, title: [' '] }, 'story.noTitle'], ['no text', { ...story, blocks: [] }, 'story.noText'], ['nothing at all', emptyStory, 'story.noTitle'],
  ['a quote without its source', withBlock(2, { occasion: ' ' }), 'story.quoteSource'], ['a picture without words', withBlock(3, { caption: '' }), 'story.noCaption'], ['a picture that is gone', withBlock(3, { media: '0193a5a0-0000-7000-8000-000000000009' }), 'story.mediaGone'],
  ['a film without a first picture', withBlock(4, { poster: null }), 'story.noPoster'], ['a film where a picture is said to be', withBlock(3, { media: two }), 'story.mediaGone'],
  ['a telephone', withBlock(0, { text: '电话13912345678，请找她。' }), 'privacy.phone'], ['a birthday', withBlock(1, { text: '她1984年3月12日出生。' }), 'privacy.birthDate'], ['a marking', withBlock(0, { text: '机密★10年' }), 'story.marking'],
])('%s is said', (_, d, code) => { expect(codes(d)).toContain(code) })

test.each<[string, Partial<StoryMedia>, string]>([
  ['whose it is', { credit: '' }, 'story.noCredit'], ['who is in it', { people: null }, 'story.noPeople'], ['third persons', { people: 'others' }, 'story.othersUnasked'], ['children', { people: 'children' }, 'story.childrenUnasked'],
])('a picture that does not record %s is not published', (_, change, code) => {
  const found = judgeStory(story, [{ ...picture, ...change } as StoryMedia, film])
  expect(found.map((f) => f.code)).toEqual([code])
  expect(found[0]!.strength).toBe('block')
})
test('with their consent recorded it is', () => { expect(codes(story, [{ ...picture, people: 'others', consent: '2026-05-20 书面，存办公室' }, film])).toEqual([]) })
test('a film no browser plays blocks and says the remedy; without captions it warns', () => {
  const found = judgeStory(story, [picture, { ...film, plays: false, coding: 'hevc' }])
  expect(found.map((f) => [f.code, f.strength])).toEqual([['story.filmUnplayable', 'block']])
  expect(found[0]!.mend.zh).toContain('H.264')
  expect(judgeStory(story, [picture, { ...film, captions: false }]).map((f) => [f.code, f.strength])).toEqual([['story.noCaptions', 'warn']])
})
test('what is kept and not shown is nobody’s concern; a small portrait is', () => {
  expect(codes({ ...story, blocks: story.blocks.slice(0, 4) }, [picture, { ...film, people: null }])).toEqual([])
  expect(codes({ ...story, blocks: story.blocks.slice(0, 3) }, [{ ...picture, width: 300 }])).toEqual(['story.portraitSmall'])
})
test('another comma is another text', () => { expect(storyHash(story)).not.toBe(storyHash({ ...story, opening: `${story.opening}，` })) })
