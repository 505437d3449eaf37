/** Looking at files in the page, one after the other: pictures large, films with their controls, PDF page by page. ← → to the next, Esc closes. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import { viewFilm } from '#contract/operations/films'
import { viewCandidateMaterial, viewMaterial } from '#contract/operations/views'
import { useRead } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Button, ButtonLink } from './button'
import { Icon } from './icon'
import { Loading } from './loading'
import { Refused } from './answer'
import './viewer.css'

export interface ViewedFile { readonly fileId: string; /** 生活或工作照片 2 */ readonly title: string; /** Name, size, measure. */ readonly facts: readonly string[]; /** Of the original; absent for those who are shown a copy alone. */ readonly take?: string; /** It is wound, not turned. */ readonly film?: boolean }
/** Whose files: a nomination's, or a candidate's as a juror sees them. */
export interface ViewedPlace { readonly nominationId: string; readonly roundId?: string; /** What a conversion made, before it is a material. */ readonly filmId?: string }
type View = AnswerOf<typeof viewMaterial>

const useView = ({ roundId, nominationId, filmId }: ViewedPlace, fileId: string) => {
  const [operation, params] = filmId !== undefined ? [viewFilm, { filmId }] : roundId === undefined ? [viewMaterial, { fileId }] : [viewCandidateMaterial, { roundId, fileId }]
  return useRead(operation as unknown as typeof viewMaterial, { params: { nominationId, ...params } as { nominationId: string; fileId: string } })
}

const Trouble = ({ words, children }: { words: string; children?: ReactNode }) => <div className="viewer-trouble" role="status"><p>{words}</p>{children ? <div className="row-of">{children}</div> : null}</div>

const Take = ({ from }: { from: string | undefined }) => {
  const t = useText()
  return from === undefined ? null : <ButtonLink reload size="small" icon="down" to={from}>{t('viewer.take')}</ButtonLink>
}

/** A picture that shows when it is whole; what fails is told in its place, with the way on. */
const Drawn = ({ src, alt, turn, onAgain, lazy, take }: { src: string; alt: string; turn: number; onAgain: () => void; lazy?: boolean; take: string | undefined }) => {
  const t = useText()
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming')
  const [ratio, setRatio] = useState(1)
  // Lying, it is made small enough for the room it had standing; among pages the room it left is closed.
  const turned = turn === 0 ? {} : { style: { rotate: `${turn}deg`, scale: turn % 180 === 0 ? 1 : Math.min(ratio, 1 / ratio), ...(lazy !== undefined && turn % 180 !== 0 && ratio < 1 && { marginBlock: `calc(-50% * ${1 / ratio - ratio})` }) } }
  if (state === 'failed') return <Trouble words={t('viewer.failed')}><Button size="small" onClick={onAgain}>{t('viewer.again')}</Button><Take from={take} /></Trouble>
  return (
    <>
      {state === 'coming' ? <div className="viewer-wait"><Loading lines={1} words={t('viewer.drawing')} /></div> : null}
      <img src={src} alt={alt} className={state} {...(lazy && { loading: 'lazy' as const })} {...turned} onLoad={({ currentTarget: i }) => { setRatio(i.naturalWidth / Math.max(1, i.naturalHeight)); setState('there') }} onError={() => setState('failed')} />
    </>
  )
}

const Film = ({ address, title, onAgain }: { address: string; title: string; onAgain: () => void }) => {
  const t = useText()
  const [failed, setFailed] = useState(false)
  if (failed) return <Trouble words={t('viewer.noFilm')}><Button size="small" onClick={onAgain}>{t('viewer.again')}</Button></Trouble>
  // From its first tenth of a second: that frame stands as the poster.
  return <video controls playsInline preload="metadata" src={`${address}/film#t=0.1`} aria-label={title} onError={() => setFailed(true)} />
}

const Shown = ({ view, file, turn, onAgain }: { view: View; file: ViewedFile; turn: number; onAgain: () => void }) => {
  const t = useText()
  const { address } = view
  if (address === null) return <Trouble words={t(`viewer.none.${view.why ?? 'unreadable'}`)}><Take from={file.take} /></Trouble>
  if (view.kind === 'film') return <Film address={address} title={file.title} onAgain={onAgain} />
  if (view.kind === 'picture') return <Drawn src={`${address}/picture`} alt={file.title} turn={turn} onAgain={onAgain} take={file.take} />
  return (
    <ol className="viewer-pages">
      {Array.from({ length: view.pages }, (_, i) => <li key={i}>{view.undrawn.includes(i + 1) ? <Trouble words={t(file.take === undefined ? 'viewer.undrawnCopy' : 'viewer.undrawn', { n: i + 1 })}><Take from={file.take} /></Trouble>
        : <Drawn src={`${address}/${i + 1}`} alt={t('viewer.page', { title: file.title, n: i + 1, of: view.pages })} turn={turn} onAgain={onAgain} lazy={i > 0} take={file.take} />}<span className="small">{i + 1} / {view.pages}</span></li>)}
    </ol>
  )
}

const Body = ({ place, file, turn }: { place: ViewedPlace; file: ViewedFile; turn: number }) => {
  const query = useView(place, file.fileId)
  // The first address is kept while one looks: a newer one would begin the film anew.
  const [held, setHeld] = useState<View | null>(null)
  const view = held ?? query.data ?? null
  useEffect(() => { if (held === null && query.data !== undefined) setHeld(query.data) }, [held, query.data])
  const [again, setAgain] = useState(0)
  const onAgain = () => void query.refetch().then(({ data }) => { setHeld(data ?? null); setAgain((n) => n + 1) })
  if (view === null) return query.error === null ? <div className="viewer-wait"><Loading lines={1} /></div> : <div className="viewer-trouble"><Refused error={query.error} retry={() => void query.refetch()} /></div>
  return <Shown key={again} view={view} file={file} turn={turn} onAgain={onAgain} />
}

interface ViewerProps { place: ViewedPlace; files: readonly ViewedFile[]; /** Which is open; null: none. */ open: string | null; onMove: (fileId: string | null) => void }

export const Viewer = ({ place, files, open, onMove }: ViewerProps) => {
  const t = useText()
  const element = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  const at = files.findIndex((f) => f.fileId === open)
  const file = files[at]
  const shown = file !== undefined
  useEffect(() => {
    const dialog = element.current
    if (shown && dialog?.open === false) dialog.showModal()
    if (!shown && dialog?.open === true) dialog.close()
  }, [shown])
  // Scans lie as the scanner had them.
  const [turn, setTurn] = useState(0)
  useEffect(() => { body.current?.scrollTo(0, 0); setTurn(0) }, [open])
  const go = (step: number) => { const next = files[at + step]; if (next !== undefined) onMove(next.fileId) }
  const onKey = (event: KeyboardEvent) => {
    // In a film the arrows wind it.
    if (event.target instanceof HTMLVideoElement || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft') go(-1)
    if (event.key === 'ArrowRight') go(1)
  }
  return (
    <dialog ref={element} className="viewer" aria-labelledby={id} onClose={() => onMove(null)} onKeyDown={onKey}>
      {file === undefined ? null : (
        <>
          <header>
            <div className="viewer-name"><h2 id={id}>{file.title}</h2><p className="small">{file.facts.join('　')}</p></div>
            {files.length > 1 ? <span className="viewer-count">{at + 1} / {files.length}</span> : null}
            <div className="viewer-ways">
              {files.length > 1 ? <><Button size="small" disabled={at === 0} hint="←" onClick={() => go(-1)}>{t('viewer.previous')}</Button><Button size="small" disabled={at === files.length - 1} hint="→" onClick={() => go(1)}>{t('viewer.next')}</Button></> : null}
              {file.film ? null : <Button size="small" onClick={() => setTurn((turn + 90) % 360)}>{t('viewer.turn')}</Button>}
              {file.take === undefined ? null : <ButtonLink reload size="small" icon="down" to={file.take}>{t('viewer.take')}</ButtonLink>}
              <button type="button" className="viewer-close" aria-label={t('viewer.close')} onClick={() => onMove(null)}><Icon name="close" /></button>
            </div>
          </header>
          <div className="viewer-body" ref={body} role="group" aria-label={file.title} tabIndex={0}><Body key={file.fileId} place={place} file={file} turn={turn} /></div>
          <footer className="small">{t(file.take === undefined ? 'viewer.copyOnly' : 'viewer.copy')}</footer>
        </>
      )}
    </dialog>
  )
}
