/** 公众投票 by the pages: the office sets its time, somebody votes on a telephone without a script, office and supervisor look at how the votes came. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inviteAccount } from '#contract/operations/organisations'
import { close, openAndCheckIn, openJury, scoreAll, type JuryCampaign } from '../server/jury-rounds'
import { Person } from '../server/person'
import { PHONE, type Visitor } from './people'
import { arrive, at, browser, play, shots, WIDE } from './play'

let j: JuryCampaign
let round = ''
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江', '韩野', '陆明远'] as const
const sizes = [WIDE, PHONE, { width: 320, height: 700 }] as const
const HOUR = 3_600_000

play({}, async () => {
  j = await openJury(at, [{ id: 'last', name: { zh: '终评', en: 'Final' }, method: 'score', score: { from: 0, to: 100 }, places: 2, publicPart: { percent: 20, by: 'byRank' }, publicVote: { perDay: 1, inAll: 3, perAddress: 50, most: 2 } }], names, 3)
  round = await openAndCheckIn(j, 'last')
  for (const p of j.jurors) await scoreAll(p, round, j.ids, [95, 85, 70, 66, 50])
})
const shoot = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: true })
}

test('the office sets the time once', async () => {
  const office = await arrive(j.o.office, WIDE)
  await office.open(`/jury/rounds/${round}/room`)
  await office.page.getByRole('link', { name: '公众投票' }).click()
  await office.sees('定时间，开始投票', '公众 20%（按名次），评委会 80%', '每个网络地址每天 50 票')
  const now = await at.now()
  const day = (n: number) => new Date(now + 8 * HOUR + n * 24 * HOUR).toISOString().slice(0, 10)
  await office.page.getByLabel('开始日期').fill(day(0))
  await office.page.getByLabel('几点').first().fill('00:00')
  await office.page.getByLabel('结束日期').fill(day(4))
  await shoot(office, 'public-vote-open')
  await office.page.getByRole('button', { name: '开始公众投票' }).click()
  await office.page.getByRole('dialog').getByRole('button', { name: '开始公众投票' }).click()
  await office.sees('进行中', '没有看到异常', '各人选的票数，封票前谁也看不到')
  await office.leave()
}, 120_000)

test('anybody votes on a plain page, in Chinese or English, from 320 px on', async () => {
    for (const [lang, path] of [['', ''], ['-en', '?lang=en']] as const) for (const size of sizes) {
      const context = await browser.newContext({ viewport: size, javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(`${at.origin}/vote/${round}${path}`)
      const overflow = async () => (await page.locator('html').boundingBox())!.width
      expect(await overflow()).toBeLessThanOrEqual(size.width)
      if (shots !== undefined) await page.screenshot({ path: join(shots, `public-vote${lang}-${size.width}.png`), fullPage: true })
      await page.getByLabel('沈若川').check()
      await page.getByLabel('韩野').check()
      await page.getByLabel('顾南枝').check()
      await page.getByRole('button', { name: lang === '' ? '投票' : 'Vote', exact: true }).click()
      await page.getByRole('alert').getByText(lang === '' ? '一票选 1 至 2 人' : 'A vote names 1 to 2').waitFor()
      expect(await page.getByLabel('韩野').isChecked()).toBe(true)
      if (shots !== undefined && size.width === 320) await page.screenshot({ path: join(shots, `public-vote-refused${lang}-320.png`), fullPage: true })
      await page.getByLabel('顾南枝').uncheck()
      await page.getByRole('button', { name: lang === '' ? '投票' : 'Vote', exact: true }).click()
      await page.getByRole('status').getByText(lang === '' ? '收到了：这个浏览器投了 1 票' : 'Received: this browser gave 1 vote(s)').waitFor()
      expect(await page.getByRole('button').count()).toBe(0)
      if (shots !== undefined) await page.screenshot({ path: join(shots, `public-vote-given${lang}-${size.width}.png`), fullPage: true })
      await context.close()
    }
}, 120_000)

test('office and supervisor see by hour and network what came, and nothing by candidate until the round is closed', async () => {
  // Three days as they come, and a rush of one network in an evening.
  await at.services.db.rows(
    `INSERT INTO public_ballots (round_id, browser, address, network, hour, day, candidates)
     SELECT $1, decode(md5('b' || i), 'hex'), decode(md5('a' || CASE WHEN i < 140 THEN i % 3 ELSE i END), 'hex'), decode(md5('n' || CASE WHEN i < 140 THEN 0 ELSE i % 23 END), 'hex'), v.starts_at + make_interval(hours => CASE WHEN i < 140 THEN 44 ELSE (i * 7) % 60 END), (v.starts_at + interval '1 day')::date, ARRAY[$2]::uuid[]
     FROM generate_series(1, 420) i, public_votes v WHERE v.round_id = $1`, [round, j.ids[1]!])
  await at.services.db.rows(`UPDATE public_ballots SET hour = date_trunc('hour', hour)`)
  const supervisor = await new Person(at.origin, 'supervisor').activate((await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  for (const who of [j.o.office, supervisor]) for (const size of who === supervisor ? [PHONE] : sizes) {
    const visitor = await arrive(who, size)
    await visitor.open(`/jury/rounds/${round}/votes`)
    await visitor.sees('每小时的票', '票从哪些网段来', '一个网段投了', '系统不删票')
    expect(await visitor.page.getByText('各人选的票数', { exact: true }).count()).toBe(0)
    if (who === j.o.office) await shoot(visitor, 'office-public-vote')
    await visitor.leave()
  }
  await at.setClock((await at.now()) + 6 * 24 * HOUR)
  await close(j, round)
  for (const size of sizes) {
    const visitor = await arrive(j.o.office, size)
    await visitor.open(`/jury/rounds/${round}/votes`)
    await visitor.sees('已结束', '各人选的票数', '代号已销毁')
    await shoot(visitor, 'office-public-vote-over')
    if (size === WIDE) {
      await visitor.press('English')
      await visitor.sees('Votes by the hour', 'Votes of the candidates', 'The vote is over')
      for (const viewport of sizes) { await visitor.page.setViewportSize(viewport); await shoot(visitor, 'office-public-vote-over-en') }
      await visitor.page.setViewportSize(WIDE)
      await visitor.press('中文')
    }
    await visitor.open(`/jury/rounds/${round}/room`)
    await visitor.page.getByText('怎样算出').first().click()
    await visitor.sees('公众 80.000 分占 20%')
    await shoot(visitor, 'public-vote-room')
    await visitor.leave()
  }
}, 180_000)
