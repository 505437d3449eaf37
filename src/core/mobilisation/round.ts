/** 一轮提醒: one letter for each recipient with everything it is behind in, never one mail each. */
import type { Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { isMailAddress, sameMailbox } from './address'
import { extensionLetter, issueLetter, reminderLetter, type Letter, type Matter } from './letter'

/** A unit in one campaign, with where its letters go; an empty address: nowhere. */
export interface Addressed extends Matter { readonly address: string }

export interface PlannedLetter extends Letter {
  readonly to: string
  readonly matters: readonly Matter[]
}
export interface Round {
  readonly letters: readonly PlannedLetter[]
  /** Reminded so lately that they are left in peace until `again`. */
  readonly tooSoon: readonly { readonly to: string; readonly again: Instant; readonly matters: readonly Matter[] }[]
  /** Behind, and nowhere to write to. */
  readonly unreachable: readonly Matter[]
}

/** Recipients in the order of their first unit; of each the nearest end first. */
const byRecipient = (all: readonly Addressed[]): { readonly recipients: ReadonlyMap<string, { readonly to: string; readonly matters: readonly Matter[] }>; readonly unreachable: readonly Matter[] } => {
  const recipients = new Map<string, { to: string; matters: Matter[] }>()
  const unreachable: Matter[] = []
  for (const { address, ...matter } of all) {
    if (!isMailAddress(address)) { unreachable.push(matter); continue }
    const known = recipients.get(sameMailbox(address))
    if (known === undefined) recipients.set(sameMailbox(address), { to: address, matters: [matter] })
    else known.matters.push(matter)
  }
  for (const r of recipients.values()) r.matters.sort((a, b) => a.end - b.end || compare(a.campaignId, b.campaignId) || compare(a.unitName, b.unitName))
  return { recipients, unreachable }
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface RoundOf {
  readonly office: Words
  /** Every unit behind, in every campaign of this office. */
  readonly behind: readonly Addressed[]
  /** When a recipient was last reminded, by `sameMailbox`. */
  readonly lastReminded: ReadonlyMap<string, Instant>
  readonly now: Instant
  readonly remindAgainAfterHours: number
}

/** What a round would send now, to whom not yet again, and whom nobody can reach. */
export const planRound = ({ office, behind, lastReminded, now, remindAgainAfterHours }: RoundOf): Round => {
  const { recipients, unreachable } = byRecipient(behind)
  const letters: PlannedLetter[] = []
  const tooSoon: { to: string; again: Instant; matters: readonly Matter[] }[] = []
  for (const [mailbox, { to, matters }] of recipients) {
    const last = lastReminded.get(mailbox)
    const again = last === undefined ? now : last + remindAgainAfterHours * 3_600_000
    if (again > now) tooSoon.push({ to, again, matters })
    else letters.push({ to, matters, ...reminderLetter(office, matters) })
  }
  return { letters, tooSoon, unreachable }
}

/** What leaves when a campaign is issued: one letter for each recipient, whatever it was told before. */
export const planIssue = (office: Words, units: readonly Addressed[]): Round => {
  const { recipients, unreachable } = byRecipient(units)
  return { letters: [...recipients.values()].map((r) => ({ ...r, ...issueLetter(office, r.matters) })), tooSoon: [], unreachable }
}

/** What leaves when a deadline is extended: one letter for each recipient, to all units alike. */
export const planExtension = (office: Words, units: readonly Addressed[], reason: string): Round => {
  const { recipients, unreachable } = byRecipient(units)
  return { letters: [...recipients.values()].map((r) => ({ ...r, ...extensionLetter(office, r.matters, reason) })), tooSoon: [], unreachable }
}
