/** An office with units and a jury, set up through the product's own operations. */
import { importOrganisations, inviteAccount } from '#contract/operations/organisations'
import { createCampaign, listTemplates } from '#contract/operations/campaigns'
import { setUp } from '#contract/operations/sign-in'
import { formJury } from '#contract/operations/jury'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { StatedRule } from '#core/rules/rule'
import { provincialPlan } from './campaign-plan'
import type { Installation } from './installation'
import { issue } from './issue'
import { Person } from './person'

export interface Unit { readonly code: string; readonly clerk: Person; readonly approver: Person }
export interface Office { readonly office: Person; readonly second: Person; readonly units: Unit[]; readonly templates: Map<string, ResolvedDefinition> }

export const unitSheet = (count: number): string => ['单位代码,单位名称,类型,上级代码,经办人姓名,经办人账号,审核人姓名,审核人账号',
  ...Array.from({ length: count }, (_, i) => `U${i + 1},示例单位${i + 1},hospital,,经办${i + 1},clerk${i + 1},审核${i + 1},approver${i + 1}`)].join('\n')

export const openOffice = async (at: Pick<Installation, 'origin' | 'services'>, unitCount: number): Promise<Office> => {
  const office = new Person(at.origin, 'office')
  await office.ask(setUp, { body: { key: at.services.setUpKey!, organisation: { name: '云川省医学会（示例）', nameEn: 'Yunchuan Medical Association (sample)' }, person: { name: '郑一帆', login: 'zheng', password: 'a long password 1' } } })
  await office.setUpSecondFactor()
  const { activations } = await office.ask(importOrganisations, { body: { fileName: 'units.csv', base64: Buffer.from(unitSheet(unitCount)).toString('base64'), refusedSeen: 0 } })
  const codeOf = (login: string) => activations.find((a) => a.login === login)!.code
  const units: Unit[] = []
  for (let i = 1; i <= unitCount; i++) units.push({ code: `U${i}`, clerk: await new Person(at.origin, `clerk${i}`).activate(codeOf(`clerk${i}`)), approver: await new Person(at.origin, `approver${i}`).activate(codeOf(`approver${i}`)) })
  const invited = await office.ask(inviteAccount, { body: { personName: '何青', login: 'heqing', role: 'office' } })
  const second = await new Person(at.origin, 'second').activate(invited.code)
  const { templates } = await office.ask(listTemplates)
  return { office, second, units, templates: new Map(templates.map((t) => [t.id, t.definition])) }
}

export const openProvincial = async (at: Pick<Installation, 'now'>, o: Office, change?: (rules: StatedRule[]) => StatedRule[], appraisal = false): Promise<string> => {
  const { campaignId } = await o.office.ask(createCampaign, { body: provincialPlan(o.templates.get('lnma-2021')!, await at.now(), change, appraisal) })
  await issue(o.second, campaignId)
  return campaignId
}

export const inviteJury = async (at: Installation, o: Office, campaignId: string, count: number): Promise<{ jurors: Person[]; jurorIds: string[]; secretary: Person }> => {
  const jurors: Person[] = []
  const jurorIds: string[] = []
  for (let i = 1; i <= count; i++) {
    const made = await o.office.ask(inviteAccount, { body: { personName: `评委${i}`, login: `juror${i}`, role: 'juror', unitName: `外单位${i}（示例）`, fieldOfWork: '急诊医学' } })
    jurors.push(await new Person(at.origin, `juror${i}`).activate(made.code))
    jurorIds.push(made.accountId)
  }
  const s = await o.office.ask(inviteAccount, { body: { personName: '苏怀瑾', login: 'su', role: 'jurySecretary' } })
  await o.office.ask(formJury, { params: { campaignId }, body: { jurorIds, secretaryId: s.accountId } })
  return { jurors, jurorIds, secretary: await new Person(at.origin, 'secretary').activate(s.code) }
}
