import { describe, expect, test } from 'vitest'
import { isMailAddress } from './address'
import { oneLine } from './letter'
import { planIssue, planRound, type Addressed } from './round'

const HOUR = 3_600_000
const end = Date.parse('2026-05-23T16:00:00Z')
const office = { zh: '云川省医学会（示例）', en: 'Yunchuan Medical Association (sample)' }
const about = (unitId: string, address: string, over: Partial<Addressed> = {}): Addressed => ({
  campaignId: 'c1', campaign: { zh: '最美科技工作者（示例）', en: 'Sci-Tech Workers (sample)' }, unitId, unitName: `${unitId}医院（示例）`, end, link: 'https://x.example/unit/c/c1', lacks: ['notOpened', 'notAcknowledged', 'notSubmitted'], address, ...over,
})
const second = (unitId: string, address: string, over: Partial<Addressed> = {}) => about(unitId, address, { campaignId: 'c2', campaign: { zh: '最美医生（示例）', en: 'Doctors (sample)' }, link: 'https://x.example/unit/c/c2', end: end - 24 * HOUR, lacks: ['nothingBegun'], ...over })
const round = (behind: Addressed[], lastReminded: [string, number][] = [], now = end - 50 * HOUR, remindAgainAfterHours = 24) => planRound({ office, behind, lastReminded: new Map(lastReminded), now, remindAgainAfterHours })
const matters = (r: ReturnType<typeof round>) => r.letters.map((l) => [l.to, l.matters.map((m) => `${m.unitId} ${m.campaignId}`)])

describe('a round of reminders', () => {
  test('one letter for each recipient, with all campaigns, the nearest end first', () => {
    expect(matters(round([about('甲', 'a@x.example'), about('乙', 'b@x.example'), second('甲', 'a@x.example')]))).toEqual([['a@x.example', ['甲 c2', '甲 c1']], ['b@x.example', ['乙 c1']]])
  })
  test('two units with one mailbox, however it is written, get one letter that names both', () => {
    const r = round([about('甲', 'Office@x.example'), about('乙', 'office@X.example')])
    expect(matters(r)).toEqual([['Office@x.example', ['乙 c1', '甲 c1']]])
    expect(r.letters[0]!.text.split('\n').filter((l) => l.includes('单位：'))).toEqual(['   单位：乙医院（示例）', '   单位：甲医院（示例）'])
  })
  test('whoever was reminded within the hours of peace is left alone, to the millisecond', () => {
    const now = end - 50 * HOUR
    const [early, due] = [round([about('甲', 'A@x.example')], [['a@x.example', now - 24 * HOUR + 1]], now), round([about('甲', 'A@x.example')], [['a@x.example', now - 24 * HOUR]], now)]
    expect([early.letters.length, early.tooSoon.map((t) => [t.to, t.again - now, t.matters.length])]).toEqual([0, [['A@x.example', 1, 1]]])
    expect([due.letters.length, due.tooSoon.length]).toEqual([1, 0])
    expect(round([about('甲', 'a@x.example')], [['a@x.example', now - 3 * HOUR]], now, 2).letters.length).toBe(1)
  })
  test('without an address a unit is named to the office, and nothing is written to nobody', () => {
    const r = round([about('甲', ''), about('乙', 'a@x.example, b@x.example')])
    expect([r.letters.length, r.unreachable.map((m) => m.unitId)]).toEqual([0, ['甲', '乙']])
  })
  test('the letter says what is missing, until when and where to go, in both languages, and nothing else', () => {
    const [letter] = round([about('甲', 'a@x.example')]).letters
    expect(letter!.subject).toBe('提醒：最美科技工作者（示例），5月23日（周六）24:00 截止')
    expect(letter!.text).toBe([
      '甲医院（示例）：', '', '下列活动还没有办完：', '', '1. 最美科技工作者（示例）', '   截止：2026年5月23日（周六）24:00', '   还差：没有打开通知；没有报送', '   办理：https://x.example/unit/c/c1', '',
      '此信由云川省医学会（示例）的活动办公系统自动发出，不收回信。', '', '- - -', '', 'Reminder: Sci-Tech Workers (sample) closes on Sat 23 May, 24:00', '', 'These campaigns are not finished:', '', '1. Sci-Tech Workers (sample)',
      '   Closes: Sat 23 May 2026, 24:00', '   Missing: the notice is not opened; nothing is submitted', '   Go on at: https://x.example/unit/c/c1', '', 'Sent by the campaign system of Yunchuan Medical Association (sample); replies are not read.', '',
    ].join('\n'))
  })
  test('the subject of a digest counts campaigns, not units', () => {
    const subject = (behind: Addressed[]) => round(behind).letters[0]!.subject
    expect([subject([about('甲', 'a@x.example'), second('甲', 'a@x.example')]), subject([about('甲', 'a@x.example'), about('乙', 'a@x.example')])]).toEqual(['提醒：2 项活动没有办完，最早 5月22日（周五）24:00 截止', '提醒：最美科技工作者（示例），5月23日（周六）24:00 截止'])
  })
  test('the same state makes the same letters, whatever the hour: a preview stays good', () => {
    const behind = [about('甲', 'a@x.example'), second('甲', 'a@x.example')]
    expect(round(behind, [], end - 50 * HOUR).letters).toEqual(round(behind, [], end - 49 * HOUR).letters)
  })
})

describe('the letters of issuing', () => {
  test('one for each recipient, with the end and the way to the notice', () => {
    const { letters, unreachable } = planIssue(office, [about('甲', 'a@x.example', { lacks: [] }), about('乙', '', { lacks: [] }), about('丙', 'a@x.example', { lacks: [] })])
    expect([letters.map((l) => [l.to, l.subject, l.text.split('\n').slice(0, 7)]), unreachable.map((m) => m.unitId)]).toEqual([
      [['a@x.example', '新活动：最美科技工作者（示例）', ['丙医院（示例）、甲医院（示例）：', '', '云川省医学会（示例）发布了“最美科技工作者（示例）”。', '报送截止：2026年5月23日（周六）24:00', '', '请打开通知，看过后点“已阅知”：', 'https://x.example/unit/c/c1']]], ['乙'],
    ])
  })
})

describe('nothing gets into a letter by a name', () => {
  test('no line break, control or turned direction', () => {
    expect(oneLine(' 甲\r\nBcc: x@y.example\u2028乙\u202E丙\u0000 ')).toBe('甲 Bcc: x@y.example 乙 丙')
    const [letter] = round([about('甲', 'a@x.example', { unitName: '甲\r\nBcc: b@x.example', campaign: { zh: '活动\nTo: c@x.example', en: 'c\nTo: d' } })]).letters
    expect([letter!.subject.includes('\n'), letter!.text.split('\n').filter((l) => /^(Bcc|To):/.test(l))]).toEqual([false, []])
  })
  test('an address is one address and nothing more', () => {
    const good = ['a@x.example', 'o.f-f+1@mail.x-y.example', `${'a'.repeat(64)}@x.example`]
    const bad = ['', 'a', 'a@', '@x.example', 'a@x', 'a@x.example\r\nBcc: b@x.example', 'a@x.example\n', 'a@x.example,b@x.example', '甲 <a@x.example>', 'a b@x.example', 'a@@x.example', 'a@-x.example', '"a"@x.example', `${'a'.repeat(65)}@x.example`]
    expect([good.map(isMailAddress), bad.filter(isMailAddress)]).toEqual([[true, true, true], []])
  })
  test('a name of any length leaves a subject of one line', () => {
    const long = round([about('甲', 'a@x.example', { campaign: { zh: '长'.repeat(500), en: 'long' } })]).letters[0]!.subject
    expect([...long].length).toBeLessThan(100)
  })
})
