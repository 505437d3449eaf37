// What a short run has time for: of plays in the browser those of the path always, of the others, and of what works longest on pictures, films and papers, one hand of six, dealt by the commit (decision 068).
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const HANDS = 6
/** Played on every commit: the path from the empty installation to the honour, what every page owes everybody, and the page that proves a record. */
export const always = ['demo', 'path', 'verify-page']

/** Readers of pictures, films and papers against many made ones, a plan at ten thousand, the demo's own files: what must never be is tested beside, always. */
export const byTurns = ['faults/films', 'server/desk-plan', 'server/faces', 'server/films', 'server/films-made', 'server/old-word', 'server/paper/seal-places', 'server/paper/sealed-where', 'server/paper/worn', 'server/samples']

const ENDING = '.test.ts'
const plays = (root) => readdirSync(join(root, 'test/browser')).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length)).toSorted()

/** Every file that is not in every run, in exactly one of the hands. @returns paths below `test`, without their ending */
export const dealt = (root) => {
  const others = [...plays(root).filter((play) => !always.includes(play)).map((play) => `browser/${play}`), ...byTurns]
  return Array.from({ length: HANDS }, (_, hand) => others.filter((_file, i) => i % HANDS === hand))
}

/** @param commit its hash; without one the first hand @param wish its number, or `all` @returns counted from 1; null: everything is played */
export const handOf = (commit, wish) => {
  if (wish === 'all') return null
  const wished = Number(wish)
  if (Number.isInteger(wished) && wished >= 1 && wished <= HANDS) return wished
  const number = Number.parseInt(commit.slice(0, 8), 16)
  return Number.isNaN(number) ? 1 : (number % HANDS) + 1
}
