/** How a package is laid out: a folder a nomination, in it a folder a group of the notice, in it the files under the names the notice asks for. */
import type { Material } from '../rules/material-terms'
import { safeName } from './safe-name'

/** How long a package lies on the server: long enough for a slow line and a holiday, no longer than personal data need lie twice. */
export const KEPT_DAYS = 7

/** What lies beside the folders. */
export const outside = { page: '目录.html', list: '目录.xlsx', sums: 'SHA256SUMS' } as const

const groups: Readonly<Record<Material['group'], string>> = { text: '1_文字材料', image: '2_影像材料', stamped: '3_盖章材料' }
/** A material the definition no longer knows stands beside the groups. */
export const groupFolder = (group: Material['group'] | undefined): string => (group === undefined ? '4_其他' : groups[group])

const STEP = 80

/** 推荐单位_姓名, numbered as in the index where there are several. */
export const nominationFolder = (at: { readonly unit: string; readonly candidate: string; /** null: it is the only one. */ readonly ordinal: number | null; readonly of: number }): string => {
  const number = at.ordinal === null ? '' : `${String(at.ordinal).padStart(Math.max(3, String(at.of).length), '0')}_`
  return `${number}${safeName(at.unit, STEP)}_${safeName(at.candidate, STEP)}`
}

/** The name the browser keeps it under. */
export const packageName = (at: { /** 推荐材料, 荣誉证书 */ readonly what: string; readonly campaign: string; readonly candidate: string | null; readonly count: number }): string =>
  `${safeName(`${at.what}_${safeName(at.campaign, STEP)}_${at.candidate ?? `${at.count}件`}`, 180)}.zip`

/** Why a file of the dossier is not in its package. */
export const lacks = ['gone', 'damaged', 'unmade'] as const
export type Lack = (typeof lacks)[number]
export const lackWords: Readonly<Record<Lack, { readonly zh: string; readonly en: string }>> = {
  gone: { zh: '存储里没有了，没有装入', en: 'no longer in the store; left out' },
  damaged: { zh: '与收到时不同（存储有损坏），没有装入', en: 'not what was received (damaged in the store); left out' },
  unmade: { zh: '没有做成，没有装入', en: 'could not be made; left out' },
}
