/** A file is chosen or dropped, sent so that it may be cut off and go on, and opened when it is in. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { beginArrival } from '#contract/operations/arrivals'
import { call } from '../../api/call'
import { useText } from '../../text/use-text'
import { Refused, type Trouble } from '../../ui/answer'
import { Note } from '../../ui/finding-card'
import { sendFile } from '../../ui/files/send-file'
import { ProgressBar } from '../../ui/progress-bar'

export const BringIn = () => {
  const t = useText()
  const navigate = useNavigate()
  const [share, setShare] = useState<number | null>(null)
  const [over, setOver] = useState(false)
  const [stopped, setStopped] = useState(false)
  const [error, setError] = useState<Trouble | null>(null)
  const take = (file: File | undefined) => {
    if (file === undefined || share !== null) return
    setError(null)
    setStopped(false)
    setShare(0)
    call(beginArrival, { params: {}, body: { name: file.name, bytes: file.size } }).then(({ arrivalId, url }) => {
      sendFile(file, url, { progress: (sent) => setShare(file.size === 0 ? 1 : sent / file.size), done: () => void navigate(`/office/incoming/${arrivalId}`), stopped: () => { setShare(null); setStopped(true) } })
    }, (e: unknown) => { setShare(null); setError(e as Trouble) })
  }
  return (
    <>
      <div className={over ? 'drop-file over' : 'drop-file'} onDragOver={(e) => { e.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(e) => { e.preventDefault(); setOver(false); take(e.dataTransfer.files[0]) }}>
        {share === null ? (
          <>
            <span className="muted desk-only">{t('upward.incoming.drop')}</span>
            <label className="button primary">{t('upward.incoming.pick')}<input type="file" className="hidden-text" accept=".xuanshu" onChange={(e) => take(e.target.files?.[0])} /></label>
          </>
        ) : <><span>{t('upward.incoming.sending')}</span><ProgressBar share={share} label={t('upward.incoming.sending')} /></>}
      </div>
      {stopped ? <div className="gap"><Note kind="warn" title={t('upward.incoming.stopped')} /></div> : null}
      <Refused error={error} />
    </>
  )
}
