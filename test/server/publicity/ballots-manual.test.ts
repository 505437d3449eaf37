/** 谁能看到选票: the page says of every way of voting that a round can have what it does not guard against, in both languages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alwaysTrue, wayOfRound, waysOfVoting } from '#core/review/ballot-limits'
import { freshInstallation, type Installation } from '../installation'
import { Person } from '../person'

let at: Installation
beforeAll(async () => { at = await freshInstallation() })
afterAll(() => at.close())

test('every round leads to its way; every way says what it does not guard against', async () => {
  const ways = [wayOfRound({ ballot: 'named' }), wayOfRound({ ballot: 'secret' }), wayOfRound({ ballot: 'secret', keyShares: true }), wayOfRound({ ballot: 'secret', paper: true }), wayOfRound({ ballot: 'named', paper: true })]
  expect(ways).toEqual(['named', 'secret', 'keyShares', 'paper', 'paper'])
  for (const way of waysOfVoting) expect([way.id, way.holds.length > 0, way.holdsNot.length > 0]).toEqual([way.id, true, true])
  // On a screen nothing is out of reach of whoever runs the server while the vote is on: whoever says otherwise says too much.
  expect(waysOfVoting.filter((way) => way.serverBefore.reach === 'no').map((way) => way.id)).toEqual(['paper'])
})

test('anybody reads it, in Chinese and in English, without a script', async () => {
  for (const [lang, more] of [['zh', ''], ['en', '?lang=en']] as const) {
    const { status, text } = await new Person(at.origin).raw('GET', `/manual/ballots${more}`)
    expect(status).toBe(200)
    for (const way of waysOfVoting) for (const words of [way.name, way.suits, way.officeBefore.words, way.serverBefore.words, way.after.words, way.backups.words, ...way.holds, ...way.holdsNot]) expect(text).toContain(words[lang].replaceAll("'", '&#39;'))
    for (const words of alwaysTrue) expect(text).toContain(words[lang])
    expect([text.includes('<script'), lang === 'en' ? /\p{Script=Han}/u.test(text.replaceAll('中文', '').replaceAll('Noto Serif SC', '')) : false]).toEqual([false, false])
    for (const way of waysOfVoting) expect(text).toContain(`id="${way.id}"`)
  }
})
