/** 第二步: the sealed paper, as PDF or photographed page by page. */
import { takesPhotographedPages } from '#core/materials/made-fit'
import { sayLimits } from '#core/materials/say'
import type { MaterialRule } from '#core/rules/material-terms'
import { useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { accepts } from '../ui/files/accepts'
import { PaperWays } from '../ui/files/paper-ways'
import { FindingCard, Findings } from '../ui/finding-card'
import { Section } from '../ui/section'
import type { StateKind } from '../ui/state'
import { sayBytes, UploadRow } from '../ui/upload-row'
import type { OpinionUpload } from './use-opinion-upload'

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

interface UploadPartProps { rule: MaterialRule; upload: OpinionUpload | null; missing: boolean; onFile: (file: File) => void; onGoOn: () => void }
export const UploadPart = ({ rule, upload, missing, onFile, onGoOn }: UploadPartProps) => {
  const t = useText()
  const words = useWords()
  const byPhotos = takesPhotographedPages(rule)
  return (
    <Section title={t('opinion.page.upload')}>
      <p className="detail muted">{words(sayLimits(rule))}</p>
      {byPhotos ? <p className="detail muted">{t('opinion.page.photos')}</p> : null}
      {upload === null ? null : <Row upload={upload} onGoOn={onGoOn} />}
      <PaperWays paper={rule} accept={accepts(rule)} byPhotos={byPhotos} chosen={upload !== null} onFile={onFile} />
      <p className="opinion-missing" role="status">{missing && upload === null ? t('opinion.page.fileMissing') : ''}</p>
    </Section>
  )
}
