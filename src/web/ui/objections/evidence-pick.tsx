/** Files that will come with an objection: too large is said before a byte is sent. */
import { useState } from 'react'
import { judgeEvidenceSize } from '#core/objections/evidence'
import { sayBytes } from '#core/rules/amounts'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { FindingCard, Findings } from '../finding-card'
import { Icon } from '../icon'
import './objections.css'

interface PickProps { files: readonly File[]; /** Already with the office. */ there?: number; onChange: (files: File[]) => void }

export const EvidencePick = ({ files, there = 0, onChange }: PickProps) => {
  const t = useText()
  const words = useWords()
  const [refused, setRefused] = useState<ReturnType<typeof judgeEvidenceSize>>([])
  const take = (chosen: readonly File[]) => {
    const kept = [...files]
    const found = chosen.flatMap((f) => { const against = judgeEvidenceSize(f.size, there + kept.length); if (against.length === 0) kept.push(f); return against })
    setRefused(found)
    onChange(kept)
  }
  return (
    <div className="gap">
      <p className="field-label">{t('objections.form.files')}</p>
      {files.length === 0 ? null : <ul className="objection-files">{files.map((f, i) => <li key={`${f.name}${i}`}><span>{f.name} <span className="small muted">{words(sayBytes(f.size))}</span></span><Button size="small" look="quiet" aria-label={t('objections.form.drop', { name: f.name })} onClick={() => onChange(files.filter((_, at) => at !== i))}><Icon name="none" /></Button></li>)}</ul>}
      <span className="file-pick"><span className="button" aria-hidden="true"><Icon name="up" />{t('objections.form.choose')}</span><input type="file" multiple accept=".pdf,.jpg,.jpeg,.png" aria-label={t('objections.form.choose')} onChange={(event) => { take([...event.target.files ?? []]); event.target.value = '' }} /></span>
      {refused.length === 0 ? null : <Findings>{refused.map((f, i) => <FindingCard key={i} finding={f} compact />)}</Findings>}
    </div>
  )
}
