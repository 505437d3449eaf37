/** 隐私放行, by the pages: found while the office writes, asked for with a reason, confirmed by the supervisor, published; a changed text is asked again. */
import { test } from 'vitest'
import { castBallot, closeRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { openAndCheckIn, openJury, type JuryCampaign } from '../server/jury-rounds'
import { Person } from '../server/person'
import { word } from '../server/sheets'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, shot, shotsOfPage, WIDE } from './play'

let j: JuryCampaign
let supervisor: Person
play({}, async () => {
  j = await openJury(at, [{ id: 'vote', ballot: 'secret' }], ['沈若川', '顾南枝'], 4)
  supervisor = await new Person(at.origin, 'supervisor').activate((await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  const roundId = await openAndCheckIn(j, 'vote')
  for (const p of j.jurors) await p.ask(castBallot, { params: { roundId }, body: { approvals: [...j.ids] } })
  await j.secretary.ask(closeRound, { params: { roundId }, body: {} })
})
const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
}
const TEXT = '开通心理援助热线 19912345678，接听三万次。'

test('the office sees what is found as it types; with the supervisor’s word this text passes, and a changed one is asked again', async () => {
  const [office, record] = [`/office/c/${j.campaignId}/announcement`, `/supervisor/c/${j.campaignId}`]
  const desk = await arrive(j.o.office, WIDE)
  await desk.open(office)
  await desk.page.getByRole('textbox', { name: /沈若川/ }).fill(TEXT)
  await desk.page.getByRole('textbox', { name: /顾南枝/ }).fill('骑马巡诊的边境医生。')
  await desk.sees('公开前的隐私核对', '查到电话号码：19912345678')
  await look(desk, 'privacy-found')
  await desk.press('提请放行 沈若川 的电话号码')
  await desk.fill('为什么要公开', '公布的热线，不是个人号码', desk.dialog())
  await look(desk, 'privacy-propose-dialog')
  await desk.press('提请放行', desk.dialog())
  await desk.sees('等第二人确认', '理由：公布的热线，不是个人号码')
  await look(desk, 'privacy-waits')

  for (const size of [PHONE, { width: 320, height: 700 }]) {
    const phone = await arrive(supervisor, size)
    await phone.open(record)
    await phone.sees('公示前的隐私放行', '理由：公布的热线，不是个人号码')
    await look(phone, 'privacy-supervisor')
    await phone.leave()
  }
  // Another person of the office finds it where the notice is prepared, whatever words stand there.
  for (const size of [PHONE, { width: 320, height: 700 }]) {
    const second = await arrive(j.o.second, size)
    await second.open(office)
    await second.sees('等第二人确认', '理由：公布的热线，不是个人号码')
    await look(second, 'privacy-office')
    await second.leave()
  }
  const watching = await arrive(supervisor, WIDE)
  await watching.open(record)
  await watching.press('确认放行 沈若川 的电话号码')
  await look(watching, 'privacy-confirm-dialog')
  await watching.press('确认放行', watching.dialog())
  await watching.sees(/严守一 确认/)
  await look(watching, 'privacy-supervisor')
  await watching.leave()

  await desk.lookAgain()
  await desk.page.getByRole('textbox', { name: /沈若川/ }).fill(`${TEXT}不收费。`)
  await desk.page.getByRole('textbox', { name: /顾南枝/ }).fill('骑马巡诊的边境医生。')
  await desk.sees('有 1 处个人信息要先改写或放行')
  await desk.page.getByRole('textbox', { name: /沈若川/ }).fill(TEXT)
  await desk.sees('已放行')
  await look(desk, 'privacy-passed')
  await desk.leave()
}, 240_000)

test('a file in which a hotline stands is held back; the supervisor looks at it and confirms, and the very file is taken', async () => {
  const file = { name: '报名须知.docx', bytes: Buffer.from(await word('报名热线 19912345678（示例）')) }
  const page = `/office/c/${j.campaignId}/attachments`
  const give = async (desk: Visitor): Promise<void> => {
    await desk.open(page)
    await desk.press('另加附件')
    await desk.fill('附件名称', '报名须知', desk.dialog())
    await desk.fill('添加理由', '补发报名须知（示例）', desk.dialog())
    await desk.page.locator('dialog input[type=file], [role=dialog] input[type=file]').setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes })
    await desk.press('加到附件里', desk.dialog())
  }
  const desk = await arrive(j.o.office, WIDE)
  await give(desk)
  await desk.sees(/文件里有电话号码 1 处/, /确有必要公开的/)
  await desk.fill('为什么要公开', '公布的热线，不是个人号码', desk.dialog())
  await look(desk, 'file-pass-propose-dialog')
  await shotsOfPage(desk, 'file-pass-propose-dialog')
  await desk.press('提请放行这份文件', desk.dialog())
  await desk.sees('附件放行', '等第二人确认')
  await look(desk, 'file-pass-waits')
  await shotsOfPage(desk, 'file-pass-waits')
  const watching = await arrive(supervisor, PHONE)
  await watching.open(`/supervisor/c/${j.campaignId}`)
  await watching.sees('附件放行', '查到电话号码 1 处（如 1991…）')
  await look(watching, 'file-pass-supervisor')
  await shotsOfPage(watching, 'file-pass-supervisor')
  await watching.press('确认放行附件 报名须知.docx')
  await look(watching, 'file-pass-confirm-dialog')
  await watching.press('确认放行', watching.dialog())
  await watching.sees(/严守一 确认/)
  await watching.leave()
  await give(desk)
  await desk.sees('附件已添加')
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.leave()
}, 240_000)
