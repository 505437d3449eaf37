/** One file the server holds: the name it was given, size and measure, the name it came with, when it was received, its state, and the ways on. */
import { useState, type ReactNode } from 'react'
import { materialContent, materialPreview } from '#contract/operations/nominations'
import { addressOf, OfflineError, ProblemError } from '../../api/call'
import { Refused } from '../../ui/answer'
import { sayAt } from '../../ui/say-time'
import { useLanguage, useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings } from '../../ui/finding-card'
import { sayBytes, UploadRow } from '../../ui/upload-row'
import { Viewer } from '../../ui/viewer'
import { findingsOf, type MaterialFile } from '../reading'
import { lengthWords, useMeasure } from './measure'
import { PaperOfFile } from './paper-of-file'
import type { Uploads } from './uploads'

const useStanding = () => {
  const t = useText()
  return (file: MaterialFile) => (file.findings.some((f) => f.strength === 'block') ? { kind: 'block' as const, words: t('common.state.block') } : file.findings.some((f) => f.strength === 'warn') ? { kind: 'warn' as const, words: t('common.state.warn') } : { kind: 'ok' as const, words: t('common.state.ok') })
}

const Remove = ({ file, uploads }: { file: MaterialFile; uploads: Uploads }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ProblemError | OfflineError | null>(null)
  const go = () => uploads.remove(file.fileId).then(() => setAsking(false), setError)
  return (
    <>
      <Button size="small" look="quiet" aria-label={t('unit.materials.removeLabel', { name: file.name })} onClick={() => setAsking(true)}>{t('unit.materials.remove')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('unit.materials.removeTitle', { name: file.name })} actions={<><Button onClick={() => setAsking(false)}>{t('unit.materials.removeNot')}</Button><Button look="block" onClick={() => void go()}>{t('unit.materials.remove')}</Button></>}>
        <p>{t('unit.materials.removeWhat')}</p>
        <Refused error={error} />
      </Dialog>
    </>
  )
}

export const FileRow = ({ file, nominationId, uploads, children }: { file: MaterialFile; nominationId: string; uploads?: Uploads; children?: ReactNode }) => {
  const t = useText()
  const language = useLanguage()
  const measure = useMeasure()
  const [looking, setLooking] = useState(false)
  const standing = useStanding()
  const params = { nominationId, fileId: file.fileId }
  const findings = findingsOf(file.findings).filter((f) => f.strength !== 'note')
  const length = lengthWords(file.facts)
  return (
    <UploadRow name={file.name} facts={[sayBytes(file.bytes), ...measure(file.facts)]} originalName={file.originalName} kind={file.facts['kind'] === 'video' ? 'film' : 'paper'} receivedAt={sayAt(file.receivedAt, language)} state={standing(file)}
      {...(length && { length })} {...(file.hasPreview && { thumbnail: <img alt="" loading="lazy" src={addressOf(materialPreview, params)} /> })}
    >
      <div className="file-ways">
        {file.facts['kind'] === 'document' ? <PaperOfFile nominationId={nominationId} fileId={file.fileId} /> : null}
        {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
        {children}
        <div className="row-of"><button type="button" className="link file-link" aria-label={t('viewer.lookAt', { name: file.name })} onClick={() => setLooking(true)}>{t('viewer.look')}</button><a className="link file-link" href={addressOf(materialContent, params)} aria-label={t('unit.materials.openLabel', { name: file.name })}>{t('unit.materials.open')}</a>{uploads ? <Remove file={file} uploads={uploads} /> : null}</div>
        <Viewer place={{ nominationId }} files={[{ fileId: file.fileId, title: file.name, facts: [sayBytes(file.bytes), ...measure(file.facts)], film: file.facts['kind'] === 'video', take: addressOf(materialContent, params) }]} open={looking ? file.fileId : null} onMove={(id) => setLooking(id !== null)} />
      </div>
    </UploadRow>
  )
}
