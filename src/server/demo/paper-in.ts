/** What came in on paper, entered by the office as a person would: the foot compared by eye, a USB stick where one is due. */
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { receivePaperCommand } from '../commands/paper'
import { act } from './actors'
import type { Cast } from './assemble'
import type { Services } from '../services'

/** @param most how many of the materials; all unless said */
export const paperIn = async ({ services, cast }: { readonly services: Services; readonly cast: Cast }, campaignId: string, definition: ResolvedDefinition, nominationId: string, most = Infinity): Promise<void> => {
  const papers = rulesOf(definition, 'material').filter((m) => m.paperCopies > 0 && m.package !== 'chosen').map((m) => ({ carrier: 'paper' as const, materialId: m.id as string | null, copies: m.paperCopies }))
  const onStick = rulesOf(definition, 'material').some((m) => m.paper?.by?.includes('usb'))
  const items = [...papers, ...(onStick ? [{ carrier: 'usb' as const, materialId: null, copies: 1 }] : [])].slice(0, most)
  if (items.length > 0) await act(services, cast.office, receivePaperCommand, { params: { campaignId }, body: { nominationId, code: null, compared: true, items } })
}
