/** A story with pictures for posters, written and published through the product's own operations. */
import sharp from 'sharp'
import { addStoryMedia, answerStory, clearStorySecrecy, describeStoryMedia, publishStory, readStory, reviewStory, saveStory } from '#contract/operations/stories'
import type { StoryDocument } from '#core/publicity/story/document'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { stampedPdf } from '#server/demo/samples/scan'
import { once } from './dossier'
import type { Honoured } from './honours-given'
import type { Office } from './office'

export interface PosterMedia { readonly face: string; /** Dark and calm. */ readonly dusk: string; /** Too light for white letters. */ readonly pale: string }
const base64 = async (key: string, make: () => Promise<Buffer>) => (await once(key, make)).toString('base64')
const sky = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1800"><defs><linearGradient id="g" x1="0" y1="1" x2="0.3" y2="0"><stop stop-color="#8f7b66"/><stop offset="0.5" stop-color="#3b4f65"/><stop offset="1" stop-color="#182330"/></linearGradient></defs><rect width="2400" height="1800" fill="url(#g)"/><path d="M0 1500Q600 1200 1200 1450T2400 1350V1800H0z" fill="#17212c"/></svg>')

export const posterWordsOf = ['病人等不起，', '我也等不起。']

/** The story of the nth honoured person, as it is before anybody has cleared it. */
export const writePosterStory = async (o: Office, h: Honoured, n: number): Promise<PosterMedia> => {
  const params = { nominationId: h.nominationIds[n]! }
  const add = async (name: string, bytes: string) => (await o.office.ask(addStoryMedia, { params, body: { name, base64: bytes } })).mediaId
  const face = await add('人物.jpg', await base64(`poster face ${n}`, () => portrait(`poster${n}`, { background: 'white', width: 1600, height: 2000 })))
  const dusk = await add('暮色.jpg', await base64('poster dusk', () => sharp(sky).jpeg().toBuffer()))
  const pale = await add('白日.jpg', await base64('poster pale', async () => sharp(await photo('t1', { width: 2560, height: 1920 })).modulate({ brightness: 3.2 }).jpeg().toBuffer()))
  for (const mediaId of [face, dusk, pale]) await o.office.ask(describeStoryMedia, { params: { ...params, mediaId }, body: { credit: '图：示例', people: 'person', consent: '' } })
  const picture = (id: string) => ({ kind: 'picture' as const, media: id, caption: '工作中，2026年4月。', alt: '工作照' })
  const document: StoryDocument = { title: ['把夜班上成', '白天的样子'], opening: '抢救室里，灯二十四小时亮着。', portrait: face, blocks: [{ kind: 'text', text: '那一年冬天，抢救室收了四十七位病人。'.repeat(20) }, { kind: 'quote', text: posterWordsOf.join(''), occasion: '2026年5月，院内访谈' }, picture(dusk), picture(pale)] }
  await o.office.ask(saveStory, { params, body: { revision: (await o.office.ask(readStory, { params })).revision, document } })
  return { face, dusk, pale }
}

export const publishPosterStory = async (o: Office, h: Honoured, n: number): Promise<void> => {
  const params = { nominationId: h.nominationIds[n]! }
  const body = { hash: (await o.office.ask(readStory, { params })).hash, yes: true }
  await o.second.ask(reviewStory, { params, body })
  await o.units[n]!.approver.ask(answerStory, { params, body: { ...body, consent: true, paper: { name: '签字稿.pdf', base64: await base64('signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' })) } } })
  await o.units[n]!.approver.ask(clearStorySecrecy, { params, body })
  await o.office.ask(publishStory, { params, body: { hash: body.hash } })
}
