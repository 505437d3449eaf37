/** The dossier's files to read: by material, with what is missing. */
import { rulesOf } from '#core/campaign/definition'
import { asAsked } from '#core/rules/material-terms'
import { useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import type { NominationContext } from '../reading'
import { filmsFor, useFilms } from '../use-films'
import { FileRow } from './file-row'
import { FilmRow } from './film-row'
import { OpinionRequests } from './opinion-requests'

export const MaterialsReading = ({ context, filed = false }: { context: NominationContext; /** Only those of which there are files. */ filed?: boolean }) => {
  const { nomination: n, campaign } = context
  const t = useText()
  const words = useWords()
  const films = useFilms(context)
  return rulesOf(campaign.definition, 'material').filter((m) => !filed || n.materials.some((f) => f.materialId === m.id)).map((stated) => {
    const rule = asAsked(stated, n.answers)
    const converted = filmsFor(films, rule.id).all
    const files = n.materials.filter((m) => m.materialId === rule.id).sort((a, b) => a.ordinal - b.ordinal)
    return (
      <section className="material" key={rule.id} aria-labelledby={`read-${rule.id}`}>
        <div className="material-head"><h3 id={`read-${rule.id}`}>{words(rule.name)}</h3><ClauseRef clause={rule.rests} withSource /></div>
        <OpinionRequests rule={stated} context={context} />
        {files.length === 0 ? <p className="detail muted">{t(rule.min === 0 ? 'unit.state.optional' : 'unit.materials.noneYet')}</p> : files.map((f) => <FileRow key={f.fileId} file={f} nominationId={n.id} />)}
        {converted.length > 0 ? <><p className="detail muted">{t('unit.serverFilm.notInDossier')}</p>{converted.map((f) => <FilmRow key={f.filmId} film={f} nominationId={n.id} acts={false} />)}</> : null}
      </section>
    )
  })
}
