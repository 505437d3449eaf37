/** The whole path through the pages: from an empty installation to the honouree and a ledger that proves itself. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import { addDays, dayOf, endOfDay } from '#core/kernel/instant'
import { chainOf, readDefinitions } from '#server/definitions'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { shippedDefinitions } from '#server/main'
import { findCodes } from '#server/paper/qr'
import { verify } from '#cli/verify'
import { parseReceiptCode } from '#core/ledger/receipt-code'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { fileFor } from '../server/dossier'
import { acceptNext, createAndOpen, importUnits, invite, returnTo, setUpOffice } from './office-acts'
import { standBack, voteFor } from './jury-acts'
import { pdfText } from './pdf-text'
import { PHONE, Visitor } from './people'
import { at, browser, oneStory, play } from './play'
import { isTurnOf } from './turns'
import * as unit from './unit-acts'

let office: Visitor
let second: Visitor
let definition: ResolvedDefinition
let cis: ResolvedDefinition
let today: string
let campaignId: string
let cisId: string
const codes = new Map<string, string>()
const remember = (found: ReadonlyMap<string, string>): void => found.forEach((code, login) => codes.set(login, code))

/** Somebody new at the door with the code of an account. */
const enter = async (login: string, personName: string, viewport?: typeof PHONE): Promise<Visitor> =>
  (await Visitor.arrive(browser, at.origin, viewport)).activate(codes.get(login)!, personName)

play({ installation: { demo: true } }, async () => {
  const { definitions } = await readDefinitions(shippedDefinitions())
  definition = resolve(chainOf(definitions, 'lnma-2021')!)
  cis = resolve(chainOf(definitions, 'cis-2021')!)
  today = dayOf(await at.now())
})

oneStory()

const jurors = ['评委甲', '评委乙', '评委丙', '评委丁', '评委戊']
/** Names that careless programs spoil: a character beyond the first 65,536, and a name with a point inside. */
const WEI = '卫𬭎'
const ABDULLA = '阿卜杜拉·买买提'
const ACTIVITY = '“云川最美科技工作者”选树和学习宣传活动（示例）'
const LEARNED = '示例学会“最美科技工作者”学习宣传活动（示例）'

/** Goes on beside the tests before the one that awaits it; should it fail, it is told there. */
const meanwhile = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined)
  return work
}
interface Nominated { readonly clerk: Visitor; readonly id: string }
const nominate = async (login: string, clerkName: string, sees: string, d: Omit<unit.Dossier, 'today'>): Promise<Nominated> => {
  const clerk = await enter(login, clerkName)
  await clerk.sees(sees)
  return { clerk, id: await unit.prepare(clerk, { ...d, today }) }
}
const sheetOf = async (who: Visitor, link: string): Promise<string> => {
  const href = await who.page.getByRole('link', { name: link }).first().getAttribute('href')
  return pdfText(await (await who.page.context().request.get(`${at.origin}${href}`)).body())
}

let late: Promise<Nominated>
let learned: Promise<Nominated>

test('the office sets up an empty installation, imports its units and opens a campaign', async () => {
  office = await Visitor.arrive(browser, at.origin)
  await setUpOffice(office, at.services.setUpKey!)
  remember(await importUnits(office, 3))
  remember(await invite(office, [
    { role: '活动办公室', name: '何青', login: 'heqing' }, ...jurors.map((name, i) => ({ role: '评委', name, login: `juror${i + 1}`, work: `外单位${i + 1}（示例）` })),
    { role: '评委会秘书', name: '苏怀瑾', login: 'su' }, { role: '纪检监督', name: '纪明', login: 'jiming' },
  ]))
  expect([...codes.keys()].length).toBe(14)
  second = await enter('heqing', '何青')
  campaignId = await createAndOpen(office, second, {
    template: '2021年“辽宁最美科技工作者”选树和学习宣传活动', mode: '转发上级活动', name: ACTIVITY, award: '云川最美科技工作者（示例）',
    now: await at.now(), quota: '1', rounds: ['第一轮 无记名投票'], adoptAllFrom: '辽宁省医学会2021年“辽宁最美科技工作者”推荐',
  })
  await office.sees('3 家单位，已报送 0 家')
  late = meanwhile(nominate('clerk2', '经办2', ACTIVITY, { definition, campaignId, name: ABDULLA, n: 3 }))
})

// Its own dossier by the pages costs a tenth of the path: by turns.
test.runIf(isTurnOf(0, 3))('the office renews the campaign of the learned society for this year', async () => {
  cisId = await createAndOpen(office, second, {
    template: '中国仪器仪表学会2021年“最美科技工作者”学习宣传活动', mode: '按往年方案办新一年', name: LEARNED, award: '示例学会“最美科技工作者”', now: await at.now(), rounds: ['第一轮'],
  })
  learned = meanwhile(nominate('clerk3', '经办3', LEARNED, { definition: cis, campaignId: cisId, name: '凌云舟', n: 4 }))
})

let clerk: Visitor
let approver: Visitor
let lateApprover: Visitor
let first: string
let receipt: string

test('a clerk fills in a nomination on a phone; neither a reload nor a closed tab loses a word', async () => {
  clerk = await enter('clerk1', '经办1', PHONE)
  await clerk.sees('本单位可推荐的活动', '距推荐材料报送截止')
  await clerk.fitsPhone()
  first = await unit.beginNomination(clerk, campaignId, WEI)
  await unit.fillForm(clerk, definition, first, WEI, 1)
  await clerk.lookAgain()
  await deedsThere()
  expect([await clerk.field('姓名').inputValue(), await clerk.field('政治面貌').inputValue()]).toEqual([WEI, 'partyMember'])

  await closeTab()
  await clerk.open(`/unit/n/${first}/form`)
  await deedsThere()
  expect([await clerk.field('姓名').inputValue(), await clerk.field('政治面貌').inputValue()]).toEqual([WEI, 'partyMember'])

  // What never reached the server is offered back by the browser it was typed in.
  await clerk.page.context().setOffline(true)
  await clerk.fill('获得荣誉', '断网时写的一句（示例）')
  await clerk.sees('没存上，正在再试')
  await closeTab()
  await clerk.page.context().setOffline(false)
  await clerk.open(`/unit/n/${first}/form`)
  await clerk.sees('上次离开时有 1 处没存上')
  expect(await clerk.field('获得荣誉').inputValue()).not.toBe('断网时写的一句（示例）')
  await clerk.press('填回来')
  await unit.saved(clerk)
  await clerk.lookAgain()
  await deedsThere()
  expect(await clerk.field('获得荣誉').inputValue()).toBe('断网时写的一句（示例）')
})
const closeTab = async (): Promise<void> => {
  const another = await clerk.anotherTab()
  await clerk.page.close()
  clerk = another
}
const deedsThere = () => clerk.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value.startsWith('主要事迹')))

test('what does not fit is refused before a byte is sent, with the clause it rests on', async () => {
  const renamed = { name: '改名.jpg', bytes: await portrait('p', { format: 'png' }) }
  const tooSmall = { name: '太小.jpg', bytes: await photo('s', { width: 640, height: 480, minBytes: 0 }) }
  const photos = ruleOf(definition, 'material', 'photos')!.name.zh
  const decided = ['通知没有写明，由活动办公室决定（办公室决定）']
  await clerk.open(`/unit/n/${first}/materials`)
  const sent: string[] = []
  clerk.page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()) })
  expect(await unit.refusalOf(clerk, photos, renamed)).toEqual({ what: ['文件名写的是 .jpg，内容其实是 PNG'], rests: decided })
  expect(await unit.refusalOf(clerk, photos, tooSmall)).toEqual({ what: [expect.stringMatching(/^照片 [\d.]+ kB，小于规定的 2 MB$/)], rests: decided })
  await clerk.fitsPhone()
  await clerk.keepsNobodyOut()
  expect(sent).toEqual([])
  for (const name of ['改名.jpg', '太小.jpg']) await clerk.press(`知道了：${name}`)

  await unit.cutPortrait(clerk, ruleOf(definition, 'material', 'portrait')!.name.zh, { name: '方照.jpg', bytes: await portrait('p', { width: 900, height: 900 }) })
  await overToPhone()
  await unit.uploadAll(clerk, definition, first)
  await unit.answerAll(clerk, definition, first, today)
  await unit.sendToApprover(clerk, first)
  await clerk.open(`/unit/c/${campaignId}`)
  await clerk.page.getByRole('link', { name: WEI, exact: true }).waitFor()
  await clerk.fitsPhone()
})

/** At the desk a code is shown; what the phone sends from the page it leads to is told at the desk. */
const overToPhone = async (): Promise<void> => {
  const size = clerk.page.viewportSize()!
  await clerk.page.setViewportSize({ width: 1280, height: 800 })
  await clerk.press('换手机拍')
  const { data, info } = await sharp(await clerk.page.getByAltText(/^用手机扫这个码/).screenshot()).resize(528).greyscale().raw().toBuffer({ resolveWithObject: true })
  const [code] = await findCodes({ data, width: info.width, height: info.height }, true)
  expect(code?.text).toMatch(new RegExp(`^${at.origin}/h#[A-Za-z0-9_-]{43}$`))
  await clerk.keepsNobodyOut()
  // Nobody signs in on it.
  const phone = await Visitor.arrive(browser, at.origin, PHONE)
  await phone.page.goto(code!.text)
  const rule = ruleOf(definition, 'material', 'portrait')!
  await phone.giveFiles(`选择文件：${rule.name.zh}`, [await fileFor(rule, 2)])
  await clerk.sees('手机已接入', '手机已传来 1 件')
  await phone.leave()
  await clerk.press('回到电脑上继续')
  await clerk.page.setViewportSize(size)
}

test('the approver sees every finding, seals and submits; the unit has one seat', async () => {
  const another = meanwhile(unit.prepare(clerk, { definition, campaignId, name: '另一人', n: 2, today }))
  approver = await enter('approver1', '审核1')
  await approver.open(`/unit/n/${first}`)
  await approver.press('审签报送')
  await approver.sees('全部问题', /^还有 \d 条承诺没有确认，确认后可以报送。$/)
  await unit.confirmAndSubmit(approver, definition)
  receipt = await unit.receiptCode(approver)
  await approver.text('已封文件 13 件及其校验值').click()
  await approver.sees(`${WEI}01.jpg`)
  const paper = await sheetOf(approver, '打印回执')
  expect([receipt, `人选${WEI}`, `${WEI}01.jpg`].filter((words) => !paper.includes(words))).toEqual([])

  await approver.open(`/unit/n/${await another}/approve`)
  await unit.confirmAndSubmit(approver, definition)
  await approver.text('本单位限报 1 人，已报送 1 人', approver.dialog()).waitFor()
})

// By turns, as above.
test.runIf(isTurnOf(0, 3))('a unit nominates in the campaign of the learned society, where a refusal rests on the notice’s own clause', async () => {
  const { id, clerk: ownClerk } = await learned
  const another = await unit.beginNomination(ownClerk, cisId, '另一人')
  await ownClerk.open(`/unit/n/${another}/materials`)
  const tooSmall = { name: '太小.jpg', bytes: await photo('s', { width: 640, height: 480, minBytes: 0 }) }
  expect((await unit.refusalOf(ownClerk, ruleOf(cis, 'material', 'photos')!.name.zh, tooSmall)).rests).toEqual([expect.stringMatching(/^生活或工作照3至5张，jpg，不小于2MB，以姓名加序号命名（云川省医学会（示例）.*二、2）$/)])

  const ownApprover = await enter('approver3', '审核3')
  await ownApprover.open(`/unit/n/${id}/approve`)
  await unit.confirmAndSubmit(ownApprover, cis)
  expect(parseReceiptCode(await unit.receiptCode(ownApprover))).not.toBe(null)
})

test('one second after the deadline nothing goes in, until two persons of the office extend it for all', async () => {
  const { id } = await late
  lateApprover = await enter('approver2', '审核2')
  await lateApprover.open(`/unit/n/${id}/approve`)
  await lateApprover.sees('全部问题')
  await at.setClock(endOfDay(addDays(today, 3)) + 1000)
  await unit.confirmAndSubmit(lateApprover, definition)
  await lateApprover.text(/截止/, lateApprover.dialog()).waitFor()
  await lateApprover.lookAgain()
  await lateApprover.sees('已截止')

  await office.open(`/office/c/${campaignId}/deadline`)
  await office.fillAll({ 延长到哪一天: addDays(today, 4), 理由: '多家单位反映网络故障（示例）' })
  await office.press('提请延长')
  await office.sees('等第二人确认', '由郑一帆以外的办公室人员确认')
  expect(await office.page.getByRole('button', { name: /^确认延长至/ }).count()).toBe(0)
  await second.open(`/office/c/${campaignId}/deadline`)
  await second.page.getByRole('button', { name: /^确认延长至/ }).click()
  await second.sees('已确认，对所有单位有效')
  await second.leave()

  await lateApprover.lookAgain()
  await unit.confirmAndSubmit(lateApprover, definition)
  await unit.receiptCode(lateApprover)
})

test('the office returns one with a point and a term; the unit mends it; then both are accepted', async () => {
  await office.open(`/office/c/${campaignId}/screening`)
  await office.sees('待审 2 件')
  await returnTo(office, WEI, '第三段的数字请核对', addDays(today, 6))
  await clerk.open(`/unit/n/${first}`)
  await clerk.sees('退回补正', '第三段的数字请核对')
  await clerk.open(`/unit/n/${first}/form`)
  await clerk.fill('获得荣誉', '已核对（示例）')
  await unit.saved(clerk)
  await unit.verifyAgain(clerk, first)
  await approver.open(`/unit/n/${first}/approve`)
  await unit.confirmAndSubmit(approver, definition)
  expect(await unit.receiptCode(approver)).not.toBe(receipt)
  for (const name of [ABDULLA, WEI]) await acceptNext(office, campaignId, name)
})

test('of five jurors one stands back and four vote; the secretary closes and counts', async () => {
  await office.open(`/office/c/${campaignId}/jury`)
  for (const name of jurors) await office.tick(name)
  await office.select('秘书', '苏怀瑾')
  await office.press('组成评委会（5 人）')
  await office.sees('评委会已组成')
  await office.pressAndAffirm('开启第一轮 无记名投票')
  await office.sees('已开启第一轮 无记名投票')

  const [recused, ...voters] = await Promise.all(jurors.map((name, i) => enter(`juror${i + 1}`, name, PHONE)))
  await standBack(recused!, WEI, '同单位同事')
  const named = recused!.page.getByRole('listitem').filter({ hasText: ABDULLA }).locator('b')
  expect(await named.innerText()).toBe(ABDULLA)
  await recused!.page.getByRole('link', { name: new RegExp(ABDULLA) }).first().click()
  await recused!.page.getByRole('heading', { name: ABDULLA }).first().waitFor()
  await recused!.fitsPhone()
  await recused!.keepsNobodyOut()
  const ballots = await Promise.all(voters.map((juror) => voteFor(juror, WEI)))
  await Promise.all([recused!, ...voters].map((juror) => juror.leave()))

  const secretary = await enter('su', '苏怀瑾')
  await secretary.page.getByRole('link', { name: /第一轮/ }).click()
  await secretary.sees(`回避 ${WEI}（同单位同事）`, '封票前不显示任何人选的票数')
  await secretary.press('封票计票')
  await secretary.sees('1 人已签到未投票', '评委甲')
  await secretary.press('封票计票', secretary.dialog())
  await secretary.sees('发出 5 张，收回 4 张，有效 4 张')
  const row = (name: string) => secretary.page.getByRole('table', { name: '计票' }).getByRole('row', { name }).getByRole('cell').allInnerTexts()
  expect((await row(WEI)).slice(-2)).toEqual(['4 / 4', '入围'])
  expect((await row(ABDULLA)).slice(-2)).toEqual(['0 / 5', '未入围'])
  expect((await secretary.part('票箱票码').getByRole('listitem').allTextContents()).sort()).toEqual([...ballots].sort())
  const sheet = await sheetOf(secretary, '打印计票单')
  expect([WEI, ABDULLA, '4/4', '0/5'].filter((words) => !sheet.includes(words))).toEqual([])
  await secretary.leave()
})

test('anybody reads the public notice; when it has ended the honour is given and its page stands', async () => {
  await office.open(`/office/c/${campaignId}/announcement`)
  await office.press('请推荐单位确认')
  await office.sees('等单位答复')
  await approver.open(`/unit/c/${campaignId}`)
  await approver.sees('公示之前，请确认本单位人选', `${WEI}今天是否仍然符合`)
  await approver.keepsNobodyOut()
  await approver.press(`仍然符合：${WEI}`)
  await approver.sees(/审核1：仍然符合$/)
  await office.lookAgain()
  await office.sees('单位：仍然符合')
  await office.fill(`${WEI}的一句话事迹`, '在山区急救一线十八年，把到达时间缩短一半。')
  await office.pressAndAffirm('开始公示')
  await office.sees('公示已开始', '公示进行中')
  expect(await office.page.getByRole('button', { name: '授予荣誉' }).count()).toBe(0)

  const anybody = await Visitor.arrive(browser, at.origin)
  await anybody.open((await office.page.getByRole('link', { name: '看公示页' }).getAttribute('href'))!)
  await anybody.page.getByText(WEI, { exact: true }).first().waitFor()
  await anybody.sees('公示还剩', /个工作日（含今天）/, '怎样反映情况', '0000-8765432')
  expect(await anybody.page.getByText(ABDULLA).count()).toBe(0)

  await at.setClock(endOfDay(addDays(today, 14)))
  await office.lookAgain()
  await office.sees('公示期满')
  await office.pressAndAffirm('授予荣誉')
  await office.sees('已授予荣誉 1 人')
  await anybody.open((await office.page.getByRole('link', { name: `看获评页: ${WEI}` }).getAttribute('href'))!)
  await anybody.page.getByRole('heading', { name: WEI, level: 1 }).waitFor()
  await anybody.sees('在山区急救一线十八年，把到达时间缩短一半。', /云川最美科技工作者/)
  await anybody.leave()
})

test('the supervisor finds every step in the ledger and the chain whole; a row changed behind the product is named', async () => {
  const supervisor = await enter('jiming', '纪明')
  await supervisor.press(ACTIVITY)
  await supervisor.sees('建立活动', WEI, ABDULLA)
  const steps = (await supervisor.page.getByRole('main').getByRole('listitem').locator('b').allInnerTexts()).filter((said) => said !== '').toReversed()
  // Two units appraise side by side: when each closes is theirs; a changed fact opens one again.
  const [appraised, reopened] = [steps.filter((said) => said.startsWith('办结考核调研')), steps.filter((said) => said === '重新打开考核调研')]
  expect([appraised.length, reopened.length]).toEqual([4, 1])
  expect(steps.filter((said) => !appraised.includes(said) && said !== '重新打开考核调研').map((said) => said.replaceAll(/\d+月\d+日（周.）\d\d:\d\d/g, '…').replace(/处提醒写明理由：.*/, '处提醒…').replace(/对 \d+ 处/, '对几处'))).toEqual([
    '建立活动', '修改活动草稿', '发布活动，3 家单位可见；对几处提醒…', '审签报送，13 份材料', '提请延长截止至 …：多家单位反映网络故障（示例）', '确认延长截止至 …，对所有单位有效', '审签报送，13 份材料',
    '形式审查：退回补正 1 处，期限 …', '审签报送，13 份材料', '形式审查：接收', '形式审查：接收', '组成评委会，评委 5 人', '开启一轮评审，人选 2 人', '签到，申报回避 1 人',
    ...Array.from({ length: 4 }, () => '签到，无须回避'), '封票计票，收回 4 张', '公示前请 2 家单位确认 2 名人选，…前答复', '开始公示 1 人，至 …', '授予荣誉 1 人',
  ])
  await supervisor.press('核验台账')
  await supervisor.sees(/^链条完整，\d+ 条记录首尾相接$/, /1 轮计票重算全部一致/)

  const coming = supervisor.page.waitForEvent('download')
  await supervisor.press('导出记录')
  const file = await (await coming).path()
  const text = await readFile(file, 'utf8')
  expect([WEI, ABDULLA].filter((name) => text.includes(name))).toEqual([])
  const record = JSON.parse(text) as CampaignRecord
  const anchor = parseReceiptCode(receipt)!
  expect(verifyRecord(record, [anchor]).faults).toEqual([])
  expect(await verify.run([file, '--receipt', receipt, '--json'])).toBe(0)

  await at.services.db.rows(`UPDATE ledger_entries SET entry = jsonb_set(entry, '{data,seat}', '7') WHERE chain_id = $1 AND position = $2`, [campaignId, anchor.position])
  await supervisor.press('重新核验')
  await supervisor.sees('核验发现 1 处不符', `第 ${anchor.position} 条`)
})
