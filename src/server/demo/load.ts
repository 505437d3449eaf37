import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { inviteAccountCommand, setUpCommand } from '../commands/accounts'
import { giveHonoursCommand, startPublicNoticeCommand } from '../commands/announce'
import { createCampaignCommand, openCampaignCommand } from '../commands/campaigns'
import { importOrganisationsCommand } from '../commands/import-organisations'
import { castBallotCommand, closeRoundCommand, declareConflictsCommand, formJuryCommand, openRoundCommand } from '../commands/jury'
import { acceptNominationCommand, rejectNominationCommand, returnNominationCommand } from '../commands/screen-nomination'
import { withdrawNominationCommand } from '../commands/submit-nomination'
import { listTemplatesQuery } from '../queries/campaigns'
import { readAnnouncementQuery } from '../queries/announcement'
import { definitionOfCampaign } from '../store/campaigns'
import { keepCard } from '../store/demo-cards'
import { listSent } from '../store/nominations'
import { closeInspectors } from '../inspection/inspect-file'
import type { Services } from '../services'
import { act, actorOf, setClock, type DemoActor } from './actors'
import { deedFor } from './deeds'
import { Dossiers } from './dossiers'
import { pick, randomFrom } from './files/random'
import { demoUnits, sheetOf, type DemoUnit } from './names'
import { forwardedPlan, renewedPlan, type Plan } from './plans'
import type { SampleSet } from './sample-set'

const HOUR = 3_600_000
const DAY = 24 * HOUR
type Say = (text: string) => void

/** The people who act in the demo, as they sign in. */
interface Cast { readonly office: DemoActor; readonly second: DemoActor; readonly secretary: DemoActor; readonly supervisor: DemoActor; readonly jurors: DemoActor[]; readonly units: DemoUnit[]; clerk(unit: DemoUnit): Promise<DemoActor>; approver(unit: DemoUnit): Promise<DemoActor> }

/** Whether a demo is whole: a killed load leaves a half one, which is worse than none. */
export const demoIsLoaded = async (services: Services): Promise<boolean> => (await services.db.row<{ loaded: boolean }>(`SELECT demo_loaded_at IS NOT NULL AS loaded FROM installation`))!.loaded

/** Empties a demo installation, and only such a one. */
export const clearDemo = async (services: Services): Promise<void> => {
  if (!services.isDemo) throw new Error('only a demo is ever emptied')
  await services.db.rows(`TRUNCATE organisations, accounts, blobs, public_pages, ledger_heads, ledger_entries CASCADE`)
  await services.db.rows(`UPDATE installation SET set_up_at = NULL, organisation_id = NULL, clock_offset_ms = 0, demo_loaded_at = NULL`)
}

/** Loads the demo by running the product's own commands, the clock moved along; at the end product time is real time again. */
export const loadDemo = async (services: Services, samples: SampleSet, say: Say): Promise<void> => {
  const now = Date.now()
  const cast = await assemble(services, now)
  const templates = new Map((await act(services, cast.office, listTemplatesQuery, {})).templates.map((t) => [t.id, t.definition as ResolvedDefinition]))
  const dossiers = new Dossiers(services, samples)
  const day = (n: number) => addDays(dayOf(now), n)
  const at = (n: number, hour: number) => startOfDay(day(n)) + hour * HOUR
  say('活动一：往年荣誉 · campaign 1: honours given')
  await past(services, cast, dossiers, renewedPlan(templates, { zh: '云川最美医学工程师（示例）', en: 'Most Beautiful Medical Engineer of Yunchuan (sample)', number: '云医会字〔示例〕3号', places: 4 }, { opens: at(-70, 9), deadline: day(-50) }), { opens: at(-70, 9), works: at(-52, 10), screens: at(-45, 10), votes: at(-40, 14), announces: at(-38, 9), gives: at(-28, 9) }, 6)
  say('活动二：公示进行中 · campaign 2: public notice running')
  await past(services, cast, dossiers, forwardedPlan(templates, { zh: '云川基层科技之星（示例）', en: 'Grassroots Star of Science of Yunchuan (sample)', number: '云医会字〔示例〕8号', places: 5 }, { opens: at(-40, 9), deadline: day(-20) }), { opens: at(-40, 9), works: at(-22, 10), screens: at(-15, 10), votes: at(-8, 14), announces: Math.max(at(-1, 9), now - 30 * HOUR), gives: null }, 7)
  say('活动三：评审进行中 · campaign 3: the jury at work')
  await juryAtWork(services, cast, dossiers, renewedPlan(templates, { zh: '云川最美青年科技工作者（示例）', en: 'Most Beautiful Young Sci-Tech Worker of Yunchuan (sample)', number: '云医会字〔示例〕10号', places: 4 }, { opens: at(-30, 9), deadline: day(-10) }), { opens: at(-30, 9), works: at(-12, 10), screens: at(-5, 10), votes: at(-1, 9) })
  say('活动四：正在推荐 · campaign 4: nominations under way')
  await running(services, cast, dossiers, forwardedPlan(templates, { zh: '云川最美科技工作者（示例）', en: 'Most Beautiful Sci-Tech Worker of Yunchuan (sample)', number: '云医会字〔示例〕12号', places: 8 }, { opens: at(-14, 9), deadline: day(3) }), at(-14, 9), now)
  await setClock(services, Date.now())
  await services.db.rows(`UPDATE installation SET clock_offset_ms = 0, demo_loaded_at = clock_timestamp()`)
  await services.db.rows(`UPDATE public_pages SET stale_at = rendered_at`)
  closeInspectors()
}

const assemble = async (services: Services, now: number): Promise<Cast> => {
  await setClock(services, now - 80 * DAY)
  await act(services, null, setUpCommand, { body: { key: services.setUpKey ?? '', organisation: { name: '云川省医学会（示例）', nameEn: 'Yunchuan Medical Association (sample)', type: 'office' }, person: { name: '郑一帆', login: 'zheng', password: `demo ${Math.random()} only by card` } } })
  const office = await actorOf(services, 'zheng')
  const units = demoUnits()
  await act(services, office, importOrganisationsCommand, { body: { fileName: '单位名单（示例）.csv', base64: Buffer.from(sheetOf(units)).toString('base64'), refusedSeen: 0 } })
  const invite = async (personName: string, login: string, role: 'office' | 'juror' | 'jurySecretary' | 'supervisor', unitName = '', fieldOfWork = '') => {
    await act(services, office, inviteAccountCommand, { body: { personName, login, role, unitName, fieldOfWork } })
    return actorOf(services, login)
  }
  const second = await invite('何青', 'heqing', 'office')
  const secretary = await invite('苏怀瑾', 'suhuaijin', 'jurySecretary')
  const supervisor = await invite('程守正', 'chengshouzheng', 'supervisor')
  const names = ['谢长庚', '梅若谷', '卫青禾', '方见山', '尹知白', '于临渊', '纪若水', '洪云起', '邵之恒', '曾念远', '柳映雪']
  const jurors: DemoActor[] = []
  for (const [i, name] of names.entries()) jurors.push(await invite(name, `pw${i + 1}`, 'juror', pick(randomFrom(name), ['云川大学（示例）', '云川省科学院（示例）', '外省某医学院（示例）']), pick(randomFrom(`f${name}`), ['急诊医学', '公共卫生', '生物医学工程', '中医药', '护理学'])))
  const cast: Cast = { office, second, secretary, supervisor, jurors, units, clerk: (u) => actorOf(services, `jb.${u.code.toLowerCase()}`), approver: (u) => actorOf(services, `sh.${u.code.toLowerCase()}`) }
  await cards(services, cast)
  return cast
}

const cards = async (services: Services, cast: Cast): Promise<void> => {
  const unit = cast.units.find((u) => u.code === 'C0200')!
  const [clerk, approver] = [await cast.clerk(unit), await cast.approver(unit)]
  const list: [string, DemoActor, string, string, string][] = [
    ['office', cast.office, '发布活动、看进展、审材料、开评审、发公示', 'Opens campaigns, follows, screens, opens rounds, announces', '/office'],
    ['office-second', cast.second, '确认延长截止等须由第二人办的事', 'Confirms what a second person must confirm', '/office'],
    ['clerk', clerk, '填推荐表、传照片视频和盖章件', 'Fills in the form, uploads photos, videos, stamped scans', '/unit'],
    ['approver', approver, '一次看到全部问题，审签报送，拿回执', 'Sees every finding at once, seals, gets the receipt', '/unit'],
    ['juror', cast.jurors[2]!, '先申报回避，再看材料、投票；手机就够', 'Declares conflicts, reads, votes; a phone is enough', '/jury'],
    ['secretary', cast.secretary, '看到会和回避，封票计票', 'Sees attendance and recusals, closes and counts', '/jury'],
    ['supervisor', cast.supervisor, '看每一步台账，一键核验；什么也不能改', 'Reads every step, verifies at a touch, changes nothing', '/supervisor'],
  ]
  for (const [i, [card, who, zh, en, path]] of list.entries()) await keepCard(services.db, i, { card, about: { zh, en }, path, membershipId: who.membershipId })
}

interface Times { readonly opens: number; readonly works: number; readonly screens: number; readonly votes: number }

const open = async (services: Services, cast: Cast, plan: Plan, opens: number, units?: readonly DemoUnit[]): Promise<{ campaignId: string; definition: ResolvedDefinition }> => {
  await setClock(services, opens)
  const { campaignId } = await act(services, cast.office, createCampaignCommand, { body: plan as never })
  const ids = units === undefined ? undefined : (await services.db.rows<{ id: string }>(`SELECT id FROM organisations WHERE code = ANY($1)`, [units.map((u) => u.code)])).map((r) => r.id)
  await act(services, cast.office, openCampaignCommand, { params: { campaignId }, body: ids === undefined ? {} : { unitIds: ids } })
  return { campaignId, definition: await definitionOfCampaign(services.db, services.definitions, campaignId) }
}

/** Nominates, screens and votes a campaign through to an open or closed round. */
const nominateAndScreen = async (services: Services, cast: Cast, dossiers: Dossiers, campaignId: string, definition: ResolvedDefinition, units: readonly DemoUnit[], t: Times, tag: string): Promise<string[]> => {
  const ids: string[] = []
  for (const [i, unit] of units.entries()) {
    await setClock(services, t.works + i * 17 * 60_000)
    const [clerk, approver] = [await cast.clerk(unit), await cast.approver(unit)]
    const id = await dossiers.begin(clerk, campaignId, `${tag} ${unit.code}`)
    await dossiers.fill(clerk, id, definition, `${tag} ${unit.code}`)
    await dossiers.send(clerk, id)
    await dossiers.submit(approver, id, definition)
    ids.push(id)
  }
  await setClock(services, t.screens)
  for (const n of await listSent(services.db, campaignId)) await act(services, cast.office, acceptNominationCommand, { params: { nominationId: n.id }, body: { version: n.version, note: '' } })
  return ids
}

const openVote = async (services: Services, cast: Cast, campaignId: string, candidates: readonly string[], votes: number): Promise<string> => {
  await setClock(services, votes - 2 * HOUR)
  const ids = cast.jurors.map((j) => j.session.accountId)
  await act(services, cast.office, formJuryCommand, { params: { campaignId }, body: { jurorIds: ids, secretaryId: cast.secretary.session.accountId } })
  await setClock(services, votes)
  return (await act(services, cast.office, openRoundCommand, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [...candidates] } })).roundId
}

/** Everyone prefers the first ones a little, and each juror differs; deterministic. */
const vote = async (services: Services, juror: DemoActor, roundId: string, candidates: readonly string[], places: number, seed: string, conflict: string | null): Promise<void> => {
  await act(services, juror, declareConflictsCommand, { params: { roundId }, body: { conflicts: conflict === null ? [] : [{ nominationId: conflict, reason: '曾为同一课题组成员' }] } })
  const r = randomFrom(`vote ${seed}`)
  const approvals = candidates.filter((c) => c !== conflict).map((c, i) => ({ c, score: i * 0.35 + r() })).sort((a, b) => a.score - b.score).slice(0, places).map((x) => x.c)
  await act(services, juror, castBallotCommand, { params: { roundId }, body: { approvals } })
}

const past = async (services: Services, cast: Cast, dossiers: Dossiers, plan: Plan, t: Times & { announces: number; gives: number | null }, count: number): Promise<void> => {
  const units = cast.units.filter((_, i) => i % 8 === (t.gives === null ? 3 : 5)).slice(0, count)
  const { campaignId, definition } = await open(services, cast, plan, t.opens, cast.units.filter((_, i) => i % 2 === 1 || units.includes(cast.units[i]!)))
  const tag = plan.notice.number
  const ids = await nominateAndScreen(services, cast, dossiers, campaignId, definition, units, t, tag)
  const roundId = await openVote(services, cast, campaignId, ids, t.votes)
  const places = definition.rules.find((r) => r.kind === 'round')!.places
  for (const [i, juror] of cast.jurors.slice(0, 10).entries()) {
    await setClock(services, t.votes + (i + 1) * 6 * 60_000)
    await vote(services, juror, roundId, ids, places, `${tag} ${i}`, i === 3 ? ids[1]! : null)
  }
  await setClock(services, t.votes + 90 * 60_000)
  await act(services, cast.secretary, closeRoundCommand, { params: { roundId }, body: {} })
  await setClock(services, t.announces)
  const { provisional } = await act(services, cast.office, readAnnouncementQuery, { params: { campaignId } })
  const seedOf = new Map(ids.map((id, i) => [id, `${tag} ${units[i]!.code}`]))
  const summaries = Object.fromEntries(provisional.map((p) => [p.nominationId, deedFor(seedOf.get(p.nominationId)!).summary]))
  const { endsAt } = await act(services, cast.office, startPublicNoticeCommand, { params: { campaignId }, body: { roundId, summaries, howToObject: { phone: '0000-87654321（工作日 9:00—17:00）', email: 'jiandu@example.org', address: '云岭市示例路 1 号 纪检监督处' } } })
  if (t.gives === null) return
  await setClock(services, Math.max(t.gives, endsAt + HOUR))
  await act(services, cast.office, giveHonoursCommand, { params: { campaignId } })
}

const juryAtWork = async (services: Services, cast: Cast, dossiers: Dossiers, plan: Plan, t: Times): Promise<void> => {
  const units = cast.units.filter((_, i) => i % 7 === 2).slice(0, 8)
  const { campaignId, definition } = await open(services, cast, plan, t.opens, cast.units.filter((_, i) => i % 2 === 0 || units.includes(cast.units[i]!)))
  const ids = await nominateAndScreen(services, cast, dossiers, campaignId, definition, units, t, plan.notice.number)
  const roundId = await openVote(services, cast, campaignId, ids, t.votes)
  const places = definition.rules.find((r) => r.kind === 'round')!.places
  // The juror of the card (third) has not come yet; five have voted, two have only checked in.
  for (const i of [0, 1, 3, 4, 5]) await vote(services, cast.jurors[i]!, roundId, ids, places, `now ${i}`, i === 3 ? ids[4]! : null)
  for (const i of [6, 7]) await act(services, cast.jurors[i]!, declareConflictsCommand, { params: { roundId }, body: { conflicts: [] } })
}

/** The campaign a visitor plays: units in every state, the deadline three days off. */
const running = async (services: Services, cast: Cast, dossiers: Dossiers, plan: Plan, opens: number, now: number): Promise<void> => {
  const { campaignId, definition } = await open(services, cast, plan, opens)
  const steps = [...'ssdassradssnosdarssdsaosdssnxsadrsssodssawsdsrnsadssodssasnds']
  for (const [i, unit] of cast.units.entries()) {
    const step = unit.code === 'C0200' ? 'd' : (steps[i] ?? 'n')
    if (step === 'n') continue
    const clerk = await cast.clerk(unit)
    const start = opens + (2 + (i % 9)) * DAY + (i % 7) * HOUR
    await setClock(services, Math.min(start, now - 6 * HOUR + i * 60_000))
    if (step === 'o') { await services.db.rows(`UPDATE campaign_units SET first_opened_at = product_time() WHERE campaign_id = $1 AND unit_id = $2`, [campaignId, clerk.session.actor!.organisationId]); continue }
    await unitWorks(services, cast, dossiers, campaignId, definition, unit, clerk, step, now, i)
  }
}

const unitWorks = async (services: Services, cast: Cast, dossiers: Dossiers, campaignId: string, definition: ResolvedDefinition, unit: DemoUnit, clerk: DemoActor, step: string, now: number, i: number): Promise<void> => {
  const seed = `${campaignId.length} ${unit.code}`
  const id = await dossiers.begin(clerk, campaignId, seed)
  if (step === 'd') return dossiers.fill(clerk, id, definition, seed, unit.code === 'C0200' ? 0.7 : 0.25 + (i % 5) * 0.12)
  await dossiers.fill(clerk, id, definition, seed)
  await dossiers.send(clerk, id)
  if (step === 'a') return
  await dossiers.submit(await cast.approver(unit), id, definition)
  if (step === 's' && i % 3 !== 0) return
  await setClock(services, now - 5 * HOUR + i * 60_000)
  const version = (await listSent(services.db, campaignId)).find((n) => n.id === id)!.version
  if (step === 's') await act(services, cast.office, acceptNominationCommand, { params: { nominationId: id }, body: { version, note: '' } })
  if (step === 'r') await act(services, cast.office, returnNominationCommand, { params: { nominationId: id }, body: { version, until: startOfDay(addDays(dayOf(now), 3)), note: '', points: [{ what: '廉政意见第 1 页的公章不清楚，请重新扫描', at: '廉政意见（盖章 PDF）', clause: '四、1' }, { what: '主要事迹第二段的数字与附件不一致，请核对', at: '主要事迹', clause: '四、1' }] } })
  if (step === 'x') await act(services, cast.office, rejectNominationCommand, { params: { nominationId: id }, body: { version, ruleId: 'exclude-bureau-level', note: '人选现任职务在排除范围之内（示例）。' } })
  if (step === 'w') await act(services, await cast.approver(unit), withdrawNominationCommand, { params: { nominationId: id }, body: { note: '' } })
}
