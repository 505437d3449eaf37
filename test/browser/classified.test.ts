/** 涉密, by the pages: a marked name and a marked value never leave the page, a marked file is set apart and its clerk told what to do; two persons of the office end the matter. */
import { expect, test } from 'vitest'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { rulesOf } from '#core/campaign/definition'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor } from '../server/dossier'
import { pdfWithText } from '../server/marked-files'
import { openProvincial } from '../server/office'
import { Visitor } from './people'
import { arrive, at, o, play, shots } from './play'
import { saved } from './unit-acts'

let campaignId: string
let nominationId: string
let material: string

play({ units: 1 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers)
  const clerk = o.units[0]!.clerk
  material = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'document' && m.file.stamped)!.name.zh
  nominationId = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})

const look = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  await v.fitsPhone()
  if (shots === undefined) return
  const size = v.page.viewportSize()!
  for (const width of [1280, 320]) {
    await v.page.setViewportSize({ width, height: 900 })
    await v.page.screenshot({ path: `${shots}/classified-${name}-${width}.png`, fullPage: true })
  }
  await v.page.setViewportSize(size)
}
const sentBytes = (v: Visitor): string[] => {
  const seen: string[] = []
  v.page.on('request', (r) => { if (r.method() !== 'GET') seen.push(`${r.method()} ${r.postData() ?? ''}`) })
  return seen
}

test('a marked name is refused before a byte is sent; a marked file is set apart and its clerk led; another file is not in the way', async () => {
  const clerk = await arrive(o.units[0]!.clerk)
  const seen = sentBytes(clerk)
  await clerk.open(`/unit/n/${nominationId}/materials`)
  await clerk.sees(/^涉密材料不得上网。/)
  await clerk.giveFiles(`选择文件：${material}`, [{ name: '机密-某某.pdf', bytes: pdfWithText([['推荐']]) }])
  await clerk.sees('文件名带有密级标志“机密”，没有上传', '没有上传，一个字节也没有送出。')
  expect(seen).toEqual([])
  await clerk.press('知道了：机密-某某.pdf')
  await clerk.giveFiles(`选择文件：${material}`, [{ name: '事迹.pdf', bytes: pdfWithText([['推荐材料'], ['机密★10年', '某项工作（示例）']]) }])
  await clerk.sees('“事迹.pdf”带有密级标志，已隔离', '第 2 页 机密★10年', /^立即停下，不要再传/)
  expect((await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })).materials).toEqual([])
  await look(clerk, 'clerk')
  await clerk.leave()
})

test('a typed value with a marking is told beside its field and never sent; the rest is saved', async () => {
  const clerk = await arrive(o.units[0]!.clerk)
  const seen = sentBytes(clerk)
  await clerk.open(`/unit/n/${nominationId}/form`)
  const definition = await definitionFor(o.units[0]!.clerk, campaignId)
  const [marked, other] = rulesOf(definition, 'formField').filter((f) => f.type === 'longText' || f.type === 'text').filter((f) => f.field !== 'name').map((f) => f.label.zh)
  await clerk.fill(marked!, '某项目（机 密 ★ 10年）')
  await clerk.fill(other!, '云川省某医院（示例）')
  await clerk.sees(`“${marked}”里有密级标志“机密★10年”，这一栏没有保存，其他栏不受影响`)
  await saved(clerk)
  expect([seen.some((s) => s.includes('云川省某医院')), seen.filter((s) => s.includes('某项目'))]).toEqual([true, []])
  await look(clerk, 'form')
  await clerk.leave()
})

test('the office sees what was found and what to do; one person proposes, another confirms; the report is printed', async () => {
  const [one, two] = [await arrive(o.office), await arrive(o.second)]
  await one.open(`/office/c/${campaignId}/secrecy`)
  await one.sees('待处置 1 件', '停止传输和访问')
  await one.press('提出处理意见')
  await one.choose('怎样处理', '误报解除')
  await one.fill('理由', '标志为模板残留，保密办确认不涉密（示例）', one.dialog())
  await one.press('提出，等第二人确认', one.dialog())
  await one.sees(/须由办公室另一人登录确认/)
  await look(one, 'office')
  await one.press('打印报告')
  await one.sees('关于发现涉密标志文件上传情况的报告')
  await look(one, 'report')
  await two.open(`/office/c/${campaignId}/secrecy`)
  await two.pressAndConfirm('确认误报解除')
  await two.sees('已确认，正在执行')
  await Promise.all([one.leave(), two.leave()])
})

test('what a person sees in a scan is set apart by hand, from the page of the files', async () => {
  // What was released comes back by a job of its own; the scan takes its place.
  await expect.poll(async () => (await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })).materials.map((m) => m.originalName), { timeout: 30_000 }).toEqual(['事迹.pdf'])
  const clerk = await arrive(o.units[0]!.clerk)
  await clerk.open(`/unit/n/${nominationId}/materials`)
  await clerk.giveFiles(`选择文件：${material}`, [{ name: '扫描件.pdf', bytes: pdfWithText([['无标志（示例）']]) }])
  await clerk.sees(/原名 扫描件\.pdf/)
  await clerk.press('发现材料涉密')
  await clerk.select('哪一份', (await o.units[0]!.clerk.ask(readNomination, { params: { nominationId } })).materials[0]!.name)
  await clerk.select('看到的密级', '秘密')
  await look(clerk, 'found')
  await clerk.press('立即隔离', clerk.dialog())
  await clerk.sees('“扫描件.pdf”带有密级标志，已隔离')
  await clerk.leave()
})

test('a classified nomination goes by hand: a number for a name, sealed by the approver, taken in and accepted by the office', async () => {
  const [clerk, approver, office] = [await arrive(o.units[0]!.clerk), await arrive(o.units[0]!.approver), await arrive(o.office)]
  await clerk.open(`/unit/c/${campaignId}`)
  await clerk.press('新建推荐')
  await clerk.press('材料涉密？走线下报送')
  await clerk.fill('保密责任人姓名', '秦守密', clerk.dialog())
  await clerk.fill('职务', '保密办主任', clerk.dialog())
  await clerk.fill('卷（册）数', '2', clerk.dialog())
  await look(clerk, 'offline-begin')
  await clerk.press('登记并取编号', clerk.dialog())
  await clerk.sees('线下件登记', '线下件 001', '秦守密（保密办主任）', '还没有收到', '不拍照，不扫描，不用邮件、网盘、微信和快递。')
  await look(clerk, 'offline-clerk')
  const address = new URL(clerk.page.url()).pathname
  await clerk.open(`${address}/materials`)
  await clerk.sees('打印交接单')
  expect(new URL(clerk.page.url()).pathname).toBe(address)
  await clerk.press('送审签')
  await clerk.press('送审签', clerk.dialog())
  await approver.open(`${address}/approve`)
  await approver.sees('还没有确认登记内容不涉密')
  await approver.tick('这件推荐的涉密材料只走线下；这里登记的内容经保密审查，不涉及国家秘密。')
  await approver.stillFits()
  await look(approver, 'offline-approve')
  await approver.press('审签报送')
  await approver.press('审签报送', approver.dialog())
  await approver.sees('报送已收妥', '把线下件送到云川省医学会（示例）')
  await office.open(`/office/c/${campaignId}/screening`)
  await office.sees('线下件 001', '登记收件')
  await office.stillFits()
  await office.press('接收')
  await office.sees('涉密材料还没有收到')
  await office.press('登记收到')
  await office.sees(/^收到 2 卷/)
  await look(office, 'offline-desk')
  await office.stillFits()
  await office.press('接收')
  await office.sees('已接收')
  await Promise.all([clerk.leave(), approver.leave(), office.leave()])
})
