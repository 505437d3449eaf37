import { expect, it } from 'vitest'
import { endOfDay } from '../kernel/instant'
import { mayBegin } from './begin'

const end = endOfDay('2026-05-23')
const definition = { rules: [{ id: 'deadline', kind: 'deadline', strength: 'warn', day: '2026-05-23', time: null, dayIncluded: true, rests: { number: '四', zh: '逾期不予受理', en: 'late ones are not accepted' } }] } as never

it('a nomination is begun until the last millisecond before the end, extensions included, and never after it', () => {
  const codes = (of: number | null, now: number) => mayBegin(definition, { end: of, now }).map((f) => f.code)
  expect([codes(end, end - 1), codes(end, end), codes(end + 86_400_000, end), codes(null, end)]).toEqual([[], ['nomination.late'], [], []])
})
it('it stops the act whatever the rule’s own strength, and is said with the clause of the deadline and what becomes of drafts', () => {
  const [late] = mayBegin(definition, { end, now: end })
  expect([late!.strength, late!.clause?.number, late!.what.zh, late!.mend.zh.includes('草稿和材料都保留')]).toEqual(['block', '四', '报送已于 5月23日（周六）24:00 截止，不能再新建推荐', true])
})
