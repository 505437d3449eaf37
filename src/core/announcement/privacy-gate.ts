import { finding, type Finding } from '../kernel/finding'

const patterns = [
  { code: 'privacy.idNumber', zh: '身份证号', en: 'an ID number', pattern: /(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/ },
  { code: 'privacy.phone', zh: '手机号', en: 'a mobile number', pattern: /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/ },
  { code: 'privacy.email', zh: '邮箱', en: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+\.[\w.-]+/ },
  { code: 'privacy.birthDate', zh: '出生日期', en: 'a date of birth', pattern: /(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:出)?生/ },
] as const

/** 公示、宣传之前: a machine gate over every text that goes public, with where it was found. Full-width digits count as digits. */
export const privacyGate = (texts: readonly { readonly at: string; readonly text: string }[]): Finding[] =>
  texts.flatMap(({ at, text }) => {
    const plain = text.normalize('NFKC')
    return patterns.filter((p) => p.pattern.test(plain)).map((p) => finding({
      code: p.code, strength: 'block', at: { field: at }, rule: null,
      what: [`要公开的文字里有${p.zh}（${at}）`, `The text to be published holds ${p.en} (${at})`], mend: ['请删去后再发布。', 'Remove it before publishing.'] }))
  })

/** Numbers of persons, of which a public page shows nothing unless the notice states them as its contact. */
const numbers = patterns.filter((p) => p.code !== 'privacy.email').map((p) => new RegExp(p.pattern.source, 'g'))
/** A text of the office for a public page: what would name a person by number is blanked out; without such a number it stays as it is written. */
export const withoutPrivate = (text: string, stated: readonly string[]): string => {
  const plain = text.normalize('NFKC')
  const blanked = numbers.reduce((out, pattern) => out.replace(pattern, (hit) => (stated.some((s) => s !== '' && s.normalize('NFKC').includes(hit)) ? hit : '＊'.repeat(6))), plain)
  return blanked === plain ? text : blanked
}
