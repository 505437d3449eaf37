/** What a release holds as things stand now: outcomes, letters, notice, what speaks against it, and the hash of all of it. */
import { writeLetters, judgeTemplates, type OutcomeLetter, type Reached } from '#core/announcement/release/letters'
import { outcomesOf } from '#core/announcement/release/outcomes'
import { releaseHash } from '#core/announcement/release/release'
import type { ResolvedDefinition } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import type { CalendarDay } from '#core/kernel/instant'
import { noticeToStart, type NoticeToStart } from '../notice-to-start'
import { nextAmong } from '../next-in-line'
import type { Through } from '../pass-gate'
import type { Services } from '../services'
import type { Queries } from '../store/database'
import { readOffice } from '../store/mobilisation'
import { readStood, type ReleaseInput } from '../store/releases'
import { listRounds } from '../store/rounds'

export interface Composed { readonly notice: NoticeToStart; readonly stood: readonly Reached[]; readonly letters: readonly OutcomeLetter[]; readonly findings: readonly Finding[]; readonly hash: string }
export interface ReleaseTerms { readonly roundId: string; readonly startsOn: CalendarDay; readonly input: ReleaseInput }

export const composeRelease = async (c: { readonly q: Queries; readonly services: Services }, campaignId: string, { roundId, startsOn, input }: ReleaseTerms, through: (definition: ResolvedDefinition, ids: readonly string[]) => Promise<Through>): Promise<Composed> => {
  const notice = await noticeToStart(c, campaignId, { ...input, roundId }, startsOn, through)
  const [listed, rows] = [new Set(notice.listed.map((p) => p.nominationId)), notice.of.family?.rows ?? []]
  const next = new Set(await nextAmong(c.q, rows, [...notice.of.ids], [...notice.of.ids]))
  const stood = outcomesOf(await readStood(c.q, campaignId), listed, next)
  const { zh, en } = (await readOffice(c.q, campaignId))!
  const { name: campaign, award } = notice.definition
  const letters = writeLetters(stood, input.templates, { campaign, award, host: { zh, en }, from: startsOn, until: notice.end, phone: input.howToObject.phone, email: input.howToObject.email })
  const rounds = (await listRounds(c.q, campaignId)).map((r) => ({ id: r.id, hash: r.resultHash ?? '' }))
  const hash = releaseHash({ rounds, definition: notice.definition.hash, startsOn, until: notice.end, howToObject: input.howToObject, people: notice.listed, outcomes: stood.map(({ nominationId, outcome }) => ({ nominationId, outcome })), letters })
  return { notice, stood, letters, findings: [...notice.findings, ...judgeTemplates(input.templates)], hash }
}
