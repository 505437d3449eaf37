import { expect, test } from 'vitest'
import { acts } from '#core/ledger/entry'
import { belongs, familyNames } from './act-families'

test('every act of the ledger can be found by a filter other than all', () => {
  expect(acts.filter((act) => !familyNames.some((family) => family !== 'all' && belongs(act, family)))).toEqual([])
})
