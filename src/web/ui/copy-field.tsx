/** A text to be taken along: shown whole, copied by one press. Where the page may not write to the clipboard it is marked, ready to be copied by hand. */
import { useId, useRef, useState } from 'react'
import { useText } from '../text/use-text'
import { Button } from './button'
import './copy-field.css'

const copied = async (field: HTMLTextAreaElement): Promise<boolean> => {
  field.select()
  // Only behind https is there a clipboard; offices reach their own server without.
  return navigator.clipboard === undefined ? document.execCommand('copy') : navigator.clipboard.writeText(field.value).then(() => true, () => document.execCommand('copy'))
}

interface CopyFieldProps { label: string; text: string; rows: number; act: string }
export const CopyField = ({ label, text, rows, act }: CopyFieldProps) => {
  const t = useText()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [done, setDone] = useState<boolean | null>(null)
  return (
    <div className="copy-field">
      <label className="field-label" htmlFor={id}>{label}</label>
      <textarea id={id} ref={field} className="control" readOnly rows={rows} value={text} />
      <div className="row-of"><Button size="small" onClick={() => void copied(field.current!).then(setDone)}>{act}</Button><span className="small" role="status">{done === null ? '' : t(done ? 'common.copy.done' : 'common.copy.byHand')}</span></div>
    </div>
  )
}
