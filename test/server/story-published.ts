/** A story with a picture and a film, through all its clearances to its publication. */
import { addStoryMedia, answerStory, clearStorySecrecy, describeStoryMedia, publishStory, readStory, reviewStory, saveStory } from '#contract/operations/stories'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { stampedPdf } from '#server/demo/samples/scan'
import { video } from '#server/demo/samples/video'
import { once } from './dossier'
import type { Office } from './office'

const base64 = async (bytes: Promise<Buffer>): Promise<string> => (await bytes).toString('base64')

/** @param unit whose approver answers @returns its film */
export const publishStoryOf = async (o: Office, nominationId: string, unit: number): Promise<{ film: string }> => {
  const params = { nominationId }
  const media = async (name: string, bytes: string): Promise<string> => {
    const { mediaId } = await o.office.ask(addStoryMedia, { params, body: { name, base64: bytes } })
    await o.office.ask(describeStoryMedia, { params: { ...params, mediaId }, body: { credit: '图：县融媒体中心（示例）', people: 'person', consent: '' } })
    return mediaId
  }
  const face = await media('人物.jpg', await base64(once('story portrait', () => portrait('story', { background: 'red' }))))
  const wide = await media('门诊.jpg', await base64(once('photo 1', () => photo('t1'))))
  const film = await media('一天.mp4', await base64(once('video 1', () => video('t', { seconds: 2, frames: 2 }))))
  await o.office.ask(saveStory, { params, body: { revision: (await o.office.ask(readStory, { params })).revision, document: { title: ['把夜班上成'], opening: '抢救室里。', portrait: face, blocks: [{ kind: 'text', text: '那一年冬天，抢救室收了四十七位病人。'.repeat(20) }, { kind: 'picture', media: wide, caption: '在门诊。', alt: '坐在诊桌前' }, { kind: 'film', media: film, caption: '看她的一天。', poster: wide }] } } })
  const { hash } = await o.office.ask(readStory, { params })
  const approver = o.units[unit]!.approver
  await o.second.ask(reviewStory, { params, body: { hash, yes: true } })
  await approver.ask(answerStory, { params, body: { hash, yes: true, consent: true, paper: { name: '签字稿.pdf', base64: await base64(once('signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' }))) } } })
  await approver.ask(clearStorySecrecy, { params, body: { hash, yes: true } })
  await o.office.ask(publishStory, { params, body: { hash, at: null } })
  return { film }
}
