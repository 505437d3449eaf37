import type { MaterialRule } from '../rules/material-terms'
import type { Facts } from './facts'
import { judgeFile } from './judge'

type Rule = MaterialRule

/** Which materials a dropped file may be, best first: the right kind, then fewest findings, then a name that says so. Empty: none of them. */
export const recogniseMaterial = (rules: readonly Rule[], facts: Facts): string[] =>
  rules.filter((r) => kindFits(r, facts))
    .map((r) => ({ id: r.id, score: judgeFile(r, facts).filter((f) => f.strength === 'block').length * 10 - nameFits(r, facts.name) - shapeFits(r, facts) }))
    .sort((a, b) => a.score - b.score)
    .map((r) => r.id)

/** Whether a picture nobody has placed goes for a portrait: only there are faces looked for, which takes its time. */
export const goesForPortrait = (rules: readonly Rule[], facts: Facts): boolean => facts.kind === 'image' && rules.find((r) => r.id === recogniseMaterial(rules, facts)[0])?.file.type === 'portrait'

/** What a damaged or foreign file began like: enough to show it where the person meant it to go, with its finding. */
const meantFor = (looksLike: string): readonly Rule['file']['type'][] => {
  if (/^(isoMedia|mp4|mov|other|avi|mkv|wmv|flv|m3u8)$/.test(looksLike)) return ['video']
  return /^(jpeg|png|webp|heic|avif|gif|bmp|tiff|svg|psd)$/.test(looksLike) ? ['photo', 'portrait'] : ['document']
}

const kindFits = (r: Rule, facts: Facts): boolean => {
  if (facts.kind === 'unreadable') return facts.looksLike !== null && meantFor(facts.looksLike).includes(r.file.type)
  if (facts.kind === 'image') return r.file.type === 'photo' || r.file.type === 'portrait'
  if (facts.kind === 'video') return r.file.type === 'video'
  return facts.kind === 'document' && r.file.type === 'document' && r.file.formats.includes(facts.format)
}

/** Words of the material's name that stand in the file's name: 汇总表.pdf is the summary sheet. */
const nameFits = (r: Rule, name: string): number => {
  const words = r.name.zh.replace(/（.*?）/g, '').split(/[、，\s]/).filter((w) => w.length >= 2)
  return words.some((w) => name.includes(w)) ? 5 : r.name.zh.includes('廉政') && name.includes('廉政') ? 4 : 0
}

/** A small upright picture with a plain edge is a portrait; a large one is a photograph. */
const shapeFits = (r: Rule, facts: Facts): number => {
  // Nothing measured: of two materials the one that takes several files is likelier.
  if (facts.kind !== 'image') return r.max === 1 ? 0 : 1
  const portrait = facts.height > facts.width && facts.height / facts.width < 1.45 && facts.width <= 1400
  return (r.file.type === 'portrait') === portrait ? 3 : 0
}
