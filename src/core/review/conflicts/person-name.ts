/** 姓名: whether two are written alike, and where a name is mentioned in running words. */
import { foldName, withoutVariants } from './name-characters'
import type { Certainty } from './compare-units'

export interface PersonName { readonly words: string; readonly plain: string; /** Syllables with a space between, as the server spells them; empty: not known. */ readonly spelling: string }

const TITLES = /(?:教授|副教授|研究员|院士|主任|主任医师|医师|医生|大夫|老师|博士|同志|先生|女士|书记|院长|处长|所长|校长)+$/u
/** @param spelling pinyin by syllables, data from outside: 张伟 → zhang wei */
export const readPerson = (words: string, spelling = ''): PersonName => {
  const bare = foldName(words.replace(/[(（][^()（）]*[)）]/gu, '')).replace(/[·•.．。]/gu, '')
  const plain = (/^[\u4e00-\u9fff]/u.test(bare) ? bare.replace(TITLES, '') : bare.toLowerCase()).replace(/[\s,，]/gu, '')
  return { words, plain: plain === '' ? bare : plain, spelling: spelling.toLowerCase() }
}

/** 姓名相同 is one thing, the same person another: what it is worth is for who asks. Null: not alike. */
export const sameName = (a: PersonName, b: PersonName): Certainty | null => {
  if (a.plain === '' || b.plain === '') return null
  if (a.plain === b.plain) return 'certain'
  if (withoutVariants(a.plain) === withoutVariants(b.plain)) return 'likely'
  if (masked(a.plain, b.plain) || masked(b.plain, a.plain)) return 'ask'
  return spelledAlike(a, b) || spelledAlike(b, a) ? 'ask' : null
}

/** 张某、张×明、张*: what is shown agrees. */
const masked = (hidden: string, whole: string): boolean => {
  if (!/[某×xX*＊○〇]/u.test(hidden) || !/^[\u4e00-\u9fff]{2,4}$/u.test(whole)) return false
  const h = [...hidden.replace(/某某?/gu, (m) => '*'.repeat(m.length))]
  const w = [...whole]
  if (hidden.endsWith('某') && h.filter((c) => c === '*').length === 1) return h[0] === w[0] && h.length === 2
  return h.length === w.length && h.every((c, i) => /[×xX*＊○〇]/u.test(c) || c === w[i]) && h.some((c, i) => i === 0 && c === w[0])
}

/** Zhang Wei, Wei Zhang, Zhang W., W. Zhang for 张伟. */
const spelledAlike = (latin: PersonName, han: PersonName): boolean => {
  if (!/^[a-z\-']+$/u.test(latin.plain) || han.spelling === '' || !/[\u4e00-\u9fff]/u.test(han.plain)) return false
  const parts = latin.words.normalize('NFKC').toLowerCase().split(/[\s,.·]+/u).filter((p) => p !== '').map((p) => p.replace(/[-']/gu, ''))
  return forms(han.spelling).some((f) => f === parts.join(' '))
}
/** zhang wei min → zhang weimin, weimin zhang, zhang wm, wm zhang … */
const forms = (spelling: string, initialsToo = true): string[] => {
  const [surname = '', ...given] = spelling.split(' ')
  if (given.length === 0) return []
  const [joined, initials, apart] = [given.join(''), given.map((g) => g.charAt(0)).join(''), given.map((g) => g.charAt(0)).join(' ')]
  return [...new Set([joined, given.join(' '), ...(initialsToo ? [initials, apart] : [])].flatMap((g) => [`${surname} ${g}`, `${g} ${surname}`]))]
}

export interface Mention { /** The words around it, as folded. */ readonly words: string; readonly before: string; readonly after: string; readonly certainty: Certainty }

/** What may follow a name of two characters, so that it is not the beginning of a longer one. */
const AFTER = /^(?:$|[^\u4e00-\u9fff]|等|教授|老师|院士|主任|医师|医生|先生|女士|同志|博士|研究员|合作|共同|参与|负责|主持|担任|指导|的|和|与|及|为|是|在|同|任|于|课题|团队|组|联合|合著|著|编)/u
/** What may stand before it, so that it is not the end of a longer one. */
const BEFORE = /(?:^|[^\u4e00-\u9fff]|与|和|同|及|跟|由|从|师|向|导师|教授|专家|院士|人|者|妻子|妻|丈夫|夫|父|母|子|女|兄|弟|姐|妹|配偶|是|为|、)$/u

/** What of a text is written in letters, small and with single blanks; empty where there is nothing of the kind. */
export const lettersOf = (text: string): string => (/[a-z]{2}/iu.test(text) ? ` ${text.normalize('NFKC').toLowerCase().replace(/[-']/gu, '').replace(/[^a-z]+/gu, ' ')} ` : '')

/** Everywhere a name stands in a text. @param folded by `foldName`; `letters`: by `lettersOf` */
export const mentions = (folded: string, person: PersonName, letters = ''): Mention[] => {
  const found: Mention[] = []
  const name = person.plain
  const long = [...name].length
  if (long >= 2 && /^[\u4e00-\u9fff]+$/u.test(name))
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + long)) {
      const [before, after] = [folded.slice(Math.max(0, at - 14), at), folded.slice(at + name.length, at + name.length + 14)]
      const parted = AFTER.test(after) && (long >= 3 || BEFORE.test(before))
      if (long >= 3 || parted) found.push({ words: `${before}${name}${after}`, before, after, certainty: parted ? 'certain' : 'likely' })
    }
  if (found.length > 0 || person.spelling === '' || letters === '') return found
  const hit = forms(person.spelling, false).filter((f) => f.length >= 7).find((f) => letters.includes(` ${f} `))
  if (hit === undefined) return []
  const at = letters.indexOf(` ${hit} `)
  return [{ words: letters.slice(Math.max(0, at - 24), at + hit.length + 24).trim(), before: letters.slice(Math.max(0, at - 24), at), after: letters.slice(at + hit.length + 1, at + hit.length + 24), certainty: 'ask' }]
}
