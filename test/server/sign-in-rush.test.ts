/** Hundreds sign in at nine o'clock: each is answered, right and wrong alike, and nobody waits for somebody who waits for him. */
import { expect, test } from 'vitest'
import { signIn } from '#contract/operations/sign-in'
import { freshInstallation } from './installation'
import { openOffice } from './office'
import { Person } from './person'

test('many more at once than the database has connections are all answered as they should be', async () => {
  const at = await freshInstallation({ demo: false })
  await openOffice(at, 3)
  // Unknown ones first in the queue, known ones between: a transaction that asks for a second connection would stop them all.
  const come = (i: number) => new Person(at.origin).send(signIn, { body: { login: i % 2 === 0 ? `nobody${i}` : `clerk${1 + (i % 3)}`, password: 'a long password 1' } })
  const answers = await Promise.all(Array.from({ length: 60 }, async (_, i) => [i, (await come(i)).status] as const))
  expect(answers.filter(([i, status]) => status !== (i % 2 === 0 ? 401 : 200))).toEqual([])
  expect((await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM sessions WHERE how = 'password' AND created_at > clock_timestamp() - interval '1 minute'`))!.n).toBeGreaterThanOrEqual(30)
  await at.close()
})
