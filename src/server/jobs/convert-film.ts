import { makeFilm, type MadeFilm } from '../films/make-film'
import { filmOfJob, setFailed, setMade } from '../store/film-conversions'
import type { Claimed, JobKind } from './kind'

const idOf = (job: Claimed): string => (job.payload as { readonly filmId: string }).filmId

const nothing: MadeFilm = { kind: 'over' }

/** A film is made fit by a program of the machine. It takes minutes: no transaction waits for it, and it has a lane of its own. */
export const convertFilm: JobKind<MadeFilm> = {
  kind: 'convertFilm',
  lane: 'films',
  outside: (job, services, signal) => makeFilm(services, idOf(job), signal),
  async step(tx, job, _services, made = nothing) {
    if (made.kind === 'made') await setMade(tx, idOf(job), made.stored, made.facts)
    else if (made.kind === 'failed') await setFailed(tx, idOf(job), made.why, made.findings)
    return 0
  },
  /** Who asked for it, and who takes it, say so in entries of their own. */
  async deed(tx, job, made = nothing) {
    const film = await filmOfJob(tx, idOf(job))
    // Dropped at the last moment, or done by another before: nothing came of this.
    if (film === undefined || made.kind === 'over' || (made.kind === 'made' ? film.made?.sha256 !== made.stored.sha256 : film.failure === null)) return null
    const about = { film: film.id, material: film.materialId, from: film.sha256 }
    const subject = { kind: 'nomination', id: film.nominationId }
    return made.kind === 'made'
      ? { chain: job.campaignId, act: 'film.made', subject, data: { ...about, file: made.stored.sha256, bytes: made.stored.bytes } }
      : { chain: job.campaignId, act: 'film.failed', subject, data: { ...about, why: made.why } }
  },
}
