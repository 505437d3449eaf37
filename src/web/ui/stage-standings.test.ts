import { expect, test } from 'vitest'
import { stageStandings } from './stage-standings'

const said = (stages: { from: string | null; to: string | null }[], today: string) => stageStandings(stages, today).map((s) => s.standing).join(' ')
const none = { from: null, to: null }

test('a stage with its days is current from the first to the last of them', () => {
  const stages = [{ from: '2026-05-06', to: '2026-05-10' }, { from: '2026-05-11', to: '2026-05-23' }, { from: '2026-06-01', to: '2026-06-12' }]
  expect(said(stages, '2026-05-06')).toBe('now later later')
  expect(said(stages, '2026-05-23')).toBe('done now later')
  expect(said(stages, '2026-06-12')).toBe('done done now')
  expect(said(stages, '2026-06-13')).toBe('done done done')
})
test('between two stages nothing is current', () => {
  expect(said([{ from: '2026-05-06', to: '2026-05-10' }, { from: '2026-06-01', to: null }], '2026-05-20')).toBe('done later')
})
test('a stage without days follows the one that ended before it', () => {
  expect(said([none, { from: null, to: '2026-05-23' }, none, none], '2026-05-24')).toBe('done done now later')
})
test('the share of the current stage is the part of its days that has passed', () => {
  expect(stageStandings([{ from: '2026-05-01', to: '2026-05-11' }], '2026-05-06').map((s) => s.share)).toEqual([0.5])
})
