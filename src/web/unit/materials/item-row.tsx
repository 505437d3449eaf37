/** One file on its way: progress with pause and resume, or what stands against it with the clause and the way to mend it. */
import { lazy, Suspense, useRef, useState } from 'react'
import type { ResolvedRule } from '#core/campaign/definition'
import { convertedFilm, takesPhotographedPages } from '#core/materials/made-fit'
import { isMendedByCutting } from '#core/materials/portrait-crop'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { ErrorBox } from '../../ui/error-box'
import { FindingCard, Findings } from '../../ui/finding-card'
import type { StateKind } from '../../ui/state'
import { sayBytes, UploadRow } from '../../ui/upload-row'
import type { Films } from '../use-films'
import { lengthWords, useMeasure } from './measure'
import { sameFile, type Phase, type UploadItem } from './upload-item'
import type { Uploads } from './uploads'

// Few need it, and those who do can wait for it.
const FilmConverter = lazy(() => import('./film-converter').then((m) => ({ default: m.FilmConverter })))
const PhotographedPages = lazy(() => import('../../ui/files/photographed-pages').then((m) => ({ default: m.PhotographedPages })))
const PortraitCropper = lazy(() => import('./portrait-cropper').then((m) => ({ default: m.PortraitCropper })))
const kinds: Readonly<Record<Phase, StateKind>> = { inspecting: 'half', choose: 'warn', refused: 'block', waiting: 'half', sending: 'half', paused: 'wait', checking: 'half', kept: 'ok', stopped: 'warn', left: 'wait' }
interface ItemRowProps { item: UploadItem; uploads: Uploads; rules: readonly ResolvedRule<'material'>[]; films?: Films | undefined }

/** A file left by an earlier page: the same one has to be chosen again, then it goes on. */
const ChooseAgain = ({ item, uploads }: Omit<ItemRowProps, 'rules'>) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    if (file && sameFile(item, file)) uploads.add([file], item.materialId)
    else if (file) window.alert(t('unit.upload.other', { name: item.name }))
  }
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>{t('unit.upload.chooseAgain')}</Button>
      <input ref={input} type="file" className="hidden-text" tabIndex={-1} aria-label={t('unit.upload.chooseAgainLabel', { name: item.name })} onChange={(event) => {
        take(event.target.files?.[0])
        event.target.value = ''
      }} />
    </>
  )
}

/** A portrait of another shape is cut here instead of being sent back to a photo shop. */
const Cut = ({ item, uploads, rules }: ItemRowProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const rule = rules.find((r) => r.id === item.materialId)
  if (item.file === null || item.phase !== 'refused' || item.uploadId !== null || rule?.file.type !== 'portrait' || !isMendedByCutting(item.findings)) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t('unit.crop.openLabel', { name: item.name })}>{t('unit.crop.open')}</Button>
      {open ? <Suspense><PortraitCropper file={item.file} rule={rule.file} onClose={() => setOpen(false)} onCut={(file) => { uploads.replace(item.key, file) }} /></Suspense> : null}
    </>
  )
}

/** The photograph of a paper that is asked for as PDF becomes one, with further pages if there are any. */
const Pages = ({ item, uploads, rules }: ItemRowProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const rule = rules.find((r) => r.id === item.materialId)
  if (item.file === null || item.phase !== 'refused' || item.uploadId !== null || rule === undefined || item.facts?.kind !== 'image' || !takesPhotographedPages(rule)) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t('unit.pages.openLabel', { name: item.name })}>{t('unit.pages.open')}</Button>
      {open ? <Suspense><PhotographedPages files={[item.file]} rule={rule} onClose={() => setOpen(false)} onMade={(pdf) => { uploads.replace(item.key, pdf) }} /></Suspense> : null}
    </>
  )
}

/** A film of another size or container is made fit here, where this machine can. */
const Film = ({ item, uploads, rules, films }: ItemRowProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const rule = rules.find((r) => r.id === item.materialId)
  const to = item.phase === 'refused' && item.uploadId === null && item.facts !== null && rule !== undefined ? convertedFilm(rule, item.facts) : null
  if (item.file === null || to === null) return null
  if (!open) return <Button size="small" onClick={() => setOpen(true)} aria-label={t('unit.film.openLabel', { name: item.name, width: to.width, height: to.height })}>{t('unit.film.open', { width: to.width, height: to.height })}</Button>
  return <Suspense><FilmConverter file={item.file} to={to} onMade={(film) => uploads.replace(item.key, film)} onStop={() => setOpen(false)} onServer={films?.possible === true && item.bytes <= films.mostBytes ? () => uploads.sendToConvert(item.key) : null} /></Suspense>
}

const Ways = ({ item, uploads, rules, films }: ItemRowProps) => {
  const t = useText()
  const named = (key: 'pause' | 'resume' | 'cancel' | 'dismiss') => ({ 'aria-label': t(`unit.upload.${key}Label`, { name: item.name }), children: t(`unit.upload.${key}`) })
  return (
    <div className="row-of">
      <Cut item={item} uploads={uploads} rules={rules} />
      <Film item={item} uploads={uploads} rules={rules} films={films} />
      <Pages item={item} uploads={uploads} rules={rules} />
      {item.phase === 'sending' ? <Button size="small" onClick={() => uploads.pause(item.key)} {...named('pause')} /> : null}
      {item.phase === 'paused' || item.phase === 'stopped' ? <Button size="small" onClick={() => uploads.resume(item.key)} {...named('resume')} /> : null}
      {item.phase === 'left' && item.madeFrom === null ? <ChooseAgain item={item} uploads={uploads} /> : null}
      {item.phase === 'checking' || item.phase === 'inspecting' ? null : <Button size="small" look="quiet" onClick={() => uploads.drop(item.key)} {...named(item.phase === 'refused' ? 'dismiss' : 'cancel')} />}
    </div>
  )
}

/** Which material is it? Asked where several fit, and offered where it was refused as the one it was taken for. */
export const WhichMaterial = ({ item, uploads, rules }: ItemRowProps) => {
  const t = useText()
  const words = useWords()
  const order = [...item.candidates, ...rules.map((r) => r.id).filter((id) => !item.candidates.includes(id))]
  return <SelectField label={t('unit.upload.which')} value={item.materialId ?? ''} onChange={(id) => void uploads.assign(item.key, id)} options={order.flatMap((id) => rules.filter((r) => r.id === id)).map((r) => ({ value: r.id, label: words(r.name) }))} />
}

export const ItemRow = ({ item, uploads, rules, films }: ItemRowProps) => {
  const t = useText()
  const words = useWords()
  const measure = useMeasure()
  const facts = item.facts as unknown as Record<string, unknown> | null
  const length = facts && lengthWords(facts)
  const moving = ['waiting', 'sending', 'paused', 'checking', 'stopped', 'left'].includes(item.phase)
  const findings = item.findings.filter((f) => f.strength !== 'note')
  return (
    <UploadRow name={item.name} facts={[sayBytes(item.bytes), ...(facts ? measure(facts) : [])]} kind={facts?.['kind'] === 'video' ? 'film' : 'paper'} state={{ kind: kinds[item.phase], words: t(`unit.upload.${item.phase}State`) }}
      {...(length && { length })} {...(moving && { progress: { sent: item.phase === 'checking' ? item.bytes : item.sent, total: item.bytes, ...(item.phase === 'sending' && item.secondsLeft !== undefined && { secondsLeft: item.secondsLeft }) } })}
    >
      {item.madeFrom === null || item.phase === 'left' ? null : <p className="detail muted">{t('unit.upload.madeFrom', { name: item.madeFrom })}</p>}
      {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings> : null}
      {item.phase === 'refused' ? <p className="detail muted">{t(item.uploadId === null ? 'unit.upload.notSent' : 'unit.upload.notKept')}</p> : null}
      {item.phase === 'left' ? <p className="detail">{item.madeFrom === null ? t('unit.upload.leftWords') : t('unit.upload.leftMade', { name: item.madeFrom })}</p> : null}
      {item.phase === 'stopped' && item.problem ? <ErrorBox title={t('unit.upload.stoppedTitle')} lost={t('unit.upload.stoppedLost')} why={words(item.problem.words)} {...(item.problem.trace !== '—' && { number: item.problem.trace })} /> : null}
      {item.phase === 'refused' && item.file !== null && item.uploadId === null && item.facts !== null ? <WhichMaterial item={item} uploads={uploads} rules={rules} /> : null}
      {item.toConvert && moving ? <p className="detail muted">{t('unit.serverFilm.sending')}</p> : null}
      <Ways item={item} uploads={uploads} rules={rules} films={films} />
    </UploadRow>
  )
}
