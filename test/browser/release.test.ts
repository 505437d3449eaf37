/** 一并发布, by the pages: outcome and letters looked at, handed to a colleague, read by the supervisor, released; the unit sees it then and not before. Held by test/server/releases.test.ts. */
import { expect, test } from 'vitest'
import { castBallot, closeRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { openAndCheckIn, openJury, type JuryCampaign } from '../server/jury-rounds'
import { Person } from '../server/person'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, shot, shotsOfPage, WIDE } from './play'

const long = process.env['XUANSHU_LONG'] === '1'
const SMALL = { width: 320, height: 700 }
let j: JuryCampaign
let supervisor: Person
if (long) play({}, async () => {
  j = await openJury(at, [{ id: 'vote', ballot: 'secret', places: 1 }], ['沈若川', '顾南枝', '陆见微'], 4)
  supervisor = await new Person(at.origin, 'supervisor').activate((await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  await at.services.db.rows(`UPDATE organisations SET contact_email = lower(code) || '@units.example.org' WHERE code IN ('U1', 'U2')`)
  const roundId = await openAndCheckIn(j, 'vote')
  for (const [i, p] of j.jurors.entries()) await p.ask(castBallot, { params: { roundId }, body: { approvals: i === 0 ? [j.ids[0]!] : [...j.ids].slice(0, 2) } })
  await j.secretary.ask(closeRound, { params: { roundId }, body: {} })
})
const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
  await shotsOfPage(who, name)
}

// Plays for half a minute; what it shows is held by test/server/releases.test.ts.
test.runIf(long)('prepared by one, released by another; the unit learns it at that moment', async () => {
  const [page, own] = [`/office/c/${j.campaignId}/announcement`, `/unit/n/${j.ids[0]}`]
  const desk = await arrive(j.o.office, WIDE)
  await desk.open(page)
  await desk.page.getByRole('textbox', { name: /沈若川/ }).fill('山区急救一线十八年。')
  await desk.page.getByRole('radio', { name: /两人一并发布/ }).check()
  await desk.page.getByText('给单位：列入拟表彰名单').click()
  await look(desk, 'release-form')
  await desk.press('看结果和每封通知')
  await desk.sees('这样准备，看过再交第二人', '依次递补人选', '通知 3 封')
  await look(desk, 'release-look')
  await desk.press('交第二人确认')
  if (await desk.dialog().getByRole('checkbox').count() > 0) await desk.dialog().getByRole('checkbox').check()
  const why = desk.dialog().getByRole('textbox')
  if (await why.count() > 0) await why.fill('单位已电话确认（示例）')
  await look(desk, 'release-prepare-dialog')
  await desk.press('交第二人确认', desk.dialog())
  await desk.sees('您已准备好，等另一位同志确认')
  await look(desk, 'release-waits')
  expect(await desk.page.getByRole('button', { name: '确认并一并发布' }).count()).toBe(0)
  await desk.leave()

  const clerk = await arrive(j.o.units[0]!.clerk, PHONE)
  await clerk.open(own)
  expect(await clerk.page.getByText('评选结果').count()).toBe(0)
  await clerk.leave()
  for (const size of [WIDE, SMALL]) {
    const watching = await arrive(supervisor, size)
    await watching.open(`/supervisor/c/${j.campaignId}/release`)
    await watching.sees('依次递补人选')
    await look(watching, 'release-supervisor')
    await watching.leave()
    const second = await arrive(j.o.second, size)
    await second.open(page)
    await second.sees('待发布：请第二人确认')
    await look(second, 'release-pending')
    if (size === SMALL) {
      await second.press('确认并一并发布')
      await look(second, 'release-confirm-dialog')
      await second.press('确认并一并发布', second.dialog())
      await second.sees('公示进行中')
    }
    await second.leave()
  }
  for (const size of [WIDE, SMALL]) {
    const told = await arrive(j.o.units[0]!.clerk, size)
    await told.open(own)
    await told.sees('评选结果', '列入拟表彰名单')
    await told.page.locator('.own-letter summary').click()
    await look(told, 'release-own')
    await told.leave()
  }
}, 240_000)
