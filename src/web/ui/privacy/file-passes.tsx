/** 附件放行 as office and supervisor see it: the file itself, what was found in it, the reason, and the second person's word. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { confirmFilePass, filePassFile, listFilePasses, proposeFilePass, withdrawFilePass } from '#contract/operations/file-passes'
import { isPassable } from '#core/announcement/file-pass'
import { addressOf } from '../../api/call'
import { base64Of } from '../../api/base64-of'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Refused, type Trouble } from '../answer'
import { Button, ButtonLink } from '../button'
import { Dialog } from '../dialog'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { State } from '../state'
import { TextField } from '../text-fields'
import { say } from '../toast'
import './privacy.css'

type FilePass = AnswerOf<typeof listFilePasses>['passes'][number]
const renews = [listFilePasses.id, 'ledger.read']
const LEAST = 4

const FilePassItem = ({ campaignId, pass: p }: { campaignId: string; pass: FilePass }) => {
  const t = useText()
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [confirm, withdraw] = [useAct(confirmFilePass, renews), useAct(withdrawFilePass, renews)]
  const params = { campaignId, passId: p.passId }
  const about = { file: p.fileName }
  const facts = (
    <>
      <p><b>{p.fileName}</b>　<span className="muted">{t('privacy.file.facts', { size: (p.bytes / 1000).toFixed(0), sum: p.sha256.slice(0, 16) })}</span></p>
      <p>{t('privacy.file.found', { found: p.found.map((f) => t('privacy.file.times', { kind: t(`privacy.kind.${f.kind}`), n: f.times, shown: f.shown })).join(language === 'zh' ? '，' : ', ') })}</p>
      <p className="muted">{t('privacy.why', { reason: p.reason })}</p>
    </>
  )
  const download = <ButtonLink reload icon="down" size="small" to={addressOf(filePassFile, params)} aria-label={t('privacy.file.takeOf', about)}>{t('privacy.file.take')}</ButtonLink>
  return (
    <li className="privacy-item">
      <p><State kind={p.confirmedAt === null ? 'wait' : 'ok'}>{t(p.confirmedAt === null ? 'privacy.waits' : 'privacy.passed')}</State></p>
      {facts}
      <p className="muted">{p.confirmedAt === null ? t('privacy.proposedBy', { by: p.proposedBy, at: sayAt(p.proposedAt, language) }) : t('privacy.passedBy', { by: p.proposedBy, second: p.confirmedBy ?? '', at: sayAt(p.confirmedAt, language) })}</p>
      <div className="privacy-do">
        {download}
        {p.mayConfirm ? <Button size="small" look="primary" aria-label={t('privacy.file.confirmOf', about)} onClick={() => setAsked(true)}>{t('privacy.confirm')}</Button> : null}
        {p.mayWithdraw ? <Button size="small" look="quiet" busy={withdraw.isPending} aria-label={t('privacy.file.refuseOf', about)} onClick={() => withdraw.mutate({ params }, { onSuccess: () => say(t('privacy.refused')) })}>{t('privacy.refuse')}</Button> : null}
      </div>
      <Refused error={withdraw.error} />
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('privacy.file.confirmOf', about)} actions={<><Button onClick={() => setAsked(false)}>{t('privacy.confirmKeep')}</Button><Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ params, body: {} }, { onSuccess: () => { setAsked(false); say(t('privacy.confirmed')) } })}>{t('privacy.confirm')}</Button></>}>
        <p className="detail">{t('privacy.file.confirmFact')}</p>
        <div className="privacy-item gap">{facts}<div className="privacy-do">{download}</div></div>
        <Refused error={confirm.error} />
      </Dialog>
    </li>
  )
}

/** Nothing where nothing was asked for. */
export const FilePasses = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const { data } = useRead(listFilePasses, { params: { campaignId } }, { look: 'campaign' })
  if (data === undefined || data.passes.length === 0) return null
  return <Section title={t('privacy.file.title')} note={t('privacy.file.note')}><ul>{data.passes.map((p) => <FilePassItem key={p.passId} campaignId={campaignId} pass={p} />)}</ul></Section>
}

/** Below a refused file, where nothing but personal data stands against it. */
export const ProposeFile = ({ campaignId, file, error, onDone }: { campaignId: string; file: File | null; error: Trouble | null; onDone: () => void }) => {
  const t = useText()
  const [reason, setReason] = useState('')
  const act = useAct(proposeFilePass, renews)
  if (file === null || error?.name !== 'ProblemError' || !isPassable(error.findings)) return null
  const send = async (): Promise<void> => act.mutate({ params: { campaignId }, body: { name: file.name, base64: await base64Of(file), reason } }, { onSuccess: () => { say(t('privacy.proposed')); onDone() } })
  return (
    <div className="privacy-item">
      <p className="detail">{t('privacy.file.proposeFact')}</p>
      <TextField label={t('privacy.reason')} required value={reason} onChange={setReason} max={300} hint={t('privacy.reasonHint')} />
      <div className="privacy-do"><Button busy={act.isPending} disabled={[...reason.trim()].length < LEAST} onClick={() => void send()}>{t('privacy.file.propose')}</Button></div>
      <Refused error={act.error} />
    </div>
  )
}
