/** What a material's words demand beside number and file: length and person of a text, seals across pages, signatures, paper, its time, of whom it is asked. */
import { numberOf } from '../../text/numerals'
import type { TextTerms } from '../material-file'
import type { RuleDraft } from './draft'
import type { MaterialFact } from './material'
import { asWritten } from './named'
import { conditionIn } from './opinion'
import { trimWords } from './page'

type Draft = RuleDraft<'material'>
type Paper = NonNullable<Draft['paper']>

const has = (m: MaterialFact, said: RegExp): RegExpExecArray | null => {
  for (const c of m.constraints) { const found = said.exec(c); if (found !== null) return found }
  return null
}

/** ≤2000字, 1500-2000字, 约500字, 第三人称. */
export const textTermsOf = (m: MaterialFact): TextTerms | undefined => {
  const range = has(m, /^(\d+)-(\d+)字$/u)
  const one = has(m, /^(≤|≥|约)?(\d+)字$/u)
  const n = Number(one?.[2])
  const length = range !== null ? { min: Number(range[1]), max: Number(range[2]) } : one === null ? {} : one[1] === '≤' ? { max: n } : one[1] === '≥' ? { min: n } : { about: n }
  const person = has(m, /第([一三])人称/u)?.[1]
  const all = { ...length, ...(person === undefined ? {} : { person: person === '三' ? 'third' as const : 'first' as const }) }
  return Object.keys(all).length === 0 ? undefined : all
}

const paperOf = (m: MaterialFact): Paper | undefined => {
  const by: NonNullable<Paper['by']> = [...(has(m, /EMS|特快专递/u) === null ? [] : ['ems' as const]), ...(has(m, /挂号信/u) === null ? [] : ['registeredPost' as const]), ...(has(m, /光盘/u) === null ? [] : ['disc' as const]), ...(has(m, /U盘/iu) === null ? [] : ['usb' as const])]
  const bound = has(m, /胶装|简装|装订(?!成册)|装订成册/u)?.[0]
  const all: Paper = {
    ...(has(m, /^A4/u) === null ? {} : { size: 'A4' as const }), ...(has(m, /^A3/u) === null ? {} : { size: 'A3' as const }), ...(has(m, /正反|双面/u) === null ? has(m, /单面/u) === null ? {} : { doubleSided: false } : { doubleSided: true }),
    ...(bound === undefined ? {} : { bound: bound === '胶装' ? 'glued' as const : 'stapled' as const }), ...(has(m, /不.{0,4}封面|勿.{0,4}封面/u) === null ? {} : { noCover: true }), ...(has(m, /目录/u) === null ? {} : { contents: true }),
    ...(has(m, /原件(?:现场)?(?:备查|审核|查验|核验)/u) === null ? {} : { originalsShown: true }), ...(by.length === 0 ? {} : { by }),
  }
  return Object.keys(all).length === 0 ? undefined : all
}

const signed = (m: MaterialFact): Draft['signatures'] => {
  const who = has(m, /^(.{2,14}?)(?:亲笔)?(?:签字|签名|签署)/u)?.[1]
  return who === undefined ? undefined : trimWords(who).split(/[、和及]/u).map(asWritten)
}

/** The demands of one material; 近三年 counts back from the notice's year. */
export const demandsOf = (m: MaterialFact, sentence: string, year: number | undefined): Omit<Draft, 'kind'> => {
  const [paper, signatures, condition] = [paperOf(m), signed(m), conditionIn(sentence)]
  const years = numberOf(/近([一二三四五六七八九十\d]+)年/u.exec([m.name, ...m.constraints].join())?.[1] ?? '')
  const across = has(m, /骑缝章/u)
  return {
    ...(condition === null ? {} : { when: condition.when }), ...(paper === undefined ? {} : { paper }), ...(signatures === undefined ? {} : { signatures }),
    ...(across === null ? {} : { seals: [{ of: { zh: '推荐单位', en: 'the nominating unit' }, across: true }] }),
    ...(years === undefined || year === undefined ? {} : { window: { from: `${String(year - years)}-01-01` } }),
    ...(/入选(?:者|后|的)|入围(?:者|后|的)|当选后|获奖者(?:另|再|须)/u.test(sentence) && /报送|提交|补报|另报|提供/u.test(sentence) ? { package: 'chosen' as const } : {}),
  }
}
