/** The campaign a visitor plays: units in every state, the deadline three days off. */
import type { ResolvedDefinition } from '#core/campaign/definition'
import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import { acceptNominationCommand, rejectNominationCommand, returnNominationCommand } from '../commands/screen-nomination'
import { acknowledgeNoticeCommand, openNoticeCommand, sendRoundCommand } from '../commands/mobilise'
import { previewRoundQuery } from '../queries/mobilisation'
import { withdrawNominationCommand } from '../commands/submit-nomination'
import { listSent } from '../store/nominations'
import { act, setClock, type DemoActor } from './actors'
import { openCampaign, type OpenCampaign, type Stage } from './nominating'
import { demoNominee, firstYear } from './people/nominee'
import type { DemoUnit } from './people/units'
import type { Plan } from './plans'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

/** How far a unit has come: n nothing done, o looked at, k acknowledged, d drafting, a with the approver, s submitted (each third is accepted), r returned, x rejected, w withdrawn. */
const steps = [...'ssdassdadssnosdarssdsaosdssnxsadrssokdssawsdsrnsadsskdssasnds']

export const running = async (stage: Stage, plan: Plan, opens: number, now: number): Promise<void> => {
  const { services, cast } = stage
  const campaign = await openCampaign(stage, plan, opens)
  for (const [i, unit] of cast.units.entries()) {
    const step = steps[i] ?? 'n'
    if (step === 'n') continue
    const clerk = await cast.clerk(unit)
    await setClock(services, Math.min(opens + (2 + (i % 9)) * DAY + (i % 7) * HOUR, now - 6 * HOUR + i * MINUTE))
    await act(services, clerk, step === 'o' ? openNoticeCommand : acknowledgeNoticeCommand, { params: { campaignId: campaign.campaignId } })
    if (step !== 'o' && step !== 'k') await unitWorks(stage, campaign, unit, clerk, step, now, i)
  }
  await remind(stage, campaign.campaignId, now - 30 * HOUR)
}

/** The office looked at the reminders and sent them: those who still do nothing can be reminded again by a visitor. */
const remind = async ({ services, cast }: Stage, campaignId: string, at: number): Promise<void> => {
  await setClock(services, at)
  const { hash, letters } = await act(services, cast.office, previewRoundQuery, { params: { campaignId } })
  if (letters.length > 0) await act(services, cast.office, sendRoundCommand, { params: { campaignId }, body: { hash } })
}

const unitWorks = async (stage: Stage, campaign: OpenCampaign, unit: DemoUnit, clerk: DemoActor, step: string, now: number, i: number): Promise<void> => {
  const { services, cast, dossiers } = stage
  const { campaignId, definition } = campaign
  const person = demoNominee(firstYear, unit, i + 1)
  const id = await dossiers.begin(clerk, campaignId, person)
  if (step === 'd') return dossiers.fill(clerk, id, definition, person, unit.code === 'C0200' ? 0.7 : 0.25 + (i % 5) * 0.12)
  await dossiers.fill(clerk, id, definition, person)
  await dossiers.send(clerk, id)
  if (step === 'a') return
  await dossiers.submit(await cast.approver(unit), id, definition)
  if (step === 's' && i % 3 !== 0) return
  await setClock(services, now - 5 * HOUR + i * MINUTE)
  await screen(stage, campaign, id, await cast.approver(unit), step, now)
}

const screen = async ({ services, cast }: Stage, { campaignId }: { campaignId: string; definition: ResolvedDefinition }, nominationId: string, approver: DemoActor, step: string, now: number): Promise<void> => {
  const version = (await listSent(services.db, campaignId)).find((n) => n.id === nominationId)!.version
  const params = { nominationId }
  if (step === 's') await act(services, cast.office, acceptNominationCommand, { params, body: { version, note: '' } })
  if (step === 'r') await act(services, cast.office, returnNominationCommand, { params, body: { version, until: startOfDay(addDays(dayOf(now), 3)), note: '', points: [{ what: '廉政意见第 1 页的公章不清楚，请重新扫描', at: '廉政意见（盖章 PDF）', clause: '四、1' }, { what: '主要事迹第二段的数字与附件不一致，请核对', at: '主要事迹', clause: '四、1' }] } })
  if (step === 'x') await act(services, cast.office, rejectNominationCommand, { params, body: { version, ruleId: 'exclude-bureau-level', note: '人选现任职务在排除范围之内（示例）。' } })
  if (step === 'w') await act(services, approver, withdrawNominationCommand, { params, body: { note: '' } })
}
