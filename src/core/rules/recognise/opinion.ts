/** 征求意见、联审: which offices are asked about whom, and before what. */
import type { Condition } from '../condition'
import type { RuleDraft } from './draft'
import { asWritten, propertyOf } from './named'
import { trimWords, type Doubt, type Found, type Page } from './page'

type Draft = RuleDraft<'opinion'>

/** 人选是企业负责人的，…: of whom something is asked; null where of all. */
export const conditionIn = (text: string): { readonly when: Condition; readonly length: number } | null => {
  const m = /(?:推荐)?(?:人选|对象|候选人|被推荐人|申报人)?(?:为|是|属于?|系)([一-鿿]{2,14}?)的,?(?:(?:推荐|所在)单位|各单位|本人)?(?:[^,。;]{2,4}前)?(?:还|同时)?(?:须|需|应|要|由|附|另|征求)|(?:^|[,;。:])((?:中共)?党员|(?:非公有制|民营|国有)?企业(?:主要)?负责人|个体(?:工商户|经营者)|机关(?:事业单位)?(?:干部|人员)|领导干部)(?:的)?,?(?:还|同时)?(?:须|需|应|要|由|附)/u.exec(text)
  const zh = m?.[1] ?? m?.[2]
  if (m === null || zh === undefined) return null
  const { id, name } = propertyOf(zh)
  return { when: { property: id, name: { zh, en: name.zh === zh && name.en === zh ? zh : name.en } }, length: m.index + m[0].length }
}

const asked = /征求([^,。;:(]{2,40}?)(?:的)?(?:书面)?意见/u
const jointly = /(?:由|经)?([一-鿿、和及与]{4,40}?)(?:进行|开展)?联合审查|(?:由|经)([一-鿿、和及与]{4,40}?)联审/u
const officesIn = (words: string): NonNullable<Draft['of']> => words.replace(/^(?:由|经|会同|所在地|当地|相应|有关)+/u, '').replace(/(?:等(?:有关|相关)?|有关|相关)(?:部门|单位|机关)$/u, '').replace(/(?<=[、和及与].{2,12})(?:部门|单位|机关)$|等$/u, '').split(/[、和及与]/u).map(trimWords).filter((x) => x.length >= 2).map(asWritten)

const beforeIn = (text: string): Draft['before'] | undefined => {
  if (/公示(?:之)?前/u.test(text)) return 'publicNotice'
  if (/(?:审定|审批|批准|研究决定|表彰决定|命名)(?:之)?前/u.test(text)) return 'approval'
  return /(?:上?报|报送|推荐|申报)(?:之)?前|推荐单位|各单位/u.test(text) ? 'submission' : undefined
}

export const recogniseOpinions = (page: Page): Found<Draft>[] => page.sentences.flatMap((s): Found<Draft>[] => {
  const m = asked.exec(s.text) ?? jointly.exec(s.text)
  const of = m === null ? [] : officesIn(m[1] ?? m[2] ?? '')
  if (m === null || of.length === 0 || /(?:群众|各方面?|社会|本人|单位内部)$/u.test(of[0]?.zh ?? '')) return []
  const joint = !/征求/u.test(m[0])
  const said = beforeIn(s.text)
  const condition = conditionIn(s.text)
  const doubts: Doubt[] = said !== undefined || joint ? [] : [{ at: 'before', what: { zh: '在哪一步之前征求意见：报送、审定还是公示？', en: 'Asked before submission, approval or the public notice?' }, readings: ['submission', 'approval', 'publicNotice'] }]
  return [{ value: { kind: 'opinion', of, ...(condition === null ? {} : { when: condition.when }), before: said ?? (joint ? 'publicNotice' : 'submission') }, from: s.from + m.index, to: s.from + m.index + m[0].length, ...(doubts.length > 0 ? { doubts } : {}) }]
})
