/** Hears what transactions call out and passes it on to the streams of those who may read what it is about. One connection a process; without it no stream is held. */
import type pg from 'pg'
import { allows } from '#core/access/permission'
import { lookTimes } from '#core/news/looks'
import type { Services } from '../services'
import { listen } from '../store/listen'
import { heardIn } from '../store/looks'
import { readSession, type Session } from '../store/sessions'
import { locateWithSession } from '../store/subjects'
import { openStreams, type Stream, type Streams } from './streams'

export interface Hub {
  /** `full`: too many are held; `deaf`: the database cannot be heard now. */
  join(stream: Stream): Promise<'joined' | 'full' | 'deaf'>
  leave(stream: Stream): void
  readonly size: number
  stop(): Promise<void>
}
type Asked = Pick<Services, 'db'>

/** Whole sign-in, in the seat the stream was opened in. */
const isHere = (now: Session | null, { session }: Stream): boolean => now !== null && now.next === 'done' && now.actor !== null && now.membershipId === session.membershipId
/** Who oversees a campaign, asked at the moment of telling: `overseersOfCampaign`, as every page of theirs asks it. */
const oversees = async ({ db }: Asked, stream: Stream, campaignId: string): Promise<boolean> => {
  const { session, subject } = await locateWithSession(db, { campaignId }, stream.session.tokenHash)
  return isHere(session, stream) && allows('overseersOfCampaign', session!.actor!, subject)
}

/** Sessions that ended, or sit elsewhere now: the page comes again as who it is then. */
const standing = async ({ db }: Asked, streams: readonly Stream[]): Promise<ReadonlySet<Stream>> => {
  const rows = await db.rows<{ token: Buffer; seat: string | null }>(
    `SELECT s.token_hash AS token, m.id || m.role || m.organisation_id || coalesce(m.for_office::text, '') AS seat FROM sessions s LEFT JOIN memberships m ON m.id = s.membership_id AND m.account_id = s.account_id WHERE s.token_hash = ANY($1) AND s.expires_at > clock_timestamp()`, [streams.map((s) => s.session.tokenHash)])
  const seats = new Map(rows.map((r) => [r.token.toString('base64'), r.seat]))
  return new Set(streams.filter(({ session: { tokenHash, membershipId, actor } }) => seats.get(tokenHash.toString('base64')) === `${membershipId}${actor?.role}${actor?.organisationId}${actor?.forOffice ?? ''}`))
}

export const openHub = (services: Asked, { streams = openStreams(), beat = lookTimes.beat }: { readonly streams?: Streams; readonly beat?: number } = {}): Hub => {
  let hearing: Promise<pg.Client | null> | null = null
  let [stopped, checking, again] = [false, false, false]
  const endAll = (): void => { for (const s of streams.all) s.end() }
  /** One question for all streams, also where many sessions end at once. */
  const check = async (): Promise<void> => {
    if (checking) { again = true; return }
    checking = true
    do {
      again = false
      const now = [...streams.all]
      const still = now.length === 0 ? new Set() : await standing(services, now).catch(() => new Set())
      for (const s of now) if (!still.has(s)) s.end()
    } while (again)
    checking = false
  }
  const heard = (payload: string): void => {
    const said = heardIn(payload)
    if (said.what === 'sessions') void check()
    // Others of the host are passed over before the database is asked; whether one oversees it, the permission says.
    else if (said.what === 'campaign') { for (const s of streams.all) if (s.session.actor?.organisationId === said.hostId) streams.tell(s, { topic: 'campaign', campaignId: said.campaignId }, () => oversees(services, s, said.campaignId)) }
    else if (said.what === 'news') {
      for (const s of streams.all) {
        if (s.session.accountId !== said.accountId) continue
        const here = async () => isHere(await readSession(services.db, s.session.tokenHash), s)
        streams.tell(s, { topic: 'news', campaignId: null }, here)
        const { actor } = s.session
        // The seat was told of something in this campaign: its pages there have changed for it.
        if (said.campaignId !== null && actor !== null && actor.role === said.role && actor.organisationId === said.organisationId) streams.tell(s, { topic: 'campaign', campaignId: said.campaignId }, here)
      }
    }
  }
  const lost = (): void => { hearing = null; endAll() }
  const beats = setInterval(() => { for (const s of streams.all) s.beat(); void check() }, beat)
  beats.unref()
  return {
    get size() { return streams.all.size },
    async join(stream) {
      if (stopped) return 'deaf'
      hearing ??= listen(services.db, 'xuanshu_looks', heard, lost)
      const client = await hearing
      if (client === null) { hearing = null; return 'deaf' }
      if (!streams.add(stream)) return 'full'
      // What ended between the asking of the session and this moment was called out to nobody.
      void check()
      return 'joined'
    },
    leave: (stream) => streams.remove(stream),
    async stop() {
      stopped = true
      clearInterval(beats)
      endAll()
      await (await hearing)?.end().catch(() => undefined)
    },
  }
}
