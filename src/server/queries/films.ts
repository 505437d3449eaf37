import { listFilms, viewFilm } from '#contract/operations/films'
import type { AnswerOf } from '#contract/operation'
import { FILM_KEPT_DAYS, mayTryAgain, MOST_SOURCE_BYTES, sayFailure } from '#core/materials/film-conversion'
import { rulesOf } from '#core/campaign/definition'
import { isCandidateMaterial } from '#core/nomination/candidate-part'
import { absent, query, type QueryContext } from '../handler'
import { definitionOf } from '../store/campaigns'
import { listFilms as readFilms, stateOfFilm, type FilmRow } from '../store/film-conversions'
import { readNominationRow } from '../store/nominations'
import { shownTo } from './views'

type Film = AnswerOf<typeof listFilms>['films'][number]
const DAY_MS = 86_400_000

const shown = (f: FilmRow): Film => {
  const state = stateOfFilm(f)
  const failure = state === 'failed' ? f.failure ?? 'unexpected' as const : null
  return {
    filmId: f.id, materialId: f.materialId, fileId: f.fileId, name: f.name, bytes: f.bytes, facts: { ...f.facts }, to: { width: f.to.width, height: f.to.height }, askedAt: f.askedAt,
    state, ahead: state === 'waiting' ? f.ahead : 0, share: f.share, secondsLeft: state === 'converting' ? f.secondsLeft : null, begunAgain: (state === 'waiting' || state === 'converting') && f.tries > 1,
    made: f.made === null ? null : { bytes: f.made.bytes, facts: { ...f.made.facts }, until: f.made.at + FILM_KEPT_DAYS * DAY_MS },
    findings: (failure === null ? [] : [sayFailure(failure, { material: f.materialId, file: f.name }), ...f.findings]) as Film['findings'], mayTryAgain: failure !== null && mayTryAgain(failure),
  }
}

/** Of the own part, to a candidate. */
const seenBy = async ({ q, services, actor }: QueryContext, nominationId: string): Promise<readonly FilmRow[]> => {
  const films = await readFilms(q, nominationId)
  if (actor.role !== 'candidate' || films.length === 0) return films
  const row = (await readNominationRow(q, nominationId))!
  const own = new Set(rulesOf(await definitionOf(q, services.definitions, row.campaignId, row.definitionHash), 'material').filter(isCandidateMaterial).map((m) => m.id))
  return films.filter((f) => own.has(f.materialId))
}

export const listFilmsQuery = query(listFilms, async ({ params }, context) => (
  { possible: context.services.programs.ffmpeg !== null, mostBytes: MOST_SOURCE_BYTES, films: (await seenBy(context, params.nominationId)).map(shown) }))

export const viewFilmQuery = query(viewFilm, async ({ params }, context) => {
  const film = (await seenBy(context, params.nominationId)).find((f) => f.id === params.filmId)
  if (film?.made == null) throw absent()
  return shownTo(film.made, context)
})
