/** Emblem or header picture: what is there, or another one, looked at before it is sent. */
import { useRef } from 'react'
import { base64Of } from '../../api/base64-of'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'

/** `sent`: not saved yet. */
export interface ChosenPicture { readonly name: string; readonly width: number; readonly height: number; readonly address: string; readonly sent: string | null }
interface PictureProps { label: string; hint: string; value: ChosenPicture | null; onChange: (p: ChosenPicture | null) => void }

/** What the browser cannot read is sent all the same: the server says why it is not taken. */
const measured = async (file: File): Promise<ChosenPicture> => {
  const address = URL.createObjectURL(file)
  const image = new Image()
  image.src = address
  await image.decode().catch(() => undefined)
  return { name: file.name, width: image.naturalWidth, height: image.naturalHeight, address, sent: await base64Of(file) }
}

export const PictureField = ({ label, hint, value, onChange }: PictureProps) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div role="group" aria-label={label}>
      {value === null ? null : <div className="look-chosen"><img src={value.address} alt="" /><span className="detail">{t('siteLook.chosen', { name: value.name, w: value.width, h: value.height })}</span></div>}
      <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept="image/jpeg,image/png,image/webp,.svg" aria-label={`${label}：${t('siteLook.choose')}`} onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file !== undefined) void measured(file).then(onChange) }} />
      <p className="row-of"><Button size="small" icon="up" onClick={() => input.current?.click()}>{t(value === null ? 'siteLook.choose' : 'siteLook.another')}<span className="hidden-text">：{label}</span></Button>{value === null ? null : <Button size="small" look="quiet" onClick={() => onChange(null)}>{t('siteLook.drop')}<span className="hidden-text">：{label}</span></Button>}</p>
      <p className="detail muted">{hint}</p>
    </div>
  )
}
