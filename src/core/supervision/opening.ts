/** 阅看记录: who opened what of a nomination, and when. Those whose own dossier it is are not noted: they wrote it. */
import type { Role } from '../access/actor'
import type { Words } from '../kernel/finding'

/** `packaged` is read from the packages that were made, not written down a second time. The dossier as a whole; one file looked at in the page; one file taken out as it was received; its appraisal with who said what; what organs were asked and said; its papers. */
export const openingWays = ['dossier', 'looked', 'taken', 'appraisal', 'opinions', 'paper', 'packaged'] as const
export type OpeningWay = (typeof openingWays)[number]
export const openingNames: Readonly<Record<OpeningWay, Words>> = {
  dossier: { zh: '打开推荐材料', en: 'Opened the dossier' }, looked: { zh: '在页面里看一份材料', en: 'Looked at a file in the page' }, taken: { zh: '下载一份材料的原件', en: 'Took out a file as it was received' },
  appraisal: { zh: '看考核调研记录', en: 'Read the appraisal' }, opinions: { zh: '看征求意见的情况', en: 'Read what organs said' }, paper: { zh: '看纸质件比对', en: 'Compared its papers' }, packaged: { zh: '打包整份材料', en: 'Took out the whole dossier as a package' },
}
/** Somebody of the office who sits in a unit's seat is of the office all the same. */
export const isNoted = (actor: { readonly role: Role; readonly forOffice?: string }): boolean => actor.forOffice !== undefined || actor.role === 'office' || actor.role === 'supervisor' || actor.role === 'juror' || actor.role === 'jurySecretary'
