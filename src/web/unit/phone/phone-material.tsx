/** One material on the telephone: what it asks for, what is there, camera and album. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { lookByPhone, previewByPhone } from '#contract/operations/phone'
import { takesPhotographedPages } from '#core/materials/made-fit'
import { sayLimits } from '#core/materials/say'
import type { MaterialRule } from '#core/rules/material-terms'
import { fetchAnswer } from '../../api/call'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { accepts } from '../../ui/files/accepts'
import { isPicture } from '../../ui/files/pages-of-photos'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import type { StateKind } from '../../ui/state'
import { sayBytes, UploadRow } from '../../ui/upload-row'
import type { PhoneUpload } from './use-phone-uploads'

const PhotographedPages = lazy(() => import('../../ui/files/photographed-pages').then((m) => ({ default: m.PhotographedPages })))
const kinds: Readonly<Record<PhoneUpload['phase'], StateKind>> = { inspecting: 'half', sending: 'half', checking: 'half', kept: 'ok', refused: 'block', stopped: 'warn' }
/** What a camera helps with. */
export const takesPictures = (rule: MaterialRule): boolean => rule.file.type === 'photo' || rule.file.type === 'portrait' || takesPhotographedPages(rule)

type Kept = AnswerOf<typeof lookByPhone>['files'][number]

/** A picture that only the token opens cannot be an address of its own. */
const Preview = ({ token, file }: { token: string; file: Kept }) => {
  const t = useText()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    const gone = new AbortController()
    void fetchAnswer(previewByPhone, { params: { fileId: file.fileId }, bearer: token }, gone.signal).then((r) => r.blob()).then((blob) => { made = URL.createObjectURL(blob); setAddress(made) }, () => undefined)
    return () => { gone.abort(); if (made !== null) URL.revokeObjectURL(made) }
  }, [token, file.fileId])
  return address === null ? <span className="phone-picture" /> : <img className="phone-picture" src={address} alt={t('phone.picture', { name: file.name })} />
}

const OnItsWay = ({ upload, goOn }: { upload: PhoneUpload; goOn: () => void }) => {
  const t = useText()
  const shown = upload.findings.filter((f) => f.strength !== 'note')
  return (
    <UploadRow name={upload.name} facts={[sayBytes(upload.bytes)]} state={{ kind: kinds[upload.phase], words: t(`phone.state.${upload.phase}`) }} {...(['sending', 'checking', 'stopped'].includes(upload.phase) && { progress: { sent: upload.sent, total: upload.bytes } })}>
      {shown.length > 0 ? <Findings>{shown.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings> : null}
      {upload.phase === 'stopped' ? <Refused error={upload.trouble} lost={t('phone.stoppedLost')} retry={goOn} retryWords={t('phone.goOn')} /> : null}
    </UploadRow>
  )
}

const Choose = ({ words, label, field, accept, camera, several, onFiles }: { words: string; label: string; field: string; accept: string; camera?: boolean; several: boolean; onFiles: (files: readonly File[]) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button aria-label={label} onClick={() => input.current?.click()}>{words}</Button>
      <input ref={input} type="file" className="hidden-text" tabIndex={-1} multiple={several} accept={accept} aria-label={field} {...(camera && { capture: 'environment' as const })} onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        event.target.value = ''
      }} />
    </>
  )
}

interface PhoneMaterialProps { token: string; rule: MaterialRule; files: readonly Kept[]; uploads: readonly PhoneUpload[]; open: boolean; take: (files: readonly File[]) => void; goOn: (key: string) => void }
export const PhoneMaterial = ({ token, rule, files, uploads, open, take, goOn }: PhoneMaterialProps) => {
  const t = useText()
  const words = useWords()
  const [pictures, setPictures] = useState<readonly File[]>([])
  const name = words(rule.name)
  const byPhotos = takesPhotographedPages(rule)
  const onFiles = (chosen: readonly File[]) => {
    const photographed = byPhotos ? chosen.filter(isPicture) : []
    setPictures(photographed)
    take(chosen.filter((f) => !photographed.includes(f)))
  }
  return (
    <Section title={name} note={files.length > 0 ? t('phone.kept', { n: files.length }) : undefined}>
      <p className="detail muted">{words(sayLimits(rule))}</p>
      {files.length === 0 ? null : <ul className="phone-files">{files.map((f) => <li key={f.fileId}>{f.hasPreview ? <Preview token={token} file={f} /> : null}<span>{f.name}</span></li>)}</ul>}
      {uploads.filter((u) => u.phase !== 'kept').map((u) => <OnItsWay key={u.key} upload={u} goOn={() => goOn(u.key)} />)}
      {open ? <p className="phone-ways">
        {takesPictures(rule) ? <Choose camera words={t('phone.camera')} label={t('phone.cameraOf', { name })} field={t('phone.cameraInputOf', { name })} accept="image/*" several={false} onFiles={onFiles} /> : null}
        <Choose words={t('phone.choose')} label={t('phone.chooseOf', { name })} field={t('phone.inputOf', { name })} accept={accepts(rule)} several={rule.max !== 1 || byPhotos} onFiles={onFiles} />
      </p> : null}
      {pictures.length > 0 ? <Suspense><PhotographedPages files={pictures} rule={rule} onClose={() => setPictures([])} onMade={(file) => take([file])} /></Suspense> : null}
    </Section>
  )
}
