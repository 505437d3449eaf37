/** 登记刊播, on a phone in half a minute: paste the link, take a picture, press. */
import { useRef, useState } from 'react'
import { addMediaEvidence, moveMediaItem } from '#contract/operations/media'
import { mediaLimits } from '#core/publicity/media-plan/channel'
import { shrunk } from '../../ui/activities/shrink-photo'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { numberIn } from './item-fields'
import { renews, type Entry } from './plan'

const sent = (file: File): Promise<string> => (file.type.startsWith('image/') ? shrunk(file).catch(() => base64Of(file)) : base64Of(file))

/** Pictures and pages go one after the other; what did not arrive is counted. */
export const useSending = (campaignId: string, itemId: string) => {
  const add = useAct(addMediaEvidence, renews)
  const [sending, setSending] = useState<{ n: number; all: number } | null>(null)
  const send = async (files: readonly File[]): Promise<number> => {
    let lost = 0
    for (const [i, file] of files.entries()) {
      setSending({ n: i + 1, all: files.length })
      await sent(file).then((base64) => add.mutateAsync({ params: { campaignId, itemId }, body: { name: file.name.slice(0, 200), base64 } })).catch(() => { lost++ })
    }
    setSending(null)
    return lost
  }
  return { send, sending, error: add.error }
}

export const FilePick = ({ room, onTake, busy }: { room: number; onTake: (files: readonly File[]) => void; busy: boolean }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  return <><input ref={input} type="file" multiple className="hidden-text" tabIndex={-1} accept="image/jpeg,image/png,image/webp,application/pdf" aria-label={t('media.addFile')} onChange={(event) => { onTake([...(event.target.files ?? [])].slice(0, room)); event.target.value = '' }} /><Button icon="up" disabled={room <= 0} busy={busy} onClick={() => input.current?.click()}>{t('media.addFile')}</Button></>
}

export const PlaceForm = ({ campaignId, item }: { campaignId: string; item: Entry }) => {
  const t = useText()
  const [link, setLink] = useState(item.link)
  const [reach, setReach] = useState(item.reach === null ? '' : String(item.reach))
  const [reachFrom, setReachFrom] = useState(item.reachFrom)
  const [files, setFiles] = useState<readonly File[]>([])
  const move = useAct(moveMediaItem, renews)
  const { send, sending, error } = useSending(campaignId, item.id)
  const findings = move.error?.name === 'ProblemError' ? move.error.findings : []
  const at = (field: string) => ({ findings: findings.filter((f) => f.at.field === field) })
  // Files first: the item is out with what shows it, never without for a moment.
  const act = async () => {
    const lost = await send(files)
    setFiles([])
    if (lost > 0) say(t('media.fileFailed', { n: lost }))
    else move.mutate({ params: { campaignId, itemId: item.id }, body: { version: item.version, state: 'out', link, reach: numberIn(reach), reachFrom } }, { onSuccess: () => say(t('media.placed')) })
  }
  const busy = sending !== null || move.isPending
  return (
    <form className="media-place" noValidate onSubmit={(event) => { event.preventDefault(); if (!busy) void act() }}>
      <div className="media-fields">
        <TextField label={t('media.link')} max={mediaLimits.link} hint={t('media.linkHint')} value={link} onChange={setLink} {...at('link')} />
        <div className="field">
          <FilePick room={mediaLimits.files - item.files - files.length} busy={false} onTake={(more) => setFiles([...files, ...more])} />
          <p className="detail muted">{t('media.files')}。{t('media.fileNote', { n: mediaLimits.files })}</p>
          {files.map((f, i) => <p key={`${f.name}${i}`} className="row-of">{t('media.chosen', { name: f.name })}<Button size="small" look="quiet" onClick={() => setFiles(files.filter((_, k) => k !== i))}>{t('media.dropFile')}<span className="hidden-text">：{f.name}</span></Button></p>)}
        </div>
        <details className="media-more" open={findings.some((f) => f.at.field === 'reach' || f.at.field === 'reachFrom') || undefined}>
          <summary>{t('media.reachField')}（{t('media.reachHint')}）</summary>
          <div className="media-two">
            <TextField label={t('media.reachField')} keyboard="numeric" value={reach} onChange={setReach} {...at('reach')} />
            <TextField label={t('media.reachFrom')} max={mediaLimits.reachFrom} hint={t('media.reachFromHint')} value={reachFrom} onChange={setReachFrom} {...at('reachFrom')} />
          </div>
        </details>
      </div>
      <Refused error={move.error ?? error} />
      <Button type="submit" look="primary" size="large" busy={busy}>{sending === null ? t('media.place') : t('media.sending', sending)}</Button>
    </form>
  )
}
