/** The web's own inspector, within reach of a test. */
import type { Facts } from '#core/materials/facts'
import { inspectInBrowser } from '../../../src/web/ui/files/inspect-in-browser'

export interface Asked { readonly address: string; readonly name: string; readonly portrait: boolean }
declare global {
  interface Window { inspectAll?: (asked: readonly Asked[]) => Promise<Facts[]> }
}

window.inspectAll = async (asked) => {
  const seen: Facts[] = []
  for (const { address, name, portrait } of asked) seen.push(await inspectInBrowser(new File([await (await fetch(address)).blob()], name), { border: portrait, faces: portrait }))
  return seen
}
