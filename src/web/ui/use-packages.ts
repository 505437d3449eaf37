/** The packages somebody asked for in a campaign; read again every second while one is being made. */
import { useQueryClient } from '@tanstack/react-query'
import type { AnswerOf } from '#contract/operation'
import { listPackages } from '#contract/operations/packages'
import { keyOf, useRead } from '../api/use-operation'

type Packages = AnswerOf<typeof listPackages>
export type Package = Packages['packages'][number]

export const isUnderWay = (p: Package): boolean => p.state === 'waiting' || p.state === 'making'

export const usePackages = (campaignId: string) => {
  const request = { params: { campaignId } }
  const known = useQueryClient().getQueryData<Packages>(keyOf(listPackages, request))
  return useRead(listPackages, request, known?.packages.some(isUnderWay) ? { refetchMs: 1000 } : {})
}
