import { expect, test } from 'vitest'
import { publicPost } from './public-post'

test('a post that says there is none is not said in public; one that holds the word is', () => {
  expect(['无', ' 无 ', 'None', '—', '', '无锡分院院长', '主任医师'].map(publicPost)).toEqual(['', '', '', '', '', '无锡分院院长', '主任医师'])
})
