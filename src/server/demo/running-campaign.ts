/** The campaign a visitor plays: units in every state, the deadline three days off. */
import { isIssuedElsewhere, officeToAsk } from '#core/appraisal/opinion-request'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import { addAttachmentCommand } from '../commands/add-attachment'
import { askOpinionCommand } from '../commands/ask-opinion'
import { setCountsCommand } from '../commands/describe-unit'
import { acceptNominationCommand, rejectNominationCommand, returnNominationCommand } from '../commands/screen-nomination'
import { acknowledgeNoticeCommand, openNoticeCommand, sendRoundCommand } from '../commands/mobilise'
import { previewRoundQuery } from '../queries/mobilisation'
import { withdrawNominationCommand } from '../commands/submit-nomination'
import { listSent } from '../store/nominations'
import { giveConsentCommand, issueCodeCommand, redeemCodeCommand } from '../commands/candidate'
import { keepCard } from '../store/demo-cards'
import { act, actorOf, setClock, type DemoActor } from './actors'
import { openCampaign, type OpenCampaign, type Stage } from './nominating'
import { enterForUnit } from './entered-for-unit'
import { demoNominee, firstYear, type DemoNominee } from './people/nominee'
import type { DemoUnit } from './people/units'
import { paperIn } from './paper-in'
import type { Plan } from './plans'
import { tellTheOffice } from './publicity'
import { wordDocument } from './samples/office-files'
import type { Stamped } from './stamped-forms'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

/** How far a unit has come: n nothing done, e nothing done itself, its paper entered by the office, o looked at, k acknowledged, d drafting, a with the approver, s submitted (each third is accepted), r returned, x rejected, w withdrawn. */
const steps = [...'ssdassdadssnosdarssdsaosdssnxsadrssokdssawsdsresadsskdssasnds']

export const running = async (stage: Stage, plan: Plan, opens: number, now: number): Promise<void> => {
  const { services, cast } = stage
  const campaign = await openCampaign(stage, plan, opens)
  for (const [i, unit] of cast.units.entries()) {
    const step = steps[i] ?? 'n'
    if (step === 'n') continue
    const at = Math.min(opens + (2 + (i % 9)) * DAY + (i % 7) * HOUR, now - 6 * HOUR + i * MINUTE)
    await setClock(services, at)
    if (step === 'e') {
      await enterForUnit(stage, campaign, unit, demoNominee(firstYear, unit, i + 1), at)
      continue
    }
    const clerk = await cast.clerk(unit)
    await act(services, clerk, step === 'o' ? openNoticeCommand : acknowledgeNoticeCommand, { params: { campaignId: campaign.campaignId } })
    if (step !== 'o' && step !== 'k') await unitWorks(stage, campaign, unit, clerk, step, now, i)
  }
  await besides(stage, campaign.campaignId, opens + 3 * HOUR)
  await received(stage, campaign.campaignId, campaign.definition, now)
  await remind(stage, campaign.campaignId, now - 30 * HOUR)
  await tellTheOffice(stage, campaign.campaignId, cast.units.find((u) => u.code === 'C0200')!, now)
}

/** What the office did beside the definition: a leaflet after the first calls, and what some units count, as a list of units would tell it. */
const besides = async ({ services, cast }: Stage, campaignId: string, at: number): Promise<void> => {
  await setClock(services, at)
  const leaflet = await wordDocument('填报说明', { title: '填报说明（示例）', rows: [['证件照', '白底也可以先上传，系统会逐项提示怎样改'], ['盖章件', '扫描成一个 PDF，公章清晰完整'], ['报送', '经办人填好后送审签，审核人报送']] })
  await act(services, cast.office, addAttachmentCommand, { params: { campaignId }, body: { title: '填报说明', titleEn: 'How to fill in the form', name: '填报说明.docx', base64: leaflet.toString('base64'), reason: '各单位来电较多，补发填报说明（示例）' } })
  for (const [i, unit] of cast.units.slice(0, 3).entries()) {
    const { id } = (await services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = $1`, [unit.code]))!
    await act(services, cast.office, setCountsCommand, { body: { organisationId: id, counts: { 会员: 420 - 130 * i }, properties: i === 0 ? ['已建科协'] : [], read: { counts: {}, properties: [] } } })
  }
}

/** The office looked at the reminders and sent them: those who still do nothing can be reminded again by a visitor. */
const remind = async ({ services, cast }: Stage, campaignId: string, at: number): Promise<void> => {
  await setClock(services, at)
  const { hash, letters } = await act(services, cast.office, previewRoundQuery, { params: { campaignId } })
  if (letters.length > 0) await act(services, cast.office, sendRoundCommand, { params: { campaignId }, body: { hash } })
}

/** The unit that sends a file with a marking, for the office to see what is done about it. */
const MARKED = 8
const sendMarked = async ({ dossiers }: Stage, definition: ResolvedDefinition, clerk: DemoActor, id: string): Promise<void> => {
  const rule = rulesOf(definition, 'material').find((m) => m.file.type === 'document' && !m.file.stamped && m.file.formats.includes('docx'))
  if (rule !== undefined) await dossiers.sendFile(clerk, id, rule.id, '技术总结.docx', await wordDocument('marked', { title: '某装置技术总结（示例）', rows: [['密级', '秘密★5年'], ['内容', '示例，没有真实内容']] }))
}

/** The unit whose candidate fills in the own part, for a visitor to go on as the candidate. */
const BY_CODE = 14
const byCode = async ({ services }: Stage, clerk: DemoActor, nominationId: string): Promise<void> => {
  const { code } = await act(services, clerk, issueCodeCommand, { params: { nominationId } })
  const { login } = await act(services, null, redeemCodeCommand, { body: { code, password: `demo ${Math.random()} only by card` } })
  const candidate = await actorOf(services, login)
  await act(services, candidate, giveConsentCommand, { params: { nominationId }, body: { kind: 'data', given: true } })
  await keepCard(services.db, 35, { card: 'candidate', about: { zh: '凭推荐码填自己的部分，逐项同意，交回单位；手机就够', en: 'Fills in the own part by a code, consents one by one, gives it back; a phone is enough' }, path: '/me', membershipId: candidate.membershipId })
}

const unitWorks = async (stage: Stage, campaign: OpenCampaign, unit: DemoUnit, clerk: DemoActor, step: string, now: number, i: number): Promise<void> => {
  const { services, cast, dossiers } = stage
  const { campaignId, definition } = campaign
  const person = demoNominee(firstYear, unit, i + 1)
  const id = await dossiers.begin(clerk, campaignId, person)
  if (step === 'd' && unit.code === 'C0200') {
    const opinion = rulesOf(definition, 'material').find((m) => m.group === 'stamped' && isIssuedElsewhere(m))!
    await dossiers.fill(clerk, id, definition, person, 0.7, opinion.id)
    return askForOpinion(stage, opinion, clerk, id, person, now)
  }
  if (step === 'd') {
    await dossiers.fill(clerk, id, definition, person, 0.25 + (i % 5) * 0.12)
    return i === MARKED ? sendMarked(stage, definition, clerk, id) : i === BY_CODE ? byCode(stage, clerk, id) : undefined
  }
  await dossiers.fill(clerk, id, definition, person)
  await paperOf(stage, definition, clerk, id, unit, i)
  await dossiers.send(clerk, id)
  if (step === 'a') return
  await dossiers.submit(await cast.approver(unit), id, definition)
  if (step === 's' && i % 3 !== 0) return
  await setClock(services, now - 5 * HOUR + i * MINUTE)
  await screen(stage, campaign, id, await cast.approver(unit), step, now)
}

/** 请纪检部门出具: the link is out and not answered yet; a visitor can make a new one and open it. */
const askForOpinion = async ({ services }: Stage, rule: ResolvedRule<'material'>, clerk: DemoActor, nominationId: string, person: DemoNominee, now: number): Promise<void> => {
  await act(services, clerk, askOpinionCommand, { params: { nominationId }, body: { materialId: rule.id, office: officeToAsk(rule, person.fields), contact: { name: '林知行（示例）', phone: '', email: '' }, answerBy: addDays(dayOf(now), 2) } })
}

/** Units whose own scan of the printed form is in the demo: how it was sealed and scanned, and whether the form was changed afterwards. */
const scanned: Readonly<Record<number, Stamped & { readonly changed?: true }>> = { 0: { wear: [] }, 1: { wear: ['upsideDown'] }, 4: { wear: [], beside: true }, 5: { wear: [], changed: true } }

const paperOf = async ({ dossiers }: Stage, definition: ResolvedDefinition, clerk: DemoActor, id: string, unit: DemoUnit, i: number): Promise<void> => {
  const scan = scanned[i]
  if (scan === undefined) return
  await dossiers.stamp(clerk, id, definition, unit.name, scan)
  // Sealed first and changed afterwards: the paper is of an old version.
  if (scan.changed) await dossiers.reword(clerk, id, 'unitOpinion', (text) => `${text.slice(0, 200).replace(/。$/, '')}，情况属实。`)
}

/** What came by post: of one nomination all, of another the form alone. */
const received = async (stage: Stage, campaignId: string, definition: ResolvedDefinition, now: number): Promise<void> => {
  await setClock(stage.services, now - 4 * HOUR)
  const [whole, part] = (await listSent(stage.services.db, campaignId)).filter((n) => n.state === 'accepted')
  if (whole !== undefined) await paperIn(stage, campaignId, definition, whole.id)
  if (part !== undefined) await paperIn(stage, campaignId, definition, part.id, 1)
}

const screen = async ({ services, cast }: Stage, { campaignId }: { campaignId: string; definition: ResolvedDefinition }, nominationId: string, approver: DemoActor, step: string, now: number): Promise<void> => {
  const version = (await listSent(services.db, campaignId)).find((n) => n.id === nominationId)!.version
  const params = { nominationId }
  if (step === 's') await act(services, cast.office, acceptNominationCommand, { params, body: { version, note: '', still: true } })
  if (step === 'r') await act(services, cast.office, returnNominationCommand, { params, body: { version, until: startOfDay(addDays(dayOf(now), 3)), note: '', points: [{ what: '廉政意见第 1 页的公章不清楚，请重新扫描', at: '廉政意见（盖章 PDF）', clause: '四、1', code: 'paper.noSeal', material: 'integrity-opinion-stamped', field: '' }, { what: '主要事迹第二段的数字与附件不一致，请核对', at: '主要事迹', clause: '四、1', code: '', material: '', field: 'deeds' }] } })
  if (step === 'x') await act(services, cast.office, rejectNominationCommand, { params, body: { version, ruleId: 'exclude-bureau-level', note: '人选现任职务在排除范围之内（示例）。' } })
  if (step === 'w') await act(services, approver, withdrawNominationCommand, { params, body: { note: '' } })
}
