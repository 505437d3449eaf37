import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('a name that begins like a formula is text to a spreadsheet', () => {
  expect(csvOf([['=HYPERLINK("x")', '+1', '@a', '-b', 'c']])).toBe('\uFEFF"\'=HYPERLINK(""x"")",\'+1,\'@a,\'-b,c\r\n')
})
test('commas, quotes and line ends stay inside their cell', () => {
  expect(csvOf([['甲，乙', 'a,b', 'a"b', 'a\nb']])).toBe('\uFEFF甲，乙,"a,b","a""b","a\nb"\r\n')
})
