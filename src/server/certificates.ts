/** A certificate as the register has it; typeset when it is asked for. */
import { checkPath } from '#core/announcement/certificate'
import { Refusal } from '#core/kernel/refusal'
import { certificatePdf } from '#documents/certificate'
import type { Services } from './services'
import { factsOf, standingOf, type RegisteredHonour } from './store/honour-register'

/** Of a revoked honour none is made any more. */
export const certificateOf = (services: Pick<Services, 'origin' | 'isDemo'>, h: RegisteredHonour): Promise<Uint8Array> => {
  if (standingOf(h) === 'revoked') throw new Refusal('conflict', { zh: '这项荣誉已经撤销，证书作废，不再提供。', en: 'This honour is revoked; its certificate is void and no longer given out.' })
  return certificatePdf({ ...factsOf(h), checkAt: `${services.origin}${checkPath(h)}`, sample: services.isDemo, upright: h.upright })
}
