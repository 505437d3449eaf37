import { expect, test } from 'vitest'
import { heavyWaitsUntil } from './deadline-mode'

const [MINUTE, end] = [60_000, 1_000 * 60_000]
const at = (now: number, minutes = 120) => heavyWaitsUntil([{ end, minutes }], now)

test('from two hours before the end to the end itself, to the millisecond', () => {
  expect([at(end - 120 * MINUTE - 1), at(end - 120 * MINUTE), at(end - 1), at(end)]).toEqual([null, end, end, null])
})
test('lifted by the office, nothing waits; of several ends the last one counts', () => {
  expect([at(end - 1, 0), heavyWaitsUntil([{ end, minutes: 120 }, { end: end + MINUTE, minutes: 120 }, { end: end + 900 * MINUTE, minutes: 120 }], end - 1)]).toEqual([null, end + MINUTE])
})
