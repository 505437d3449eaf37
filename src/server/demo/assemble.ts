/** Who acts in the demo: the office set up, units imported, staff and jury invited, and the cards by which a visitor enters as one of them. */
import { inviteAccountCommand, setUpCommand } from '../commands/accounts'
import { importExpertsCommand, previewExpertsQuery } from '../commands/experts'
import { importOrganisationsCommand } from '../commands/import-organisations'
import type { Services } from '../services'
import { keepCard } from '../store/demo-cards'
import { act, actorOf, setClock, type DemoActor } from './actors'
import type { DemoJuror, OfficePerson } from './people/cast'
import { demoPool } from './people/pool'
import { demoProvince } from './people/province'
import { unitListCsv } from './people/unit-list'
import type { DemoUnit } from './people/units'

export interface DemoJurorActor extends DemoActor { readonly person: DemoJuror }

/** The people who act in the demo, as they sign in. */
export interface Cast {
  readonly office: DemoActor
  readonly second: DemoActor
  readonly secretary: DemoActor
  readonly supervisor: DemoActor
  readonly jurors: readonly DemoJurorActor[]
  readonly units: readonly DemoUnit[]
  readonly clerk: (unit: DemoUnit) => Promise<DemoActor>
  readonly approver: (unit: DemoUnit) => Promise<DemoActor>
}

/** Everybody, invited by the office at an instant of product time. */
export const assemble = async (services: Services, at: number): Promise<Cast> => {
  const { office: province, units, jurors: people } = demoProvince()
  const [head, ...staff] = province.people
  await setClock(services, at)
  await act(services, null, setUpCommand, { body: { key: services.setUpKey ?? '', organisation: { name: province.name, nameEn: province.nameEn, type: 'office' }, person: { name: head.name, login: head.login, password: `demo ${Math.random()} only by card` } } })
  const office = await actorOf(services, head.login)
  await act(services, office, importOrganisationsCommand, { body: { fileName: '单位名单（示例）.csv', base64: Buffer.from(unitListCsv(units)).toString('base64'), refusedSeen: 0 } })
  for (const { name, login, role } of staff) await act(services, office, inviteAccountCommand, { body: { personName: name, login, role, unitName: '', fieldOfWork: '' } })
  const jurors: DemoJurorActor[] = []
  for (const person of people) {
    await act(services, office, inviteAccountCommand, { body: { personName: person.name, login: person.login, role: 'juror', unitName: person.unitName, fieldOfWork: person.fieldOfWork } })
    jurors.push({ ...(await actorOf(services, person.login)), person })
  }
  const pool = { fileName: '评委库（示例）.csv', base64: Buffer.from(demoPool(people)).toString('base64') }
  const { counts } = await act(services, office, previewExpertsQuery, { body: pool })
  await act(services, office, importExpertsCommand, { body: { ...pool, createSeen: counts.create, updateSeen: counts.update, refusedSeen: counts.refused } })
  const of = (role: OfficePerson['role']): Promise<DemoActor> => actorOf(services, staff.find((s) => s.role === role)!.login)
  const cast: Cast = { office, second: await of('office'), secretary: await of('jurySecretary'), supervisor: await of('supervisor'), jurors, units, clerk: (u) => actorOf(services, u.clerk.login), approver: (u) => actorOf(services, u.approver.login) }
  await cards(services, cast)
  return cast
}

const cards = async (services: Services, cast: Cast): Promise<void> => {
  const unit = cast.units.find((u) => u.code === 'C0200')!
  const [clerk, approver] = [await cast.clerk(unit), await cast.approver(unit)]
  const list: [string, DemoActor, string, string, string][] = [
    ['office', cast.office, '建活动、看进展、审材料、开评审、发公示', 'Makes campaigns, follows, screens, opens rounds, announces', '/office'],
    ['office-second', cast.second, '核对并发布草稿、确认延长截止等须由第二人办的事', 'Issues drafts and confirms what a second person must confirm', '/office'],
    ['clerk', clerk, '填推荐表、传照片视频和盖章件', 'Fills in the form, uploads photos, videos, stamped scans', '/unit'],
    ['approver', approver, '一次看到全部问题，审签报送，拿回执', 'Sees every finding at once, seals, gets the receipt', '/unit'],
    ['juror', cast.jurors[2]!, '先申报回避，再看材料、投票；手机就够', 'Declares conflicts, reads, votes; a phone is enough', '/jury'],
    ['secretary', cast.secretary, '看到会和回避，封票计票', 'Sees attendance and recusals, closes and counts', '/jury'],
    ['supervisor', cast.supervisor, '看每一步台账，一键核验；什么也不能改', 'Reads every step, verifies at a touch, changes nothing', '/supervisor'],
  ]
  for (const [i, [card, who, zh, en, path]] of list.entries()) await keepCard(services.db, i * 10, { card, about: { zh, en }, path, membershipId: who.membershipId })
}
