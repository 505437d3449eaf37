/** What a unit of the demo answers to the rules themselves. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { addDays, dayOf, type Instant } from '#core/kernel/instant'
import type { Answers } from '#core/nomination/form'
import { asksOf } from '#core/nomination/asks'
import { isAppraised } from '#core/rules/step-record'
import type { DemoNominee } from './people/nominee'
import { chance } from './samples/chance'

/** Records by the step that they are of, as the shipped definitions call it; one that no definition names gets the last. */
const records: Readonly<Record<string, readonly string[]>> = {
  'step-symposium': ['在人选所在单位会议室召开，逐项讲了事迹来源，到会同志一致同意。', '座谈一个半小时，同事各讲一件亲历的事，本人核对了材料，无不同意见。'],
  'step-talks': ['个别谈话五人，核对原始记录和奖项证书，所填内容属实。', '与科室同事和服务对象分别谈话，事迹中的数字逐条对过台账，属实。'],
  'step-democratic': ['单位会议研究，到会九人，同意九人，形成纪要存档。', '学术部门先行评议，班子会议表决，到会七人全部同意。'],
  'step-internal-notice': ['院内公告栏和内网公示五个工作日，无异议，记录存档。', '张榜五个工作日，收到询问一件，已当面答复，无异议。'],
}
/** Who looks a dossier through for secrets; invented, as all names here. */
const reviewers = ['邢守默', '许慎之', '毕言谨'] as const
const otherwise = ['按要求办理，记录存档。'] as const

/** A meeting first, then a week on the wall, over before it is sent. */
const told = (s: ResolvedRule<'procedureStep'>, today: string, day: string, c: ReturnType<typeof chance>) => {
  if (s.record?.meeting !== undefined) { const present = c.int(7, 9); return { day: addDays(today, -12), place: '党委会议室', entitled: '9', present: String(present), inFavour: String(present), against: '0', abstained: '0' } }
  return s.record?.notice === true ? { day: addDays(today, -10), to: addDays(today, -3), place: '院内公告栏和内网', objected: 'no' as const } : { day }
}

/** Complete, without a warning. Steps were taken in the two days before an instant of product time. */
export const answersFor = (definition: ResolvedDefinition, person: DemoNominee, at: Instant) => {
  const c = chance(`answers ${String(person.fields['idNumber'])}`)
  const day = addDays(dayOf(at), -c.int(1, 2))
  return {
    exclusions: Object.fromEntries(rulesOf(definition, 'exclusion').map((x) => [x.id, { applies: false, reason: '' }])),
    declarations: Object.fromEntries(rulesOf(definition, 'declaration').filter((d) => d.by === 'clerk').map((d) => [d.id, true])),
    reviews: Object.fromEntries(rulesOf(definition, 'declaration').filter((d) => d.secrecyReview === true).map((d) => [d.id, { name: c.pick(reviewers), post: '保密工作负责人（示例）', day }])),
    steps: Object.fromEntries(rulesOf(definition, 'procedureStep').filter((s) => !isAppraised(s)).map((s) => [s.id, { ...told(s, dayOf(at), day, c), note: c.pick(records[s.id] ?? otherwise), attended: s.attendance.map((a) => a.id), absentReason: '' }])),
    // The demo's candidates come by their units: whatever the rules ask of others is answered no.
    properties: Object.fromEntries(asksOf(definition).filter((a) => a.type === 'yesNo').map((a) => [a.id, false])),
  } satisfies Answers
}
