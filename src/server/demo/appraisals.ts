/** 考核调研 of the demo: held as units hold it, with invented people; here and there a post that does not exist at that workplace. */
import { closeAppraisalCommand, confirmAbsenceCommand, saveAppraisalCommand } from '../commands/hold-appraisal'
import { readAppraisalQuery } from '../queries/appraisal'
import type { Services } from '../services'
import type { Contents, SentItem } from '#core/appraisal/record'
import { appraisalSteps } from '#core/appraisal/steps'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { addDays, dayOf, type Instant } from '#core/kernel/instant'
import type { RecordedStep } from '#core/rules/step-record'
import { newId } from '../ids'
import { act, type DemoActor } from './actors'
import { personName } from './people/names'
import type { DemoNominee } from './people/nominee'
import { chance, type Chance } from './samples/chance'

const posts: Readonly<Record<string, string>> = { 'party-leader': '党委副书记', 'discipline-head': '纪委书记', 'department-head': '科室主任', 'colleague-1': '主治医师', 'colleague-2': '主管护师', candidate: '' }
const minutes = ['会上逐项讲了事迹的来源，科室同志各讲一件亲历的事，本人核对了材料，到会同志一致同意推荐（示例）。', '先由科室介绍工作，再由同事谈看法，纪检部门说明没有收到反映，最后由本人补充，没有不同意见（示例）。'] as const
const said = ['共事多年，遇到急难总在前面，推荐表写的几件事我都在场（示例）。', '做人踏实，带新人有耐心，数字以科里的登记本为准，对得上（示例）。', '获奖证书和年度考核我都看过，属实（示例）。'] as const
const seen = ['人事档案', '身份证、职称证书原件', '科室工作登记本', '获奖证书原件', '年度考核表'] as const
const noPost = '本单位不设纪检部门，纪检工作由上级主管部门派驻，座谈会由其书面说明（示例）'

const someone = (c: Chance): string => personName(`at work ${c.int(0, 1e9)}`, c.next() < 0.5 ? 'female' : 'male').name

const itemsOf = (s: RecordedStep, person: DemoNominee, day: string, c: Chance): SentItem[] => {
  const [lead, second] = [someone(c), someone(c)]
  const seat = (id: string): Contents['seat'] => (id === 'discipline-head' && c.int(1, 7) === 1 ? { presence: 'none', name: '', post: '', reason: noPost } : { presence: c.int(1, 8) === 1 && id !== 'candidate' ? 'video' : 'room', name: id === 'candidate' ? person.name : someone(c), post: posts[id] ?? '', reason: '' })
  return [
    ...(s.record?.visit === true ? [{ kind: 'visit' as const, step: s.id, key: newId(), content: { day, where: String(person.fields['employer'] ?? ''), who: `${lead}、${second}`, purpose: '座谈、个别谈话、核实材料' } }] : []),
    ...(s.record?.symposium === undefined ? [] : [{ kind: 'symposium' as const, step: s.id, key: '', content: { day, where: `${c.pick(['二', '三', '五'])}楼会议室`, host: lead, recorder: second, minutes: c.pick(minutes) } }, ...s.attendance.map((a) => ({ kind: 'seat' as const, step: s.id, key: a.id, content: seat(a.id) }))]),
    ...Array.from({ length: s.record?.talks === undefined ? 0 : Math.max(s.record.talks.least, c.int(1, 3)) }, () => ({ kind: 'talk' as const, step: s.id, key: newId(), content: { name: someone(c), relation: c.pick(['同科室同事', '科室主任', '带教过的医生', '服务对象']), day, by: lead, presence: 'room' as const, words: c.pick(said) } })),
  ]
}

/** Visited the day before; every fact verified; closed. Nothing where the definition asks for none. */
export const holdAppraisal = async (services: Services, clerk: DemoActor, nominationId: string, definition: ResolvedDefinition, person: DemoNominee, at: Instant): Promise<void> => {
  const steps = appraisalSteps(definition)
  if (steps.length === 0) return
  const c = chance(`appraisal ${String(person.fields['idNumber'])}`)
  const day = addDays(dayOf(at), -1)
  const params = { nominationId }
  const save = (items: readonly SentItem[]) => act(services, clerk, saveAppraisalCommand, { params, body: { items: items.map((item) => ({ version: 0, item })) } })
  await save([...steps.flatMap((s) => itemsOf(s, person, day, c)), { kind: 'conclusion', step: '', key: '', content: { text: '经考核调研，所填信息和事迹材料真实，群众基础好，同意推荐（示例）。' } }])
  const { appraisals } = await act(services, clerk, readAppraisalQuery, { params })
  const facts = appraisals.find((a) => a.owner === 'unit')!.facts
  await save(facts.map((f) => ({ kind: 'verdict', step: f.step, key: f.key, content: { mark: f.mark, verdict: 'true', source: 'document', from: c.pick(seen), note: '' } })))
  await act(services, clerk, closeAppraisalCommand, { params, body: { closed: true } })
}

/** The approver has read why there is no such post. */
export const confirmAbsences = async (services: Services, approver: DemoActor, nominationId: string): Promise<void> => {
  const { appraisals } = await act(services, approver, readAppraisalQuery, { params: { nominationId } })
  const open = appraisals.flatMap((a) => (a.may.includes('confirm') ? a.items.filter((i) => i.kind === 'seat' && i.content['presence'] === 'none' && i.confirmed === null) : []))
  for (const i of open) await act(services, approver, confirmAbsenceCommand, { params: { nominationId }, body: { step: i.step, role: i.key, version: i.version, confirmed: true } })
}
