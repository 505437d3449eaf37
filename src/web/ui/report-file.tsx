/** 发现涉密: a person sees in a file what no machine reads, a stamped scan most of all; it is set apart in the same moment. */
import { useState } from 'react'
import { reportFile } from '#contract/operations/secrecy'
import { levels, type Level } from '#core/secrecy/marking'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from './answer'
import { Button } from './button'
import { SelectField } from './choice-fields'
import { Dialog } from './dialog'
import { TextField } from './text-fields'
import { say } from './toast'

interface ReportFileProps { nominationId: string; files: readonly { readonly fileId: string; readonly title: string }[] }

export const ReportFile = ({ nominationId, files }: ReportFileProps) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [fileId, setFileId] = useState('')
  const [level, setLevel] = useState('')
  const [page, setPage] = useState('')
  const act = useAct(reportFile)
  if (files.length === 0) return null
  const close = () => { setOpen(false); setFileId(''); act.reset() }
  const number = /^[1-9]\d{0,3}$/.test(page.trim()) ? Number(page) : null
  const go = () => act.mutate({ params: { nominationId, fileId }, body: { level: level === '' ? null : (level as Level), page: number } }, { onSuccess: () => { close(); say(t('secrecy.found.done')) } })
  return (
    <>
      <p className="gap"><Button size="small" look="quiet" onClick={() => setOpen(true)}>{t('secrecy.found.open')}</Button></p>
      <Dialog open={open} onClose={close} title={t('secrecy.found.open')} actions={<><Button onClick={close}>{t('secrecy.not')}</Button><Button look="block" disabled={fileId === ''} busy={act.isPending} onClick={go}>{t('secrecy.found.act')}</Button></>}>
        <p className="detail">{t('secrecy.found.what')}</p>
        <div className="gap" />
        <SelectField label={t('secrecy.found.which')} required value={fileId} onChange={setFileId} options={files.map((f) => ({ value: f.fileId, label: f.title }))} />
        <SelectField label={t('secrecy.found.level')} value={level} onChange={setLevel} options={levels.map((l) => ({ value: l, label: l }))} />
        <TextField label={t('secrecy.found.page')} keyboard="numeric" hint={t('secrecy.found.pageHint')} value={page} onChange={setPage} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}
