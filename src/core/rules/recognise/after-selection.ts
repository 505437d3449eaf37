/** What follows a selection, in words: objections and corrections, sanctions, time for putting a dossier right, prizes. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import { asWritten } from './named'
import { trimWords, type Found, type Page } from './page'

type Objection = RuleDraft<'objection'>
const ways = [['written', /书面|来信|信函/u], ['email', /邮件|邮箱/u], ['phone', /电话/u], ['visit', /来访|当面/u]] as const
const demands = [['realName', /真实姓名|实名|署名|真名/u], ['contact', /联系(?:方式|电话)/u], ['unitSeal', /公章|盖章/u], ['idNumber', /身份证(?:号|明)/u], ['address', /地址/u], ['signature', /签名|签字/u], ['evidence', /证据|证明材料|佐证/u]] as const
const term = new RegExp(`(${numberPattern}) ?(?:个)?(工作日|自然日|天|日)内`, 'u')
const within = (text: string): { days: number; count: 'working' | 'calendar' } | undefined => {
  const m = term.exec(text)
  const days = m === null ? undefined : numberOf(m[1] ?? '')
  return days === undefined ? undefined : { days, count: m?.[2] === '工作日' ? 'working' : 'calendar' }
}

type Part = Omit<Objection, 'kind' | 'id' | 'track'>
const decided = (text: string): Part => {
  const m = /由([^,。;]{2,20}?)(?:在[^,。;]{2,12}内|负责|会同[^,。;]{2,12})?(?:进行)?(?:调查|核实|处理|核查|裁定)/u.exec(text)
  const time = /调查|核实|处理|核查|答复|裁定/u.test(text) ? within(text) : undefined
  return m === null ? {} : { decides: { by: asWritten(trimWords((m[1] ?? '').replace(/(?:于|在)?[^,。;]{0,12}内$/u, '').replace(/(?:负责|组织)$/u, ''))), ...(time === undefined ? {} : { within: time }), ...(/书面(?:调查)?报告|调查报告|书面答复/u.test(text) ? { report: true } : {}) } }
}
const objectionIn = (text: string): Part => {
  const own = ways.filter(([, w]) => w.test(text)).map(([k]) => k)
  const needs = /须|应|需|必须|要求|提供|写明|加盖|注明/u.test(text) ? demands.filter(([, w]) => w.test(text)).map(([k]) => k) : []
  return {
    ...(own.length > 0 ? { ways: own } : {}), ...(needs.length > 0 ? { demands: needs } : {}),
    ...(/匿名[^。;]{0,16}不(?:予)?受理|不(?:予)?受理匿名/u.test(text) ? { anonymous: 'refused' as const } : /匿名[^。;]{0,16}线索/u.test(text) ? { anonymous: 'lead' as const } : {}),
    ...(/保密|不得泄露/u.test(text) && /异议|举报|反映/u.test(text) ? { confidential: true } : {}), ...decided(text),
  }
}
const objects = /异议|反映(?:情况|问题|意见)|举报/u
const corrects = /(?:姓名|单位名称|个人信息|信息|文字|排序)[^。;]{0,10}(?:更正|勘误|有误|错误)/u

export const recogniseObjections = (page: Page): Found<Objection>[] => (['objection', 'correction'] as const).flatMap((track): Found<Objection>[] => {
  // What follows a semicolon is still said of it: 异议以书面方式提出;匿名的不受理.
  let goesOn = false
  const told = page.sentences.flatMap((s): { s: Sentence; part: Part }[] => {
    const on = goesOn && !(track === 'correction' ? objects : corrects).test(s.text)
    goesOn = false
    if (!on && (!(track === 'correction' ? corrects : objects).test(s.text) || (track === 'objection' && corrects.test(s.text)) || /无异议/u.test(s.text) && !/提出/u.test(s.text))) return []
    const part = objectionIn(s.text)
    goesOn = s.text.endsWith(';') && (on || part.ways !== undefined)
    return Object.keys(part).length === 0 ? [] : [{ s, part }]
  })
  const first = told[0]
  return first === undefined ? [] : [{ value: { kind: 'objection', id: track, ...(track === 'correction' ? { track } : {}), ...told.reduceRight<Part>((all, t) => ({ ...all, ...t.part }), {}) }, from: first.s.from, to: first.s.to }]
})

type Sanction = RuleDraft<'sanction'>
const measures = [['cancel', /取消|撤销|一票否决/u], ['certificateBack', /(?:收回|追回)[^,。;]{0,10}(?:证书|奖牌|证章)/u], ['moneyBack', /(?:收回|追回)[^,。;]{0,14}(?:奖金|奖励)/u], ['barred', /年内(?:不得|不予|不再|停止|取消)|终身不得/u], ['madeKnown', /通报/u], ['passedOn', /移送|移交/u]] as const
const breach = /(?:弄虚作假|隐瞒[一-鿿]{0,6}|伪造[一-鿿]{0,6}|剽窃|抄袭|徇私舞弊|泄露[一-鿿]{0,8}|拉票[一-鿿]{0,4}|违反[一-鿿]{2,8}|打招呼)/u
export const recogniseSanctions = (page: Page): Found<Sanction>[] => page.sentences.flatMap((s): Found<Sanction>[] => {
  const m = breach.exec(s.text)
  if (m === null) return []
  const own = measures.filter(([, w]) => w.test(s.text.slice(m.index))).map(([k]) => k)
  if (own.length === 0) return []
  const years = new RegExp(`(${numberPattern}) ?年内`, 'u').exec(s.text)
  const before = s.text.slice(0, m.index + m[0].length)
  return [{ value: { kind: 'sanction', of: /推荐单位|提名单位|申报单位/u.test(before) ? 'nominator' : /评委|评审专家/u.test(before) ? 'juror' : /工作人员/u.test(before) ? 'staff' : 'candidate', breach: asWritten(m[0].replace(/的$/u, '')), measures: own, ...(own.includes('barred') ? { years: years === null ? null : numberOf(years[1] ?? '') ?? null } : {}) }, from: s.from + m.index, to: s.to }]
})

const mend = /(?:限期|及时)?(?:补正|补充完善|补齐)/u
export const recogniseCorrections = (page: Page): Found<RuleDraft<'correction'>>[] => page.sentences.flatMap((s): Found<RuleDraft<'correction'>>[] => {
  const [m, time] = [mend.exec(s.text), within(s.text)]
  if (m === null || time === undefined) return []
  const times = new RegExp(`(?:限|不超过|最多|仅限|可补正) ?(${numberPattern}) ?次`, 'u').exec(s.text)
  return [{ value: { kind: 'correction', id: 'correction', ...time, ...(times === null ? {} : { times: numberOf(times[1] ?? '') ?? 1 }) }, from: s.from, to: s.to }]
}).slice(0, 1)

export const recognisePrizes = (page: Page): Found<RuleDraft<'prize'>>[] => page.sentences.flatMap((s): Found<RuleDraft<'prize'>>[] => {
  const honour = /精神奖励为主|以精神奖励为主/u.test(s.text)
  const money = /奖(?:金|励)(?:人民币)?(?:为|不超过)? ?(\d+(?:\.\d+)?) ?(万)?元/u.exec(s.text)
  if (!honour && money === null) return []
  const gives = /(?:颁发|授予|发给)([^,。;]{2,24})/u.exec(s.text)
  return [{ value: { kind: 'prize', id: 'prize', ...(gives === null ? {} : { gives: asWritten(`颁发${gives[1] ?? ''}`) }), ...(honour ? { mainlyHonour: true } : {}), ...(money === null ? {} : { maxYuan: Math.round(Number(money[1]) * (money[2] === undefined ? 1 : 10_000)) }) }, from: s.from, to: s.to }]
}).slice(0, 1)
