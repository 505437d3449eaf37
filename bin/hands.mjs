// Which plays in the browser a short run has time for: those of the path always, of the others one hand of four, dealt by the commit (decision 068).
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const HANDS = 4
/** Played on every commit: the path from the empty installation to the honour, what every page owes everybody, and the page that proves a record. */
export const always = ['demo', 'path', 'verify-page']

const plays = (root) => readdirSync(join(root, 'test/browser')).filter((file) => file.endsWith('.test.ts')).map((file) => file.slice(0, -'.test.ts'.length)).toSorted()

/** Every play that is not always played, in exactly one of the hands. @returns names of files without their ending */
export const dealt = (root) => {
  const others = plays(root).filter((play) => !always.includes(play))
  return Array.from({ length: HANDS }, (_, hand) => others.filter((_play, i) => i % HANDS === hand))
}

/** @param commit its hash; without one the first hand @param wish 1 to 4, or `all` @returns counted from 1; null: everything is played */
export const handOf = (commit, wish) => {
  if (wish === 'all') return null
  const wished = Number(wish)
  if (Number.isInteger(wished) && wished >= 1 && wished <= HANDS) return wished
  const number = Number.parseInt(commit.slice(0, 8), 16)
  return Number.isNaN(number) ? 1 : (number % HANDS) + 1
}
