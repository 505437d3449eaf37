/** 说明: the one plain file of a kit that is read first. */
import { sayFullEnd, type Instant } from '../../kernel/instant'
import type { KitContact } from './kit'

export interface KitFacts {
  readonly name: string
  readonly employer: string
  readonly post: string
  readonly title: string
  readonly year: number
  readonly honour: string
  readonly office: string
  /** Of the public page. */
  readonly address: string
  readonly until: Instant
  readonly contact: KitContact
  /** Invented people: said first. */
  readonly sample: boolean
}
export const kitRules = {
  zh: ['文字都出自已发布的故事，单位和本人看过。可以摘引，不改变原意；要改写的，请先与办公室核对。', '图片和视频署作者和来源，只用于报道此人此事，不用于广告；裁剪不改变原意。', '使用前请再打开一次链接：打不开的，先与办公室联系，不要再用。'],
  en: ['All texts are from the published story, which the workplace and the person have read. Quote them without changing their meaning; check with the office before you rewrite.', 'Name author and source of pictures and films; they are for reports on this person and deed, not for advertising. Cropping must not change the meaning.', 'Open the link once more before you use anything: if it opens no more, ask the office and use nothing.'],
} as const

/** Lines; each list of files as it lies in the zip. */
export const kitReadme = (f: KitFacts, files: readonly { readonly path: string; readonly about: string }[]): string[] => [
  `媒体素材包：${f.name}`,
  ...(f.sample ? ['（示例：人物、机构和事迹均为虚构）'] : []),
  '',
  `标题：${f.title}`,
  `人物：${f.name}，${[f.employer, f.post].filter((t) => t !== '').join(' ')}`,
  `荣誉：${f.year}年 ${f.honour}`,
  `公开页：${f.address}`,
  '',
  '一、里面有什么',
  ...files.map((x) => `${x.path}${x.about === '' ? '' : `　${x.about}`}`),
  '',
  '二、怎样使用',
  ...kitRules.zh.map((r, i) => `${i + 1}. ${r}`),
  `${kitRules.zh.length + 1}. 链接开到${sayFullEnd(f.until).zh}；故事撤下的，链接同时停用。`,
  '',
  '三、联系',
  f.office,
  ...[f.contact.name, f.contact.phone, f.contact.email].filter((t) => t !== ''),
]
