import { z } from 'zod'
import { operation } from '../operation'
import { finding, id, instant, nominationParams } from '../shapes'
import { view } from './views'

/** 由服务器转换: a film that breaks the rules and that the browser cannot convert. It is sent by `uploads.begin` with `toConvert`, or stands as a material already. */
const facts = z.record(z.string(), z.unknown())
const film = z.object({
  filmId: id, materialId: z.string(), /** The material that it would replace. */ fileId: id.nullable(),
  name: z.string(), bytes: z.int(), facts, to: z.object({ width: z.int(), height: z.int() }), askedAt: instant,
  state: z.enum(['waiting', 'converting', 'made', 'failed']),
  /** Conversions that are done before it. */
  ahead: z.int(), /** 0–1 */ share: z.number(), secondsLeft: z.number().nullable(), /** Begun once more from the beginning. */ begunAgain: z.boolean(),
  made: z.object({ bytes: z.int(), facts, until: instant }).nullable(),
  /** Why nothing came of it, and whether another try could end otherwise. */
  findings: z.array(finding), mayTryAgain: z.boolean(),
})
export const listFilms = operation({
  id: 'films.list', method: 'GET', path: '/api/nominations/:nominationId/films', who: 'makersOfNomination',
  summary: { zh: '由服务器转换的视频：能不能转、转到哪里', en: 'Films the server converts: whether it can, and how far each is' },
  params: nominationParams, answer: z.object({ /** The server has the program. */ possible: z.boolean(), mostBytes: z.int(), films: z.array(film) }),
})
const filmParams = nominationParams.extend({ filmId: id })
export const convertMaterial = operation({
  id: 'films.convertMaterial', method: 'POST', path: '/api/nominations/:nominationId/materials/:fileId/film', who: 'fillersOfNomination',
  summary: { zh: '由服务器转换一份已收下的视频', en: 'Have the server convert a film that was received' }, params: nominationParams.extend({ fileId: id }), answer: z.object({ filmId: id }),
})
export const viewFilm = operation({
  id: 'films.view', method: 'GET', path: '/api/nominations/:nominationId/films/:filmId/view', who: 'makersOfNomination',
  summary: { zh: '看转换好的视频', en: 'Look at a converted film' }, params: filmParams, answer: view,
})
/** It becomes a material of the dossier; only then the original goes. */
export const takeFilm = operation({
  id: 'films.take', method: 'POST', path: '/api/nominations/:nominationId/films/:filmId/take', who: 'fillersOfNomination',
  summary: { zh: '采用转换好的视频', en: 'Take a converted film' }, params: filmParams, answer: z.object({ fileId: id }),
})
export const tryFilmAgain = operation({
  id: 'films.again', method: 'POST', path: '/api/nominations/:nominationId/films/:filmId/again', who: 'fillersOfNomination',
  summary: { zh: '再转一次', en: 'Convert it once more' }, params: filmParams,
})
export const dropFilm = operation({
  id: 'films.drop', method: 'DELETE', path: '/api/nominations/:nominationId/films/:filmId', who: 'fillersOfNomination',
  summary: { zh: '不转了，或不用转好的', en: 'Stop a conversion, or leave what came of it' }, params: filmParams,
})
