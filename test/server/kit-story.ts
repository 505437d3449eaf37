/** A published story with everything a press kit can hold: pictures that carry a place, a film with captions, posters. */
import sharp from 'sharp'
import { vi } from 'vitest'
import { listPosters, makePosters } from '#contract/operations/posters'
import { readKits } from '#contract/operations/press-kits'
import { addStoryMedia, captionStoryFilm, describeStoryMedia, readStory, saveStory } from '#contract/operations/stories'
import type { BodyInOf } from '#contract/operation'
import type { makeKit } from '#contract/operations/press-kits'
import { photo } from '#server/demo/samples/photo'
import { video } from '#server/demo/samples/video'
import { once } from './dossier'
import type { Honoured } from './honours-given'
import type { Office } from './office'
import { posterWordsOf, publishPosterStory, writePosterStory } from './poster-story'

/** Of the nth honoured person, published, with two posters. */
export const publishKitStory = async (o: Office, h: Honoured, n: number): Promise<{ readonly wide: string; readonly film: string; readonly face: string }> => {
  const params = { nominationId: h.nominationIds[n]! }
  const { face } = await writePosterStory(o, h, n)
  const add = async (name: string, bytes: Buffer) => (await o.office.ask(addStoryMedia, { params, body: { name, base64: bytes.toString('base64') } })).mediaId
  const wide = await add('现场.jpg', await once('kit wide', async () => sharp(await photo('t2', { width: 2400, height: 1600 })).withExif({ IFD0: { Artist: '示例摄影', Make: 'SAMPLE-CAMERA' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 3/1' } }).jpeg().toBuffer()))
  const film = await add('一天.mp4', await once('video kit', () => video('kit', { seconds: 2, frames: 2 })))
  await o.office.ask(describeStoryMedia, { params: { ...params, mediaId: wide }, body: { credit: '图：示例融媒体中心', people: 'others', consent: '2026-05-20 张三书面同意，存办公室（示例）' } })
  await o.office.ask(describeStoryMedia, { params: { ...params, mediaId: film }, body: { credit: '视频：示例融媒体中心', people: 'person', consent: '' } })
  await o.office.ask(captionStoryFilm, { params: { ...params, mediaId: film }, body: { text: '1\n00:00:00,200 --> 00:00:01,500\n夜班从五点开始。\n' } })
  const story = await o.office.ask(readStory, { params })
  const person = story.name
  await o.office.ask(saveStory, { params, body: { revision: story.revision, document: { ...story.document,
    opening: `${person}在急诊科守了十八年。抢救室里，灯二十四小时亮着。`,
    blocks: [
      { kind: 'heading', text: '冬天的夜里' }, { kind: 'text', text: `那一年冬天，抢救室收了四十七位病人。${person}三天没有回家，困了就在值班室的椅子上靠一会儿，天亮接着查房。${'她把每一位病人的情况记在一个小本子上，交班时一条一条念给同事听，怕漏了什么。'.repeat(4)}` },
      { kind: 'quote', text: posterWordsOf.join(''), occasion: '2026年5月，院内访谈' },
      { kind: 'picture', media: wide, caption: '查房前的十分钟：“先看昨晚的记录”，2026年4月。', alt: '医生在看病历' },
      { kind: 'text', text: `后来，科里的年轻人都学着她的样子写小本子。${'有人问她累不累，她说，习惯了就好，病人安稳了，心里就踏实，这比什么都强。'.repeat(5)}\n${'县里的路修好以后，送来的病人少了些，她带着同事到乡镇卫生院去讲急救，一讲就是一个下午。'.repeat(4)}` },
      { kind: 'film', media: film, caption: '她的一天。', poster: wide },
    ] } } })
  await publishPosterStory(o, h, n)
  await o.office.ask(makePosters, { params: { campaignId: h.campaignId }, body: { design: 'a', sizes: ['screen-tall', 'phone-card'], people: [{ ...params, words: posterWordsOf, mediaId: face }] } })
  await vi.waitUntil(async () => (await o.office.ask(listPosters, { params: { campaignId: h.campaignId } })).sets[0]!.state === 'ready', { timeout: 60_000, interval: 300 })
  return { wide, film, face }
}

/** As the page proposes it. */
export const proposedKit = async (o: Office, nominationId: string): Promise<BodyInOf<typeof makeKit>> => {
  const about = await o.office.ask(readKits, { params: { nominationId } })
  return { hash: about.hash!, ...about.proposed, media: about.media.map((m) => m.id), posters: about.posters.map((p) => p.id), contact: { name: '示例办公室', phone: '0000-1234567', email: 'banshi@example.org' }, days: 30 }
}
