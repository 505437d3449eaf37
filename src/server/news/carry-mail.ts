/** Brings news into letters: plans what is new, and lets leave what is due, mailbox by mailbox. */
import { sameMailbox } from '#core/mobilisation/address'
import { newsLetter } from '#core/news/letter'
import { termsOf } from '#core/news/kinds'
import { reachedBy, type Reached } from '#core/news/mail-address'
import { dueOf, planLetter, type LetterPlan } from '#core/news/plan'
import { usualSettings } from '#core/news/settings'
import type { Instant } from '#core/kernel/instant'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { enqueueFor } from '../store/jobs'
import { dropRead, keepPlans, mailedToday, postNews, unplanned, waitingOfDue, type OpenNews, type Planned } from '../store/news-mail'

const AT_ONCE = 500

const planned = (n: OpenNews): Planned => {
  const to = reachedBy(n)
  // The office's own letters reach the unit's mailbox: nobody reads the same there twice.
  const due = to === null || (to.shared && termsOf(n.kind).posted === true) ? null : dueOf(n, n.settings ?? usualSettings)
  return { id: n.id, at: due?.at ?? null, digest: due?.digest ?? false, presses: due?.presses ?? false }
}

type Mailbox = { readonly to: Reached; readonly news: OpenNews[] }
const byMailbox = (all: readonly OpenNews[]): Mailbox[] => {
  const boxes = new Map<string, Mailbox>()
  for (const n of all) {
    const to = reachedBy(n)
    if (to === null) continue
    const key = sameMailbox(to.address)
    const box = boxes.get(key) ?? { to, news: [] }
    box.news.push(n)
    boxes.set(key, box)
  }
  return [...boxes.values()]
}

/** Two people of one mailbox who are told the same are told it once: of each matter as often as whoever heard most of it. */
const once = (news: readonly OpenNews[]): OpenNews[] => {
  const matters = new Map<string, Map<string, OpenNews[]>>()
  for (const n of news) {
    const matter = `${n.kind} ${n.campaign?.zh ?? ''} ${n.unit ?? ''} ${n.nominationId ?? ''}`
    const heard = matters.get(matter) ?? new Map<string, OpenNews[]>()
    heard.set(n.accountId, [...(heard.get(n.accountId) ?? []), n])
    matters.set(matter, heard)
  }
  return [...matters.values()].flatMap((heard) => [...heard.values()].reduce((most, some) => (some.length > most.length ? some : most)))
}

const leave = async (tx: Queries, { origin }: Pick<Services, 'origin'>, { to, news }: Mailbox, digest: boolean, now: Instant): Promise<string> => {
  const going = digest ? news : news.filter((n) => !n.digest)
  const [first] = going as [OpenNews, ...OpenNews[]]
  const letter = newsLetter(once(going).map((n) => ({ kind: n.kind, detail: n.detail, campaign: n.campaign, unit: n.unit ?? '' })), { digest, address: `${origin}/news`, settings: `${origin}/account` })
  await postNews(tx, { organisationId: first.organisationId, kind: digest ? 'digest' : 'news', to: to.address, by: first.accountId, ...letter, at: now, news: going.map((n) => n.id) })
  return first.organisationId
}

/** How the day's letters to a mailbox are told apart; a mutant of the tests bundles nothing. */
export type Planning = (due: readonly OpenNews[], mailed: Awaited<ReturnType<typeof mailedToday>>, now: Instant) => LetterPlan
const usual: Planning = (due, mailed, now) => planLetter(due.map((d) => ({ at: d.mailAt!, digest: d.digest, presses: d.presses })), mailed, due[0]!.settings ?? usualSettings, now)

/** How many letters were posted. @param tx of whoever holds the carrier */
export const carryMail = async (tx: Queries, services: Pick<Services, 'origin'>, now: Instant, planning: Planning = usual): Promise<number> => {
  await dropRead(tx)
  for (let fresh = await unplanned(tx, AT_ONCE); fresh.length > 0; fresh = await unplanned(tx, AT_ONCE)) await keepPlans(tx, fresh.map(planned))
  const lanes = new Map<string, number>()
  for (const box of byMailbox(await waitingOfDue(tx, now, AT_ONCE))) {
    const due = box.news.filter((n) => n.mailAt! <= now)
    if (due.length === 0) continue
    const plan = planning(due, await mailedToday(tx, box.to.address, now), now)
    if ('send' in plan) {
      const lane = await leave(tx, services, box, plan.send === 'digest', now)
      lanes.set(lane, (lanes.get(lane) ?? 0) + 1)
    } else await keepPlans(tx, due.map((n) => ({ id: n.id, at: plan.postpone, digest: plan.digest, presses: n.presses && !plan.digest })))
  }
  for (const [organisationId, total] of lanes) await enqueueFor(tx, { kind: 'sendAccountLetters', campaignId: null, payload: { organisationId }, total })
  return [...lanes.values()].reduce((a, b) => a + b, 0)
}
