import { describe, expect, it } from 'vitest'
import { endOfDay, startOfDay } from '../kernel/instant'
import { publicStage, sayStage, stageEnds } from './public-stage'

const end = endOfDay('2026-05-23')
const notice = { endsAt: endOfDay('2026-06-26'), days: ['2026-06-22', '2026-06-23', '2026-06-24', '2026-06-25', '2026-06-26'], count: 'working' as const, people: 10 }
const standing = { end, notice: null, honours: null }

describe('a campaign, to somebody who only asks where it stands,', () => {
  it('receives nominations up to the last millisecond before the deadline, and then selects', () => {
    expect([publicStage(standing, end - 1), publicStage(standing, end)]).toEqual([{ kind: 'nominating', until: end }, { kind: 'selecting' }])
  })
  it('announces with the running day counted, until the notice ends', () => {
    const left = ['2026-06-22', '2026-06-24', '2026-06-26'].map((day) => publicStage({ ...standing, notice }, startOfDay(day) + 3_600_000))
    expect(left.map((s) => (s.kind === 'announcing' ? s.daysLeft : s.kind))).toEqual([5, 3, 1])
    expect([publicStage({ ...standing, notice }, notice.endsAt - 1).kind, publicStage({ ...standing, notice }, notice.endsAt).kind]).toEqual(['announcing', 'announced'])
  })
  it('is done when the honours are given, whatever the clock says', () => {
    expect([publicStage({ ...standing, notice, honours: 10 }, notice.endsAt - 1), publicStage({ ...standing, notice, honours: 10 }, notice.endsAt)]).toEqual([{ kind: 'honoured', people: 10 }, { kind: 'honoured', people: 10 }])
  })
  it('stays done when honours are revoked, and says so when none stands any more', () => {
    expect([publicStage({ ...standing, notice, honours: 0 }, notice.endsAt), sayStage({ kind: 'honoured', people: 0 }).zh]).toEqual([{ kind: 'honoured', people: 0 }, '荣誉均已撤销'])
  })
  it('changes by itself only when a term ends', () => {
    expect([publicStage(standing, 0), publicStage({ ...standing, end: null }, 0), publicStage(standing, end), publicStage({ ...standing, notice }, 0), publicStage({ ...standing, honours: 1 }, 0)].map(stageEnds)).toEqual([end, null, null, notice.endsAt, null])
  })
})

it('is said with its numbers, one person and one day in the singular', () => {
  const one = { ...notice, days: ['2026-06-26'], people: 1 }
  expect([publicStage(standing, 0), publicStage({ ...standing, notice }, startOfDay('2026-06-24')), publicStage({ ...standing, notice: one }, startOfDay('2026-06-26')), publicStage({ ...standing, notice }, notice.endsAt), publicStage({ ...standing, honours: 4 }, 0)].map(sayStage)).toEqual([
    { zh: '推荐至 5月23日（周六）24:00 止', en: 'Until Sat 23 May, 24:00' },
    { zh: '拟表彰 10 人，还剩 3 个工作日（含今天），6月26日（周五）24:00 止', en: '10 persons, 3 working days left (today included), until Fri 26 Jun, 24:00' },
    { zh: '拟表彰 1 人，还剩 1 个工作日（含今天），6月26日（周五）24:00 止', en: '1 person, 1 working day left (today included), until Fri 26 Jun, 24:00' },
    { zh: '拟表彰 10 人，等候授予', en: '10 persons, honours to be given' },
    { zh: '获评 4 人', en: '4 persons honoured' },
  ])
})
