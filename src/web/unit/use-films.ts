/** Films that the server converts for a nomination: read again every second while one is on its way. */
import { useQueryClient } from '@tanstack/react-query'
import type { AnswerOf } from '#contract/operation'
import { listFilms } from '#contract/operations/films'
import { rulesOf } from '#core/campaign/definition'
import { keyOf, useRead } from '../api/use-operation'
import type { NominationContext } from './reading'

export type Films = AnswerOf<typeof listFilms>
export type Film = Films['films'][number]

export const isUnderWay = (f: Pick<Film, 'state'>): boolean => f.state === 'waiting' || f.state === 'converting'

export const useFilms = ({ nomination, campaign }: NominationContext): Films | undefined => {
  const request = { params: { nominationId: nomination.id } }
  const known = useQueryClient().getQueryData<Films>(keyOf(listFilms, request))
  return useRead(listFilms, request, { enabled: rulesOf(campaign.definition, 'material').some((m) => m.file.type === 'video'), ...(known?.films.some(isUnderWay) && { refetchMs: 1000 }) }).data
}

/** Of a material: how many are on their way, and how many wait to be taken. */
export const filmsFor = (films: Films | undefined, materialId: string): { readonly all: readonly Film[]; readonly underWay: number; readonly made: number } => {
  const all = films?.films.filter((f) => f.materialId === materialId) ?? []
  return { all, underWay: all.filter(isUnderWay).length, made: all.filter((f) => f.state === 'made').length }
}
