import { expect, test } from 'vitest'
import { afterLook, fails, isDead, lookKinds, lookOfAnswer, neverLooked, nextLook, type KeptLook, type LinkLook } from './look'
import { owedForDead, sayLink } from './say'

const day = (n: number, hour = 10): number => Date.parse(`2026-05-${String(n).padStart(2, '0')}T00:00:00Z`) + (hour - 8) * 3600_000
const gone: LinkLook = { kind: 'gone', status: 404, host: null }
const works: LinkLook = { kind: 'works', status: 200, host: null }
const through = (looks: readonly (readonly [LinkLook, number])[], proven = true): KeptLook => looks.reduce((k, [look, at]) => afterLook(k, look, at, proven), neverLooked)

test('what an answer is', () => {
  expect([200, 204, 404, 410, 401, 403, 412, 429, 500, 503, 304].map((s) => lookOfAnswer(s, 'a.cn', 'a.cn').kind)).toEqual(['works', 'works', 'gone', 'gone', 'closed', 'closed', 'closed', 'closed', 'error', 'error', 'error'])
  expect([lookOfAnswer(200, 'www.a.cn', 'm.a.cn'), lookOfAnswer(200, 'a.cn', 'parked.example.org')]).toEqual([works, { kind: 'moved', status: 200, host: 'parked.example.org' }])
})
test('one failure is a question, twice on one day too; the second on another day makes it dead; mutant: counted by failures it would be dead on the first day', () => {
  const once = through([[works, day(1)], [gone, day(8)]])
  const twice = afterLook(once, gone, day(8, 23), true)
  const next = afterLook(twice, gone, day(9, 0), true)
  expect([once, twice, next].map(isDead)).toEqual([false, false, true])
  expect([once, twice, next].map((k) => sayLink(k, true, false).stand)).toEqual(['question', 'question', 'dead'])
  const byCount = (n: number) => n >= 2
  expect([byCount(2), isDead(twice)]).toEqual([true, false])
})
test('what opened in between begins anew, and what keeps programs out is not dead', () => {
  expect(isDead(through([[gone, day(1)], [works, day(2)], [gone, day(3)]]))).toBe(false)
  expect(through([[gone, day(1)], [{ kind: 'closed', status: 403, host: null }, day(2)]]).failingSince).toBeNull()
})
test('where nothing outside answers, silence says nothing of a link: it is not called dead, and what was known stands', () => {
  const silent: LinkLook = { kind: 'tooLong', status: null, host: null }
  expect([isDead(through([[silent, day(1)], [silent, day(2)]], false)), isDead(through([[silent, day(1)], [silent, day(2)]], true))]).toEqual([false, true])
  expect(afterLook(through([[works, day(1)]]), silent, day(2), false).look).toEqual(works)
})
test('tomorrow after a first failure, weekly else, an hour later where nothing was learned, and not after the end', () => {
  expect([nextLook(through([[gone, day(8)]]), true, day(8), true), nextLook(through([[works, day(8)]]), true, day(8), true), nextLook(neverLooked, false, day(8), true), nextLook(through([[works, day(8)]]), true, day(8), false)]).toEqual([day(9, 9), day(15), day(8, 11), null])
})
test('everything found is said in both languages, with its day; off is said calmly', () => {
  for (const kind of lookKinds) { const { said } = sayLink(through([[{ kind, status: 500, host: 'b.cn' }, day(8)]]), true, false); expect([said.zh.includes('2026年5月8日'), said.en.includes('8 May 2026')]).toEqual([true, true]) }
  expect([sayLink(neverLooked, false, false).stand, sayLink(neverLooked, true, false).stand, sayLink(through([[works, day(8)]]), true, true).stand]).toEqual(['off', 'waiting', 'waiting'])
  expect(sayLink(through([[gone, day(8)]]), true, false).said.zh).toBe('试了一次没打开，明天再看：网站说没有这个网页（404）。2026年5月8日看过')
  expect(lookKinds.filter(fails)).toEqual(['gone', 'error', 'noHost', 'tooLong', 'unreachable'])
})
test('a picture is asked for where a dead link is all there is, and blocks nothing', () => {
  expect([owedForDead('dead', 0).map((f) => f.strength), owedForDead('dead', 1), owedForDead('question', 0)]).toEqual([['warn'], [], []])
})
