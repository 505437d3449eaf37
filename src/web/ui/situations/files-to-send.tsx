/** Files that go with a report: chosen, named, taken away again; a telephone offers its camera. */
import { useRef } from 'react'
import { situationLimits } from '#core/publicity/situations/situation'
import { useText } from '../../text/use-text'
import { Button } from '../button'

export const FilesToSend = ({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <p><b>{t('situations.files')}</b></p>
      <p className="detail muted">{t('situations.filesNote', { n: situationLimits.files })}</p>
      {files.length === 0 ? null : <ul className="situation-chosen">{files.map((f, i) => <li key={`${f.name}${i}`}><span>{f.name}</span><Button size="small" look="quiet" onClick={() => onChange(files.filter((_, k) => k !== i))}>{t('situations.drop')}<span className="hidden-text">：{f.name}</span></Button></li>)}</ul>}
      <input ref={input} className="hidden-text" type="file" multiple accept="application/pdf,image/jpeg,image/png" aria-label={t('situations.choose')} tabIndex={-1} onChange={(event) => { onChange([...files, ...(event.target.files ?? [])].slice(0, situationLimits.files)); event.target.value = '' }} />
      <p className="gap"><Button disabled={files.length >= situationLimits.files} onClick={() => input.current?.click()}>{t('situations.choose')}</Button></p>
    </div>
  )
}
