/** A film that was received and breaks the rules by now, or plays only on some computers: the server offers to convert it. */
import { convertMaterial, listFilms } from '#contract/operations/films'
import type { ResolvedRule } from '#core/campaign/definition'
import type { VideoFacts } from '#core/materials/facts'
import { convertedFilm } from '#core/materials/made-fit'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { findingsOf, type MaterialFile } from '../reading'
import type { Films } from '../use-films'

export const ConvertKept = ({ file, rule, nominationId, films }: { file: MaterialFile; rule: ResolvedRule<'material'>; nominationId: string; films: Films | undefined }) => {
  const t = useText()
  const convert = useAct(convertMaterial, [listFilms.id])
  const facts = file.facts as unknown as VideoFacts
  const to = films?.possible === true && facts.kind === 'video' ? convertedFilm(rule, facts) : null
  if (to === null || films?.films.some((f) => f.fileId === file.fileId)) return null
  const refused = findingsOf(file.findings).some((f) => f.strength === 'block')
  return (
    <>
      <p className="detail muted">{t(refused ? 'unit.serverFilm.keptRefused' : 'unit.serverFilm.keptCoding', { codec: (facts.codec ?? '').toUpperCase(), width: to.width, height: to.height })}</p>
      <div className="row-of"><Button size="small" busy={convert.isPending} aria-label={t('unit.serverFilm.openLabel', { name: file.name })} onClick={() => convert.mutate({ params: { nominationId, fileId: file.fileId } })}>{t('unit.serverFilm.open')}</Button></div>
      <Refused error={convert.error} />
    </>
  )
}
