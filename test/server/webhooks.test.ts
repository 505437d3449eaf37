/** 群机器人: what is sent in which form, signed, tried again, switched off by itself; and where nothing is sent at all. */
import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listNews } from '#contract/operations/news'
import { addWebhook, changeWebhook, listWebhooks, removeWebhook, switchWebhook, testWebhook } from '#contract/operations/webhooks'
import { hookText } from '#core/news/webhook'
import { carry } from '#server/news/carrier'
import { append } from '#server/store/ledger'
import { deliver } from '#server/webhooks/deliver'
import { guardedLookup, isInside, namesInside, strict, webhookSettings } from '#server/webhooks/guard'
import { post } from '#server/webhooks/post'
import { twoPapers } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { putNomination } from './put-nomination'
import { webhookReceiver, type Receiver } from './webhook-receiver'

const MINUTE = 60_000
const base = { name: '推荐工作群', groups: ['work' as const], language: 'zh' as const }

describe('where the operator allows addresses inside', () => {
  let at: Installation
  let o: Office
  let receiver: Receiver
  let campaignId: string
  beforeAll(async () => {
    receiver = await webhookReceiver()
    at = await freshInstallation({ webhooks: { http: true, inside: true, pausesSeconds: [0, 0] } })
    o = await openOffice(at, 1)
    campaignId = await openProvincial(at, o, twoPapers)
  })
  afterAll(async () => { await at.close(); await receiver.close() })

  let n = 0
  const submitted = async (): Promise<void> => {
    const unitId = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
    const id = await putNomination(at.services.db, { campaignId, unitId, name: '群里看不到的人', state: 'submitted', n: ++n })
    await at.services.db.transaction(async (tx) => { append(tx, { chain: campaignId, act: 'nomination.submitted', subject: { kind: 'nomination', id }, data: {} }, { account: '', role: 'system', organisation: '' }) })
  }
  /** As the server's own rounds do it, now. */
  const sendAll = async () => {
    await at.setClock((await at.now()) + 2 * MINUTE)
    await carry(at.services, false)
    for (let i = 0; i < 8; i++) await deliver(at.services)
  }
  const received = async (count: number) => { await expect.poll(() => receiver.got.length, { timeout: 20_000 }).toBe(count); return receiver.got.splice(0) }
  const add = (template: 'wecom' | 'dingtalk' | 'feishu' | 'json', path: string, secret?: string) => o.office.ask(addWebhook, { body: { ...base, template, address: `${receiver.origin}${path}`, ...(secret === undefined ? {} : { secret }) } })
  const remove = async () => { for (const w of (await o.office.ask(listWebhooks)).webhooks) await o.office.ask(removeWebhook, { params: { webhookId: w.webhookId } }) }
  const settled = async () => (await expect.poll(async () => (await o.office.ask(listWebhooks)).webhooks[0]!.deliveries.every((d) => d.state === 'sent' || d.state === 'failed'), { timeout: 20_000 }).toBe(true), (await o.office.ask(listWebhooks)).webhooks[0]!)

  test('企业微信: text, several in one message, with unit and campaign and no person', async () => {
    await add('wecom', '/cgi-bin/webhook/send?key=abc')
    await submitted(); await submitted()
    await sendAll()
    const [got] = await received(1)
    const body = JSON.parse(got!.body) as { msgtype: string; text: { content: string } }
    expect([got!.url, body.msgtype, Object.keys(body)]).toEqual(['/cgi-bin/webhook/send?key=abc', 'text', ['msgtype', 'text']])
    expect(body.text.content.split('\n').slice(0, 3)).toEqual(['【选树】', '1. 收到一件推荐 · 示例单位1 · “云川最美科技工作者”选树和学习宣传活动（示例）', '2. 收到一件推荐 · 示例单位1 · “云川最美科技工作者”选树和学习宣传活动（示例）'])
    expect(['群里看不到的人', '经办1'].filter((w) => got!.body.includes(w))).toEqual([])
    await remove()
  })
  test('钉钉: milliseconds and the signature in the address, as its robots ask for it', async () => {
    await add('dingtalk', '/robot/send?access_token=abc', 'SEC0123456789abcdef')
    await submitted()
    await sendAll()
    const [got] = await received(1)
    const query = new URL(`http://x${got!.url}`).searchParams
    const time = query.get('timestamp')!
    expect([query.get('access_token'), /^\d{13}$/.test(time), query.get('sign')]).toEqual(['abc', true, createHmac('sha256', 'SEC0123456789abcdef').update(`${time}\nSEC0123456789abcdef`).digest('base64')])
    expect((JSON.parse(got!.body) as { msgtype: string }).msgtype).toBe('text')
    await remove()
  })
  test('飞书: seconds and the signature in the body, the key being the text and the message empty', async () => {
    await add('feishu', '/open-apis/bot/v2/hook/abc', 'a feishu secret')
    await submitted()
    await sendAll()
    const body = JSON.parse((await received(1))[0]!.body) as { timestamp: string; sign: string; msg_type: string; content: { text: string } }
    expect([/^\d{10}$/.test(body.timestamp), body.sign, body.msg_type, body.content.text.startsWith('【选树】')]).toEqual([true, createHmac('sha256', `${body.timestamp}\na feishu secret`).update('').digest('base64'), 'text', true])
    await remove()
  })
  test('JSON: signed over time and body; a body that was changed does not fit any more', async () => {
    await add('json', '/hook', 'a secret of sixteen letters')
    await submitted()
    await sendAll()
    const [got] = await received(1)
    const sign = (body: string) => `sha256=${createHmac('sha256', 'a secret of sixteen letters').update(`${got!.headers['x-xuanshu-timestamp'] as string}.${body}`).digest('hex')}`
    const body = JSON.parse(got!.body) as { id: string; news: { kind: string; unit: string }[] }
    expect([got!.headers['x-xuanshu-signature'] === sign(got!.body), got!.headers['x-xuanshu-signature'] === sign(`${got!.body} `), got!.headers['x-xuanshu-delivery'] === body.id, body.news.map((l) => [l.kind, l.unit])]).toEqual([true, false, true, [['nominationSent', '示例单位1']]])
    await remove()
  })
  test('address and secret are nowhere to be read: sealed in the database, absent from the list, the ledger and the log of deliveries', async () => {
    await add('dingtalk', '/robot/send?access_token=only-for-the-bot', 'SECverysecret')
    const kept = JSON.stringify([await at.services.db.rows(`SELECT row_to_json(w) AS w FROM webhooks w`), await at.services.db.rows(`SELECT entry FROM ledger_entries WHERE entry->>'act' LIKE 'webhook.%'`), await o.office.ask(listWebhooks)])
    const forms = ['only-for-the-bot', 'SECverysecret'].flatMap((w) => [w, Buffer.from(w).toString('hex'), Buffer.from(w).toString('base64').replace(/=+$/, '')])
    expect([forms.filter((w) => kept.includes(w)), kept.includes(new URL(receiver.origin).host)]).toEqual([[], true])
    await remove()
  })
  test('a test says so and is tried once; the messenger’s own no counts as no', async () => {
    const { webhookId } = await add('wecom', '/send')
    await o.office.ask(testWebhook, { params: { webhookId } })
    await deliver(at.services)
    expect((await received(1))[0]!.body.includes('测试消息')).toBe(true)
    receiver.plan.push({ body: '{"errcode":93000,"errmsg":"invalid webhook url"}' })
    await o.office.ask(testWebhook, { params: { webhookId } })
    await deliver(at.services)
    await received(1)
    expect((await settled()).deliveries.map((d) => [d.isTest, d.state, d.error])).toEqual([[true, 'failed', 'errcode 93000'], [true, 'sent', null]])
    await remove()
  })
  test('a test is sent at once while another address keeps silent; mutant: one that waits its turn would find that one given up', async () => {
    const [silent, quick] = [await add('wecom', '/silent'), await add('wecom', '/quick')]
    receiver.plan.push('silence')
    await o.office.ask(testWebhook, { params: { webhookId: silent.webhookId } })
    await received(1)
    await o.office.ask(testWebhook, { params: { webhookId: quick.webhookId } })
    await received(1)
    const states = async () => Object.fromEntries((await o.office.ask(listWebhooks)).webhooks.map((w) => [w.webhookId, w.deliveries[0]!.state]))
    await expect.poll(async () => (await states())[quick.webhookId], { timeout: 20_000 }).toBe('sent')
    expect((await states())[silent.webhookId]).toBe('sending')
    await remove()
  })
  test('what failed is tried again and arrives once; a redirect and a long answer are failures', async () => {
    await add('feishu', '/send')
    receiver.plan.push({ status: 500 }, { status: 302, location: `${receiver.origin}/elsewhere` }, {})
    await submitted()
    await sendAll()
    const got = await received(3)
    expect(got.map((g) => g.url)).toEqual(['/send', '/send', '/send'])
    expect((await settled()).deliveries.map((d) => [d.state, d.attempts])).toEqual([['sent', 3]])
    receiver.plan.push({ body: `{"code":0,"data":"${'x'.repeat(20_000)}"}` }, { status: 404 }, { status: 404 })
    await submitted()
    await sendAll()
    await received(3)
    const { deliveries, failingSince } = await settled()
    expect([deliveries[0]!.state, deliveries[0]!.error, failingSince !== null]).toEqual(['failed', 'HTTP 404', true])
    await remove()
  })
  test('after days of failure it is switched off by itself, on record, and the office is told; switched on again it sends again', async () => {
    const { webhookId } = await add('wecom', '/send')
    await at.services.db.rows(`UPDATE webhooks SET failing_since = clock_timestamp() - interval '73 hours'`)
    receiver.plan.push({ status: 500 })
    await submitted()
    await sendAll()
    await received(1)
    await expect.poll(async () => (await o.office.ask(listWebhooks)).webhooks[0]!.state, { timeout: 20_000 }).toBe('stopped')
    const [told] = (await o.second.ask(listNews)).news
    expect([told!.kind, told!.to]).toEqual(['webhookStopped', '/office/webhooks'])
    expect(await at.services.db.rows(`SELECT 1 FROM ledger_entries WHERE entry->>'act' = 'webhook.stopped'`)).toHaveLength(1)
    await submitted()
    await sendAll()
    await o.office.ask(switchWebhook, { params: { webhookId }, body: { on: true } })
    await submitted()
    await sendAll()
    expect((JSON.parse((await received(1))[0]!.body) as { text: { content: string } }).text.content.split('\n')).toHaveLength(3)
    await remove()
  })
  test('what is not chosen is not sent; a change that leaves address and secret out keeps them', async () => {
    const { webhookId } = await add('json', '/one', 'a secret of sixteen letters')
    await o.office.ask(changeWebhook, { params: { webhookId }, body: { ...base, template: 'json', groups: ['jury'] } })
    await submitted()
    await sendAll()
    expect(receiver.got).toEqual([])
    await o.office.ask(changeWebhook, { params: { webhookId }, body: { ...base, template: 'json', name: '另一个名字' } })
    await submitted()
    await sendAll()
    const [got] = await received(1)
    expect([got!.url, typeof got!.headers['x-xuanshu-signature']]).toEqual(['/one', 'string'])
    expect((await o.office.refused(changeWebhook, { params: { webhookId }, body: { ...base, template: 'feishu' } })).codes).toEqual(['webhook.address'])
    await remove()
  })
})

describe('where the operator allows nothing', () => {
  let at: Installation
  let o: Office
  let receiver: Receiver
  beforeAll(async () => { receiver = await webhookReceiver(); at = await freshInstallation(); o = await openOffice(at, 1) })
  afterAll(async () => { await at.close(); await receiver.close() })
  const asked = (address: string, template: 'wecom' | 'json' = 'wecom') => o.office.refused(addWebhook, { body: { ...base, template, address } }).then((r) => r.codes)

  test('http, addresses inside and what is no address are refused when they are entered', async () => {
    const all = await Promise.all([receiver.origin, 'https://127.0.0.1/x', 'https://2130706433/x', 'https://[::1]/x', 'https://[::ffff:10.0.0.1]/x', 'https://localhost/x', 'https://intranet/x', 'http://bot.example.org/x', 'https://user:pass@bot.example.org/x', 'ftp://bot.example.org', '机器人'].map((a) => asked(a)))
    expect(all).toEqual([['webhook.http', 'webhook.inside'], ...Array.from({ length: 6 }, () => ['webhook.inside']), ['webhook.http'], ['webhook.address'], ['webhook.address'], ['webhook.address']])
    expect(await asked('https://bot.example.org/x', 'json')).toEqual(['webhook.secret'])
  })
  test('one that got in all the same is refused when it is connected to, and nothing arrives', async () => {
    // Entered as if the setting had been taken back since.
    const db = at.services.db
    await db.rows(`INSERT INTO webhooks (id, organisation_id, name, template, address, host, groups, created_at, created_by) SELECT gen_random_uuid(), organisation_id, '旧的', 'wecom', $1, 'x', '{work}', product_time(), account_id FROM memberships WHERE role = 'office' LIMIT 1`, [at.services.keys.seal(Buffer.from(`${receiver.origin}/send`))])
    const { webhookId } = (await o.office.ask(listWebhooks)).webhooks[0]!
    await o.office.ask(testWebhook, { params: { webhookId } })
    await deliver(at.services)
    await expect.poll(async () => (await o.office.ask(listWebhooks)).webhooks[0]!.deliveries[0]!.error, { timeout: 20_000 }).toBe('not sent: not https')
    expect(receiver.got).toEqual([])
  })
  test('a name that leads inside is refused at the connection, whatever it said before; mutant: without the question the same name connects', async () => {
    const connect = (lookup: LookupFunction | undefined) => new Promise<string>((done) => {
      const sending = request(receiver.origin.replace('127.0.0.1', 'localhost'), { method: 'POST', family: 4, agent: false, ...(lookup === undefined ? {} : { lookup }) }, (answer) => { answer.resume(); done(`HTTP ${answer.statusCode}`) })
      sending.on('error', (error) => done(error.message)).end('{}')
    })
    expect([await connect(guardedLookup(strict)), receiver.got.length]).toEqual(['an address inside', 0])
    expect([await connect(guardedLookup({ http: true, inside: true })), await connect(undefined), receiver.got.length]).toEqual(['HTTP 200', 'HTTP 200', 2])
  })
  test('an answer that does not come is given up', async () => {
    receiver.plan.push('silence')
    await expect(post(`${receiver.origin}/`, '{}', {}, { http: true, inside: true }, 300)).rejects.toThrow('no answer in time')
  })
  test('what counts as inside', () => {
    expect(['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '127.9.9.9', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', '::ffff:192.168.0.1', '64:ff9b::a00:1', '2002:7f00:1::', '2001:db8::1', 'ff02::1'].filter((a) => !isInside(a))).toEqual([])
    expect(['8.8.8.8', '172.32.0.1', '101.226.4.6', '2400:3200::1', '2606:4700::1111'].filter(isInside)).toEqual([])
    expect([namesInside('bot.example.org'), namesInside('printer.local'), namesInside('db'), namesInside('[::1]'), namesInside('a.localhost')]).toEqual([false, true, true, true, true])
  })
  test('the operator’s setting is one word or nothing', () => {
    expect([webhookSettings({}), webhookSettings({ XUANSHU_WEBHOOK_HTTP: 'allow' })]).toEqual([strict, { http: true, inside: false }])
    expect(() => webhookSettings({ XUANSHU_WEBHOOK_INSIDE: 'yes' })).toThrow('XUANSHU_WEBHOOK_INSIDE')
  })
  test('names cannot command a messenger, and a message stays below the smallest limit', () => {
    const line = { kind: 'nominationSent' as const, say: '收到一件推荐', campaign: '甲'.repeat(40), unit: '乙'.repeat(40), at: 0 }
    const text = hookText(Array.from({ length: 60 }, () => line), 'zh', 'https://xuanshu.example.org/news', false)
    expect([Buffer.byteLength(text) < 2048, /另有 \d+ 条/.test(text)]).toEqual([true, true])
  })
})
