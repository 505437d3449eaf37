/** 第二步: the sealed paper, as PDF or photographed page by page. */
import { lazy, Suspense, useRef, useState } from 'react'
import { takesPhotographedPages } from '#core/materials/made-fit'
import { sayLimits } from '#core/materials/say'
import type { MaterialRule } from '#core/rules/material-terms'
import { useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { accepts } from '../ui/files/accepts'
import { isPicture } from '../ui/files/pages-of-photos'
import { FindingCard, Findings } from '../ui/finding-card'
import { Section } from '../ui/section'
import type { StateKind } from '../ui/state'
import { sayBytes, UploadRow } from '../ui/upload-row'
import type { OpinionUpload } from './use-opinion-upload'

const PhotographedPages = lazy(() => import('../ui/files/photographed-pages').then((m) => ({ default: m.PhotographedPages })))
const kinds: Readonly<Record<OpinionUpload['phase'], StateKind>> = { inspecting: 'half', sending: 'half', checking: 'half', kept: 'ok', refused: 'block', stopped: 'warn' }

const Row = ({ upload, onGoOn }: { upload: OpinionUpload; onGoOn: () => void }) => {
  const t = useText()
  const moving = ['sending', 'checking', 'stopped'].includes(upload.phase)
  const shown = upload.findings.filter((f) => f.strength !== 'note')
  return (
    <UploadRow name={upload.name} facts={[sayBytes(upload.bytes)]} state={{ kind: kinds[upload.phase], words: t(`opinion.page.${upload.phase}`) }} {...(moving && { progress: { sent: upload.sent, total: upload.bytes } })}>
      {shown.length > 0 ? <Findings>{shown.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings> : null}
      {upload.phase === 'stopped' ? <Refused error={upload.trouble} lost={t('opinion.page.stoppedLost')} {...(upload.uploadId !== null && { retry: onGoOn, retryWords: t('opinion.page.goOn') })} /> : null}
    </UploadRow>
  )
}

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

interface UploadPartProps { rule: MaterialRule; upload: OpinionUpload | null; missing: boolean; onFile: (file: File) => void; onGoOn: () => void }
export const UploadPart = ({ rule, upload, missing, onFile, onGoOn }: UploadPartProps) => {
  const t = useText()
  const words = useWords()
  const [pictures, setPictures] = useState<readonly File[]>([])
  const byPhotos = takesPhotographedPages(rule)
  const take = (files: readonly File[]) => {
    const photographed = byPhotos ? files.filter(isPicture) : []
    setPictures(photographed)
    const [file] = files
    if (file !== undefined && photographed.length === 0) onFile(file)
  }
  return (
    <Section title={t('opinion.page.upload')}>
      <p className="detail muted">{words(sayLimits(rule))}</p>
      {byPhotos ? <p className="detail muted">{t('opinion.page.photos')}</p> : null}
      {upload === null ? null : <Row upload={upload} onGoOn={onGoOn} />}
      <div className="opinion-ways">
        <Choose icon="up" words={t(upload === null ? 'opinion.page.choose' : 'opinion.page.other')} label={t('opinion.page.input')} accept={accepts(rule)} several={byPhotos} onFiles={take} />
        {byPhotos ? <Choose camera words={t('opinion.page.camera')} label={t('opinion.page.cameraInput')} accept="image/*" several onFiles={take} /> : null}
      </div>
      <p className="opinion-missing" role="status">{missing && upload === null ? t('opinion.page.fileMissing') : ''}</p>
      {pictures.length > 0 ? <Suspense><PhotographedPages files={pictures} rule={rule} onClose={() => setPictures([])} onMade={onFile} /></Suspense> : null}
    </Section>
  )
}
