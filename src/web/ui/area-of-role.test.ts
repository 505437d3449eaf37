import { expect, test } from 'vitest'
import { ownAddress } from './area-of-role'

test('after sign-in one returns to a page of this site only', () => {
  expect(['/office/c/1?x=2', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/sign-in?to=/', null].map(ownAddress)).toEqual(['/office/c/1?x=2', null, null, null, null, null])
})
