/** What the office does on its pages. */
import { addDays, dayOf } from '#core/kernel/instant'
import { gb18030 } from './gb18030'
import { PASSWORD, type Visitor } from './people'

export const setUpOffice = async (office: Visitor, key: string): Promise<void> => {
  await office.open(`/set-up?key=${key}`)
  await office.fillAll({ 本单位名称: '云川省医学会（示例）', '英文名称（选填）': 'Yunchuan Medical Association (sample)', 首位活动办公室人员姓名: '郑一帆', 账号: 'zheng', 新密码: PASSWORD, 再输一次新密码: PASSWORD })
  await office.keepsNobodyOut()
  await office.press('建立单位与账号')
  await office.bindAuthenticator()
  await office.sees('活动办公室已经就绪')
  await office.keepsNobodyOut()
}

/** The codes on the page, by login: shown this one time. */
const codesShown = async (office: Visitor, n: number): Promise<Map<string, string>> => {
  const table = office.page.getByRole('table', { name: `启用码 ${n} 个` })
  await table.waitFor()
  const rows = await Promise.all((await table.getByRole('row').all()).slice(1).map((row) => row.getByRole('cell').allTextContents()))
  return new Map(rows.map((cells) => [cells.at(-2) ?? '', cells.at(-1) ?? '']))
}

const heading = '单位代码,单位名称,类型,上级代码,经办人姓名,经办人账号,审核人姓名,审核人账号'
const unitRow = (n: number): string => `U${n},示例医院${n},hospital,,经办${n},clerk${n},审核${n},approver${n}`
/** Units as the sheet names them; the line after them has no name and is left out. */
export const importUnits = async (office: Visitor, count: number): Promise<Map<string, string>> => {
  await office.press('导入单位名单')
  const lines = [heading, ...Array.from({ length: count }, (_, i) => unitRow(i + 1)), 'U99,,hospital,,经办九,clerk99,审核九,approver99']
  await office.giveFiles('选择名单文件', [{ name: '单位.csv', bytes: gb18030(lines.join('\r\n')) }])
  await office.sees('单位.csv 的导入结果（尚未写入）, 编码 GB18030', `第 ${count + 2} 行：没有单位名称`)
  await office.keepsNobodyOut()
  await office.press(`导入 ${count} 家，略去 1 行`)
  const codes = await codesShown(office, 2 * count)
  await office.press('已妥善保存，收起启用码')
  return codes
}

export interface Invited { readonly role: string; readonly name: string; readonly login: string; readonly work?: string }
export const invite = async (office: Visitor, people: readonly Invited[]): Promise<Map<string, string>> => {
  const codes = new Map<string, string>()
  await office.go('/office/people')
  for (const { role, name, login, work } of people) {
    await office.select('角色', role)
    await office.fillAll({ 姓名: name, 账号: login, ...(work !== undefined && { 所在单位: work, 专业: '急诊医学' }) })
    await office.press('建立账号')
    for (const [own, code] of await codesShown(office, 1)) codes.set(own, code)
    await office.press('已妥善保存，收起启用码')
  }
  return codes
}

export interface Plan { readonly template: string; readonly mode: string; readonly name: string; readonly award: string; readonly now: number; readonly quota?: string; readonly adoptAllFrom?: string; readonly rounds: readonly string[] }
const share = async (office: Visitor, of: string, i: number): Promise<void> => {
  await office.page.getByLabel(`${of}，分子`, { exact: true }).nth(i).fill('2')
  await office.page.getByLabel(`${of}，分母`, { exact: true }).nth(i).fill('3')
}

const decideRound = async (office: Visitor, name: string, i: number): Promise<void> => {
  await office.field('轮次名称').nth(i).fill(name)
  await office.field('获奖名额').nth(i).fill('2')
  await share(office, '法定人数：实到占应到', i)
  await share(office, '通过票：赞成占基数', i)
  const group = (label: string) => office.page.getByRole('group', { name: label }).nth(i)
  await group('以谁为基数').getByRole('radio', { name: '实到评委' }).check()
  await group('投票方式').getByRole('radio', { name: '无记名', exact: true }).check()
  await office.page.getByRole('checkbox', { name: '回避的评委不计入该人选的基数' }).nth(i).check()
}

/** 发布前核对, as the second person does it: a reason for each warning, then the one act. */
export const issueDraft = async (second: Visitor, campaign: string): Promise<void> => {
  await second.open(campaign)
  await second.press('发布前核对')
  // By its heading: the page before says the same words of the button that leads here.
  await second.page.getByRole('heading', { name: '要单位做多少事', exact: true }).waitFor()
  await second.keepsNobodyOut()
  for (const reason of await second.page.getByLabel(/^为什么仍这样发布/).all()) await reason.fill('经办公室会议研究，按此发布（示例）')
  await second.press('发布活动')
  await second.keepsNobodyOut()
  await second.press('发布活动', second.dialog())
  await second.sees('活动已发布')
}

/** Makes a campaign from a shipped definition; a second person of the office issues it. Returns its id. */
export const createAndOpen = async (office: Visitor, second: Visitor, p: Plan): Promise<string> => {
  const today = dayOf(p.now)
  await office.open('/office/new')
  await office.press(`选这份作蓝本: ${p.template}`)
  await office.choose('怎么用这份方案', p.mode)
  await office.fillAll({
    活动名称: p.name, 荣誉名称: p.award, 通知标题: `关于开展${p.name}的通知`, 文号: '云医会字〔2026〕12号（示例）', 发文日期: today, 主办单位: '云川省医学会（示例）',
    联系人: '郑一帆', 电话: '0000-1111111', 邮箱: 'office@example.org', 地址: '云岭市示例路 1 号', 报送截止日期: addDays(today, 3),
  })
  if (p.quota !== undefined) await office.fill('每个单位限报人数', p.quota)
  for (const [i, name] of p.rounds.entries()) await decideRound(office, name, i)
  await office.fill('公示天数', '5')
  await office.choose('怎么计', '工作日')
  if (p.adoptAllFrom !== undefined) await office.select('一并采用', p.adoptAllFrom)
  await office.press('建立活动')
  await office.sees('活动还是草稿', /^可以发布(，没有问题|；有 \d 处须写明理由)$/)
  await office.keepsNobodyOut()
  const overview = office.page.url()
  await office.press('修改草稿')
  await office.sees('没有改动')
  await office.keepsNobodyOut()
  await office.fill('电话', '0000-8765432')
  await office.press('保存草稿')
  await office.page.waitForURL(overview)
  await office.go(`${new URL(overview).pathname}/issuing`)
  await office.sees('由第二人核对并发布')
  await issueDraft(second, new URL(overview).pathname)
  await office.open(new URL(overview).pathname)
  return /\/office\/c\/([^/?#]+)/.exec(overview)![1]!
}

const takeFromQueue = (office: Visitor, name: string): Promise<void> => office.page.getByRole('navigation', { name: '名单' }).getByRole('link', { name }).click()
const bar = '本页操作'

export const returnTo = async (office: Visitor, name: string, point: string, until: string): Promise<void> => {
  await takeFromQueue(office, name)
  await office.sees(/^9900\*{10}/)
  await office.fillAll({ 另写一处要补正的: point, 补正期限: until })
  await office.press('退回补正', office.part(bar))
  await office.sees(`已退回补正：${name}`)
}

export const acceptNext = async (office: Visitor, campaignId: string, name: string): Promise<void> => {
  await office.open(`/office/c/${campaignId}/screening`)
  await takeFromQueue(office, name)
  await office.page.getByRole('heading', { name, exact: true, level: 2 }).waitFor()
  await office.stillFits()
  await office.press('接收', office.part(bar))
  await office.sees(`已接收：${name}`)
}
