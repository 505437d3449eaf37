/** 座谈会: held, told, and attended as prescribed. A post that does not exist at that workplace is absent by nature: it warns once the approver has confirmed why. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { sayDay, type CalendarDay } from '../kernel/instant'
import type { RecordedStep } from '../rules/step-record'
import { itemsOf, type AppraisalCase, type ItemOf } from './record'

interface Around { readonly today: CalendarDay | undefined; readonly by: 'clerk' | 'approver' }
type Role = RecordedStep['attendance'][number]

const at = (rule: RecordedStep) => ({ field: `step.${rule.id}` })
const say = (roles: readonly Role[]): Words => ({ zh: roles.map((r) => r.name.zh).join('、'), en: roles.map((r) => r.name.en).join(', ') })

export const judgeSymposium = (rule: RecordedStep, { items }: AppraisalCase, around: Around): Finding[] => {
  if (rule.record?.symposium === undefined) return []
  const seats = itemsOf(items, 'seat', rule.id)
  return [...held(rule, itemsOf(items, 'symposium', rule.id)[0], around), ...attended(rule, seats, around), ...there(rule, seats)]
}

const held = (rule: RecordedStep, s: ItemOf<'symposium'> | undefined, { today }: Around): Finding[] => {
  const c = s?.content
  const open = [[c?.day, '日期', 'its day'], [c?.where, '地点', 'its place'], [c?.host, '主持人', 'who led it'], [c?.minutes, '座谈记录', 'the minutes']].filter(([value]) => (value ?? '').trim() === '')
  if (open.length > 0) return [finding({ code: 'symposium.missing', rule, at: at(rule), what: [`“${rule.name.zh}”还没有写明${open.map((o) => o[1]).join('、')}`, `“${rule.name.en}” lacks ${open.map((o) => o[2]).join(', ')}`], mend: ['请照当时的情况填写。', 'Fill it in as it was.'] })]
  return today === undefined || c!.day <= today ? [] : [finding({ code: 'symposium.future', rule, at: at(rule), what: [`“${rule.name.zh}”的日期 ${sayDay(c!.day).zh} 还没有到`, `“${rule.name.en}” is dated ${sayDay(c!.day).en}, which is still to come`], mend: ['请核对日期；还没有开的，开了再填。', 'Check the day; if it was not held yet, fill it in once it was.'] })]
}

/** Each prescribed role: there, absent by nature and confirmed, or missing. */
const attended = (rule: RecordedStep, seats: readonly ItemOf<'seat'>[], { by }: Around): Finding[] => {
  const of = (role: Role) => seats.find((s) => s.key === role.id)
  const none = rule.attendance.filter((r) => of(r)?.content.presence === 'none')
  const missing = rule.attendance.filter((r) => of(r) === undefined)
  const silent = none.filter((r) => of(r)!.content.reason.trim() === '')
  const asked = none.filter((r) => !silent.includes(r) && of(r)!.confirmed !== true)
  const settled = none.filter((r) => of(r)!.confirmed === true && !silent.includes(r))
  const no = (code: string, roles: readonly Role[], what: (w: Words) => [string, string], mend: [string, string], strength = rule.strength): Finding[] => (roles.length === 0 ? [] : [finding({ code, strength, rule, at: at(rule), what: what(say(roles)), mend })])
  return [
    ...no('step.absent', missing, (w) => [`“${rule.name.zh}”应到未到：${w.zh}`, `“${rule.name.en}”: not attended by ${w.en}`], ['请补开；该单位没有这一职务的，标明“没有这一职务”并写理由，由审核人确认。', 'Hold it again; where there is no such post, mark it so with the reason, for the approver to confirm.']),
    ...no('step.absentSilent', silent, (w) => [`“${rule.name.zh}”标明没有这一职务、还没有写理由：${w.zh}`, `“${rule.name.en}”: marked as no such post, without a reason: ${w.en}`], ['请写明为什么没有，如单位不设纪检部门，由谁承担。', 'Say why there is none, and who does that work there.']),
    ...no('step.absentAsked', asked, (w) => [`“${rule.name.zh}”没有这一职务、等审核人确认：${w.zh}`, `“${rule.name.en}”: no such post, for the approver to confirm: ${w.en}`], ['请审核人在“考核调研”里看过理由后确认。', 'The approver reads the reason under “Appraisal” and confirms it.'], by === 'clerk' ? 'warn' : rule.strength),
    ...settled.flatMap((r) => no('step.absentExplained', [r], (w) => [`“${rule.name.zh}”该单位没有：${w.zh}（${of(r)!.content.reason.trim()}）`, `“${rule.name.en}”: no such post here: ${w.en} (${of(r)!.content.reason.trim()})`], ['审核人已确认。有上级派驻或由他人兼管的，也可请这位同志参加。', 'Confirmed by the approver. Where somebody seconded or another official does that work, that person may attend instead.'], 'warn')),
  ]
}

/** Whoever sits there has a name; one person is not two colleagues; by video only where that counts. */
const there = (rule: RecordedStep, seats: readonly ItemOf<'seat'>[]): Finding[] => {
  const roleOf = (s: ItemOf<'seat'>): Words => rule.attendance.find((r) => r.id === s.key)?.name ?? { zh: s.content.post || '其他人员', en: s.content.post || 'somebody else' }
  const sitting = seats.filter((s) => s.content.presence !== 'none')
  const no = (code: string, own: readonly ItemOf<'seat'>[], what: (w: Words) => [string, string], mend: [string, string], strength = rule.strength): Finding[] => (own.length === 0 ? [] : [finding({ code, strength, rule, at: at(rule), what: what({ zh: own.map((s) => roleOf(s).zh).join('、'), en: own.map((s) => roleOf(s).en).join(', ') }), mend })])
  const twice = sitting.filter((s) => s.content.name.trim() !== '' && rule.attendance.some((r) => r.id === s.key) && sitting.some((o) => o !== s && rule.attendance.some((r) => r.id === o.key) && o.content.name.trim() === s.content.name.trim()))
  return [
    ...no('seat.nameless', sitting.filter((s) => s.content.name.trim() === ''), (w) => [`“${rule.name.zh}”没有写姓名：${w.zh}`, `“${rule.name.en}”: no name given for ${w.en}`], ['请填写到会的人。', 'Name whoever was there.']),
    ...no('seat.twice', twice, (w) => [`“${rule.name.zh}”同一个人占了几个席位：${w.zh}`, `“${rule.name.en}”: one person in several places: ${w.en}`], ['填错的请改正；确是一人兼任的，由审核人写明。', 'Correct it; where one person does hold both posts, the approver says so.'], 'warn'),
    ...no('seat.video', rule.record?.symposium?.remote === false ? sitting.filter((s) => s.content.presence === 'video' && rule.attendance.some((r) => r.id === s.key)) : [], (w) => [`“${rule.name.zh}”须到场参加，视频参加的不算：${w.zh}`, `“${rule.name.en}” is attended in person; by video does not count: ${w.en}`], ['请到场补开。', 'Hold it again in person.']),
  ]
}
