/** One material of the definition: its limits with the clause, what is held of it, what is on its way, and its own way to choose files. */
import { lazy, Suspense, useRef, useState, type DragEvent } from 'react'
import { Link } from 'react-router'
import type { ResolvedRule } from '#core/campaign/definition'
import { judgeCount } from '#core/materials/count'
import { takesPhotographedPages } from '#core/materials/made-fit'
import { sayLimits } from '#core/materials/say'
import { sayCondition } from '#core/rules/condition'
import { sayDemands } from '#core/rules/material-say'
import { asAsked, askedOf } from '#core/rules/material-terms'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { State } from '../../ui/state'
import type { NominationContext } from '../reading'
import { filmsFor, useFilms } from '../use-films'
import { ConvertKept } from './convert-kept'
import { FileRow } from './file-row'
import { FilmRow } from './film-row'
import { ItemRow } from './item-row'
import { OpinionRequests } from './opinion-requests'
import { accepts } from '../../ui/files/accepts'
import { isPicture } from '../../ui/files/pages-of-photos'
import type { UploadItem } from './upload-item'
import type { Uploads } from './uploads'

const PhotographedPages = lazy(() => import('../../ui/files/photographed-pages').then((m) => ({ default: m.PhotographedPages })))
type Rule = ResolvedRule<'material'>
interface MaterialSectionProps { rule: Rule; rules: readonly Rule[]; context: NominationContext; uploads: Uploads; items: readonly UploadItem[] }

const useCountWords = () => {
  const t = useText()
  return ({ min, max }: Rule) => (max === null ? (min === 0 ? t('unit.count.any') : t('unit.count.least', { min })) : min === max ? t('unit.count.exact', { n: min }) : t('unit.count.range', { min, max }))
}

const Standing = ({ rule, files }: { rule: Rule; files: NominationContext['nomination']['materials'] }) => {
  const t = useText()
  const bad = files.filter((f) => f.findings.some((one) => one.strength === 'block')).length
  if (bad > 0) return <State kind="block">{t('unit.materials.bad', { n: bad })}</State>
  if (judgeCount(rule, files.length).length === 0) return files.length === 0 ? <State kind="none">{t('unit.state.optional')}</State> : <State kind="ok">{t('unit.materials.there', { n: files.length })}</State>
  const missing = rule.min - files.length
  return missing > 0 ? <State kind="none">{t('unit.materials.missing', { n: missing })}</State> : <State kind="block">{t('unit.materials.tooMany', { n: files.length })}</State>
}

const Choose = ({ rule, full, onFiles }: { rule: Rule; full: boolean; onFiles: (files: readonly File[]) => void }) => {
  const t = useText()
  const name = useWords()(rule.name)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button size="small" aria-label={t(full ? 'unit.materials.replaceFor' : 'unit.materials.chooseFor', { name })} onClick={() => input.current?.click()}>{t(full ? 'unit.materials.replace' : 'unit.materials.add')}</Button>
      <input ref={input} type="file" className="hidden-text" tabIndex={-1} multiple={rule.max !== 1 || takesPhotographedPages(rule)} accept={accepts(rule)} aria-label={t('unit.materials.input', { name })} onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        event.target.value = ''
      }} />
    </>
  )
}

/** Of whom it is asked, and what no file shows: seals, signatures, who issues it. */
const Asked = ({ rule, context }: { rule: Rule; context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const asked = askedOf(rule, context.nomination.answers)
  const when = rule.when === undefined ? null : words(sayCondition(rule.when))
  const demands = sayDemands(rule).map(words).join(t('unit.listComma'))
  return (
    <>
      {rule.package === 'chosen' ? <p className="small">{t('unit.materials.later')}</p> : null}
      {when !== null && rule.package !== 'chosen' ? <p className="small">{asked === undefined ? <Link className="link" to={`/unit/n/${context.nomination.id}/answers#property-${rule.when!.property}`}>{t('unit.materials.askFirst', { when })}</Link> : t(asked ? 'unit.materials.asked' : 'unit.materials.notAsked', { when })}</p> : null}
      {demands === '' ? null : <p className="small muted">{demands}</p>}
    </>
  )
}

export const MaterialSection = ({ rule: stated, rules, context, uploads, items }: MaterialSectionProps) => {
  const rule = asAsked(stated, context.nomination.answers)
  const t = useText()
  const words = useWords()
  const count = useCountWords()
  const films = useFilms(context)
  const files = context.nomination.materials.filter((m) => m.materialId === rule.id).sort((a, b) => a.ordinal - b.ordinal)
  const known = new Set(files.map((f) => f.fileId))
  const [photographed, setPhotographed] = useState<readonly File[]>([])
  const take = (chosen: readonly File[]) => {
    const pictures = takesPhotographedPages(rule) ? chosen.filter(isPicture) : []
    setPhotographed(pictures)
    uploads.add(chosen.filter((f) => !pictures.includes(f)), rule.id)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    take([...event.dataTransfer.files])
  }
  return (
    <section className="material" id={`material-${rule.id}`} aria-labelledby={`material-name-${rule.id}`} onDrop={onDrop}>
      <div className="material-head">
        <h3 id={`material-name-${rule.id}`}>{words(rule.name)}</h3>
        <p className="small muted limits">{t('unit.materials.limits', { count: count(rule), limits: words(sayLimits(rule)) })} <ClauseRef clause={rule.rests} withSource /></p>
        <span className="material-standing"><Standing rule={rule} files={files} /></span>
        <Choose rule={rule} full={rule.max === 1 && files.length > 0} onFiles={take} />
      </div>
      {photographed.length > 0 ? <Suspense><PhotographedPages files={photographed} rule={rule} onClose={() => setPhotographed([])} onMade={(pdf, pages) => uploads.add([pdf], rule.id, t('unit.pages.from', { n: pages }))} /></Suspense> : null}
      <Asked rule={stated} context={context} />
      {rule.issuedBy && rule.orIssuedBy === undefined ? <p className="small muted">{t('unit.materials.issuedBy', { who: words(rule.issuedBy) })}</p> : null}
      <OpinionRequests rule={stated} context={context} />
      {files.map((f) => <FileRow key={f.fileId} file={f} nominationId={context.nomination.id} uploads={uploads}>{rule.file.type === 'video' ? <ConvertKept file={f} rule={rule} nominationId={context.nomination.id} films={films} /> : null}</FileRow>)}
      {filmsFor(films, rule.id).all.map((f) => <FilmRow key={f.filmId} film={f} nominationId={context.nomination.id} acts />)}
      {items.filter((i) => i.kept === null || !known.has(i.kept.fileId)).filter((i) => i.phase !== 'kept').map((i) => <ItemRow key={i.key} item={i} uploads={uploads} rules={rules} films={films} />)}
    </section>
  )
}
