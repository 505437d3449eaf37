/** A tree of five levels in one installation: nation, province, association, city, unit; an office at each level but the last. */
import { importOrganisations, inviteAccount, listOrganisations } from '#contract/operations/organisations'
import { createCampaign, listTemplates, readCampaign } from '#contract/operations/campaigns'
import { confirmAmendment, forwardCampaign, listJobs, proposeAmendment, readForwardable } from '#contract/operations/cascade'
import { setUp } from '#contract/operations/sign-in'
import type { BodyInOf } from '#contract/operation'
import { dayOf, addDays } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { setTimeout as pause } from 'node:timers/promises'
import { provincialPlan } from './campaign-plan'
import type { Installation } from './installation'
import { issue } from './issue'
import { Person } from './person'

export interface Seat { readonly organisationId: string; readonly office: Person; readonly second: Person }
export interface Tree { readonly nation: Seat; readonly province: Seat; readonly other: Seat; readonly association: Seat; readonly city: Seat; readonly unitId: string; readonly clerk: Person; readonly approver: Person; /** Of the other unit. */ readonly otherClerk: Person }

const heading = '单位代码,单位名称,类型,上级代码,经办人姓名,经办人账号,审核人姓名,审核人账号'
const sheet = [heading, 'P1,云川省科协（示例）,office,,,,,', 'P2,海东省科协（示例）,office,,,,,', 'A1,云川省医学会（示例）,society,P1,,,,', 'C1,云岭市医学会（示例）,society,A1,,,,', 'U1,云岭市第一医院（示例）,hospital,C1,经办一,clerk1,审核一,approver1', 'U2,云岭市第二医院（示例）,hospital,C1,经办二,clerk2,审核二,approver2'].join('\n')

export const openTree = async (at: Pick<Installation, 'origin' | 'services'>): Promise<Tree> => {
  const office = new Person(at.origin, 'nation')
  await office.ask(setUp, { body: { key: at.services.setUpKey!, organisation: { name: '全国学会（示例）', nameEn: 'National Society (sample)' }, person: { name: '郑一帆', login: 'zheng', password: 'a long password 1' } } })
  await office.setUpSecondFactor()
  const { activations } = await office.ask(importOrganisations, { body: { fileName: 'units.csv', base64: Buffer.from(sheet).toString('base64'), refusedSeen: 0 } })
  const { organisations } = await office.ask(listOrganisations)
  const idOf = (code: string) => organisations.find((o) => o.code === code)!.id
  const person = async (inviter: Person, login: string, name: string, organisationId?: string) =>
    new Person(at.origin, login).activate((await inviter.ask(inviteAccount, { body: { personName: name, login, role: 'office', ...(organisationId !== undefined && { organisationId }) } })).code)
  const seat = async (code: string, above: Person): Promise<Seat> => {
    const first = await person(above, `${code.toLowerCase()}-office`, `${code}办公室甲`, idOf(code))
    return { organisationId: idOf(code), office: first, second: await person(first, `${code.toLowerCase()}-second`, `${code}办公室乙`) }
  }
  const codeOf = (login: string) => activations.find((a) => a.login === login)!.code
  const rootId = (await at.services.db.row<{ id: string }>(`SELECT organisation_id AS id FROM installation`))!.id
  const nation = { organisationId: rootId, office, second: await person(office, 'zheng-second', '何青') }
  const province = await seat('P1', office)
  const association = await seat('A1', province.office)
  const city = await seat('C1', association.office)
  return { nation, province, other: await seat('P2', office), association, city, unitId: idOf('U1'), clerk: await new Person(at.origin, 'clerk1').activate(codeOf('clerk1')), approver: await new Person(at.origin, 'approver1').activate(codeOf('approver1')), otherClerk: await new Person(at.origin, 'clerk2').activate(codeOf('clerk2')) }
}

export type Overlay = BodyInOf<typeof forwardCampaign>
const words = (zh: string) => ({ zh, en: zh })
export const decision = (why: string, day = '2026-11-21') => ({ kind: 'office decision', reason: words(why), date: day })
export const deadlineRule = (day: string, why = '本级通知（示例）') => ({ id: 'deadline', kind: 'deadline', day, time: null, dayIncluded: true, basis: decision(why) })
export const dutyRule = (id: string) => ({ id, kind: 'duty', subject: 'report', text: words('每周报送进度（示例）'), basis: decision('便于调度（示例）') })

export const overlayOf = (now: number, issuer: string, rules: readonly object[]): Overlay => ({
  year: Number(dayOf(now).slice(0, 4)), name: words('最美科技工作者活动（示例）'), award: words('最美科技工作者（示例）'),
  notice: { title: `${issuer}转发通知`, number: '', date: dayOf(now), hosts: [words(issuer)] }, rules: rules as never, contact: { person: '', phone: '', email: '', address: '' },
})

/** The national campaign, open: closes in 20 days. */
export const openNational = async (at: Pick<Installation, 'now'>, t: Tree, change: (rules: StatedRule[]) => StatedRule[] = (r) => r): Promise<string> => {
  const { templates } = await t.nation.office.ask(listTemplates)
  const now = await at.now()
  const later = (rules: StatedRule[]) => change(rules.map((r) => (r.kind === 'deadline' ? { ...r, day: addDays(dayOf(now), 20) } : r)))
  const { campaignId } = await t.nation.office.ask(createCampaign, { body: { ...provincialPlan(templates.find((x) => x.id === 'lnma-2021')!.definition, now, later), level: 'national' } })
  await issue(t.nation.second, campaignId)
  return campaignId
}

/** Forwards and opens; days before the national end. */
export const forwardOpen = async (at: Pick<Installation, 'now'>, from: string, seat: Seat, inDays: number, more: readonly object[] = []): Promise<string> => {
  const now = await at.now()
  const { campaignId } = await seat.office.ask(forwardCampaign, { params: { campaignId: from }, body: overlayOf(now, seat.office.name, [deadlineRule(addDays(dayOf(now), inDays)), ...more]) })
  await issue(seat.second, campaignId)
  return campaignId
}

export const amend = async (seat: Seat, campaignId: string, rules: readonly object[], removed: readonly string[] = []): Promise<{ amendmentId: string; jobId: string | null }> => {
  const { definition } = await seat.office.ask(readCampaign, { params: { campaignId } })
  const { amendmentId } = await seat.office.ask(proposeAmendment, { params: { campaignId }, body: { read: definition.hash, rules: rules as never, removed: [...removed], reason: '按上级要求修订（示例）' } })
  return { amendmentId, ...(await seat.second.ask(confirmAmendment, { params: { campaignId, amendmentId }, body: {} })) }
}

export const jobDone = async (office: Person, campaignId: string, jobId: string, patienceMs = 30_000): Promise<{ done: number; total: number }> => {
  for (const end = Date.now() + patienceMs; ;) {
    const job = (await office.ask(listJobs, { params: { campaignId } })).jobs.find((j) => j.id === jobId)!
    if (job.state === 'done') return { done: job.done, total: job.total }
    if (job.state === 'failed' || Date.now() > end) throw new Error(JSON.stringify(job))
    await pause(50)
  }
}
export const upperOf = (seat: Seat, campaignId: string) => seat.office.ask(readForwardable, { params: { campaignId } })
