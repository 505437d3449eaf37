/** 全部证书 as a package: one page a person. Who was revoked since is told in the index and left out. */
import { safeName } from '#core/package/safe-name'
import { dayOf } from '#core/kernel/instant'
import { certificateOf } from '../certificates'
import type { Services } from '../services'
import { readRegisteredOf, standingOf } from '../store/honour-register'
import type { Dossier, DossierFile } from './dossier-files'

export const certificateFiles = async (services: Services, nominationId: string, at: { readonly ordinal: number }): Promise<Dossier> => {
  const h = (await readRegisteredOf(services.db, nominationId))!
  const revoked = standingOf(h) === 'revoked'
  const content = revoked ? null : await certificateOf(services, h).catch(() => null)
  const file: DossierFile = {
    path: `证书/${String(at.ordinal).padStart(3, '0')}_${safeName(h.name, 80)}_${h.number}.pdf`, modified: h.givenAt, source: content === null ? { kind: 'unmade' } : { kind: 'made', content },
    about: { what: '荣誉证书', original: '', receivedAt: null, findings: revoked ? ['荣誉已撤销，证书作废'] : [], paper: '' },
  }
  return { files: [file], about: { unit: h.unit, candidate: h.name, employer: '', state: `编号 ${h.number}，${dayOf(h.givenAt)} 授予`, version: 0, submittedAt: null, folder: '证书', paper: '' } }
}
