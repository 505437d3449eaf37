/** 交盖章件的办法: a file, or photographs of its pages, which become one PDF here. For whoever hands in one paper by a link. */
import { lazy, Suspense, useRef, useState } from 'react'
import { useText } from '../../text/use-text'
import { Button } from '../button'
import { isPicture } from './pages-of-photos'
import type { Paper } from './photographed-pages'

const PhotographedPages = lazy(() => import('./photographed-pages').then((m) => ({ default: m.PhotographedPages })))

interface ChooseProps { words: string; label: string; icon?: 'up'; accept: string; camera?: boolean; several: boolean; onFiles: (files: readonly File[]) => void }
const Choose = ({ words, label, icon, accept, camera, several, onFiles }: ChooseProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...(icon && { icon })} onClick={() => input.current?.click()}>{words}</Button>
      <input ref={input} type="file" className="hidden-text" tabIndex={-1} multiple={several} accept={accept} aria-label={label} {...(camera && { capture: 'environment' as const })} onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        event.target.value = ''
      }} />
    </>
  )
}

interface PaperWaysProps {
  paper: Paper
  accept: string
  /** Pictures are its pages, and not the file itself. */
  byPhotos: boolean
  /** One was chosen: another takes its place. */
  chosen: boolean
  /** It is sent by a later press. */
  later?: boolean
  onFile: (file: File) => void
}
export const PaperWays = ({ paper, accept, byPhotos, chosen, later = false, onFile }: PaperWaysProps) => {
  const t = useText()
  const [pictures, setPictures] = useState<readonly File[]>([])
  const take = (files: readonly File[]) => {
    const photographed = byPhotos ? files.filter(isPicture) : []
    setPictures(photographed)
    const [file] = files
    if (file !== undefined && photographed.length === 0) onFile(file)
  }
  return (
    <>
      <div className="opinion-ways">
        <Choose icon="up" words={t(chosen ? 'opinion.page.other' : 'opinion.page.choose')} label={t('opinion.page.input')} accept={accept} several={byPhotos} onFiles={take} />
        {byPhotos ? <Choose camera words={t('opinion.page.camera')} label={t('opinion.page.cameraInput')} accept="image/*" several onFiles={take} /> : null}
      </div>
      {pictures.length > 0 ? <Suspense><PhotographedPages files={pictures} rule={paper} later={later} onClose={() => setPictures([])} onMade={onFile} /></Suspense> : null}
    </>
  )
}
