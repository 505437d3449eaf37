/** No rule stands behind the definition: two campaigns that differ in their numbers alone, and the pages of the one say and judge otherwise than those of the other. */
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { castBallot, closeRound, declareConflicts, formJury, openRound } from '#contract/operations/jury'
import { addDays, dayOf, sayEnd, startOfDay } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { video } from '#server/demo/samples/video'
import { inviteJury, openProvincial } from '../server/office'
import { PHONE, Visitor, type ChosenFile } from './people'
import { at, browser, o, play } from './play'
import { beginNomination, refusalOf } from './unit-acts'

const numbers: Readonly<Record<string, (today: string) => object>> = {
  quota: () => ({ max: 2 }),
  deadline: (today) => ({ day: addDays(today, 10) }),
  photos: () => ({ min: 2, max: 2, file: { minBytes: 1_000_000 } }),
  video: () => ({ file: { maxSeconds: 5, displaySizes: [{ width: 1280, height: 720 }] } }),
  portrait: () => ({ file: { background: 'white' } }),
  'round-1': () => ({ places: 1, maxApprovals: 1, quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'present', recusedLeaveBase: true } }),
  'public-notice': () => ({ days: 3, count: 'calendar', summary: { maxLength: 20 } }),
}
const changedIn = (today: string) => (rules: StatedRule[]): StatedRule[] => rules.map((rule) => {
  const change = numbers[rule.id]?.(today) as { file?: object } | undefined
  return change === undefined ? rule : ({ ...rule, ...change, ...('file' in rule && change.file !== undefined && { file: { ...rule.file, ...change.file } }) } as StatedRule)
})

type Which = 'plain' | 'changed'
/** The same clerk in two tabs, one for each campaign. */
let clerk: Record<Which, Visitor>
let campaign: Record<Which, string>
let now: number
const both = async <T>(ask: (which: Which) => Promise<T>): Promise<[plain: T, changed: T]> => Promise.all([ask('plain'), ask('changed')])
const inTurn = async <T>(ask: (which: Which) => Promise<T>): Promise<[plain: T, changed: T]> => [await ask('plain'), await ask('changed')]

play({ units: 2 }, async () => {
  now = await at.now()
  campaign = { plain: await openProvincial(at, o), changed: await openProvincial(at, o, changedIn(dayOf(now))) }
  const plain = await (await Visitor.arrive(browser, at.origin)).holding(o.units[0]!.clerk.token)
  clerk = { plain, changed: await plain.anotherTab() }
})

const dayIn = (days: number): string => addDays(dayOf(now), days)
const endSaid = (days: number): string => sayEnd(startOfDay(dayIn(days + 1))).zh
/** What stands first in each of them, of those that show. */
const texts = (found: Locator): Promise<string[]> => found.evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => (e.firstChild?.textContent ?? '').trim()))
/** [as it was, as it is with the changed number] */
const said = (): [plain: string, changed: string][] => [
  ['每个推荐单位限报 1 人', '每个推荐单位限报 2 人'],
  [`${dayIn(3).slice(0, 4)}年${endSaid(3)} 前报送，逾期不予受理`, `${dayIn(10).slice(0, 4)}年${endSaid(10)} 前报送，逾期不予受理`],
  ['生活或工作照片：3—5 件，JPG，每张不小于 2 MB，不超过 20 MB', '生活或工作照片：2 件，JPG，每张不小于 1 MB，不超过 20 MB'],
  ['证件照：1 件，JPG/PNG，红底，35×45 毫米，不超过 10 MB，免冠由人核看，另交纸质 1 份', '证件照：1 件，JPG/PNG，白底，35×45 毫米，不超过 10 MB，免冠由人核看，另交纸质 1 份'],
  ['工作生活视频：至少 1 件，数量不限，MP4/MOV，单个不超过 3 分钟，分辨率 1920×1080 或 1080×1920，不超过 500 MB，人员穿着得体，没有逆光拍摄', '工作生活视频：至少 1 件，数量不限，MP4/MOV，单个不超过 5 秒，分辨率 1280×720，不超过 500 MB，人员穿着得体，没有逆光拍摄'],
  roundSaid,
  ['公示 5 个工作日，一句话事迹每人不超过 45 字', '公示 3 天，一句话事迹每人不超过 20 字'],
]
const roundSaid: [plain: string, changed: string] = ['第一轮 无记名投票：无记名投赞成票，实到不少于 2/3方可投票，赞成票不少于 2/3（以实到评委计）通过，名额 2 个', '第一轮 无记名投票：无记名投赞成票，实到不少于 1/2方可投票，赞成票不少于 1/2（以实到评委计）通过，名额 1 个']

test('the campaign’s page says each number of its own definition, and every other rule alike', async () => {
  const [plain, changed] = await both(async (which) => {
    const { page } = clerk[which]
    await clerk[which].open(`/unit/c/${campaign[which]}`)
    await clerk[which].sees('活动规定')
    // The first group stands open.
    for (const group of (await page.locator('.rule-group > summary').all()).slice(1)) await group.click()
    return texts(page.locator('.rule-list > li'))
  })
  expect(changed.length).toBe(plain.length)
  expect(plain.flatMap((one, i) => (one === changed[i] ? [] : [[one, changed[i]]])).sort()).toEqual(said().sort())

  const seats = (which: Which) => clerk[which].part('本单位的推荐').getByText(/^名额/).first().innerText()
  expect((await both(seats)).map((words) => words.split(' 办')[0])).toEqual(['名额 1，已报送 0', '名额 2，已报送 0'])
  await clerk.plain.sees('本活动每个单位限报 1 人。')
  await clerk.changed.sees('本活动每个单位限报 2 人。')
})

test('the deadline: the clock says its day; four days from now the one page is closed and the other lets a clerk begin', async () => {
  const clocks = () => both((which) => clerk[which].page.getByRole('timer').first().innerText())
  const days = (await clocks()).map((words) => words.replaceAll('\n', ' '))
  expect([days[0]!.includes(`${endSaid(3)} 止`), days[1]!.includes(`${endSaid(10)} 止`)]).toEqual([true, true])
  await at.setClock(now + 4 * 86_400_000)
  const begin = await both(async (which) => {
    await clerk[which].lookAgain()
    await clerk[which].sees('本单位的推荐')
    return clerk[which].part('下一步').getByRole('button', { name: '新建推荐' }).count()
  })
  await clerk.plain.sees('已截止', new RegExp(`^报送已于 ${literal(endSaid(3))} 截止`))
  expect(begin).toEqual([0, 1])
  await at.setClock(Date.now())
})
const literal = (text: string): string => text.replace(/[()]/g, String.raw`\$&`)

test('the files: each page says its limits, and the very same file is refused before a byte is sent, or kept', async () => {
  const files = await made()
  const { red, white, light, a, b, c, film, smallFilm } = files
  const [photos, portraits, films] = ['生活或工作照片', '证件照', '工作生活视频']
  const nominations = { plain: await beginNomination(clerk.plain, campaign.plain, '沈若川'), changed: await beginNomination(clerk.changed, campaign.changed, '沈若川') }
  const sent = { plain: [] as string[], changed: [] as string[] }
  for (const which of ['plain', 'changed'] as const) {
    await clerk[which].open(`/unit/n/${nominations[which]}/materials`)
    // Opening an upload names the file. Its bytes follow with PATCH; whatever else leaves is listed too.
    clerk[which].page.on('request', (r) => {
      if (r.method() === 'POST') sent[which].push((r.postDataJSON() as { name: string }).name)
      else if (r.method() === 'PATCH') sent[which].push('bytes')
    })
  }
  const limits = (which: Which) => Promise.all([photos, portraits, films].map(async (name) => (await texts(clerk[which].part(name!).locator('.limits')))[0]))
  expect(await both(async (which) => (await clerk[which].sees('推荐材料'), limits(which)))).toEqual([
    ['3—5 件，JPG，每张不小于 2 MB，不超过 20 MB', '1 件，JPG/PNG，红底，35×45 毫米，不超过 10 MB，免冠由人核看', '至少 1 件，MP4/MOV，单个不超过 3 分钟，分辨率 1920×1080 或 1080×1920，不超过 500 MB，人员穿着得体，没有逆光拍摄'],
    ['2 件，JPG，每张不小于 1 MB，不超过 20 MB', '1 件，JPG/PNG，白底，35×45 毫米，不超过 10 MB，免冠由人核看', '至少 1 件，MP4/MOV，单个不超过 5 秒，分辨率 1280×720，不超过 500 MB，人员穿着得体，没有逆光拍摄'],
  ])

  const refused = async (which: Which, name: string, file: ChosenFile): Promise<string[]> => (await refusalOf(clerk[which], name, file)).what
  const keeps = async (which: Which, name: string, chosen: ChosenFile[]): Promise<void> => {
    await clerk[which].giveFiles(`选择文件：${name}`, chosen)
    await clerk[which].text(`已收 ${chosen.length} 件`, clerk[which].part(name)).waitFor()
  }
  expect([await refused('plain', photos!, light), await refused('plain', portraits!, white), await refused('plain', films!, smallFilm)]).toEqual([
    [`照片 ${Math.floor(light.bytes.length / 10_000) / 100} MB，小于规定的 2 MB`], ['证件照底色是白色，须为红色'], ['画面 1280×720，须为 1920×1080 或 1080×1920'],
  ])
  expect([await refused('changed', portraits!, red), await refused('changed', films!, film)]).toEqual([['证件照底色是红色，须为白色'], ['时长 8 秒，超出 3 秒', '画面 1920×1080，须为 1280×720']])
  expect(sent).toEqual({ plain: [], changed: [] })

  await Promise.all([keeps('plain', portraits!, [red]), keeps('plain', films!, [film]), keeps('plain', photos!, [a, b, c]), keeps('changed', portraits!, [white]), keeps('changed', films!, [smallFilm]), keeps('changed', photos!, [light, a])])
  expect(await refused('changed', photos!, b)).toEqual(['“生活或工作照片”3 份，最多 2 份'])
  const left = (files: ChosenFile[]) => files.flatMap((f) => [f.name, 'bytes']).sort()
  expect({ plain: sent.plain.sort(), changed: sent.changed.sort() }).toEqual({ plain: left([red, film, a, b, c]), changed: left([white, smallFilm, light, a]) })
})

const made = async () => {
  const file = async (name: string, bytes: Promise<Buffer>): Promise<ChosenFile> => ({ name, bytes: await bytes })
  const [red, white, light, a, b, c, film, smallFilm] = await Promise.all([
    file('红底.jpg', portrait('p')), file('白底.jpg', portrait('p', { background: 'white' })), file('轻.jpg', photo('l', { width: 2240, height: 1680, minBytes: 1_000_000 })),
    file('甲.jpg', photo('a')), file('乙.jpg', photo('b')), file('丙.jpg', photo('c')),
    file('八秒.mp4', video('v', { seconds: 8, frames: 2 })), file('小画面.mp4', video('v', { seconds: 2, frames: 2, width: 1280, height: 720 })),
  ])
  return { red, white, light, a, b, c, film, smallFilm }
}

test('the round: jurors read the numbers, a ballot over the limit stays on the page, and one of two votes is enough or not', async () => {
  const { jurors, jurorIds, secretary } = await inviteJury(at, o, campaign.plain, 2)
  const secretaryId = (await at.services.db.row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'su'`))!.id
  await o.office.ask(formJury, { params: { campaignId: campaign.changed }, body: { jurorIds, secretaryId } })
  const phone = await (await Visitor.arrive(browser, at.origin, PHONE)).holding(jurors[0]!.token)
  const desk = await (await Visitor.arrive(browser, at.origin)).holding(secretary.token)
  const seen = await inTurn(async (which) => {
    const [one, two] = [await accepted(campaign[which], '许临川', 1), await accepted(campaign[which], '顾南洲', 2)]
    const { roundId } = await o.office.ask(openRound, { params: { campaignId: campaign[which] }, body: { ruleId: 'round-1', nominationIds: [one, two], still: true } })
    for (const juror of jurors) await juror.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    await phone.open(`/jury/rounds/${roundId}`)
    for (const name of ['许临川', '顾南洲']) await phone.page.getByRole('checkbox', { name: `赞成 ${name}`, exact: true }).check({ force: true })
    const [rule] = await texts(phone.page.locator('.ballot-head .rule'))
    const count = await phone.page.locator('.places-left').getByRole('status').innerText()
    const findings = await phone.page.locator('.finding .what').evaluateAll((all) => all.map((e) => e.lastChild?.textContent ?? ''))
    const castable = await phone.page.getByRole('button', { name: '核对并投票' }).filter({ visible: true }).isEnabled()

    await jurors[0]!.ask(castBallot, { params: { roundId }, body: { approvals: [one] } })
    await jurors[1]!.ask(castBallot, { params: { roundId }, body: { approvals: [] } })
    await secretary.ask(closeRound, { params: { roundId }, body: {} })
    await desk.open(`/jury/rounds/${roundId}/room`)
    await desk.sees('计票')
    const figure = (label: string, part: string) => desk.page.locator('.figure').filter({ hasText: label }).locator(part).innerText()
    const row = await desk.page.getByRole('table', { name: '计票' }).getByRole('row', { name: '许临川' }).getByRole('cell').allInnerTexts()
    return { rule, count: count.replaceAll('\n', ' '), findings, castable, room: await texts(desk.page.locator('.room-head .detail')), line: await figure('入围线', '.value'), places: await figure('入围线', '.note'), quorum: await figure('应到 / 实到', '.note'), row: row.slice(-2) }
  })
  expect(seen).toEqual([
    { rule: roundSaid[0], count: '已选 2 人，名额 2 个', findings: [], castable: true, room: [roundSaid[0]], line: '2/3以上', places: '名额 2，人选 2', quorum: '法定人数不少于 2/3，已足', row: ['1 / 2', '未入围'] },
    { rule: roundSaid[1], count: '多选了 1 人，最多 1 人', findings: ['最多可赞成 1 人，选了 2 人'], castable: false, room: [roundSaid[1]], line: '1/2以上', places: '名额 1，人选 2', quorum: '法定人数不少于 1/2，已足', row: ['1 / 2', '入围'] },
  ])
})

/** A candidate who has passed screening, written straight into the store: how one gets there is another test's matter. */
const accepted = async (campaignId: string, name: string, seat: number): Promise<string> => (await at.services.db.row<{ id: string }>(
  `INSERT INTO nominations (id, campaign_id, unit_id, state, seat, candidate_name, created_at, changed_at)
   SELECT gen_random_uuid(), $1, id, 'accepted', $3, $2, clock_timestamp(), clock_timestamp() FROM organisations WHERE code = 'U2' RETURNING id`, [campaignId, name, seat]))!.id
